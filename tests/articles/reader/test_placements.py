"""Advertisements on pages."""

import pytest
import time_machine

from tests.articles.reader.pages import page, place, texts
from tests.factories import make_live, make_section

pytestmark = pytest.mark.django_db


def test_advertisement_says_so_first(client):
    place()
    make_live()
    words = texts(page(client, "/"), ".advertisement")[0]
    assert words.startswith("Advertisement")
    assert "Paid for by Ropes Ltd." in words


def test_advertisements_link_is_sponsored(client):
    place()
    rel = page(client, "/").css_first(".advertisement a").attributes["rel"]
    assert {"sponsored", "nofollow"} <= set(rel.split())


def test_affiliate_notice_stands_before_the_link(client):
    place(is_affiliate=True, disclosure="We earn a commission.")
    content = client.get("/").content.decode()
    assert content.index("We earn a commission.") < content.index("https://example.org/r")


def test_no_placement_leaves_no_box(client):
    make_live()
    assert not page(client, "/").css(".advertisement")


def test_placement_of_one_section_runs_there_only(client):
    harbour, _ = make_section("Harbour"), make_section("Council")
    place().sections.set([harbour])
    assert page(client, "/section/harbour/").css(".advertisement")
    assert not page(client, "/section/council/").css(".advertisement")
    assert not page(client, "/").css(".advertisement")


def test_placement_ends_at_its_moment(client):
    placement = place()
    with time_machine.travel(placement.ends_at):
        assert not page(client, "/").css(".advertisement")


def test_placement_stands_between_paragraphs(client):
    place(slot="story")
    body = "".join(f"<p>Paragraph {number}</p>" for number in range(8))
    words = " ".join(page(client, make_live(body=body).path).css_first("article").text().split())
    assert words.index("Paragraph 3") < words.index("Good ropes") < words.index("Paragraph 4")
