"""Changing the uses of a photo, or the links to a story, wherever they stand: another one, none, or its own words.

One mechanism does it for all: what is to become of each use, asked of a story's working copy, of what readers see of
it and of what is scheduled, each of which keeps everything else. So words that were not published yet do not slip out,
and a change of a picture publishes that and nothing more. All of it happens in one transaction, or nothing.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from django.db import transaction
from django.utils import timezone

from articles import body as story_body
from articles import mirror, restoring, snapshots, workflow
from articles.amendments import Amendment, obstacles
from articles.body import PhotoUse, RelatedStory
from articles.models import Article, Edition, Revision
from articles.models.own_words import FIELDS, LINK_FIELDS
from articles.photos.models import Photo
from articles.problem import Problem
from articles.workflow import NotPossible

Use = PhotoUse | RelatedStory
USES = {Photo: (PhotoUse, "photo"), Article: (RelatedStory, "related")}


@dataclass(frozen=True)
class Change:
    """What is to become of each use of a photo, or of each link to a story; `why` stands in the new revisions.

    `rewrite` gives None for a link that is to go.
    """

    subject: Photo | Article
    rewrite: Callable[[Use], Use | None]
    why: str
    problems: tuple[Problem, ...] = ()

    def content(self, before: dict) -> dict:
        """A revision's content with every use rewritten, the very same object if none is."""
        lead, body, links = before["lead"], self._body(before["body"]), map(self._link, before["related"])
        after = before | {
            "lead": lead and vars(self._use(PhotoUse(**lead))),
            "body": body,
            "related": [link for link in links if link],
        }
        return before if after == before else snapshots.carried(after, before)

    def _body(self, before: str) -> str:
        _, name = USES[type(self.subject)]
        if f'data-{name}="{self.subject.pk}"' not in before:  # parsing takes most of the time where many stories change
            return before
        blocks = story_body.parse(before)
        rewritten = [kept for block in blocks if (kept := self._use(block))]
        return before if rewritten == blocks else "\n".join(map(story_body.to_html, rewritten))

    def _link(self, before: dict) -> dict | None:
        """A row of the related box; what else is known of words that go, goes with them."""
        own = RelatedStory(before["target"], before["headline"], before["teaser"])
        link = self._use(own)
        if link in (own, None):
            return link and before
        about_teaser = {} if link.teaser == own.teaser else {"dateline": "", "teaser_is_cut": False}
        return before | {"target": link.article, "headline": link.headline, "teaser": link.teaser} | about_teaser

    def _use(self, block):
        kind, _ = USES[type(self.subject)]
        is_use = isinstance(block, kind) and (block.photo if kind is PhotoUse else block.article) == self.subject.pk
        return self.rewrite(block) if is_use else block


@dataclass(frozen=True)
class StoryPlan:
    """What a change does to one story: the content of its working copy after it, and of its editions after it."""

    article: Article
    latest: Revision
    working: dict
    editions: list[tuple[Edition, dict]]
    at: datetime
    dropped: list[str] = field(default_factory=list)

    @property
    def changes_working_copy(self) -> bool:
        return self.working is not self.latest.content

    @property
    def live(self) -> Edition | None:
        """The edition that readers see otherwise from now on."""
        return next((edition for edition, _ in self.editions if edition.live_from <= self.at), None)

    @property
    def ahead(self) -> list[Edition]:
        """The scheduled editions that will be otherwise."""
        return [edition for edition, _ in self.editions if edition.live_from > self.at]

    @property
    def keeps_unpublished(self) -> bool:
        """Whether the working copy has changes of its own, which stay unpublished."""
        return bool(self.live) and self.live.revision_id != self.latest.pk

    @cached_property
    def revisions(self) -> dict[int | None, Revision]:
        """The new revisions, in order: one for each older revision that an edition shows, by its id, and the working
        copy's last, by that of the newest."""
        contents = {edition.revision_id: content for edition, content in self.editions}
        contents.pop(self.latest.pk, None)
        contents[self.latest.pk] = self.working
        return {
            pk: Revision(article=self.article, number=number, content=content)
            for number, (pk, content) in enumerate(contents.items(), self.latest.number + 1)
        }

    @property
    def rewritten(self) -> set[int]:
        """The revisions of which others are made."""
        working = {self.latest.pk} if self.changes_working_copy else set()
        return working | {edition.revision_id for edition, _ in self.editions}

    @property
    def amendments(self) -> list[Amendment]:
        return [Amendment(edition, self.revisions[edition.revision_id]) for edition, _ in self.editions]


