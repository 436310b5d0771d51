"""Which of the lines over a story is its headline. Pure.

No list knows every menu, motto and notice that a site prints over its headline. What tells the headline from them
is the story: a headline speaks of the same things as the paragraphs under it, is often printed twice (page title,
crumbs), is not a whole sentence to the reader, and stands over a standfirst, a byline or a date.
"""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from articles.datelines import split_dateline
from articles.importers.bylines import is_role, read_bare_byline, read_byline
from articles.importers.dates import read_moment, why_dated
from articles.importers.incoming import Dropped
from articles.importers.kickers import why_kicker
from articles.importers.lines import Line, is_point
from articles.importers.page_words import SITE_WORDS
from articles.importers.sentences import ends_sentence, is_paragraph_like
from articles.photos.captions import split_caption
from articles.photos.houses import find_house, reads_like_house
from articles.photos.labels import strip_openings

_MOST = 120  # lines over a story
_OPENING = 40  # lines of the story whose words a headline shares
_SIGNED = 6  # lines between a headline and its byline or date
_RUNNING = 12  # lines after a story's first paragraph in which more of them stand
_LONGEST = 30
_TOLD = 20  # words of a headline that is whole sentences
_RIVAL = 3.0  # points by which a standfirst may outdo the headline over it
_TITLE_BITS = re.compile(r" {3,}| [|»›] |\t|(?: [-·•] .*){2}")  # a page's or a newsletter's name and its parts
_MOTTO = re.compile(
    r".*\b(?:since|established|founded|est\.?) (?:in )?1[5-9]\d\d\b.*"
    r"|(?:the |your )?(?:[\w'’-]+ ){0,3}(?:news ?site|newspaper|news|voice|source) (?:of|for) .{3,50}",
    re.IGNORECASE,
)


_EDITION = re.compile(r",? (?:in [A-Z]\w+|international|online|live|[\w.]+ edition)$", re.IGNORECASE)


@dataclass
class Head:
    headline: str = ""
    standfirst: str = ""
    byline: tuple[str, ...] = ()
    dateline: str = ""
    published: datetime | date | None = None


def take_headline(head: Head, items: list) -> int:
    """Takes the headline and the signatures over it, marks the rest over it as left out; the place behind it."""
    places = [place for place, item in enumerate(items) if isinstance(item, Line)]
    texts = [items[place].text for place in places]
    if not texts:
        return len(items)
    chosen = _choose(texts, [items[place].gap for place in places])
    for number, place in enumerate(places[:chosen]):
        items[place] = _over_headline(head, texts[number], texts[chosen], items[place])
    head.headline, items[places[chosen]] = texts[chosen], None
    return places[chosen] + 1


def _choose(texts: list[str], gaps: list[int]) -> int:
    """The number of the line that is likeliest the headline; the first one where nothing speaks for any."""
    start = _story_start(texts)
    candidates = [n for n in range(start) if not _is_no_headline(texts[n], texts[n + 1 : n + 2])]
    if _is_told_headline(texts, start, candidates):
        return start
    if not candidates:
        return next((n for n in range(start) if not why_dated(texts[n]) and not read_byline(texts[n])), 0)
    words = Counter(word for text in texts[start : start + _OPENING] for word in content_words(text))
    scores = {n: _score(n, texts, gaps, start, words) for n in candidates}
    best = max(candidates, key=lambda n: (scores[n], -n))
    # A standfirst speaks of the story too: of two neighbours that both could be the headline, it is the upper one.
    near = (n for n in (best - 1, best - 2) if n in scores and not addresses_reader(texts[n]) and "|" not in texts[n])
    over = [n for n in near if len(texts[n].split()) >= 4]
    return next((n for n in over if scores[n] >= scores[best] - _RIVAL), best)


def _is_told_headline(texts: list[str], start: int, candidates: list[int]) -> bool:
    """Whether the first line of running text is a headline of whole sentences.

    Nothing over it can be one, or only a word or two, and it is signed below: in the latter case behind a standfirst
    of its own, or it would itself be the standfirst of those words.
    """
    if len(" ".join(texts[start : start + 1]).split()) > _TOLD or any(len(texts[n].split()) > 3 for n in candidates):
        return False
    below = texts[start + 1 : start + 1 + _SIGNED]
    signed = next((n for n, text in enumerate(below) if _is_sure_signature(text)), None)
    decks = sum(is_paragraph_like(text) for text in below[:signed])
    return signed is not None and (decks == 1 or (decks == 0 and not candidates))


def _story_start(texts: list[str]) -> int:
    """Where the running text begins: a long paragraph or a dateline, with more paragraphs soon after.

    Never the first line: over a story there is a headline.
    """
    below = range(1, min(len(texts), _MOST))
    wanted = min(2, sum(is_paragraph_like(text) for text in texts[1:]) - 1)
    for number in below:
        following = texts[number + 1 : number + 1 + _RUNNING]
        if _may_open(texts[number]) and sum(is_paragraph_like(line) for line in following) >= wanted:
            return number
    return next((number for number in below if is_paragraph_like(texts[number])), 1)


