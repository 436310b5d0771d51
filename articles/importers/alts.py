"""Alt texts left as stray lines over the captions of their pictures. Pure.

An alt line is told from a subhead, and from a story's sentence, by what stands under it and by what it says: it
describes what is to be seen, or says the caption's words before the caption does.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from articles.importers.boxes import inline_related, is_box_label
from articles.importers.bylines import is_role, read_byline
from articles.importers.incoming import Dropped
from articles.importers.lines import Line, is_point
from articles.importers.sentences import ends_sentence, is_paragraph_like
from articles.photos.captions import CaptionSplit, split_caption
from articles.photos.prose import describes_picture, describes_unnamed, story_signs

_ALT_WORDS = 45
# How text extractors and some stations write an alt text: `[Image: …]`, `![…](…)`, `PHOTO: …`, `Alt text: …`.
ALT_MARK = re.compile(
    r"\[(?:image|photo|picture|img|bild|foto)(?: description)?: ?(?P<bracketed>[^\[\]]+)\]"
    r"|!\[(?P<marked>[^\[\]]+)\](?:\([^()\s]*\))?"
    r"|\[(?P<plain>[^\[\]:/]{15,250})\]"
    r"|(?:<img [^<>]*)?alt ?= ?[\"“”'](?P<attribute>[^\"“”<>]+)[\"“”'](?:[^<>]*>)?"
    r"|alt(?:[ -]?text)?: ?(?P<named>\S.*)"
    r"|(?:image|photo|picture|img): (?P<labelled>\S.*)",
    re.IGNORECASE,
)
# A picture's file name left as its alt text: `IMG_4471`, `honeycomb-st-osmund-2.jpg`.
FILE_NAME = re.compile(
    r"(?=\S*[\d_-])\w+(?:[-_]\w+)+(?:\.(?:jpe?g|png|webp|avif|gif))?|\S+\.(?:jpe?g|png|webp|avif|gif)", re.IGNORECASE
)


@dataclass
class Reading:
    """The lines of a story while its pictures are taken out of them."""

    items: list
    blanks: bool
    is_head: bool

    @cached_property
    def last_text(self) -> int:
        """The place of the last line of running text, -1 where there is none."""
        lines = ((place, item.text) for place, item in enumerate(self.items) if isinstance(item, Line))
        return max((place for place, text in lines if is_paragraph_like(text)), default=-1)


def alt_words(text: str) -> str:
    """An alt text without the mark that says it is one; a picture's file name says nothing to anybody."""
    found = ALT_MARK.fullmatch(text)
    if FILE_NAME.fullmatch(text):
        return ""
    return next(words for words in found.groups() if words).strip() if found else text


def is_marked_alt(items: list, place: int) -> bool:
    """Whether the line is marked as an alt text and the caption it belongs to stands under it.

    `Photo: …` marks captions and credits too: there the caption must say the same words again, or have the credit
    that a description lacks.
    """
    found, after = ALT_MARK.fullmatch(items[place].text), items[place + 1] if place + 1 < len(items) else None
    if not found or not isinstance(after, Line):
        return False
    if found["labelled"]:
        return _is_labelled_alt(found["labelled"], after.text)
    split = split_caption(after.text)
    return after.gap == 0 or bool(split.credit)


def _is_labelled_alt(words: str, under: str) -> bool:
    """Whether the words behind `Image:` or `Photo:` describe the picture whose caption stands under them."""
    if len(words.split()) < 3:
        return False
    split = split_caption(under)
    has_own_credit = bool(split.caption and split.credit)
    return shared_words(words, under) >= 0.6 or (has_own_credit and not split_caption(words).credit)


def take_alt(reading: Reading, line: Line, split: CaptionSplit, taken: list) -> str:
    """The alt line over a caption, taken from what was kept so far; "" where there is none."""
    place = len(taken) - 1
    while place >= 0 and isinstance(taken[place], Dropped) and taken[place].why in ("gallery words", "page words"):
        place -= 1
    before = taken[place] if place >= 0 else None
    if not isinstance(before, Line) or not _is_alt(reading, before, line, split.caption or line.text, taken, place):
        return ""
    del taken[place]
    return alt_words(before.text)


def _is_alt(reading: Reading, before: Line, line: Line, caption: str, taken: list, place: int) -> bool:
    """Whether the line ``before`` (at ``place`` of what was kept) is the alt text of the caption in ``line``."""
    text, shared = before.text, shared_words(before.text, caption)
    over = taken[place - 1] if place else None
    if ALT_MARK.fullmatch(text) or FILE_NAME.fullmatch(text):
        return True
    if _tells(text):
        return shared >= 0.8
    if _is_other(text) or (isinstance(over, Line) and is_box_label(over.text)):
        return False
    is_tight = reading.blanks and line.gap == 0
    if reading.is_head and (place == 0 or is_role(text)) and not is_tight:
        return shared >= 0.5
    if shared >= 0.8 or describes_unnamed(text) or (shared >= 0.3 and describes_picture(text)):
        return True
    if is_tight:
        return before.gap > 0 or shared >= 0.25
    return _is_stray(text, shared, line)


def _tells(text: str) -> bool:
    """A question, several sentences, or one with a quotation in it: a story's, unless the caption says the same."""
    is_long = len(text.split()) > 30
    return "?" in text or (ends_sentence(text) and (is_long or bool(re.search(r"[.!?] |[“”„»«]", text))))


def _is_other(text: str) -> bool:
    """What some rule knows to be something else."""
    is_box = is_box_label(text) or bool(inline_related(text))
    return len(text.split()) > _ALT_WORDS or is_point(text) or is_box or bool(read_byline(text))


def _is_stray(text: str, shared: float, line: Line) -> bool:
    """A line that ends no sentence; a blank line under it needs words in common, or more than a subhead has."""
    if line.gap > 0 and not (shared >= 0.25 or len(text.split()) >= 6):
        return False
    is_open = not text.rstrip('”"’').endswith((".", "!", "?", ":", "…"))
    return is_open if shared < 0.5 or story_signs(text) > 0.4 else True


def shared_words(one: str, other: str) -> float:
    """Share of the first text's longer words that the second holds too."""
    first = {w.strip("’'s") for w in re.findall(r"[^\W_]{4,}", one.casefold())}
    second = {w.strip("’'s") for w in re.findall(r"[^\W_]{4,}", other.casefold())}
    return len(first & second) / len(first) if first else 0.0
