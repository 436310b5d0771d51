"""Pictures in scraped text: an alt line, a caption, a credit, on one line or on three. Pure.

An alt line is told from a subhead by what stands after it: a caption with a credit, at once.
"""

import re

from articles.importers.alts import ALT_MARK, FILE_NAME, Reading, alt_words, is_marked_alt, shared_words, take_alt
from articles.importers.boxes import LIST_MARK, inline_related, is_box_label, is_cut_teaser
from articles.importers.bylines import is_role, read_byline
from articles.importers.dates import why_dated
from articles.importers.foot import is_author_bio, is_contribution
from articles.importers.incoming import Dropped, IncomingPhoto
from articles.importers.lines import Line, is_point
from articles.importers.sentences import OPENING_QUOTES, ends_sentence, holds_sentence
from articles.photos.captions import CaptionSplit, split_caption
from articles.photos.houses import find_house, reads_like_house
from articles.photos.labels import LABEL
from articles.photos.names import has_body_word, is_person, is_title_case
from articles.photos.prose import describes_unnamed, story_signs

_LABELLED = 400  # characters: a longer line is no label with its words
_SUPPLIED = ("supplied", "family handout", "handout", "family photo", "submitted", "contributed", "courtesy photo")
_SOURCE_LINE = re.compile(r"(?:sources?|quelle|fuente|fonte)\s*[:：]\s*\S.{1,80}", re.IGNORECASE)
_VIEWER = re.compile(r".*\b(?:gallery|fullscreen|full screen|image|photo|bild|imagen|foto)\b.*", re.IGNORECASE)
_SHOWN = re.compile(r"\b(?:hide|toggle) caption\b", re.IGNORECASE)  # public radio's button behind a credit
_SOURCE = re.compile(r"(?:image|media) (?:source|copyright|caption),?.*", re.IGNORECASE)
_CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}(?:[ -](?:TV|FM|AM|\d{1,2}))?")  # of an American station
_CAPTION_LABEL = re.compile(r"(?:image|media) caption,?", re.IGNORECASE)
_MARKED = re.compile(
    r"(?:image caption,|main image:|file photo|file\s?[-–—]|\(file|caption:|(?:image|photo"
    r"|picture)s?: ?|\d+ of \d+|pictured:)",
    re.IGNORECASE,
)


def take_pictures(items: list, blanks: bool, is_head: bool = False) -> list:
    """The same list with each picture's lines replaced by one IncomingPhoto.

    In a story's head the line under the headline is the standfirst sooner than a picture's alt.
    """
    reading = Reading(items, blanks, is_head)
    taken: list = []
    place = 0
    while place < len(items):
        item = items[place]
        used = 0
        if isinstance(item, Line) and not is_marked_alt(items, place):
            used = _take_credit_first(reading, place, taken) or int(_take(reading, place, taken))
        if not used:
            taken.append(item)
        place += used or 1
    return taken


def _take_credit_first(reading: Reading, place: int, taken: list) -> int:
    """A credit with its caption under it, as the BBC sets them: how many lines were taken, 2 or 0.

    The caption is an unpunctuated line, with a sentence or nothing before the credit: under a caption the same
    words would be that caption's credit.
    """
    line = reading.items[place]
    after = reading.items[place + 1] if place + 1 < len(reading.items) else None
    before = taken[-1] if taken else None
    if not isinstance(after, Line) or after.gap > line.gap or not _is_credit_alone(line.text):
        return 0
    if isinstance(before, Line) and not (
        ends_sentence(before.text) and (line.gap or not _is_caption_over(before.text))
    ):
        return 0
    if len(after.text.split()) < 4 or is_box_label(after.text):
        return 0
    if holds_sentence(after.text) and (isinstance(before, Line) or story_signs(after.text) >= 0.2):
        return 0
    if split_caption(after.text).credit or _is_credit_alone(after.text) or why_dated(after.text):
        return 0
    taken.append(IncomingPhoto("", after.text, line.text, _raw(line.text, after.text), 0.8))
    return 2


def _is_credit_alone(text: str) -> bool:
    """A house, an institution or `Supplied`, set as a title and without a label."""
    if len(text.split()) > 7 or ends_sentence(text) or is_box_label(text) or read_byline(text) or LABEL.match(text):
        return False
    if text.casefold() in _SUPPLIED or find_house(text) or _CALL_SIGN.fullmatch(text):
        return True
    parts = re.split(r"\s*/\s*", text)
    if len(parts) > 1 and (find_house(parts[-1]) or reads_like_house(parts[-1])):
        return True
    return len(text.split()) >= 2 and is_title_case(text) and has_body_word(text)


