"""The files that readers get."""

import io
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from PIL import Image

from articles.photos.metadata import read_metadata
from articles.photos.models import Photo
from articles.photos.renditions import (
    CARD,
    CLASSIC,
    NATURAL,
    SHARE,
    SQUARE,
    WIDE,
    all_renditions,
    crop_box,
    make_renditions,
    make_renditions_after_commit,
    renditions,
    widths,
)
from articles.photos.uploads import attach, read_picture
from tests.articles.photos.pictures import encoded
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
    assert gone == set(before.values()) - {NATURAL}


def test_all_files_of_an_original_lie_in_its_folder_whatever_was_cut_or_written_since():
    photo = make_photo(width=600, height=900)
    make_renditions(photo)
    photo.caption, photo.focal_y = "Another", 0.1
    make_renditions(photo)
    folder = f"renditions/{photo.sha256[:24]}"
    stored = {f"{folder}/{name}" for name in default_storage.listdir(folder)[1]}
    assert stored > {rendition.path for rendition in all_renditions(photo)}
    assert default_storage.listdir("renditions")[0] == [photo.sha256[:24]]


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


WORDS = {
    "caption": "Boote im Hafen & „Möwen“ <früh>",
    "creators": ["Ann Lee", "李明"],
    "agency": "Coastline",
    "copyright_notice": "© 2026 Coastline",
    "usage_terms": "Editorial use only",
    "web_statement": "https://c.example/rights",
    "licensor": "Coastline Sales",
    "licensor_url": "https://c.example/buy",
    "alt": "Three boats",
    "digital_source_type": "compositeWithTrainedAlgorithmicMedia",
}


def carried(rendition):
    return read_metadata(default_storage.open(rendition.path))


@pytest.mark.parametrize("extension", ["avif", "webp", "jpg"])
def test_words_travel_in_every_format(extension):
    photo = make_photo(**WORDS)
    make_renditions(photo)
    found = carried(renditions(photo, NATURAL, extension)[-1])
    assert (found.description, found.creators, found.alt_text) == (WORDS["caption"], ("Ann Lee", "李明"), "Three boats")
    assert (found.credit_line, found.source) == (photo.credit_line, "Coastline")
    assert (found.copyright_notice, found.usage_terms) == ("© 2026 Coastline", "Editorial use only")
    assert found.web_statement == "https://c.example/rights"
    assert found.licensors[0].name == "Coastline Sales"
    assert found.digital_source_type.endswith("/compositeWithTrainedAlgorithmicMedia")


def test_jpeg_says_it_to_readers_of_the_older_blocks_too():
    photo = make_photo(**WORDS)
    make_renditions(photo)
    raw = carried(renditions(photo, NATURAL, "jpg")[0]).raw
    assert raw["iim"]["By-line"] == ["Ann Lee", "李明"]
    assert raw["exif"].items() >= {"Artist": "Ann Lee; 李明", "Copyright": "© 2026 Coastline"}.items()


def test_nothing_else_of_the_file_reaches_readers():
    exif = Image.Exif()
    exif[0x010F], exif[0xA431] = "Camera", "serial-99"
    photo = Photo(caption="c")
    data = make_image(1500, 1000, exif=exif, comment=b"secret-comment", xmp=b"<x>secret-xmp</x>")
    attach(photo, read_picture(io.BytesIO(data)))
    make_renditions(photo)
    for rendition in all_renditions(photo):
        made = default_storage.open(rendition.path).read()
        assert not [word for word in (b"secret", b"Camera", b"serial-99") if word in made]


@pytest.mark.skipif(not shutil.which("exiftool"), reason="exiftool is not there")
def test_exiftool_reads_each_field_and_finds_no_place(tmp_path):
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (52.0, 5.0, 0.0), 3: "E", 4: (4.0, 0.0, 0.0)}
    photo = Photo(**WORDS)
    attach(photo, read_picture(io.BytesIO(make_image(1500, 1000, exif=exif))))
    make_renditions(photo)
    paths = [default_storage.path(rendition.path) for rendition in all_renditions(photo)]
    command = ["exiftool", "-j", "-G1", "-all", "-validate", *paths]
    told = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    for found in told:
        assert not [name for name in found if "GPS" in name or "Serial" in name or "Thumbnail" in name]
        assert found["ExifTool:Validate"] == "OK", found
        assert found["XMP-dc:Description"] == WORDS["caption"]
        assert found["XMP-dc:Creator"] == WORDS["creators"]
        assert found["XMP-photoshop:Credit"] == photo.credit_line
        assert found["XMP-photoshop:Source"] == "Coastline"
        assert found["XMP-dc:Rights"] == "© 2026 Coastline"
        assert found["XMP-xmpRights:UsageTerms"] == "Editorial use only"
        assert found["XMP-xmpRights:WebStatement"] == "https://c.example/rights"
        assert found["XMP-plus:LicensorName"] == "Coastline Sales"
        assert found["XMP-plus:LicensorURL"] == "https://c.example/buy"
        assert found["XMP-iptcCore:AltTextAccessibility"] == "Three boats"
        assert found["XMP-iptcExt:DigitalSourceType"].endswith("compositeWithTrainedAlgorithmicMedia")
    assert len(told) == len(paths) > 10


