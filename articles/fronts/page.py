"""A front at a moment: its slots with the live editions in them, in two queries whatever it holds."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet, TextField, Value

from articles import leads
from articles.fronts.filling import NEWEST, PINNED, Candidate, Filled, fill, part_of
from articles.fronts.slots import EMPTY, OPINION, STRIP, TOPIC, Pin, pins, slots_of, wanted
from articles.models import FAR_FUTURE, Arrangement, Article, Correction, Edition, Section, Topic, figure
from articles.models.json_rows import JSONRows, moment_of
from articles.photos.models import Photo

RECENT = timedelta(days=30)  # for so long a correction stands on the front
CORRECTIONS_SHOWN = 3


@dataclass(frozen=True)
class Card:
    """A story on a front, with the front's own words where its pin has any."""

    edition: Edition
    pin: Pin | None = None

    @property
    def headline(self) -> str:
        return (self.pin and self.pin.headline) or self.edition.headline

    @property
    def kicker(self) -> str:
        """The front's own; "" where the story's section and kind say it."""
        return self.pin.kicker if self.pin else ""


@dataclass(frozen=True)
class Strip:
    """A few stories of one section, below."""

    section: dict
    cards: list[Card]


@dataclass
class Arranged:
    """What editors put on a front, as far as it goes at a moment; `topic` is the strip's (id, name, slug)."""

    content: dict = field(default_factory=lambda: EMPTY)
    topic: dict | None = None
    changes: list[datetime] = field(default_factory=list)

    @property
    def photos(self) -> set[int]:
        """The ids of the pictures that pins have of their own."""
        return {pin.photo for _, pin in pins(self.content) if pin.photo}


def arranged_as(content: dict) -> Arranged:
    """A content that is not in force, as a front is composed of it."""
    topic = Topic.objects.filter(pk=content["topic"]).values("id", "name", "slug").first() if content["topic"] else None
    return Arranged(content, topic)


@dataclass
class Front:
    """The front of a section, or of the paper, at one moment."""

    slots: dict[str, list[Card]]
    strips: list[Strip] = field(default_factory=list)
    topic: dict | None = None
    changes: list[datetime] = field(default_factory=list)

    @property
    def cards(self) -> list[Card]:
        """Every story on the page, once, in the page's order."""
        return [card for found in self.slots.values() for card in found] + [c for s in self.strips for c in s.cards]

    @property
    def editions(self) -> list[Edition]:
        return [card.edition for card in self.cards]

    @property
    def pictured(self) -> list[Edition]:
        """Those that may stand there with their picture: all but river and rail, and the first of each section's."""
        stand = [*self.slots.get("lead", []), *self.slots.get("seconds", []), *self.slots.get(TOPIC, [])]
        return [card.edition for card in [*stand, *(strip.cards[0] for strip in self.strips)]]


def with_arrangement(subjects: QuerySet, at: datetime, of_section: bool = False) -> QuerySet:
    """`subjects`, each row with the arrangements of its front that are not over, and with its most recent corrections.

    The subject is the section where the front is that `of_section`; else the front is the home page's.
    """
    arrangements = Arrangement.objects.not_over(at).filter(section=OuterRef("pk") if of_section else None).order_by()
    corrections = Correction.objects.standing(at).filter(at__gt=at - RECENT).beside_story(at)
    if of_section:
        live = Edition.objects.live(at).filter(article=OuterRef("article"), section=OuterRef(OuterRef("pk")))
        corrections = corrections.filter(Exists(live))
    told = corrections.order_by("-at", "-pk").values("at", "path", "headline", "kind", "wrong", "right", "article_id")
    return subjects.annotate(
        front_arrangements=JSONRows(_columns(arrangements)), front_corrections=JSONRows(told[:CORRECTIONS_SHOWN])
    )


def _columns(arrangements: QuerySet) -> QuerySet:
    topic = {"topic_name": F("topic__name"), "topic_slug": F("topic__slug")}
    return arrangements.values("content", "live_from", "live_until", "topic_id", **topic)


def arranged(rows: Iterable[dict], at: datetime) -> Arranged:
    """What is in force at `at` among arrangements that are not over then, and when that changes."""
    found = Arranged()
    for row in rows:
        start, end = moment_of(row["live_from"]), moment_of(row["live_until"])
        if start > at:
            found.changes.append(start)
            continue
        content = row["content"]
        found.content = json.loads(content) if isinstance(content, str) else content
        found.changes += [end] if end < FAR_FUTURE else []
        if row["topic_id"]:
            found.topic = {"id": row["topic_id"], "name": row["topic_name"], "slug": row["topic_slug"]}
    return found


def arranged_at(section: Section | None, at: datetime) -> Arranged:
    """The same, asked for by itself."""
    return arranged(_columns(Arrangement.objects.of(section).not_over(at).order_by()), at)


def compose(
    section: Section | None,
    found: Arranged,
    at: datetime,
    photos: dict[int, Photo],
    sections: Iterable[dict] = (),
    listed: Iterable[Edition] = (),
) -> Front:
    """The front of the section, or of the paper (None), as `found` arranges it: two queries, one more for fallen leads.

    `photos` are those that its pins have of their own, `sections` those whose strips stand below; `listed` are the
    newest of the section, which its page has fetched for its list.
    """
    layout = slots_of(section)
    leads.settle(listed, at)
    candidates, coming = _candidates(layout, found, at, sections, listed, of_home=section is None)
    filled = fill(layout, found.content, candidates, at, [row["id"] for row in sections])
    cards = _cards(filled, listed, at)
    strips = [
        Strip(row, [cards[pk] for pk in filled.strips[row["id"]]]) for row in sections if row["id"] in filled.strips
    ]
    slots = {key: [cards[pk] for pk in chosen] for key, chosen in filled.slots.items() if chosen}
    changes = [*found.changes, *coming, *(pin.until for _, pin in pins(found.content))]
    front = Front(slots, strips, found.topic, changes)
    _own_pictures(front, photos, at)
    _each_picture_once(front)
    return front


