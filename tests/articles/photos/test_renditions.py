"""The files that readers get."""

import io
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from PIL import Image

from articles.photos.models import Photo
from articles.photos.renditions import (
    CARD,
    NATURAL,
    SHARE,
    all_renditions,
    crop_box,
    make_renditions,
    renditions,
    widths,
)
from articles.photos.uploads import attach, read_picture
from tests.factories import make_image, make_photo

pytestmark = pytest.mark.django_db


def opened(rendition):
    return Image.open(default_storage.open(rendition.path))


@pytest.mark.parametrize(
    ("own", "made"),
    [(200, [200]), (700, [320, 640]), (1000, [320, 640, 960]), (900, [320, 640, 900]), (3000, list(NATURAL.widths))],
)
def test_nothing_is_enlarged(own, made):
    assert widths(Photo(width=own, height=own), NATURAL) == made


def test_card_is_cut_round_the_focal_point():
    photo = Photo(width=1000, height=1000, focal_x=0.5, focal_y=0.9)
    assert crop_box(photo, CARD) == (0, 333, 1000, 1000)


def test_focal_point_at_the_edge_stays_inside():
    assert crop_box(Photo(width=1200, height=600, focal_x=0, focal_y=0), CARD) == (0, 0, 900, 600)


@pytest.mark.parametrize("shape", [NATURAL, CARD, SHARE])
def test_files_have_the_size_that_pages_tell(shape):
    photo = make_photo(width=1500, height=1100)
    make_renditions(photo)
    for rendition in renditions(photo, shape, "jpg"):
        assert opened(rendition).size == (rendition.width, rendition.height)


@pytest.mark.parametrize(("extension", "kind"), [("avif", "AVIF"), ("webp", "WEBP"), ("jpg", "JPEG")])
def test_each_format_is_what_its_ending_says(extension, kind):
    photo = make_photo()
    make_renditions(photo)
    assert opened(renditions(photo, NATURAL, extension)[0]).format == kind


def test_second_run_makes_nothing():
    photo = make_photo()
    make_renditions(photo)
    assert make_renditions(photo) == 0


def test_changed_focal_point_changes_the_names_of_crops_only():
    photo = make_photo(width=600, height=900)
    before = {rendition.path: rendition.shape for rendition in all_renditions(photo)}
    photo.focal_y = 0.1
    gone = {shape for path, shape in before.items() if path not in {r.path for r in all_renditions(photo)}}
    assert gone == {CARD, SHARE} & set(before.values())


def test_placeholder_has_no_renditions():
    assert make_renditions(make_photo(with_file=False)) == 0


def test_gps_does_not_reach_readers():
    exif = Image.Exif()
    exif.get_ifd(0x8825)[2] = (52.0, 5.0, 0.0)
    exif[0x8825] = exif.get_ifd(0x8825)
    photo = Photo(caption="c")
    attach(photo, read_picture(io.BytesIO(make_image(exif=exif))))
    make_renditions(photo)
    assert not any(opened(rendition).getexif().get_ifd(0x8825) for rendition in all_renditions(photo))


def test_rendition_is_served_for_ever_with_its_own_type(client):
    photo = make_photo()
    make_renditions(photo)
    response = client.get(renditions(photo, NATURAL, "avif")[0].url)
    assert response["Content-Type"] == "image/avif"
    assert "immutable" in response["Cache-Control"]
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "path", ["originals/ab/x.jpg", "renditions/ab/../../secret", "renditions/ab/" + "a" * 24 + "-320.svg"]
)
def test_nothing_else_of_the_media_is_served(client, path):
    assert client.get(f"/media/{path}").status_code == 404


def test_original_is_not_served(client):
    assert client.get(f"/media/{make_photo().file.name}").status_code == 404


@pytest.mark.parametrize("damage", [lambda file: file.unlink(), lambda file: file.write_bytes(file.read_bytes()[:200])])
def test_lost_or_broken_original_is_named_and_the_others_are_made(settings, damage):
    broken, whole = make_photo(), make_photo()
    damage(Path(settings.MEDIA_ROOT) / broken.file.name)
    errors = io.StringIO()
    with pytest.raises(CommandError, match="1 of 2 photos failed"):
        call_command("make_renditions", stdout=io.StringIO(), stderr=errors)
    assert errors.getvalue().startswith(f"photo {broken.pk}, originals/")
    assert not make_renditions(whole)
