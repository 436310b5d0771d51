"""Bringing pictures: what becomes of each file, and whom the views let in."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.photos.models import Photo
from articles.photos.sweeping import stored_files
from tests.articles.photos.blocks import jpeg
from tests.articles.photos.bringing import WORDS, address, bring, brought, file, save
from tests.articles.photos.pictures import encoded, scene
from tests.factories import make_article, make_image, make_photo

pytestmark = pytest.mark.django_db

BROKEN = encoded(scene(9))[:-4000]


def test_new_file_is_in_the_library_with_its_words_to_mend(desk, editor):
    answer = bring(desk, file(jpeg(xmp=WORDS).read())).json()
    photo = Photo.objects.get(pk=answer["photo"]["id"])
    assert (photo.caption, photo.creators, photo.agency, photo.created_by) == (
        "Boats on Friday.", ["Maren Holt"], "AFP", editor,
    )  # fmt: skip
    assert "Boats on Friday.</textarea>" in answer["row"]
    assert 'value="Maren Holt / AFP"' in answer["row"]


def test_file_that_the_library_has_is_shown_as_the_photo_that_has_it(desk):
    data = make_image()
    first = brought(desk, data)
    again = bring(desk, file(data)).json()
    assert again["photo"]["id"] == first.pk
    assert f"photo {first.pk}" in again["row"]
    assert Photo.objects.count() == 1


def test_file_whose_answer_was_lost_is_new_when_it_is_sent_again(desk):
    data = make_image()
    photo = brought(desk, data)
    answer = bring(desk, file(data), again="1").json()
    assert answer["photo"]["id"] == photo.pk
    assert f'name="photo-{photo.pk}-alt"' in answer["row"]


def test_file_that_somebody_else_brought_is_not_new_when_it_is_sent_again(desk, django_user_model):
    data = make_image()
    photo = brought(desk, data)
    Photo.objects.update(created_by=django_user_model.objects.create_user("other"))
    assert f'name="photo-{photo.pk}-alt"' not in bring(desk, file(data), again="1").json()["row"]


def test_file_that_looks_like_another_is_taken_with_the_other_beside_it(desk):
    first = brought(desk, encoded(scene(1)))
    answer = bring(desk, file(encoded(scene(1, 450, 300)))).json()
    assert answer["photo"]["id"] != first.pk
    assert f'data-other="{first.pk}"' in answer["row"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<svg onload=alert(1)>", "cannot be read as a picture"),
        (b"", "it is empty"),
        (BROKEN, "breaks off before"),
        (make_image() + b"PK\x05\x06" + bytes(18), "an archive at once"),
    ],
)
def test_refused_file_gets_its_line_and_nothing_is_kept(desk, data, why):
    answer = bring(desk, file(data)).json()
    assert answer["photo"] is None
    assert why in answer["row"]
    assert not Photo.objects.exists()
    assert not list(stored_files())


def test_file_over_the_limit_gets_its_line(desk, settings):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE, settings.PHOTO_MAX_BYTES = 0, 1024 * 1024
    assert "larger than 1 MB" in bring(desk, file(bytes(3 * 1024 * 1024))).json()["row"]
    assert not list(stored_files())


def test_more_files_than_one_form_may_send_are_told_in_a_line(desk, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
    response = bring(desk, *[file(make_image()) for _ in range(3)], scripted=False)
    assert response.status_code == 400
    assert "The request could not be read" in response.content.decode()
    assert not Photo.objects.exists()


def test_name_of_a_file_is_escaped(desk):
    assert (
        "<img" not in bring(desk, file(b"x", "<img src=x onerror=alert(1)>.jpg")).json()["row"].split("brought-head")[1]
    )


def test_no_file_at_all_is_told(desk):
    assert "No file came" in bring(desk).json()["row"]


def test_without_script_several_files_are_taken_and_each_is_told_of(desk):
    files = [file(make_image(), "one.jpg"), file(BROKEN, "torn.jpg"), file(make_image(), "two.jpg")]
    page = bring(desk, *files, scripted=False).content.decode()
    assert Photo.objects.count() == 2
    assert page.count("In the library as") == 2
    assert page.count("breaks off before") == 1
    assert page.index("one.jpg") < page.index("torn.jpg") < page.index("two.jpg")


def test_without_script_the_words_of_all_are_saved_at_once(desk):
    one, two = brought(desk), brought(desk)
    words = {f"photo-{photo.pk}-alt": f"Picture {photo.pk}" for photo in (one, two)}
    page = desk.post(address("bring_words"), words | {"photo": [one.pk, two.pk]}).content.decode()
    assert page.count("Saved.") == 2
    assert set(Photo.objects.values_list("alt", flat=True)) == {f"Picture {one.pk}", f"Picture {two.pk}"}


def discard(client, photo):
    return client.post(address("bring_discard"), {"photo": photo.pk})


def test_double_that_was_just_brought_can_go_again(desk):
    photo = brought(desk)
    assert discard(desk, photo).status_code == 200
    assert not Photo.objects.exists()


def test_double_that_a_story_has_stays(desk):
    photo = brought(desk)
    make_article(lead_photo=photo)
    assert "a story has it already" in discard(desk, photo).json()["message"]
    assert Photo.objects.exists()


def test_nothing_goes_that_somebody_else_brought(desk):
    photo = make_photo()
    assert discard(desk, photo).status_code == 409
    assert Photo.objects.exists()


def test_nothing_goes_that_was_brought_before_today(desk, editor):
    photo = make_photo(created_by=editor)
    Photo.objects.update(created_at="2026-01-01T00:00Z")
    assert discard(desk, photo).status_code == 409


def test_who_may_only_look_may_not_bring(staff):
    client = staff("view_photo", "change_photo")
    assert client.get(address()).status_code == 403
    assert bring(client, file(make_image())).status_code == 403
    assert client.post(address("bring_words")).status_code == 403
    assert client.post(address("bring_discard")).status_code == 403
    assert not Photo.objects.exists()


def test_who_may_add_words_what_is_their_own_and_nothing_else(staff):
    client = staff("add_photo")
    own, other = brought(client), make_photo(caption="Not theirs.")
    assert save(client, own, caption="Boats.")["is_saved"]
    response = client.post(address("bring_words"), {"photo": other.pk, f"photo-{other.pk}-caption": "Mine"})
    assert response.status_code == 403


@pytest.mark.parametrize("name", ["bring", "bring_words", "bring_discard"])
def test_others_are_sent_to_sign_in(client, name):
    response = client.post(address(name))
    assert response.status_code == 302
    assert "login" in response.url


@pytest.mark.parametrize("name", ["bring_words", "bring_discard"])
def test_nothing_is_written_by_looking(desk, name):
    assert desk.get(address(name)).status_code == 405


@pytest.mark.parametrize("name", ["bring", "bring_words", "bring_discard", "choose_alt"])
def test_the_token_is_needed(editor, name):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    assert client.post(address(name), {"pictures": file(make_image())}).status_code == 403
    assert not Photo.objects.exists()


def test_odd_numbers_are_passed_over(desk):
    for number in ("x", "-1", "99999999999999999", "٣"):
        assert desk.post(address("bring_words"), {"photo": number}).status_code == 200
        assert desk.post(address("bring_discard"), {"photo": number}).status_code == 409


@pytest.mark.parametrize("name", ["admin:photos_photo_changelist", "admin:photos_photo_bring"])
def test_the_page_has_what_the_limits_are(desk, settings, name):
    settings.PHOTO_MAX_BYTES = 7 * 1024 * 1024
    page = desk.get(reverse(name)).content.decode()
    assert 'data-max-bytes="7340032"' in page
    assert "each at most 7 MB" in page


def test_picture_we_have_that_may_not_run_cannot_be_used(desk):
    data = make_image()
    photo = brought(desk, data)
    Photo.objects.filter(pk=photo.pk).update(rights_until=timezone.now())
    row = bring(desk, file(data), placing="1").json()["row"]
    assert "It cannot go into a story." in row
    assert 'data-act="use"' not in row
