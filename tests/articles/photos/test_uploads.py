"""What the library takes in, what it says of the rest, and what it takes over from a file's words."""

import io
import zlib
from importlib import import_module

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection, transaction
from PIL import Image, TiffImagePlugin

from articles.photos import uploads
from articles.photos.models import Original, Photo
from articles.photos.uploads import attach, catch_up, find_same, read_picture, whole_or_not
from tests.articles.photos.blocks import dataset, jpeg, packet
from tests.articles.photos.pictures import encoded, scene
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


def test_picture_that_breaks_off_is_named_so():
    with pytest.raises(ValidationError, match="breaks off before"):
        read_picture(io.BytesIO(encoded(scene())[:-4000]))


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (make_image() + b"PK\x05\x06" + bytes(18), "an archive"),
        (make_image() + b"<?php echo 1; ?>" + b" " * 4096, "a web page"),
        (make_image(comment=b"<html><script>alert(1)</script>"), "a web page"),
        (make_image(comment=b"%PDF-1.7"), "a PDF document"),
        (b"\xff\xd8\xff\xe0/*" + make_image()[6:], "a script"),
    ],
)
def test_polyglots_are_refused(data, what):
    with pytest.raises(ValidationError, match=f"a picture and {what} at once"):
        read_picture(io.BytesIO(data))


def test_too_many_bytes_are_refused(settings):
    settings.PHOTO_MAX_BYTES = 1000
    with pytest.raises(ValidationError, match="larger than"):
        read_picture(io.BytesIO(make_image()))


def test_too_many_pixels_are_refused(settings):
    settings.PHOTO_MAX_PIXELS = 1_000_000
    with pytest.raises(ValidationError, match="more than 1 megapixels"):
        read_picture(io.BytesIO(make_image(1200, 900)))


def test_bomb_is_refused_before_it_is_decoded():
    """A few bytes that claim 100,000 by 100,000 pixels."""
    header = (100_000).to_bytes(4, "big") * 2 + b"\x08\x02\0\0\0"
    chunk = b"IHDR" + header
    data = b"\x89PNG\r\n\x1a\n" + (13).to_bytes(4, "big") + chunk + zlib.crc32(chunk).to_bytes(4, "big")
    with pytest.raises(ValidationError):
        read_picture(io.BytesIO(data + bytes(40)))


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


# Whole or not at all


def stored():
    try:
        folders = default_storage.listdir("originals")[0]
    except FileNotFoundError:
        return []
    return [name for folder in folders for name in default_storage.listdir(f"originals/{folder}")[1]]


@pytest.mark.django_db
def test_nothing_is_left_when_the_database_refuses(monkeypatch):
    def refuse(self):
        raise DatabaseError("no more room")

    monkeypatch.setattr(Photo, "save", refuse)
    with pytest.raises(DatabaseError):
        attach(Photo(), read_picture(io.BytesIO(make_image())))
    assert (stored(), Original.objects.count()) == ([], 0)


@pytest.mark.django_db(transaction=True)
def test_nothing_is_left_when_the_commit_fails(monkeypatch):
    def refuse(self):
        raise DatabaseError("no more room")

    picture = read_picture(io.BytesIO(make_image()))
    with monkeypatch.context() as broken:
        broken.setattr("django.db.backends.base.base.BaseDatabaseWrapper.commit", refuse)
        with pytest.raises(DatabaseError):
            attach(Photo(), picture)
    assert (stored(), Photo.objects.count()) == ([], 0)


@pytest.mark.django_db
def test_nothing_is_left_when_the_disk_is_full(monkeypatch):
    def refuse(self, name, content):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("django.core.files.storage.FileSystemStorage._save", refuse)
    with pytest.raises(OSError, match="No space"):
        attach(Photo(), read_picture(io.BytesIO(make_image())))
    assert Photo.objects.count() == 0


@pytest.mark.django_db
def test_what_fails_later_in_the_transaction_takes_the_file_along():
    with pytest.raises(ZeroDivisionError), whole_or_not():
        attach(Photo(), read_picture(io.BytesIO(make_image())))
        raise ZeroDivisionError
    assert (stored(), Photo.objects.count()) == ([], 0)


@pytest.mark.django_db
def test_file_of_another_photo_is_not_taken_along():
    data = make_image()
    attach(Photo(), read_picture(io.BytesIO(data)))
    with pytest.raises(ValidationError), whole_or_not():
        attach(Photo(), read_picture(io.BytesIO(data)))
    assert len(stored()) == 1


@pytest.mark.django_db
def test_file_cut_short_by_a_crash_is_mended_by_the_same_file():
    data = make_image()
    photo = Photo()
    attach(photo, read_picture(io.BytesIO(data)))
    with default_storage.open(photo.file.name, "wb") as file:
        file.write(data[:100])
    assert find_same(read_picture(io.BytesIO(data))) == photo
    assert default_storage.size(photo.file.name) == len(data)


@pytest.mark.django_db
def test_failed_renditions_do_not_undo_the_upload(monkeypatch, django_capture_on_commit_callbacks):
    monkeypatch.setattr(uploads, "make_renditions", lambda photo: 1 / 0)
    with django_capture_on_commit_callbacks(execute=True):
        photo = make_photo()
    assert Photo.objects.filter(pk=photo.pk).exists()


# The file's words


WORDS = packet(
    "<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>Boats in the harbour on Friday. Ann Lee / AFP</rdf:li>"
    "</rdf:Alt></dc:description><dc:subject><rdf:Bag><rdf:li>boats</rdf:li></rdf:Bag></dc:subject>"
    "<photoshop:City>Oslo</photoshop:City><photoshop:DateCreated>2026-11-02T07:08:09+01:00</photoshop:DateCreated>"
    "<xmpRights:WebStatement>javascript:alert(1)</xmpRights:WebStatement>"
    "<Iptc4xmpCore:AltTextAccessibility>Three boats</Iptc4xmpCore:AltTextAccessibility>"
    "<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
    "</Iptc4xmpExt:DigitalSourceType>"
)


