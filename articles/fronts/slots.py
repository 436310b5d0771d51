"""The slots of a front, and what editors may put there: the content of an arrangement. Pure.

A content is a dict of plain values:
pins: for each slot that holds any, its pins, each {article, place, until, headline, kicker, photo, …}: `place` counts
from 0, and the rule fills the places between; `until` is a moment in ISO's form; `headline` and `kicker` are "" and
`photo` is null where the story's own are shown; `written_from` is the story's headline as it was when the front's own
words were written, and `written_at` when that was;
closed: the slots that are not shown; topic: the topic of the strip, or null.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.dateparse import parse_datetime

LEAD, SECONDS, RIVER, TOPIC, OPINION, CORRECTIONS = "lead", "seconds", "river", "topic", "opinion", "corrections"
STRIP = 4  # stories in the strip of each section, below
HEADLINE, KICKER = 120, 40  # characters at most of a front's own
LONGEST = timedelta(days=30)  # for which a story is pinned: a front that nobody touches is the rule's again after that


@dataclass(frozen=True)
class Slot:
    """A named place for `size` stories; for `lasts` a pin stays there unless an editor says otherwise."""

    key: str
    name: str
    size: int
    rule: str
    lasts: timedelta = timedelta(days=1)

    @property
    def takes_pins(self) -> bool:
        return self.key != CORRECTIONS


_LEAD = Slot(
    LEAD, "Lead", 1, "The newest of the first five with a picture; never a sponsored one.", timedelta(hours=12)
)
_SECONDS = Slot(SECONDS, "Seconds", 4, "The newest.")
_TOPIC = Slot(TOPIC, "Topic strip", 4, "The newest about its topic, as long as there is news of it.", timedelta(days=7))
_OPINION = Slot(OPINION, "Opinion rail", 4, "The newest opinion pieces.", timedelta(days=3))
_RIVER = Slot(RIVER, "River", 8, "The newest of all that stands nowhere above.")
_CORRECTIONS = Slot(CORRECTIONS, "Corrections", 3, "The most recent, for thirty days.")
HOME = (_LEAD, _SECONDS, _RIVER, _TOPIC, _OPINION, _CORRECTIONS)
SECTION = (_LEAD, _SECONDS, _TOPIC, _OPINION, _CORRECTIONS)  # its river is its list

EMPTY: dict = {"pins": {}, "closed": [], "topic": None}


@dataclass(frozen=True)
class Pin:
    """A story that an editor put into a place of a slot, until a moment, with the front's own words, if any."""

    article: int
    until: datetime
    place: int = 0
    headline: str = ""
    kicker: str = ""
    photo: int | None = None
    written_from: str = ""
    written_at: datetime | None = None

    @property
    def has_own_words(self) -> bool:
        return bool(self.headline or self.kicker)

    def as_value(self) -> dict:
        written_at = self.written_at and self.written_at.isoformat()
        return vars(self) | {"until": self.until.isoformat(), "written_at": written_at}

    @classmethod
    def of(cls, value: dict) -> "Pin":
        written_at = value.get("written_at")
        moments = {"until": parse_datetime(value["until"]), "written_at": written_at and parse_datetime(written_at)}
        return cls(**value | moments)


def slots_of(section) -> tuple[Slot, ...]:
    """The layout of a section's front; of None: the home page's."""
    return SECTION if section else HOME


def pins(content: dict) -> Iterator[tuple[str, Pin]]:
    """Every pin with the key of its slot."""
    for key, values in content["pins"].items():
        for value in values:
            yield key, Pin.of(value)


def pins_by_slot(content: dict) -> dict[str, list[Pin]]:
    """The pins of each slot that has any, in the order of their places."""
    found: dict[str, list[Pin]] = {}
    for key, pin in pins(content):
        found.setdefault(key, []).append(pin)
    return {key: sorted(own, key=lambda pin: pin.place) for key, own in found.items()}


def with_pins(content: dict, by_slot: dict[str, list[Pin]]) -> dict:
    """The content with these pins instead of its own; a slot without any is not named."""
    ordered = {key: sorted(found, key=lambda pin: pin.place) for key, found in by_slot.items() if found}
    values = {key: [pin.as_value() for pin in found] for key, found in ordered.items()}
    return deepcopy(content) | {"pins": values}


def wanted(layout: tuple[Slot, ...], content: dict) -> int:
    """How many of the newest a front can want at most, before the strips of the sections."""
    held = sum(len(found) for found in content["pins"].values())
    return sum(slot.size for slot in layout) + held
