"""The files readers get: each photo in a few shapes, widths and formats, named by what they are made of.

A rendition's name is a hash of the original's content and of the recipe, so nothing needs a table to know
where it is, a changed focal point gives new names, and a name once published never changes its content.
"""

import hashlib
import io
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property, partial

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageOps

from articles.photos.models import Photo

FOLDER = "renditions"
RECIPE = "1"  # raised when quality or method change, so that new files get new names
WORTH_ITS_OWN = 1.3
CONTENT_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
ENCODERS = {
    "avif": {"format": "AVIF", "quality": 55, "speed": 8},
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
SHAPES = {shape.name: shape for shape in (NATURAL, CARD, SHARE)}


@dataclass(frozen=True)
class Rendition:
    """One file of a photo."""

    photo: Photo
    shape: Shape
    width: int
    extension: str

    @cached_property
    def height(self) -> int:
        """Pixels; the true height of the file that is made."""
        left, top, right, bottom = crop_box(self.photo, self.shape)
        return max(1, round(self.width * (bottom - top) / (right - left)))

    @cached_property
    def path(self) -> str:
        """Where the file lies in the media storage."""
        recipe = (self.photo.sha256, *crop_box(self.photo, self.shape), self.width, self.extension, RECIPE)
        digest = hashlib.sha256(repr(recipe).encode()).hexdigest()[:24]
        return f"{FOLDER}/{digest[:2]}/{digest}-{self.width}.{self.extension}"

    @property
    def url(self) -> str:
        return default_storage.url(self.path)


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
    left, _, right, _ = crop_box(photo, shape)
    own = right - left
    fitting = [width for width in shape.widths if width <= own]
    if own < shape.widths[-1] and (not fitting or own > fitting[-1] * WORTH_ITS_OWN):
        fitting.append(own)
    return fitting


def renditions(photo: Photo, shape: Shape, extension: str) -> list[Rendition]:
    """The files of one shape and format, narrowest first."""
    return [Rendition(photo, shape, width, extension) for width in widths(photo, shape)]


def all_renditions(photo: Photo) -> Iterator[Rendition]:
    """Every file that readers may be sent for `photo`."""
    for shape in SHAPES.values():
        for extension in shape.formats:
            yield from renditions(photo, shape, extension)


def make_renditions(photo: Photo) -> int:
    """Make those files of `photo` that are not there yet; the number made. A placeholder has none."""
    if not photo.file:
        return 0
    missing = [rendition for rendition in all_renditions(photo) if not default_storage.exists(rendition.path)]
    if missing:
        _make(photo, missing)
    return len(missing)


def _make(photo: Photo, missing: list[Rendition]) -> None:
    with photo.file.open("rb") as file, Image.open(file) as opened:
        image = upright_rgb(opened)
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:  # Pillow resizes and encodes without the GIL
        for _ in pool.map(partial(_make_size, image), _by_size(missing)):
            pass


def _make_size(image: Image.Image, same_size: list[Rendition]) -> None:
    """Resize once, then write each format."""
    first = same_size[0]
    box = crop_box(first.photo, first.shape)
    resized = image.resize((first.width, first.height), Image.Resampling.LANCZOS, box=box, reducing_gap=3.0)
    for rendition in same_size:
        buffer = io.BytesIO()
        resized.save(buffer, **ENCODERS[rendition.extension])
        default_storage.save(rendition.path, ContentFile(buffer.getvalue()))


def _by_size(wanted: list[Rendition]) -> list[list[Rendition]]:
    sizes: dict[tuple[Shape, int], list[Rendition]] = {}
    for rendition in wanted:
        sizes.setdefault((rendition.shape, rendition.width), []).append(rendition)
    return list(sizes.values())


def upright_rgb(image: Image.Image) -> Image.Image:
    """The picture as it is meant to be seen: turned by its own orientation, on white where it is see-through."""
    upright = ImageOps.exif_transpose(image)
    if upright.has_transparency_data:
        upright = upright.convert("RGBA")
        background = Image.new("RGB", upright.size, "white")
        background.paste(upright, mask=upright.getchannel("A"))
        return background
    return upright.convert("RGB")
