"""The chooser's views: what they find, what they take in, whom they let in."""

from io import BytesIO

import pytest
from django import forms
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.photos.chooser import PAGE, PhotoField
from articles.photos.models import Photo
from tests.factories import make_image, make_photo

pytestmark = pytest.mark.django_db


def choose(client, **parameters):
    return client.get(reverse("admin:photos_photo_choose"), parameters)


def ids(response):
    return [photo["id"] for photo in response.json()["found"]]


def upload(client, **fields):
    words = {"alt": "Three boats", "credit": "Maren Holt / Coastline", "caption": "Boats on Friday."}
    words |= {"upload": SimpleUploadedFile("boats.jpg", make_image())}
    given = {name: value for name, value in (words | fields).items() if value is not None}
    return client.post(reverse("admin:photos_photo_choose_upload"), given)


@pytest.fixture
def staff(client, django_user_model):
    """Someone of the staff, with the named permissions."""

    def with_permissions(*names):
        user = django_user_model.objects.create_user("reporter", password="a long password", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=names))
        client.force_login(user)
        return client

    return with_permissions


def test_newest_first_a_page_at_a_time(desk):
    photos = [make_photo(with_file=False) for _ in range(PAGE + 2)]
    first = choose(desk).json()
    assert [photo["id"] for photo in first["found"]] == [photo.pk for photo in photos[:1:-1]]
    assert first["next"] == 2
    second = choose(desk, page=2).json()
    assert [photo["id"] for photo in second["found"]] == [photos[1].pk, photos[0].pk]
    assert second["next"] is None


def test_the_library_is_asked_once_however_many_photos(desk, django_assert_max_num_queries):
    for _ in range(20):
        make_photo(with_file=False)
    with django_assert_max_num_queries(4):
        choose(desk)


@pytest.mark.parametrize("words", ["quay ferry", "FERRY", "gulls", "anadolu quay"])
def test_every_word_must_be_in_caption_alt_or_credit(desk, words):
    wanted = make_photo(False, caption="The ferry at the quay.", alt="A ship and gulls", agency="Anadolu")
    make_photo(False, caption="The quay.", alt="Stones", agency="Reuters")
    assert ids(choose(desk, q=words)) == [wanted.pk]


def test_by_number_in_one_request_and_unknown_numbers_are_left_out(desk):
    one, _, three = [make_photo(False) for _ in range(3)]
    response = desk.get(f"{reverse('admin:photos_photo_choose')}?id={one.pk}&id={three.pk}&id=999999&id=x&id=-1&id=٣")
    assert sorted(ids(response)) == [one.pk, three.pk]


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999", ""])
def test_an_odd_page_is_no_error(desk, page):
    make_photo(False)
    assert choose(desk, page=page).status_code == 200


def test_what_is_shown_of_a_photo(desk):
    photo = make_photo(width=2000, height=1000, creators=["Ann Lee"], agency="AFP", distributor="Getty Images")
    [shown] = choose(desk, id=photo.pk).json()["found"]
    assert shown["credit"] == "Ann Lee / AFP via Getty Images"
    assert (shown["picture"]["width"], shown["picture"]["height"]) == (960, 480)
    assert (shown["thumbnail"]["width"], shown["thumbnail"]["height"]) == (320, 213)
    assert shown["lacks"] == []


def test_a_placeholder_has_no_picture_and_says_so(desk):
    [shown] = choose(desk, id=make_photo(False).pk).json()["found"]
    assert shown["picture"] is None
    assert shown["lacks"] == ["a file"]


