"""Running stories as readers get them: beside each of their stories, and on a page of their own."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles import workflow
from articles.addresses import is_page
from tests.articles.reader.pages import link, page, texts
from tests.factories import change, make_article, make_live, make_thread

pytestmark = pytest.mark.django_db
START = datetime(2026, 3, 5, 12, tzinfo=UTC)
DAY = timedelta(days=1)
PAGE = "/thread/the-bridge/"


@pytest.fixture
def thread():
    return make_thread("The bridge", standfirst="It closed, and nobody says until when.")


@pytest.fixture
def parts(thread):
    """Three live stories of it, the last two of one day."""
    words = ["Bridge closes", "Cracks were known", "Ferry sails instead"]
    times = [START, START + DAY, START + DAY + timedelta(hours=1)]
    return [make_live(at=at, headline=headline, thread=thread) for at, headline in zip(times, words, strict=True)]


class TestBox:
    def test_lists_how_it_developed_and_marks_the_story_itself(self, client, parts):
        html = page(client, parts[1].path)
        assert texts(html, ".timeline .headline") == ["Bridge closes", "Cracks were known", "Ferry sails instead"]
        assert texts(html, ".timeline [aria-current=page]") == ["Cracks were known"]
        assert [a.attributes["href"] for a in html.css(".timeline a")] == [parts[0].path, parts[2].path]

    def test_says_when_each_was_published(self, client, parts):
        times = page(client, parts[0].path).css(".timeline time")
        assert times[0].attributes["datetime"] == "2026-03-05T12:00:00+0000"

    def test_leads_to_the_page_of_the_running_story(self, client, parts):
        html = page(client, parts[0].path)
        assert {a.attributes["href"] for a in html.css(".running-story a, .timeline-box h2 a")} == {PAGE}

    def test_is_not_there_where_no_other_story_is(self, client, thread):
        html = page(client, make_live(thread=thread).path)
        assert not html.css(".timeline, .running-story")

    def test_change_that_is_not_published_is_not_shown(self, client, parts):
        change(parts[1].article, thread=None)
        assert "Cracks were known" in texts(page(client, parts[0].path), ".timeline .headline")
        workflow.update(parts[1].article)
        assert "Cracks were known" not in texts(page(client, parts[0].path), ".timeline .headline")

    def test_related_box_leaves_out_what_the_timeline_shows(self, client, parts, thread):
        other = make_live(headline="Elsewhere")
        story = make_article(thread=thread)
        link(story, parts[0].article)
        edition = link(story, other.article)
        assert texts(page(client, edition.path), ".related .headline") == ["Elsewhere"]

    def test_long_one_says_how_many_there_are(self, client, parts, thread):
        for day in range(8):
            make_live(at=START + (2 + day) * DAY, thread=thread)
        html = page(client, parts[0].path)
        assert texts(html, ".timeline-box .more") == ["All 11 stories"]
        assert len(html.css(".timeline .gap")) == 1

    def test_search_engines_are_told_of_what_the_story_is_part(self, client, parts, settings):
        data = json.loads(page(client, parts[0].path).css_first("script[type='application/ld+json']").text())
        assert data["isPartOf"]["name"] == "The bridge"
        assert data["isPartOf"]["url"] == settings.SITE_URL + PAGE

    def test_page_is_made_of_the_thread_and_of_all_that_it_shows(self, client, parts, thread):
        keys = client.get(parts[0].path)["Surrogate-Key"].split()
        assert {f"r{thread.pk}", *(f"a{part.article_id}" for part in parts)} <= set(keys)

    def test_page_changes_when_a_story_joins(self, client, parts, thread):
        at = timezone.now() + timedelta(hours=1)
        workflow.schedule(make_article(thread=thread), at)
        assert client.get(parts[0].path)["X-Next-Change"] == at.isoformat()

    def test_preview_has_it_as_readers_would(self, desk, parts, thread):
        story = make_article(headline="Bridge opens", thread=thread)
        html = page(desk, f"/desk/preview/{story.pk}/")
        assert texts(html, ".timeline .headline") == [*(part.headline for part in parts), "Bridge opens"]

    def test_preview_of_a_live_story_names_it_once(self, desk, parts):
        html = page(desk, f"/desk/preview/{parts[0].article_id}/")
        assert texts(html, ".timeline .headline") == [part.headline for part in parts]


class TestPage:
    def test_tells_all_day_by_day_the_oldest_first(self, client, parts):
        html = page(client, PAGE)
        assert texts(html, ".timeline-day h2") == ["5 March 2026", "6 March 2026"]
        assert texts(html, ".timeline .headline") == [part.headline for part in parts]
        assert "nobody says until when" in texts(html, ".list-head")[0]

    def test_newest_is_marked(self, client, parts):
        assert texts(page(client, PAGE), ".newest .headline") == ["Ferry sails instead"]

    def test_first_page_of_a_long_one_holds_the_newest_and_leads_to_what_was_before(self, client, parts, settings):
        settings.PAGE_SIZE = 2
        html = page(client, PAGE)
        assert texts(html, ".timeline .headline") == ["Cracks were known", "Ferry sails instead"]
        (earlier,) = html.css(".pages a")
        html = page(client, PAGE + earlier.attributes["href"])
        assert texts(html, ".timeline .headline") == ["Bridge closes"]
        assert texts(html, ".pages a") == ["Later stories"]
        assert not html.css(".newest")

    def test_says_of_how_many_stories(self, client, parts):
        make_live()
        assert "in 3 stories" in texts(page(client, PAGE), ".list-head")[0]

    @pytest.mark.parametrize("make", [lambda thread: None, lambda thread: make_article(thread=thread)])
    def test_is_not_there_before_readers_see_a_story_of_it(self, client, thread, make):
        """Its name may say what nobody is to know yet."""
        make(thread)
        assert client.get(PAGE).status_code == 404
        assert not is_page(PAGE)

    def test_goes_with_its_last_story(self, client, thread):
        edition = make_live(thread=thread)
        assert is_page(PAGE)
        workflow.withdraw(edition.article, "Wrong")
        assert client.get(PAGE).status_code == 404

    def test_is_there_at_the_moment_at_which_its_first_story_will_be(self, desk, thread):
        at = (timezone.now() + timedelta(hours=2)).replace(second=0, microsecond=0)
        workflow.schedule(make_article(headline="Bridge closes", thread=thread), at)
        assert desk.get(f"/desk/at/{at - timedelta(hours=1):%Y-%m-%dT%H:%MZ}{PAGE}").status_code == 404
        html = page(desk, f"/desk/at/{at:%Y-%m-%dT%H:%MZ}{PAGE}")
        assert texts(html, ".timeline .headline") == ["Bridge closes"]
