"""Two texts word by word: what stayed, what went, what came. Pure.

Long texts are compared paragraph by paragraph first, and word by word only where paragraphs differ. Where even that
would take more than a moment, because the same few words come again and again, the old gives way to the new as a whole.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, REMOVED, ADDED = "same", "removed", "added"
MOST_PAIRS = 20_000  # of equal words between the two sides; difflib looks at each of them many times
PARAGRAPH = re.compile(r"[^\n]*\n+|[^\n]+")
WORD = re.compile(r"\s*\S+\s*")


@dataclass(frozen=True)
class Run:
    """Words in a row that stayed, were removed or were added; `gap` is the white space behind them."""

    kind: str
    words: str
    gap: str = ""


def compare(before: str, after: str) -> list[Run]:
    """What became of `before` in `after`. Differences of nothing but white space are none."""
    runs: list[Run] = []
    for kind, text in _joined(_paragraphs(before, after)):
        words = text.rstrip()
        runs.append(Run(kind, words, text[len(words) :]))
    return runs


def same_words(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but white space."""
    return one.split() == other.split()


def _paragraphs(before: str, after: str) -> Iterator[tuple[str, str]]:
    for kind, old, new in _steps(PARAGRAPH.findall(before), PARAGRAPH.findall(after)):
        if kind == SAME:
            yield SAME, "".join(new)
        else:
            yield from _words("".join(old), "".join(new))


def _words(before: str, after: str) -> Iterator[tuple[str, str]]:
    for kind, old, new in _steps(WORD.findall(before), WORD.findall(after)):
        if kind == SAME:
            yield SAME, "".join(new)
        else:
            yield REMOVED, "".join(old)
            yield ADDED, "".join(new)


def _steps(before: list[str], after: list[str]) -> Iterator[tuple[str, list[str], list[str]]]:
    """Pieces that are the same, or differ, in order; what both texts begin and end with is not searched."""
    old, new = [piece.split() for piece in before], [piece.split() for piece in after]
    start = _alike(zip(old, new, strict=False))
    end = min(_alike(zip(reversed(old), reversed(new), strict=False)), len(old) - start, len(new) - start)
    middle = slice(start, len(old) - end), slice(start, len(new) - end)
    yield SAME, before[:start], after[:start]
    for kind, *(i, j, m, n) in opcodes([*map(tuple, old[middle[0]])], [*map(tuple, new[middle[1]])]):
        yield kind, before[start + i : start + j], after[start + m : start + n]
    yield SAME, before[len(before) - end :], after[len(after) - end :]


def _alike(pairs) -> int:
    """How many pairs are equal before the first that is not."""
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count


def opcodes(before: list, after: list) -> Iterator[tuple]:
    """Stretches of both that are the SAME, or differ (REMOVED), by their bounds; pieces are compared by equality."""
    theirs = Counter(after)
    if sum(times * theirs[piece] for piece, times in Counter(before).items()) > MOST_PAIRS:
        yield REMOVED, 0, len(before), 0, len(after)
        return
    for tag, *bounds in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        yield SAME if tag == "equal" else REMOVED, *bounds


def _joined(pieces: Iterator[tuple[str, str]]) -> list[tuple[str, str]]:
    """Neighbours of one kind as one; empty ones left out."""
    joined: list[tuple[str, str]] = []
    for kind, text in pieces:
        if not text:
            continue
        if joined and joined[-1][0] == kind:
            joined[-1] = kind, joined[-1][1] + text
        else:
            joined.append((kind, text))
    return joined