def _is_caption_over(text: str) -> bool:
    return story_signs(text) < 0 and len(text.split()) <= 30


def join_labels(items: list) -> list:
    """`Image source, X`, `Image caption,` and `list 1 of 3` on lines of their own, joined with what they belong to."""
    joined: list = []
    for item in items:
        before = joined[-1] if joined else None
        if isinstance(item, Line) and isinstance(before, Line) and _belongs(before.text, item):
            joined[-1] = Line(f"{before.text} {item.text}", before.gap)
        else:
            joined.append(item)
    return joined


def _belongs(before: str, line: Line) -> bool:
    if len(before) > _LABELLED:
        return False
    if LIST_MARK.fullmatch(before):
        return line.gap <= 1
    if re.search(
        r"(?:^|image |media )(?:image|media)? ?(?:source|copyright|caption),?$", before, re.IGNORECASE
    ) and _SOURCE.match(before):
        return line.gap <= 1
    is_source = re.match(r"(?:image|media) (?:source|copyright)\b", before, re.IGNORECASE)
    return bool(is_source and _CAPTION_LABEL.match(line.text)) and "caption" not in before.casefold()


def _take(reading: Reading, place: int, taken: list) -> bool:
    """Takes the picture whose caption (or lone credit) stands at ``place``, with the lines before it."""
    line = reading.items[place]
    if is_box_label(line.text) or inline_related(line.text) or is_contribution(line.text) or read_byline(line.text):
        return False
    if is_cut_teaser(line.text) or LIST_MARK.match(line.text):
        return False
    if is_author_bio(line.text, ()):
        return False
    if why_dated(line.text) or line.text.endswith(":") or _is_source_of_story(reading, line, taken):
        return False
    if line.text.startswith("©") and place > reading.last_text:
        return False  # the whole story's, not a picture's
    split = _bracketed_name(line) or split_caption(line.text)
    if _is_lone_credit(split) or _is_credit_of_caption(reading, place, split, taken):
        credit = split if split.credit else CaptionSplit(True, "", line.text, 0.7)
        return _take_credit(reading, place, credit, taken)
    is_believed = _is_picture(split, line.text) or _is_pair(reading, place, taken)
    if not is_believed and not _is_under_viewer(reading, place, line, taken):
        return False
    alt = take_alt(reading, line, split, taken)
    if not split.is_caption:
        split = CaptionSplit(True, line.text, "", 0.6)
    raw, qualifiers = _raw(alt, line.text), split.parts.qualifiers
    taken.append(IncomingPhoto(alt, split.caption, split.credit, raw, split.confidence, qualifiers))
    return True


def _bracketed_name(line: Line) -> CaptionSplit | None:
    """`(Jane Doe)` right under a caption: brackets that hold a name and nothing else."""
    found = re.fullmatch(r"[(\[]([^()\[\]]{3,60})[)\]]", line.text)
    if not found or line.gap or not (is_person(found[1]) and len(found[1].split()) >= 2):
        return None
    return CaptionSplit(True, "", found[1], 0.8)


def _is_credit_of_caption(reading: Reading, place: int, split: CaptionSplit, taken: list) -> bool:
    """Whether the line is all credit, right under a caption without one; an alt over it makes a plain name do."""
    over, line = (taken[-1] if taken else None), reading.items[place]
    if not isinstance(over, IncomingPhoto) or over.credit or not over.caption or line.gap:
        return False
    return bool(split.credit and not split.caption) or bool(over.alt and _is_plain_credit(line.text))


def _is_source_of_story(reading: Reading, line: Line, taken: list) -> bool:
    """`Source: …` is a picture's only right under a line that describes one; else the story's."""
    before = taken[-1] if taken else None
    if not _SOURCE_LINE.fullmatch(line.text):
        return False
    return (
        not isinstance(before, Line) or line.gap > 0 or (ends_sentence(before.text) and story_signs(before.text) >= 0)
    )


def _is_under_viewer(reading: Reading, place: int, line: Line, taken: list) -> bool:
    """A caption without a credit, right under the button that shows its picture large."""
    over = taken[-1] if taken else None
    is_button = isinstance(over, Dropped) and over.why == "gallery words" and bool(_VIEWER.fullmatch(over.text))
    is_short = 5 <= len(line.text.split()) <= 40 and line.text[:1] not in OPENING_QUOTES
    after = reading.items[place + 1] if place + 1 < len(reading.items) else None
    if isinstance(after, Line) and split_caption(after.text).credit:
        return False  # the alt text of the caption under it
    return is_button and is_short and not ends_sentence(line.text) and story_signs(line.text) < 0.45