@pytest.fixture
def taken_in(db):
    photo = Photo()
    attach(photo, read_picture(jpeg(xmp=WORDS)))
    photo.refresh_from_db()
    return photo


def test_what_nobody_said_comes_from_the_file(taken_in):
    assert (taken_in.caption, taken_in.alt, taken_in.city) == ("Boats in the harbour on Friday.", "Three boats", "Oslo")
    assert (taken_in.creators, taken_in.agency, taken_in.keywords) == (["Ann Lee"], "AFP", ["boats"])
    assert taken_in.taken_at.isoformat() == "2026-11-02T06:08:09+00:00"


def test_generated_picture_is_known_as_such(taken_in):
    assert taken_in.generated_label == "Generated image"
    assert not Photo(digital_source_type="digitalCapture").generated_label


def test_address_that_is_none_is_not_taken_over(taken_in):
    assert taken_in.web_statement == ""
    assert taken_in.file_words["web_statement"] == "javascript:alert(1)"


def test_every_word_of_the_file_is_kept(taken_in):
    assert "Ann Lee / AFP" in taken_in.file_words["raw"]["xmp"]["dc:description"]["x-default"]


@pytest.mark.django_db
def test_what_was_said_stays():
    photo = make_photo(with_file=False, caption="Mine.", alt="", is_decorative=True, city="Bergen")
    attach(photo, read_picture(jpeg(xmp=WORDS)))
    assert (photo.caption, photo.alt, photo.city, photo.agency) == ("Mine.", "", "Bergen", "Coastline")


@pytest.mark.django_db
def test_words_of_the_first_file_outlast_it(taken_in):
    attach(taken_in, read_picture(jpeg(iim=dataset(90, "Lima"))))
    assert [original.words["city"] for original in taken_in.originals.all()] == ["Oslo", "Lima"]
    assert taken_in.file_words["city"] == "Lima"


@pytest.mark.django_db
def test_endless_words_are_cut_to_what_a_photo_holds():
    photo = Photo()
    attach(photo, read_picture(jpeg(iim=dataset(120, "x" * 9000) + dataset(90, "y" * 9000) + dataset(110, "z" * 9000))))
    assert (len(photo.caption), len(photo.city)) == (2000, 200)
    assert len(photo.credit_line) <= 500


@pytest.mark.django_db
def test_photo_of_before_is_caught_up_with():
    photo = make_photo()
    photo.originals.all().delete()
    catch_up(photo)
    assert photo.originals.count() == 1


def tiff(**tags):
    directory = TiffImagePlugin.ImageFileDirectory_v2()
    for tag, value in tags.values():
        directory[tag] = value
    return encoded(scene(1, 160, 120), "TIFF", tiffinfo=directory)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b'<?xml version="1.0"?>\n<!-- by hand -->\n<svg xmlns="http://www.w3.org/2000/svg"/>', "an SVG drawing"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(200), "an HEIC picture"),
        (b"\0\0\0\x18ftypcrx \0\0\0\x01crx isom" + bytes(200), "a camera’s raw file"),
        (b"GIF89a" + bytes(200), "a GIF"),
        (b"%PDF-1.7\n" + bytes(200), "a PDF document"),
        (tiff(is_small=(254, 1)), "a camera’s raw file"),
        (tiff(dng_version=(50706, b"\1\4\0\0")), "a camera’s raw file"),
    ],
)
def test_file_of_another_kind_is_refused_by_its_name(data, what):
    with pytest.raises(ValidationError, match=f"cannot be read as a picture: it is {what}"):
        read_picture(io.BytesIO(data))


def test_bomb_is_said_to_have_too_many_pixels(settings, monkeypatch):
    settings.PHOTO_MAX_PIXELS = 1_000_000
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1_000_000)
    with pytest.raises(ValidationError, match="more than 1 megapixels"):
        read_picture(io.BytesIO(encoded(Image.new("1", (3000, 3000)), "PNG")))


@pytest.mark.django_db
def test_looks_that_are_not_measured_are_caught_up_with():
    photo = Photo()
    attach(photo, read_picture(io.BytesIO(encoded(scene()))))
    measured = photo.looks
    import_module("articles.photos.migrations.0018_measure_looks_anew").forget(apps, connection.schema_editor())
    photo.refresh_from_db()
    assert photo.looks is None
    catch_up(photo)
    photo.refresh_from_db()
    assert photo.looks == measured


@pytest.mark.django_db
def test_nested_transactions_are_still_one(django_capture_on_commit_callbacks):
    with transaction.atomic(), whole_or_not():
        attach(Photo(), read_picture(io.BytesIO(make_image())))
    assert len(stored()) == 1


DOUBTFUL = packet(
    '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">FILE - Boats in the harbour. Ann Lee</rdf:li></rdf:Alt>'
    "</dc:description>"
)


@pytest.mark.django_db
def test_description_that_may_hold_a_credit_is_asked_about():
    photo = Photo()
    attach(photo, read_picture(jpeg(xmp=DOUBTFUL)))
    assert [(check.caption, check.credit) for check in photo.caption_checks.all()] == [
        ("Boats in the harbour.", "Ann Lee")
    ]


@pytest.mark.django_db
def test_description_is_not_asked_about_where_an_editor_wrote_the_caption():
    photo = Photo(caption="Boats")
    attach(photo, read_picture(jpeg(xmp=DOUBTFUL)))
    assert not photo.caption_checks.exists()