@dataclass(frozen=True)
class Plan:
    """All that a change does, story by story, and what stands in its way."""

    change: Change
    stories: list[StoryPlan]
    at: datetime

    @property
    def amendments(self) -> list[Amendment]:
        return [amendment for story in self.stories for amendment in story.amendments]

    @cached_property
    def problems(self) -> list[tuple[Amendment | None, Problem]]:
        own = [(None, problem) for problem in self.change.problems]
        return own or list(obstacles(self.amendments, self.at))

    @property
    def fingerprint(self) -> str:
        """Of which stories change and in what; another one tells that the list is not what somebody has seen."""
        parts = (
            f"{story.latest.pk}:{'-'.join(str(edition.pk) for edition, _ in story.editions)}" for story in self.stories
        )
        return hashlib.sha256(" ".join(parts).encode()).hexdigest()[:16]


def by_another(old: Photo, new: Photo) -> Change:
    """Another photo in the place of one. The words of a use told of the old picture, so they are dropped."""
    return Change(
        old,
        lambda use: PhotoUse(new.pk),
        f"Photo {old.pk} replaced by photo {new.pk}",
        tuple(_unfit(old, new)),
    )


def to_library_words(photo: Photo, name: str) -> Change:
    """The library's caption or alt text (`name`) in each use that has its own."""
    why = f"Took over the library's {FIELDS[name]} of photo {photo.pk}"
    return Change(photo, lambda use: replace(use, **{name: ""}), why)


def to_live_words(target: Article, names: Iterable[str]) -> Change:
    """What the story says itself, in each link to it that has a headline or a teaser (`names`) of its own."""
    dropped = dict.fromkeys(names, "")
    told = " and ".join(LINK_FIELDS[name] for name in dropped)
    return Change(target, lambda link: replace(link, **dropped), f"Took over the {told} of story {target.pk}")


def to_another_story(story: Article, old: Article, new: Article) -> Change:
    """Links of `story` that lead to another one. The words of a link told of the old one, so they are dropped."""
    why = f"Link to story {old.pk} replaced by one to story {new.pk}"
    return Change(old, lambda link: RelatedStory(new.pk), why, tuple(_unlinkable(story, new)))


def without_links(target: Article) -> Change:
    """No link to the story."""
    return Change(target, lambda link: None, f"Took out the link to story {target.pk}")


def _unlinkable(story: Article, new: Article) -> Iterator[Problem]:
    latest = story.latest_revision()
    if new.pk == story.pk:
        yield Problem("new", "A story cannot be related to itself. Choose another.")
    elif latest and new.pk in {link.article for link in mirror.story_links(latest.content)}:
        yield Problem("new", f"The story leads to “{new}” already. Choose another, or take the link out.")
    elif new.withdrawals.done().exists() and not new.editions.not_over().exists():
        yield Problem("new", f"“{new}” was withdrawn. Choose another.")


def _unfit(old: Photo, new: Photo) -> Iterator[Problem]:
    if old.pk == new.pk:
        yield Problem("", "That is the same picture. Choose another.", new.pk)
    if missing := new.shortcomings():
        yield Problem("", f"The other picture cannot run: it lacks {' and '.join(missing)}.", new.pk)
    if barred := new.barred():
        yield Problem("", f"The other picture may not run. {barred}", new.pk)


