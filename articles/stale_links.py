"""Related links that somebody should look at: what they say, or lead to, is not so any more.

A link with words of its own remembers what its target said when they were written: it is stale once the target says
something else or was corrected. A link to a story that was withdrawn or killed leads nowhere; readers do not see it.
"""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from articles import mirror, roles
from articles.models import Article, Correction, Edition, StoryLink, Suggestion, Withdrawal, Words
from articles.models.own_words import LINK_FIELDS

SAYS = {"headline": "headline", "teaser": "standfirst"}  # which words of an edition stand for those of a link
HAS_OWN_WORDS = Q(headline_from__isnull=False) | Q(teaser_from__isnull=False)
TOLD = ("article", "headline", "standfirst", "live_from")
NEVER_SEEN = "A story that readers never saw"


@dataclass(frozen=True)
class StaleLink:
    """A link of a story that is to be looked at.

    `name` is what readers know, or knew, the target as; `since` when that was corrected or taken away, else when it was
    last changed. `is_written`: the link stands in the working copy; else only readers see it, or will.
    """

    story: int
    headline: str
    target: int
    name: str
    since: datetime
    is_written: bool
    in_text: bool
    words: tuple[Words, ...] = ()
    correction: Correction | None = field(default=None, compare=False)
    withdrawal: Withdrawal | None = field(default=None, compare=False)

    @property
    def changed(self) -> list[Words]:
        """Its own words of which the target says something else now; after a correction, all of its own."""
        return [words for words in self.words if words.is_own and (self.correction or words.library_changed)]

    @property
    def is_gone(self) -> bool:
        """Whether its target was taken from readers."""
        return self.withdrawal is not None

    @property
    def is_dated(self) -> bool:
        """Whether `since` is the moment of what happened, and not of the target's last change only."""
        return bool(self.correction or self.withdrawal)

    @property
    def happened(self) -> str:
        """What became of its target, in a word."""
        if self.is_gone:
            return self.withdrawal.kind
        if self.correction:
            return "corrected"
        return "retitled" if any(words.field == "headline" for words in self.changed) else "changed"

    @property
    def seen(self) -> str:
        """Of what is told here; another one means that something else is so now."""
        told = repr((self.story, self.target, self.is_written, self.words, self.happened, self.since.isoformat()))
        return hashlib.sha256(told.encode()).hexdigest()[:16]


def to_look_at(user, at: datetime, story: Article | None = None) -> list[StaleLink]:
    """The links that the person can mend, what changed last first: in stories that they may change.

    Who does not publish can mend working copies alone. Five queries at most, however many there are.
    """
    mendable = _mendable(user, at, story)
    found = [*_changed(mendable, at), *_gone(mendable, at)]
    return sorted(found, key=lambda link: (-link.since.timestamp(), link.story, link.target))


def replacements(stories: Collection[int], at: datetime) -> dict[int, Suggestion]:
    """Of each of these stories, the best suggestion that readers see and that it does not lead to yet.

    Each knows its target's live `headline`. One query.
    """
    live = Edition.objects.live(at).filter(article=OuterRef("target"))
    linked = StoryLink.objects.filter(
        mirror.in_newest(), revision__article=OuterRef("article"), target=OuterRef("target")
    )
    offered = Suggestion.objects.filter(~Exists(linked), article__in=stories).exclude(target=F("article"))
    best: dict[int, Suggestion] = {}
    for one in (
        offered.annotate(headline=Subquery(live.values("headline")[:1]))
        .exclude(headline=None)
        .order_by("-weight", "target")
    ):
        best.setdefault(one.article_id, one)
    return best


