"""The caption splitter: a scraped line into caption and credit, or the word that it is no caption. Pure.

Conventions are those of the labelled examples (captions.jsonl): the words as they stand, without the labels,
counters and page words round them. Linear: a line longer than MAX_LENGTH is no caption, and everything
below works on bounded pieces.
"""

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from articles.photos.credit_tail import Tail, best_tail
from articles.photos.credits import SURE, Credit, parse_credit
from articles.photos.houses import Authority, authority_in_force, find_house
from articles.photos.labels import (
    CLOSING,
    LABEL,
    LEADING_IMAGE,
    cut_advisory,
    split_page_words,
    strip_credit_labels,
    strip_openings,
)
from articles.photos.page_lines import is_page_line
from articles.photos.prose import story_signs

MAX_LENGTH = 4000
MIN_SCORE = 0.3
_REPEAT = 24
_LEADING = 120  # characters in which a credit before its caption stands
_FEWEST = 4  # words of that caption
_SOURCE_FIRST = re.compile(
    r"(?:image|media) (?:source|copyright),? *(?P<credit>.{1,200}?) *(?:image"
    r"|media) caption,? *(?P<caption>.+)",
    re.IGNORECASE | re.DOTALL,
)
_CAPTION_FIRST = re.compile(
    r"(?:image|media) caption,? *(?P<caption>.{1,2000}?) *(?:image|media) (?:source"
    r"|copyright),? *(?P<credit>.+)",
    re.IGNORECASE | re.DOTALL,
)
_GERMAN_WIRE = re.compile(r"(?:dpa|epd|kna|sid|apa|sda|dts)(?:[/-].+)?", re.IGNORECASE)
_GERMAN = re.compile(r"\b(?:der|die|das|und|sich|nicht|auf|wegen|für|von|mit|zu|im)\b", re.IGNORECASE)
_FILED = re.compile(r"(?<=[.!?”\"|]) *[(\[]?(?:File|FILE)(?: photo| PHOTO| image| picture)?[)\]]?\.?$")
_PROVIDED = re.compile(r"©\s*Provided by .{1,60}$", re.IGNORECASE)


@dataclass(frozen=True)
class CaptionSplit:
    """What a line was found to be. Empty strings say that there is no caption or no credit."""

    is_caption: bool
    caption: str = ""
    credit: str = ""
    confidence: float = 0.0
    parts: Credit = field(default_factory=Credit)

    @property
    def is_sure(self) -> bool:
        """Whether an editor need not look at it."""
        return self.confidence >= SURE


def split_caption(raw: str, expected: bool = False) -> CaptionSplit:
    """Caption, credit and confidence of a scraped line, or that it is no caption.

    ``expected`` says that the line stands where a caption stands (after an alt line, in a figure): a line
    without a credit is then a caption unless it plainly is not.
    """
    return _split(raw, expected, authority_in_force())


def carries_credit(caption: str) -> bool:
    """Whether a caption still holds a credit, or an agency's note to editors, that nobody took out of it."""
    split = split_caption(caption, expected=True)
    return cut_advisory(caption)[1] or bool(split.credit and split.is_sure)


@lru_cache(maxsize=8192)
def _split(raw: str, expected: bool, authority: Authority) -> CaptionSplit:
    """As split_caption; the authority is no more than a part of the cache's key."""
    text = raw.strip()
    if not text or len(text) > MAX_LENGTH:
        return CaptionSplit(is_caption=False, confidence=0.99)
    split = _split_named(text) or _split_marked(text, expected)
    return split if split.is_caption else CaptionSplit(is_caption=False, confidence=split.confidence)


def _split_named(text: str) -> CaptionSplit | None:
    """`Image source, X Image caption, Y`, in either order."""
    found = _SOURCE_FIRST.match(text) or _CAPTION_FIRST.match(text)
    if not found:
        return None
    return _captioned(found["caption"].strip(), strip_credit_labels(found["credit"]), set(), 0.97)


def _split_marked(text: str, expected: bool) -> CaptionSplit:
    """Every other form: what stands round the line first, then the line itself."""
    text, had_advisory = cut_advisory(text)
    body, kinds = strip_openings(text)
    body, after = split_page_words(body)
    first, second = _halves(body)
    split = _split_line(first, kinds, expected or bool(kinds))
    for other in (second, after):
        if other and not split.credit:
            split = _with_credit_of(split, other, kinds)
    if (had_advisory or after) and not split.is_caption:
        return replace(split, is_caption=True, caption=first, confidence=0.7)
    return split


def _halves(text: str) -> tuple[str, str]:
    """A line given twice, cut where its first words come again."""
    start = text[:_REPEAT]
    again = text.find(start, _REPEAT) if len(text) > 2 * _REPEAT else -1
    if again < 0:
        return text, ""
    first, _ = strip_openings(text[:again])
    return re.sub(r"(?:FILE(?: PHOTO)?|File photo) ?[-–—:]* *$", "", first).rstrip(), text[again:]


def _with_credit_of(split: CaptionSplit, other: str, kinds: set[str]) -> CaptionSplit:
    """The caption of the line's first half with the credit of its second."""
    from_other = _split_line(strip_openings(other)[0], kinds, expected=True)
    if not from_other.credit or from_other.caption not in ("", split.caption):
        return split
    caption = split.caption or from_other.caption
    return replace(from_other, caption=caption, is_caption=True, confidence=min(from_other.confidence, 0.9))


