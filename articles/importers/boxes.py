"""Boxes of related stories: `Check Also`, `Read more: …`, with copied headlines and cut teasers. Pure."""

import re

from articles.datelines import split_dateline
from articles.importers.bylines import read_byline
from articles.importers.dates import why_dated
from articles.importers.headline import why_site
from articles.importers.incoming import Dropped, IncomingRelated
from articles.importers.kickers import why_kicker
from articles.importers.lines import Line
from articles.importers.sentences import OPENING_QUOTES, ends_sentence
from articles.photos.names import is_title_case

_LABELS = (
    r"check (?:this )?also|read more (?:from|about|on|in) [^:]{2,40}|read (?:more|next|also|on"
    r"|this next|further|the full story)|also read|also see|see also|see more|must[- ]read|related"
    r"|related (?:stories|articles|story|article|coverage|news|posts?|content|reading|links?|topics|video)"
    r"|more (?:stories|news|articles|coverage|headlines) (?:from|by|on|about) [^:]{2,40}"
    r"|in (?:this section|the headlines)"
    r"|(?:top|latest|breaking|today['’]?s) (?:news|headlines|stories)(?: today)?|recommended (?:by|from) [^:]{2,30}"
    r"|more (?:on this(?: story| topic)?|stories|news|like this|to read|coverage|in \w+|about this"
    r"|top stories|from [^:]{2,40}|on [^:]{2,40})|recommended(?: (?:stories|reading|for you|articles))?"
    r"|you (?:may|might)(?: also)? (?:like|be interested in|have missed|enjoy)(?: these)?|up next"
    r"|read next|next up"
    r"|what to read next|further reading|don['’]t miss|in case you missed it|icymi|in other news"
    r"|most (?:read|popular|viewed)|popular(?: now| stories)?|trending(?: now| stories)?|top stories"
    r"|latest(?: news| stories)?|editors?['’]?s? (?:picks?|choice)|keep reading|similar stories"
    r"|from the archives?|elsewhere"
    r"|other stories|background|go deeper|dig deeper|explore more|watch(?: more| now| also| next)?"
    r"|read|watch|listen|more|learn more|explainer|big read|also (?:today|inside|new|(?:on|in) [^:]{2,40})"
    r"|more from the \w+|we recommend|suggested(?: reading)?|promoted stories|the full story"
    r"|(?:zum thema|mehr zum thema|mehr dazu|lesen sie auch|auch interessant|weiterlesen|lire aussi"
    r"|à lire aussi|sur le même sujet|lea también|lee también|leer más|más información"
    r"|te puede interesar|para saber más|ver también|te recomendamos|noticias? relacionadas?|pour aller plus loin"
    r"|sur le même thème|lesen sie mehr|lesetipps?|mehr zu diesem thema|lees verder|ti potrebbe interessare"
    r"|relacionado|leia também|leia mais|veja também|leggi anche|per approfondire"
    r"|lees ook|lees meer|läs också|läs mer|les også|læs også)"
)
_ALONE = re.compile(rf"[\W_]*(?:{_LABELS})[\W_]*", re.IGNORECASE)
# Words that open an inline link only with a mark after them: "Read" and "More" also start sentences.
_INLINE = re.compile(rf"\W*(?P<label>{_LABELS})\s*(?::|\||»|>>?|›|→|–|—|•)\s*(?P<headline>\S.+)", re.IGNORECASE)
_CAPS_INLINE = re.compile(
    r"(?:Related (?:articles?|story|stories|video|coverage)|Read more about this|READ MORE|RELATED|READ ALSO|SEE ALSO"
    r"|ALSO READ|WATCH|MORE)\s+(?P<headline>[A-Z“\"‘'].+)"
)
# The label and the headline copied without a mark; a sentence may begin so too (`Read more in …`).
_GLUED_INLINE = re.compile(
    r"(?:(?:Read|See) more ?|Also read ?|Read also ?|Lire aussi ?|Leggi anche ?|Lee también ?|(?:More|Related)(?! ))"
    r"(?P<headline>[^\W\d_a-zà-ÿ].*[^.\s])"
)
_CUT = re.compile(
    r"\s*(?:\[?(?:…|\.{3,})\]?|\[&hellip;\])\s*(?:\(?(?:read|see|view) (?:more|full story)\)?"
    r"|continue reading|»)?\W*$",
    re.IGNORECASE,
)
_MORE = re.compile(r"\s*(?:read more|continue reading|full story|learn more)\s*[»>→.…]*$", re.IGNORECASE)
LIST_MARK = re.compile(r"list \d+ of \d+", re.IGNORECASE)
_BULLET = re.compile(r"^(?:list \d+ of \d+|[•▪◦‣●■*»›→>]+|[-–—](?= )|\d{1,2}[.)](?= ))\s*")
_LABEL_BELOW = re.compile(
    r"read more\W*|continue reading\W*|full story\W*|weiterlesen\W*|lire la suite\W*", re.IGNORECASE
)
# What a page prints inside a box; any other furniture ends it.
_INSIDE = (
    "date line",
    "reading time",
    "advertisement",
    "counter",
    "player",
    "rule",
    "page menu",
    "section label",
    "gallery words",
)
_CAPS_LINK = 6  # words: shorter lines in capitals are a story's subheads
_QUOTED_STOP = re.compile(r"[.!?][”\"»]\s+\w|,[”\"»]|[»”\"],")
_CREDITS = re.compile(r"(?:edited|reported|written|compiled|produced|translated|reporting) by\b", re.IGNORECASE)
_FOOT = 60
_URL = re.compile(r"\(?(https?://\S+)\)?")


