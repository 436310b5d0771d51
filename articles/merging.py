"""Two changes of one content brought together: what only one side changed is taken, the rest is in dispute. Pure."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

from articles import body as story_body
from articles.blocks_compared import CAME, CHANGED, MOVED, Alike, steps
from articles.comparison import TITLES, became
from articles.words_compared import SAME

GONE = object()


@dataclass(frozen=True)
class Dispute:
    """What both sides made their own: `mine` and `theirs` are values of the field, in the text lists of blocks."""

    field: str
    mine: object
    theirs: object

    @property
    def key(self) -> str:
        """The same for the same dispute, whatever else changes."""
        told = repr((self.field, self.mine, self.theirs))
        return f"{self.field}-{sha256(told.encode()).hexdigest()[:12]}"

    @property
    def has_both(self) -> bool:
        """Whether both can stand: what one adds to a list, and paragraphs."""
        return self.field in {"body", "authors", "related"}

    @property
    def both(self):
        return _distinct(self.mine, self.theirs)


@dataclass(frozen=True)
class Merged:
    """What both sides made: each field's value, or the Dispute about it.

    The text is in `pieces`, blocks and Disputes, where both changed it; else a value as the others are.
    """

    values: dict
    pieces: list | None = None

    @property
    def disputes(self) -> list[Dispute]:
        """In the order of the form."""
        found = []
        for name in TITLES:
            parts = self.pieces if name not in self.values else [self.values[name]]
            found += [part for part in parts if isinstance(part, Dispute)]
        return found

    def content(self, settle: Callable[[Dispute], object]) -> dict:
        """The content with every dispute settled; of one in the text `settle` gives blocks."""
        settled = {name: settle(one) if isinstance(one, Dispute) else one for name, one in self.values.items()}
        if self.pieces is None:
            return settled
        blocks = []
        for piece in self.pieces:
            blocks += settle(piece) if isinstance(piece, Dispute) else [piece]
        return settled | {"body": "\n".join(map(story_body.to_html, blocks))}


def merged(base: dict, mine: dict, theirs: dict) -> Merged:
    """What became of `base` on both sides: field by field, and in the text block by block."""
    values = {name: _field(name, base[name], mine[name], theirs[name]) for name in TITLES if name != "body"}
    found = _either(base["body"], mine["body"], theirs["body"])
    if len(found) == 1:
        return Merged(values | {"body": found[0]})
    return Merged(values, sequence(*(story_body.parse(side["body"]) for side in (base, mine, theirs)), became()))


def sequence(base: Sequence, mine: Sequence, theirs: Sequence, alike: Alike) -> list:
    """The pieces of both sides in their places, and a Dispute where the two do not go together.

    They do not where both changed, replaced or moved the same piece. Nothing is left out that either put in.
    """
    one, other = _side(base, mine, alike), _side(base, theirs, alike)
    found = []
    for place in range(len(base) + 1):
        is_replaced = place and one.became[place - 1] is other.became[place - 1] is GONE
        found += _added(one.added[place], other.added[place], one.moved & other.moved, is_replaced)
        if place < len(base):
            pieces = _either(base[place], one.became[place], other.became[place])
            sides = [[piece] if piece is not GONE else [] for piece in pieces]
            found += sides[0] if len(sides) == 1 else [Dispute("body", *sides)]
    return found


def _added(mine: list["_Added"], theirs: list["_Added"], moved_by_both: set, is_replaced: bool) -> list:
    """What either side put in at one place, mine first; a piece that both moved stands there in dispute."""
    if is_replaced and mine and theirs and mine != theirs:
        return [Dispute("body", [one.piece for one in mine], [one.piece for one in theirs])]
    found = []
    for one in mine:
        is_disputed = one.origin in moved_by_both and one not in theirs
        found.append(Dispute("body", [one.piece], []) if is_disputed else one.piece)
    new = [one for one in theirs if one not in mine]
    return found + [Dispute("body", [], [one.piece]) if one.origin in moved_by_both else one.piece for one in new]


def _field(name: str, base, mine, theirs):
    found = _either(base, mine, theirs)
    if len(found) == 1:
        return found[0]
    if name == "topics":
        return sorted((set(mine) | set(theirs)) - (set(base) - set(mine)) - (set(base) - set(theirs)))
    return Dispute(name, mine, theirs)


def _either(base, mine, theirs) -> list:
    """What one side alone made of it; both where each made its own."""
    if mine == theirs or theirs == base:
        return [mine]
    return [theirs] if mine == base else [mine, theirs]


def _distinct(mine: list, theirs: list) -> list:
    return mine + [one for one in theirs if one not in mine]


class _Added(NamedTuple):
    """A piece that a side put in, and which of the base it was where it was moved."""

    piece: Hashable
    origin: Hashable = None


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
            origin = step.before if step.kind == MOVED else None
            side.added[len(side.became)].append(_Added(step.after, origin))
            side.moved |= {origin} - {None}
        else:
            side.became.append(step.after if step.kind in {SAME, CHANGED} else GONE)
    return side
