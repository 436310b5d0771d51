"""Words put into an encoded picture, and changed there later without encoding it again. Pure.

It works on files that `renditions.py` made: a JPEG, a WebP without transparency, an AVIF saved with PLACEHOLDER
for its XMP, whose place in the file is then pointed elsewhere. Anything else raises ValueError.
"""

import struct

from articles.photos.carried import MAX_SEGMENT, CarriedWords

PLACEHOLDER = b" "
_XMP_HEAD = b"http://ns.adobe.com/xap/1.0/\0"
_APP0, _APP1, _APP13 = 0xE0, 0xE1, 0xED


def embed(data: bytes, extension: str, words: CarriedWords) -> bytes:
    """The file `data` with `words` in place of any that it carried; its pixels stay what they are, bit for bit."""
    return {"jpg": _into_jpeg, "webp": _into_webp, "avif": _into_avif}[extension](data, words)


def _into_jpeg(data: bytes, words: CarriedWords) -> bytes:
    """EXIF, XMP and IIM after the JFIF header, where readers of each look first."""
    first, rest = b"", []
    at = 2
    while data[at : at + 1] == b"\xff" and data[at + 1] != 0xDA:
        size = 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at + 1] == _APP0:
            first = data[at : at + size]
        elif data[at + 1] not in (_APP1, _APP13):
            rest.append(data[at : at + size])
        at += size
    if data[:2] != b"\xff\xd8" or data[at : at + 1] != b"\xff":
        raise ValueError("no JPEG")
    return b"".join([b"\xff\xd8", first, *_jpeg_blocks(words), *rest, data[at:]])


def _jpeg_blocks(words: CarriedWords) -> list[bytes]:
    exif, iim = words.exif(), words.iim()
    resource = b"8BIM" + struct.pack(">HHI", 0x0404, 0, len(iim)) + iim + b"\0" * (len(iim) % 2)
    return [
        _segment(_APP1, b"Exif\0\0" + exif) if exif else b"",
        _segment(_APP1, _XMP_HEAD + words.xmp()),
        _segment(_APP13, b"Photoshop 3.0\0" + resource) if iim else b"",
    ]


def _segment(marker: int, data: bytes) -> bytes:
    if len(data) > MAX_SEGMENT:
        raise ValueError("more words than a JPEG's segment holds")
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(data) + 2) + data


def _into_webp(data: bytes, words: CarriedWords) -> bytes:
    """The extended form (RIFF, VP8X): picture, EXIF, XMP; without EXIF where there is nothing to say in it."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise ValueError("no WebP")
    picture, at = b"", 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        if data[at : at + 4] == b"VP8 ":
            picture = data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
    if len(picture) < 10:
        raise ValueError("no lossy WebP")
    width, height = (number & 0x3FFF for number in struct.unpack("<HH", picture[6:10]))
    exif = words.exif()
    flags = 0x04 | (0x08 if exif else 0)
    head = bytes([flags, 0, 0, 0]) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    chunks = [(b"VP8X", head), (b"VP8 ", picture), (b"EXIF", exif), (b"XMP ", words.xmp())]
    body = b"WEBP" + b"".join(_chunk(kind, inside) for kind, inside in chunks if inside)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _chunk(kind: bytes, data: bytes) -> bytes:
    return kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def _into_avif(data: bytes, words: CarriedWords) -> bytes:
    """The packet in a box of its own at the end, and the item's entry in the table of places pointed there.

    A packet that was put there before is the last box, and goes.
    """
    boxes = list(_boxes(data, 0, len(data)))
    start, end = next(((start, end) for kind, start, end in boxes if kind == b"meta"), (0, 0))
    iloc = next((start for kind, start, _ in _boxes(data, start + 4, end) if kind == b"iloc"), 0)
    entry = _xmp_entry(data, iloc) if iloc else 0
    media = [start - 8 for kind, start, _ in boxes if kind == b"mdat"]
    if not entry or not media:
        raise ValueError("no AVIF with a placeholder")
    body = data[: media[1]] if len(media) > 1 else data
    packet = words.xmp()
    place = struct.pack(">II", len(body) + 8, len(packet))
    return body[:entry] + place + body[entry + 8 :] + struct.pack(">I", len(packet) + 8) + b"mdat" + packet


def _boxes(data: bytes, at: int, end: int):
    """Kind, start and end of each box's content; no box of ours is longer than 32 bits tell."""
    while at + 8 <= end:
        size = int.from_bytes(data[at : at + 4], "big")
        if size < 8:
            return
        yield data[at + 4 : at + 8], at + 8, min(at + size, end)
        at += size


def _xmp_entry(data: bytes, iloc: int) -> int:
    """Where the offset of the second item's extent stands (ISO 14496-12, ItemLocationBox version 0, as libavif writes).

    Item 1 is the picture; ours has no other besides the XMP.
    """
    version, sizes, _, count = struct.unpack(">I2BH", data[iloc : iloc + 8])
    number, _, extents = struct.unpack(">HHH", data[iloc + 22 : iloc + 28])
    is_ours = (version, sizes, count, number, extents) == (0, 0x44, 2, 2, 1)
    return iloc + 28 if is_ours else 0
