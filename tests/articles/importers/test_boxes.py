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


@pytest.mark.parametrize("break_", ["", " ", "\n"])
def test_counted_list_of_links_is_a_box(break_):
    box = f"list of 2 items\nlist 1 of 2{break_}Eels in trouble\nlist 2 of 2{break_}Who owns the tide\nend of list"
    box = f"Recommended Stories\n{box}"
    assert [r.headline for r in parse_text(f"{HEADED}\n{box}\n\n{BODY}").related] == [
        "Eels in trouble",
        "Who owns the tide",
    ]


def test_link_to_pictures_in_a_counted_list_is_no_picture():
    story = parse_text(f"{HEADED}\nRecommended Stories\nlist 1 of 1\nPhotos: Eels in trouble\nend of list\n\n{BODY}")
    assert [r.headline for r in story.related] == ["Photos: Eels in trouble"]
    assert not story.photos


@pytest.mark.parametrize("label", ["MORE FROM THE COURIER", "Also today", "Read more on harbours"])
def test_label_that_names_whose_links_follow_is_a_box(label):
    story = parse_text(f"{HEADED}\n{label}\n\nEels in trouble again this year\nQuilt show moves to the old school")
    assert [r.headline for r in story.related] == [
        "Eels in trouble again this year",
        "Quilt show moves to the old school",
    ]


def test_label_with_a_colon_and_a_headline_is_one_link():
    story = parse_text(f"{HEADED}\nMore from Velmora: Eels in trouble again\n\n{BODY}")
    assert [r.headline for r in story.related] == ["Eels in trouble again"]


@pytest.mark.parametrize("sold", ["Our favourite heated vests under $100", "The best web hosting: see our picks"])
def test_what_sells_over_its_disclosure_is_no_related_story(sold):
    links = "Eels in trouble again this year\nOne of them bit a councillor on the quay."
    paid = f"{sold}\nAs an affiliate we earn from qualifying purchases."
    story = parse_text(f"{HEADED}\nRelated\n\n{links}\n\nQuilt show moves\nIts roof leaks.\n\n{paid}")
    assert [r.headline for r in story.related] == ["Eels in trouble again this year", "Quilt show moves"]


def test_link_that_the_page_prints_twice_is_taken_once():
    link = "WATCH | Driving the disappearing roads:\nDriving the disappearing roads"
    story = parse_text(f"{HEADED}\n{link}\n\n{BODY}")
    assert [r.headline for r in story.related] == ["Driving the disappearing roads"]


def test_foot_of_headlines_with_a_cut_and_a_whole_teaser_is_a_box():
    links = (
        "Eels in trouble again\n\nOne of them bit a councillor who was on …\n\nWhy the post has mules\n\nFeet do it."
    )
    assert [r.teaser for r in parse_text(f"{HEADED}\nRelated\n\n{links}").related][-1] == "Feet do it."


def test_house_s_name_in_a_box_is_no_related_story():
    box = "Top Stories\n\nEels in trouble again this year\nABC News Live\n24/7 coverage of breaking news"
    story = parse_text(f"{HEADED}\n{box}")
    assert [related.headline for related in story.related] == ["Eels in trouble again this year"]
