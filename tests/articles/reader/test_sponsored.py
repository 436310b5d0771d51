"""What somebody paid for: it says so wherever readers see it, before its headline."""

import json
from datetime import timedelta

import pytest
from selectolax.lexbor import LexborHTMLParser

from articles import workflow
from articles.models import Suggestion
from tests.articles.reader.pages import ADDRESSES, link, page, texts
from tests.factories import make_article, make_author, make_live, make_photo, make_section, make_thread, make_topic

pytestmark = pytest.mark.django_db

LABEL = "Advertisement feature"


def make_sponsored(headline="Weekends by the sea", **fields):
    return make_live(headline=headline, kind="sponsored", advertiser="Ropes Ltd", **fields)


@pytest.fixture
def everywhere():
    """An advertisement feature that every list has."""
    section, topic, author = make_section("Harbour"), make_topic("Ferry"), make_author("Ann Lee")
    own = {"section": section, "topics": [topic], "authors": [author], "lead_photo": make_photo()}
    edition = make_sponsored(thread=make_thread("The ferry"), **own)
    make_live(section=section)
    workflow.correct(edition.article, "Two boats sail.", "Three do.")
    return edition


def _labels_before(html, headline):
    """For each time that the page says the headline outside its head, whether the label stands right before it."""
    body = LexborHTMLParser(html).body
    for script in body.css("script"):
        script.decompose()
    before, *after = body.text(separator=" ").split(headline)
    found = []
    for words in after:
        found.append(LABEL in before[-120:])
        before = words
    return found


@pytest.mark.parametrize("address", ADDRESSES[:-1])
def test_label_stands_before_the_headline_on_every_list(client, everywhere, address):
    found = _labels_before(client.get(address).content.decode(), everywhere.headline)
    assert found
    assert all(found)


def test_story_page_says_what_it_is_and_who_paid_before_the_headline(client):
    html = page(client, make_sponsored().path)
    head = " ".join(html.css_first(".story-head").text().split())
    assert head.startswith("Advertisement feature Paid for by Ropes Ltd")


def test_label_stands_in_the_timeline_and_over_a_follow_up(client, everywhere):
    older = make_live(thread=everywhere.article.thread, at=everywhere.live_from - timedelta(days=1))
    workflow.accept_follow_up(older.article, everywhere.article)
    found = _labels_before(client.get(older.path).content.decode(), everywhere.headline)
    assert found == [True, True]


def test_label_stands_on_a_list_of_its_own_section(client):
    section = make_section(LABEL)
    make_sponsored(section=section)
    assert LABEL in texts(page(client, section.get_absolute_url()), ".stories .paid, .card .paid")


def test_box_shows_it_with_its_label_where_an_editor_chose_it(client):
    edition = link(make_article(), make_sponsored().article)
    assert texts(page(client, edition.path), ".related .paid") == [LABEL]


def test_text_shows_it_with_its_label(client):
    sponsored = make_sponsored()
    edition = make_live(body=f'<p>a</p><aside data-related="{sponsored.article_id}"></aside>')
    assert texts(page(client, edition.path), ".aside-story .paid") == [LABEL]


def test_no_box_is_filled_with_it(client):
    sponsored, edition = make_sponsored(), make_live()
    Suggestion.objects.create(article=edition.article, target=sponsored.article, weight=1, why="Both say quay")
    assert not page(client, edition.path).css(".related")


def test_front_is_led_by_something_else(client):
    make_live(headline="The news")
    make_sponsored(lead_photo=make_photo())
    assert "The news" in texts(page(client, "/"), ".lead .headline")[0]


def test_search_engines_get_it_as_an_advertisers(client):
    html = page(client, make_sponsored().path)
    told = json.loads(html.css_first("script[type='application/ld+json']").text())
    assert told["@type"] == "AdvertiserContentArticle"
    assert told["sponsor"] == {"@type": "Organization", "name": "Ropes Ltd"}


def test_ordinary_story_has_no_label(client):
    html = page(client, make_live().path)
    assert not html.css(".paid")
    assert json.loads(html.css_first("script[type='application/ld+json']").text())["@type"] == "NewsArticle"


def test_advertiser_of_what_became_an_ordinary_story_is_not_told(client):
    edition = make_live(kind="feature", advertiser="Ropes Ltd")
    assert "Ropes Ltd" not in client.get(edition.path).content.decode()
