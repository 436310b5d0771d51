"""What differs between two arrangements of a front, in words. Pure."""

from collections.abc import Iterator, Mapping

from articles.fronts.slots import HOME, Pin, pins_by_slot

NAMES = {slot.key: slot.name for slot in HOME}


def told(before: dict, after: dict, stories: Mapping[int, str], topics: Mapping[int, str]) -> list[str]:
    """A line for each change; `stories` and `topics` give the names of those that either has."""
    return [*_pins(before, after, stories), *_slots(before, after), *_topic(before, after, topics)]


def _pins(before: dict, after: dict, stories: Mapping[int, str]) -> Iterator[str]:
    was, now = _places(before), _places(after)
    for article in dict.fromkeys([*now, *was]):
        name = f"“{stories.get(article, article)}”"
        if article not in was:
            yield f"{name} into {NAMES[now[article][0]]}"
        elif article not in now:
            yield f"{name} out of {NAMES[was[article][0]]}"
        elif was[article][0] != now[article][0]:
            yield f"{name} from {NAMES[was[article][0]]} to {NAMES[now[article][0]]}"
        elif changed := _dressed(was[article][1], now[article][1]):
            yield f"{name}: {changed}"


def _places(content: dict) -> dict[int, tuple[str, Pin]]:
    return {pin.article: (key, pin) for key, found in pins_by_slot(content).items() for pin in found}


def _dressed(before: Pin, after: Pin) -> str:
    names = {"place": "place", "headline": "headline", "kicker": "kicker", "photo": "picture", "until": "end"}
    changed = (name for field, name in names.items() if getattr(before, field) != getattr(after, field))
    return ", ".join(f"another {name}" for name in changed)


def _slots(before: dict, after: dict) -> Iterator[str]:
    for key, name in NAMES.items():
        if (key in before["closed"]) != (key in after["closed"]):
            yield f"{name} {'closed' if key in after['closed'] else 'opened'}"


def _topic(before: dict, after: dict, topics: Mapping[int, str]) -> Iterator[str]:
    if before["topic"] != after["topic"]:
        topic = topics.get(after["topic"], "no topic") if after["topic"] else "no topic"
        yield f"The topic strip is about {topic}"
