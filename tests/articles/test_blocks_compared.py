"""Two sequences of blocks beside each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.blocks_compared import CAME, CHANGED, LEFT, MOVED, WENT, side_after, side_before, steps
from articles.words_compared import SAME

BLOCKS = st.lists(st.sampled_from(["ab", "ac", "ad", "b", "cd", "ce", ""]), max_size=9)


def alike(one, other):
    """Blocks of one first letter became each other."""
    return one[:1] == other[:1]


def told(before, after):
    return [(step.kind, step.before, step.after) for step in steps(before, after, alike)]


@given(BLOCKS, BLOCKS)
def test_steps_give_both_sides(before, after):
    found = steps(before, after, alike)
    assert (side_before(found), side_after(found)) == (before, after)


@given(BLOCKS)
def test_equal_sequences_differ_in_nothing(blocks):
    assert {step.kind for step in steps(blocks, blocks, alike)} <= {SAME}


@given(st.lists(st.integers(), unique=True, max_size=8), st.randoms(use_true_random=False))
def test_in_another_order_nothing_went_or_came(blocks, random):
    mixed = random.sample(blocks, len(blocks))
    assert {step.kind for step in steps(blocks, mixed, lambda one, other: False)} <= {SAME, MOVED, LEFT}


@given(BLOCKS, BLOCKS)
def test_each_move_leaves_one_place_and_reaches_one(before, after):
    found = steps(before, after, alike)
    left = sorted(step.before for step in found if step.kind == LEFT)
    assert left == sorted(step.before for step in found if step.kind == MOVED)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (["x"], ["x", "y"], [(SAME, "x", "x"), (CAME, None, "y")]),
        (["x", "y"], ["y"], [(WENT, "x", None), (SAME, "y", "y")]),
        (["ab"], ["ac"], [(CHANGED, "ab", "ac")]),
        (["x"], ["y"], [(WENT, "x", None), (CAME, None, "y")]),
        (["ab", "x", "y"], ["x", "y", "ac"],
         [(LEFT, "ab", None), (SAME, "x", "x"), (SAME, "y", "y"), (MOVED, "ab", "ac")]),
    ],
)  # fmt: skip
def test_what_became_of_blocks(before, after, expected):
    assert told(before, after) == expected


@pytest.mark.parametrize(("before", "after", "up"), [("xyz", "yzx", False), ("xyz", "zxy", True)])
def test_way_of_a_move(before, after, up):
    assert {step.up for step in steps(before, after, str.__eq__) if step.kind in {MOVED, LEFT}} == {up}


def test_of_very_many_that_differ_none_is_asked_whether_it_became_another():
    found = steps([f"a{number}" for number in range(300)], [f"ab{number}" for number in range(300)], alike)
    assert {step.kind for step in found} == {WENT, CAME}
