"""Moments as people write and read them, on the days when clocks change."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from articles.photos.moment_field import MomentField
from articles.photos.moments import SECOND, Doubled, in_words, moment_at

LONDON = ZoneInfo("Europe/London")
SKIPPED = datetime(2026, 3, 29, 1, 30)
TWICE = datetime(2026, 10, 25, 1, 30)


class Form(forms.Form):
    at = MomentField(required=False)


@pytest.fixture
def in_london(settings):
    settings.TIME_ZONE = "Europe/London"
    timezone.get_default_timezone.cache_clear()
    with timezone.override(LONDON):
        yield
    timezone.get_default_timezone.cache_clear()


def test_time_that_the_clocks_jump_over_is_no_moment():
    with pytest.raises(ValidationError, match="01:30 on 29 March 2026 does not exist: the clocks go forward over it"):
        moment_at(SKIPPED, zone=LONDON)


def test_time_that_comes_twice_is_asked_about():
    with pytest.raises(Doubled, match=r"at 01:30 BST and at 01:30 GMT\. Say which one is meant"):
        moment_at(TWICE, zone=LONDON)


@pytest.mark.parametrize(("which", "hour"), [("first", 0), ("second", 1)])
def test_time_that_comes_twice_is_the_one_that_is_meant(which, hour):
    assert moment_at(TWICE, which, LONDON) == datetime(2026, 10, 25, hour, 30, tzinfo=UTC)


@given(
    st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2080, 1, 1)),
    st.sampled_from(["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"]),
)
def test_every_moment_reads_as_it_was_written(wall, name):
    wall = wall.replace(microsecond=0)
    try:
        moment = moment_at(wall, SECOND, ZoneInfo(name))
    except ValidationError as error:
        assert error.code == "skipped"
        return
    assert moment.astimezone(UTC).astimezone(ZoneInfo(name)).replace(tzinfo=None, fold=0) == wall


def test_moment_is_told_in_the_editors_zone_too(in_london):
    moment = datetime(2026, 11, 26, 23, 30, tzinfo=UTC)
    assert in_words(moment, "Europe/Berlin") == "26 November 2026, 23:30 GMT (27 November, 00:30 CET for you)"


def test_editor_in_the_sites_zone_is_told_it_once(in_london):
    assert in_words(datetime(2026, 11, 26, 18, tzinfo=UTC), "Europe/Lisbon") == "26 November 2026, 18:00 GMT"


def test_field_reads_a_time_on_the_sites_clocks(in_london):
    form = Form({"at": "2026-07-01T12:00"})
    assert form.is_valid()
    assert form.cleaned_data["at"] == datetime(2026, 7, 1, 11, tzinfo=UTC)


def test_field_asks_which_of_two_only_where_there_are_two(in_london):
    assert "Which one" not in str(Form({"at": "2026-07-01T12:00"})["at"])
    assert "The second, at 01:30 GMT" in str(Form({"at": "2026-10-25T01:30"})["at"])


def test_field_takes_the_answer(in_london):
    form = Form({"at": "2026-10-25T01:30", "at_which": "second"})
    assert form.is_valid()
    assert form.cleaned_data["at"] == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_field_shows_again_what_it_was_given(in_london):
    stored = Form(initial={"at": datetime(2026, 10, 25, 1, 30, tzinfo=UTC)})
    assert 'value="2026-10-25T01:30"' in str(stored["at"])
    assert '<option value="second" selected>' in str(stored["at"])


@pytest.mark.parametrize("typed", ["tomorrow", "2026-13-01T00:00", "\0", "9" * 400])
def test_field_says_how_a_time_is_written(typed):
    form = Form({"at": typed})
    assert form.errors["at"]


def test_field_may_be_empty():
    form = Form({"at": ""})
    assert form.is_valid()
    assert form.cleaned_data["at"] is None
