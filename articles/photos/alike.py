"""Pictures that look the same though their files differ: other sizes, other qualities, other edits of the words.

The measure is a difference hash: in a grey copy of 9 by 8 pixels, whether each is brighter than the next. Where that
says too little, two pictures are told to be one by their colours in 8 by 8 fields, and only if they hardly differ.
"""

from dataclasses import dataclass

from PIL import Image

from articles.photos.decoding import as_seen, seen_size, upright_grey
from articles.photos.models import Photo

NEAR = 7  # bits of 64 that may differ; unrelated pictures differ in about 32, and rarely in fewer than 11
PLAIN = 6  # a picture with fewer bits set, or fewer unset, has too little in it to be told from others
SAME_TINT = 10  # of 255: what any colour of any field may differ after another encoding or size of the same picture
SAME_RATIO = 0.03  # of the width to the height; whole pixels are lost where a picture is made small
ENOUGH = 256  # pixels a side; what is measured of fewer is blurred by the whole pixels that were lost on the way
SMALLER = 8  # times: what is left of a picture by then is what a narrow cut leaves too
_FIELDS = 8
_SIGN = 1 << 63


@dataclass(frozen=True)
class Likeness:
    """How a picture looks: its difference hash, its colours (8 by 8 fields of RGB), its width to its height."""

    looks: int | None = None
    tint: bytes = b""
    ratio: float = 0

    def is_of(self, other: "Likeness") -> bool:
        """Whether both are the same picture, whatever its size and encoding."""
        if self.looks is not None and other.looks is not None:
            return is_near(self.looks, other.looks)
        if not (self.tint and other.tint) or abs(self.ratio - other.ratio) > SAME_RATIO * self.ratio:
            return False
        return all(abs(own - its) <= SAME_TINT for own, its in zip(self.tint, other.tint, strict=True))


def measured(image: Image.Image) -> Likeness:
    """How a picture that was just opened looks. It is decoded to its end, smaller where it is large."""
    width, height = seen_size(image)  # before it is decoded: a JPEG has the size to which it is, from then on
    shrink = next((shrink for shrink in (SMALLER, 4, 2) if min(width, height) >= shrink * ENOUGH), 1)
    small = as_seen(image, shrink)
    fields = small.resize((_FIELDS, _FIELDS), Image.Resampling.BOX)
    return Likeness(looks_of(small.reduce(SMALLER // shrink)), fields.tobytes(), width / height)


def distance(looks: int, other: int) -> int:
    """How many bits of two hashes differ."""
    return ((looks ^ other) & ((1 << 64) - 1)).bit_count()


def looks_of(image: Image.Image) -> int | None:
    """The hash of a picture as seen, as a signed 64-bit number; None for one without enough in it to tell."""
    pixels = upright_grey(image, 9, 8).tobytes()
    bits = 0
    for at in range(72):
        if at % 9 != 8:
            bits = bits << 1 | (pixels[at] > pixels[at + 1])
    if not PLAIN <= bits.bit_count() <= 64 - PLAIN:
        return None
    return bits - (1 << 64) if bits & _SIGN else bits


def is_near(looks: int | None, other: int | None) -> bool:
    """Whether two hashes are of pictures that look the same."""
    return looks is not None and other is not None and distance(looks, other) <= NEAR


def find_alike(looks: int | None, besides: Photo | None = None, limit: int = 5) -> list[Photo]:
    """The photos of the library that look like a picture with this hash, the nearest first.

    Every hash is compared: some 5 ms at 10,000 photos, in two queries.
    """
    if looks is None:
        return []
    hashes = Photo.objects.exclude(pk=besides and besides.pk).exclude(looks=None).order_by()
    near = []
    for pk, other in hashes.values_list("pk", "looks").iterator(chunk_size=5000):
        if (bits := distance(looks, other)) <= NEAR:
            near.append((bits, pk))
    wanted = [pk for _, pk in sorted(near)[:limit]]
    found = Photo.objects.in_bulk(wanted)
    return [found[pk] for pk in wanted if pk in found]
