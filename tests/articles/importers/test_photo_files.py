"""Picture files for an imported story: which photo each belongs to."""

import io

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article
from articles.photos.models import Photo
from tests.articles.importers.test_import_story import STORY, pictures, report, run
from tests.factories import make_image

pytestmark = pytest.mark.django_db

SECOND_PHOTO = """Boats at the old quay
The old quay at low tide.Bo Ek / Coastline Press

That quay will be rebuilt in the spring, when the crane has its rails and the boats have their winter berths.

"""


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "crane.txt"
    path.write_text(STORY)
    return path


@pytest.mark.parametrize("name", ["1.jpg", "crane-on-a-barge-at-saltmere.png", "anything.jpg"])
def test_placeholder_gets_its_file(story, tmp_path, name):
    run(story, photos=pictures(tmp_path / "photos", name))
    assert Photo.objects.get().file


def test_file_can_come_later(story, tmp_path):
    run(story)
    run(story, photos=pictures(tmp_path / "photos", "1.jpg"))
    assert Photo.objects.get().file


def test_name_wins_over_order(tmp_path, story):
    text = STORY.replace("Related:", f"{SECOND_PHOTO}Related:")
    story.write_text(text)
    folder = pictures(tmp_path / "photos", "boats-at-the-old-quay.jpg", "zebra.jpg")
    (folder / "zebra.jpg").write_bytes(make_image(700, 700))
    run(story, photos=folder)
    assert Photo.objects.get(alt="Crane on a barge at Saltmere").width == 700


@pytest.fixture
def two_photos(story):
    """The story with a second photo."""
    story.write_text(STORY.replace("Related:", f"{SECOND_PHOTO}Related:"))
    return story


def places(found):
    """Each file's photo and status, by the file's name."""
    return {file["file"]: (file["photo"], file["status"]) for file in found["files"]}


@pytest.mark.parametrize("name", ["2.jpg", "02-harbour.jpg", "002_x.png", "2 crane-on-a-barge-at-saltmere.jpg"])
def test_leading_number_is_the_photos_place(two_photos, tmp_path, name):
    found = report(two_photos, photos=pictures(tmp_path / "photos", name))
    assert places(found) == {name: (2, "attached")}
    assert Photo.objects.get(alt="Boats at the old quay").file


@pytest.mark.parametrize("name", ["2024-05-01.jpg", "2nd.jpg", "640x480.jpg", "0.jpg"])
def test_year_or_size_is_no_place(two_photos, tmp_path, name):
    assert places(report(two_photos, photos=pictures(tmp_path / "photos", name))) == {name: (1, "attached")}


def test_numbers_then_names_then_order(two_photos, tmp_path):
    two_photos.write_text(two_photos.read_text().replace("Related:", f"{SECOND_PHOTO.replace('old', 'new')}Related:"))
    folder = pictures(tmp_path / "photos", "a.jpg", "boats-at-the-old-quay.jpg", "3.jpg")
    assert {file: place for file, (place, _) in places(report(two_photos, photos=folder)).items()} == {
        "a.jpg": 1,
        "boats-at-the-old-quay.jpg": 2,
        "3.jpg": 3,
    }


def test_every_match_is_a_line(two_photos, tmp_path):
    printed = run(two_photos, photos=pictures(tmp_path / "photos", "2.jpg"))
    assert "  2.jpg → photo 2 “The old quay at low tide.”\n" in printed


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("3.jpg", "3.jpg → no photo: there is no photo 3, the story has 2"),
        ("02.jpg", "02.jpg → no photo: another file is for photo 2"),
        ("zebra.jpg", "zebra.jpg → no photo: the story has no photo left for it"),
        ("notes.doc", "notes.doc → no photo: its ending is not that of a picture"),
    ],
)
def test_file_that_belongs_nowhere_is_named(two_photos, tmp_path, name, words):
    folder = pictures(tmp_path / "photos", "1.jpg", "2.jpg", name)
    if name == "02.jpg":
        (folder / "2.jpg").rename(folder / "002.jpg")
    assert words in run(two_photos, photos=folder)


def test_photo_that_has_a_file_keeps_it(story, tmp_path):
    run(story, photos=pictures(tmp_path / "photos", "1.jpg"))
    before = Photo.objects.get().sha256
    again = report(story, photos=pictures(tmp_path / "others", "1.jpg"))
    assert places(again) == {"1.jpg": (1, "kept")}
    assert "has a file already" in again["files"][0]["note"]
    assert Photo.objects.get().sha256 == before


def test_dry_run_matches_files_too(two_photos, tmp_path):
    folder = pictures(tmp_path / "photos", "2.jpg", "7.jpg")
    found = report(two_photos, photos=folder, dry_run=True)
    assert places(found) == {"2.jpg": (2, "matched"), "7.jpg": (None, "unmatched")}
    assert not Photo.objects.exists()


def test_broken_picture_is_named_and_the_story_stays(story, tmp_path):
    folder = tmp_path / "photos"
    folder.mkdir()
    (folder / "1.jpg").write_bytes(b"no picture")
    errors = io.StringIO()
    with pytest.raises(CommandError):
        call_command("import_story", str(story), photos=folder, stdout=io.StringIO(), stderr=errors)
    assert ": This file cannot be read as a picture" in errors.getvalue()
    assert "1.jpg → photo 1" in errors.getvalue()
    assert Article.objects.exists()
