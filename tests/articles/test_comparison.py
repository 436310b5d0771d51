"""Two contents beside each other."""

from articles.comparison import Names, compared

NAMES = Names(section={1: "Harbour"}, topic={}, author={1: "Ann Lee", 2: "Bo Ek"}, story={})
CONTENT = {
    "headline": "Ferry sails", "standfirst": "", "body": "<p>One.</p><p>Two.</p>", "dateline": "", "slug": "ferry",
    "kind": "news", "language": "en-gb", "section": None, "topics": [], "authors": [], "lead": None, "related": [],
}  # fmt: skip


def differences(**fields):
    """Of each part that differs, its title with what went and what came."""
    parts = compared(CONTENT, CONTENT | fields, NAMES)
    return {part.title: [(run.kind, run.words) for run in part.runs if run.kind != "same"] for part in parts}


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
    (part,) = compared(before, after, NAMES)
    assert [run.words for run in part.runs if run.kind == "added"] == ["[https://b.example/]"]


def test_bold_type_is_told_in_a_note():
    (part,) = compared(CONTENT, CONTENT | {"body": "<p><strong>One.</strong></p><p>Two.</p>"}, NAMES)
    assert "bold" in part.note


def test_caption_of_a_picture():
    lead = {"photo": 3, "caption": "Boats.", "alt": ""}
    assert differences(lead=lead) == {"Lead picture": [("added", "Photo 3\nCaption: Boats.")]}


def test_unknown_story_is_told_by_its_number():
    link = {"target": 9, "url": "", "headline": "", "teaser": "", "dateline": "", "teaser_is_cut": False}
    assert differences(related=[link]) == {"Related stories": [("added", "Story 9")]}


def test_nodes_of_the_text():
    body = '<p>One.</p><p>Two.</p><aside data-pull-quote data-by="Ann"><p>Said</p></aside>'
    assert differences(body=body) == {"Text": [("added", "Pull quote: Said (Ann)")]}
