"""Which of a page's first lines is the headline. Pure.

A site prints its name, its motto and a section's label over the headline. No list knows them all; what they
share is that they are shorter than the headline under them and set as a title, without a sentence's end.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime

from articles.importers.bylines import is_role, read_bare_byline, read_byline
from articles.importers.datelines import split_dateline
from articles.importers.dates import read_moment, why_dated
from articles.importers.incoming import Dropped
from articles.importers.kickers import why_kicker
from articles.importers.lines import Line
from articles.importers.sentences import ends_sentence
from articles.photos.captions import split_caption
from articles.photos.houses import find_house, reads_like_house
from articles.photos.names import is_title_case

_AHEAD = 6
_MOST = 60  # lines over a headline
_MOTTO = re.compile(
    r".*\b(?:since|established|founded|est\.?) (?:in )?1[5-9]\d\d\b.*"
    r"|(?:the |your )?(?:[\w'’-]+ ){0,3}(?:news ?site|newspaper|news|voice|source) (?:of|for) .{3,50}",
    re.IGNORECASE,
)


@dataclass
class Head:
    headline: str = ""
    standfirst: str = ""
    byline: tuple[str, ...] = ()
    dateline: str = ""
    published: datetime | date | None = None


def take_headline(head: Head, items: list) -> int:
    """The first line that is no kicker, site name or crumb; gives the place behind it."""
    places = [place for place, item in enumerate(items) if isinstance(item, Line)]
    for number, place in enumerate(places):
        text = items[place].text
        following = [items[later].text for later in places[number + 1 : number + 1 + _AHEAD]]
        why = following and number < _MOST and (_why_above(text, following) or _why_early(head, text))
        if not why:
            head.headline, items[place] = text, None
            return place + 1
        items[place] = Dropped(text, why) if why != "taken" else None
    return len(items)


def _why_above(text: str, following: list[str]) -> str:
    """Why a line over the headline is left out, or ""."""
    if why := why_kicker(text) or why_site(text):
        return why
    if is_role(text) and len(text.split()) <= 5 and not ends_sentence(text):
        return "role line"
    if _is_page_title(text, following):
        return "page title"
    if not (_is_label_like(text) or _MOTTO.fullmatch(text)):
        return ""
    ahead = _head_lines(following)
    return "site name" if (ahead and _MOTTO.fullmatch(text)) or _is_label_over(text, ahead) else ""


def why_site(text: str) -> str:
    """A site's name, or the crumbs of where the page stands on it."""
    if len(text) <= 60 and (find_house(text) or (reads_like_house(text) and len(text.split()) <= 4)):
        return "site name"
    crumbs = re.split(r"\s*[>›»]\s*|\s+/\s+", text)
    is_trail = len(crumbs) > 1 and all(0 < len(c.split()) <= 5 for c in crumbs[:-1])
    return "page menu" if is_trail and not text.endswith((".", "?", "!")) else ""


def _is_page_title(text: str, following: list[str]) -> bool:
    """`Board closes basin | Velmora Courier` over the headline itself."""
    return any(len(line.split()) >= 3 and text != line and text.startswith(line) for line in following)


def _head_lines(following: list[str]) -> list[str]:
    """The next lines up to the first signature or paragraph; captions are passed over."""
    lines: list[str] = []
    for text in following:
        if read_byline(text) or read_bare_byline(text) or why_dated(text) or split_dateline(text)[0]:
            break
        if len(text.split()) >= 28:
            break
        split = split_caption(text)
        if not (split.credit and split.confidence >= 0.6):
            lines.append(text)
    return lines


def _is_label_over(text: str, ahead: list[str]) -> bool:
    """A short title-like line with a longer line under it that can be the headline."""
    words = len(text.split())
    if words > 5:
        return False
    place = next((n for n, line in enumerate(ahead) if len(line.split()) >= max(4, words + 1)), None)
    if place is None:
        return False
    deck_follows = any(len(line.split()) >= 5 for line in ahead[place + 1 :])
    if words <= 3 and (words == 1 or not ends_sentence(ahead[place])):
        return True
    return deck_follows and words <= 5 and len(ahead[place].split()) >= 6


def _is_label_like(text: str) -> bool:
    """Up to five words set as a title or in capitals; a lone word in any case."""
    words = text.split()
    if len(words) > 5 or text[-1] in ".?!:,;”\"'’":
        return False
    return len(words) == 1 or text.isupper() or is_title_case(text)


def _why_early(head: Head, text: str) -> str:
    """A date or a byline over the headline is read, not left out."""
    if why := why_dated(text):
        moment = read_moment(text)
        head.published = head.published or moment
        return "taken" if moment and head.published == moment else why
    names = read_byline(text)
    head.byline = head.byline or names
    return "taken" if names else ""
