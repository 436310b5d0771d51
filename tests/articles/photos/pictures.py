"""Pictures with enough in them to be told apart, for tests."""

import io
import random

from PIL import Image, ImageDraw


def scene(seed=1, width=900, height=600):
    """A picture of soft shapes; another for every seed."""
    chance = random.Random(seed)
    small = Image.new("RGB", (9, 7))
    small.putdata([tuple(chance.randrange(256) for _ in range(3)) for _ in range(63)])
    return small.resize((width, height), Image.Resampling.BICUBIC)


def sharp_scene(seed=1, width=1600, height=1067):
    """A picture of hard-edged shapes on one ground, as much of a photo's sky and walls is; another for every seed."""
    chance = random.Random(seed)
    colour = lambda: tuple(chance.randrange(256) for _ in range(3))  # noqa: E731
    image = Image.new("RGB", (width, height), colour())
    draw = ImageDraw.Draw(image)
    for _ in range(40):
        left, top = chance.randrange(width), chance.randrange(height)
        right, bottom = left + chance.randrange(20, width // 4), top + chance.randrange(20, width // 4)
        draw.ellipse((left, top, right, bottom), fill=colour())
    return image


def encoded(image, kind="JPEG", **options):
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()
