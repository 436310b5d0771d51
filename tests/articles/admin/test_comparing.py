"""The difference between what readers see and the working copy."""

import pytest

from articles import workflow
from tests.articles.admin.stories import url, words
from tests.factories import change, make_article, make_live, make_section

pytestmark = pytest.mark.django_db


def test_changed_words_and_names_are_shown(desk):
    article = make_live(headline="Ferry sails", section=make_section("Harbour")).article
    change(article, headline="Ferry stays", section=make_section("Town"))
    said = words(desk.get(url(article, "changes")))
    assert ">sails<" in said
    assert ">stays<" in said
    assert ">Harbour<" in said
    assert ">Standfirst</h2>" not in said


def test_story_as_readers_see_it_has_no_difference(desk):
    assert b"Readers see the newest revision" in desk.get(url(make_live().article, "changes")).content


def test_unseen_story_of_a_colleague_is_not_named(beat, reporter, editor):
    secret = make_article(headline="Secret")
    article = make_live(created_by=reporter).article
    article.related_links.create(target=secret)
    change(article, headline="New")
    said = words(beat.get(url(article, "changes")))
    assert f"Story {secret.pk}" in said
    assert "Secret" not in said


def test_own_scheduled_story_has_nothing_to_compare_yet(desk):
    article = make_article()
    workflow.kill(article, "Wrong")
    assert b"Readers see nothing of this story" in desk.get(url(article, "changes")).content
