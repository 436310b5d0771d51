"""Two sequences of blocks beside each other: what stayed, changed, went, came and moved. Pure.

A block is anything that can be hashed; whether one became another, changed as it may be, is asked of `alike`.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

from articles.words_compared import SAME, opcodes

CHANGED, WENT, CAME, LEFT, MOVED = "changed", "went", "came", "left", "moved"
MOST_PAIRS = 40_000  # that are asked whether they are alike; of more blocks, those that differ went and came

Alike = Callable[[Hashable, Hashable], bool]


@dataclass(frozen=True)
class Step:
    """A place of two sequences, with what stood there `before` and stands there `after`.

    A block that moved has two: LEFT at its old place, with `before` alone, and MOVED at its new one, with both, which
    differ where it was changed too. `up` says to where.
    """

    kind: str
    before: Hashable = None
    after: Hashable = None
    up: bool = False


def steps(before: Sequence, after: Sequence, alike: Alike) -> list[Step]:
    """From `before` to `after`, in the order in which one reads both."""
    stayed = _stayed(before, after)
    moved = _moved(before, after, stayed)
    stayed |= _became(before, after, stayed, moved, alike)
    moved |= _pairs(_left(before, stayed | moved), _new(after, stayed | moved), before, after, alike)
    return list(_walk(before, after, stayed, moved))


def side_before(found: list[Step]) -> list:
    """The first of the two sequences, out of its steps to the second."""
    return [step.before for step in found if step.kind in {SAME, CHANGED, WENT, LEFT}]


def side_after(found: list[Step]) -> list:
    """The second of the two sequences, out of the steps to it."""
    return [step.after for step in found if step.kind in {SAME, CHANGED, CAME, MOVED}]


# All below speak of blocks by their places; a pairing is {place after: place before}.


def _stayed(before: Sequence, after: Sequence) -> dict[int, int]:
    """Those that are equal and in the same order."""
    equal = (bounds for kind, *bounds in opcodes(list(before), list(after)) if kind == SAME)
    return {new: old for i, j, m, n in equal for old, new in zip(range(i, j), range(m, n), strict=True)}


def _moved(before: Sequence, after: Sequence, stayed: dict[int, int]) -> dict[int, int]:
    """Those that are equal, and elsewhere."""
    places = defaultdict(list)
    for old in reversed(_left(before, stayed)):
        places[before[old]].append(old)
    return {new: places[after[new]].pop() for new in _new(after, stayed) if places[after[new]]}


def _became(before, after, stayed: dict[int, int], moved: dict[int, int], alike: Alike) -> dict[int, int]:
    """Between two that stayed, those that became others without leaving their order."""
    found, old, new = {}, 0, 0
    elsewhere = set(moved.values())
    for next_new, next_old in [*sorted(stayed.items()), (len(after), len(before))]:
        gone = [place for place in range(old, next_old) if place not in elsewhere]
        come = [place for place in range(new, next_new) if place not in moved]
        found |= _pairs(gone, come, before, after, alike, in_order=True)
        old, new = next_old + 1, next_new + 1
    return found


def _pairs(gone: list[int], come: list[int], before, after, alike: Alike, in_order: bool = False) -> dict[int, int]:
    if len(gone) * len(come) > MOST_PAIRS:
        return {}
    found = {}
    for new in come:
        at = next((at for at, old in enumerate(gone) if alike(before[old], after[new])), None)
        if at is not None:
            found[new] = gone[at]
            gone = gone[at + 1 :] if in_order else gone[:at] + gone[at + 1 :]
    return found


def _left(before: Sequence, paired: dict[int, int]) -> list[int]:
    taken = set(paired.values())
    return [place for place in range(len(before)) if place not in taken]


def _new(after: Sequence, paired: dict[int, int]) -> list[int]:
    return [place for place in range(len(after)) if place not in paired]


def _walk(before: Sequence, after: Sequence, stayed: dict[int, int], moved: dict[int, int]) -> Iterator[Step]:
    to = {old: new for new, old in moved.items()}
    old, new = 0, 0
    for next_new, next_old in [*sorted(stayed.items()), (len(after), len(before))]:
        for place in range(old, next_old):
            yield Step(LEFT, before[place], up=to[place] < new) if place in to else Step(WENT, before[place])
        for place in range(new, next_new):
            origin = moved.get(place)
            if origin is None:
                yield Step(CAME, after=after[place])
            else:
                yield Step(MOVED, before[origin], after[place], up=origin >= next_old)
        if next_new < len(after):
            one, other = before[next_old], after[next_new]
            yield Step(SAME if one == other else CHANGED, one, other)
        old, new = next_old + 1, next_new + 1
