"""What the screen of a front shows: each slot with its pins and what the rule adds, and the stories to choose from."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from articles import roles
from articles.admin.choosers import describable, describe, matching
from articles.admin.inlines import UNSEEN
from articles.fronts.page import Card, Front, arranged_as, front_of
from articles.fronts.slots import Pin, Slot, pins, pins_by_slot, slots_of
from articles.fronts.stale import Doubt, doubts
from articles.models import Article, Edition, Figure, Section, Topic
from articles.photos.moments import in_words

FOUND = 12


@dataclass(frozen=True)
class Row:
    """A story in a slot: pinned there, shown by readers' rule, or pinned and not seen, with the reason."""

    article: int
    headline: str
    position: int
    figure: Figure | None = None
    pin: Pin | None = None
    own: str = ""
    unseen: str = ""
    doubt: Doubt | None = None
    is_first: bool = False
    is_last: bool = False


@dataclass(frozen=True)
class SlotRows:
    """A slot with its rows: the pins first."""

    slot: Slot
    is_closed: bool
    rows: list[Row] = field(default_factory=list)

    @property
    def pinned(self) -> int:
        return sum(row.pin is not None for row in self.rows)


def slot_rows(section: Section | None, content: dict, user, at: datetime) -> list[SlotRows]:
    """Every slot of the front as the content would fill it at `at`."""
    front, _ = front_of(section, at, arranged_as(content))
    own = [pin for _, pin in pins(content)]
    names = _names(user, {pin.article for pin in own})
    telling = _Telling(front, content, names, {doubt.pin.article: doubt for doubt in doubts(own, at)}, at)
    return [telling.slot(slot) for slot in slots_of(section)]


@dataclass
class _Telling:
    """How a front's pins stand."""

    front: Front
    content: dict
    names: dict[int, str]
    doubts: dict[int, Doubt]
    at: datetime

    def __post_init__(self):
        self.shown = {card.edition.article_id: card for card in self.front.cards if card.pin}
        ahead = Edition.objects.not_over(self.at).filter(live_from__gt=self.at, article__in=self.names)
        self.coming = dict(ahead.order_by("-live_from").values_list("article", "live_from"))

    def slot(self, slot: Slot) -> SlotRows:
        cards = self.front.slots.get(slot.key, [])
        rows = [self._pinned(card.pin, slot) if card.pin else _by_rule(card, n) for n, card in enumerate(cards)]
        for pin in pins_by_slot(self.content).get(slot.key, []):
            if pin.article not in self.shown:
                rows.insert(pin.place, self._pinned(pin, slot))
        return SlotRows(slot, slot.key in self.content["closed"], rows)

    def _pinned(self, pin: Pin, slot: Slot) -> Row:
        card = self.shown.get(pin.article)
        name = card.edition.headline if card else self.names.get(pin.article, UNSEEN)
        return Row(
            pin.article, pin.headline or name, pin.place, card and card.edition.lead_figure, pin,
            own=name if pin.headline else "", unseen="" if card else self._why_unseen(pin),
            doubt=self.doubts.get(pin.article), is_first=pin.place == 0, is_last=pin.place == slot.size - 1,
        )  # fmt: skip

    def _why_unseen(self, pin: Pin) -> str:
        if pin.until <= self.at:
            return f"Not shown: its pin ended on {in_words(pin.until)}."
        if pin.article in self.coming:
            return f"Appears by itself on {in_words(self.coming[pin.article])}."
        if pin.article in self.doubts:
            return f"Not shown: the story was {self.doubts[pin.article].what}."
        if Edition.objects.live(self.at).filter(article=pin.article).exists():
            return "Not shown: the slot is closed, or the story may not stand here."
        return "Not shown until the story is published."


def _by_rule(card: Card, position: int) -> Row:
    return Row(card.edition.article_id, card.edition.headline, position, card.edition.lead_figure)


def _names(user, articles: Iterable[int]) -> dict[int, str]:
    """What the stories are called for the person."""
    known = roles.choosable_by(user, Article.objects.filter(pk__in=articles).only("headline"))
    return {story.pk: str(story) for story in known}


def names_of(user, *contents: dict) -> tuple[dict[int, str], dict[int, str]]:
    """The names of the stories and of the topics that the contents have."""
    stories = _names(user, {pin.article for content in contents for _, pin in pins(content)})
    wanted = [content["topic"] for content in contents if content["topic"]]
    return stories, dict(Topic.objects.filter(pk__in=wanted).values_list("pk", "name"))


def stories_to_choose(user, words: str, at: datetime) -> list[dict]:
    """Stories that match the words, last changed first; without words the newest that readers see or will."""
    choosable = roles.choosable_by(user, describable())
    if words.strip():
        return describe(list(matching(choosable, words, user)[:FOUND]))
    newest = list(Edition.objects.not_over(at).newest_first().values_list("article", flat=True)[: 2 * FOUND])
    found = choosable.in_bulk(newest)
    return describe([found[pk] for pk in dict.fromkeys(newest) if pk in found][:FOUND])