def _is_lone_credit(split: CaptionSplit) -> bool:
    return split.is_caption and bool(split.credit) and not split.caption and split.confidence >= 0.7


def _is_picture(split: CaptionSplit, text: str) -> bool:
    """A caption with a credit that is believed, or one that a label marks."""
    if not split.is_caption:
        return False
    if split.credit:
        return split.confidence >= 0.6 and len(split.caption.split()) != 1
    return bool(_MARKED.match(text)) and split.confidence >= 0.65


def _is_pair(reading: Reading, place: int, taken: list) -> bool:
    """A stray line with one describing sentence right under it, parted from the story by blank lines."""
    line = reading.items[place]
    before = taken[-1] if taken else None
    after = reading.items[place + 1] if place + 1 < len(reading.items) else None
    if not (reading.blanks and line.gap == 0 and isinstance(before, Line) and before.gap):
        return False
    if isinstance(after, Line) and after.gap == 0 and not _is_plain_credit(after.text):
        return False
    if is_point(line.text) or is_point(before.text):
        return False
    if FILE_NAME.fullmatch(before.text) or ALT_MARK.fullmatch(before.text):
        return len(line.text.split()) <= 40
    short = (
        len(line.text.split()) <= 30 and len(before.text.split()) <= 15 and not before.text.endswith((".", ":", "?"))
    )
    same_words = shared_words(before.text, line.text) >= 0.3
    return (
        short
        and same_words
        and line.text.count(". ") == 0
        and story_signs(line.text) < 0.2
        and not is_box_label(before.text)
    )


def _is_plain_credit(text: str) -> bool:
    """A body or a name that nothing marks as a credit: believed only right under an alt line and its caption."""
    return is_title_case(text) and 2 <= len(text.split()) <= 8 and not ends_sentence(text) and not read_byline(text)


def _take_credit(reading: Reading, place: int, split: CaptionSplit, taken: list) -> bool:
    """A credit alone belongs to the caption over it, or to the picture whose credit is still missing.

    Behind the story's last words it is no picture's, but whom the page thanks or was written by.
    """
    line = reading.items[place]
    before = taken[-1] if taken else None
    last = next((item for item in reversed(taken) if not isinstance(item, Dropped)), None)
    if isinstance(last, IncomingPhoto) and split.credit == last.credit:
        taken.append(Dropped(line.text, "credit given twice"))
        return True
    if isinstance(before, IncomingPhoto):
        if not before.credit:
            taken[-1] = IncomingPhoto(
                before.alt, before.caption, split.credit, _raw(before.raw, line.text), split.confidence
            )
        else:
            taken.append(IncomingPhoto("", "", split.credit, line.text, split.confidence))
        return True
    if not isinstance(before, Line) or not _may_be_caption(reading, before, line, taken):
        if split.confidence < 0.9 or place > reading.last_text:
            return False
        taken.append(IncomingPhoto("", "", split.credit, line.text, split.confidence))
        return True
    caption = taken.pop()
    if _SOURCE.match(line.text) or _is_alt_alone(reading, caption, taken):  # the BBC's caption stands behind its credit
        taken.append(
            IncomingPhoto(alt_words(caption.text), "", split.credit, _raw(caption.text, line.text), split.confidence)
        )
        return True
    own = split_caption(caption.text, expected=True)
    alt = take_alt(reading, caption, own, taken)
    words = own.caption if own.is_caption and not own.credit else caption.text
    taken.append(IncomingPhoto(alt, words, split.credit, _raw(alt, caption.text, line.text), split.confidence))
    return True


def _is_alt_alone(reading: Reading, line: Line, taken: list) -> bool:
    """Whether the words over a lone credit are the alt text of a picture without a caption.

    They say only what anybody sees (`A pilot walks toward a small plane`) or what the picture is (`Map`), stand apart
    from the text over them, and no alt text stands over them.
    """
    over = taken[-1] if taken else None
    is_apart = line.gap > 0 or not isinstance(over, Line)
    is_label = len(line.text.split()) <= 2 and not ends_sentence(line.text)
    return reading.blanks and is_apart and (is_label or describes_unnamed(line.text))


def _may_be_caption(reading: Reading, before: Line, line: Line, taken: list) -> bool:
    if is_box_label(before.text) or read_byline(before.text) or is_role(before.text) or len(before.text.split()) > 70:
        return False
    if (reading.blanks and line.gap == 0) or _SHOWN.search(line.text):
        return True
    return split_caption(before.text, expected=not reading.blanks).is_caption and story_signs(before.text) < 0.45


def _raw(*lines: str) -> str:
    return "\n".join(line for line in lines if line)
