"""The marks in a raw line."""

import pytest

from articles.photos.raw_line import mark


def marked(*arguments):
    return [(segment.part, segment.text) for segment in mark(*arguments)]


def test_caption_and_credit_are_marked():
    assert marked("Boats. Ann Lee", "Boats.", "Ann Lee") == [("caption", "Boats."), ("", " "), ("credit", "Ann Lee")]


def test_what_is_left_out_is_marked_as_that():
    assert marked("FILE - Boats. Photo: Ann Lee", "Boats.", "Ann Lee") == [
        ("left out", "FILE - "),
        ("caption", "Boats."),
        ("left out", " Photo: "),
        ("credit", "Ann Lee"),
    ]


def test_alt_line_is_no_caption_though_it_has_the_same_words():
    assert marked("Boats.\nBoats. Ann Lee", "Boats.", "Ann Lee", "Boats.") == [
        ("alt text", "Boats."),
        ("", "\n"),
        ("caption", "Boats."),
        ("", " "),
        ("credit", "Ann Lee"),
    ]


def test_credit_may_stand_first():
    parts = [part for part, _ in marked("Image source, AFP Image caption, Boats", "Boats", "AFP")]
    assert parts == ["left out", "credit", "left out", "caption"]


def test_name_in_the_caption_is_not_taken_for_the_credit():
    assert marked("Ann Lee rows. Ann Lee", "Ann Lee rows.", "Ann Lee")[-1] == ("credit", "Ann Lee")


def test_credit_that_stands_in_the_caption_only_is_not_marked():
    assert marked("Ann Lee rows.", "Ann Lee rows.", "Ann Lee") == [("caption", "Ann Lee rows.")]


@pytest.mark.parametrize("raw", ["", "Boats. Ann Lee", "A\nB\nC", "  "])
def test_nothing_of_the_line_is_lost(raw):
    assert "".join(text for _, text in marked(raw, "Boats.", "nobody", "A")) == raw
