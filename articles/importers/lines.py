"""A text's lines: line ends, blank lines, hard-wrapped paragraphs joined again. Pure.

Wrapped text is undone by the rule that made it: a line was broken where the next word would not have fitted.
"""

import re
from dataclasses import dataclass
from functools import partial

_ENDS = re.compile(r"\r\n|\r|\n|\u2028|\u2029|\x85|\f|\v")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"))
_SOFT_HYPHEN = "\u00ad"
# A hard space by letters or by another space is the page's layout; after a number or by French marks it is the text's.
_LAYOUT_SPACE = re.compile(r"(?<=[^\W\d_])\u00a0(?=[^\W\d_])|\u00a0 | \u00a0")
_BULLET = re.compile(r"(?:[•▪◦‣●■*]|[-–](?= )|\d{1,2}[.)](?= ))\s*\S")
_LONG = 15  # words
_STOPS = '.!?…:;”"’»)'


@dataclass(frozen=True)
class Line:
    """One paragraph-like line; ``gap`` counts the blank lines before it."""

    text: str
    gap: int = 0


def is_point(text: str) -> bool:
    """Whether the line begins as an item of a list does."""
    return bool(_BULLET.match(text))


def read_lines(text: str) -> list[Line]:
    """The non-blank lines, stripped, wrapped ones joined."""
    rows = [_LAYOUT_SPACE.sub(" ", row.translate(_INVISIBLE)).strip() for row in _ENDS.split(text)]
    width = _wrap_width(rows)
    words = _whole_words(rows) if width else frozenset()
    return _number_gaps(rows, partial(_is_soft, width=width) if width else _never, words)


def _never(row: str, following: str) -> bool:
    return False


def _is_soft(row: str, following: str, width: int) -> bool:
    """Whether the break after ``row`` was made by wrapping at ``width``."""
    if _BULLET.match(following):
        return False
    return len(row) + 1 + len(following.split()[0]) > width


def _wrap_width(rows: list[str]) -> int:
    """The width the text was wrapped at, or 0 when each line is a paragraph."""
    pairs = [(row, after) for row, after in zip(rows, [*rows[1:], ""], strict=True) if row and after]
    lengths = [len(row) for row in rows if row]
    if len(pairs) < 4 or max(lengths) > 130:
        return 0
    width = max(lengths)
    open_ended = sum(1 for row, _ in pairs if row[-1] not in _STOPS)
    broken = sum(1 for row, after in pairs if _is_soft(row, after, width) and width - len(row) < 20)
    return width if width >= 30 and broken >= 0.55 * len(pairs) and open_ended >= 0.4 * len(pairs) else 0


def _whole_words(rows: list[str]) -> frozenset[str]:
    return frozenset(word.strip('.,;:!?”“"()').casefold() for row in rows for word in row.split())


def _number_gaps(rows: list[str], is_soft, words: frozenset[str]) -> list[Line]:
    lines: list[Line] = []
    gap, start_gap, before = 0, 0, ""
    parts: list[str] = []
    for row in rows:
        if not row:
            gap, before = gap + 1, ""
            continue
        if before and is_soft(before, row):
            parts.append(row)
        else:
            if parts:
                lines.append(Line(_joined(parts, words), start_gap))
            parts, start_gap = [row], gap
        gap, before = 0, row
    if parts:
        lines.append(Line(_joined(parts, words), start_gap))
    return lines


def _joined(parts: list[str], words: frozenset[str]) -> str:
    """Rows as one line; a hyphen at a row's end goes only where the whole word stands elsewhere in the text."""
    joined = parts[0]
    pieces: list[str] = []
    for row in parts[1:]:
        pieces.append(_before_break(joined, row, words))
        joined = row
    return "".join([*pieces, joined]).replace(_SOFT_HYPHEN, "")


def _before_break(row: str, following: str, words: frozenset[str]) -> str:
    if row.endswith(_SOFT_HYPHEN):
        return row[:-1]
    if not re.search(r"[^\W\d_]-$", row) or not following[0].islower():
        return f"{row} "
    head = re.split(r"[\s“”(]", row)[-1][:-1]
    tail = re.match(r"[\w’']+", following)
    whole = (head + tail.group()).casefold() if tail else ""
    return row[:-1] if whole in words else row


def has_blank_lines(lines: list[Line]) -> bool:
    """Whether the text parts its paragraphs by blank lines, so that lines without one belong together.

    The long lines decide where there are some: menus and buttons stand tight on any page.
    """
    long = [line for line in lines[1:] if len(line.text.split()) >= _LONG]
    asked = long if len(long) >= 3 else lines[1:]
    return len(lines) > 2 and sum(1 for line in asked if line.gap) >= 0.4 * len(asked)
