"""Two arrangements of one front brought together, slot by slot. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from articles.fronts.slots import Pin, pins_by_slot, with_pins

TOPIC_OF_STRIP = "topic of the strip"
MINE, THEIRS = "mine", "theirs"


@dataclass(frozen=True)
class Dispute:
    """A slot, or the topic of the strip, that both changed: what each made of it."""

    key: str
    mine: object
    theirs: object


@dataclass(frozen=True)
class Merged:
    """What came of both; what is in dispute stands in `content` as the answers say, and as mine where there is none."""

    content: dict
    disputes: list[Dispute]
    moved: set[int]

    def unanswered(self, answers: Mapping[str, str]) -> list[Dispute]:
        return [dispute for dispute in self.disputes if answers.get(dispute.key) not in (MINE, THEIRS)]


def merge(base: dict, mine: dict, theirs: dict, answers: Mapping[str, str] | None = None) -> Merged:
    """`mine` and `theirs`, both made of `base`: who alone changed a slot has it, and what both changed is a dispute.

    `answers` say for the key of a dispute whose it is to be. A story that then stood twice (`moved`) stands where I
    put it, and where they put it only if I left it alone.
    """
    answers, disputes = answers or {}, []

    def settled(key: str, values: list):
        before, own, other = values
        if own == other or other == before:
            return own
        if own == before:
            return other
        disputes.append(Dispute(key, own, other))
        return other if answers.get(key) == THEIRS else own

    sides = [pins_by_slot(content) for content in (base, mine, theirs)]
    keys = list(dict.fromkeys(key for side in sides for key in side))
    by_slot = {key: settled(key, [side.get(key, []) for side in sides]) for key in keys}
    topic = settled(TOPIC_OF_STRIP, [content["topic"] for content in (base, mine, theirs)])
    by_slot, moved = _each_once(by_slot, *(_places(side) for side in sides[:2]))
    content = with_pins({"closed": _closed(base, mine, theirs), "topic": topic, "pins": {}}, by_slot)
    return Merged(content, disputes, moved)


def _places(by_slot: dict[str, list[Pin]]) -> dict[int, str]:
    return {pin.article: key for key, found in by_slot.items() for pin in found}


def _each_once(by_slot: dict[str, list[Pin]], before: dict[int, str], mine: dict[int, str]):
    """Each story in one slot alone, and which of them stood in two."""
    slots: dict[int, list[str]] = {}
    for key, found in by_slot.items():
        for pin in found:
            slots.setdefault(pin.article, []).append(key)
    twice = {article: keys for article, keys in slots.items() if len(keys) > 1}
    kept = {article: _kept(keys, before.get(article), mine.get(article)) for article, keys in twice.items()}
    once = {key: [pin for pin in found if kept.get(pin.article, key) == key] for key, found in by_slot.items()}
    return once, set(twice)


def _kept(keys: list[str], before: str | None, mine: str | None) -> str:
    if mine in keys and mine != before:
        return mine
    return next((key for key in keys if key != mine), keys[0])


def _closed(base: dict, mine: dict, theirs: dict) -> list[str]:
    before, own, other = (set(content["closed"]) for content in (base, mine, theirs))
    return sorted((own & other) | ((own | other) - before))
