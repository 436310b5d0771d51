"""Files that are broken, or made to break what reads them."""

import io
import random
import struct
import zlib
from collections.abc import Iterator

from PIL import Image

from tests.articles.photos.blocks import XMP_HEAD, dataset, packet, segment
from tests.articles.photos.pictures import encoded, scene

KINDS = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF")
PNG = b"\x89PNG\r\n\x1a\n"


def malformed(count: int) -> Iterator[tuple[str, bytes]]:
    """Names and contents: every deliberate one, then random damage until there are `count`."""
    named = [*_cut(), *_claiming_too_much(), *_mislabelled(), *_with_bad_blocks(), *_bad_tiff()]
    yield from named
    yield from _damaged(count - len(named))


def _seeds() -> list[bytes]:
    return [encoded(scene(3, 160, 120), kind) for kind in KINDS]


def _cut():
    for kind, data in zip(KINDS, _seeds(), strict=True):
        for tenths in range(1, 10):
            yield f"cut-{kind}-{tenths}.jpg", data[: len(data) * tenths // 10]
    for size in (0, 1, 2, 3, 11, 12, 31):
        yield f"beginning-{size}.jpg", _seeds()[0][:size]


def _claiming_too_much():
    """Headers of a few bytes that claim thousands of megapixels."""
    jpeg, png, webp, avif, tiff = _seeds()
    for side in (20_000, 65_500):
        at = jpeg.index(b"\xff\xc0") + 5
        yield f"claims-{side}.jpg", jpeg[:at] + struct.pack(">HH", side, side) + jpeg[at + 4 :]
        head = b"IHDR" + struct.pack(">2I", side * 10, side * 10) + png[24:29]
        yield f"claims-{side}.png", png[:12] + head + struct.pack(">I", zlib.crc32(head)) + png[33:]
    large = (16_383).to_bytes(3, "little") * 2
    chunk = b"VP8X" + struct.pack("<I", 10) + bytes(4) + large + webp[12:]
    yield "claims.webp", b"RIFF" + struct.pack("<I", len(chunk) + 4) + b"WEBP" + chunk
    at = avif.index(b"ispe") + 8
    yield "claims.avif", avif[:at] + struct.pack(">2I", 65_000, 65_000) + avif[at + 8 :]
    yield "claims.tif", tiff.replace(struct.pack("<HHI", 0x0100, 4, 1), struct.pack("<HHI", 0x0100, 4, 1) * 2)
    strip = Image.new("RGB", (4, 4000))
    yield "strip.png", encoded(strip, "PNG")


def _mislabelled():
    jpeg = _seeds()[0]
    yield "page.jpg", b"<!doctype html><script>alert(1)</script>"
    yield "drawing.svg", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
    yield "drawing.jpg", b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'
    yield "words.png", b"Not a picture at all.\n" * 50
    for kind, name in (("GIF", "moving.jpg"), ("BMP", "plain.jpg"), ("PPM", "raw.jpg"), ("ICO", "icon.png")):
        yield name, encoded(Image.new("RGB", (64, 64)), kind)
    yield "archive.jpg", b"PK\x03\x04" + bytes(60)
    yield "both.jpg", jpeg + b"PK\x05\x06" + bytes(18)
    yield "both.pdf.jpg", jpeg[:2] + segment(0xFE, b"%PDF-1.7 ") + jpeg[2:]


def _with_bad_blocks():
    jpeg, png = _seeds()[:2]

    def with_segments(*segments: bytes) -> bytes:
        return jpeg[:2] + b"".join(segments) + jpeg[2:]

    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + packet("<dc:title>&b;</dc:title>")
    nested = packet("<dc:title>" * 3000 + "</dc:title>" * 3000)
    loop = b"Exif\0\0MM\0*" + struct.pack(">IHHHIII", 8, 1, 0x8769, 4, 1, 8, 8)
    far = b"Exif\0\0MM\0*" + struct.pack(">IHHHII", 8, 65_535, 0x010E, 2, 4_000_000_000, 4_000_000_000)
    resource = b"Photoshop 3.0\0" + b"8BIM" + struct.pack(">HHI", 0x0404, 0, 0xFFFFFFFF) + dataset(80, "Ann")
    long = b"\x1c\x02\x50\xff\xff" + b"\xff" * 40
    blocks = {
        "laughs": segment(0xE1, XMP_HEAD + laughs),
        "nested": segment(0xE1, XMP_HEAD + nested),
        "no-xml": segment(0xE1, XMP_HEAD + b"\xff\xfe<<<>>>\0\0"),
        "loop": segment(0xE1, loop),
        "far": segment(0xE1, far),
        "resource": segment(0xED, resource),
        "dataset": segment(0xED, b"Photoshop 3.0\x008BIM" + struct.pack(">HHI", 0x0404, 0, len(long)) + long),
        "profile": segment(0xE2, b"ICC_PROFILE\0\x01\x01" + b"\xff" * 300),
        "empty": b"".join(segment(0xE1, b"") for _ in range(500)),
    }
    for name, block in blocks.items():
        yield f"block-{name}.jpg", with_segments(block)
    bomb = zlib.compress(bytes(40_000_000))
    for kind, head in ((b"zTXt", b"Comment\0\0"), (b"iCCP", b"p\0\0"), (b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0")):
        inside = kind + head + bomb
        chunk = struct.pack(">I", len(inside) - 4) + inside + struct.pack(">I", zlib.crc32(inside))
        yield f"bomb-{kind.decode()}.png", png[:33] + chunk + png[33:]


def _bad_tiff():
    entry = struct.Struct("<HHII")
    yield "loop.tif", b"II*\0" + struct.pack("<IH", 8, 1) + entry.pack(0x0100, 4, 1, 64) + struct.pack("<I", 8)
    many = b"".join(entry.pack(0x0111, 4, 0xFFFFFF, 8) for _ in range(20))
    yield "far.tif", b"II*\0" + struct.pack("<IH", 8, 20) + many + bytes(4)
    yield "none.tif", b"II*\0" + struct.pack("<I", 4_000_000_000) + bytes(40)
    yield "half.tif", b"MM\0*\0\0"


def _damaged(count: int):
    chance = random.Random(7)
    seeds = _seeds()
    for number in range(count):
        data = bytearray(seeds[number % len(seeds)])
        if chance.random() < 0.3:
            del data[chance.randrange(1, len(data)) :]
        for _ in range(chance.randrange(1, 12)):
            data[int(len(data) * chance.random() ** 2)] = chance.randrange(256)
        yield f"damaged-{number}.{KINDS[number % len(seeds)].lower()}", bytes(data)


def as_large_as_allowed() -> Iterator[tuple[str, bytes]]:
    """Pictures just under the limits, of which decoding takes the most memory."""
    yield "large.png", _plain("RGB", 8800, 8800, "PNG", compress_level=1)
    yield "tall.jpg", _plain("L", 3900, 30_000, "JPEG", exif=_turned())
    yield "web.webp", _plain("RGB", 5000, 4800, "WEBP", method=0)


def _turned() -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = 3
    return exif


def _plain(mode: str, width: int, height: int, kind: str, **options) -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, (width, height), 90 if mode == "L" else (9, 99, 200)).save(buffer, kind, **options)
    return buffer.getvalue()
