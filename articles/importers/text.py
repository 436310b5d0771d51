"""Plain scraped text into an incoming story. Pure: no Django, no database.

A pipeline over one list: lines become pictures, boxes, dropped furniture, head fields and at last blocks.
Each pass only replaces lines, so no text is lost: every line ends in a block, in a field, or in `dropped`.
"""

import re
from itertools import islice

from articles.importers.boxes import inline_related, is_box_label, take_box
from articles.importers.bylines import is_author_bio, is_contribution, reporters
from articles.importers.datelines import split_dateline
from articles.importers.dates import why_dated
from articles.importers.decoding import decode
from articles.importers.furniture import is_tag_label, why_furniture
from articles.importers.head import Head, is_paragraph_like, take_head
from articles.importers.incoming import (
    Dropped,
    IncomingPhoto,
    IncomingRelated,
    IncomingStory,
    ListBlock,
    Paragraph,
    Quote,
    Subhead,
    UnreadableStory,
)
from articles.importers.lines import Line, has_blank_lines, is_point, read_lines
from articles.importers.pictures import take_pictures
from articles.importers.slogans import is_slogan

MAX_CHARACTERS = 2_000_000
MAX_LINES = 5_000
_NO_STORY = "No story was found in the file: it needs a headline and, below it, at least one paragraph."
_TOO_LONG = (
    "The file is too long to be one story (over 5,000 lines or two million characters): split it and import the parts."
)
_BULLET = re.compile(r"(?:[•▪◦‣●■]\s*|[*–-]\s+|\*(?=\S))(?=\S)")
_NUMBER = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
_BEFORE_PICTURE = ("gallery words",)
_ATTRIBUTION = re.compile(r"[—–-]\s?[A-Z“][^.]{1,80}")


def parse_text(data: bytes | str) -> IncomingStory:
    """The story in a scraped text. Raises UnreadableStory for an empty, binary or hopeless file."""
    text = decode(data)
    if len(text) > MAX_CHARACTERS:
        raise UnreadableStory(_TOO_LONG)
    lines = read_lines(text)
    if len(lines) > MAX_LINES:
        raise UnreadableStory(_TOO_LONG)
    blanks = has_blank_lines(lines)
    items = _drop_slogans(_drop_furniture(lines), blanks)
    items = _take_boxes(take_pictures(items), blanks)
    head, items = take_head(items)
    items, signed = _drop_foot(items, head.byline)
    items = _drop_strays(items)
    blocks = _make_blocks(items)
    if not any(isinstance(block, Paragraph | ListBlock) for block in blocks):
        raise UnreadableStory(_NO_STORY)
    return _story(head, blocks, signed)


def _story(head: Head, blocks: list, signed: tuple[str, ...]) -> IncomingStory:
    blocks, dateline = _take_dateline(blocks)
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


def _drop_furniture(lines: list[Line]) -> list:
    """Page furniture marked as dropped. The line behind it keeps the blank line that stood before it."""
    items: list = []
    gap, under_tags = 0, False
    for line in lines:
        why = "" if is_box_label(line.text) and not is_tag_label(line.text) else why_furniture(line.text)
        under_tags = is_tag_label(line.text) or (
            under_tags and len(line.text.split()) <= 4 and line.text[-1:] not in ".?!”"
        )
        why = why or ("tags" if under_tags else "")
        gap = max(gap, line.gap)
        items.append(Dropped(line.text, why) if why else Line(line.text, gap))
        gap = gap if why in _BEFORE_PICTURE and not line.gap else 0 if not why else line.gap
    return items


def _take_boxes(items: list, blanks: bool) -> list:
    """Related boxes and one-line links; a label with nothing under it is left out."""
    taken: list = []
    place = 0
    while place < len(items):
        item = items[place]
        if not isinstance(item, Line) or not taken_anything(taken):
            taken.append(item)
        elif related := inline_related(item.text):
            taken.append(related)
        elif is_box_label(item.text):
            box, end = take_box(items, place, blanks)
            taken += box or [Dropped(item.text, "box label with nothing in it")]
            place = max(end, place + 1)
            continue
        else:
            taken.append(item)
        place += 1
    return taken


def taken_anything(taken: list) -> bool:
    """Whether a headline was met: a box cannot stand before it."""
    return any(isinstance(item, Line) for item in taken)


def _drop_slogans(items: list, blanks: bool) -> list:
    """Advertisers' slogans before the headline and behind the last paragraph, or alone between blank lines."""
    places = [n for n, item in enumerate(items) if isinstance(item, Line)]
    sold = {n for n in places if is_slogan(items[n].text)}
    head = _leading(places, sold)
    if head and _is_paragraph(items, places, head):
        head, sold = set(), sold - set(places[:1])  # the headline itself sounds like a slogan
    inside = sold if blanks else _leading(places[::-1], sold)
    if len(places) - len(head | inside) < 2 and len(head | inside) >= len(places) - 1:
        inside = head
    doomed = head | {n for n in inside if n not in places[:1]} - _likely_headline(places, head)
    return [Dropped(item.text, "advertisement") if n in doomed else item for n, item in enumerate(items)]


def _is_paragraph(items: list, places: list[int], head: set[int]) -> bool:
    """Whether running text follows the leading slogans, so that the last of them must be the headline."""
    return any(is_paragraph_like(items[place].text) for place in [p for p in places if p not in head][:1])


def _leading(places: list[int], sold: set[int]) -> set[int]:
    """The slogans that stand before anything else; never all there is."""
    found: set[int] = set()
    for place in places[:-1]:
        if place not in sold:
            break
        found.add(place)
    return found


