"""What the files are that the library does not take, so that whoever chose one is told. Pure."""

import re

from PIL import Image

START = 1024  # bytes that tell
_BRANDS = {
    b"heic": "an HEIC picture, as telephones take them",
    b"heix": "an HEIC picture, as telephones take them",
    b"mif1": "an HEIC picture, as telephones take them",
    b"crx ": "a camera’s raw file",
    b"qt  ": "a film",
    b"isom": "a film",
    b"mp42": "a film",
}
_STARTS = {
    b"GIF8": "a GIF",
    b"BM": "a BMP",
    b"8BPS": "a Photoshop document",
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "an archive or an office document",
    b"\xff\x0a": "a JPEG XL",
    b"\0\0\0\x0cJXL ": "a JPEG XL",
    b"FUJIFILMCCD-RAW": "a camera’s raw file",
    b"IIRO": "a camera’s raw file",
    b"IIU\0": "a camera’s raw file",
}
_SVG = re.compile(rb"<svg[\s>]", re.IGNORECASE)
_REDUCED, _DNG_VERSION = 254, 50706  # tags of TIFF: the first picture is a small one; the file is a DNG


def foreign_kind(start: bytes) -> str:
    """What a file that begins so is, for a sentence ("a GIF"); "" where that is not known."""
    if _SVG.search(start):
        return "an SVG drawing"
    if start[4:8] == b"ftyp" and start[8:12] in _BRANDS:
        return _BRANDS[start[8:12]]
    return next((name for known, name in _STARTS.items() if start.startswith(known)), "")


def is_raw(image: Image.Image) -> bool:
    """Whether an opened TIFF is a camera's raw file, whose first picture is no more than a preview."""
    if image.format != "TIFF":
        return False
    image.fp.seek(8)
    reduced = image.tag_v2.get(_REDUCED, 0)
    is_preview = isinstance(reduced, int) and bool(reduced & 1)
    return is_preview or _DNG_VERSION in image.tag_v2 or image.fp.read(2) == b"CR"
