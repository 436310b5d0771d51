"""Which story stands where on a front: the pins that hold, and the rule for the rest. Pure.

No story stands twice. Editors' pins are placed first, whatever slot they are in; then the lead, the seconds, the topic
strip, the opinion rail, the river and the strips of the sections take the newest of what is left.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from articles.fronts.slots import CORRECTIONS, LEAD, OPINION, SECONDS, STRIP, TOPIC, Pin, Slot, pins_by_slot

NEWEST, PINNED = "newest", "pinned"  # parts of the candidates; the others are the slots TOPIC and OPINION, and sections
LED_BY = 5  # of so many the newest with a picture leads
STALE = timedelta(days=90)  # older than the front's newest story: no news of the topic, no opinion of these days
FEWEST = 2  # stories that make a strip of a topic, or a rail


@dataclass(frozen=True)
class Candidate:
    """A live edition that may stand on the front, and the part of it for which it was found."""

    edition: int
    article: int
    part: str
    first_published_at: datetime
    is_sponsored: bool = False
    is_pictured: bool = False

    @property
    def age(self) -> tuple:
        return self.first_published_at, self.edition


@dataclass
class Filled:
    """The editions of each slot in order, with the pins among them, and those of each section's strip."""

    slots: dict[str, list[int]]
    strips: dict[int, list[int]]
    pins: dict[int, Pin]

    @property
    def editions(self) -> set[int]:
        return {pk for found in [*self.slots.values(), *self.strips.values()] for pk in found}


@dataclass
class _Filling:
    """A front that is being filled."""

    candidates: list[Candidate]
    shown: set[int] = field(default_factory=set)
    pins: dict[int, Pin] = field(default_factory=dict)

    def part(self, part: str) -> list[Candidate]:
        """What is left for it, the newest first."""
        return [one for one in self.candidates if one.part == part and one.article not in self.shown]

    def take(self, found: list[Candidate]) -> list[int]:
        self.shown |= {one.article for one in found}
        return [one.edition for one in found]


def fill(
    layout: tuple[Slot, ...], content: dict, candidates: Iterable[Candidate], at: datetime, sections: Iterable[int] = ()
) -> Filled:
    """The front at `at`; `candidates` are live then, each with the part for which it was found, in any order."""
    filling = _Filling(sorted(candidates, key=lambda one: one.age, reverse=True))
    open_slots = {slot.key: slot for slot in layout if slot.key not in content["closed"] and slot.key != CORRECTIONS}
    by_slot = pins_by_slot(content)
    held = {key: _pinned(filling, slot, by_slot.get(key, ()), at) for key, slot in open_slots.items()}
    slots = dict.fromkeys(open_slots)
    for key in sorted(open_slots, key=_turn):
        by_rule = filling.take(_by_rule(filling, open_slots[key], len(held[key])))
        slots[key] = _in_order(held[key], by_rule, open_slots[key].size)
    strips = {section: filling.take(filling.part(part_of(section))[:STRIP]) for section in sections}
    return Filled(slots, {section: found for section, found in strips.items() if found}, filling.pins)


def part_of(section: int) -> str:
    """The part of the candidates for a section's strip."""
    return f"section {section}"


def _turn(key: str) -> int:
    """When a slot takes by rule: the lead, the seconds, what is chosen by its kind, then the river."""
    return {LEAD: 0, SECONDS: 1, TOPIC: 2, OPINION: 3}.get(key, 4)


def _pinned(filling: _Filling, slot: Slot, pins: Iterable[Pin], at: datetime) -> dict[int, int]:
    """The editions of the pins that hold, by their places."""
    live = {one.article: one for one in filling.candidates if one.part == PINNED}
    found = {}
    for pin in pins:
        one = live.get(pin.article)
        holds = one and pin.until > at and pin.article not in filling.shown and pin.place < slot.size
        if holds and not (slot.key == LEAD and one.is_sponsored):
            filling.pins[one.edition] = pin
            (found[pin.place],) = filling.take([one])
    return found


def _in_order(held: dict[int, int], by_rule: list[int], size: int) -> list[int]:
    """The pins in their places, and the rule's stories in those between; where there are too few, all closes up."""
    rest = iter(by_rule)
    places = (held.get(place) or next(rest, None) for place in range(size))
    return [pk for pk in places if pk is not None]


def _by_rule(filling: _Filling, slot: Slot, held: int) -> list[Candidate]:
    room = slot.size - held
    if slot.key == LEAD:
        first = [one for one in filling.part(NEWEST) if not one.is_sponsored][:LED_BY]
        pictured = [one for one in first if one.is_pictured]
        return (pictured or first)[:room]
    if slot.key not in (TOPIC, OPINION):
        return filling.part(NEWEST)[:room]
    newest = max((one.first_published_at for one in filling.candidates), default=None)
    fresh = [one for one in filling.part(slot.key) if one.first_published_at > newest - STALE][:room]
    return fresh if held + len(fresh) >= FEWEST else []
