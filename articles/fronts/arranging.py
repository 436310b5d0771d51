"""Arranging a front, a step at a time: each step makes a new content of the one before. Pure."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from articles.fronts.slots import LEAD, SECONDS, Pin, Slot, pins, pins_by_slot, with_pins


def pin_of(content: dict, article: int) -> tuple[str, Pin] | None:
    """Where the story is pinned, and how; None where it is not."""
    return next(((key, pin) for key, pin in pins(content) if pin.article == article), None)


def place(content: dict, layout: Iterable[Slot], article: int, key: str, position: int, until: datetime) -> dict:
    """The story pinned in the slot at the place, from wherever it was; it keeps its end, or gets `until`.

    A pin that stands there moves on: towards where the story came from, else down. What has no room any more goes back
    to the rule; but a lead that gives way becomes the first of the seconds.
    """
    sizes = {slot.key: slot.size for slot in layout if slot.takes_pins}
    if key not in sizes:
        raise ValueError(f"No stories are put into {key}.")
    came_from, pin = pin_of(content, article) or ("", Pin(article, until))
    by_slot = {name: [one for one in found if one.article != article] for name, found in pins_by_slot(content).items()}
    position = max(0, min(position, sizes[key] - 1))
    way = -1 if came_from == key and pin.place < position else 1
    by_slot[key], over = _settled(by_slot.get(key, []), pin, position, way, sizes[key])
    if over and key == LEAD and SECONDS in sizes:
        by_slot[SECONDS], _ = _settled(by_slot.get(SECONDS, []), over, 0, 1, sizes[SECONDS])
    return with_pins(content, by_slot)


def _settled(pins: list[Pin], pin: Pin, position: int, way: int, size: int) -> tuple[list[Pin], Pin | None]:
    """The pins of a slot with one more, each that gives way a place further on; and the one without a place, if any."""
    places = {one.place: one for one in pins}
    moving: Pin | None = pin
    while moving and 0 <= position < size:
        moving, places[position] = places.get(position), replace(moving, place=position)
        position += way
    return list(places.values()), moving


def take_out(content: dict, articles: set[int]) -> dict:
    """The content without the pins of these stories."""
    by_slot = pins_by_slot(content)
    return with_pins(
        content, {k: [pin for pin in found if pin.article not in articles] for k, found in by_slot.items()}
    )


def dress(content: dict, article: int, **values) -> dict:
    """The content with other words, another picture or another end (fields of Pin) for the story's pin."""
    by_slot = pins_by_slot(content)
    changed = {
        key: [replace(pin, **values) if pin.article == article else pin for pin in found]
        for key, found in by_slot.items()
    }
    return with_pins(content, changed)


def close(content: dict, key: str) -> dict:
    """The content with the slot not shown; what is pinned there stays for when it is opened again."""
    return content | {"closed": sorted({*content["closed"], key})}


def reopen(content: dict, key: str) -> dict:
    return content | {"closed": [closed for closed in content["closed"] if closed != key]}


def about(content: dict, topic: int | None) -> dict:
    """The content with a strip about the topic; about none it shows what is pinned there."""
    return content | {"topic": topic}


def without_ended(content: dict, at: datetime) -> dict:
    """The content without the pins that are over by `at`."""
    return take_out(content, {pin.article for _, pin in pins(content) if pin.until <= at})


def lasting(content: dict, layout: Iterable[Slot], at: datetime) -> tuple[dict, int]:
    """The content for a front that begins `at`: pins that would be over by then last from then on; and how many did."""
    ends = {slot.key: at + slot.lasts for slot in layout}
    ended = [(key, pin.article) for key, pin in pins(content) if pin.until <= at]
    for key, article in ended:
        content = dress(content, article, until=ends[key])
    return content, len(ended)
