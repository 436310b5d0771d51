"""Where in a line the credit begins: every place it could, weighed by what stands before and after. Pure.

Only the last WINDOW characters are looked at, so the work is bounded whatever the line is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.photos.credit_boundaries import DASH, boundary, is_sentence_end, starts
from articles.photos.credit_brackets import opening_of_last, weigh_bracket
from articles.photos.credit_grammar import read_credit
from articles.photos.credit_segments import Segment, cut_segments
from articles.photos.houses import find_house
from articles.photos.label_words import SOURCES
from articles.photos.labels import (
    ANNOUNCED_BEHIND,
    BARE_LABEL,
    CLOSING,
    GLUED_CREDIT,
    LABEL,
    OPENING,
    strip_credit_labels,
    without_label_behind,
)
from articles.photos.names import has_body_word, is_acronym, is_title_case

WINDOW = 260
_SURE_BRACKET = 0.8  # from here on, no credit begins within the bracket (`R.J. Doe`)
_SURE_TAIL = 0.9
_LONG_NAME = 5  # words of a body; more are a sentence
_GUESS = 0.4  # the weight of a place that only a listed house can make a credit's beginning
_AFTER_STOP, _AFTER_DASH, _GLUED = 0.97, 0.9, 0.86  # weights that boundary() gives
_DOUBTED = 0.75  # a credit all the same, but an editor should look
_DOUBTS = (_AFTER_DASH, _GLUED)
_HEADLINE = re.compile(r"[^/]+ [-–—] [^/]+")  # as a whole line: `Storm in Hallam — Reuters`
# What a whole line must hold to be a credit surely: `Jane Doe, Reuters` may be a byline, `(AP)` an end of a story.
_SATELLITE_BEFORE = re.compile(r"satellite (?:image|photo|imagery|picture) ?$", re.IGNORECASE)
_CREDIT_MARK = re.compile(r"[/|—–@]| via | for |(?i:court|handout|photo|\bfile|\bpool|\bgetty|[^/()]-[A-Z])")
_MARK = re.compile(r" ?[/|–—]| via ")
_TWO_SENTENCES = re.compile(r"[^\W\d_]{3}(?<!Sgt)(?<!Cpl)(?<!Maj)(?<!Col)(?<!Bros)(?<!Spc)(?<!Pfc)[.!?](?: |$)(?!/)")
_WHERE = re.compile(r" (?:in|at|on|near|with|during|outside|inside|after|before|from) ")
_OF_PAGE = re.compile(rf"(?:[©ⓒ]|copyright|\(c\)|(?:{SOURCES})\b)", re.IGNORECASE)
_OWNER = re.compile(r"(?:^|[.!?”\")|(]\s*|\s[-–—]\s)([^\W\d_]+\.?(?: [^\W\d_]+){0,3}) $")


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
    start = opening_of_last(closed, WINDOW) if closed[-1:] in CLOSING else -1
    found = weigh_bracket(text[:start], closed[start:], text[len(closed) :]) if start >= 0 else None
    if found:
        credit, score, confidence = found
        is_doubtful = not start and not _CREDIT_MARK.search(closed)
        yield Tail(start, credit, score, min(confidence, _DOUBTED) if is_doubtful else confidence)


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
                is_sure = quality > 0.9 and (found.start() > 0 or not _is_of_page(found.group(), credit))
                yield Tail(found.start(), credit, 0.985 * quality, 0.95 if is_sure else 0.7, quality > 0.9)


def _is_of_page(label: str, credit: str) -> bool:
    """Whether a whole line may say whose the story or its chart is: `© 2025 AFP`, `Source: Statistics Office`."""
    return bool(_OF_PAGE.match(label)) and not read_credit(credit).creators


def _announced_behind(text: str) -> Iterator[Tail]:
    """`新华社记者李明摄`: the last words of the line, and that they made the picture."""
    found = ANNOUNCED_BEHIND.search(text[-40:])
    if found:
        start = max(0, len(text) - 40) + found.start("credit")
        yield Tail(start, strip_credit_labels(text[start:]), 0.9, 0.85)


def _may_precede_label(before: str, label: str, needs_stop: bool) -> bool:
    if not before:
        return True
    if _SATELLITE_BEFORE.search(before[-20:]) or before[-80:].count("(") > before[-80:].count(")"):
        return False
    if before.rstrip()[-1:] in OPENING or LABEL.fullmatch(before) or _ends_in_owner(before, label):
        return False
    if label[:1] in "©ⓒ" or before.endswith((" / ", " /")):
        return True
    if is_sentence_end(before) or DASH.search(before[-20:]):
        return True
    if needs_stop and label.rstrip().endswith(".") and label[0].isupper():  # `Fot. Jane Doe`: no word ends so
        return True
    if needs_stop and label[:3].isupper() and before[-1].isspace() and not before[-8:].isupper():
        return not before.rstrip().endswith(",")  # `PHOTO JANE DOE`
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
    segments, qualifiers = cut_segments(without_label_behind(credit))
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
    confidence = 0.95 if sure and quality >= 0.85 else 0.6
    if start == 0 and not _CREDIT_MARK.search(credit):
        confidence = min(confidence, _DOUBTED)
    return Tail(start, credit, weight * quality, confidence, is_made)


def _as_whole_line(quality: float, credit: str, segments: list[Segment], is_named: bool) -> float:
    """A line that is nothing but a credit names a house, or is no more than a headline with a dash in it."""
    if not is_named and "/" not in credit:
        return 0.0
    first = segments[0].text if segments and segments[0].kind in ("body", "person") else ""
    if _TWO_SENTENCES.search(_MARK.split(credit, maxsplit=1)[0]):
        return 0.0
    if first and (_WHERE.search(first) and not has_body_word(first)):
        return 0.0
    return quality * (0.7 if len(first.split()) > _LONG_NAME else 1)


def _as_guess(quality: float, text: str, credit: str, has_maker: bool) -> float:
    """After a mere space: a listed house with somebody beside it, or a picture library."""
    return quality if not text.rstrip().endswith(".") and (has_maker or _is_library(credit)) else 0.0


def _doubt(weight: float, before: str, segments: list[Segment], is_named: bool) -> float:
    """Glued to a word, a name needs a house; after a dash, the longer credit (`Name / House – House`) is likelier."""
    if weight == _GLUED:
        return 1 if is_named else 0.5
    is_apart = "\n" in before[-2:] or is_sentence_end(before.rstrip(" -–—|•·*"))
    return 0.8 if len(segments) == 1 and not is_apart else 1


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
