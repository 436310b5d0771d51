"""Paragraphs, subheads, lists and quotes, told from one another."""

import pytest

from articles.importers.incoming import ListBlock, Paragraph, Quote, Subhead
from articles.importers.text import parse_text
from tests.articles.importers.samples import BODY, HEADED, first_and_second


def test_subhead_between_paragraphs_is_no_paragraph():
    first, second = BODY.strip().split("\n\n")
    story = parse_text(f"Board closes basin\n\n{first}\n\nWho is to pay\n\n{second}")
    assert [type(block) for block in story.blocks] == [Paragraph, Subhead, Paragraph]


def test_bullets_become_one_list():
    story = parse_text(f"Board closes basin\n\n{BODY}\n• one thing\n• another thing\n\n{BODY}")
    assert ListBlock(("one thing", "another thing")) in story.blocks


def test_words_set_off_from_the_text_are_a_quote():
    said = "“You could see daylight through the gate,”"
    story = parse_text(f"Board closes basin\n\n{BODY}\n{said}\n\nShe said: {said} and left.\n\n{BODY}")
    assert Quote(said) in story.blocks


def test_short_labels_with_a_colon_in_series_are_subheads():
    first, second = first_and_second()
    story = parse_text(f"{HEADED}\nWhat we know:\n\n{first}\n\nWhat comes next:\n\n{second}")
    assert [b.text for b in story.blocks if isinstance(b, Subhead)] == ["What we know:", "What comes next:"]


def test_short_line_with_a_colon_that_stands_alone_is_a_paragraph():
    first, second = first_and_second()
    story = parse_text(f"{HEADED}\nOne notice in the window:\n\n{first}\n\nThe letter said:\n\n{second}")
    assert len(story.paragraphs) == 6


@pytest.mark.parametrize(
    "sentence",
    [
        "Ottilie Lindqvist wrote in green ink that nobody would ever mend the gate.",
        "Wanjiru Kamau reported from the quay that the boats were already gone.",
        "Written in 1911, the rules of the harbour say nothing about eels.",
        "Reporting by the harbour’s own engineers had found the cracks two years before.",
        "»Ich habe dreimal gezählt«, sagt Petersen, 57. »Dann war es still.«",
        "« On verra bien », dit le maire de Velmora.",
        "“It lasted eleven years.”",
        "The eels came back.",
    ],
)
def test_sentence_of_the_story_stays_a_paragraph(sentence):
    story = parse_text(f"{HEADED}\n{sentence}\n\n{BODY}")
    assert Paragraph(sentence) in story.blocks


def test_two_short_lines_in_a_row_make_one_subhead():
    first, second = first_and_second()
    story = parse_text(f"Board closes basin\n\n{first}\n\nHarbour matters\n\nWho is to pay\n\n{second}")
    assert [block.text for block in story.blocks if isinstance(block, Subhead)] == ["Who is to pay"]


def test_unmarked_lines_under_summary_are_a_list():
    story = parse_text(
        f"Board closes basin\n\nBy Jane Doe\n\nSummary\nBoard votes to close\nRepair costs millions\n\n{BODY}"
    )
    assert story.blocks[0] == ListBlock(("Board votes to close", "Repair costs millions"))


@pytest.mark.parametrize(
    "question",
    ["But is it enough?", "Was there ever a deadline?", "What will she do with it?", "Who would change that?"],
)
def test_a_question_that_leans_on_the_text_is_a_paragraph(question):
    story = parse_text(f"A crane comes to the harbour\n\n{BODY}\n{question}\n\n{BODY}")
    assert Paragraph(question) in story.blocks


@pytest.mark.parametrize("question", ["What happens next?", "Why does the tide matter?"])
def test_a_question_that_stands_alone_is_a_subhead(question):
    story = parse_text(f"A crane comes to the harbour\n\n{BODY}\n{question}\n\n{BODY}")
    assert Subhead(question) in story.blocks
