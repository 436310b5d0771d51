"""The head of a story: byline, date and place, between the headline and the first paragraph. Pure.

They are read before its pictures are, so that no picture takes a name for its credit; what is left when the
pictures are gone is the standfirst, and furniture (standfirst.py).
"""

import re
from itertools import islice

from articles.datelines import split_dateline
from articles.importers.alts import is_marked_alt
from articles.importers.boxes import is_box_label, is_link_in_capitals
from articles.importers.bylines import is_role, read_bare_byline, read_byline
from articles.importers.dates import dated_place, read_moment, why_dated
from articles.importers.foot import is_author_bio
from articles.importers.headline import Head, why_site
from articles.importers.incoming import Dropped
from articles.importers.kickers import why_kicker
from articles.importers.lines import Line, is_point
from articles.importers.notes import is_labelled_note, why_note
from articles.importers.sentences import ends_sentence, is_paragraph_like, is_sentence
from articles.importers.standfirst import LONGEST
from articles.photos.captions import split_caption
from articles.photos.names import is_title_case
from articles.photos.prose import describes_unnamed

_REACH = 30  # lines of a head, furniture left out
_LONE_BY = ("by", "by:", "words by", "written by", "story by", "von", "par", "por", "di", "text", "text:")
_AND = ("and", "&", "und", "et", "y", "e", ",")
_FILED_FROM = re.compile(r"(?:[Rr]eporting |[Rr]eported |REPORTING )(?:from|FROM|in) [^\W\d_a-z].{1,60}")
_PICTURED_BY = re.compile(
    r"(?:photographs|photos|pictures|images|video|visuals|graphics|illustrations?|photography|fotos)"
    r"(?: and [a-z]+)? (?:by|von|par|de) (?-i:[A-ZÀ-ÖØ-Þ])[^.:/]{2,80}",
    re.IGNORECASE,
)
_HEAD_FURNITURE = ("share bar", "player", "page words", "reading time", "date line", "comments")


def join_signatures(items: list) -> list:
    """`By` or `and` on a line of its own, joined with the names round it."""
    joined: list = []
    for item in items:
        before = joined[-1] if joined else None
        if isinstance(item, Line) and isinstance(before, Line) and _belong(before.text, item.text):
            joined[-1] = Line(f"{before.text} {item.text}", before.gap)
        else:
            joined.append(item)
    return joined


def _belong(before: str, text: str) -> bool:
    if before.casefold() in _LONE_BY:
        return True
    if text.casefold() in _AND:
        return bool(read_byline(before))
    return before.casefold().endswith(tuple(f" {word}" for word in _AND)) and bool(read_byline(before))


def read_signatures(head: Head, items: list, start: int) -> int:
    """Bylines, roles and dates between the headline and the story, taken out; gives the place where that begins."""
    lines = 0
    for place in range(start, len(items)):
        item = items[place]
        if not isinstance(item, Line):
            continue
        lines += 1
        if lines > _REACH or _is_body(head, items, place):
            return place
        items[place] = _read_signature(head, items, place)
    return len(items)


def _is_body(head: Head, items: list, place: int) -> bool:
    """Whether the story's first paragraph stands here: running text that is no caption, deck or note."""
    text = items[place].text
    if why_dated(text) or _FILED_FROM.fullmatch(text):
        return False
    if split_dateline(text)[0] and len(text.split()) >= 6:
        return True
    if not (is_paragraph_like(text) or is_sentence(text)):
        return False
    if is_author_bio(text, head.byline) or _tells_of_author(head, text) or is_labelled_note(text):
        return False
    if is_marked_alt(items, place) or (isinstance(items[place - 1], Line) and is_marked_alt(items, place - 1)):
        return False
    if why_note(text, at_an_edge=True):
        return False
    return not (_is_caption(items, place) or _is_described(items, place) or _is_deck(head, items, place))


def _tells_of_author(head: Head, text: str) -> bool:
    """A sentence under the byline that begins with the byline's name."""
    return (
        len(text.split()) <= 40
        and ends_sentence(text)
        and any(text.startswith(name) and text != name for name in head.byline)
    )


