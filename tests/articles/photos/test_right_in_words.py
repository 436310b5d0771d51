"""How a right stands, in words."""

import pytest

from articles.photos.models import Photo
from articles.photos.right_in_words import HELD, OVER, SOON, notes, state
from tests.articles.noon import DAY, NOON

pytestmark = pytest.mark.usefixtures("at_noon")


@pytest.mark.parametrize(
    ("fields", "kind", "text"),
    [
        ({"rights_category": ""}, OVER, "Nobody has said by which right it runs, so it cannot run. Say it here."),
        ({}, HELD, "May run without end."),
        ({"rights_until": NOON + 365 * DAY}, HELD, "May run until 3 March 2027, 12:00 UTC."),
        ({"rights_until": NOON + 30 * DAY}, SOON, "May run until 2 April 2026, 12:00 UTC."),
        ({"rights_until": NOON}, OVER, "Its right ended on 3 March 2026, 12:00 UTC."),
        ({"rights_from": NOON + DAY}, OVER, "Its right begins on 4 March 2026, 12:00 UTC."),
        (
            {"rights_until": NOON + 365 * DAY, "uses_allowed": 3, "uses_made": 1},
            HELD,
            "May run until 3 March 2027, 12:00 UTC; 2 of 3 uses left.",
        ),
        ({"uses_allowed": 3, "uses_made": 2}, SOON, "May run without end; 1 of 3 uses left."),
        ({"uses_allowed": 1}, SOON, "May run without end; 1 of 1 use left."),
        (
            {"uses_allowed": 3, "uses_made": 4},
            SOON,
            "May run without end; it has run in all 3 stories it may run in.",
        ),
        ({"killed_at": NOON - DAY}, OVER, "It was killed on 2 March 2026, 12:00 UTC."),
    ],
)
def test_state_in_words(fields, kind, text):
    standing = state(Photo(**{"rights_category": "staff"} | fields))
    assert (standing.kind, standing.text) == (kind, text)


def test_ended_right_says_what_readers_get():
    ended = {"rights_category": "staff", "rights_until": NOON}
    assert state(Photo(**ended)).notes == ("Its places in live stories are closed up.",)
    assert state(Photo(**ended, replacement_id=7)).notes == ("Photo 7 stands in for it.",)


def test_restrictions_and_a_near_end_are_to_mind():
    photo = Photo(restrictions=" No covers. ", rights_until=NOON + DAY)
    assert notes(photo) == ["Its right ends on 4 March 2026, 12:00 UTC.", "Restrictions: No covers."]


def test_right_that_has_yet_to_begin_is_to_mind():
    assert notes(Photo(rights_from=NOON + DAY)) == ["Its right begins on 4 March 2026, 12:00 UTC."]


def test_free_picture_has_nothing_to_mind():
    assert notes(Photo(rights_until=NOON + 31 * DAY)) == []
