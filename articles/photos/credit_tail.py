"""Where in a line the credit begins: every place it could, weighed by what stands before and after. Pure.

Only the last WINDOW characters are looked at, so the work is bounded whatever the line is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.photos.credit_grammar import read_credit
from articles.photos.credit_segments import cut_segments
from articles.photos.houses import find_house
from articles.photos.labels import BARE_LABEL, CLOSING, GLUED_CREDIT, LABEL, OPENING, strip_credit_labels
from articles.photos.names import has_body_word, is_person

WINDOW = 260
_GUESS = 0.4  # the weight of a place that only a listed house can make a credit's beginning
_STOP = re.compile(r"(?:[.!?…。]|\.\.\.)[”\"’'»)\]]*\s*$|[”\"»][.,]?\s*$|[.!?…]\s*[”\"»’)\]]+\s*$")
_NAME_HEADS_TEXT = "Mc Mac De Di Du Del La Le Van Von Fitz San Des Da El Al Ben Abu Ó"
_NAME_HEADS = frozenset(_NAME_HEADS_TEXT.split())
_DASH = re.compile(r"\s[-–—|•·*]+\s*$|[|•·]\s*$|\)\s*$")
_SMALL_BEFORE = re.compile(
    r"\b(?:by|of|from|at|in|on|to|with|the|a|an|and|or|for|via|told|near|as|than|through|between|is"
    r"|are|was|von|de|di|del|la|le"
    r"|el|per|par|mit|bei|im|against|over|into|outside|inside|under|before|after|during|like|named"
    r"|called|including|since)\s*$",
    re.IGNORECASE,
)
_OPENS_CREDIT = re.compile(
    r"(?:REUTERS|AP Photo|EPA|AFP PHOTO|IMAGO|AFP)\s?/"
    r"|(?:Photos? c|Image c|Picture c|C)ourtesy(?: of| from|:)? (?:the )?[^\Wa-z]"
    r"|(?:Handout|Pool|Stringer)(?: [Pp]hoto)? via [^\Wa-z]"
)
_SUPPLIED = re.compile(
    r"[(\[](?:supplied|handout|instagram|facebook|twitter|x|tiktok|youtube"
    r"|(?:viewer|reader|submitted|contributed|family|staff) (?:photo|pic|picture|image|video)): ?\S",
    re.IGNORECASE,
)
_TITLES_TEXT = """
mr mrs ms dr prof gov sen rep gen col lt sgt capt maj adm rev hon pres sec supt insp det fr msgr cmdr
cpl pvt mme
"""
_TITLES = frozenset(_TITLES_TEXT.split())
_ENDERS_TEXT = """
st ave rd blvd sq inc co corp ltd bros jr sr etc no vs jan feb mar apr aug sept sep oct nov dec mt ft
dept est approx a.m p.m d.c u.s u.k u.n e.u n.y l.a b.c a.d calif fla mass pa va ga ill ind wis minn
conn ariz colo tenn
"""
_ENDERS = frozenset(_ENDERS_TEXT.split())


@dataclass(frozen=True)
class Tail:
    """A credit that could start at ``start`` of the line; ``score`` from 0 to 1."""

    start: int
    credit: str
    score: float
    confidence: float = 0.0


def best_tail(text: str) -> Tail | None:
    """The likeliest credit at the end of a line, or None."""
    tails = [*_bracketed(text), *_labelled(text), *_bare(text)]
    return max(tails, key=lambda t: (round(t.score, 3), -t.start), default=None)


def _bracketed(text: str) -> Iterator[Tail]:
    """A last bracket that holds a credit; a word after it may only be a qualifier."""
    closed = text.rstrip(" .\u00a0")
    if closed[-1:] not in CLOSING:
        return
    start = _opening(closed)
    if start < 0:
        return
    inside = closed[start:]
    credit = strip_credit_labels(inside)
    quality = read_credit(credit).confidence
    labelled = strip_credit_labels(inside[1:-1]) != inside[1:-1].strip()
    if _follows_capitals(text[:start]) and find_house(credit):
        yield Tail(start, credit, 0.6, 0.6)
    elif quality >= 0.85 or (labelled and quality >= 0.3):
        yield Tail(start, credit, 0.97 * max(quality, 0.9 if labelled else 0), 0.95)
    elif quality >= 0.5 and _is_sentence_end(text[:start].rstrip()):
        yield Tail(start, credit, 0.6, 0.7)
    elif _SUPPLIED.match(inside) and start:
        yield Tail(start, credit, 0.9, 0.9)
    elif len(credit.split()) > 1 and has_body_word(credit) and _is_sentence_end(text[:start].rstrip()):
        yield Tail(start, credit, 0.64, 0.65)
    elif quality >= 0.3 and not inside[1:2].islower():
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
                yield Tail(found.start(), credit, 0.985 * quality, 0.95 if quality > 0.9 else 0.7)


def _may_precede_label(before: str, label: str, needs_stop: bool) -> bool:
    if not before:
        return True
    if before.rstrip()[-1:] in OPENING:
        return False
    if label[:1] in "©":
        return True
    if _is_sentence_end(before) or _DASH.search(before[-20:]):
        return True
    if needs_stop:
        return label.startswith("Credit") and not before[-1].isspace() and "credit" not in before[-8:].casefold()
    if before[-1].isspace():
        return label[0].isupper()
    return label[0].isupper() and not before[-1].isupper() and label.rstrip()[-1:] in ":.…"


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
    for start in _starts(text, floor):
        weight, sure = _boundary(text, start)
        if weight > _GUESS or (weight and may_guess):
            tail = _weigh(text, start, weight, sure)
            if tail:
                yield tail


def _names_house(text: str) -> bool:
    """Whether a listed house stands anywhere in it: without one, no credit begins after a mere space."""
    words = re.findall(r"[^\s/|,;()\[\]]+", text)
    spans = ((start, start + size) for start in range(len(words)) for size in (1, 2, 3, 4))
    return any(find_house(" ".join(words[start:end]).rstrip(".")) for start, end in spans)


def _starts(text: str, floor: int) -> Iterator[int]:
    """Each place a word or a capital begins."""
    for place in range(floor, len(text)):
        char = text[place]
        if not (char.isalpha() or char in "@©"):
            continue
        before = text[place - 1] if place else " "
        glued = char.isupper() and (before.islower() or before.isdigit() or before in ".!?…)”\"’»'")
        if glued and before.islower() and _is_inside_name(text, place):
            continue
        if (
            place == 0
            or glued
            or before.isspace()
            or before in "|([（［【"
            or (before in ".!?…”" and not before.isalpha())
        ):
            yield place


def _is_inside_name(text: str, place: int) -> bool:
    """Whether the capital stands within one name (`McDonald`, `LaPresse`) or behind a slash (`Doe / WireImage`)."""
    begin = max((text.rfind(mark, 0, place) for mark in " /|(\u00a0"), default=-1) + 1
    if text[begin:place] in _NAME_HEADS or text[max(0, begin - 3) : begin].rstrip().endswith("/"):
        return True
    word = re.match(r"[\w.]*", text[begin : begin + 40]).group()
    return bool(find_house(word)) or bool(find_house(word.rstrip(".")))


def _boundary(text: str, start: int) -> tuple[float, bool]:
    """How well a credit may begin here, and whether that can be called sure."""
    before = text[:start]
    if not before:
        return 0.99, True
    spaced = before[-1].isspace()
    head = before.rstrip()
    if _is_sentence_end(before):
        return _stop_weight(head)
    if _DASH.search(before[-20:]):
        return (0.9, True) if not _ends_in_name(head) or _opens_with_maker(text[start:]) else (0.3, False)
    if not spaced:
        return (0.86, True) if head[-1].islower() or head[-1].isdigit() else (0.3, False)
    if "\n" in before[len(head) :] or len(before) - len(head) > 1:
        return 0.9, True
    if _SMALL_BEFORE.search(before[-20:]):
        return 0.0, False
    return _space_weight(text, start, head)


def _space_weight(text: str, start: int, head: str) -> tuple[float, bool]:
    """A mere space: only `REUTERS/Name`, capitals after small letters, or else a guess."""
    tail = text[start : start + 40]
    if _OPENS_CREDIT.match(tail):
        return 0.88, True
    last = head.rsplit(None, 1)[-1]
    first = tail.split(None, 1)[0].strip(",/")
    if first.isupper() and len(first) > 2 and not last.isupper():
        return 0.7, False
    return 0.4, False


def _is_sentence_end(before: str) -> bool:
    return bool(_STOP.search(before[-12:]))


def _ends_in_name(head: str) -> bool:
    """Whether two capitalised words stand before the dash: then the credit began earlier."""
    words = head.rstrip(" -–—|•·*").split()[-2:]
    return len(words) == 2 and all(w[0].isupper() for w in words) and not _is_sentence_end(words[-1])


def _opens_with_maker(rest: str) -> bool:
    """`Name/House` after a dash: there the credit begins, and the words before it are a place."""
    name, slash, _ = rest[:80].partition("/")
    return bool(slash) and len(name.split()) > 1 and is_person(name.strip())


def _stop_weight(head: str) -> tuple[float, bool]:
    """A full stop after a short form may be no end: `Dr.`, `J.`, `St.`"""
    last = re.split(r"\s|(?<=\.)(?=\w\w)", head[-30:])[-1].lstrip("(“\"'")
    bare = last.rstrip(".").casefold()
    if not last.endswith("."):
        return 0.97, True
    if bare in _TITLES:
        return 0.2, False
    if bare in _ENDERS:
        return 0.8, bare not in ("st", "mt", "no", "ft")
    if len(bare) == 1 and last[0].isalpha():
        return 0.36, False
    if re.fullmatch(r"(?:[a-z]\.)+[a-z]", bare):
        return 0.75, False
    return 0.97, True


def _weigh(text: str, start: int, weight: float, sure: bool) -> Tail | None:
    """The candidate with its score, or None where what follows is no credit."""
    rest = text[start:]
    if len(rest) > 220:
        return None
    credit = strip_credit_labels(rest) if start == 0 else strip_credit_labels(rest).strip()
    quality = read_credit(credit).confidence
    segments, qualifiers = cut_segments(credit)
    known = any(find_house(s.text) for s in segments)
    if weight <= _GUESS and (text.rstrip().endswith(".") or not (known and len(segments) + len(qualifiers) > 1)):
        quality = 0.0 if not _is_library(credit) or text.rstrip().endswith(".") else quality
    if weight == 0.9 and len(segments) == 1 and "\n" not in text[:start][-2:]:
        quality *= 0.8  # `Name / House – House`: the longer credit is the likelier one
    if weight == 0.86 and not (known or qualifiers):
        quality *= 0.5
    if start and text[start - 1] in ".!?" and segments and all(s.kind != "other" for s in segments):
        quality = max(quality, 0.65 if has_body_word(credit) else quality)  # no sentence starts without a space
    if weight == 0.97 and has_body_word(credit) and len(text[:start].split()) >= 5 and _names_only(segments, credit):
        quality = max(quality, 0.65)  # a body's name behind a sentence says nothing of its own
    if quality < 0.3 or (quality < 0.65 and not _may_stand_alone(text, rest)):
        return None
    return Tail(start, credit, weight * quality, 0.95 if sure and quality >= 0.85 else 0.6)


def _names_only(segments: list, credit: str) -> bool:
    return bool(segments) and all(s.kind != "other" for s in segments) and len(credit.split()) <= 6


def _is_library(credit: str) -> bool:
    house = find_house(credit)
    return bool(house) and house.kind == "library" and " " in credit


def _may_stand_alone(text: str, rest: str) -> bool:
    """A plain name or body as credit: short, without a stop of its own, and not the whole line's only words."""
    words = rest.split()
    return (
        (2 <= len(words) <= 6 or "/" in rest)
        and not rest.rstrip().endswith((".", "!", "?", "”", '"', ",", ":"))
        and len(rest) < len(text)
    )
