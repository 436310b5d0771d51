"""The words by which a photo is found, folded so that case, accents and the database make no difference. Pure."""

import unicodedata

MAX_WORDS = 8
SEARCHED = (
    "caption", "alt", "credit_line", "creators", "source", "agency", "distributor", "keywords", "city", "country",
    "supplier_reference",
)  # fmt: skip
# Letters that people without them on their keyboard write plainly, and that Unicode does not take apart.
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "’": "'", "\0": ""})


def fold(text: str) -> str:
    """The text without case and without the accents of Latin, Greek and Cyrillic letters."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not "\u0300" <= letter <= "\u036f").translate(_LETTERS)


def words_of(photo) -> str:
    """Each word of what is searched, once, for `PhotoQuerySet.matching` to look into."""
    values = (getattr(photo, name) for name in SEARCHED)
    text = " ".join(" ".join(value) if isinstance(value, list) else value for value in values)
    return " ".join(dict.fromkeys(fold(text).split()))


def asked_for(text: str) -> list[str]:
    """The first words that somebody typed to find a photo by, folded as those of the photos are."""
    return fold(text[:200]).split()[:MAX_WORDS]
