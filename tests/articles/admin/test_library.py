"""The picture library's screen."""

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.photos.models import Photo
from articles.photos.renditions import all_renditions
from tests.factories import make_image, make_live, make_photo

pytestmark = pytest.mark.django_db
ADD = "/admin/photos/photo/add/"


def form(**fields):
    words = {"caption": "Boats.", "alt": "Three boats", "creators": "Ann Lee\nBo Ek", "agency": "Coastline"}
    return words | {"focal_x": "0.5", "focal_y": "0.5"} | fields


def file(data=None, name="boats.jpg"):
    return SimpleUploadedFile(name, data or make_image(), content_type="image/jpeg")


def test_uploaded_photo_has_its_credit_in_parts(desk):
    desk.post(ADD, form(upload=file()))
    photo = Photo.objects.get()
    assert (photo.creators, photo.agency, photo.width) == (["Ann Lee", "Bo Ek"], "Coastline", 900)


def test_name_of_the_file_decides_nothing(desk):
    desk.post(ADD, form(upload=file(name="../../evil.php")))
    assert Photo.objects.get().file.name.endswith(".jpg")


def test_broken_file_is_refused_by_its_field_and_words_stay(desk):
    response = desk.post(ADD, form(upload=file(b"no picture")))
    assert b"cannot be read as a picture" in response.content
    assert b"Three boats" in response.content
    assert not Photo.objects.exists()


def test_same_picture_again_is_refused_with_its_number(desk):
    data = make_image()
    desk.post(ADD, form(upload=file(data)))
    response = desk.post(ADD, form(upload=file(data)))
    assert f"number {Photo.objects.get().pk}".encode() in response.content


def test_alt_that_repeats_the_caption_is_saved_with_a_warning(desk):
    response = desk.post(ADD, form(caption="Boats in the harbour.", alt="Boats in the harbour"), follow=True)
    assert b"The alt text repeats the caption" in response.content
    assert Photo.objects.get().alt == "Boats in the harbour"


def test_changed_part_writes_the_line_anew(desk):
    photo = make_photo(creators=["Ann Lee"], agency="Coastline")
    desk.post(f"/admin/photos/photo/{photo.pk}/change/", form(agency="Other", credit_line=photo.credit_line))
    photo.refresh_from_db()
    assert "Other" in photo.credit_line


def test_moved_focal_point_makes_its_crops(desk, django_capture_on_commit_callbacks):
    photo = make_photo(width=600, height=900)
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(f"/admin/photos/photo/{photo.pk}/change/", form(focal_y="0.1"))
    photo.refresh_from_db()
    assert all(default_storage.exists(rendition.path) for rendition in all_renditions(photo))


def test_line_written_by_hand_stays(desk):
    photo = make_photo()
    desk.post(f"/admin/photos/photo/{photo.pk}/change/", form(agency="Other", credit_line="As it must print"))
    photo.refresh_from_db()
    assert photo.credit_line == "As it must print"


def test_photo_says_where_it_is_used(desk):
    photo = make_photo()
    make_live(headline="Ferry sails", lead_photo=photo)
    content = desk.get(f"/admin/photos/photo/{photo.pk}/change/").content.decode()
    assert "In live stories" in content
    assert content.count(">Ferry sails</a>") == 2  # the live edition and the working copy


def test_photo_left_out_of_the_newest_revision_is_in_no_working_copy(desk):
    from tests.factories import change, make_article

    photo = make_photo()
    article = make_article(lead_photo=photo)
    change(article, lead_photo=None)
    assert b"In no story." in desk.get(f"/admin/photos/photo/{photo.pk}/change/").content


def test_mending_that_hides_the_picture_from_readers_names_the_stories(desk):
    photo = make_photo()
    make_live(headline="Ferry sails again", lead_photo=photo)
    make_live(headline="A quay is mended", body=f'<p>One.</p><figure data-photo="{photo.pk}" data-alt="Own"></figure>')
    changed = f"/admin/photos/photo/{photo.pk}/change/"
    page = desk.post(changed, form(alt=""), follow=True).content.decode()
    assert "for want of alt text (or mark it decorative), in: <a" in page
    assert "Ferry sails again" in page
    assert "A quay is mended" not in page.partition("for want of")[2].partition("</li>")[0]
