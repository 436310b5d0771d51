"""The lines that are left when everything else is taken: paragraphs, subheads, lists and quotations. Pure."""

import re
from functools import partial
from itertools import islice, pairwise

from articles.datelines import split_dateline, split_mixed_dateline, split_spoken_dateline
from articles.importers.boxes import is_headline_like, related_to
from articles.importers.bylines import read_bare_byline, read_byline
from articles.importers.incoming import Dropped, IncomingPhoto, IncomingRelated, ListBlock, Paragraph, Quote, Subhead
from articles.importers.lines import Line, is_point
from articles.importers.sentences import OPENING_QUOTES, ends_sentence, holds_sentence, is_paragraph_like
from articles.photos.captions import split_caption

_BULLET = re.compile(r"(?:[•▪◦‣●■]\s*|[*–-]\s+|\*(?=\S))(?=\S)")
_NUMBER = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
_LINKS = frozenset(["but", "and", "so", "or", "yet", "then", "still", "was", "were", "did", "had"])
_POINTERS = frozenset(["that", "this", "those", "these", "then"])
_PERSONS = frozenset(["he", "she", "they", "him", "them", "his", "her", "hers", "their", "theirs"])
_ATTRIBUTION = re.compile(r"[—–-]\s?[A-Z“][^.]{1,80}")
_SUBHEAD_WORDS = 14
_LINK_WORDS = 6
_SPEAKS = re.compile(r"[,“”\"]|\b(?:said|says|told|added|wrote|writes|read|reads|asked|replied)\b", re.IGNORECASE)
_QUOTE_BY = re.compile(r"[“\"„«](?P<words>[^“”\"„«»]{10,300}?)[.,]?[”\"»]\s*[–—-]\s*[A-ZÀ-Þ][^.]{2,60}")
_SUMMARY = re.compile(
    r"summary|key (?:points|takeaways|facts|findings)|at a glance|highlights|in short|in brief|the gist|main points"
    r"|what you need to know|takeaways|auf einen blick|das wichtigste in kürze|en bref|l['’]essentiel|en resumen"
    r"|claves|in sintesi|top line|quick take|the brief",
    re.IGNORECASE,
)


def take_summaries(items: list) -> list:
    """The unmarked lines under `Summary` as one list: its label goes into it, its buttons are left out."""
    taken: list = []
    place = 0
    while place < len(items):
        item = items[place]
        if not (isinstance(item, Line) and _SUMMARY.fullmatch(item.text.rstrip(":"))):
            taken.append(item)
            place += 1
            continue
        label = len(taken)
        place, points = _summary_points(items, place + 1, taken)
        taken += [ListBlock(tuple(points))] if points else []
        taken[label:label] = [] if points else [Dropped(item.text, "box label with nothing in it")]
    return taken


def _summary_points(items: list, place: int, taken: list) -> tuple[int, list[str]]:
    """The tight lines from ``place`` on, up to a blank line or a paragraph; one or two words are a button."""
    points: list[str] = []
    while place < len(items) and not (isinstance(items[place], Line) and _ends_summary(items[place], points)):
        item = items[place]
        if isinstance(item, Line) and len(item.text.split()) >= 3:
            points.append(_BULLET.sub("", item.text))
        else:
            taken.append(Dropped(item.text, "page words") if isinstance(item, Line) else item)
        place += 1
        if not isinstance(item, Line | Dropped):
            break
    return place, points


def _ends_summary(line: Line, points: list[str]) -> bool:
    """A blank line ends the box, but marked points may stand apart from its label."""
    if line.gap and (points or not is_point(line.text)):
        return True
    if len(line.text.split()) > 30 or split_dateline(line.text)[0] or read_byline(line.text):
        return True
    return bool(split_caption(line.text).credit)


def take_lists(items: list) -> list:
    """The unmarked points under a line that ends in a colon: two or more lines in a row in which no sentence ends."""
    taken: list = []
    place = 0
    while place < len(items):
        taken.append(items[place])
        place += 1
        if isinstance(taken[-1], Line) and taken[-1].text.endswith(":") and len(taken[-1].text.split()) >= 4:
            end = next((n for n in range(place, len(items)) if not _is_point_like(items[n])), len(items))
            if end - place >= 2:
                taken.append(ListBlock(tuple(item.text for item in items[place:end])))
                place = end
    return taken


def _is_point_like(item: object) -> bool:
    return (
        isinstance(item, Line)
        and 2 <= len(item.text.split()) <= 30
        and not is_point(item.text)
        and not (holds_sentence(item.text) or item.text.endswith(":"))
    )


def make_blocks(items: list) -> list:
    """The lines that are left become paragraphs, subheads, lists and quotes."""
    blocks: list = []
    texts = [item.text for item in items if isinstance(item, Line)]
    body = " ".join(texts)
    labels = _labels_in_series(texts)
    number = -1
    for item in items:
        if not isinstance(item, Line):
            blocks.append(item)
            continue
        number += 1
        neighbours = [texts[number - 1] if number else "", texts[number + 1] if number + 1 < len(texts) else ""]
        if (point := _list_item(item.text, neighbours)) is not None:
            _add_point(blocks, point, bool(_NUMBER.match(item.text)))
        elif blocks and isinstance(blocks[-1], Paragraph | Subhead | Quote) and _is_attribution(item, blocks[-1].text):
            blocks[-1] = Quote(f"{blocks[-1].text}\n{item.text}")
        elif item.text in labels:
            blocks.append(Subhead(item.text))
        else:
            blocks.append(_block(item.text, texts, number, body))
    return blocks


