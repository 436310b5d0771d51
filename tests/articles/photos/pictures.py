"""Pictures with enough in them to be told apart, for tests."""

import io
import random

from PIL import Image


def scene(seed=1, width=900, height=600):
    """A picture of soft shapes; another for every seed."""
    chance = random.Random(seed)
    small = Image.new("RGB", (9, 7))
    small.putdata([tuple(chance.randrange(256) for _ in range(3)) for _ in range(63)])
    return small.resize((width, height), Image.Resampling.BICUBIC)


def encoded(image, kind="JPEG", **options):
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()
