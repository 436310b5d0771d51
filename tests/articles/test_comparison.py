"""Two contents beside each other."""

from dataclasses import replace

import pytest

from articles import body as story_body
from articles.comparison import Names, became, compared

NAMES = Names(
    section={1: "Harbour"}, thread={1: "The bridge"}, topic={}, author={1: "Ann Lee", 2: "Bo Ek"}, story={}, photo={}
)
CONTENT = {
    "headline": "Ferry sails", "standfirst": "", "body": "<p>One.</p><p>Two.</p>", "dateline": "", "slug": "ferry",
    "kind": "news", "advertiser": "", "language": "en-gb", "section": None, "thread": None, "topics": [],
    "authors": [], "lead": None, "related": [],
}  # fmt: skip


def differences(**fields):
    """Of each part that differs, its title with what went and what came."""
    parts = compared(CONTENT, CONTENT | fields, NAMES)
    return {
        part.title: [(run.kind, run.words) for row in part.rows for run in row.runs if run.kind != "same"]
        for part in parts
    }


def test_equal_contents_differ_in_nothing():
    assert differences() == {}


def test_words_of_the_headline():
    assert differences(headline="Ferry stays") == {"Headline": [("removed", "sails"), ("added", "stays")]}


def test_paragraph_that_came():
    assert differences(body="<p>One.</p><p>More.</p><p>Two.</p>") == {"Text": [("added", "More.")]}


def test_names_of_authors_and_section():
    found = differences(authors=[2], section=1)
    assert found == {"Byline": [("added", "Bo Ek")], "Section": [("added", "Harbour")]}


def test_address_of_a_link_is_a_difference():
    before = CONTENT | {"body": '<p><a href="https://a.example/">One.</a></p>'}
    after = CONTENT | {"body": '<p><a href="https://b.example/">One.</a></p>'}
    ((row,),) = [part.rows for part in compared(before, after, NAMES)]
    assert [run.words for run in row.runs if run.kind == "added"] == ["[https://b.example/]"]


def test_bold_type_is_told_in_a_note():
    (part,) = compared(CONTENT, CONTENT | {"body": "<p><strong>One.</strong></p><p>Two.</p>"}, NAMES)
    assert "bold" in part.rows[0].note


def test_caption_of_a_picture():
    lead = {"photo": 3, "caption": "Boats.", "alt": ""}
    assert differences(lead=lead) == {"Lead picture": [("added", "Photo 3\nCaption: Boats.")]}


def test_unknown_story_is_told_by_its_number():
    link = {"target": 9, "url": "", "headline": "", "teaser": "", "dateline": "", "teaser_is_cut": False}
    assert differences(related=[link]) == {"Related stories": [("added", "Story 9")]}


def test_nodes_of_the_text():
    body = '<p>One.</p><p>Two.</p><aside data-pull-quote data-by="Ann"><p>Said</p></aside>'
    assert differences(body=body) == {"Text": [("added", "Pull quote: Said (Ann)")]}


# The text, block by block

LONG = "".join(f"<p>Paragraph {number} of the long story.</p>" for number in range(9))


def rows(before, after):
    (part,) = compared(CONTENT | {"body": before}, CONTENT | {"body": after}, NAMES)
    return part.rows


def test_moved_picture_is_told_as_moved_and_with_its_new_caption():
    before = '<figure data-photo="3"></figure><p>One.</p><p>Two.</p>'
    after = '<p>One.</p><p>Two.</p><figure data-photo="3" data-caption="Boats."></figure>'
    left, *_, moved = rows(before, after)
    assert (left.note, moved.note) == ("Moved down from here", "Moved down to here")
    assert [run.words for run in moved.runs if run.kind == "added"] == ["Caption: Boats."]


def test_moved_paragraph_is_told_as_moved():
    found = rows("<p>One.</p><p>Two.</p><p>Three.</p>", "<p>Three.</p><p>One.</p><p>Two.</p>")
    assert [(row.kind, row.note) for row in found] == [
        ("moved", "Moved up to here"), ("same", ""), ("same", ""), ("left", "Moved up from here")
    ]  # fmt: skip


def test_paragraph_of_other_words_is_another():
    assert [row.kind for row in rows("<p>One two.</p>", "<p>Three four.</p>")] == ["went", "came"]


def test_sides_of_a_row():
    (row,) = rows("<p>The ferry sails at noon.</p>", "<p>The ferry stays at noon.</p>")
    assert " ".join(run.words for run in row.before) == "The ferry sails at noon."
    assert " ".join(run.words for run in row.after) == "The ferry stays at noon."


def test_what_stayed_far_from_the_difference_is_folded():
    (part,) = compared(CONTENT | {"body": LONG}, CONTENT | {"body": LONG + "<p>The end.</p>"}, NAMES)
    assert [(stretch.is_folded, len(stretch.rows)) for stretch in part.stretches] == [(True, 8), (False, 2)]


def test_name_of_a_photo_stands_with_its_number():
    names = replace(NAMES, photo={3: "Boats"})
    (part,) = compared(CONTENT, CONTENT | {"lead": {"photo": 3, "caption": "", "alt": ""}}, names)
    assert part.rows[0].runs[0].words == "Photo 3 (“Boats”)"


@pytest.mark.parametrize(
    ("before", "after", "is_alike"),
    [
        ("a a a a b c", "a a a a d e", True),
        ("a b c d", "a b e f", True),
        ("a a a a", "a b c d", False),
        ("a b c d", "a e f g", False),
    ],
)
def test_paragraph_became_another_if_half_of_its_words_are_there_each_as_often(before, after, is_alike):
    one, other = (story_body.parse(f"<p>{text}</p>")[0] for text in (before, after))
    assert became()(one, other) == is_alike
