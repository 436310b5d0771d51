"""What an editor decides on a right that runs out."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from articles.photos.models import Photo
from articles.photos.moments import FAR_FUTURE
from articles.photos.prolonging import CHANGED, decide, seen
from tests.articles.noon import DAY, NOON
from tests.factories import make_photo

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_noon")]


def decided(photo, way, **more):
    decide(photo.pk, way, seen(photo), **more)
    return Photo.objects.get(pk=photo.pk)


@pytest.mark.parametrize(
    ("way", "end", "new_end"),
    [
        ("30 days", NOON + DAY, NOON + 31 * DAY),
        ("30 days", NOON - DAY, NOON + 30 * DAY),
        ("1 year", NOON + DAY, NOON.replace(year=2027) + DAY),
        ("1 year", datetime(2028, 2, 29, 9, tzinfo=UTC), datetime(2029, 2, 28, 9, tzinfo=UTC)),
        ("open", NOON + DAY, None),
    ],
)
def test_right_goes_on_from_its_end_or_from_now_where_that_is_past(way, end, new_end):
    assert decided(make_photo(rights_until=end), way).rights_until == new_end


def test_day_that_is_given_is_the_last_one(settings):
    settings.TIME_ZONE = "Europe/Istanbul"
    photo = decided(make_photo(rights_until=NOON + DAY), "until", day=date(2026, 3, 9))
    assert photo.rights_until == datetime(2026, 3, 9, 21, tzinfo=UTC)


@pytest.mark.parametrize(("day", "words"), [(None, "Give the last day"), (date(2026, 3, 2), "is over")])
def test_no_day_and_a_past_day_are_refused(day, words):
    photo = make_photo(rights_until=NOON + DAY)
    with pytest.raises(ValidationError, match=words):
        decide(photo.pk, "until", seen(photo), day)


def test_end_that_is_let_come_is_accepted():
    assert decided(make_photo(rights_until=NOON + DAY), "let it end").end_is_accepted


def test_last_use_that_is_let_go_is_accepted():
    assert decided(make_photo(uses_allowed=1), "let it end").end_accepted == FAR_FUTURE


@pytest.mark.parametrize(("way", "allowed"), [("another use", 3), ("any number", None)])
def test_more_uses_are_allowed(way, allowed):
    assert decided(make_photo(uses_allowed=2), way).uses_allowed == allowed


def test_two_editors_prolong_it_once():
    photo = make_photo(rights_until=NOON + DAY)
    decided(photo, "30 days")
    with pytest.raises(ValidationError, match=CHANGED):
        decide(photo.pk, "30 days", seen(photo))
    assert Photo.objects.get(pk=photo.pk).rights_until == NOON + 31 * DAY


def test_killed_photo_s_right_is_no_matter():
    photo = make_photo(rights_until=NOON + DAY)
    Photo.objects.filter(pk=photo.pk).update(killed_at=NOON - DAY)
    with pytest.raises(ValidationError, match="killed"):
        decide(photo.pk, "30 days", seen(photo))


def test_end_before_the_beginning_is_refused():
    photo = make_photo(rights_from=NOON + 30 * DAY, uses_allowed=2)
    with pytest.raises(ValidationError, match="after the beginning"):
        decide(photo.pk, "until", seen(photo), date(2026, 3, 9))
