"""From a file to pixels as they are meant to be seen: upright, in sRGB, on white, within a bounded memory."""

import ctypes
import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

from PIL import Image, ImageCms, ImageOps

DECODERS = {"JPEG": ["JPEG", "MPO"], "PNG": ["PNG"], "WEBP": ["WEBP"], "AVIF": ["AVIF"], "TIFF": ["TIFF"]}
# Hostile and broken files were seen to raise each of these from Pillow's decoders.
UNREADABLE = (
    ValueError,
    SyntaxError,
    OSError,
    RuntimeError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    EOFError,
    OverflowError,
    ZeroDivisionError,
    MemoryError,
    struct.error,
    Image.DecompressionBombError,
)
# Pillow warns of damage and of size on the error stream; whoever brings such a file is told by us.
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")
warnings.simplefilter("ignore", Image.DecompressionBombWarning)
TURNED = {5, 6, 7, 8}  # orientations that swap width and height (Exif 3.0, Orientation)
_ORIENTATION = 0x0112
# Bytes a pixel at the worst moment of `as_seen`, as measured: what Pillow keeps, and the copies on the way to RGB.
_PEAK = {
    "L": 2,
    "RGB": 5,
    "CMYK": 5,
    "YCbCr": 5,
    "1": 5,
    "P": 5,
    "RGBA": 8,
    "LA": 8,
    "LAB": 8,
    "I;16": 7,
    "I": 13,
    "F": 13,
}
_PEAK_UNKNOWN = 13
_DECODERS_OWN = {"WEBP": 11, "AVIF": 4}  # what these two keep besides, until they are done
_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
_MAX_PROFILE = 4 * 1024 * 1024


def _give_memory_back() -> None:
    """Have glibc return what pictures took as soon as it is let go; it would keep it, in each thread anew.

    Blocks from 4 MB on come from the system then (mallopt(3), M_MMAP_THRESHOLD). Other C libraries need no telling.
    """
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).mallopt(-3, 4 * 1024 * 1024)


_give_memory_back()


@contextmanager
def opened(file: BinaryIO, kind: str) -> Iterator[Image.Image]:
    """The picture, its header read and no pixel yet; only the decoder for `kind` sees the file."""
    file.seek(0)
    with Image.open(file, formats=DECODERS[kind]) as image:
        yield image


def peak_bytes(image: Image.Image) -> int:
    """What the pixels take in memory at the most while they are decoded and made smaller.

    A JPEG's decoder makes them smaller by itself, and takes a fraction.
    """
    mode = "I;16" if image.mode.startswith("I;16") else image.mode
    each = _PEAK.get(mode, _PEAK_UNKNOWN) + _DECODERS_OWN.get(image.format, 0)
    if mode == "P" and image.has_transparency_data:
        each += 4
    return image.width * image.height * each


def orientation(image: Image.Image) -> int:
    """EXIF's 1 to 8; what is broken or missing is 1."""
    try:
        value = image.getexif().get(_ORIENTATION, 1)
    except UNREADABLE:
        return 1
    return value if value in range(1, 9) else 1


def seen_size(image: Image.Image) -> tuple[int, int]:
    """Width and height in pixels after the file's own orientation."""
    width, height = image.size
    return (height, width) if orientation(image) in TURNED else (width, height)


def as_seen(image: Image.Image, shrink: int = 1) -> Image.Image:
    """The pixels upright, in sRGB, without transparency and without any metadata.

    `shrink` 2, 4 or 8 gives a picture so many times smaller, which a JPEG's decoder makes by itself at a
    fraction of the time; others are averaged down. The file is decoded to its end either way.
    """
    turn = orientation(image)
    profile = image.info.get("icc_profile")
    if shrink > 1:
        image = _shrunk(image, shrink)
    image.load()  # it is closed before it is used
    flat = _rgb(_eight_bits(image), profile)
    flat.info = {}
    flat.getexif().clear()
    method = _TURNS.get(turn)
    return flat.transpose(method) if method is not None else flat


_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def _shrunk(image: Image.Image, shrink: int) -> Image.Image:
    size = image.size
    image.draft(None, (-(-size[0] // shrink), -(-size[1] // shrink)))
    image.load()
    left = shrink * image.width // size[0]  # what a draft has not done
    if left > 1 and image.mode in ("L", "LA", "RGB", "RGBA", "CMYK", "YCbCr"):
        return image.reduce(left)
    return image


def _eight_bits(image: Image.Image) -> Image.Image:
    """16-bit grey and the rarer depths scaled to 8; Pillow alone would cut them off."""
    if image.mode.startswith("I;16"):
        return image.point(lambda value: value * (1 / 257)).convert("L")
    if image.mode in ("I", "F"):
        high = image.getextrema()[1]
        top = 1 if image.mode == "F" and high <= 1 else 65535 if high > 255 else 255
        return image.convert("F").point(lambda value: value * (255 / top)).convert("L")
    return image


def _rgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """On white where it is see-through, then in sRGB by its own profile."""
    if image.has_transparency_data:
        image = image.convert("RGBA") if image.mode != "RGBA" else image
        background = Image.new("RGB", image.size, "white")
        background.paste(image, mask=image.getchannel("A"))
        return _in_srgb(background, profile)
    if image.mode in ("P", "1", "YCbCr", "LAB", "HSV", "PA", "RGBX"):
        image = image.convert("RGB")
    return _in_srgb(image, profile)


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Colours as the profile means them; a broken profile, or one for other channels, counts as none."""
    if profile and len(profile) <= _MAX_PROFILE:
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            if "sRGB" not in ImageCms.getProfileDescription(own):
                return ImageCms.profileToProfile(image, own, _SRGB, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass
    return image if image.mode == "RGB" else image.convert("RGB")


def profile_name(image: Image.Image) -> str:
    """What the file's colour profile calls itself; "" without one, "unreadable" for a broken one."""
    profile = image.info.get("icc_profile")
    if not profile:
        return ""
    try:
        return ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(profile))).strip("\0 \n")[:200]
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return "unreadable"


def upright_grey(image: Image.Image, width: int, height: int) -> Image.Image:
    """A tiny grey copy, `width` by `height` pixels, of a picture that `as_seen` gave.

    Smooth, and of every pixel, so that it is hardly another one for the same picture of another size.
    """
    return ImageOps.grayscale(image).resize((width, height), Image.Resampling.BILINEAR)
