"""What a page was made of, how long it holds, and what a cache may do with it."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from articles import workflow
from tests.articles.reader.pages import link
from tests.factories import make_article, make_author, make_live, make_photo, make_section, make_topic

pytestmark = pytest.mark.django_db


def test_page_says_what_it_was_made_of(client):
    photo, target = make_photo(), make_live()
    section = make_section()
    edition = link(make_article(lead_photo=photo, section=section), target.article)
    keys = set(client.get(edition.path)["Surrogate-Key"].split())
    assert {f"a{edition.article_id}", f"p{photo.pk}", f"a{target.article_id}", f"s{section.pk}", "paper"} <= keys


def test_story_is_made_of_its_topics_and_authors(client):
    topic, author = make_topic(), make_author()
    edition = make_live(topics=[topic], authors=[author])
    assert {f"t{topic.pk}", f"w{author.pk}"} <= set(client.get(edition.path)["Surrogate-Key"].split())


def test_page_is_made_of_its_empty_slots_too(client):
    edition = make_live()
    assert {"slot:top", "slot:story", "slot:foot"} <= set(client.get(edition.path)["Surrogate-Key"].split())


def test_page_is_made_of_stories_that_it_points_at_in_vain(client):
    draft = make_article()
    edition = link(make_article(), draft)
    assert f"a{draft.pk}" in client.get(edition.path)["Surrogate-Key"].split()


@time_machine.travel(datetime(2026, 3, 5, 12, tzinfo=UTC))
def test_page_knows_its_next_change(client):
    at = timezone.now() + timedelta(hours=1)
    workflow.schedule(make_article(), at)
    make_live()
    assert datetime.fromisoformat(client.get("/")["X-Next-Change"]) == at


@time_machine.travel(datetime(2026, 3, 5, 12, tzinfo=UTC))
def test_page_changes_with_the_date_that_it_shows(client):
    make_live()
    assert datetime.fromisoformat(client.get("/")["X-Next-Change"]) == datetime(2026, 3, 6, tzinfo=UTC)


def test_page_is_not_kept_past_its_next_change(client):
    workflow.schedule(make_article(), timezone.now() + timedelta(seconds=10))
    max_age = int(client.get("/")["Cache-Control"].rpartition("=")[2])
    assert max_age < 10


def test_page_made_of_too_much_is_not_cached(client, monkeypatch):
    monkeypatch.setattr("articles.reader.page.LONGEST_HEADER", 10)
    response = client.get(make_live().path)
    assert response["Cache-Control"] == "no-store"
    assert "Surrogate-Key" not in response


def test_unchanged_page_answers_304(client):
    edition = make_live()
    etag = client.get(edition.path)["ETag"]
    assert client.get(edition.path, headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize("seconds", [0, 60])
def test_copy_of_a_story_that_is_killed_later_is_kept_as_long_as_the_setting_says(client, editor, settings, seconds):
    settings.READER_MAX_AGE = seconds
    edition = make_live()
    assert client.get(edition.path)["Cache-Control"] == f"public, max-age={seconds}"
    workflow.kill(edition.article, "A court says so.", editor)
    assert client.get(edition.path).status_code == 410
