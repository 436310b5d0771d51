"""Where a picture's file keeps its words: the XMP, IIM and EXIF blocks of each format, as bytes. Pure.

Read from the containers alone, without decoding a pixel, so that a file with a broken picture still says who
made it. Every length is checked against the file, every block against MAX_BLOCK: a hostile file costs no more
than an honest one.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from PIL import Image

from articles.photos.metadata_exif import BadTags, read_ifd, tiff_order

MAX_BLOCK = 2 * 1024 * 1024  # bytes; XMP Part 3 advises far less
MAX_SEGMENTS = 5000
_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_MORE_XMP = b"http://ns.adobe.com/xmp/extension/\0"
_EXIF = b"Exif\0\0"
_PHOTOSHOP = b"Photoshop 3.0\0"
_IIM_RESOURCE = 0x0404
_TIFF_XMP, _TIFF_IIM, _TIFF_PHOTOSHOP = 700, 33723, 34377
_PIXELS_BEGIN = 0xDA
_ALONE = {0x01, *range(0xD0, 0xD9)}  # JPEG markers without a length


@dataclass
class Blocks:
    """The blocks of one file. `exif` begins with its TIFF header; `kind` is Pillow's name of the format or ""."""

    kind: str = ""
    xmp: list[bytes] = field(default_factory=list)
    iim: bytes = b""
    exif: bytes = b""
    is_tiff: bool = False
    notes: list[str] = field(default_factory=list)


def picture_kind(start: bytes) -> str:
    """The format that a file's first 32 bytes say it is, by Pillow's name; "" for what is none of ours."""
    if start.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "WEBP"
    if start[:4] in (b"II*\0", b"MM\0*"):
        return "TIFF"
    brands = {start[at : at + 4] for at in (8, 16, 20, 24, 28)} if start[4:8] == b"ftyp" else set()
    return "AVIF" if brands & {b"avif", b"avis"} else ""


def find_blocks(file: BinaryIO) -> Blocks:
    """The blocks of `file`, which is read from its beginning. Never raises for what the file holds."""
    file.seek(0)
    blocks = Blocks(picture_kind(file.read(32)))
    finders = {"JPEG": _jpeg, "PNG": _png, "WEBP": _webp, "TIFF": _tiff, "AVIF": _avif}
    if blocks.kind:
        try:
            finders[blocks.kind](file, blocks)
        except (ValueError, OSError, SyntaxError, struct.error, zlib.error, RuntimeError, BadTags) as error:
            blocks.notes.append(f"The file's structure is broken: {str(error)[:200] or type(error).__name__}")
    return blocks


def _take(file: BinaryIO, size: int) -> bytes:
    data = file.read(size)
    if len(data) < size:
        raise ValueError("it ends in the middle of a block")
    return data


# JPEG


def _jpeg(file: BinaryIO, blocks: Blocks) -> None:
    photoshop, more = b"", []
    for marker, data in _segments(file):
        if marker == 0xE1 and data.startswith(_XMP):
            blocks.xmp.append(data[len(_XMP) :])
        elif marker == 0xE1 and data.startswith(_MORE_XMP):
            more.append(data[len(_MORE_XMP) :])
        elif marker == 0xE1 and data.startswith(_EXIF) and not blocks.exif:
            blocks.exif = data[len(_EXIF) :]
        elif marker == 0xED and data.startswith(_PHOTOSHOP) and len(photoshop) < MAX_BLOCK:
            photoshop += data[len(_PHOTOSHOP) :]
    blocks.iim = _iim_of(photoshop)
    _add_extended(blocks, more)