def is_box_label(text: str) -> bool:
    """Whether the line is only the label of a box."""
    return len(text) <= 60 and bool(_ALONE.fullmatch(text))


def inline_related(text: str) -> IncomingRelated | None:
    """`Read more: Headline` on one line."""
    text = text[1:-1].strip() if text[:1] in "[(" and text[-1:] in "])" else text
    if len(text) > 260:
        return None
    found = _INLINE.fullmatch(text) or _CAPS_INLINE.fullmatch(text) or _GLUED_INLINE.fullmatch(text)
    if not found or len(found["headline"].split()) < 2 or len(found["headline"].split()) > 30:
        return None
    return related_to(found["headline"])


def is_headline_like(text: str) -> bool:
    """A headline's shape: 3 to 24 words, without a full stop of its own."""
    words = _BULLET.sub("", text).split()
    if _QUOTED_STOP.search(text):
        return False
    return 3 <= len(words) <= 24 and not text.rstrip("”\"’'").endswith((".", "…", ":", ";", ","))


def is_link_in_capitals(text: str) -> bool:
    """A headline shouted between two paragraphs, as broadcasters set links to other stories."""
    return text.isupper() and len(text.split()) >= _CAPS_LINK and not text.endswith((".", ":")) and text[-1] not in '”"'


def is_label_below(text: str) -> bool:
    """`Read more` under the headline that it belongs to."""
    return bool(_LABEL_BELOW.fullmatch(text))


def is_cut_teaser(text: str) -> bool:
    return bool(_CUT.search(text[-60:])) or (bool(_MORE.search(text[-40:])) and len(text.split()) > 6)


def take_box(lines: list[Line | object], start: int, blanks: bool) -> tuple[list[object], int]:
    """The related stories (and what else is in it) of the box labelled at ``start``, and where it ends."""
    taken: list[object] = []
    place, is_tight = start + 1, None
    first = next((line for line in lines[place : place + 8] if isinstance(line, Line)), None)
    if first is None or is_box_label(first.text):
        return [], place
    at_foot = _is_foot(lines, place)
    while place < len(lines):
        line = lines[place]
        if not isinstance(line, Line):
            if isinstance(line, Dropped) and line.why not in _INSIDE and not _is_list_mark(line) and taken:
                break
            place += 1
            taken.append(line)
            continue
        is_tight = line.gap == 0 if is_tight is None else is_tight
        if taken and blanks and is_tight and line.gap and not is_cut_teaser(line.text):
            break
        if why_kicker(line.text) or _is_category(lines, place, taken):
            taken.append(Dropped(line.text, "section label"))
            place += 1
            continue
        kept = _take_line(line, taken, at_foot, blanks)
        if kept is None:
            break
        place += 1
    return _trimmed(taken, lines, place)


def _is_list_mark(item: Dropped) -> bool:
    return item.text.casefold().startswith("list of")


