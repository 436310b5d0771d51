"""Bytes of a picture's file as text that any database and any page can take. Pure."""

import re

MAX_CHARACTERS = 20_000
# What neither XML nor PostgreSQL takes: controls but tab and line ends, lone surrogates, non-characters.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Text without what cannot be stored, without white space at its ends, at most MAX_CHARACTERS long."""
    return _UNFIT.sub("", text[: MAX_CHARACTERS * 2]).replace("\r\n", "\n").replace("\r", "\n").strip()[:MAX_CHARACTERS]


def is_visible(text: str) -> bool:
    """Whether anything of the text can be seen: white space, and what has no width, cannot."""
    return any(character.isprintable() and not character.isspace() for character in text)


def decode(data: bytes) -> str:
    """Bytes that name no character set: UTF-8 if they are that, else Windows' Western, else Latin-1."""
    for charset in ("utf-8", "cp1252"):
        try:
            return data.decode(charset)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