def _may_open(text: str) -> bool:
    words = len(text.split())
    if split_dateline(text)[0] and words >= 6:
        return True
    return words >= 12 and is_paragraph_like(text) and not addresses_reader(text) and not split_caption(text).credit


def _is_no_headline(text: str, following: list[str]) -> bool:
    """What some rule knows to be something else."""
    if len(text.split()) > _LONGEST or why_dated(text) or read_byline(text) or is_point(text) or why_site(text):
        return True
    if why_kicker(text) or (is_role(text) and len(text.split()) <= 5) or _MOTTO.fullmatch(text):
        return True
    split = split_caption(text)
    if (split.credit and split.confidence >= 0.6) or strip_openings(text)[1]:
        return True
    below = split_caption(following[0]) if following else split
    return bool(below.credit) and below.confidence >= 0.7 and ends_sentence(text)


def _score(number: int, texts: list[str], gaps: list[int], start: int, words: Counter) -> float:
    """How much speaks for a line as the headline; see the module's words for what is weighed."""
    text = texts[number]
    length = len(text.split())
    own = content_words(text)
    shared = sum(1 for word in own if word in words) / len(own) if own else 0.0
    score = 5.0 * shared if len(own) > 1 else 2.0 * shared
    score += 1.5 if 5 <= length <= 16 else 0.5 if length in (4, *range(17, 21)) else -1.0 * (length < 4)
    score += 2.0 if _stands_again(number, texts, start) else 0.0
    score -= 2.5 if text.endswith((".", "…")) else 1.0 if text.endswith((":", ",")) else 0.0
    score -= 3.0 if addresses_reader(text) else 0.0
    score -= 2.0 if _TITLE_BITS.search(text) else 0.0
    score += 1.0 if any(_is_signature(line) for line in texts[number + 1 : number + 1 + _SIGNED]) else 0.0
    score += 0.5 if gaps[number] else 0.0
    score += 1.0 if _is_over_deck(number, texts, start) else 0.0
    score -= 2.0 if any(read_byline(line) for line in texts[max(0, number - _SIGNED) : number]) else 0.0
    score -= 3.0 if length <= 4 and read_bare_byline(text) else 0.0
    score -= 2.0 if _is_over_caption(number, texts, gaps) else 0.0
    return score - 0.04 * number


def _is_over_caption(number: int, texts: list[str], gaps: list[int]) -> bool:
    """Whether a caption stands right under the line, which then is the picture's alt text."""
    below = texts[number + 1 : number + 3]
    if not below or gaps[number + 1] > gaps[number]:
        return False
    return any(split.credit and split.confidence >= 0.7 for split in map(split_caption, below))


def _stands_again(number: int, texts: list[str], start: int) -> bool:
    """Whether the page prints the same words again, in its title or its crumbs."""
    text = texts[number]
    others = (line for n, line in enumerate(texts[:start]) if n != number)
    return len(text.split()) >= 3 and any(text in line for line in others)


def _is_over_deck(number: int, texts: list[str], start: int) -> bool:
    """Whether a longer line stands under it that can be its standfirst."""
    below = texts[number + 1 : number + 2] if number + 1 < start else []
    return bool(below) and len(below[0].split()) >= 8 and not addresses_reader(below[0]) and not why_dated(below[0])


def _is_signature(text: str) -> bool:
    return bool(read_byline(text) or read_bare_byline(text) or why_dated(text))


def _is_sure_signature(text: str) -> bool:
    return bool(read_byline(text) or why_dated(text))


def content_words(text: str) -> set[str]:
    """The words of a line that carry its subject: four letters and more, without endings."""
    found = (word.casefold().removesuffix("'s").removesuffix("’s") for word in re.findall(r"[^\W\d_][\w’'-]{3,}", text))
    return {word.rstrip("s")[:9] for word in found if word not in _COMMON}


_COMMON_TEXT = """
this that with from have will what when where which their they there about after before over into more than your
been were would could should says said them then some most also just back here first last
"""
_COMMON = frozenset(_COMMON_TEXT.split())


def addresses_reader(text: str) -> bool:
    """Whether the line is the site's own word to its reader: buttons, offers, notices, questions of its own."""
    return bool(SITE_WORDS.search(text))


def _over_headline(head: Head, text: str, headline: str, line: Line) -> Dropped | None:
    """What becomes of a line over the headline: None where a field took it."""
    if why := why_dated(text):
        head.published = head.published or read_moment(text)
        return Dropped(text, why)
    if names := read_byline(text):
        head.byline = head.byline or names
        return None
    why = why_kicker(text) or why_site(text) or ("page title" if headline in text else "")
    return Dropped(text, why or "page words over the headline")


def why_site(text: str) -> str:
    """A site's name, or the crumbs of where the page stands on it."""
    if len(text) <= 60 and (find_house(_EDITION.sub("", text)) or (reads_like_house(text) and len(text.split()) <= 4)):
        return "site name"
    crumbs = re.split(r"\s*[>›»]\s*|\s+/\s+", text)
    is_trail = len(crumbs) > 1 and all(0 < len(c.split()) <= 5 for c in crumbs[:-1])
    return "page menu" if is_trail and not text.endswith((".", "?", "!")) else ""