def _split_line(text: str, kinds: set[str], expected: bool) -> CaptionSplit:
    provided = _PROVIDED.search(text[-90:])
    if provided and provided.start() + len(text[:-90]) > 0:
        before = _split_line(text[: len(text[:-90]) + provided.start()].rstrip(), kinds, expected)
        if before.credit:
            return before
    if is_page_line(text, text):
        return CaptionSplit(is_caption=False, confidence=0.9)
    tail = best_tail(text)
    if tail and tail.start == 0 and not tail.credit:
        tail = None
    if tail and tail.score >= MIN_SCORE and not _is_sign_off(tail, text):
        return _cut(*_first_credit(text, tail), kinds)
    return _credit_first(text, kinds) or _without_credit(text, kinds, expected)


def _credit_first(text: str, kinds: set[str]) -> CaptionSplit | None:
    """`JANE DOE/STUFF The mayor speaks.`, `Credit: AP The mayor speaks.`: the longest credit that ends in a house."""
    words = list(re.finditer(r"\S+", text[:_LEADING]))
    label = LABEL.match(text)
    for word in reversed(words[:-_FEWEST]):
        credit, rest = strip_credit_labels(text[: word.end()]), text[word.end() :].lstrip()
        if rest[:1].islower() or not (label or (credit.isupper() and "/" in credit)):
            continue
        parts = parse_credit(credit)
        if parts.confidence >= SURE and find_house(parts.distributor or parts.agency):
            return _captioned(strip_openings(rest)[0], credit, kinds, 0.75)
    return None


def _first_credit(text: str, tail: Tail) -> tuple[str, Tail]:
    """Of `(Jane Doe/AFP) (Photo by JANE DOE/AFP via Getty Images)` the first, and the line up to its end."""
    before = text[: tail.start].rstrip()
    if not before.endswith(CLOSING):
        return text, tail
    earlier = best_tail(before)
    if not earlier or not earlier.start or min(earlier.score, earlier.confidence) < SURE:
        return text, tail
    parts = parse_credit(earlier.credit)
    return (before, earlier) if parts.creators or parts.agency else (text, tail)


def _is_sign_off(tail: Tail, text: str) -> bool:
    """A story's own end (`told Reuters. Jane Doe`) is believed only when the credit is a strong one.

    Glued to the full stop before it (`2023.Jane Doe`) it need not be as strong: no sentence begins so.
    """
    is_glued = text[: tail.start].endswith(".")
    doubtful = tail.score < 0.65 and story_signs(text[: tail.start] or text) >= (1.0 if is_glued else 0.5)
    return doubtful or (story_signs(text) >= 2 and tail.score < 0.8)


def _may_be_sign_off(text: str, tail: Tail, caption: str) -> bool:
    """`The council voted against it. (Reuters)`: a story's last words, or a caption and who supplied the picture."""
    closing = text[tail.start :].rstrip(". ")
    if closing[:1] + closing[-1:] not in ("()", "[]") or closing[1:-1] != tail.credit:
        return False
    parts = parse_credit(tail.credit)
    if parts.creators or parts.distributor or parts.qualifiers or not parts.agency:
        return False
    is_told = story_signs(caption) >= 0.5 or len(_GERMAN.findall(caption)) > 1
    return is_told or (bool(_GERMAN_WIRE.fullmatch(tail.credit)) and caption.endswith((".", "“", "!", "?")))


def _cut(text: str, tail: Tail, kinds: set[str]) -> CaptionSplit:
    caption = text[: tail.start].rstrip().rstrip("|•·*/＝").rstrip()
    caption = re.sub(r"(?:(?<=\S)\s+|(?<=[.!?…”’)]))[-–—]+$", "", caption)
    leading = LEADING_IMAGE.match(caption)
    caption = caption[leading.end() :] if leading else caption
    confidence = min(tail.confidence, tail.score + 0.1)
    if _may_be_sign_off(text, tail, caption):
        confidence = min(confidence, 0.7)
    if LABEL.match(caption) or caption.endswith(";"):  # two credits, and no caption
        confidence = min(confidence, 0.6)
    filed = _FILED.search(caption)
    if filed:
        caption, kinds, confidence = caption[: filed.start()].rstrip(" |"), kinds | {"file"}, min(confidence, 0.7)
    return _captioned(caption, tail.credit, kinds, confidence)


def _captioned(caption: str, credit: str, kinds: set[str], confidence: float) -> CaptionSplit:
    parts = parse_credit(credit)
    confidence = confidence if parts.is_plain else min(confidence, 0.75)
    if "file" in kinds:
        parts = replace(parts, qualifiers=(*parts.qualifiers, "file"))
    return CaptionSplit(True, caption, credit, confidence, parts)


def _without_credit(text: str, kinds: set[str], expected: bool) -> CaptionSplit:
    """No credit was found: a caption alone, or an ordinary paragraph."""
    leading = LEADING_IMAGE.match(text)
    if leading:
        text = text[leading.end() :]
    if leading and (is_page_line(text, text) or (text[:1].islower() and story_signs(text) >= 0.45)):
        return CaptionSplit(is_caption=False, confidence=0.6)
    if kinds or leading:
        return _captioned(text, "", kinds, 0.9 if kinds & {"caption", "counter", "file"} else 0.7)
    signs = story_signs(text)
    is_caption = signs < (1.5 if expected else 0.45)
    if not is_caption:
        return CaptionSplit(is_caption=False, confidence=0.9 if signs >= 2 else 0.6)
    return _captioned(text, "", kinds, 0.75 if expected and signs < 0.45 else 0.6)
