"""Related stories on a page: live ones only."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles import workflow
from tests.articles.reader.pages import link, page, texts
from tests.factories import change, make_article, make_live

pytestmark = pytest.mark.django_db


def related(client, edition):
    return [a.attributes.get("href") for a in page(client, edition.path).css(".related a")]


def test_related_story_shows_its_live_headline(client):
    target = make_live(headline="Live words")
    edition = link(make_article(), target.article)
    change(target.article, headline="Unpublished words")
    assert any("Live words" in text for text in texts(page(client, edition.path), ".related"))


def test_related_draft_shows_nothing(client):
    edition = link(make_article(), make_article(headline="Draft"))
    assert not page(client, edition.path).css(".related")


def test_related_scheduled_story_appears_when_it_goes_live(client):
    target, at = make_article(), timezone.now() + timedelta(hours=1)
    ahead = workflow.schedule(target, at)
    edition = link(make_article(), target)
    assert related(client, edition) == []
    with time_machine.travel(at):
        assert ahead.path in related(client, edition)


def test_related_withdrawn_story_disappears(client):
    target = make_live()
    edition = link(make_article(), target.article)
    workflow.withdraw(target.article, "Wrong")
    assert related(client, edition) == []


def test_related_stub_is_not_shown(client):
    edition = link(make_article(), headline="Only a headline")
    assert "Only a headline" not in page(client, edition.path).text()


def test_related_outside_link_has_its_domain(client):
    edition = link(make_article(), url="https://www.example.org/report", headline="The report")
    assert "example.org" in texts(page(client, edition.path), ".related")[0]


def test_story_named_in_the_text_is_not_repeated_in_the_box(client):
    target = make_live()
    story = make_article(body=f'<p>a</p><aside data-related="{target.article_id}"></aside><p>b</p>')
    edition = link(story, target.article)
    assert client.get(edition.path).content.decode().count(f'href="{target.path}"') == 1
