"""EXIF and TIFF tags, read from a block or from a TIFF file, within bounds. Pure.

By Exif 3.0 (CIPA DC-008): text is ASCII in name and UTF-8 in practice.
"""

import io
import struct
from dataclasses import dataclass
from typing import BinaryIO

from PIL import ExifTags

from articles.photos.metadata_text import clean, decode

MAX_TAGS = 1000
MAX_VALUES = 64  # of a list of numbers, as many are kept
MAX_TEXT = 64 * 1024
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 129: 1}
_NUMBERS = {1: "B", 3: "H", 4: "I", 6: "b", 8: "h", 9: "i", 11: "f", 12: "d", 13: "I"}
_TEXT, _BINARY, _UTF8 = 2, 7, 129
_EXIF_IFD, _GPS_IFD, _USER_COMMENT = 0x8769, 0x8825, 0x9286
_WINDOWS_TEXTS = {0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F}  # XPTitle … XPSubject, UTF-16
_KNOWN_LAYOUT = {0x9000, 0xA000, 0x9101}  # ExifVersion and others that are digits, though called binary
_PIXEL_TAGS = {273, 279, 324, 325, 513, 514, 700, 33723, 34377, 34675}  # where the pixels lie; blocks read apart


class BadTags(Exception):
    """The block is no TIFF structure."""


@dataclass(frozen=True)
class Tag:
    """One entry: TIFF's number for its type, and its bytes."""

    type: int
    data: bytes


def tiff_order(file: BinaryIO) -> tuple[str, int]:
    """The byte order as struct writes it, and where the first directory lies."""
    file.seek(0)
    head = file.read(8)
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(head[:4])
    if order is None or len(head) < 8:
        raise BadTags("EXIF has no TIFF header")
    return order, struct.unpack(f"{order}I", head[4:])[0]


def read_ifd(file: BinaryIO, order: str, start: int, limit: int, only: set[int] | None = None) -> dict[int, Tag]:
    """The tags of one directory; those with more than `limit` bytes are left out. Raises BadTags."""
    file.seek(start)
    count = file.read(2)
    if len(count) < 2:
        raise BadTags("a directory of tags lies outside the file")
    entries = file.read(12 * min(struct.unpack(f"{order}H", count)[0], MAX_TAGS))
    tags = {}
    for number, kind, values, place in struct.iter_unpack(f"{order}HHI4s", entries[: len(entries) // 12 * 12]):
        size = _SIZES.get(kind, 0) * values
        if not 0 < size <= limit or number in tags or (only and number not in only):
            continue
        data = place[:size] if size <= 4 else _far(file, struct.unpack(f"{order}I", place)[0], size)
        if len(data) == size:
            tags[number] = Tag(kind, data)
    return tags


def _far(file: BinaryIO, at: int, size: int) -> bytes:
    file.seek(at)
    return file.read(size)


def read_tags(file: BinaryIO) -> dict[str, object]:
    """Every tag of the main, EXIF and GPS directories by its standard name, as text, numbers or what it is.

    Maker notes and other binary values are told by their length only. Raises BadTags.
    """
    order, start = tiff_order(file)
    main = read_ifd(file, order, start, MAX_TEXT)
    found = _named(main, order, ExifTags.TAGS)
    for pointer, names in ((_EXIF_IFD, ExifTags.TAGS), (_GPS_IFD, ExifTags.GPSTAGS)):
        if pointer in main:
            place = _numbers(main[pointer], order)
            found.pop(ExifTags.TAGS[pointer], None)
            if place:
                found |= _named(_if_there(file, order, int(place[0])), order, names)
    return found


def _if_there(file: BinaryIO, order: str, start: int) -> dict[int, Tag]:
    try:
        return read_ifd(file, order, start, MAX_TEXT)
    except BadTags:
        return {}


def _named(tags: dict[int, Tag], order: str, names: dict[int, str]) -> dict[str, object]:
    return {
        names.get(number, f"0x{number:04x}"): _value(number, tag, order)
        for number, tag in tags.items()
        if number not in _PIXEL_TAGS
    }


def _value(number: int, tag: Tag, order: str) -> object:
    if number in _WINDOWS_TEXTS:
        return clean(tag.data.decode("utf-16-le", "replace"))
    if number == _USER_COMMENT:
        return _comment(tag.data, order)
    if tag.type in (_TEXT, _UTF8) or number in _KNOWN_LAYOUT:
        return "; ".join(filter(None, (clean(decode(part)) for part in tag.data.split(b"\0")[:20])))
    if tag.type == _BINARY:
        return f"({len(tag.data)} bytes)"
    numbers = _numbers(tag, order)
    return numbers[0] if len(numbers) == 1 else numbers[:MAX_VALUES]


def _numbers(tag: Tag, order: str) -> list[float | int]:
    if tag.type in (5, 10):
        letter = "I" if tag.type == 5 else "i"
        pairs = struct.iter_unpack(f"{order}2{letter}", tag.data[: len(tag.data) // 8 * 8])
        return [round(top / bottom, 6) if bottom else 0 for top, bottom in pairs]
    letter = _NUMBERS.get(tag.type, "B")
    size = _SIZES[tag.type]
    values = struct.unpack(f"{order}{len(tag.data) // size}{letter}", tag.data)
    return [value if isinstance(value, int) or (value == value and abs(value) < 1e300) else 0 for value in values]


def _comment(data: bytes, order: str) -> str:
    """Eight bytes name the character code, then the text (Exif 3.0, UserComment)."""
    code, text = data[:8], data[8:]
    if code.startswith(b"UNICODE"):
        little = order == "<"
        if text[:2] in (b"\xff\xfe", b"\xfe\xff"):
            little, text = text[:2] == b"\xff\xfe", text[2:]
        return clean(text.decode("utf-16-le" if little else "utf-16-be", "replace"))
    if code.startswith(b"JIS"):
        return clean(text.decode("iso2022_jp", "replace"))
    return clean(decode(text if code.startswith(b"ASCII") or not code.strip(b"\0 ") else data))


def tags_of(block: bytes) -> dict[str, object]:
    """read_tags for an EXIF block."""
    return read_tags(io.BytesIO(block))