def _mendable(user, at: datetime, story: Article | None) -> Q:
    """Of a link, that the person can mend it: it is written, shown or scheduled in a story that they may change.

    What is published stands for itself only where the working copy does not have the same link in the same words.
    """
    own_story, shown = OuterRef("revision__article"), Edition.objects.not_over(at)
    taken = Withdrawal.objects.done(at).filter(article=own_story)
    mendable = ~Exists(taken) | Exists(shown.filter(article=own_story))
    if story:
        mendable &= Q(revision__article=story)
    if not roles.edits_all(user):
        mendable &= Q(revision__article__in=roles.editable_by(user, Article.objects.order_by()).values("pk"))
    is_written = Q(mirror.in_newest())
    if not roles.may_publish(user):
        return mendable & is_written
    same = {name: OuterRef(name) for name in ("target", "in_text", *LINK_FIELDS)}
    written = StoryLink.objects.filter(mirror.in_newest(), revision__article=own_story, **same)
    in_print = Exists(shown.filter(revision=OuterRef("revision")))
    return mendable & (is_written | Q(in_print & ~Exists(written)))


def _changed(mendable: Q, at: datetime) -> list[StaleLink]:
    """Those with own words, of which the target said something else, or was not corrected yet."""
    live, standing = Edition.objects.live(at), Correction.objects.standing(at)
    says_otherwise = live.filter(_says_otherwise("headline") | _says_otherwise("teaser"), article=OuterRef("target"))
    corrected = standing.filter(article=OuterRef("target"), pk__gt=OuterRef("correction_from"))
    was_ever_corrected = Q(target__in=Correction.objects.order_by().values("article"))
    # From what sifts most for least to what costs most: SQLite keeps the order.
    changed = StoryLink.objects.filter(HAS_OWN_WORDS).filter(
        Exists(says_otherwise) | was_ever_corrected & Exists(corrected)
    )
    rows = list(_told(changed.filter(mendable)))
    targets = {row.target_id for row in rows}
    editions = {edition.article_id: edition for edition in live.filter(article__in=targets).only(*TOLD)}
    corrections = {one.article_id: one for one in standing.filter(article__in=targets).order_by("pk")}
    shown = [row for row in rows if row.target_id in editions]
    found = dict.fromkeys(_stale(row, editions[row.target_id], corrections.get(row.target_id)) for row in shown)
    return [link for link in found if link.changed]


def _told(links: QuerySet) -> QuerySet:
    """With the story in which each stands, and whether in its working copy."""
    return links.order_by().annotate(
        story=F("revision__article"), story_headline=F("revision__article__headline"), is_written=mirror.in_newest()
    )


def _says_otherwise(name: str) -> Q:
    """Of an edition, that it says something else than a link's own words were written from, where that is known."""
    says = SAYS[name]
    return ~Q(**{says: Coalesce(OuterRef(f"{name}_from"), F(says))})


def _stale(row: StoryLink, live: Edition, correction: Correction | None) -> StaleLink:
    words = tuple(
        Words(name, getattr(row, name), getattr(live, says), getattr(row, f"{name}_from"))
        for name, says in SAYS.items()
    )
    is_news = correction and row.correction_from is not None and correction.pk > row.correction_from
    since = correction.at if is_news else live.live_from
    known = (row.story, row.story_headline, row.target_id, live.headline, since, row.is_written, row.in_text)
    return StaleLink(*known, words, correction if is_news else None)


def _gone(mendable: Q, at: datetime) -> list[StaleLink]:
    """Those whose target was taken from readers and is not to come back; one for a story and its target."""
    back = Edition.objects.not_over(at).filter(article=OuterRef("article"))
    taken = Withdrawal.objects.done(at).filter(~Exists(back)).select_related("by").order_by("at", "pk")
    last = {
        withdrawal.article_id: withdrawal
        for withdrawal in taken.filter(Exists(StoryLink.objects.filter(target=OuterRef("article"))))
    }
    known_as = Edition.objects.filter(article=OuterRef("target")).order_by("-live_from").values("headline")
    links = StoryLink.objects.filter(mendable, target__in=last) if last else StoryLink.objects.none()
    found = {}
    for row in sorted(_told(links).annotate(name=Subquery(known_as[:1])), key=lambda row: row.is_written):
        withdrawal = last[row.target_id]
        known = (row.story, row.story_headline, row.target_id, row.name or NEVER_SEEN, withdrawal.at)
        found[row.story, row.target_id] = StaleLink(*known, row.is_written, row.in_text, withdrawal=withdrawal)
    return list(found.values())
