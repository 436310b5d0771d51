"""How what a box says of a story ends."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.teasers import LONGEST, Teaser, shortened, teaser_of

FERRY = "The ferry sails at eight. Nobody on the quay had asked for it, and nobody will pay for it either, they say."


@pytest.mark.parametrize(
    ("text", "longest", "short"),
    [
        ("The ferry sails at eight.", 60, "The ferry sails at eight."),
        (FERRY, 60, "The ferry sails at eight."),
        (FERRY, 80, "The ferry sails at eight. Nobody on the quay had asked for it, and nobody will…"),
        ("It rained on Mr. Hale and on St. Mary all of the long afternoon.", 24, "It rained on Mr. Hale…"),
        ("It rained on Mr. Hale and on St. Mary all of the long afternoon.", 17, "It rained on…"),
        ("The U.S. fleet sails. It sails for a long time until the evening.", 30, "The U.S. fleet sails."),
        ("Prices rose by 3.5 per cent. They fell again afterwards, slowly.", 40, "Prices rose by 3.5 per cent."),
        ("The wall cost 13 900 000 crowns in all, the council says today.", 24, "The wall cost…"),
        ("They sold 44 homes to the town before winter came over them.", 13, "They sold…"),
        (
            "He said “we will sail. We always did” and left the quay at once.",
            34,
            "He said “we will sail. We always did”…",
        ),
        ("It was late (nearly nine. Or ten) when the last boat came home.", 27, "It was late…"),
        ("The ferry, which sails at eight, is late today as on every day.", 11, "The ferry…"),
        ("„Wir fahren. Immer“, sagte sie gestern am Kai in Brannock laut.", 20, "„Wir fahren. Immer“, sagte…"),
        ("Das Schiff fuhr am 3. Mai aus dem Hafen und kam nicht zurück.", 22, "Das Schiff fuhr am…"),
        ("船は八時に出る。誰も知らなかった。それでも船は出る。", 17, "船は八時に出る。誰も知らなかった。"),
        ("", 20, ""),
    ],
)
def test_ends_well(text, longest, short):
    assert shortened(text, longest) == short


signs = st.sampled_from(
    ["a", "Ferry", "8", "3.5", "Mr.", "sails.", "“We", "do.”", "(once", "twice)", '"No', 'no"', "and,"]
)


@given(st.lists(signs, max_size=80).map(" ".join), st.integers(10, 200))
@example("a “b c d e f g h i j k", 10)
def test_is_a_beginning_that_breaks_no_word_and_no_quotation(text, longest):
    short = shortened(text, longest)
    kept = short.removesuffix("…")
    assert text.startswith(kept)
    rest = text[len(kept) :]
    assert not rest or not rest[0].isalnum() or not kept
    if short != text:
        assert kept.count("“") <= kept.count("”")
        assert kept.count("(") <= kept.count(")")
        assert kept.count('"') % 2 == 0
        assert not kept.endswith(("Mr.", ","))


def test_standfirst_is_the_teaser():
    assert teaser_of("Nobody asked.", "The ferry sails.") == Teaser("", "Nobody asked.")


def test_first_paragraph_stands_in_for_a_missing_standfirst():
    assert teaser_of("", "The ferry sails.") == Teaser("", "The ferry sails.")


def test_dateline_is_set_apart():
    assert teaser_of("", "SALTMERE (Coastline) — The ferry sails.") == Teaser("SALTMERE", "The ferry sails.")


def test_long_paragraph_stays_within_a_card():
    assert len(teaser_of("", FERRY * 20).text) <= LONGEST
