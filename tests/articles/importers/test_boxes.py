"""Boxes and lines that lead to other stories."""

import pytest

from articles.importers.text import parse_text
from tests.articles.importers.samples import BODY, HEADED, first_and_second


@pytest.mark.parametrize("label", ["Read more: ", "Related: ", "See also: ", "READ MORE: ", "Also read | "])
def test_link_in_one_line_becomes_related(label):
    story = parse_text(f"Board closes basin\n\n{BODY}\n{label}Eels in trouble again\n\n{BODY}")
    assert [related.headline for related in story.related] == ["Eels in trouble again"]


def test_label_under_a_headline_makes_it_related():
    first, second = first_and_second()
    story = parse_text(
        f"Board closes basin\n\n{first}\n\nHe fixed the last sluice. Then it broke.\nRead more\n\n{second}"
    )
    assert [related.headline for related in story.related] == ["He fixed the last sluice. Then it broke."]


def test_long_line_in_capitals_is_a_link():
    first, second = first_and_second()
    story = parse_text(f"Board closes basin\n\n{first}\n\nEELS CRASH WEDDING AND EAT THE CAKE\n\n{second}")
    assert [related.headline for related in story.related] == ["EELS CRASH WEDDING AND EAT THE CAKE"]


@pytest.mark.parametrize(
    "end", ["Edited by: Wesley Doe", "Send us your feedback", "Related Internet Links\nVelmora Port"]
)
def test_related_box_ends_at_furniture(end):
    story = parse_text(f"{HEADED}\nRead more:\nEels in trouble again this year\n{end}")
    assert [related.headline for related in story.related] == ["Eels in trouble again this year"]


def test_category_over_a_headline_in_a_box_is_left_out():
    story = parse_text(f"{HEADED}\nRecommended\n\nU.S. News\nEels in trouble again this year\n\n{BODY}")
    assert [related.headline for related in story.related] == ["Eels in trouble again this year"]


def test_counted_list_of_links_is_a_box():
    box = "Recommended Stories\nlist of 2 items\nlist 1 of 2Eels in trouble\nlist 2 of 2Who owns the tide\nend of list"
    assert [r.headline for r in parse_text(f"{HEADED}\n{box}\n\n{BODY}").related] == [
        "Eels in trouble",
        "Who owns the tide",
    ]
