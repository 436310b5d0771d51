"""A story's foot: who else worked on it, who its author is, and what a page leaves behind the last sentence. Pure."""

import re

from articles.importers.bylines import PLACE, people, read_bare_byline
from articles.importers.dates import why_dated
from articles.importers.incoming import Dropped
from articles.importers.lines import Line, is_point
from articles.importers.notes import why_note
from articles.importers.sentences import ends_sentence

_FOOT = 8  # lines: further up, such a line is a sentence of the story
_SIGN_OFF = re.compile(
    r"[(\[—–-]?\s*(?i:additional |with )?(?i:reporting|writing|editing|compiled|translated|translation"
    r"|produced|production|photo editing|contribut(?:ions?|ing|ors?)|edited|reported|written"
    r"|with (?:additional )?(?:reporting|files|material)|mit material)"
    r"(?i: (?:and|&) (?:writing|editing|reporting|translating))?(?:(?i: (?:by|from|in|von)):? (?=[^\W\d_a-z])| ?:).*",
    re.DOTALL,
)
_CONTRIBUTED = re.compile(
    r".{2,250}\bcontributed(?: to (?:this|the) (?:report|story|article)| reporting)?\.?|(?:this report|this story"
    r"|this article) (?:includes|contains|uses) (?:material|reporting|information) from .{2,80}"
    r"|(?:dpa|afp|ap|reuters)/[a-z]{2,4}(?:/[a-z]{2,4})*|\((?:ap|afp|dpa|reuters|efe|ansa|pti|ani"
    r"|xinhua|agencies|with agency inputs?)\)",
    re.IGNORECASE | re.DOTALL,
)
_FILED = re.compile(r" (?:contributed|reported|wrote|writes) (?:from|in) ")
_BETWEEN_TEXT = """
and & writer writers reporter reporters correspondent correspondents journalist journalists staff in from of the
"""
_BETWEEN = frozenset(_BETWEEN_TEXT.split())
_SOURCE = re.compile(r"(?:source|sources|quelle|fuente|fonte|kilde|källa|bron)s?\s*[:：] ?\S.{1,80}", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:©|\(c\) |copyright ).{2,120}", re.IGNORECASE)


def is_contribution(text: str) -> bool:
    """A story's last lines on who worked on it: `Reporting by …; Editing by …`, `Jane Doe reported from Velmora.`"""
    if len(text) >= 500:
        return False
    return bool(_SIGN_OFF.fullmatch(text) or _CONTRIBUTED.fullmatch(text)) or _is_filing_note(text)


def _is_filing_note(text: str) -> bool:
    """Names, the verb, a place and nothing else: `… wrote in the margin that …` is a sentence of the story."""
    found = _FILED.search(text) if len(text) <= 200 else None
    if not found:
        return False
    names, place = text[: found.start()].split(), text[found.end() :].split()
    return len(names) >= 2 and 1 <= len(place) <= 14 and all(_is_name_or_joint(word) for word in names + place)


def _is_name_or_joint(word: str) -> bool:
    return not word[0].islower() or word.strip(",") in _BETWEEN


def reporters(text: str) -> tuple[str, ...]:
    """The names after "Reporting by" in a contribution line."""
    found = re.search(r"(?<!additional )reporting(?: and writing)? by ([^;()]+)", text, re.IGNORECASE)
    return tuple(people(PLACE.sub("", found[1].strip(" .")))) if found else ()


_BIO = re.compile(
    r"(?:\bis|\bare|\bwas|\bcovers?|\bwrites?|\breports?|\bworks?|\bhas (?:covered|written|reported"
    r"|been(?: writing| covering| reporting)?)|\bjoined)\b.{0,60}"
    r"\b(?:reporter|correspondent|editor|columnist|journalist|writer|covers?|covering|professor"
    r"|author|fellow|freelance|critic|producer|based in|bureau|contributor|director|lecturer|for the"
    r"|politics|stories|staff|novel|book|writes)\b"
    r"|\bcovers? .{3,120} for\b|\b(?:covers|writes about|reports on)\b",
    re.IGNORECASE,
)


def is_author_bio(text: str, byline: tuple[str, ...]) -> bool:
    """A short paragraph at a story's foot about the one who wrote it."""
    opening = text.removeprefix("About the author").removeprefix("About the Author").lstrip(": ")
    if len(text) > 450:
        return False
    opens = opening.casefold()
    named = any(
        opens.startswith((name.casefold(), *(f"{part} " for part in name.casefold().split()))) for name in byline
    )
    anonymous = re.match(
        r"(?:the (?:author|writer)|(?:[A-Z][\w.'’-]+ ){2,3}(?:is (?:a|an|the|our)|covers|writes)\b)", opening
    )
    return bool((named or anonymous) and _BIO.search(text))


def drop_foot(items: list, byline: tuple[str, ...]) -> tuple[list, tuple[str, ...]]:
    """Without the contribution lines, biographies and rights lines; gives also the reporters that they name."""
    items = list(items)
    signed: tuple[str, ...] = ()
    places = [n for n, item in enumerate(items) if isinstance(item, Line)]
    for place in places[1:]:
        text = items[place].text
        why = _why_foot(text, byline) if place in places[-_FOOT:] else ""
        if why == "contribution line":
            signed = signed or reporters(text)
        why = why or why_dated(text)
        items[place] = Dropped(text, why) if why else items[place]
    return _drop_trailing(items, byline or signed), signed


def _why_foot(text: str, byline: tuple[str, ...]) -> str:
    if is_contribution(text):
        return "contribution line"
    if is_author_bio(text, byline):
        return "author biography"
    names = read_bare_byline(text)
    if names and set(names) <= set(byline):
        return "second byline"
    return "source line" if _SOURCE.fullmatch(text) else ""


def _drop_trailing(items: list, byline: tuple[str, ...]) -> list:
    """Without what stands behind the last sentence: rights, the site's notes, and short lines that end no sentence."""
    places = [n for n, item in enumerate(items) if isinstance(item, Line)]
    for place in reversed(places[1:]):
        why = _why_trailing(items[place].text, byline, is_early=place in places[:2])
        if not why:
            break
        items[place] = Dropped(items[place].text, why)
    return items


def _why_trailing(text: str, byline: tuple[str, ...], is_early: bool) -> str:
    """Why a line that nothing follows is no part of the story; a © line higher up may be a picture's credit."""
    if _COPYRIGHT.fullmatch(text):
        return "copyright line"
    if why := why_note(text, at_an_edge=True):
        return why
    if not is_early and _tells_of(text, byline):
        return "author biography"
    if is_early or ends_sentence(text.rstrip("*")) or text.endswith(":") or len(text.split()) > 10 or is_point(text):
        return ""
    return "" if text.startswith(("—", "–", "“")) else "stray line at the foot"


def _tells_of(text: str, byline: tuple[str, ...]) -> bool:
    """Whether a line behind the story tells of one who signed it and quotes nobody."""
    opens = tuple(f"{word} " for name in byline for word in (name, name.split()[0], name.split()[-1]))
    return len(text.split()) <= 60 and text.startswith(opens) and not re.search(r"[“”\"]|\bsaid\b", text)
