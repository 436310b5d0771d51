"""Pins to look at."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import workflow
from articles.fronts.slots import pins
from articles.fronts.stale import CORRECTED, RETITLED, doubts
from tests.articles.fronts.fronts import arranged, dressed
from tests.factories import change, make_article, make_live

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return make_live(headline="Ferry sails").article


def words(story, **values):
    """The story pinned in the front's own words, which were written just now."""
    values = {"headline": "They sail", "written_from": "Ferry sails", "written_at": timezone.now()} | values
    return dressed(story, **values)


def own(content):
    return [pin for _, pin in pins(content)]


def found(content):
    return [(doubt.what, doubt.headline) for doubt in doubts(own(content), timezone.now())]


def test_own_words_whose_story_is_the_same_are_in_no_doubt(story):
    assert found(words(story)) == []


def test_own_words_whose_story_got_another_headline_are(story):
    content = words(story)
    change(story, headline="Ferry stays")
    workflow.update(story)
    assert found(content) == [(RETITLED, "Ferry stays")]


def test_other_headline_matters_only_once_readers_see_it(story):
    content = words(story)
    change(story, headline="Ferry stays")
    assert found(content) == []


def test_own_kicker_alone_is_looked_at_too(story):
    content = words(story, headline="", kicker="Strike")
    change(story, headline="Ferry stays")
    workflow.update(story)
    assert found(content) == [(RETITLED, "Ferry stays")]


def test_pin_without_words_of_its_own_follows_its_story(story):
    content = arranged(lead=[story])
    change(story, headline="Ferry stays")
    workflow.update(story)
    assert found(content) == []


def test_own_words_whose_story_was_corrected_since_are_in_doubt(story):
    content = words(story)
    workflow.correct(story, "It was eight.", "It was nine.")
    assert found(content) == [(CORRECTED, "Ferry sails")]


def test_words_that_were_written_after_the_correction_are_not(story):
    workflow.correct(story, "It was eight.", "It was nine.")
    assert found(words(story)) == []


def test_withdrawn_story_is_told_with_or_without_words(story):
    content = arranged(lead=[story])
    workflow.withdraw(story, "Wrong firm")
    assert found(content) == [("withdrawn", "Ferry sails")]


def test_killed_story_is_told(story):
    content = words(story)
    workflow.kill(story, "By order")
    assert found(content) == [("killed", "Ferry sails")]


def test_story_that_was_never_published_is_waited_for():
    assert found(arranged(lead=[make_article()])) == []


def test_pin_that_is_over_is_looked_at_no_more(story):
    content = arranged(lead=[story], lasts=timedelta())
    workflow.withdraw(story, "Wrong firm")
    assert found(content) == []


def test_as_many_queries_for_few_and_for_many(django_assert_num_queries):
    stories = [make_live().article for _ in range(8)]
    content = arranged(river=stories, seconds=[make_live().article])
    with django_assert_num_queries(1):
        doubts(own(content), timezone.now())
