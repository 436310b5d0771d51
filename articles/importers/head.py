"""The head of a story: headline, standfirst, byline, date, from what stands before its first paragraph. Pure."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from articles.importers.bylines import is_author_bio, is_role, read_bare_byline, read_byline
from articles.importers.datelines import split_dateline
from articles.importers.dates import dated_place, read_moment, why_dated
from articles.importers.incoming import Dropped, IncomingPhoto, IncomingRelated
from articles.importers.kickers import why_kicker
from articles.importers.lines import Line
from articles.photos.houses import find_house, reads_like_house

_REACH = 14
_LONE_BY = ("by", "by:", "words by", "written by", "von", "par", "por")
_BULLET = re.compile(r"(?:[•▪◦‣●■*]|[-–](?= )|\d{1,2}[.)] )\s*\S")


@dataclass
class Head:
    headline: str = ""
    standfirst: str = ""
    byline: tuple[str, ...] = ()
    dateline: str = ""
    published: datetime | date | None = None


def take_head(items: list) -> tuple[Head, list]:
    """The head's fields, and the list without the lines that gave them."""
    items = _join_by(items)
    head = Head()
    start = _take_headline(head, items)
    _take_signatures(head, items, start)
    _take_standfirst(head, items, start)
    return head, [item for item in items if item is not None]


def _join_by(items: list) -> list:
    """`By` on a line of its own, joined with the name under it."""
    joined: list = []
    for item in items:
        before = joined[-1] if joined else None
        if isinstance(item, Line) and isinstance(before, Line) and before.text.casefold() in _LONE_BY:
            joined[-1] = Line(f"{before.text} {item.text}", before.gap)
        else:
            joined.append(item)
    return joined


def _take_headline(head: Head, items: list) -> int:
    """The first line that is no kicker, site name or crumb; gives the place behind it."""
    for place, item in enumerate(items):
        if not isinstance(item, Line):
            continue
        why = why_kicker(item.text) or _why_site(item.text) or _why_early(head, item.text)
        if why and any(isinstance(later, Line) for later in items[place + 1 :]):
            items[place] = Dropped(item.text, why) if why != "taken" else None
            continue
        head.headline, items[place] = item.text, None
        return place + 1
    return len(items)


def _why_site(text: str) -> str:
    if len(text) <= 60 and (find_house(text) or (reads_like_house(text) and len(text.split()) <= 4)):
        return "site name"
    crumbs = re.split(r"\s*[>›»]\s*|\s+/\s+", text)
    is_trail = (
        len(crumbs) > 1 and all(0 < len(c.split()) <= 5 for c in crumbs[:-1]) and not text.endswith((".", "?", "!"))
    )
    return "page menu" if is_trail else ""


def _why_early(head: Head, text: str) -> str:
    """A date or a byline over the headline is read, not left out."""
    if why := why_dated(text):
        moment = read_moment(text)
        head.published = head.published or moment
        return "taken" if moment and head.published == moment else why
    names = read_byline(text)
    head.byline = head.byline or names
    return "taken" if names else ""


def _take_signatures(head: Head, items: list, start: int) -> None:
    """Bylines, roles and dates between the headline and the story; a lone "By" line also a little further on."""
    reach = [n for n, item in enumerate(items[start:], start) if isinstance(item, Line)][:_REACH]
    body_begun = False
    for place in reach:
        text = items[place].text
        if is_author_bio(text, head.byline) or _tells_of_author(head, text):
            items[place] = Dropped(text, "author biography")
            continue
        if is_paragraph_like(text) and not why_dated(text):
            if body_begun or split_dateline(text)[0]:
                return
            body_begun = not _signed_below(items, place)
            continue
        if body_begun:
            return
        items[place] = _read_signature(head, items, place)


def _tells_of_author(head: Head, text: str) -> bool:
    """A sentence under the byline that begins with the byline's name."""
    return len(text.split()) <= 40 and any(text.startswith(name) and text != name for name in head.byline)


def _signed_below(items: list, place: int) -> bool:
    """Whether a byline or a date stands among the next lines: then this one is the standfirst."""
    below = [item.text for item in items[place + 1 : place + 6] if isinstance(item, Line)][:3]
    for text in below:
        if read_byline(text) or why_dated(text) or is_role(text) or read_bare_byline(text):
            return True
        if is_paragraph_like(text):
            return False
    return False


def is_paragraph_like(text: str) -> bool:
    """A sentence or more of running text."""
    words = len(text.split())
    return words >= 28 or (
        (words >= 8 and text.rstrip("”\"’')").endswith((".", "!", "?", "…"))) and not read_byline(text)
    )


def _read_signature(head: Head, items: list, place: int) -> Line | Dropped | None:
    """What becomes of one line of the head: None where a field took it."""
    line = items[place]
    text = line.text
    if why := why_dated(text):
        moment = read_moment(text)
        head.dateline = head.dateline or dated_place(text)
        if moment and not head.published:
            head.published = moment
            return None
        return Dropped(text, why)
    names = read_byline(text) or (() if head.byline else _bare_names(items, place))
    if names:
        moment = read_moment(text)
        head.published = head.published or moment
        head.byline = head.byline or names
        return None if head.byline == names else Dropped(text, "second byline")
    if is_role(text):
        return Dropped(text, "role line")
    kicker = why_kicker(text) or (head.byline and _why_site(text))
    return Dropped(text, kicker) if kicker else line


def _bare_names(items: list, place: int) -> tuple[str, ...]:
    """Names without "By" are believed when the story, a date or a role comes next."""
    names = read_bare_byline(items[place].text)
    if not names:
        return ()
    after = next((item.text for item in items[place + 1 : place + 4] if isinstance(item, Line)), "")
    return names if is_paragraph_like(after) or why_dated(after) or is_role(after) or read_byline(after) else ()


def _take_standfirst(head: Head, items: list, start: int) -> None:
    """The line under the headline: sure when a byline or date stood behind it, else by its shape."""
    place = next((n for n, item in enumerate(items[start:], start) if isinstance(item, Line)), None)
    if place is None or any(isinstance(item, IncomingRelated) for item in items[start:place]):
        return
    text = items[place].text
    following = next((item.text for item in items[place + 1 :] if isinstance(item, Line)), "")
    if (
        not following
        or _BULLET.match(text)
        or _BULLET.match(following)
        or split_dateline(text)[0]
        or len(text.split()) > 60
    ):
        return
    if _was_followed(items, place) or _has_deck_shape(text, following):
        head.standfirst, items[place] = text, None


def _was_followed(items: list, place: int) -> bool:
    """Whether a signature stood right behind the line: it was taken out or dropped since."""
    for item in items[place + 1 : place + 5]:
        if item is None or (isinstance(item, Dropped) and item.why in ("date line", "reading time", "role line")):
            return True
        if not isinstance(item, Dropped | IncomingPhoto):
            return False
    return False


def _has_deck_shape(text: str, following: str) -> bool:
    """No full stop, at least five words, and a paragraph behind it; or one sentence before a dateline."""
    words = len(text.split())
    if split_dateline(following)[0] and words <= 45:
        return True
    return (
        5 <= words <= 40
        and not text.rstrip("”\"’'").endswith((".", "!", "?", ":", "…"))
        and is_paragraph_like(following)
    )