def plan(change: Change, article: Article | None = None, published: bool = True) -> Plan:
    """What the change would do now: everywhere, or to one article; without `published`, to working copies alone.

    A handful of queries, however many stories there are; its `problems` cost some for each that readers see.
    """
    now = timezone.now()
    concerned = {article.pk} if article else mirror.stories(change.subject, now)
    latest = {revision.article_id: revision for revision in mirror.newest_revisions(concerned).order_by("article_id")}
    editions: dict[int, list[Edition]] = {}
    if published:
        shown = mirror.editions_with(change.subject).not_over(now).filter(article__in=concerned)
        for edition in shown.select_related("revision", "article").order_by("live_from"):
            editions.setdefault(edition.article_id, []).append(edition)
    articles = Article.objects.in_bulk(concerned)
    stories = [_story(change, articles[pk], revision, editions.get(pk, []), now) for pk, revision in latest.items()]
    changing = [story for story in stories if story.changes_working_copy or story.editions]
    _note_dropped(change, changing)
    return Plan(change, changing, now)


def _story(change: Change, article: Article, latest: Revision, editions: list[Edition], at: datetime) -> StoryPlan:
    """What becomes of one story; a revision that stands in several places is rewritten once."""
    revisions = {edition.revision_id: edition.revision for edition in editions} | {latest.pk: latest}
    after = {pk: change.content(revision.content) for pk, revision in revisions.items()}
    changed = {pk for pk, revision in revisions.items() if after[pk] is not revision.content}
    shown = [(edition, after[edition.revision_id]) for edition in editions if edition.revision_id in changed]
    return StoryPlan(article, latest, after[latest.pk], shown, at)


def _note_dropped(change: Change, stories: list[StoryPlan]) -> None:
    """Give each story the words of its own that go, by the mirror: one query for all of them."""
    by_revision = {pk: story for story in stories for pk in story.rewritten}
    uses = mirror.with_own_words(change.subject).filter(revision__in=by_revision).order_by("revision", "position")
    for use in uses:
        own = mirror.as_placed(use)
        after, dropped = change.rewrite(own), by_revision[use.revision_id].dropped
        gone = (text for name in mirror.OWN[type(use)] if (text := getattr(own, name)) != getattr(after, name, ""))
        dropped += [text for text in gone if text not in dropped]


@transaction.atomic
def carry_out(change: Change, by=None, article: Article | None = None, published: bool = True, seen: str = "") -> Plan:
    """Do what `plan` tells. Raises NotPossible, and changes nothing, with all that must be mended first.

    `seen` is the fingerprint of the plan that was agreed to: if another one is due now, nothing is done either.
    """
    first = {article.pk} if article else mirror.stories(change.subject, timezone.now())
    list(Article.objects.select_for_update().filter(pk__in=first).order_by("pk").values_list("pk"))
    due = plan(change, article, published)
    if change.problems:
        raise NotPossible(*change.problems)
    if seen and seen != due.fingerprint:
        raise NotPossible(Problem("", "Stories were changed meanwhile. Look at the list again."))
    _write(due, by)
    return due


def _write(due: Plan, by) -> None:
    revisions = [revision for story in due.stories for revision in story.revisions.values()]
    for revision in revisions:
        revision.created_by, revision.why = by, due.change.why
    for story in due.stories:
        if story.changes_working_copy:
            _rewrite_article(due.change, story)
        else:
            story.revisions[story.latest.pk].why = f"As revision {story.latest.number}, after what readers see changed"
    snapshots.append(revisions)
    if due.amendments:  # else nothing is published, and whoever may change the stories may do it
        workflow.amend(due.amendments, due.at, by)


def _rewrite_article(change: Change, story: StoryPlan) -> None:
    article = story.article
    as_it_stands = {
        "body": article.body,
        "lead": snapshots.lead_of(article),
        "related": snapshots.links_of(article),
    }
    is_as_saved = as_it_stands.items() <= story.latest.content.items()
    own = story.working if is_as_saved else change.content(as_it_stands)
    restoring.put_back(article, {name: own[name] for name in as_it_stands if own[name] != as_it_stands[name]})
