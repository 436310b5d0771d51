"""Lists of stories, page by page."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles import workflow
from tests.articles.reader.pages import page, texts
from tests.factories import change, make_article, make_author, make_live, make_section, make_topic

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("way", ["before", "after"])
@pytest.mark.parametrize("place_", ["x", "1", "1-2-3", "9" * 40 + "-1", "-1-1", "1-1", "5000000000000000-1"])
def test_forged_place_in_a_list_is_404(client, way, place_):
    make_live()
    assert client.get("/latest/", {way: place_}).status_code == 404


def test_place_of_a_story_that_was_withdrawn_still_leads_on(client, settings):
    settings.PAGE_SIZE = 1
    older, newer = make_live(at=datetime(2026, 3, 4, tzinfo=UTC)), make_live(at=datetime(2026, 3, 5, tzinfo=UTC))
    place_ = client.get("/latest/").context["stories"].older
    workflow.withdraw(newer.article, "Wrong")
    assert client.get(f"/latest/{place_}").context["stories"].rows == [older]


def shown(response):
    """The stories on a page, the newest first; on the first page of a section its front has some of them."""
    front = response.context["front"].editions if "front" in response.context else []
    return sorted(
        front + response.context["stories"].rows, key=lambda one: (one.first_published_at, one.pk), reverse=True
    )


LISTS = ["/latest/", "/section/harbour/", "/topic/ferry/", "/author/ann-lee/"]


@pytest.mark.parametrize("path", LISTS)
def test_paging_shows_each_story_once(client, settings, path):
    settings.PAGE_SIZE = 4
    now = datetime(2026, 3, 5, 12, tzinfo=UTC)
    own = {"section": make_section("Harbour"), "topics": [make_topic("Ferry")], "authors": [make_author("Ann Lee")]}
    other = {"section": make_section(), "topics": [make_topic()], "authors": [make_author()]}
    expected = [make_live(at=now - timedelta(hours=number // 2), **own).path for number in range(11)]
    expected += [make_live(at=now, **other).path] if path == "/latest/" else []
    seen, query = [], ""
    while True:
        response = client.get(f"{path}{query}")
        seen += [edition.path for edition in shown(response)]
        if not (query := response.context["stories"].older):
            break
    assert sorted(seen) == sorted(expected)


@pytest.mark.parametrize("path", LISTS)
def test_newer_page_leads_back_to_the_same_stories(client, settings, path):
    settings.PAGE_SIZE = 2
    own = {"section": make_section("Harbour"), "topics": [make_topic("Ferry")], "authors": [make_author("Ann Lee")]}
    for number in range(4):
        make_live(at=datetime(2026, 3, 5, number, tzinfo=UTC), **own)
    first = client.get(path)
    second = client.get(f"{path}{first.context['stories'].older}").context["stories"]
    assert shown(client.get(f"{path}{second.newer}")) == shown(first)


@pytest.mark.parametrize("path", ["/topic/ferry/", "/author/ann-lee/"])
def test_updated_story_keeps_its_place_in_the_list(client, path):
    own = {"topics": [make_topic("Ferry")], "authors": [make_author("Ann Lee")]}
    old = make_live(at=datetime(2026, 3, 4, tzinfo=UTC), **own)
    make_live(at=datetime(2026, 3, 5, tzinfo=UTC), headline="Newer", **own)
    change(old.article, headline="Older, mended")
    workflow.update(old.article)
    assert texts(page(client, path), ".stories .headline") == ["Newer", "Older, mended"]


def test_list_knows_only_the_changes_of_its_own_stories(client):
    at = timezone.now() + timedelta(hours=1)
    workflow.schedule(make_article(topics=[make_topic("Ferry")]), at)
    make_topic("Flood")
    assert datetime.fromisoformat(client.get("/topic/ferry/")["X-Next-Change"]) == at
    assert "X-Next-Change" not in client.get("/topic/flood/")
