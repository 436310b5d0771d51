"""Headlines beside each other: whether one is the other's, as it was copied elsewhere, perhaps cut short. Pure."""

import re

from articles.photos.search_text import fold

CUT = re.compile(r"(?:…|\.{3})\W*$")
SHORTEST = 20  # letters of the key; what is shorter may well stand over another story too
LONGEST = 200


def headline_key(headline: str) -> str:
    """A headline's words without case, accents, quotes and other signs."""
    return " ".join(re.findall(r"\w+", fold(headline)))[:LONGEST]


def is_cut(headline: str) -> bool:
    """Whether it says by dots at its end that more followed."""
    return bool(CUT.search(headline))


def fits(copied: str, headline: str) -> bool:
    """Whether a copied headline is that of a story, or its beginning where it says that it was cut."""
    key, whole = headline_key(copied), headline_key(headline)
    if not is_cut(copied):
        return bool(key) and key == whole
    return len(key) >= SHORTEST and whole.startswith(key)


def is_telling(headline: str) -> bool:
    """Whether it says enough that no other story has it by accident."""
    return len(headline_key(headline)) >= SHORTEST
