"""A killed picture known again, by whatever way it comes."""

import io
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from PIL import Image, ImageDraw

from articles import kills
from articles.photos.alike import Likeness
from articles.photos.intake import ALIKE, NEW, REFUSED, take_in
from articles.photos.killed import KilledPicture, kill_of, twins
from articles.photos.models import Photo
from articles.photos.uploads import attach, read_picture
from tests.articles.importers.test_import_story import STORY
from tests.articles.photos.pictures import encoded, scene
from tests.factories import make_photo

pytestmark = pytest.mark.django_db


def chart(height=150, ground="white"):
    """A picture with too little in it for its looks to tell."""
    image = Image.new("RGB", (900, 600), ground)
    ImageDraw.Draw(image).rectangle((100, 600 - height, 300, 600), fill="navy")
    return image


def taken(image, photo=None, kind="JPEG", **options):
    return take_in(io.BytesIO(encoded(image, kind, **options)), photo or Photo())


@pytest.fixture
def killed(django_capture_on_commit_callbacks):
    def make(image, reason="Wrong person named"):
        photo = taken(image).photo
        with django_capture_on_commit_callbacks(execute=True):
            kills.kill(photo, reason)
        return photo

    return make


OTHERWISE = [
    ("JPEG", (900, 600), {"quality": 40}),
    ("JPEG", (450, 300), {}),
    ("WEBP", (1800, 1200), {}),
    ("PNG", (333, 222), {}),
    ("AVIF", (640, 427), {}),
]


@pytest.mark.parametrize("image", [scene(5), chart()], ids=["rich", "plain"])
@pytest.mark.parametrize(("kind", "size", "options"), OTHERWISE)
def test_killed_picture_is_refused_in_other_sizes_and_formats(killed, image, kind, size, options):
    photo = killed(image)
    found = taken(image.resize(size), kind=kind, **options)
    assert (found.outcome, found.killed, found.photo) == (REFUSED, photo.pk, None)
    assert Photo.objects.count() == 1


def test_refusal_says_when_why_and_the_way_out(killed):
    photo = killed(scene(5), "Wrong person named")
    reason = taken(scene(5)).reason
    assert f"(photo {photo.pk}) was killed on" in reason
    assert "“Wrong person named”" in reason
    assert "an editor can lift the kill" in reason


@pytest.mark.parametrize(
    ("first", "other"),
    [(scene(5), scene(6)), (chart(), chart(400)), (chart(), chart(ground="lightgrey")), (chart(), scene(5))],
)
def test_other_pictures_are_taken(killed, first, other):
    killed(first)
    assert taken(other).outcome == NEW


def test_plain_picture_of_another_shape_is_another(killed):
    killed(Image.new("RGB", (900, 600), "navy"))
    assert taken(Image.new("RGB", (600, 600), "navy")).outcome == NEW


def test_exact_file_is_refused_before_the_kill_is_completed():
    photo = taken(chart()).photo
    kills.kill(photo, "Wrong")
    assert taken(chart()).killed == photo.pk


def test_file_that_a_killed_photo_had_before_is_refused(killed):
    photo = taken(scene(5)).photo
    attach(photo, read_picture(io.BytesIO(encoded(scene(6)))))
    kills.kill(photo, "Wrong")
    assert taken(scene(5)).killed == photo.pk


def test_lifted_picture_may_come_again(killed):
    photo = killed(scene(5))
    kills.lift(photo, "Mistaken")
    assert taken(scene(5).resize((450, 300))).outcome == ALIKE


def test_killed_photo_gets_no_other_file(killed):
    photo = killed(scene(5))
    with pytest.raises(KilledPicture, match="It gets no other file"):
        attach(photo, read_picture(io.BytesIO(encoded(scene(6)))))


def test_placeholder_does_not_get_a_killed_picture(killed):
    killed(scene(5))
    placeholder = make_photo(with_file=False)
    assert taken(scene(5), placeholder).outcome == REFUSED
    placeholder.refresh_from_db()
    assert not placeholder.file