def _segments(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The APP1 and APP13 segments before the pixels begin."""
    file.seek(2)
    for _ in range(MAX_SEGMENTS):
        marker = _next_marker(file)
        if marker in (None, _PIXELS_BEGIN, 0xD9):
            return
        if marker in _ALONE:
            continue
        size = struct.unpack(">H", _take(file, 2))[0] - 2
        if size < 0:
            raise ValueError("a segment has no length")
        if marker in (0xE1, 0xED):
            yield marker, _take(file, size)
        else:
            file.seek(size, 1)


def _next_marker(file: BinaryIO) -> int | None:
    found = file.read(1)
    if found and found != b"\xff":
        raise ValueError("bytes stand between its segments")
    while found == b"\xff":
        found = file.read(1)
    return found[0] if found else None


def _add_extended(blocks: Blocks, parts: list[bytes]) -> None:
    """A long packet continues in segments of: digest (32), whole length (4), offset (4), data (XMP Part 3, 1.1.3.1)."""
    if not parts or not blocks.xmp:
        return
    wanted = parts[0][:32]
    if wanted not in blocks.xmp[0]:
        blocks.notes.append("An extended XMP block belongs to another packet; it was left out")
        return
    placed = {part[36:40]: part[40:] for part in parts if part[:32] == wanted and len(part) >= 40}
    whole = b"".join(placed[offset] for offset in sorted(placed))
    if len(whole) > MAX_BLOCK:
        blocks.notes.append("The extended XMP block is too large; it was left out")
    elif len(whole) != int.from_bytes(parts[0][32:36], "big"):
        blocks.notes.append("The extended XMP block is not whole; it was left out")
    else:
        blocks.xmp.append(whole)


def _iim_of(photoshop: bytes) -> bytes:
    """The IIM among Photoshop's image resources (8BIM, number, padded name, length, padded data)."""
    at, found = 0, b""
    while photoshop[at : at + 4] in (b"8BIM", b"MeSa", b"PHUT", b"DCSR") and at + 12 <= len(photoshop):
        number = int.from_bytes(photoshop[at + 4 : at + 6], "big")
        at += 6 + (photoshop[at + 6] + 2) // 2 * 2
        size = int.from_bytes(photoshop[at : at + 4], "big")
        if number == _IIM_RESOURCE:
            found += photoshop[at + 4 : at + 4 + size]
        at += 4 + (size + 1) // 2 * 2
    return found[:MAX_BLOCK]


# PNG


def _png(file: BinaryIO, blocks: Blocks) -> None:
    file.seek(8)
    for _ in range(MAX_SEGMENTS):
        head = file.read(8)
        if len(head) < 8 or head[4:] == b"IEND":
            return
        size = int.from_bytes(head[:4], "big")
        if head[4:] in (b"iTXt", b"zTXt", b"eXIf", b"tEXt") and size <= MAX_BLOCK:
            _png_chunk(head[4:], _take(file, size), blocks)
            file.seek(4, 1)
        else:
            file.seek(size + 4, 1)


def _png_chunk(kind: bytes, data: bytes, blocks: Blocks) -> None:
    keyword, _, rest = data.partition(b"\0")
    if kind == b"eXIf":
        blocks.exif = blocks.exif or data.removeprefix(_EXIF)
    elif kind == b"iTXt" and keyword == b"XML:com.adobe.xmp" and len(rest) > 2:
        is_packed = rest[0] == 1
        text = rest[2:].split(b"\0", 2)[-1]
        blocks.xmp.append(_unpacked(text) if is_packed else text)
    elif keyword.startswith(b"Raw profile type "):
        profile = _raw_profile(_unpacked(rest[1:]) if kind == b"zTXt" else rest)
        _png_profile(keyword.removeprefix(b"Raw profile type ").lower(), profile, blocks)


def _png_profile(name: bytes, profile: bytes, blocks: Blocks) -> None:
    """ImageMagick's and exiftool's way: IIM, bare or in a Photoshop resource, EXIF and XMP in hexadecimal digits."""
    if name in (b"iptc", b"8bim"):
        blocks.iim = blocks.iim or _iim_of(profile.removeprefix(_PHOTOSHOP)) or profile
    elif name in (b"exif", b"app1") and profile.startswith(_EXIF):
        blocks.exif = blocks.exif or profile.removeprefix(_EXIF)
    elif name == b"xmp" or (name == b"app1" and profile.startswith(_XMP)):
        blocks.xmp.append(profile.removeprefix(_XMP))


def _raw_profile(text: bytes) -> bytes:
    """A newline, the name, the length, then the digits."""
    lines = text.strip(b"\n").split(b"\n", 2)
    return bytes.fromhex(lines[2].decode("ascii")) if len(lines) == 3 else b""


def _unpacked(data: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    whole = unpacker.decompress(data, MAX_BLOCK)
    if unpacker.unconsumed_tail:
        raise ValueError("a packed block is too large")
    return whole


# WebP, TIFF, AVIF


def _webp(file: BinaryIO, blocks: Blocks) -> None:
    file.seek(12)
    for _ in range(MAX_SEGMENTS):
        head = file.read(8)
        if len(head) < 8:
            return
        size = int.from_bytes(head[4:], "little")
        if head[:4] in (b"EXIF", b"XMP ") and size <= MAX_BLOCK:
            data = _take(file, size)
            if head[:4] == b"EXIF":
                blocks.exif = blocks.exif or data.removeprefix(_EXIF)
            else:
                blocks.xmp.append(data)
            file.seek(size % 2, 1)
        else:
            file.seek(size + size % 2, 1)


def _tiff(file: BinaryIO, blocks: Blocks) -> None:
    blocks.is_tiff = True
    order, start = tiff_order(file)
    tags = read_ifd(file, order, start, MAX_BLOCK, only={_TIFF_XMP, _TIFF_IIM, _TIFF_PHOTOSHOP})
    blocks.xmp.extend(tag.data for number, tag in tags.items() if number == _TIFF_XMP)
    iim = _in_order(tags[_TIFF_IIM], order) if _TIFF_IIM in tags else b""
    resources = tags[_TIFF_PHOTOSHOP].data if _TIFF_PHOTOSHOP in tags else b""
    blocks.iim = iim or _iim_of(resources)


def _in_order(tag, order: str) -> bytes:
    """IIM is often stored as 32-bit numbers; some writers swapped their bytes with the file's order."""
    if tag.data[:1] != b"\x1c" and tag.data[3:4] == b"\x1c":
        words = range(0, len(tag.data) - 3, 4)
        return b"".join(tag.data[at : at + 4][::-1] for at in words)
    return tag.data


def _avif(file: BinaryIO, blocks: Blocks) -> None:
    file.seek(0)
    with Image.open(file, formats=["AVIF"]) as image:
        xmp, exif = image.info.get("xmp", b""), image.info.get("exif", b"")
    if xmp and len(xmp) <= MAX_BLOCK:
        blocks.xmp.append(xmp)
    blocks.exif = exif.removeprefix(_EXIF)[:MAX_BLOCK]
