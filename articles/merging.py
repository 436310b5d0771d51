"""Two changes of one content brought together: what only one side changed is taken, the rest is a conflict. Pure."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from articles import body as story_body
from articles.blocks_compared import CAME, CHANGED, MOVED, Alike, steps
from articles.comparison import TITLES, became
from articles.words_compared import SAME

GONE = object()


@dataclass(frozen=True)
class Merged:
    """The content that both sides made. In the fields of `conflicts` the two do not go together: it has mine there, and
    in the text both, one after the other."""

    content: dict
    conflicts: list[str]


def merged(base: dict, mine: dict, theirs: dict) -> Merged:
    """What became of `base` on both sides: field by field, and in the text block by block."""
    content, conflicts = {}, []
    for name in TITLES:
        content[name], goes_together = _field(name, base[name], mine[name], theirs[name])
        conflicts += [] if goes_together else [name]
    return Merged(content, conflicts)


def sequence(base: Sequence, mine: Sequence, theirs: Sequence, alike: Alike) -> tuple[list, bool]:
    """The pieces of both sides in their places, and whether the two go together.

    They do not where both changed, replaced or moved the same piece; then it stands there as each has it, mine first.
    So nothing is lost that either put in.
    """
    one, other = _side(base, mine, alike), _side(base, theirs, alike)
    together = one.added == other.added or not one.moved & other.moved
    found = []
    for place in range(len(base) + 1):
        added = _distinct(one.added[place], other.added[place])
        found += added
        if place and one.became[place - 1] is other.became[place - 1] is GONE:
            together &= not (one.added[place] and other.added[place] and added != one.added[place])
        if place < len(base):
            pieces = _either(base[place], one.became[place], other.became[place])
            found += [piece for piece in pieces if piece is not GONE]
            together &= len(pieces) == 1
    return found, together


def _field(name: str, base, mine, theirs) -> tuple[object, bool]:
    found = _either(base, mine, theirs)
    if len(found) == 1:
        return found[0], True
    if name == "body":
        blocks, together = sequence(*map(story_body.parse, (base, mine, theirs)), became())
        return "\n".join(map(story_body.to_html, blocks)), together
    if name == "topics":
        return sorted((set(mine) | set(theirs)) - (set(base) - set(mine)) - (set(base) - set(theirs))), True
    return mine, False


def _either(base, mine, theirs) -> list:
    """What one side alone made of it; both where each made its own."""
    if mine == theirs or theirs == base:
        return [mine]
    return [theirs] if mine == base else [mine, theirs]


def _distinct(mine: list, theirs: list) -> list:
    return mine if mine == theirs else mine + theirs


@dataclass
class _Side:
    """What one side made of the base: of each piece what it became, what came before each, and which moved."""

    became: list = field(default_factory=list)
    added: dict[int, list] = field(default_factory=lambda: defaultdict(list))
    moved: set = field(default_factory=set)


def _side(base: Sequence, after: Sequence, alike: Alike) -> _Side:
    side = _Side()
    for step in steps(base, after, alike):
        if step.kind in {CAME, MOVED}:
            side.added[len(side.became)].append(step.after)
            side.moved |= {step.before} if step.kind == MOVED else set()
        else:
            side.became.append(step.after if step.kind in {SAME, CHANGED} else GONE)
    return side