def front_of(section: Section | None, at: datetime, found: Arranged | None = None) -> tuple[Front, list[Edition]]:
    """The front with all that it needs asked for, and what its list has below it; of None: the home page.

    `found` is another arrangement than the one in force.
    """
    found = found or arranged_at(section, at)
    photos = Photo.objects.select_related("replacement").in_bulk(found.photos) if found.photos else {}
    if section is None:
        sections = list(Section.objects.order_by("position", "name").values("id", "name", "slug", "colour"))
        return compose(None, found, at, photos, sections), []
    listed = Edition.objects.live(at).for_cards().in_list_of(section).order_by("-listed_at", "-listed_id")
    rows = list(listed[: settings.PAGE_SIZE])
    front = compose(section, found, at, photos, listed=rows)
    stand = set(front.editions)
    return front, [edition for edition in rows if edition not in stand]


def _cards(filled: Filled, listed: Iterable[Edition], at: datetime) -> dict[int, Card]:
    editions = {edition.pk: edition for edition in listed}
    if missing := filled.editions - set(editions):
        editions |= Edition.objects.live(at).for_cards().in_bulk(missing)
    leads.settle(editions.values(), at)
    return {pk: Card(editions[pk], filled.pins.get(pk)) for pk in filled.editions}


def _own_pictures(front: Front, photos: dict[int, Photo], at: datetime) -> None:
    """A pin's own picture instead of the story's, where it may run."""
    for card in front.cards:
        photo = photos.get(card.pin.photo) if card.pin else None
        if photo:
            card.edition.looked_at.append(photo)
            card.edition.lead_figure = figure(photo, at=at) or card.edition.lead_figure


def _each_picture_once(front: Front) -> None:
    """Of two stories with one picture the first shows it."""
    shown = set()
    for edition in front.pictured:
        if edition.lead_figure and edition.lead_figure.photo.pk in shown:
            edition.lead_figure = None
        elif edition.lead_figure:
            shown.add(edition.lead_figure.photo.pk)


def _candidates(layout, found: Arranged, at: datetime, sections, listed, of_home: bool):
    """What may stand on the front; and when something pinned is known to begin."""
    parts = _pins_and_topic(layout, found, at)
    if of_home:
        parts += _newest(wanted(layout, found.content), at, sections)
    candidates, coming = _from_list(listed), []
    if parts:
        ids = Edition.objects.order_by().values("pk")
        # A union, each part read from its own index: of conditions joined by OR, PostgreSQL reads the whole table.
        asked = [
            ids.filter(pk__in=editions.values("pk"))
            .annotate(part=Value(part), pictured=_is_pictured(at) if part == NEWEST else Value(False))
            .values_list("pk", "article", "part", "first_published_at", "kind", "live_from", "pictured")
            for part, editions in parts
        ]
        for pk, article, part, first, kind, live_from, pictured in asked[0].union(*asked[1:], all=True):
            if live_from > at:
                coming.append(live_from)
            else:
                candidates.append(Candidate(pk, article, part, first, kind == Article.Kind.SPONSORED, bool(pictured)))
    return candidates, coming


def _pins_and_topic(layout, found: Arranged, at: datetime) -> list[tuple[str, QuerySet]]:
    """What is pinned, and the newest of the topic: enough of these that some may stand elsewhere."""
    parts = []
    if pinned := {pin.article for _, pin in pins(found.content) if pin.until > at}:
        parts.append((PINNED, Edition.objects.not_over(at).filter(article__in=pinned).order_by()))
    if found.topic:
        about = Edition.objects.live(at).in_list_of(Topic(pk=found.topic["id"])).order_by("-listed_at", "-listed_id")
        parts.append((TOPIC, about[: wanted(layout, found.content)]))
    return parts


def _newest(count: int, at: datetime, sections) -> list[tuple[str, QuerySet]]:
    newest = Edition.objects.live(at).newest_first()
    opinion = newest.filter(kind=Article.Kind.OPINION)
    strips = [(part_of(row["id"]), newest.filter(section=row["id"])[: count + STRIP]) for row in sections]
    return [(NEWEST, newest[:count]), (OPINION, opinion[:count]), *strips]


def _is_pictured(at: datetime) -> Exists:
    """Whether a story's own lead picture may run: with an alt text, its own for this use or the library's."""
    own_alt = ExpressionWrapper(OuterRef("lead_alt"), output_field=TextField())
    described = Q(is_decorative=True) | ~Q(alt="") | ~Q(own_alt="")
    return Exists(
        Photo.objects.usable(at).filter(pk=OuterRef("lead_photo")).annotate(own_alt=own_alt).filter(described)
    )


def _from_list(listed: Iterable[Edition]) -> list[Candidate]:
    """Those of a section's list; its opinion pieces make a rail unless the section is mostly opinion."""
    opinion = [edition for edition in listed if edition.kind == Article.Kind.OPINION]
    rail = opinion if 2 * len(opinion) < len(listed) else []
    return [
        Candidate(
            edition.pk, edition.article_id, part, edition.first_published_at, edition.is_sponsored,
            edition.lead_figure is not None,
        )
        for part, editions in ((NEWEST, listed), (OPINION, rail))
        for edition in editions
    ]  # fmt: skip