def test_a_new_photo_has_its_words_and_its_credit_in_parts(desk, editor):
    response = upload(desk, credit="Jose Colon / Anadolu via Getty Images")
    assert response.status_code == 201
    photo = Photo.objects.get(pk=response.json()["id"])
    assert (photo.creators, photo.agency, photo.distributor) == (["Jose Colon"], "Anadolu", "Getty Images")
    assert (photo.caption, photo.alt, photo.created_by) == ("Boats on Friday.", "Three boats", editor)
    assert photo.file.name == f"originals/{photo.sha256[:2]}/{photo.sha256}.jpg"


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"upload": None}, "upload"),
        ({"upload": SimpleUploadedFile("a.jpg", b"<svg onload=alert(1)>")}, "upload"),
        ({"alt": ""}, "alt"),
        ({"credit": " "}, "credit"),
        ({"caption": "x" * 2001}, "caption"),
    ],
)
def test_each_error_stands_at_its_field_and_nothing_is_kept(desk, fields, name):
    response = upload(desk, **fields)
    assert response.status_code == 400
    assert list(response.json()["errors"]) == [name]
    assert not Photo.objects.exists()


def test_a_decorative_photo_needs_no_alt(desk):
    assert upload(desk, alt="", is_decorative="on").status_code == 201


def test_a_picture_that_the_library_has_is_offered(desk):
    data = make_image()
    first = upload(desk, upload=SimpleUploadedFile("a.jpg", data)).json()
    again = upload(desk, upload=SimpleUploadedFile("b.jpg", data), alt="")
    assert again.status_code == 409
    assert again.json()["same"]["id"] == first["id"]
    assert Photo.objects.count() == 1


def test_who_may_look_may_not_bring(staff):
    client = staff("view_photo")
    assert choose(client).status_code == 200
    assert upload(client).status_code == 403
    assert not Photo.objects.exists()


def test_staff_without_the_permission_see_nothing(staff):
    client = staff("view_article")
    assert choose(client).status_code == 403
    assert upload(client).status_code == 403


@pytest.mark.parametrize("name", ["choose", "choose_upload", "choose_credit"])
def test_others_are_sent_to_sign_in(client, name):
    response = client.get(reverse(f"admin:photos_photo_{name}"))
    assert response.status_code == 302
    assert "login" in response.url


@pytest.mark.parametrize(("name", "method"), [("choose", "post"), ("choose_upload", "get"), ("choose_credit", "post")])
def test_only_the_right_method(desk, name, method):
    assert getattr(desk, method)(reverse(f"admin:photos_photo_{name}")).status_code == 405


def test_an_upload_needs_the_token(editor):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    assert upload(client).status_code == 403


def test_the_line_of_a_credit_in_parts(desk):
    parts = {
        "creators": ["Ann Lee", " "],
        "agency": "AFP",
        "distributor": "Getty Images",
        "qualifiers": ["file", "odd"],
    }
    answer = desk.get(reverse("admin:photos_photo_choose_credit"), parts).json()
    assert answer["line"] == "Ann Lee / AFP via Getty Images file"


def test_the_parts_of_a_credit_as_a_line(desk):
    answer = desk.get(reverse("admin:photos_photo_choose_credit"), {"line": "Ann Lee / AFP – Getty Images"}).json()
    assert answer["parts"]["creators"] == ["Ann Lee"]
    assert answer["parts"]["distributor"] == "Getty Images"


def test_the_field_is_a_number_without_scripts_and_refuses_an_unknown_one():
    form = type("LeadForm", (forms.Form,), {"lead_photo": PhotoField()})({"lead_photo": "12345"})
    assert 'type="number"' in str(form["lead_photo"])
    assert "data-photo-chooser" in str(form["lead_photo"])
    assert form.errors["lead_photo"] == ["There is no photo with this number. Choose another."]


def test_a_photo_with_the_same_file_saved_meanwhile_is_no_crash(desk, monkeypatch):
    data = make_image()
    upload(desk, upload=SimpleUploadedFile("a.jpg", data))
    monkeypatch.setattr("articles.photos.chooser.find_same", lambda picture: None)
    response = upload(desk, upload=SimpleUploadedFile("b.jpg", BytesIO(data).read()))
    assert response.status_code == 400
    assert "upload" in response.json()["errors"]
