"""Two texts word by word."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.words_compared import ADDED, REMOVED, SAME, compare, same_words


def told(before, after):
    return [(run.kind, run.words) for run in compare(before, after)]


def side(runs, other):
    return " ".join(run.words for run in runs if run.kind != other).split()


def test_changed_word_is_marked_between_what_stayed():
    assert told("Boats in the harbour.", "Ships in the harbour.") == [
        (REMOVED, "Boats"),
        (ADDED, "Ships"),
        (SAME, "in the harbour."),
    ]


@pytest.mark.parametrize(
    ("before", "after", "runs"),
    [
        ("", "Boats.", [(ADDED, "Boats.")]),
        ("Boats.", "", [(REMOVED, "Boats.")]),
        ("", "", []),
        ("Boats.", "Boats.", [(SAME, "Boats.")]),
        ("Two  boats.\r\n", " Two boats.", [(SAME, "Two boats.")]),
    ],
)
def test_edges(before, after, runs):
    assert [(kind, words.strip()) for kind, words in told(before, after)] == runs


def test_paragraph_that_stayed_is_kept_whole():
    assert told("One two.\n\nThree four.", "One two.\n\nThree five.") == [
        (SAME, "One two.\n\nThree"),
        (REMOVED, "four."),
        (ADDED, "five."),
    ]


def test_texts_of_one_word_over_and_over_give_way_as_a_whole():
    rng = Random(1)
    before, after = (" ".join(rng.choice("ab") for _ in range(5000)) for _ in range(2))
    assert {run.kind for run in compare(f"x {before} y", f"x {after} y")} == {SAME, REMOVED, ADDED}
    assert len(compare(f"x {before} y", f"x {after} y")) == 4


TEXTS = st.text(st.sampled_from("ab \n\t\r.é\u3000\x85"), max_size=60)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_the_runs(before, after):
    runs = compare(before, after)
    assert side(runs, ADDED) == before.split()
    assert side(runs, REMOVED) == after.split()


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_something_is_marked_just_where_words_differ(before, after):
    assert all(run.kind == SAME for run in compare(before, after) if run.words) == same_words(before, after)
