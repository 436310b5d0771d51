"""Two changes of one content brought together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.merging import merged, sequence
from tests.articles.test_comparison import CONTENT

PIECES = st.lists(st.sampled_from(["a1", "a2", "b1", "b2", "c1", "d1", "e1"]), max_size=7)


def alike(one, other):
    return one[0] == other[0]


@given(PIECES, PIECES)
def test_what_one_side_left_is_as_the_other_made_it(base, after):
    assert sequence(base, after, base, alike) == sequence(base, base, after, alike) == (after, True)


@given(PIECES, PIECES)
def test_what_both_made_alike_is_that(base, after):
    assert sequence(base, after, after, alike) == (after, True)


@given(st.lists(st.sampled_from(["same", "mine", "theirs", "cut by me", "cut by them"]), max_size=9))
def test_changes_of_different_pieces_are_both_made(fates):
    base = [f"{place} as it was" for place in range(len(fates))]  # of at most nine: told apart by their first sign
    same = dict(zip(base, fates, strict=True))

    def side(change, cut):
        return [f"{one}, {change}" if fate == change else one for one, fate in same.items() if fate != cut]

    expected = [
        f"{one}, {fate}" if fate in {"mine", "theirs"} else one for one, fate in same.items() if "cut" not in fate
    ]
    assert sequence(base, side("mine", "cut by me"), side("theirs", "cut by them"), alike) == (expected, True)


@given(PIECES, PIECES, PIECES)
def test_nothing_that_either_put_in_is_lost(base, mine, theirs):
    found, _ = sequence(base, mine, theirs, alike)
    assert set(found) >= (set(mine) | set(theirs)) - set(base)


@pytest.mark.parametrize(
    ("mine", "theirs", "found"),
    [
        (["a2", "b1", "c1"], ["a3", "b1", "c1"], ["a2", "a3", "b1", "c1"]),  # changed
        (["b1", "c1"], ["a2", "b1", "c1"], ["a2", "b1", "c1"]),  # cut and changed
        (["x1", "b1", "c1"], ["y1", "b1", "c1"], ["x1", "y1", "b1", "c1"]),  # replaced
        (["c1", "a1", "b1"], ["c2", "a1", "b1"], ["c1", "c2", "a1", "b1"]),  # moved
    ],
)
def test_change_of_the_same_piece_is_a_conflict_and_both_stand_there(mine, theirs, found):
    assert sequence(["a1", "b1", "c1"], mine, theirs, alike) == (found, False)


def test_what_both_put_in_at_one_place_stands_there_mine_first():
    assert sequence(["a1"], ["a1", "b1"], ["a1", "c1"], alike) == (["a1", "b1", "c1"], True)


def both(mine, theirs):
    return merged(CONTENT, CONTENT | mine, CONTENT | theirs)


def test_different_fields_come_together():
    found = both({"headline": "Ferry stays", "authors": [2]}, {"standfirst": "At last.", "section": 1})
    assert found.content == CONTENT | {
        "headline": "Ferry stays", "authors": [2], "standfirst": "At last.", "section": 1
    }  # fmt: skip
    assert found.conflicts == []


def test_different_paragraphs_come_together():
    found = both({"body": "<p>One more.</p><p>Two.</p>"}, {"body": "<p>One.</p><p>Two more.</p>"})
    assert (found.content["body"], found.conflicts) == ("<p>One more.</p>\n<p>Two more.</p>", [])


@pytest.mark.parametrize(
    ("field", "mine", "theirs"),
    [("headline", "A", "B"), ("section", 1, 2), ("authors", [1], [2]), ("kind", "opinion", "feature")],
)
def test_of_a_conflict_it_has_mine(field, mine, theirs):
    found = both({field: mine}, {field: theirs})
    assert (found.content[field], found.conflicts) == (mine, [field])


def test_of_a_conflict_in_the_text_it_has_both():
    found = both({"body": "<p>One A.</p><p>Two.</p>"}, {"body": "<p>One B.</p><p>Two.</p>"})
    assert (found.content["body"], found.conflicts) == ("<p>One A.</p>\n<p>One B.</p>\n<p>Two.</p>", ["body"])


def test_topics_that_either_gave_or_took_away():
    found = merged(CONTENT | {"topics": [1, 2]}, CONTENT | {"topics": [2, 3]}, CONTENT | {"topics": [1, 2, 4]})
    assert (found.content["topics"], found.conflicts) == ([2, 3, 4], [])