def _is_caption(items: list, place: int) -> bool:
    """A caption with its credit, or with the credit alone on the next line."""
    split = split_caption(items[place].text)
    if split.credit and split.caption and split.confidence >= 0.6:
        return True
    after = next((item for item in islice(items, place + 1, place + 2) if isinstance(item, Line)), None)
    if after is None or len(after.text) > 160 or read_byline(after.text):
        return False
    below = items[place + 2] if place + 2 < len(items) else None
    if after.gap and isinstance(below, Line) and below.gap == 0 and not ends_sentence(below.text):
        return False  # the credit stands over a caption of its own
    credit = split_caption(after.text)
    return bool(credit.credit) and not credit.caption and credit.confidence >= 0.7 and after.gap <= items[place].gap


def _is_described(items: list, place: int) -> bool:
    """A sentence that says what the picture shows whose caption stands under it: the picture's alt text."""
    below = (n for n in range(place + 1, min(place + 3, len(items))) if isinstance(items[n], Line))
    return describes_unnamed(items[place].text) and any(_is_caption(items, n) for n in below)


def _is_deck(head: Head, items: list, place: int) -> bool:
    """A standfirst: signed below, or set off from the story by the page's buttons, or before a dateline."""
    text = items[place].text
    if head.standfirst or len(text.split()) > LONGEST or is_point(text):
        return False
    if _signed_below(items, place, by_names=not head.byline):
        return True
    after = items[place + 1] if place + 1 < len(items) else None
    if isinstance(after, Dropped) and head.byline and len(text.split()) <= 40:
        return after.why in _HEAD_FURNITURE and _tells_more(items, place)
    following = next((item.text for item in islice(items, place + 1, place + 8) if isinstance(item, Line)), "")
    return bool(split_dateline(following)[0]) and len(text.split()) <= 45 and not head.byline


def _tells_more(items: list, place: int) -> bool:
    """Whether running text follows, so that the line need not be the story itself."""
    below = [item.text for item in islice(items, place + 1, place + 12) if isinstance(item, Line)]
    return sum(is_paragraph_like(text) for text in below) >= 2


def _signed_below(items: list, place: int, by_names: bool = True) -> bool:
    """Whether a byline or a date stands below, with nothing but captions and furniture between.

    Without ``by_names`` (a byline was read before) names without "By" are no sign.
    """
    lines = 0
    for later in range(place + 1, min(place + 24, len(items))):
        item = items[later]
        lines += isinstance(item, Line)
        if isinstance(item, Dropped) and item.why in ("post details",):
            return True
        if not isinstance(item, Line):
            continue
        if _is_sure_signature(item.text):
            return True
        if by_names and _read_names(item.text) and _is_name_there(items, later, lines == 1):
            return True
        is_text = is_paragraph_like(item.text) or is_sentence(item.text)
        if is_text and not (_is_caption(items, later) or _is_described(items, later)):
            return False
    return False


def _is_name_there(items: list, place: int, is_next: bool) -> bool:
    """A subhead may be set as a name is: further down, a name is believed if a date or a role stands under it."""
    after = next((item.text for item in islice(items, place + 1, place + 8) if isinstance(item, Line)), "")
    return not _is_alt(items, place) and (is_next or _is_signature(after))


def _is_alt(items: list, place: int) -> bool:
    """Whether a caption stands right under the line: then it may be set as a name and is none."""
    after = items[place + 1] if place + 1 < len(items) else None
    is_tight = isinstance(after, Line) and after.gap == 0 and items[place].gap > 0
    return is_tight and not read_byline(items[place].text) and _is_caption(items, place + 1)


def _is_sure_signature(text: str) -> bool:
    return bool(read_byline(text) or why_dated(text) or is_role(text))


def _is_signature(text: str) -> bool:
    return _is_sure_signature(text) or bool(_read_names(text))


def _read_names(text: str) -> tuple[str, ...]:
    """Names without "By": no headline in capitals, no credit (`Jane Doe/Velmora Courier`)."""
    is_other = "/" in text or text.casefold().startswith("from ") or (is_link_in_capitals(text) and "," not in text)
    return () if is_other else read_bare_byline(text)


