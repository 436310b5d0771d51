"""Pixels as they are meant to be seen."""

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms

from articles.photos.decoding import as_seen, opened, profile_name
from articles.photos.metadata_blocks import picture_kind
from tests.articles.photos.pictures import encoded, scene


def seen(data, shrink=1):
    with opened(io.BytesIO(data), picture_kind(data[:32])) as image:
        return as_seen(image, shrink)


def near(colour, wanted, far=6):
    return all(abs(have - want) <= far for have, want in zip(colour, wanted, strict=True))


def halves(mode="RGB", left=(200, 40, 40), right=(40, 40, 200)):
    image = Image.new("RGB", (64, 32), left)
    image.paste(right, (32, 0, 64, 32))
    return image.convert(mode)


@pytest.mark.parametrize("turn", range(1, 9))
def test_every_orientation_stands_upright(turn):
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # Image.Transpose that lays the picture down
    laid = scene(2, 96, 64).transpose(undo[turn]) if turn in undo else scene(2, 96, 64)
    exif = Image.Exif()
    exif[0x0112] = turn
    upright = seen(encoded(laid, "PNG", exif=exif))
    assert upright.size == (96, 64)
    assert near(upright.getpixel((90, 5)), scene(2, 96, 64).getpixel((90, 5)), 2)


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("P", "PNG"), ("RGB", "TIFF"), ("CMYK", "JPEG"), ("CMYK", "TIFF"), ("RGBA", "PNG"), ("YCbCr", "TIFF")],
)
def test_colours_of_each_mode(mode, kind):
    image = seen(encoded(halves(mode), kind, **({"quality": 95} if kind == "JPEG" else {})))
    assert near(image.getpixel((8, 16)), (200, 40, 40), 12)
    assert near(image.getpixel((56, 16)), (40, 40, 200), 12)


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_16_bit_grey_keeps_its_tones(kind):
    image = Image.new("I;16", (64, 32), 32768)
    assert near(seen(encoded(image, kind)).getpixel((5, 5)), (127, 127, 127), 2)


def test_16_bit_colours():
    """A PNG of 16 bits a channel, which Pillow does not write."""
    row = b"\0" + struct.pack(">3H", 51400, 10280, 10280) * 8
    chunks = [(b"IHDR", struct.pack(">2I5B", 8, 8, 16, 2, 0, 0, 0)), (b"IDAT", zlib.compress(row * 8)), (b"IEND", b"")]
    data = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(inside)) + kind + inside + struct.pack(">I", zlib.crc32(kind + inside))
        for kind, inside in chunks
    )
    assert near(seen(data).getpixel((2, 2)), (200, 40, 40), 1)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_see_through_stands_on_white(mode):
    image = Image.new("RGBA", (32, 32), (0, 0, 0, 0))
    assert seen(encoded(image.convert(mode), "PNG")).getpixel((5, 5)) == (255, 255, 255)


def icc_profile(red, green, blue):
    """A display's profile (ICC.1:2001) with these primaries in XYZ and a gamma of 2.2."""

    def xyz(values):
        return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in values))

    name = b"Other\0"
    tags = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", len(name)) + name + bytes(78),
        b"wtpt": xyz((0.9642, 1, 0.8249)),
        b"rXYZ": xyz(red),
        b"gXYZ": xyz(green),
        b"bXYZ": xyz(blue),
        **{tag: b"curv\0\0\0\0" + struct.pack(">IHH", 1, 563, 0) for tag in (b"rTRC", b"gTRC", b"bTRC")},
    }
    at, table, data = 128 + 4 + 12 * len(tags), b"", b""
    for tag, value in tags.items():
        padded = value + bytes(-len(value) % 4)
        table += tag + struct.pack(">II", at + len(data), len(padded))
        data += padded
    head = struct.pack(">I4sI4s4s4s", at + len(data), b"lcms", 0x02400000, b"mntr", b"RGB ", b"XYZ ")
    head += bytes(12) + b"acsp" + bytes(28) + struct.pack(">3i", 63190, 65536, 54061)
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + data


RED, GREEN, BLUE = (0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141)  # sRGB's own


@pytest.mark.parametrize(("kind", "shrink"), [("PNG", 1), ("JPEG", 1), ("TIFF", 1), ("PNG", 2), ("JPEG", 2)])
def test_colour_profile_is_followed(kind, shrink):
    """Red and blue exchanged by the profile alone."""
    data = encoded(halves(), kind, icc_profile=icc_profile(BLUE, GREEN, RED))
    assert near(seen(data, shrink).getpixel((5, 8)), (40, 40, 200), 8)


def test_srgb_stays_as_it_is():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert seen(encoded(halves(), "PNG", icc_profile=profile)).getpixel((8, 16)) == (200, 40, 40)


def test_broken_profile_counts_as_none():
    data = encoded(halves(), "PNG", icc_profile=b"no profile at all" * 20)
    assert seen(data).getpixel((8, 16)) == (200, 40, 40)
    with opened(io.BytesIO(data), "PNG") as image:
        assert profile_name(image) == "unreadable"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_shrunk_picture_is_the_same_only_smaller(kind):
    data = encoded(scene(4, 802, 602), kind)
    small = seen(data, shrink=4)
    assert small.width in (200, 201)
    assert near(small.getpixel((150, 100)), seen(data).getpixel((602, 402)), 10)


def test_nothing_of_the_file_is_carried_along():
    exif = Image.Exif()
    exif[0x010F] = "Camera"
    image = seen(encoded(halves(), "JPEG", exif=exif, comment=b"hello"))
    assert (image.info, dict(image.getexif())) == ({}, {})
