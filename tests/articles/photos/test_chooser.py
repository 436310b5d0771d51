"""The chooser's views: what they find, whom they let in."""

from datetime import timedelta

import pytest
from django import forms
from django.urls import reverse
from django.utils import timezone

from articles.photos.chooser import PAGE, PhotoField
from tests.factories import make_photo

pytestmark = pytest.mark.django_db


def choose(client, **parameters):
    return client.get(reverse("admin:photos_photo_choose"), parameters)


def ids(response):
    return [photo["id"] for photo in response.json()["found"]]


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


@pytest.mark.parametrize("number", ["0", "-1", "x", "99999999999", ""])
def test_an_odd_page_is_no_error(desk, number):
    make_photo(False)
    assert choose(desk, page=number).status_code == 200


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


def test_a_photo_that_may_not_run_says_why(desk):
    ended = make_photo(False, rights_until=timezone.now() - timedelta(days=1))
    spent = make_photo(False, uses_allowed=1, uses_made=1)
    whys = {shown["id"]: shown["unchoosable"] for shown in choose(desk).json()["found"]}
    assert whys[ended.pk].startswith("Its right ended on")
    assert whys[spent.pk] == "It has run in the one story it may run in."


def test_what_to_mind_of_a_photo_is_shown(desk):
    photo = make_photo(False, restrictions="No covers.", rights_until=timezone.now() + timedelta(days=3))
    [shown] = choose(desk, id=photo.pk).json()["found"]
    assert shown["notes"][0].startswith("Its right ends on")
    assert shown["notes"][1] == "Restrictions: No covers."
    assert shown["unchoosable"] == ""


def test_who_may_look_may_choose(staff):
    assert choose(staff("view_photo")).status_code == 200


def test_staff_without_the_permission_see_nothing(staff):
    assert choose(staff("view_article")).status_code == 403


@pytest.mark.parametrize("name", ["choose", "choose_credit", "choose_alt"])
def test_others_are_sent_to_sign_in(client, name):
    response = client.get(reverse(f"admin:photos_photo_{name}"))
    assert response.status_code == 302
    assert "login" in response.url


@pytest.mark.parametrize(("name", "method"), [("choose", "post"), ("choose_credit", "post"), ("choose_alt", "get")])
def test_only_the_right_method(desk, name, method):
    assert getattr(desk, method)(reverse(f"admin:photos_photo_{name}")).status_code == 405


@pytest.mark.parametrize(("alt", "is_said"), [("The ferry leaves", True), ("A white ship in fog", False)])
def test_an_alt_text_that_repeats_its_caption_is_said(desk, alt, is_said):
    answer = desk.post(reverse("admin:photos_photo_choose_alt"), {"alt": alt, "caption": "The ferry leaves."})
    assert bool(answer.json()["warning"]) == is_said


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
