"""Where in a line the credit begins: every place it could, weighed by what stands before and after. Pure.

Only the last WINDOW characters are looked at, so the work is bounded whatever the line is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.photos.credit_boundaries import DASH, boundary, is_sentence_end, starts
from articles.photos.credit_grammar import read_credit
from articles.photos.credit_qualifiers import LICENCE
from articles.photos.credit_segments import Segment, cut_segments
from articles.photos.houses import find_house
from articles.photos.labels import (
    ANNOUNCED_BEHIND,
    BARE_LABEL,
    CLOSING,
    GLUED_CREDIT,
    LABEL,
    OPENING,
    strip_credit_labels,
)
from articles.photos.names import has_body_word, is_acronym, is_title_case

WINDOW = 260
_SURE_BRACKET = 0.8  # from here on, no credit begins within the bracket (`R.J. Doe`)
_SURE_TAIL = 0.9
_LONG_NAME = 5  # words of a body; more are a sentence
_GUESS = 0.4  # the weight of a place that only a listed house can make a credit's beginning
_AFTER_STOP, _AFTER_DASH, _GLUED = 0.97, 0.9, 0.86  # weights that boundary() gives
_DOUBTS = (_AFTER_DASH, _GLUED)
_HEADLINE = re.compile(r"[^/]+ [-–—] [^/]+")  # as a whole line: `Storm in Hallam — Reuters`
_OWNER = re.compile(r"(?:^|[.!?”\")|(]\s*|\s[-–—]\s)([^\W\d_]+\.?(?: [^\W\d_]+){0,3}) $")
_SUPPLIED = re.compile(
    r"[(\[](?:supplied|handout|instagram|facebook|twitter|x|tiktok|youtube"
    r"|(?:viewer|reader|submitted|contributed|family|staff) (?:photo|pic|picture|image|video)): ?\S",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Tail:
    """A credit that could start at ``start`` of the line; ``score`` from 0 to 1."""

    start: int
    credit: str
    score: float
    confidence: float = 0.0
    is_made: bool = False  # it has a label, or names a photographer and a listed house


def best_tail(text: str) -> Tail | None:
    """The likeliest credit at the end of a line, or None."""
    bracketed = list(_bracketed(text))
    end = bracketed[0].start if bracketed and bracketed[0].score > _SURE_BRACKET else len(text)
    tails = [
        *bracketed,
        *_labelled(text),
        *_announced_behind(text),
        *(tail for tail in _bare(text) if tail.start <= end),
    ]
    best = max(tails, key=_likeliness, default=None)
    return best if not best or best.start else _after_sentence(tails) or best


def _likeliness(tail: Tail) -> tuple[float, int]:
    return round(tail.score, 3), -tail.start


def _after_sentence(tails: list[Tail]) -> Tail | None:
    """`Hallam Bridge. ANTARA/Jane Doe` is no credit from its first word on where one stands behind a full stop."""
    made = [tail for tail in tails if tail.start and tail.is_made and min(tail.score, tail.confidence) > _SURE_TAIL]
    return max(made, key=_likeliness, default=None)


def _bracketed(text: str) -> Iterator[Tail]:
    """A last bracket that holds a credit; a word after it may only be a qualifier."""
    closed = text.rstrip(" .\u00a0")
    if closed[-1:] not in CLOSING:
        return
    start = _opening(closed)
    if start < 0:
        return
    inside = closed[start:]
    if LICENCE.fullmatch(inside):
        return
    credit = strip_credit_labels(inside)
    quality = read_credit(credit).confidence
    labelled = strip_credit_labels(inside[1:-1]) != inside[1:-1].strip()
    if _follows_capitals(text[:start]) and find_house(credit):
        yield Tail(start, credit, 0.6, 0.6)
    elif quality >= 0.85 or (labelled and quality >= 0.3):
        yield Tail(start, credit, 0.97 * max(quality, 0.9 if labelled else 0), 0.95)
    elif quality >= 0.5 and is_sentence_end(text[:start].rstrip()):
        yield Tail(start, credit, 0.6, 0.7)
    elif _SUPPLIED.match(inside) and start:
        yield Tail(start, credit, 0.9, 0.9)
    elif len(credit.split()) > 1 and has_body_word(credit) and is_sentence_end(text[:start].rstrip()):
        yield Tail(start, credit, 0.64, 0.65)
    elif quality >= 0.3 and not inside[1:2].islower() and not inside[-2:-1].isdigit():
        yield Tail(start, credit, 0.45, 0.5)


def _follows_capitals(before: str) -> bool:
    """`NAME NAME (House)`: two words in capitals before the bracket belong to the credit."""
    words = before[-60:].split()[-2:]
    return len(words) == 2 and all(w.isupper() and len(w) > 1 and w[-1].isalpha() for w in words)


def _opening(text: str) -> int:
    """Where the bracket that closes the line was opened, or -1."""
    depth = 0
    for back, char in enumerate(reversed(text[-WINDOW:]), start=1):
        depth += (char in CLOSING) - (char in OPENING)
        if depth == 0:
            return len(text) - back
    return -1


def _labelled(text: str) -> Iterator[Tail]:
    """After `Photograph:`, `©`, `Credit` and the like."""
    floor = max(0, len(text) - WINDOW)
    for pattern, needs_stop in ((LABEL, False), (GLUED_CREDIT, True), (BARE_LABEL, True)):
        for found in pattern.finditer(text, floor):
            before = text[: found.start()]
            if not _may_precede_label(before, found.group(), needs_stop):
                continue
            credit = strip_credit_labels(text[found.start() :])
            quality = _labelled_quality(credit)
            if quality:
                yield Tail(found.start(), credit, 0.985 * quality, 0.95 if quality > 0.9 else 0.7, quality > 0.9)


def _announced_behind(text: str) -> Iterator[Tail]:
    """`新华社记者李明摄`: the last words of the line, and that they made the picture."""
    found = ANNOUNCED_BEHIND.search(text[-40:])
    if found:
        start = max(0, len(text) - 40) + found.start("credit")
        yield Tail(start, strip_credit_labels(text[start:]), 0.9, 0.85)


def _may_precede_label(before: str, label: str, needs_stop: bool) -> bool:
    if not before:
        return True
    if before.rstrip()[-1:] in OPENING or _ends_in_owner(before, label):
        return False
    if label[:1] in "©ⓒ" or before.endswith((" / ", " /")):
        return True
    if is_sentence_end(before) or DASH.search(before[-20:]):
        return True
    if needs_stop:
        is_glued = not before[-1].isspace() or not label[-1].isspace()
        return label.startswith("Credit") and is_glued and "credit" not in before[-8:].casefold()
    if before[-1].isspace():
        return not label[0].islower()
    return not label[0].islower() and not before[-1].isupper() and label.rstrip()[-1:] in ":.…"


def _ends_in_owner(before: str, label: str) -> bool:
    """`ST PHOTO:`, `White House Photo by`: whose picture it is stands before the label, behind a sentence."""
    owner = _OWNER.search(before[-60:])
    if not owner:
        return False
    is_said = "by" in label.casefold().split() and owner.start() > 0
    return bool(find_house(owner[1]) or is_acronym(owner[1])) or (is_said and is_title_case(owner[1]))


def _labelled_quality(credit: str) -> float:
    """A labelled credit may be any name or body; words in small letters make it a sentence."""
    parts = read_credit(credit)
    if parts.confidence >= 0.3:
        return max(parts.confidence, 0.95) if len(credit) < 120 else parts.confidence
    return 0.6 if parts.confidence >= 0.1 and 0 < len(credit.split()) <= 4 and not credit.endswith((".", "?")) else 0.0


def _bare(text: str) -> Iterator[Tail]:
    """After a full stop, glued to the last word, after a mark, or after a mere space."""
    floor = max(0, len(text) - WINDOW)
    may_guess = not text.rstrip().endswith(".") and _names_house(text[floor:])
    for start in starts(text, floor):
        weight, sure = boundary(text, start)
        if weight > _GUESS or (weight and may_guess):
            tail = _weigh(text, start, weight, sure)
            if tail:
                yield tail


def _names_house(text: str) -> bool:
    """Whether a listed house stands anywhere in it: without one, no credit begins after a mere space."""
    words = re.findall(r"[^\s/|,;()\[\]]+", text)
    spans = ((start, start + size) for start in range(len(words)) for size in (1, 2, 3, 4))
    return any(find_house(" ".join(words[start:end]).rstrip(".")) for start, end in spans)


def _weigh(text: str, start: int, weight: float, sure: bool) -> Tail | None:
    """The candidate with its score, or None where what follows is no credit."""
    rest = text[start:]
    if len(rest) > 220:
        return None
    credit = strip_credit_labels(rest) if start == 0 else strip_credit_labels(rest).strip()
    segments, qualifiers = cut_segments(credit)
    known = any(find_house(s.text) for s in segments)
    is_named = known or bool(qualifiers)
    quality = read_credit(credit).confidence
    if start == 0:
        quality = _as_whole_line(quality, credit, segments, is_named)
        sure = sure and not _HEADLINE.fullmatch(credit)
    elif weight <= _GUESS:
        quality = _as_guess(quality, text, credit, known and len(segments) + len(qualifiers) > 1)
    elif weight in _DOUBTS:
        quality *= _doubt(weight, text[:start], segments, is_named)
    if start and _is_a_name_behind(text[:start], weight, credit, segments):
        quality = max(quality, 0.65)
    if quality < 0.3 or (quality < 0.65 and not _may_stand_alone(text, rest)):
        return None
    is_made = known and any(s.kind == "person" for s in segments)
    return Tail(start, credit, weight * quality, 0.95 if sure and quality >= 0.85 else 0.6, is_made)


def _as_whole_line(quality: float, credit: str, segments: list[Segment], is_named: bool) -> float:
    """A line that is nothing but a credit names a house, or is no more than a headline with a dash in it."""
    if not is_named and "/" not in credit:
        return 0.0
    is_sentence = bool(segments) and segments[0].kind == "body" and len(segments[0].text.split()) > _LONG_NAME
    return quality * (0.7 if is_sentence else 1)


def _as_guess(quality: float, text: str, credit: str, has_maker: bool) -> float:
    """After a mere space: a listed house with somebody beside it, or a picture library."""
    return quality if not text.rstrip().endswith(".") and (has_maker or _is_library(credit)) else 0.0


def _doubt(weight: float, before: str, segments: list[Segment], is_named: bool) -> float:
    """Glued to a word, a name needs a house; after a dash, the longer credit (`Name / House – House`) is likelier."""
    if weight == _GLUED:
        return 1 if is_named else 0.5
    return 0.8 if len(segments) == 1 and "\n" not in before[-2:] else 1


def _is_a_name_behind(before: str, weight: float, credit: str, segments: list[Segment]) -> bool:
    """Whether a body's name stands apart behind a sentence, where it says nothing of its own."""
    if not has_body_word(credit) or not segments or any(s.kind == "other" for s in segments):
        return False
    if before[-1] in ".!?":
        return True  # no sentence starts without a space
    is_apart = weight == _AFTER_STOP or before.rstrip().endswith("|")
    return is_apart and len(before.split()) >= 4 and len(credit.split()) <= 6


def _is_library(credit: str) -> bool:
    house = find_house(credit)
    return bool(house) and house.kind == "library" and " " in credit


def _may_stand_alone(text: str, rest: str) -> bool:
    """A plain name or body as credit: short, without a stop of its own, and not the whole line's only words."""
    words = rest.split()
    return (
        (2 <= len(words) <= 6 or "/" in rest or rest.lower() == rest.upper())
        and not rest.rstrip().endswith((".", "!", "?", "”", '"', ",", ":"))
        and len(rest) < len(text)
    )