def _labels_in_series(texts: list[str]) -> frozenset[str]:
    """`What we know:` and the like, by which a page parts its story; one such line alone leads to what is quoted."""
    found = [
        text
        for text, after in pairwise(texts)
        if text.endswith(":") and 2 <= len(text.split()) <= 6 and is_paragraph_like(after) and not _SPEAKS.search(text)
    ]
    return frozenset(found if len(found) > 1 else [])


def _is_attribution(line: Line, before: str) -> bool:
    """`— Odette Lindqvist` under a line that is all quotation, or a bare name right under words without a stop."""
    text = line.text
    if line.gap == 0 and 2 <= len(text.split()) <= 4 and read_bare_byline(text) == (text,):
        return len(before.split()) >= 8 and not ends_sentence(before) and not before.endswith(":")
    return before[:1] in '“"„«»' and before[-1:] in '”"»“«' and bool(_ATTRIBUTION.fullmatch(text))


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


def _block(text: str, texts: list[str], number: int, body: str) -> Paragraph | Subhead | Quote | Dropped:
    after = texts[number + 1] if number + 1 < len(texts) else ""
    if _is_list_label(text, after):
        return Subhead(text)
    if _is_subhead_like(text):
        return _subhead(text, texts, number)
    return Quote(text) if _is_pull_quote(text, body) else Paragraph(text)


def _subhead(text: str, texts: list[str], number: int) -> Paragraph | Subhead | Dropped | IncomingRelated:
    """A subhead has running text before and after it; of several such lines in a row only the last can be one."""
    before = any(not _is_subhead_like(line) for line in islice(texts, max(0, number - 12), number))
    after = texts[number + 1] if number + 1 < len(texts) else ""
    beside = [*texts[max(0, number - 1) : number], after]
    if _is_long_headline(text) and any(_is_long_headline(line) for line in beside):
        return related_to(text)
    if after and not _is_subhead_like(after):
        return Subhead(text) if before or number == 0 else Dropped(text, "stray line")
    if after:
        return Dropped(text, "stray line")
    return Paragraph(text)


def _is_long_headline(text: str) -> bool:
    """Too long for a subhead with another like it beside it: a link to another story, copied without its box."""
    return len(text.split()) >= _LINK_WORDS and _is_subhead_like(text) and is_headline_like(text)


def _is_list_label(text: str, after: str) -> bool:
    starts_list = bool(_BULLET.match(after) or (_NUMBER.match(after) and _NUMBER.match(after)[1] == "1"))
    return starts_list and len(text.split()) <= 12 and not text.endswith((".", "!", "”"))


def _is_subhead_like(text: str) -> bool:
    """A short line in which no sentence ends; a question may be one."""
    if len(text.split()) > _SUBHEAD_WORDS or is_point(text) or _ATTRIBUTION.fullmatch(text):
        return False
    if text.endswith("?") and text.count("?") == 1:
        return text[:1] not in OPENING_QUOTES and not _is_asked_in_passing(text)
    return not holds_sentence(text) and not text.endswith((",", ";", ":", "…"))


def _is_asked_in_passing(question: str) -> bool:
    """A question of the running text leans on what stands before it (`But is it enough?`); a subhead stands alone."""
    words = re.findall(r"[\w’']+", question.casefold())
    return words[0] in _LINKS or words[-1] in _POINTERS or not _PERSONS.isdisjoint(words) or len(words) > 8


def _is_pull_quote(text: str, body: str) -> bool:
    """Words set off from the text that the text itself holds; who said them may stand behind."""
    if found := _QUOTE_BY.fullmatch(text):
        return found["words"] in body.replace(text, "", 1)
    words = text.strip('“”"„«»‹› ')
    return text[:1] in '“"„«»' and 4 <= len(words.split()) <= 60 and body.count(words.rstrip(".,")) > 1


def _is_over_summary(blocks: list, number: int) -> bool:
    """Whether a list and a paragraph follow at once: then what stands here introduces the story's summary."""
    kinds = [type(block) for block in blocks[number + 1 : number + 6] if not isinstance(block, Dropped | IncomingPhoto)]
    return kinds[:2] == [ListBlock, Paragraph]


def take_dateline(blocks: list) -> tuple[list, str]:
    """The place at the start of the first paragraph, or of the first under the story's summary, taken out of it."""
    paragraphs = (number for number, block in enumerate(blocks) if isinstance(block, Paragraph))
    first = next(paragraphs, None)
    if first is None:
        return blocks, ""
    taken, place = _split_place(blocks, first)
    if not place and _is_over_summary(blocks, first):
        taken, place = _split_place(blocks, next(paragraphs))
    return taken, place


def _split_place(blocks: list, number: int) -> tuple[list, str]:
    others = " ".join(other.text for other in blocks[number + 1 :] if isinstance(other, Paragraph))
    text = blocks[number].text
    for split in (split_dateline, split_mixed_dateline, partial(split_spoken_dateline, others=others)):
        place, rest = split(text)
        if rest and rest != text:
            return [*blocks[:number], Paragraph(rest), *blocks[number + 1 :]], place
    return blocks, ""
