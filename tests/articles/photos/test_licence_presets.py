"""Licences that fill in a photo's right."""

import json
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from selectolax.lexbor import LexborHTMLParser

from articles.photos.models import LicencePreset, Photo
from articles.photos.rights import Category
from tests.articles.admin.test_photo_page import address, form
from tests.factories import make_photo

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 3, 12, 0, 30, tzinfo=UTC)


def preset(name="Handout"):
    return LicencePreset.objects.get(name=name)


def save(desk, photo, **fields):
    response = desk.post(address(photo), form(photo, **fields), follow=True)
    photo.refresh_from_db()
    return " ".join(map(str, response.context["messages"])), response


def test_usual_licences_are_there():
    assert set(LicencePreset.objects.values_list("rights_category", flat=True)) == set(Category.values)


def test_licence_of_so_many_days_ends_then_and_one_without_has_no_end():
    assert preset("Handout").fills(NOON)["rights_until"] == NOON.replace(second=0) + timedelta(days=30)
    assert preset("CC0 1.0").fills(NOON)["rights_until"] is None


def test_chosen_licence_fills_in_the_right_without_script(desk):
    photo = make_photo(rights_category="staff")
    with time_machine.travel(NOON, tick=False):
        save(desk, photo, preset=preset().pk)
    assert (photo.rights_category, photo.rights_until) == ("handout", NOON.replace(second=0) + timedelta(days=30))
    assert photo.restrictions == preset().restrictions


def test_editor_is_told_what_was_filled_in(desk):
    told, _ = save(desk, make_photo(), preset=preset().pk)
    assert "Filled in by the licence: right, valid until, restrictions." in told


def test_what_an_editor_typed_stays(desk):
    photo = make_photo()
    save(desk, photo, preset=preset().pk, restrictions="Only here.", uses_allowed="2")
    assert (photo.restrictions, photo.uses_allowed, photo.rights_category) == ("Only here.", 2, "handout")


def test_words_that_stood_there_stay_and_that_is_told(desk):
    photo = make_photo(restrictions="No covers.")
    told, _ = save(desk, photo, preset=preset().pk, restrictions="No covers.")
    assert photo.restrictions == "No covers."
    assert "Left as they were, because words stood there already: restrictions." in told


def test_licence_ends_bounds_that_it_does_not_have(desk):
    photo = make_photo(uses_allowed=2)
    save(desk, photo, preset=preset("CC BY 4.0").pk, uses_allowed="2")
    assert photo.uses_allowed is None


def test_form_with_an_error_fills_in_nothing(desk):
    photo = make_photo()
    _, response = save(desk, photo, preset=preset().pk, cost="much")
    assert photo.rights_category == "staff"
    assert response.context["adminform"].form["preset"].value() == str(preset().pk)


def test_history_names_what_the_licence_changed(desk):
    photo = make_photo()
    save(desk, photo, preset=preset().pk)
    newest = desk.get(address(photo)).context["history"][0]
    assert newest.what == "Changed Right, Valid until and Restrictions."


def test_page_carries_what_each_licence_fills_in_as_its_inputs_hold_it(desk):
    with time_machine.travel(NOON, tick=False):
        page = LexborHTMLParser(desk.get(address(make_photo())).content)
    option = page.css_first(f'select[data-presets] option[value="{preset().pk}"]')
    fills = json.loads(option.attributes["data-fills"])
    assert (fills["rights_until_0"], fills["rights_until_1"]) == ("02/04/2026", "12:00:00")
    assert fills["may_syndicate"] == ["on"]


def test_right_that_ends_before_it_begins_is_refused_by_its_field(desk):
    moments = {"rights_from_0": "2026-03-03", "rights_from_1": "12:00", "rights_until_0": "2026-03-02"}
    _, response = save(desk, make_photo(), **moments, rights_until_1="12:00")
    assert "The end must come after the beginning." in str(response.context["adminform"].form.errors["rights_until"])


def test_unfit_replacement_is_refused_by_its_field(desk):
    other = make_photo(uses_allowed=1)
    _, response = save(desk, make_photo(), replacement=other.pk)
    assert "limited" in str(response.context["adminform"].form.errors["replacement"])


def test_form_says_how_the_right_stands(desk):
    page = desk.get(address(make_photo(agency="", rights_category=""))).content.decode()
    assert "Nobody has said by which right it runs" in page


def test_new_number_of_uses_brings_back_the_reminder(desk):
    photo = make_photo(uses_allowed=1)
    photo.accept_end()
    photo.save()
    save(desk, photo, uses_allowed="2")
    assert Photo.objects.get(pk=photo.pk).end_accepted is None
