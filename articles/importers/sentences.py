"""What running text looks like: where a sentence ends, and what is long enough to be a paragraph. Pure."""

import re

from articles.importers.bylines import read_byline

_CLOSERS = "”\"’'»«)*›‹“]"
_ENDS = (".", "!", "?", "…")
_QUOTED_STOP = re.compile(r"[.!?,…][”\"’'»«“‹›]")
OPENING_QUOTES = "“\"„«»‘'‹›"


def ends_sentence(text: str) -> bool:
    """Whether a sentence ends with the line, inside closing quotation marks or brackets or not."""
    return text.rstrip(_CLOSERS).endswith(_ENDS)


def holds_sentence(text: str) -> bool:
    """Whether a sentence ends somewhere in the line, or a quotation in it goes on to its speaker."""
    return ends_sentence(text) or bool(_QUOTED_STOP.search(text)) or bool(re.search(r"[»”“\"«], \w", text))


def is_paragraph_like(text: str) -> bool:
    """A sentence or more of running text, too long to be anything else."""
    words = len(text.split())
    return words >= 28 or (words >= 8 and ends_sentence(text) and not read_byline(text))


def is_sentence(text: str) -> bool:
    """A short sentence too: from a capital, a figure or a quotation mark to a full stop."""
    opens = text[:1].isupper() or text[:1].isdigit() or text[:1] in OPENING_QUOTES or not text[:1].isascii()
    return opens and len(text.split()) >= 2 and ends_sentence(text) and not read_byline(text)
