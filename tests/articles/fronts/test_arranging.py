"""Arranging a front, a step at a time."""

from datetime import UTC, datetime, timedelta

import pytest

from articles.fronts.arranging import about, close, dress, lasting, pin_of, place, reopen, take_out, without_ended
from articles.fronts.slots import (
    CORRECTIONS,
    EMPTY,
    HOME,
    LEAD,
    RIVER,
    SECONDS,
    SECTION,
    Pin,
    pins,
    pins_by_slot,
    with_pins,
)

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)


def placed(content, article, key, position=0):
    return place(content, HOME, article, key, position, NOON)


def stories(content):
    return {key: [pin.article for pin in found] for key, found in pins_by_slot(content).items()}


def places(content):
    return {pin.article: pin.place for _, pin in pins(content)}


def seconds(*articles):
    return with_pins(EMPTY, {SECONDS: [Pin(article, NOON, place) for place, article in enumerate(articles)]})


def test_story_is_placed_at_its_position():
    assert stories(placed(seconds(1, 2), 3, SECONDS, 1)) == {SECONDS: [1, 3, 2]}


def test_place_behind_the_last_is_the_last():
    assert places(placed(seconds(1), 2, SECONDS, 9)) == {1: 0, 2: 3}


def test_pins_keep_their_places_when_one_is_taken_out():
    assert places(take_out(seconds(1, 2, 3), {1})) == {2: 1, 3: 2}


def test_pin_behind_a_free_place_stays_when_another_gives_way():
    assert places(placed(take_out(seconds(1, 2, 3), {2}), 4, SECONDS, 0)) == {4: 0, 1: 1, 3: 2}


def test_story_that_moves_up_changes_places():
    assert places(placed(seconds(1, 2, 3), 3, SECONDS, 1)) == {1: 0, 3: 1, 2: 2}


def test_story_moves_within_its_slot():
    assert stories(placed(seconds(1, 2, 3), 1, SECONDS, 2)) == {SECONDS: [2, 3, 1]}


def test_story_moves_to_another_slot_with_all_that_its_pin_has():
    content = dress(seconds(1), 1, headline="Ferry", kicker="Live")
    key, pin = pin_of(place(content, HOME, 1, RIVER, 0, NOON + timedelta(days=1)), 1)
    assert (key, pin) == (RIVER, Pin(1, NOON, headline="Ferry", kicker="Live"))


def test_lead_that_gives_way_is_the_first_of_the_seconds():
    assert stories(placed(placed(seconds(3), 1, LEAD), 2, LEAD)) == {SECONDS: [1, 3], LEAD: [2]}


def test_pin_without_room_goes_back_to_the_rule():
    assert stories(placed(seconds(1, 2, 3, 4), 5, SECONDS)) == {SECONDS: [5, 1, 2, 3]}


def test_nothing_is_put_where_editors_put_nothing():
    with pytest.raises(ValueError, match="corrections"):
        placed(EMPTY, 1, CORRECTIONS)


def test_front_of_a_section_has_no_river_to_put_stories_into():
    with pytest.raises(ValueError, match="river"):
        place(EMPTY, SECTION, 1, RIVER, 0, NOON)


def test_story_is_taken_out():
    assert stories(take_out(seconds(1, 2), {1})) == {SECONDS: [2]}


def test_slot_that_is_closed_keeps_its_pins():
    assert stories(close(seconds(1), SECONDS)) == {SECONDS: [1]}


def test_closed_slot_is_opened_again():
    assert reopen(close(EMPTY, SECONDS), SECONDS) == EMPTY


def test_strip_gets_its_topic():
    assert about(EMPTY, 7)["topic"] == 7


def test_pins_that_are_over_are_left_out():
    assert stories(without_ended(dress(seconds(1, 2), 1, until=NOON + timedelta(seconds=1)), NOON)) == {SECONDS: [1]}


def test_pins_that_would_be_over_when_the_front_begins_last_from_then():
    hour, day = timedelta(hours=1), timedelta(days=1)
    content, prolonged = lasting(dress(seconds(1, 2), 1, until=NOON + 2 * hour), HOME, NOON + hour)
    assert {pin.article: pin.until - NOON for _, pin in pins(content)} == {1: 2 * hour, 2: hour + day}
    assert prolonged == 1


def test_steps_leave_the_content_before_as_it_was():
    before = seconds(1)
    placed(before, 2, LEAD)
    take_out(before, {1})
    dress(before, 1, kicker="Live")
    close(before, LEAD)
    assert before == seconds(1)