def _likely_headline(places: list[int], head: set[int]) -> set[int]:
    """The first line that is left: a headline may well name a price and a product."""
    rest = [place for place in places if place not in head]
    return set(rest[:1])


def _drop_foot(items: list, byline: tuple[str, ...]) -> tuple[list, tuple[str, ...]]:
    """Without the contribution lines and biographies; gives also the reporters that they name."""
    signed: tuple[str, ...] = ()
    kept: list = []
    last = [n for n, item in enumerate(items) if isinstance(item, Line)][-4:]
    for place, item in enumerate(items):
        if isinstance(item, Line) and is_contribution(item.text):
            signed = signed or reporters(item.text)
            item = Dropped(item.text, "contribution line")
        elif isinstance(item, Line) and place in last and place and is_author_bio(item.text, byline):
            item = Dropped(item.text, "author biography")
        elif isinstance(item, Line) and (why := why_dated(item.text)):
            item = Dropped(item.text, why)
        kept.append(item)
    return kept, signed


def _drop_strays(items: list) -> list:
    """Without the short unpunctuated lines behind the last sentence: what a page leaves there is no story."""
    items = list(items)
    places = [n for n, item in enumerate(items) if isinstance(item, Line)]
    for place in reversed(places[2:]):
        text = items[place].text
        if text.rstrip("”\"’')*").endswith((".", "!", "?", "…", ":")) or len(text.split()) > 10 or is_point(text):
            break
        if text.startswith(("—", "–", "“")):
            break
        items[place] = Dropped(text, "stray line at the foot")
    return items


def _make_blocks(items: list) -> list:
    """The lines that are left become paragraphs, subheads, lists and quotes."""
    blocks: list = []
    lines = [item for item in items if isinstance(item, Line)]
    body = " ".join(line.text for line in lines)
    for place, item in enumerate(items):
        if not isinstance(item, Line):
            blocks.append(item)
        elif (point := _list_item(item.text, _neighbours(items, place))) is not None:
            _add_point(blocks, point, bool(_NUMBER.match(item.text)))
        elif blocks and isinstance(blocks[-1], Paragraph | Quote) and _is_attribution(item.text, blocks[-1].text):
            blocks[-1] = Quote(f"{blocks[-1].text}\n{item.text}")
        else:
            blocks.append(_block(item.text, items, place, body))
    return blocks


def _is_attribution(text: str, before: str) -> bool:
    """`— Odette Lindqvist` under a line that is all quotation."""
    return before[:1] in '“"„«' and before[-1:] in '”"»“' and bool(_ATTRIBUTION.fullmatch(text))


def _neighbours(items: list, place: int) -> list[str]:
    """The texts of the lines next to this one, other things skipped."""
    before = next((i.text for i in reversed(items[max(0, place - 4) : place]) if isinstance(i, Line)), "")
    after = next((i.text for i in items[place + 1 : place + 5] if isinstance(i, Line)), "")
    return [before, after]


def _list_item(text: str, neighbours: list[str]) -> str | None:
    """The words of a list's item, or None; it needs another beside it, a number the next or the last."""
    if found := _BULLET.match(text):
        return text[found.end() :] if any(_BULLET.match(n) for n in neighbours) else None
    found = _NUMBER.match(text)
    if not found:
        return None
    beside = [int(other[1]) for n in neighbours if (other := _NUMBER.match(n))]
    return text[found.end() :] if any(abs(int(found[1]) - number) == 1 for number in beside) else None


def _add_point(blocks: list, point: str, ordered: bool) -> None:
    last = blocks[-1] if blocks else None
    if isinstance(last, ListBlock) and last.ordered == ordered:
        blocks[-1] = ListBlock((*last.items, point), ordered)
    else:
        blocks.append(ListBlock((point,), ordered))


def _block(text: str, items: list, place: int, body: str) -> Paragraph | Subhead | Quote:
    after = _neighbours(items, place)[1]
    if _is_list_label(text, after) or _is_subhead(text, items, place):
        return Subhead(text)
    return Quote(text) if _is_pull_quote(text, body) else Paragraph(text)


def _is_list_label(text: str, after: str) -> bool:
    starts_list = bool(_BULLET.match(after) or (_NUMBER.match(after) and _NUMBER.match(after)[1] == "1"))
    return starts_list and len(text.split()) <= 12 and not text.endswith((".", "!", "”"))


def _is_subhead(text: str, items: list, place: int) -> bool:
    """A short line without closing punctuation that a paragraph follows."""
    if len(text.split()) > 14 or text.rstrip("”\"’'").endswith((".", "!", ",", ";", "…")) or text.endswith("”"):
        return False
    rest = (item for item in islice(items, place + 1, None) if isinstance(item, Line))
    return any(len(item.text.split()) > 3 for item in rest) and not _ATTRIBUTION.fullmatch(text)


def _is_pull_quote(text: str, body: str) -> bool:
    """Words set off from the text that the text itself holds."""
    words = text.strip('“”"„«» ')
    return text[:1] in '“"„«' and 4 <= len(words.split()) <= 60 and body.count(words.rstrip(".,")) > 1


def _take_dateline(blocks: list) -> tuple[list, str]:
    """The place at the start of the first paragraph, taken out of it."""
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            place, rest = split_dateline(block.text)
            if rest and rest != block.text:
                return [*blocks[:number], Paragraph(rest), *blocks[number + 1 :]], place
            break
    return blocks, ""


__all__ = ["IncomingPhoto", "UnreadableStory", "parse_text"]
