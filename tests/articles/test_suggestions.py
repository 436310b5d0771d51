"""Which stories are offered beside a story, on the database that the tests run on."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import search, snapshots, suggestions, workflow
from articles.likeness import Scale
from articles.models import Article, Edition, Suggestion
from tests.factories import change, make_article, make_live, make_section, make_thread, make_topic

FERRY = "<p>The Skerry ferry contract goes to Northquay; the islanders of Skerry want a ferry that sails in a gale.</p>"
FLOOD = "<p>The river Ouzel flooded homes at Thornby after three days of rain on the moor.</p>"


def found(subject):
    return suggestions.suggest(subject, Scale(search.Words()), Edition.objects.not_over())


def suggested(article):
    return [one.story for one in found(suggestions.as_saved(article, timezone.now()))]


@pytest.fixture
def noise():
    """Other news, so that words have their rarity."""
    return [make_live(body=f"<p>Word{number} goal{number} crowd{number} stood by.</p>") for number in range(6)]


@pytest.mark.django_db
class TestSuggest:
    def test_story_of_the_same_words_is_offered(self, noise):
        ferry, _ = make_live(headline="A new Skerry ferry", body=FERRY), make_live(body=FLOOD)
        story = make_article("Two bid for the Skerry ferry", body="<p>Two bid for the Skerry ferry contract.</p>")
        assert suggested(story) == [ferry.article_id]

    def test_draft_is_not_offered(self, noise):
        make_article("A new Skerry ferry", body=FERRY)
        assert suggested(make_article(body=FERRY)) == []

    def test_what_somebody_paid_for_is_not_offered(self, noise):
        make_live(headline="A new Skerry ferry", body=FERRY, kind="sponsored", advertiser="Northquay")
        assert suggested(make_article(body=FERRY)) == []

    def test_scheduled_story_is_offered_for_when_it_appears(self, noise):
        later = make_article("A new Skerry ferry", body=FERRY)
        workflow.schedule(later, timezone.now() + timedelta(hours=1))
        assert suggested(make_article(body=FERRY)) == [later.pk]

    def test_withdrawn_story_is_not_offered(self, noise):
        gone = make_live(body=FERRY).article
        workflow.withdraw(gone, "It was wrong.")
        assert suggested(make_article(body=FERRY)) == []

    def test_story_never_goes_with_itself(self, noise):
        assert suggested(make_live(body=FERRY).article) == []

    def test_same_topic_comes_first(self, noise):
        topic = make_topic("Skerry ferry")
        make_live(body=FERRY)
        about = make_live(body=FERRY, topics=[topic])
        assert suggested(make_article(body=FERRY, topics=[topic]))[0] == about.article_id

    def test_same_running_story_comes_before_the_same_topic(self, noise):
        thread, topic = make_thread("Who sails to Skerry"), make_topic("Skerry ferry")
        about = make_live(body=FERRY, topics=[topic])
        part = make_live(body=FERRY, thread=thread)
        story = make_article(body=FERRY, thread=thread, topics=[topic])
        first, second = found(suggestions.as_saved(story, timezone.now()))
        assert (first.story, second.story) == (part.article_id, about.article_id)
        assert first.why.startswith("Same running story Who sails to Skerry, ")

    def test_same_section_comes_first(self, noise):
        section = make_section("Harbour")
        make_live(body=FERRY)
        beside = make_live(body=FERRY, section=section)
        assert suggested(make_article(body=FERRY, section=section))[0] == beside.article_id

    def test_news_comes_before_what_is_old(self, noise):
        old = make_live(timezone.now() - timedelta(days=700), body=FERRY)
        new = make_live(timezone.now() - timedelta(days=2), body=FERRY)
        assert suggested(make_article(body=FERRY)) == [new.article_id, old.article_id]

    def test_reason_is_told_in_words(self, noise):
        topic = make_topic("Skerry ferry")
        make_live(timezone.now() - timedelta(days=15), body=FERRY, topics=[topic])
        [one] = found(suggestions.as_saved(make_article(body=FERRY, topics=[topic]), timezone.now()))
        assert one.why.startswith("Same topic Skerry ferry, 2 weeks older, both say ")

    def test_queries(self, noise, django_assert_max_num_queries):
        """However many stories there are; PostgreSQL needs fewer."""
        make_live(body=FERRY)
        story = make_article(body=FERRY)
        with django_assert_max_num_queries(14):
            suggested(story)


@pytest.mark.django_db
class TestAsTyped:
    """What goes with words that nobody has saved."""

    def content(self, **fields):
        return snapshots.capture(make_article()) | fields

    def typed(self, content, article=None, **how):
        return [one.story for one in found(suggestions.as_typed(content, article, timezone.now(), **how))]

    def test_story_that_was_never_saved_has_its_suggestions(self, noise):
        ferry = make_live(body=FERRY)
        assert self.typed(self.content(body=FERRY)) == [ferry.article_id]

    def test_typed_words_count_and_not_those_that_were_saved(self, noise):
        make_live(body=FERRY)
        flood, story = make_live(body=FLOOD), make_article(body=FERRY)
        assert self.typed(self.content(body=FLOOD), story) == [flood.article_id]

    def test_saved_and_typed_alike_the_suggestions_are_the_same(self, noise):
        topic, section = make_topic(), make_section()
        for _ in range(2):
            make_live(body=FERRY, topics=[topic], section=section)
        story = make_article(body=FERRY, topics=[topic], section=section)
        now = timezone.now()
        typed = suggestions.as_typed(snapshots.capture(story), story, now)
        saved = suggestions.as_saved(Article.objects.get(pk=story.pk), now)
        assert found(typed) == found(saved)

    def test_story_itself_and_those_that_it_refers_to_are_left_out(self, noise):
        pinned, other = make_live(body=FERRY).article, make_live(body=FERRY).article
        story = make_live(body=FERRY).article
        assert self.typed(snapshots.capture(story), story, without={pinned.pk}) == [other.pk]

    def test_reason_can_be_told_without_the_words(self):
        assert suggestions.without_words("Same section, 2 days newer, both say quay") == "Same section, 2 days newer"
        assert suggestions.without_words("Of the same day") == "Of the same day"


def kept(article):
    return list(article.suggestions.values_list("target", flat=True))


@pytest.mark.django_db
class TestWorkOut:
    def test_what_went_with_it_before_is_replaced(self, noise):
        ferry, story = make_live(body=FERRY), make_article(body=FERRY)
        Suggestion.objects.create(article=story, target=noise[0].article, weight=1, why="Before")
        suggestions.work_out([story.pk])
        assert kept(story) == [ferry.article_id]

    def test_story_that_readers_see_is_offered_beside_those_that_go_with_it(self, noise):
        old = make_live(timezone.now() - timedelta(days=15), body=FERRY).article
        new = make_live(body=FERRY).article
        suggestions.work_out([new.pk])
        assert kept(old) == [new.pk]
        assert "2 weeks newer" in old.suggestions.get().why
        assert "2 weeks older" in new.suggestions.get().why

    def test_draft_is_offered_beside_nothing(self, noise):
        old = make_live(body=FERRY).article
        suggestions.work_out([make_article(body=FERRY).pk])
        assert kept(old) == []

    def test_done_twice_it_is_kept_once(self, noise):
        make_live(body=FERRY)
        story = make_live(body=FERRY).article
        for _ in range(2):
            suggestions.work_out([story.pk])
        assert len(kept(story)) == 1

    def test_save_works_it_out_when_it_is_stored(self, noise, django_capture_on_commit_callbacks):
        ferry, story = make_live(body=FERRY), make_article()
        with django_capture_on_commit_callbacks(execute=True):
            change(story, body=FERRY)
            assert kept(story) == []
        assert kept(story) == [ferry.article_id]

    def test_publication_offers_it_beside_others(self, noise, django_capture_on_commit_callbacks):
        old, new = make_live(body=FERRY).article, make_article(body=FERRY)
        with django_capture_on_commit_callbacks(execute=True):
            workflow.publish(new)
        assert kept(old) == [new.pk]