def test_picture_killed_while_it_is_brought_is_refused(monkeypatch):
    """The kill commits after the file was looked at and before its photo is saved."""
    photo = taken(scene(5)).photo
    copy = read_picture(io.BytesIO(encoded(scene(5), quality=60)))
    monkeypatch.setattr("articles.photos.uploads.refuse_known", lambda *arguments: kills.kill(photo, "Wrong"))
    with pytest.raises(KilledPicture):
        attach(Photo(caption="c"), copy)
    assert Photo.objects.count() == 1


def test_upload_of_a_killed_picture_names_the_photo_with_a_link(desk, killed):
    photo = killed(scene(5))
    file = SimpleUploadedFile("again.jpg", encoded(scene(5), quality=50))
    content = desk.post("/admin/photos/photo/pictures/", {"pictures": [file]}).content.decode()
    assert "was killed on" in content
    assert f'href="/admin/photos/photo/{photo.pk}/change/"' in content


def test_replacing_a_photos_file_by_a_killed_picture_is_refused_by_its_field(desk, killed):
    killed(scene(5))
    other = make_photo()
    file = SimpleUploadedFile("again.jpg", encoded(scene(5), quality=50))
    response = desk.post(
        f"/admin/photos/photo/{other.pk}/change/", {"focal_x": 0.5, "focal_y": 0.5, "caption": "c", "upload": file}
    )
    assert "was killed on" in str(response.context["adminform"].form.errors["upload"])


def test_import_of_a_folder_refuses_a_killed_picture(tmp_path, killed):
    killed(scene(5))
    folder = tmp_path / "brought"
    folder.mkdir()
    for name, seed in (("a.jpg", 5), ("b.jpg", 6)):
        (folder / name).write_bytes(encoded(scene(seed), quality=50))
    output = io.StringIO()
    with pytest.raises(CommandError, match="1 refused"):
        call_command("import_photos", str(folder), "--json", stdout=output)
    rows = [json.loads(line) for line in output.getvalue().splitlines()]
    assert [row["outcome"] for row in rows] == ["refused", "new"]
    assert "was killed on" in rows[0]["reason"]


def test_picture_of_an_imported_story_that_was_killed_is_refused(tmp_path, killed):
    killed(scene(5))
    folder = tmp_path / "brought"
    folder.mkdir()
    (folder / "1.jpg").write_bytes(encoded(scene(5), quality=50))
    (tmp_path / "crane.txt").write_text(STORY)
    output = io.StringIO()
    with pytest.raises(CommandError):
        call_command("import_story", str(tmp_path / "crane.txt"), photos=folder, stdout=output, stderr=output)
    assert "was killed on" in output.getvalue()
    assert not Photo.objects.get(killed_at=None).file


# Other photos that are the same picture


def test_photo_that_looks_the_same_is_named_and_not_killed(killed):
    other = taken(scene(5)).photo
    photo = taken(scene(5).resize((450, 300))).photo
    kills.kill(photo, "Wrong")
    assert twins(photo) == [other]
    assert Photo.objects.get(pk=other.pk).killed_at is None


def test_placeholder_with_the_same_reference_is_named():
    photo, other = make_photo(supplier_reference="AFP-1"), make_photo(with_file=False, supplier_reference="AFP-1")
    make_photo()
    assert twins(photo) == [other]


def test_photo_that_has_an_earlier_file_of_this_one_is_named():
    photo = taken(chart()).photo
    attach(photo, read_picture(io.BytesIO(encoded(scene(6)))))
    other = taken(chart()).photo
    assert twins(photo) == [other]


def test_killed_photos_are_not_named():
    photo, other = (make_photo(supplier_reference="AFP-1") for _ in range(2))
    kills.kill(other, "Wrong")
    assert twins(photo) == []


def test_one_query_knows_all_killed_pictures(killed, django_assert_num_queries):
    for seed in (1, 2, 3):
        killed(scene(seed))
    with django_assert_num_queries(1):
        assert not kill_of("0" * 64, Likeness())
