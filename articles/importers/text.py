"""Plain scraped text into an incoming story. Pure: no Django, no database.

A pipeline over one list: lines become furniture, headline, signatures, pictures, standfirst, boxes, foot, and at
last blocks. Each pass only replaces lines, so no text is lost: every line ends in a block, a field, or `dropped`.
"""

from articles.importers.blocks import make_blocks, take_dateline, take_lists, take_summaries
from articles.importers.boxes import (
    inline_related,
    is_box_label,
    is_headline_like,
    is_label_below,
    is_link_in_capitals,
    related_to,
    take_box,
    take_teasers,
)
from articles.importers.datelines import join_datelines
from articles.importers.decoding import decode
from articles.importers.foot import drop_foot
from articles.importers.head import join_signatures, read_signatures
from articles.importers.headline import Head, take_headline
from articles.importers.incoming import (
    Dropped,
    IncomingPhoto,
    IncomingRelated,
    IncomingStory,
    ListBlock,
    Paragraph,
    UnreadableStory,
)
from articles.importers.lines import Line, has_blank_lines, read_lines
from articles.importers.pictures import join_labels, take_pictures
from articles.importers.regions import drop_furniture
from articles.importers.sentences import ends_sentence
from articles.importers.slogans import drop_slogans
from articles.importers.standfirst import clear_head

MAX_CHARACTERS = 2_000_000
MAX_LINES = 5_000
_NO_STORY = "No story was found in the file: it needs a headline and, below it, at least one paragraph."
_TOO_LONG = (
    "The file is too long to be one story (over 5,000 lines or two million characters): split it and import the parts."
)


def parse_text(data: bytes | str) -> IncomingStory:
    """The story in a scraped text. Raises UnreadableStory for an empty, binary or hopeless file."""
    lines = _read(data)
    blanks = has_blank_lines(lines)
    items = drop_slogans(drop_furniture(join_datelines(lines)), blanks)
    head, items = _take_head(join_signatures(join_labels(items)), blanks)
    items = take_lists(take_teasers(_take_boxes(items, blanks)))
    items, signed = drop_foot(items, head.byline)
    blocks = make_blocks(items)
    if not any(isinstance(block, Paragraph | ListBlock) for block in blocks):
        raise UnreadableStory(_NO_STORY)
    return _story(head, blocks, signed)


def _read(data: bytes | str) -> list[Line]:
    text = decode(data)
    if len(text) > MAX_CHARACTERS:
        raise UnreadableStory(_TOO_LONG)
    lines = read_lines(text)
    if len(lines) > MAX_LINES:
        raise UnreadableStory(_TOO_LONG)
    return lines


def _take_head(items: list, blanks: bool) -> tuple[Head, list]:
    """The head's fields, and the list without the lines that gave them, its pictures taken."""
    head = Head()
    start = take_headline(head, items)
    items = [*items[:start], *take_summaries(items[start:])]
    body_at = read_signatures(head, items, start)
    over = [item for item in items[:start] if item is not None]
    body = take_pictures(items[body_at:], blanks)
    following = next((item.text for item in body if isinstance(item, Line)), "")
    return head, [*over, *clear_head(head, take_pictures(items[start:body_at], blanks, is_head=True), following), *body]


def _story(head: Head, blocks: list, signed: tuple[str, ...]) -> IncomingStory:
    blocks, dateline = take_dateline(blocks)
    return IncomingStory(
        headline=head.headline,
        standfirst=head.standfirst,
        byline=head.byline or signed,
        dateline=dateline or head.dateline,
        blocks=tuple(b for b in blocks if not isinstance(b, Dropped | IncomingRelated)),
        related=tuple(b for b in blocks if isinstance(b, IncomingRelated)),
        dropped=tuple(b for b in blocks if isinstance(b, Dropped)),
        published=head.published,
    )


def _take_boxes(items: list, blanks: bool) -> list:
    """Related boxes and one-line links; a label with nothing under it is left out."""
    taken: list = []
    place = 0
    while place < len(items):
        item = items[place]
        place += 1
        if not isinstance(item, Line):
            taken.append(item)
        elif not is_box_label(item.text) and (related := inline_related(item.text)):
            taken.append(related)
        elif is_link_in_capitals(item.text):
            taken.append(related_to(item.text))
        elif taken and isinstance(taken[-1], IncomingRelated) and taken[-1].headline == item.text.removesuffix(":"):
            taken.append(Dropped(item.text, "link given twice"))
        elif is_label_below(item.text) and _is_headline_over(taken, item, items[place : place + 4], blanks):
            taken[-1] = related_to(taken[-1].text)
        elif is_box_label(item.text):
            box, end = take_box(items, place - 1, blanks)
            taken += box or [Dropped(item.text, "box label with nothing in it")]
            place = max(end, place)
        else:
            taken.append(item)
    return taken


def _is_headline_over(taken: list, label: Line, below: list, blanks: bool) -> bool:
    """Whether the line over `Read more` is the headline it links to: right over it, and no end of a paragraph."""
    over = taken[-1] if taken else None
    if not isinstance(over, Line):
        return False
    if label.gap:
        after = next((item.text for item in below if isinstance(item, Line)), "")
        return is_headline_like(over.text) and over.gap > 0 and ends_sentence(after)
    if blanks and over.gap:
        return len(over.text.split()) <= 24
    return is_headline_like(over.text)


__all__ = ["IncomingPhoto", "UnreadableStory", "parse_text"]
