"""The files readers get: each photo in a few shapes, widths and formats, named by what they are made of.

All files of one original lie in a folder of its own, whatever was cut or written into them since, so that all can be
taken away. A rendition's name is a hash of the cut and of the recipe, and one of the words that it carries, so a
changed focal point or a mended credit gives new names, and a name once published never changes its content. Pages name
the files that `Photo.rendered_as` tells of: it is set when all of them are there, so no page waits for one.
"""

import hashlib
import io
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cached_property, partial
from math import isqrt

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from PIL import Image

from articles.photos.carried import CarriedWords
from articles.photos.decoding import as_seen, opened
from articles.photos.embed import PLACEHOLDER, embed
from articles.photos.metadata_blocks import picture_kind
from articles.photos.models import KilledFile, Photo

FOLDER = "renditions"
RECIPE = "3"  # raised when quality, method or names change, so that new files get new names
FOLDER_DIGITS, NAME_DIGITS = 24, 12  # of the hash that names an original, and of the one that names a cut of it
WORTH_ITS_OWN = 1.3
ENOUGH = 1.5  # pixels across of what a file is made from, for each of its own
LARGE = 20_000_000  # pixels; a picture of more is made smaller while it is decoded, if each file still has its own
MOST = 12_000_000  # pixels of any file: a strip that is many times as high as wide is made no wider than this allows
CONTENT_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
ENCODERS = {
    "avif": {"format": "AVIF", "quality": 55, "speed": 8, "xmp": PLACEHOLDER},
    "webp": {"format": "WEBP", "quality": 74, "method": 2},
    "jpg": {"format": "JPEG", "quality": 78, "optimize": True, "progressive": True},
}


@dataclass(frozen=True)
class Shape:
    """A way to cut a photo: `ratio` is width to height, None for the whole picture."""

    name: str
    widths: tuple[int, ...]
    ratio: float | None = None
    formats: tuple[str, ...] = ("avif", "webp", "jpg")


NATURAL = Shape("natural", (320, 640, 960, 1280, 1920))
CARD = Shape("card", (320, 640, 960, 1280), 3 / 2)
SHARE = Shape("share", (1200,), 1200 / 630, ("jpg",))
# What search engines ask for beside each other in structured data.
WIDE = Shape("wide", (1200,), 16 / 9, ("jpg",))
CLASSIC = Shape("classic", (1200,), 4 / 3, ("jpg",))
SQUARE = Shape("square", (1200,), 1, ("jpg",))
SHAPES = {shape.name: shape for shape in (NATURAL, CARD, SHARE, WIDE, CLASSIC, SQUARE)}


@dataclass(frozen=True)
class Rendition:
    """One file of a photo; `version` is the recipe and the words' digest, "" for files of before there were any."""

    photo: Photo
    shape: Shape
    width: int
    extension: str
    version: str

    @cached_property
    def height(self) -> int:
        """Pixels; the true height of the file that is made."""
        left, top, right, bottom = crop_box(self.photo, self.shape)
        return max(1, round(self.width * (bottom - top) / (right - left)))

    @cached_property
    def path(self) -> str:
        """Where the file lies in the media storage."""
        recipe, _, words = self.version.partition("-")
        made_of = (*crop_box(self.photo, self.shape), self.width, self.extension, recipe or "1")
        digest = hashlib.sha256(repr(made_of).encode()).hexdigest()[:NAME_DIGITS]
        name = f"{digest}-{words}" if words else digest
        return f"{folder_of(self.photo.sha256)}/{name}-{self.width}.{self.extension}"

    @property
    def url(self) -> str:
        return default_storage.url(self.path)


def folder_of(sha256: str) -> str:
    """Where every rendition of the original with this hash lies, and nothing else."""
    return f"{FOLDER}/{sha256[:FOLDER_DIGITS]}"


def crop_box(photo: Photo, shape: Shape) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of the largest cut of `shape` around the photo's focal point, in pixels."""
    if shape.ratio is None:
        return 0, 0, photo.width, photo.height
    width = min(photo.width, round(photo.height * shape.ratio))
    height = min(photo.height, round(photo.width / shape.ratio))
    left = min(max(round(photo.focal_x * photo.width - width / 2), 0), photo.width - width)
    top = min(max(round(photo.focal_y * photo.height - height / 2), 0), photo.height - height)
    return left, top, left + width, top + height


