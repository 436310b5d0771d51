"""What readers see, and what they never do."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from articles import workflow
from articles.models import Publication
from tests.articles.reader.pages import ADDRESSES, link, page
from tests.factories import make_article, make_author, make_live, make_topic

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", [*ADDRESSES, "story"])
def test_page_has_one_h1_and_no_cookie(whole_site, client, path):
    response = client.get(whole_site.path if path == "story" else path)
    assert len(LexborHTMLParser(response.content.decode()).css("h1")) == 1
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize("path", [*ADDRESSES, "story", "/no-such-page/"])
def test_page_says_how_long_it_holds_and_varies_by_encoding_only(whole_site, client, path):
    path = whole_site.path if path == "story" else path
    response = client.get(path, headers={"Accept-Encoding": "gzip"})
    assert response["Vary"] == "Accept-Encoding"
    assert response["Cache-Control"].startswith("public, max-age=")
    assert "paper" in response["Surrogate-Key"].split()


@pytest.mark.parametrize("path", [*ADDRESSES, "story"])
def test_page_can_be_read_and_nothing_else(whole_site, path):
    client = Client(enforce_csrf_checks=True)
    path = whole_site.path if path == "story" else path
    assert client.head(path).status_code == 200
    for method in (client.post, client.put, client.patch, client.delete, client.options):
        response = method(path)
        assert (response.status_code, response.cookies) == (405, {})


@pytest.mark.parametrize("path", [*ADDRESSES, "story"])
def test_unknown_parameters_change_nothing(whole_site, client, path):
    path = whole_site.path if path == "story" else path
    assert client.get(path, {"utm_source": "x", "page": "7"}).content == client.get(path).content


@pytest.mark.parametrize("path", ADDRESSES)
def test_empty_site_has_pages(client, path):
    assert client.get(path).status_code in {200, 404}


@pytest.mark.parametrize("path", ["/", "/latest/", "/section/harbour/", "/topic/ferry/", "/author/ann-lee/"])
def test_story_stands_on_its_lists(whole_site, client, path):
    assert whole_site.path in [a.attributes.get("href") for a in page(client, path).css("main a")]


@pytest.mark.parametrize("path", ["/", "/latest/", "/section/harbour/", "/topic/ferry/", "/author/ann-lee/"])
def test_withdrawn_story_leaves_every_list(whole_site, client, path):
    workflow.withdraw(whole_site.article, "Wrong")
    assert whole_site.path.encode() not in client.get(path).content


@pytest.mark.parametrize("path", ["/", "/latest/"])
def test_draft_stands_on_no_list(client, path):
    make_article(headline="Secret draft")
    assert b"Secret draft" not in client.get(path).content


def test_scheduled_story_is_404_until_its_second(client):
    at = timezone.now() + timedelta(hours=1)
    edition = workflow.schedule(make_article(), at)
    assert client.get(edition.path).status_code == 404
    with time_machine.travel(at):
        assert client.get(edition.path).status_code == 200


@pytest.mark.parametrize(
    ("language", "direction"), [("ar", "rtl"), ("ar-ly", "rtl"), ("he", "rtl"), ("ps", "rtl"), ("de", "ltr")]
)
def test_foreign_story_says_its_language_and_direction(client, language, direction):
    edition = make_live(language=language)
    for path, selector in ((edition.path, ".story"), ("/", ".lead article"), ("/latest/", ".stories article")):
        attributes = page(client, path).css_first(selector).attributes
        assert (attributes["lang"], attributes["dir"]) == (language, direction)


def test_story_in_the_papers_language_does_not_repeat_it(client):
    assert "lang" not in page(client, make_live().path).css_first("article.story").attributes


def test_papers_own_words_in_a_foreign_story_keep_their_language(client):
    author = make_author()
    edition = link(make_article(language="ar", authors=[author], topics=[make_topic()]), make_live().article)
    html = page(client, edition.path)
    for part in (".signed", ".topics", ".related"):
        assert html.css_first(part).attributes["lang"] == "en-gb"


def test_paper_that_reads_from_right_to_left_says_so(client, settings):
    settings.LANGUAGE_CODE = "ar"
    edition = make_live(language="en-gb")
    html = page(client, edition.path)
    assert html.css_first("html").attributes["dir"] == "rtl"
    assert html.css_first("article.story").attributes["dir"] == "ltr"


def test_withdrawn_story_answers_410_with_its_notice(client):
    edition = make_live()
    workflow.withdraw(edition.article, "Internal words", "It named the wrong firm.")
    response = client.get(edition.path)
    assert response.status_code == 410
    assert b"It named the wrong firm." in response.content
    assert b"Internal words" not in response.content


def test_embed_loads_nothing_before_the_click(client):
    body = '<p>a</p><aside data-embed="https://www.youtube.com/watch?v=abcdefghijk" data-title="Seals"></aside>'
    html = page(client, make_live(body=body).path)
    assert not html.css("iframe")
    assert html.css_first("a[href='https://www.youtube.com/watch?v=abcdefghijk']")


def test_reader_policy_allows_no_inline(client):
    policy = client.get("/")["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy


@pytest.mark.parametrize(
    ("headline", "ends"), [("Ferry sails again", "Ferry sails again — Newsroom"), ("Ferry sails " * 5, "Ferry sails")]
)
def test_title_that_would_be_cut_off_is_the_headline_alone(client, headline, ends):
    Publication.objects.update(name="Newsroom")
    told = page(client, make_live(headline=headline.strip()).path).css_first("title").text()
    assert told.endswith(ends)
