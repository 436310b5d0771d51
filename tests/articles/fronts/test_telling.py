"""What differs between two arrangements, in words."""

from datetime import UTC, datetime, timedelta

import pytest

from articles.fronts.arranging import about, close, dress, place, reopen, take_out
from articles.fronts.slots import EMPTY, HOME
from articles.fronts.telling import told

UNTIL = datetime(2026, 11, 27, 12, tzinfo=UTC)
STORIES = {1: "Ferry sails", 2: "Gulls return"}
TOPICS = {7: "Ferries"}


def pinned(article=1, key="lead", position=0, content=EMPTY):
    return place(content, HOME, article, key, position, UNTIL)


def changes(before, after):
    return told(before, after, STORIES, TOPICS)


def test_story_that_was_pinned():
    assert changes(EMPTY, pinned()) == ["“Ferry sails” into Lead"]


def test_story_that_was_taken_out():
    assert changes(pinned(), take_out(pinned(), {1})) == ["“Ferry sails” out of Lead"]


def test_story_that_went_to_another_slot():
    assert changes(pinned(), pinned(key="river", content=pinned())) == ["“Ferry sails” from Lead to River"]


def test_story_that_changed_its_place():
    before = pinned(key="seconds")
    assert changes(before, pinned(key="seconds", position=2, content=before)) == ["“Ferry sails”: another place"]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"headline": "They sail"}, "another headline"),
        ({"kicker": "At last"}, "another kicker"),
        ({"photo": 3}, "another picture"),
        ({"until": UNTIL + timedelta(hours=1)}, "another end"),
        ({"headline": "They sail", "photo": 3}, "another headline, another picture"),
    ],
)
def test_pin_that_was_dressed_otherwise(values, said):
    assert changes(pinned(), dress(pinned(), 1, **values)) == [f"“Ferry sails”: {said}"]


def test_slot_that_was_closed_and_one_that_was_opened():
    closed = close(EMPTY, "river")
    assert changes(EMPTY, closed) == ["River closed"]
    assert changes(closed, reopen(closed, "river")) == ["River opened"]


def test_topic_of_the_strip():
    assert changes(EMPTY, about(EMPTY, 7)) == ["The topic strip is about Ferries"]
    assert changes(about(EMPTY, 7), EMPTY) == ["The topic strip is about no topic"]


def test_story_whose_name_may_not_be_known_has_its_number():
    assert told(EMPTY, pinned(5), {}, {}) == ["“5” into Lead"]


def test_every_change_has_a_line():
    after = close(pinned(2, "seconds", content=pinned()), "river")
    assert changes(EMPTY, after) == ["“Ferry sails” into Lead", "“Gulls return” into Seconds", "River closed"]


def test_nothing_is_told_of_the_same():
    assert changes(pinned(), pinned()) == []
