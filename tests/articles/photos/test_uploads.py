"""What the library takes in, and what it says of the rest."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from PIL import Image

from articles.photos.models import Photo
from articles.photos.uploads import attach, read_picture
from tests.factories import make_image, make_photo


@pytest.mark.parametrize(
    ("kind", "extension"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp"), ("AVIF", "avif"), ("TIFF", "tif")]
)
def test_content_decides_the_ending(kind, extension):
    assert read_picture(io.BytesIO(make_image(kind=kind))).extension == extension


def test_size_is_as_seen():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    picture = read_picture(io.BytesIO(make_image(900, 600, exif=exif)))
    assert (picture.width, picture.height) == (600, 900)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    "data", [b"", b"words", SVG, b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", make_image()[:2000], b"GIF89a" + bytes(20)]
)
def test_what_is_no_picture_gets_a_sentence(data):
    with pytest.raises(ValidationError, match="cannot be read as a picture"):
        read_picture(io.BytesIO(data))


def test_too_many_bytes_are_refused(settings):
    settings.PHOTO_MAX_BYTES = 1000
    with pytest.raises(ValidationError, match="larger than"):
        read_picture(io.BytesIO(make_image()))


def test_too_many_pixels_are_refused(settings):
    settings.PHOTO_MAX_PIXELS = 1_000_000
    with pytest.raises(ValidationError, match="more than 1 megapixels"):
        read_picture(io.BytesIO(make_image(1200, 900)))


@pytest.mark.django_db
def test_same_file_is_recognised():
    data = make_image()
    first = Photo(caption="First")
    attach(first, read_picture(io.BytesIO(data)))
    with pytest.raises(ValidationError, match=f"number {first.pk}"):
        attach(Photo(), read_picture(io.BytesIO(data)))


@pytest.mark.django_db
def test_renditions_are_made_once_the_photo_is_committed(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        make_photo()
    assert default_storage.listdir("renditions")[0]
