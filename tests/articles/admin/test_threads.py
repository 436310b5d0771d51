"""Running stories in the admin: their own screen, and where stories are put into them."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import workflow
from articles.admin.threads import lines
from newsroom.accounts.models import RecordEntry
from tests.articles.admin.stories import form, url, words
from tests.articles.admin.test_bulk import do, said
from tests.factories import change, make_article, make_live, make_thread

pytestmark = pytest.mark.django_db
START = datetime(2026, 3, 5, 12, tzinfo=UTC)
LIST = "/admin/articles/article/"


@pytest.fixture
def thread():
    return make_thread("The bridge")


def told(thread, user):
    return [(line.headline, line.words) for line in lines(thread, user, timezone.now())]


def screen(client, thread):
    return client.get(reverse("admin:articles_thread_change", args=[thread.pk]))


class TestScreen:
    def test_stories_that_readers_see_stand_in_their_order_before_what_is_to_come(self, thread, editor):
        make_article("Draft", thread=thread)
        for days, headline in ((1, "Second"), (0, "First")):
            make_live(at=START + timedelta(days=days), headline=headline, thread=thread)
        workflow.schedule(make_article("Third", thread=thread), timezone.now() + timedelta(days=1))
        assert told(thread, editor) == [
            ("First", "Live"),
            ("Second", "Live"),
            ("Third", "Scheduled"),
            ("Draft", "Draft"),
        ]

    def test_story_is_called_what_readers_call_it(self, thread, editor):
        change(make_live(headline="Live words", thread=thread).article, headline="Other words")
        assert told(thread, editor) == [("Live words", "Live")]

    def test_story_that_was_put_in_and_not_published_is_not_in_it_yet(self, thread, editor):
        change(make_live(headline="Bridge closes").article, thread=thread)
        (line,) = lines(thread, editor, timezone.now())
        assert (line.words, line.note) == ("Not yet", "Put in; readers see that once the change is published.")

    def test_story_that_was_taken_out_and_not_published_is_still_in_it(self, thread, editor):
        change(make_live(headline="Bridge closes", thread=thread).article, thread=None)
        (line,) = lines(thread, editor, timezone.now())
        assert (line.words, line.note) == ("Live", "Taken out; readers see that once the change is published.")

    def test_withdrawn_story_goes_back_to_what_is_to_come(self, thread, editor):
        workflow.withdraw(make_live(headline="Bridge closes", thread=thread).article, "Wrong")
        assert told(thread, editor) == [("Bridge closes", "Draft")]

    def test_reporter_learns_of_others_stories_what_readers_know(self, thread, reporter):
        make_article("A colleague's draft", thread=thread)
        make_live(headline="Live", thread=thread)
        make_article("Own draft", thread=thread, created_by=reporter)
        assert [(line.headline, bool(line.address)) for line in lines(thread, reporter, timezone.now())] == [
            ("Live", False),
            ("Own draft", True),
        ]

    def test_leads_to_its_page_only_when_there_is_one(self, desk, thread):
        assert "View on site" not in screen(desk, thread).content.decode()
        make_live(thread=thread)
        assert 'href="/thread/the-bridge/"' in screen(desk, thread).content.decode()

    @pytest.mark.parametrize("count", [2, 20])
    def test_as_many_queries_for_few_stories_and_for_many(self, thread, editor, django_assert_num_queries, count):
        for _ in range(count):
            make_live(thread=thread)
            make_article(thread=thread)
        with django_assert_num_queries(3):
            assert len(lines(thread, editor, timezone.now())) == 2 * count

    def test_list_tells_how_many_stories_readers_see(self, desk, thread, django_assert_max_num_queries):
        for _ in range(2):
            make_live(thread=thread)
        make_article(thread=thread)
        html = desk.get(reverse("admin:articles_thread_changelist")).content.decode()
        assert '<td class="field-stories_live">2</td>' in html


class TestStories:
    def test_field_finds_running_stories_by_typing(self, desk, thread):
        make_thread("The ferry")
        asked = {"app_label": "articles", "model_name": "article", "field_name": "thread", "term": "brid"}
        found = desk.get(reverse("admin:autocomplete"), asked).json()["results"]
        assert [one["text"] for one in found] == ["The bridge"]

    def test_form_offers_the_running_story_of_a_story_that_this_one_refers_to(self, desk, thread):
        part = make_live(headline="Bridge closes", thread=thread)
        story = make_article(body=f'<p>a</p><aside data-related="{part.article_id}"></aside>')
        assert "“Bridge closes” is part of “The bridge”." in words(desk.get(url(story)))
        response = desk.post(url(story), form(body=story.body, _join=thread.pk), follow=True)
        assert "The story is part of “The bridge”." in said(response)
        assert story.latest_revision().content["thread"] == thread.pk
        assert RecordEntry.objects.first().details["said"] == "Added to the running story The bridge."
        assert 'name="_join"' not in words(desk.get(url(story)))

    @pytest.mark.parametrize("make", [make_article, make_live])
    def test_nothing_is_offered_where_no_live_story_is_part_of_one(self, desk, thread, make):
        other = make(thread=thread if make is make_article else None)
        story = make_article(body=f'<p>a</p><aside data-related="{getattr(other, "article_id", other.pk)}"></aside>')
        assert 'name="_join"' not in words(desk.get(url(story)))

    def test_who_may_not_change_a_story_adds_it_to_none(self, beat, thread, reporter):
        story = make_article(created_by=reporter)
        workflow.submit(story, reporter)
        assert beat.post(url(story, "step"), {"_join": thread.pk}).status_code == 403
        assert story.revisions.count() == 1

    @pytest.mark.parametrize("number", ["", "99", "x"])
    def test_running_story_that_is_not_there_is_not_found(self, desk, number):
        assert desk.post(url(make_article(), "step"), {"_join": number}).status_code == 404

    def test_list_is_narrowed_to_one(self, desk, thread):
        make_article()
        part = make_article(thread=thread)
        assert desk.get(LIST, {"thread": thread.pk}).context["cl"].result_list == [part]

    def test_several_are_added_at_once(self, desk, thread):
        stories = [make_article(), make_article()]
        response = do(desk, "join", *stories, thread=thread.pk)
        assert "Added 2 stories to “The bridge”." in said(response)
        assert [story.latest_revision().content["thread"] for story in stories] == [thread.pk] * 2

    def test_story_that_is_in_it_is_left_as_it_is(self, desk, thread):
        story = make_article(thread=thread)
        do(desk, "join", story, thread=thread.pk)
        assert story.revisions.count() == 1
