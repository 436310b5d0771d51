"""By which right a picture runs, and when."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles.photos.credits import Credit
from articles.photos.models import Photo
from articles.photos.rights import Category, proposed_category
from tests.factories import make_photo

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
WHOLE = {"file": "originals/x.jpg", "credit_line": "Ann Lee", "alt": "A boat", "rights_category": "staff"}

moments = st.none() | st.integers(-2, 2).map(lambda hours: NOON + hours * HOUR)


class OneRuleTests(TestCase):
    @given(
        st.fixed_dictionaries(
            {
                "file": st.sampled_from(["", "originals/x.jpg"]),
                "credit_line": st.sampled_from(["", "Ann Lee"]),
                "rights_category": st.sampled_from(["", "staff"]),
                "rights_from": moments,
                "rights_until": moments,
                "killed_at": moments,
            }
        )
    )
    def test_what_the_database_calls_usable_is_what_may_run(self, fields):
        photo = Photo.objects.create(alt="A boat")
        Photo.objects.filter(pk=photo.pk).update(**fields)
        photo.refresh_from_db()
        assert Photo.objects.usable(NOON).exists() == photo.may_run(NOON)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"rights_until": NOON}, "ended on 5 March 2026, 12:00 UTC"),
        ({"rights_from": NOON + HOUR}, "begins on 5 March 2026, 13:00 UTC"),
        ({"killed_at": NOON}, "killed on 5 March 2026, 12:00 UTC"),
    ],
)
def test_why_a_picture_may_not_run_is_said(settings, fields, words):
    settings.TIME_ZONE = "UTC"
    assert words in Photo(**WHOLE | fields).barred(NOON)


@pytest.mark.parametrize("fields", [{}, {"rights_from": NOON}, {"rights_until": NOON + HOUR / 3600}])
def test_right_holds_from_its_first_second_to_its_last(fields):
    assert Photo(**WHOLE | fields).may_run(NOON)


@pytest.mark.parametrize(("allowed", "made", "left"), [(None, 9, True), (2, 1, True), (2, 2, False), (1, 3, False)])
def test_number_of_uses_runs_out(allowed, made, left):
    assert Photo(uses_allowed=allowed, uses_made=made).has_use_left is left


@pytest.mark.parametrize(
    ("credit", "terms", "source_type", "house_kind", "category"),
    [
        (Credit(agency="AFP"), "", "", "agency", Category.AGENCY),
        (Credit(agency="Shutterstock"), "", "", "library", Category.LICENSED),
        (Credit(source="Ministry of Fish", qualifiers=("handout",)), "", "", "", Category.HANDOUT),
        (Credit(agency="AFP", qualifiers=("pool",)), "", "", "agency", Category.POOL),
        (Credit(source="The Lee family", qualifiers=("courtesy",)), "", "", "", Category.COURTESY),
        (Credit(source="Ministry of Fish"), "", "", "", Category.HANDOUT),
        (Credit(creators=("Ann Lee",)), "https://creativecommons.org/licenses/by/4.0/", "", "", "creative commons"),
        (Credit(creators=("Ann Lee",)), "CC0 1.0", "", "", Category.PUBLIC_DOMAIN),
        (Credit(creators=("Ann Lee",)), "", "trainedAlgorithmicMedia", "", Category.GENERATED),
        (Credit(creators=("Ann Lee",)), "", "", "", ""),
    ],
)
def test_right_is_proposed_by_what_is_known(credit, terms, source_type, house_kind, category):
    assert proposed_category(credit, terms, source_type, house_kind) == category


@pytest.mark.django_db
@pytest.mark.parametrize(("category", "travels"), [("", False), ("staff", True)])
def test_agency_s_picture_stays_unless_an_editor_knows_better(category, travels):
    photo = Photo.objects.create(agency="AFP", rights_category=category)
    assert (photo.rights_category, photo.may_syndicate) == (category or "agency", travels)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"alt": ""}, "lacks alt text"),
        ({"uses_allowed": 3}, "limited"),
        ({"rights_until": NOON - timedelta(days=400)}, "ended"),
    ],
)
def test_replacement_must_be_able_to_stand_in(fields, words):
    with pytest.raises(ValidationError, match=words):
        Photo(**WHOLE, replacement=make_photo(**fields)).clean()


@pytest.mark.django_db
def test_picture_does_not_stand_in_for_itself():
    photo = make_photo()
    photo.replacement = photo
    with pytest.raises(ValidationError, match="itself"):
        photo.clean()


def test_right_does_not_end_before_it_begins():
    with pytest.raises(ValidationError, match="after"):
        Photo(**WHOLE, rights_from=NOON, rights_until=NOON).clean()


@pytest.mark.django_db
def test_replacement_chosen_earlier_stops_no_other_change():
    photo = make_photo(replacement=make_photo())
    Photo.objects.filter(pk=photo.replacement_id).update(rights_until=NOON - timedelta(days=400))
    Photo.objects.get(pk=photo.pk).clean()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, ""),
        ({"rights_until": NOON - timedelta(days=400)}, "ended"),
        ({"killed_at": NOON - timedelta(days=400), "rights_from": datetime(2999, 1, 1, tzinfo=UTC)}, "killed"),
        ({"uses_allowed": 1, "uses_made": 1}, "It has run in the one story it may run in."),
        ({"uses_allowed": 3, "uses_made": 3}, "It has run in all 3 stories it may run in."),
        ({"uses_allowed": 3, "uses_made": 2}, ""),
    ],
)
def test_picture_that_may_not_run_may_not_be_chosen(fields, words):
    assert words in Photo(**WHOLE | fields).unchoosable
    assert bool(words) == bool(Photo(**WHOLE | fields).unchoosable)


def test_picture_whose_right_has_yet_to_begin_may_be_chosen_for_that_day():
    assert not Photo(**WHOLE, rights_from=datetime(2999, 1, 1, tzinfo=UTC)).unchoosable


def test_accepted_end_is_that_end_and_no_later_one():
    photo = Photo(**WHOLE, rights_until=NOON)
    photo.accept_end()
    assert photo.end_is_accepted
    photo.rights_until = NOON + HOUR
    assert not photo.end_is_accepted


@pytest.mark.parametrize(("category", "travels"), [("pool", False), ("staff", True)])
def test_what_came_under_a_contract_stays_when_an_editor_says_so(category, travels):
    photo = Photo(**WHOLE)
    photo.take_right(category)
    assert photo.may_syndicate is travels


@pytest.mark.django_db
def test_copy_that_was_loaded_before_takes_back_neither_a_kill_nor_a_use():
    photo = make_photo()
    Photo.objects.filter(pk=photo.pk).update(killed_at=NOON, uses_made=3)
    photo.caption = "Mended."
    photo.save()
    photo.refresh_from_db()
    assert (photo.caption, photo.killed_at, photo.uses_made) == ("Mended.", NOON, 3)