def widths(photo: Photo, shape: Shape) -> list[int]:
    """The widths made for `photo`: the shape's, never enlarged.

    A picture's own width is made too where the next smaller one would lose much of it.
    """
    left, top, right, bottom = crop_box(photo, shape)
    own = min(right - left, isqrt(MOST * (right - left) // max(1, bottom - top)))
    fitting = [width for width in shape.widths if width <= own]
    if own < shape.widths[-1] and (not fitting or own > fitting[-1] * WORTH_ITS_OWN):
        fitting.append(own)
    return fitting


def renditions(photo: Photo, shape: Shape, extension: str) -> list[Rendition]:
    """The files of one shape and format that readers are sent, narrowest first."""
    return [Rendition(photo, shape, width, extension, photo.rendered_as) for width in widths(photo, shape)]


def all_renditions(photo: Photo) -> Iterator[Rendition]:
    """Every file that readers may be sent for `photo`."""
    for shape in SHAPES.values():
        for extension in shape.formats:
            yield from renditions(photo, shape, extension)


def carried_words(photo: Photo) -> CarriedWords:
    """What the library says of the photo now, as its files tell it. The source is who supplied it."""
    return CarriedWords(
        description=photo.caption,
        creators=tuple(photo.creators),
        credit_line=photo.credit_line,
        source=photo.source or photo.agency or photo.distributor,
        copyright_notice=photo.copyright_notice,
        usage_terms=photo.usage_terms,
        web_statement=photo.web_statement,
        licensor=photo.licensor,
        licensor_url=photo.licensor_url,
        alt_text="" if photo.is_decorative else photo.alt,
        digital_source_type=photo.digital_source_type,
    )


def make_renditions(photo: Photo, threads: int | None = None) -> int:
    """Make those files of `photo` that are not there yet, then have pages name them; the number made.

    Where only words have changed, they are changed in the files' copies and nothing is encoded. A placeholder has
    no files, nor has a killed photo: one that is killed while its files are made loses them here, whatever the kill
    itself has found. Raises OSError (and what else Pillow raises) if the original cannot be read.
    """
    if not photo.has_files or _is_killed(photo):
        return 0
    try:
        return _make_missing(photo, threads)
    finally:
        if _is_killed(photo):
            remove_files([photo.sha256])


def _is_killed(photo: Photo) -> bool:
    """Whether it is killed by now, whatever it was when it was read."""
    return Photo.objects.filter(pk=photo.pk).exclude(killed_at=None).exists()


def _make_missing(photo: Photo, threads: int | None) -> int:
    words = carried_words(photo)
    version = f"{RECIPE}-{words.digest}"
    wanted = [replace(rendition, version=version) for rendition in all_renditions(photo)]
    by_path = {rendition.path: rendition for rendition in wanted}  # a crop that is the whole picture shares its files
    missing = [rendition for path, rendition in by_path.items() if not default_storage.exists(path)]
    to_encode = [rendition for rendition in missing if not _reworded(rendition, words)]
    if to_encode:
        _encode(photo, to_encode, words, threads or os.cpu_count())
    if photo.rendered_as != version:
        Photo.objects.filter(pk=photo.pk).update(rendered_as=version)
        photo.rendered_as = version
    return len(missing)


def stored(path: str) -> tuple[list[str], list[str]]:
    """The folders and the files in a folder of the storage; nothing where it is not there."""
    try:
        return default_storage.listdir(path)
    except FileNotFoundError:
        return [], []


def remove_files(originals: Iterable[str]) -> int:
    """Take away every rendition of the originals with these hashes that are barred now; the number removed."""
    removed = 0
    for sha256 in KilledFile.objects.barred().filter(sha256__in=originals).values_list("sha256", flat=True).distinct():
        for name in stored(folder_of(sha256))[1]:
            default_storage.delete(f"{folder_of(sha256)}/{name}")
            removed += 1
    return removed


def make_renditions_after_commit(photo: Photo) -> None:
    """For whoever saves a photo's words or focal point. A failure is logged; `manage.py make_renditions` mends it."""
    transaction.on_commit(lambda: make_renditions(photo), robust=True)


def _reworded(rendition: Rendition, words: CarriedWords) -> bool:
    """Whether the file could be made of the one that readers have now, with other words in it."""
    present = replace(rendition, version=rendition.photo.rendered_as)
    if not present.version.startswith(f"{RECIPE}-") or present.version == rendition.version:
        return False
    try:
        with default_storage.open(present.path) as file:
            _keep(rendition.path, embed(file.read(), rendition.extension, words))
    except (FileNotFoundError, ValueError, IndexError):
        return False
    return True


def _keep(path: str, data: bytes) -> None:
    made = default_storage.save(path, ContentFile(data))
    if made != path:  # another process made the same file in this very moment
        default_storage.delete(made)


def _encode(photo: Photo, wanted: list[Rendition], words: CarriedWords, threads: int) -> None:
    image = _decoded(photo, _shrink(wanted))
    with ThreadPoolExecutor(max_workers=threads) as pool:  # Pillow resizes and encodes without the GIL
        for _ in pool.map(partial(_make_size, image, words), _by_size(wanted)):
            pass


def _decoded(photo: Photo, shrink: int) -> Image.Image:
    with photo.file.open("rb") as file, opened(file, picture_kind(file.read(32))) as source:
        return as_seen(source, shrink)


def _shrink(wanted: list[Rendition]) -> int:
    """How many times smaller the picture may be decoded, so that the widest file is still made from enough."""
    boxes = ((crop_box(rendition.photo, rendition.shape), rendition.width) for rendition in wanted)
    spare = min((right - left) / width for (left, _, right, _), width in boxes)
    photo = wanted[0].photo

    def widest_use(enough: float) -> int:
        return max(shrink for shrink in (1, 2, 4, 8) if shrink == 1 or spare / shrink >= enough)

    shrink = widest_use(ENOUGH)
    return shrink if photo.width * photo.height <= LARGE * shrink**2 else widest_use(1)


def _make_size(image: Image.Image, words: CarriedWords, same_size: list[Rendition]) -> None:
    """Resize once, then write each format."""
    first = same_size[0]
    across, down = image.width / first.photo.width, image.height / first.photo.height
    left, top, right, bottom = crop_box(first.photo, first.shape)
    box = (left * across, top * down, min(right * across, image.width), min(bottom * down, image.height))
    resized = image.resize((first.width, first.height), Image.Resampling.LANCZOS, box=box, reducing_gap=3.0)
    for rendition in same_size:
        _keep(rendition.path, embed(_encoded(resized, rendition.extension), rendition.extension, words))


def _encoded(image: Image.Image, extension: str) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, **ENCODERS[extension])
    return buffer.getvalue()


def _by_size(wanted: list[Rendition]) -> list[list[Rendition]]:
    sizes: dict[tuple[Shape, int], list[Rendition]] = {}
    for rendition in wanted:
        sizes.setdefault((rendition.shape, rendition.width), []).append(rendition)
    return list(sizes.values())