def pixels(rendition):
    return opened(rendition).convert("RGB").tobytes()


def test_mended_credit_gives_new_names_and_words_without_encoding_again(monkeypatch):
    photo = make_photo(width=1500, height=1000)
    make_renditions(photo)
    before = list(all_renditions(photo))
    seen = {(r.shape, r.width, r.extension): pixels(r) for r in before}
    monkeypatch.setattr("articles.photos.renditions._encode", lambda *arguments: pytest.fail("was encoded again"))
    photo.credit_line = "Somebody Else / Coastline, and a longer line than it was before"
    photo.save()
    assert make_renditions(photo) == len({r.path for r in before})
    after = list(all_renditions(photo))
    assert not {r.path for r in before} & {r.path for r in after}
    assert {carried(r).credit_line for r in after} == {photo.credit_line}
    assert {(r.shape, r.width, r.extension): pixels(r) for r in after} == seen


def test_words_mended_twice_leave_no_trace_of_the_first():
    photo = make_photo()
    make_renditions(photo)
    for caption in ("A wrong caption", "Right"):
        photo.caption = caption
        make_renditions(photo)
    assert not [r for r in all_renditions(photo) if b"wrong" in default_storage.open(r.path).read()]


def test_pages_name_the_old_files_until_the_new_ones_are_there():
    photo = make_photo()
    make_renditions(photo)
    before = [rendition.url for rendition in all_renditions(photo)]
    photo.caption = "Another caption"
    photo.save()
    assert [rendition.url for rendition in all_renditions(Photo.objects.get())] == before
    make_renditions(photo)
    assert not set(before) & {rendition.url for rendition in all_renditions(Photo.objects.get())}


def test_old_names_stay_until_they_are_swept(client):
    photo = make_photo()
    make_renditions(photo)
    old = renditions(photo, NATURAL, "webp")[0].url
    photo.caption = "Another caption"
    make_renditions(photo)
    assert client.get(old).status_code == 200


def test_failure_after_the_commit_is_logged_and_stops_nobody(caplog, django_capture_on_commit_callbacks):
    photo = make_photo()
    default_storage.delete(photo.file.name)
    with django_capture_on_commit_callbacks(execute=True):
        make_renditions_after_commit(photo)
    assert "No such file" in caplog.text


def test_lost_file_is_made_again():
    photo = make_photo()
    make_renditions(photo)
    default_storage.delete(renditions(photo, CARD, "avif")[0].path)
    assert make_renditions(photo) == 1


@pytest.mark.parametrize(("own", "ratio"), [(WIDE, 16 / 9), (CLASSIC, 4 / 3), (SQUARE, 1)])
def test_crops_for_search_engines(own, ratio):
    made = renditions(Photo(width=3000, height=2500, sha256="x"), own, "jpg")
    assert [(round(r.width / r.height, 2), r.width) for r in made] == [(round(ratio, 2), 1200)]


def test_decoded_smaller_a_crop_is_still_where_it_belongs():
    """A large picture is decoded at half its size or less; what is cut out must not move."""
    image = Image.new("RGB", (4000, 3000), "white")
    image.paste("navy", (0, 2500, 4000, 3000))
    photo = Photo(focal_y=1)
    attach(photo, read_picture(io.BytesIO(encoded(image))))
    make_renditions(photo)
    wide = opened(renditions(photo, WIDE, "jpg")[0]).convert("RGB")
    share = 500 / (4000 * 9 / 16)
    edge = next(y for y in range(wide.height) if wide.getpixel((600, y))[0] < 128)
    assert abs(edge - wide.height * (1 - share)) <= 2


def test_rendition_is_served_for_ever_with_its_own_type(client):
    photo = make_photo()
    make_renditions(photo)
    response = client.get(renditions(photo, NATURAL, "avif")[0].url)
    assert response["Content-Type"] == "image/avif"
    assert "immutable" in response["Cache-Control"]
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "path", ["originals/ab/x.jpg", "renditions/ab/../../secret", f"renditions/{'a' * 24}/{'b' * 12}-320.svg"]
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
        call_command("make_renditions", "--jobs", "1", stdout=io.StringIO(), stderr=errors)
    assert errors.getvalue().startswith(f"photo {broken.pk}, originals/")
    assert not make_renditions(whole)
