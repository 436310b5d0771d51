"""What a reader's page may weigh, compressed (see DESIGN.md, Reader pages)."""

import gzip
from pathlib import Path

import pytest
from django.conf import settings

from tests.factories import make_live, make_photo

SHEETS = ("tokens", "base", "layout", "article", "enlarged", "print")

pytestmark = pytest.mark.django_db


def compressed(data: bytes) -> int:
    return len(gzip.compress(data, 6))


def test_long_story_of_many_pictures_weighs_at_most_30_kb(client):
    words = "<p>" + " ".join(f"word{number * 7919 % 1000}" for number in range(60)) + "</p>"
    photos = [make_photo(width=2000, height=1300, caption=f"Boats, number {number}, at rest.") for number in range(12)]
    body = "".join(f'{words}{words}<figure data-photo="{photo.pk}"></figure>' for photo in photos)
    html = client.get(make_live(body=body, lead_photo=make_photo(width=2000, height=1300)).path).content
    assert html.count(b"popover role") == 13
    assert compressed(html) <= 30_000


def test_style_sheets_of_a_story_weigh_at_most_12_kb():
    sheets = [Path(settings.BASE_DIR) / f"static/css/{name}.css" for name in SHEETS]
    assert sum(compressed(sheet.read_bytes()) for sheet in sheets) <= 12_000