def _read_signature(head: Head, items: list, place: int) -> Line | Dropped | None:
    """What becomes of one line of the head: None where a field took it."""
    line = items[place]
    text = line.text
    if why := why_dated(text):
        return _read_date(head, text, why)
    if names := read_byline(text):
        head.published = head.published or read_moment(text)
        head.byline = _with_names(head.byline, names)
        return None
    if _FILED_FROM.fullmatch(text):
        return Dropped(text, "place line")
    if _PICTURED_BY.match(text):
        return Dropped(text, "photographer's byline")
    if is_labelled_note(text) and is_paragraph_like(text):
        return Dropped(text, "editor's note")
    if is_author_bio(text, head.byline) or _tells_of_author(head, text):
        return Dropped(text, "author biography")
    return _read_label(head, items, place)


def _with_names(byline: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    """The byline with the names of another line of it; a page that signs twice names nobody twice."""
    known = {name.casefold() for name in byline}
    return byline + tuple(name for name in names if name.casefold() not in known)


def _read_date(head: Head, text: str, why: str) -> Dropped:
    head.published = head.published or read_moment(text)
    head.dateline = head.dateline or dated_place(text)
    return Dropped(text, why)


def _read_label(head: Head, items: list, place: int) -> Line | Dropped | None:
    """A kicker, a role, or names without "By"."""
    text = items[place].text
    if why := why_kicker(text):
        return Dropped(text, why)
    if is_role(text) and not _is_credit_over_caption(items, place):
        return Dropped(text, "role line")
    names = _bare_names(head, items, place)
    if names:
        head.byline = head.byline + names
        return None
    why = why_site(text) if head.byline and not _is_credit_over_caption(items, place) else ""
    return Dropped(text, why) if why else items[place]


def _is_credit_over_caption(items: list, place: int) -> bool:
    """`Getty Images` is a picture's when an unpunctuated caption stands under it or any caption over it."""
    texts = [
        items[n].text if 0 <= n < len(items) and isinstance(items[n], Line) else "" for n in (place - 1, place + 1)
    ]
    before, after = texts
    is_caption_under = len(after.split()) >= 5 and not ends_sentence(after) and not split_caption(after).credit
    return (is_caption_under and not _is_signature(after)) or (len(before.split()) >= 5 and not is_role(before))


def _bare_names(head: Head, items: list, place: int) -> tuple[str, ...]:
    """Names without "By", one line or several, are believed when the story, a date or a role comes next."""
    names = _read_names(items[place].text)
    over = next((item for item in reversed(items[max(0, place - 3) : place]) if not isinstance(item, Dropped)), 0)
    if not names or (head.byline and over is not None) or _is_alt(items, place) or is_box_label(items[place].text):
        return ()
    if (split := split_caption(items[place].text)).credit and split.caption:
        return ()
    if _is_named_below(items, place, names) or _is_by_caption_button(items, place):
        return ()
    after = next((n for n in range(place + 1, min(place + 20, len(items))) if isinstance(items[n], Line)), None)
    if after is None:
        return ()
    text = items[after].text
    if len(text.split()) <= 3 and is_title_case(text) and _signed_below(items, after):
        return names  # the place the writer is in stands between the name and the date
    follows = (
        is_sentence(text)
        or is_paragraph_like(text)
        or _is_signature(text)
        or split_dateline(text)[0]
        or _is_caption(items, after)
        or why_site(text)
        or _is_over_picture(items, place, after)
    )
    return names if follows else ()


def _is_by_caption_button(items: list, place: int) -> bool:
    """Whether public radio's `hide caption` stands beside the names, which are then a picture's credit."""
    beside = [*items[max(0, place - 1) : place], *items[place + 1 : place + 2]]
    return any(isinstance(item, Dropped) and item.text.endswith(" caption") for item in beside)


def _is_named_below(items: list, place: int, names: tuple[str, ...]) -> bool:
    """Whether a caption with its credit comes next and tells of the same people: then the line is its alt text."""
    below = [n for n in range(place + 1, min(place + 3, len(items))) if isinstance(items[n], Line)]
    return any(_is_caption(items, n) and any(name in items[n].text for name in names) for n in below)


def _is_over_picture(items: list, place: int, after: int) -> bool:
    """Whether the alt line and the caption of the story's lead picture come next, and do not repeat the names."""
    below = next((n for n in range(after + 1, min(after + 3, len(items))) if isinstance(items[n], Line)), None)
    if below is None or not _is_caption(items, below):
        return False
    name = items[place].text.casefold()
    return name not in items[after].text.casefold() and name not in items[below].text.casefold()
