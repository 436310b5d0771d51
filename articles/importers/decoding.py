"""Bytes to text: by a byte-order mark, else UTF-8, UTF-16 or Windows-1252; and what is no text at all. Pure."""

import codecs
import unicodedata

from articles.importers.incoming import UnreadableStory

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"%PDF",
    b"PK\x03\x04",
    b"\x7fELF",
    b"RIFF",
    b"\x1f\x8b",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0",
)
_BINARY = "The file is binary, not text: save the story as a plain text file (UTF-8) and import that."
_EMPTY = "The file is empty: there is no story in it."


def decode(data: bytes | str) -> str:
    """The text of a file; UnreadableStory where it is empty or binary."""
    text = data if isinstance(data, str) else _decode_bytes(data)
    text = text.removeprefix("\ufeff")
    if not text.strip("\u00a0\u200b\ufeff \t\r\n\f\v\x00"):
        raise UnreadableStory(_EMPTY)
    if "\x00" in text or _share_of_controls(text) > 0.02:
        raise UnreadableStory(_BINARY)
    return unicodedata.normalize("NFC", text)


def _decode_bytes(data: bytes) -> str:
    if not data.strip():
        raise UnreadableStory(_EMPTY)
    if data.startswith(_MAGIC):
        raise UnreadableStory(_BINARY)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    if encoding := _sixteen_bits(data[:2000]):
        return _strictly(data, encoding)
    for encoding in ("utf-8", "cp1252", "latin-1"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableStory(_BINARY)  # pragma: no cover: latin-1 reads any byte


def _sixteen_bits(sample: bytes) -> str:
    """UTF-16 without a mark: in text of mostly Latin letters, every other byte is a zero."""
    half = len(sample) // 2
    zeros = sample[0 : half * 2 : 2].count(0), sample[1 : half * 2 : 2].count(0)
    if min(zeros) > half * 0.05 or max(zeros) < half * 0.5:
        return ""
    return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableStory(
            "The file is damaged: its text breaks off or is mixed up. Save it again as UTF-8."
        ) from None


def _share_of_controls(text: str) -> float:
    sample = text[:20_000]
    controls = sum(
        1
        for char in sample
        if (char < " " and char not in "\t\r\n\f\v") or "\x7f" <= char <= "\x9f" or char == "\ufffd"
    )
    return controls / len(sample)