def _is_category(lines: list, place: int, taken: list) -> bool:
    """A section's name over a headline in the box: short, title-like, and the headline right under it."""
    line = lines[place]
    after = lines[place + 1] if place + 1 < len(lines) else None
    if not isinstance(after, Line) or after.gap or is_box_label(after.text):
        return False
    is_short = len(line.text.split()) <= 3 and (is_title_case(line.text) or line.text.isupper())
    return is_short and not ends_sentence(line.text) and is_headline_like(after.text) and len(after.text.split()) > 3


def _trimmed(taken: list[object], lines: list, place: int) -> tuple[list[object], int]:
    """Without the blocks that ran on behind the box's last line."""
    while taken and not isinstance(taken[-1], IncomingRelated | Dropped):
        taken.pop()
        place -= 1
    return taken, place


def _take_line(line: Line, taken: list[object], at_foot: bool, blanks: bool) -> bool | None:
    """Puts a line into the box; None where the box ends before it."""
    if why := why_dated(line.text) or why_site(line.text):
        taken.append(Dropped(line.text, why))
        return True
    last = next((item for item in reversed(taken) if isinstance(item, IncomingRelated)), None)
    if last and not last.teaser and _is_teaser(line, at_foot, blanks):
        taken[taken.index(last)] = with_teaser(last, line.text)
        return True
    if is_box_label(line.text) or _is_signed(line.text) or not is_headline_like(line.text):
        return None
    taken.append(related_to(line.text))
    return True


def _is_signed(text: str) -> bool:
    """A byline or `Edited by: …` under a box belongs to the story."""
    return bool(read_byline(text) or _CREDITS.match(text))


def _is_teaser(line: Line, at_foot: bool, blanks: bool) -> bool:
    """A cut line is one anywhere; a whole sentence only at the foot or right under its headline."""
    if is_cut_teaser(line.text):
        return True
    is_sentence = line.text.rstrip('”"’').endswith((".", "!", "?")) and not is_headline_like(line.text)
    return is_sentence and (at_foot or (blanks and line.gap == 0 and len(line.text.split()) <= 45))


def _is_foot(lines: list, start: int) -> bool:
    """Whether nothing but headlines, two and more of them with one line under it, follows."""
    texts = [line.text for line in lines[start : start + _FOOT] if isinstance(line, Line)]
    loose, pairs = 0, 0
    for before, text in zip(["", *texts], texts, strict=False):
        if why_dated(text):
            continue
        is_under = bool(before) and is_headline_like(before)
        is_cut = is_cut_teaser(text)
        pairs += is_under and (is_cut or not is_headline_like(text))
        loose += not (is_under or is_cut or is_headline_like(text))
    return loose == 0 and pairs > 1


def related_to(text: str) -> IncomingRelated:
    text = _BULLET.sub("", text).strip()
    url = _URL.search(text)
    headline = _MORE.sub("", _URL.sub("", text)).strip(" -–—|").removesuffix(":")
    return IncomingRelated(headline or text, url=url[1] if url else "")


def with_teaser(related: IncomingRelated, text: str) -> IncomingRelated:
    """The teaser without its dateline, its dots and its "Read more"."""
    truncated = is_cut_teaser(text) and bool(_CUT.search(_MORE.sub("", text)[-60:]))
    bare = _CUT.sub("", _MORE.sub("", text)).rstrip()
    dateline, teaser = split_dateline(bare)
    return IncomingRelated(related.headline, teaser, truncated, dateline, related.url)


def take_teasers(items: list) -> list:
    """Copied teasers that no label marks: a line cut short by the page, right under its headline."""
    taken: list = []
    for item in items:
        over = taken[-1] if taken else None
        if isinstance(item, Line) and isinstance(over, Line) and _is_unlabelled_teaser(over, item):
            taken[-1] = with_teaser(related_to(over.text), item.text)
        else:
            taken.append(item)
    return taken


def _is_unlabelled_teaser(over: Line, line: Line) -> bool:
    is_long = len(line.text.split()) >= 8 and line.text[:1] not in OPENING_QUOTES
    return is_long and is_cut_teaser(line.text) and is_headline_like(over.text) and len(over.text.split()) >= 4
