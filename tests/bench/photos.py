"""`make bench`: what a photo of 24 megapixels costs, beside the bare encoders and beside libvips.

The three take turns in one run, so that whatever else the machine does falls on all of them alike; the ratios are
what to compare between machines and days, the seconds only tell their order.

- **Newsroom**: reading and checking the file, its words, its hash, storing it, then every file of every shape.
- **encoders**: Pillow's encoders alone, with our settings, over the same pixels already cut and resized in memory.
- **libvips**: the same sizes from the same file, each by its own shrink-on-load, through the same formats.
"""

# Django is set up for a folder of its own before anything of it is imported.
# ruff: noqa: E402

import io
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="newsroom-bench-")
os.environ["DJANGO_SETTINGS_MODULE"] = "newsroom.settings"
os.environ.pop("DATABASE_URL", None)

import django

django.setup()

import pyvips
from django.core.management import call_command
from PIL import Image
from rich.console import Console
from rich.table import Table

from articles.demo.pictures import KEYS, draw
from articles.photos.models import Photo
from articles.photos.renditions import ENCODERS, all_renditions, crop_box
from articles.photos.uploads import attach, read_picture

ROUNDS = int(os.environ.get("ROUNDS", "5"))
SIZE = (6000, 4000)


def camera_file(number: int) -> bytes:
    """A drawn picture blown up to what a camera makes, with the noise of its sensor."""
    large = draw(KEYS[number % len(KEYS)]).convert("RGB").resize(SIZE, Image.Resampling.BICUBIC)
    noise = Image.effect_noise(SIZE, 18).convert("RGB")
    buffer = io.BytesIO()
    Image.blend(large, noise, 0.06).save(buffer, "JPEG", quality=92)
    return buffer.getvalue()


def newsroom(data: bytes) -> Photo:
    """The whole way of an upload; the files are made as soon as the photo is saved."""
    photo = Photo(caption="Bench", alt="Bench", credit_line=f"Bench {random.random()}")
    attach(photo, read_picture(io.BytesIO(data)))
    return photo


def prepared(photo: Photo) -> list[tuple[Image.Image, list[str]]]:
    """Every size of `photo` in memory, with the formats it is wanted in."""
    with photo.file.open("rb") as file, Image.open(file) as source:
        source.load()
        sizes: dict[tuple, list[str]] = {}
        for rendition in all_renditions(photo):
            key = (crop_box(photo, rendition.shape), rendition.width, rendition.height)
            formats = sizes.setdefault(key, [])
            if rendition.extension not in formats:
                formats.append(rendition.extension)
        cut = partial(source.resize, resample=Image.Resampling.LANCZOS)
        return [(cut((width, height), box=box), kinds) for (box, width, height), kinds in sizes.items()]


def encoders(sizes: list[tuple[Image.Image, list[str]]]) -> None:
    """Nothing but encoding, on as many threads as Newsroom takes."""
    jobs = [(image, kind) for image, kinds in sizes for kind in kinds]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda job: job[0].save(io.BytesIO(), **ENCODERS[job[1]]), jobs))


VIPS = {
    "avif": (".avif", {"Q": 55, "effort": 1, "compression": "av1"}),
    "webp": (".webp", {"Q": 74, "effort": 2}),
    "jpg": (".jpg", {"Q": 78, "optimize_coding": True, "interlace": True}),
}


def libvips(data: bytes, sizes: list[tuple[Image.Image, list[str]]]) -> None:
    """The same sizes and formats from the file, as an image server built on libvips makes them."""
    for image, kinds in sizes:
        made = pyvips.Image.thumbnail_buffer(data, image.width, height=image.height, crop="centre").copy_memory()
        for kind in kinds:
            ending, options = VIPS[kind]
            made.write_to_buffer(ending, **options)


def seconds(action: Callable[[], object]) -> float:
    """How long `action` takes by the wall."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def main() -> None:
    """Take turns, then print the medians and the ratios."""
    call_command("migrate", verbosity=0)
    pyvips.cache_set_max(0)
    sizes = prepared(newsroom(camera_file(0)))
    took: dict[str, list[float]] = {"Newsroom": [], "encoders": [], "libvips": []}
    for number in range(1, ROUNDS + 1):
        data = camera_file(number)
        turns = {
            "Newsroom": partial(newsroom, data),
            "encoders": partial(encoders, sizes),
            "libvips": partial(libvips, data, sizes),
        }
        for name in random.sample(list(turns), len(turns)):
            took[name].append(seconds(turns[name]))
        print(f"round {number} of {ROUNDS}", file=sys.stderr)
    _show(took, sum(len(kinds) for _, kinds in sizes))


def _show(took: dict[str, list[float]], files: int) -> None:
    own = took["Newsroom"]
    table = Table(title=f"One photo of {SIZE[0]} × {SIZE[1]} pixels into {files} files, {os.cpu_count()} cores")
    for column in ("", "seconds (median)", "least", "most", "Newsroom takes, in pairs"):
        table.add_column(column, justify="right" if column else "left")
    for name, times in took.items():
        ratio = statistics.median(mine / other for mine, other in zip(own, times, strict=True))
        numbers = (f"{value:.2f}" for value in (statistics.median(times), min(times), max(times)))
        table.add_row(name, *numbers, f"{ratio:.2f} times")
    Console().print(table)


if __name__ == "__main__":
    main()
