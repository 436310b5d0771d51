"""Two changes of one content brought together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import body as story_body
from articles.merging import Dispute, merged, sequence
from tests.articles.test_comparison import CONTENT

PIECES = st.lists(st.sampled_from(["a1", "a2", "b1", "b2", "c1", "d1", "e1"]), max_size=7)


def alike(one, other):
    return one[0] == other[0]


@given(PIECES, PIECES)
def test_what_one_side_left_is_as_the_other_made_it(base, after):
    assert sequence(base, after, base, alike) == sequence(base, base, after, alike) == after


@given(PIECES, PIECES)
def test_what_both_made_alike_is_that(base, after):
    assert sequence(base, after, after, alike) == after


@given(st.lists(st.sampled_from(["same", "mine", "theirs", "cut by me", "cut by them"]), max_size=9))
def test_changes_of_different_pieces_are_both_made(fates):
    base = [f"{place} as it was" for place in range(len(fates))]  # of at most nine: told apart by their first sign
    same = dict(zip(base, fates, strict=True))

    def side(change, cut):
        return [f"{one}, {change}" if fate == change else one for one, fate in same.items() if fate != cut]

    expected = [
        f"{one}, {fate}" if fate in {"mine", "theirs"} else one for one, fate in same.items() if "cut" not in fate
    ]
    assert sequence(base, side("mine", "cut by me"), side("theirs", "cut by them"), alike) == expected


def settled(pieces, how):
    """The pieces with each dispute settled one way."""
    return [one for piece in pieces for one in (getattr(piece, how) if isinstance(piece, Dispute) else [piece])]


@given(PIECES, PIECES, PIECES)
def test_nothing_that_either_put_in_is_lost(base, mine, theirs):
    found = settled(sequence(base, mine, theirs, alike), "both")
    assert set(found) >= (set(mine) | set(theirs)) - set(base)


@given(PIECES, PIECES, PIECES)
def test_settled_one_way_it_has_all_that_this_side_put_in(base, mine, theirs):
    pieces = sequence(base, mine, theirs, alike)
    assert set(settled(pieces, "mine")) >= set(mine) - set(base)
    assert set(settled(pieces, "theirs")) >= set(theirs) - set(base)


@pytest.mark.parametrize(
    ("mine", "theirs", "found"),
    [
        (["a2", "b1", "c1"], ["a3", "b1", "c1"], [("a2", "a3"), "b1", "c1"]),  # changed
        (["b1", "c1"], ["a2", "b1", "c1"], [("", "a2"), "b1", "c1"]),  # cut and changed
        (["x1", "b1", "c1"], ["y1", "b1", "c1"], [("x1", "y1"), "b1", "c1"]),  # replaced
        (["c1", "a1", "b1"], ["c2", "a1", "b1"], [("c1", ""), ("", "c2"), "a1", "b1"]),  # moved
    ],
)
def test_change_of_the_same_piece_is_a_dispute(mine, theirs, found):
    disputes = [
        Dispute("body", *(list(filter(None, [side])) for side in one)) if isinstance(one, tuple) else one
        for one in found
    ]
    assert sequence(["a1", "b1", "c1"], mine, theirs, alike) == disputes


def test_what_both_put_in_at_one_place_stands_there_mine_first():
    assert sequence(["a1"], ["a1", "b1"], ["a1", "c1"], alike) == ["a1", "b1", "c1"]


def test_what_both_moved_to_one_place_stands_there_once():
    assert sequence(["a1", "b1", "c1"], ["c1", "a1", "b1"], ["c1", "d1", "a1", "b1"], alike) == ["c1", "d1", "a1", "b1"]


def both(mine, theirs):
    return merged(CONTENT, CONTENT | mine, CONTENT | theirs)


def content(found, how="mine"):
    return found.content(lambda dispute: getattr(dispute, how))


def test_different_fields_come_together():
    found = both({"headline": "Ferry stays", "authors": [2]}, {"standfirst": "At last.", "section": 1})
    assert content(found) == CONTENT | {
        "headline": "Ferry stays", "authors": [2], "standfirst": "At last.", "section": 1
    }  # fmt: skip
    assert found.disputes == []


def test_different_paragraphs_come_together():
    found = both({"body": "<p>One more.</p><p>Two.</p>"}, {"body": "<p>One.</p><p>Two more.</p>"})
    assert (content(found)["body"], found.disputes) == ("<p>One more.</p>\n<p>Two more.</p>", [])


@pytest.mark.parametrize(
    ("field", "mine", "theirs"),
    [("headline", "A", "B"), ("section", 1, 2), ("authors", [1], [2]), ("kind", "opinion", "feature")],
)
def test_field_that_both_changed_is_in_dispute(field, mine, theirs):
    found = both({field: mine}, {field: theirs})
    assert found.disputes == [Dispute(field, mine, theirs)]
    assert (content(found)[field], content(found, "theirs")[field]) == (mine, theirs)


def test_paragraph_that_both_changed_is_in_dispute():
    found = both({"body": "<p>One A.</p><p>Two.</p>"}, {"body": "<p>One B.</p><p>Two.</p>"})
    assert found.disputes == [Dispute("body", [story_body.Text("<p>One A.</p>")], [story_body.Text("<p>One B.</p>")])]
    assert content(found, "both")["body"] == "<p>One A.</p>\n<p>One B.</p>\n<p>Two.</p>"


def test_both_of_a_list_is_each_once():
    assert Dispute("authors", [1, 2], [2, 3]).both == [1, 2, 3]


def test_dispute_keeps_its_key_while_others_come_and_go():
    first = both({"body": "<p>One A.</p><p>Two.</p>"}, {"body": "<p>One B.</p><p>Two.</p>"})
    later = both({"body": "<p>One A.</p><p>Two.</p>"}, {"body": "<p>One B.</p><p>Two.</p><p>New.</p>", "kind": "x"})
    assert first.disputes[0].key in {dispute.key for dispute in later.disputes}


def test_topics_that_either_gave_or_took_away():
    found = merged(CONTENT | {"topics": [1, 2]}, CONTENT | {"topics": [2, 3]}, CONTENT | {"topics": [1, 2, 4]})
    assert (content(found)["topics"], found.disputes) == ([2, 3, 4], [])
