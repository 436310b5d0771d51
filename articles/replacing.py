"""Changing the uses of a photo in stories, wherever they stand: another photo, or the library's words.

One mechanism does it for all: what is to become of each use, asked of a story's working copy, of what readers see of
it and of what is scheduled, each of which keeps everything else. So words that were not published yet do not slip out,
and a change of a picture publishes that and nothing more. All of it happens in one transaction, or nothing.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from django.db import transaction
from django.utils import timezone

from articles import body as story_body
from articles import mirror, snapshots, workflow
from articles.body import PhotoUse
from articles.guards import Problem
from articles.models import Article, Edition, Revision
from articles.models.own_words import FIELDS
from articles.photos.models import Photo
from articles.workflow import Amendment, NotPossible


@dataclass(frozen=True)
class Change:
    """What is to become of each use of a photo; `why` stands in the new revisions."""

    photo: Photo
    rewrite: Callable[[PhotoUse], PhotoUse]
    why: str
    problems: tuple[Problem, ...] = ()

    def content(self, before: dict) -> dict:
        """A revision's content with every use of the photo rewritten, the very same object if none is."""
        blocks = story_body.parse(before["body"])
        lead = before["lead"] and vars(self._use(PhotoUse(**before["lead"])))
        rewritten = [self._use(block) if isinstance(block, PhotoUse) else block for block in blocks]
        if rewritten == blocks and lead == before["lead"]:
            return before
        body = before["body"] if rewritten == blocks else "\n".join(map(story_body.to_html, rewritten))
        return snapshots.carried(before | {"lead": lead, "body": body}, before)

    def _use(self, use: PhotoUse) -> PhotoUse:
        return self.rewrite(use) if use.photo == self.photo.pk else use


@dataclass(frozen=True)
class StoryPlan:
    """What a change does to one story: the content of its working copy after it, and of its editions after it."""

    article: Article
    latest: Revision
    working: dict
    editions: list[tuple[Edition, dict]]
    dropped: list[str]
    at: datetime

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
        return own or list(workflow.obstacles(self.amendments, self.at))

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
    concerned = {article.pk} if article else mirror.stories(change.photo, now)
    latest = {revision.article_id: revision for revision in mirror.newest_revisions(concerned).order_by("article_id")}
    editions: dict[int, list[Edition]] = {}
    if published:
        shown = mirror.editions_with(change.photo).not_over(now).filter(article__in=concerned)
        for edition in shown.select_related("revision", "article").order_by("live_from"):
            editions.setdefault(edition.article_id, []).append(edition)
    articles = Article.objects.in_bulk(concerned)
    plans = (_story(change, articles[pk], latest[pk], editions.get(pk, []), now) for pk in latest)
    return Plan(change, [story for story in plans if story.changes_working_copy or story.editions], now)


def _story(change: Change, article: Article, latest: Revision, editions: list[Edition], at: datetime) -> StoryPlan:
    shown = [(edition, change.content(edition.revision.content)) for edition in editions]
    changed = [(edition, content) for edition, content in shown if content is not edition.revision.content]
    contents = [latest.content, *(edition.revision.content for edition, _ in changed)]
    dropped = list(dict.fromkeys(text for content in contents for text in _dropped(change, content)))
    return StoryPlan(article, latest, change.content(latest.content), changed, dropped, at)


def _dropped(change: Change, content: dict) -> Iterator[str]:
    """The story's own words that the change takes out of a content."""
    for use in mirror.photo_uses(content):
        if use.photo == change.photo.pk:
            after = change.rewrite(use)
            yield from (text for name in FIELDS if (text := getattr(use, name)) != getattr(after, name))


@transaction.atomic
def carry_out(change: Change, by=None, article: Article | None = None, published: bool = True, seen: str = "") -> Plan:
    """Do what `plan` tells. Raises NotPossible, and changes nothing, with all that must be mended first.

    `seen` is the fingerprint of the plan that was agreed to: if another one is due now, nothing is done either.
    """
    first = {article.pk} if article else mirror.stories(change.photo, timezone.now())
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
    workflow.amend(due.amendments, due.at, by)


def _rewrite_article(change: Change, story: StoryPlan) -> None:
    article = story.article
    own = change.content({"body": article.body, "lead": snapshots.lead_of(article)})
    lead = own["lead"] or {"photo": None, "caption": "", "alt": ""}
    words = {"lead_photo": lead["photo"], "lead_caption": lead["caption"], "lead_alt": lead["alt"]}
    Article.objects.filter(pk=article.pk).update(body=own["body"], updated_at=story.at, **words)
