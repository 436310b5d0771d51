"""Page furniture: lines that a news page prints round its story and that are no part of it. Pure.

`why_furniture` gives the reason a line is left out, or "". What belongs to a line's neighbours (a newsletter
form, readers' comments) is in regions.py.
"""

import re

from articles.importers.bylines import read_byline
from articles.importers.dates import has_full_date
from articles.importers.notes import why_note
from articles.importers.page_lines import WHOLE
from articles.importers.page_words import (
    ADVERTS_SELF,
    DISCLOSURE,
    OPENING,
    POST_DETAILS,
    SHARE_CORE,
    SHARE_WORDS,
    SIGN_UP_END,
    SIGN_UP_WORDS,
)

MAX_LENGTH = 600


def why_furniture(text: str) -> str:
    """The reason to leave a line out wherever it stands, or ""."""
    if len(text) > MAX_LENGTH:
        return ""
    for why, pattern in WHOLE:
        if pattern.fullmatch(text):
            return why
    if is_share_bar(text):
        return "share bar"
    if why := why_note(text):
        return why
    if DISCLOSURE.fullmatch(text) and len(text.split()) <= 70 and not text.startswith(("“", '"')):
        return (
            "affiliate disclosure"
            if re.search("affiliate|commission|purchas|buy|earn", text, re.IGNORECASE)
            else "commercial disclosure"
        )
    if ADVERTS_SELF.fullmatch(text):
        return "advertisement"
    if is_post_details(text):
        return "post details"
    return _why_sign_up(text)


def is_post_details(text: str) -> bool:
    """A blog's own line under its headline: who posted, when, in which section, with how many comments."""
    is_signed = bool(read_byline(text))
    return len(text.split()) <= 18 and has_full_date(text) and bool(POST_DETAILS.search(text)) and not is_signed


def is_tag_label(text: str) -> bool:
    """A label over a column of tags: `Related topics`."""
    return bool(
        re.fullmatch(
            r"(?:(?:related |explore more on these )?(?:tags|topics)|keywords|filed under|more about|sections"
            r"|archivado en|temas relacionados|argomenti|schlagwörter|mots[- ]clés)\s*:?|in:",
            text,
            re.IGNORECASE,
        )
    )


def _why_sign_up(text: str) -> str:
    for why, pattern in OPENING:
        if (
            pattern.match(text)
            and SIGN_UP_WORDS.search(text)
            and len(text.split()) <= 60
            and not re.search(r"\b(?:said|says)\b", text)
        ):
            return why
    if SIGN_UP_END.search(text[-160:]) and SIGN_UP_WORDS.search(text) and len(text.split()) <= 60:
        return "newsletter sign-up"
    return (
        "newsletter sign-up"
        if re.fullmatch(
            r"(?:subscribe|sign up|register|donate|newsletters?|support us|join us|e-?mail address"
            r"|your email)(?: (?:now|today|here|for free|\w+))?\W*",
            text,
            re.IGNORECASE,
        )
        else ""
    )


def is_share_bar(text: str) -> bool:
    """Only words of sharing buttons and counts, one of them unmistakable: `Facebook Twitter Email`."""
    words = [w for w in re.split(r"[^\w+@'’-]+", text.casefold()) if w and not w.isdigit()]
    return 0 < len(words) <= 40 and all(w in SHARE_WORDS for w in words) and any(w in SHARE_CORE for w in words)
