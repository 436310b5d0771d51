"""Stages: how far the working copy is, and in whose hands."""

import pytest
from django.core.exceptions import PermissionDenied

from articles import workflow
from tests.factories import change, make_article, make_live

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(reporter):
    return make_article(created_by=reporter)


def stands(article):
    article.refresh_from_db()
    return article.stage, article.holder


def test_submitted_story_is_in_review_and_in_nobodys_hands(article, reporter):
    workflow.take(article, reporter)
    note = workflow.submit(article, reporter, "Please look at the figures.")
    assert stands(article) == ("review", None)
    assert (note.by, note.step, note.text) == (reporter, "submitted", "Please look at the figures.")


def test_submitted_story_is_known_since_when(article, reporter):
    workflow.submit(article, reporter)
    article.refresh_from_db()
    assert article.held_since == article.notes.get().at or article.held_since <= article.notes.get().at


def test_story_is_submitted_once(article, reporter):
    workflow.submit(article, reporter)
    with pytest.raises(PermissionDenied):
        workflow.submit(article, reporter)
    with pytest.raises(workflow.NotPossible, match="with the editors already"):
        workflow.submit(article)


def test_story_that_readers_see_as_it_is_has_nothing_to_review(reporter):
    article = make_live(created_by=reporter).article
    with pytest.raises(workflow.NotPossible, match="nothing to review"):
        workflow.submit(article, reporter)
    change(article, headline="New")
    assert workflow.submit(article, reporter)


def test_reporter_takes_back_what_is_in_review(article, reporter):
    workflow.submit(article, reporter)
    workflow.take_back(article, reporter)
    assert stands(article) == ("draft", reporter)


def test_reporter_does_not_take_back_what_is_ready(article, reporter, editor):
    workflow.submit(article, reporter)
    workflow.approve(article, editor)
    with pytest.raises(workflow.NotPossible, match="not in review"):
        workflow.take_back(article, reporter)


def test_returned_story_is_a_draft_of_who_submitted_it(article, reporter, editor):
    workflow.submit(article, reporter)
    note = workflow.send_back(article, "The second source is missing.", editor)
    assert stands(article) == ("draft", reporter)
    assert note.to == reporter


def test_return_says_what_is_to_be_done(article, reporter, editor):
    workflow.submit(article, reporter)
    with pytest.raises(workflow.NotPossible, match="Say what is to be done"):
        workflow.send_back(article, "  ", editor)


def test_draft_cannot_be_returned(article, editor):
    with pytest.raises(workflow.NotPossible, match="nobody to return it to"):
        workflow.send_back(article, "Why", editor)


def test_approved_story_is_ready(article, reporter, editor):
    workflow.submit(article, reporter)
    workflow.approve(article, editor)
    assert stands(article) == ("ready", None)
    with pytest.raises(workflow.NotPossible, match="ready already"):
        workflow.approve(article, editor)


def test_assigned_story_is_in_its_new_hands_and_stays_at_its_stage(article, reporter, editor):
    workflow.submit(article, reporter)
    workflow.assign(article, editor, editor)
    assert stands(article) == ("review", editor)


def test_story_is_not_given_to_who_does_not_work_on_stories(article, editor, django_user_model):
    stranger = django_user_model.objects.create_user("stranger")
    with pytest.raises(workflow.NotPossible, match="does not work on stories"):
        workflow.assign(article, stranger, editor)


def test_story_is_not_given_to_who_is_blocked(article, reporter, editor):
    reporter.is_active = False
    reporter.save()
    with pytest.raises(workflow.NotPossible, match="does not work on stories"):
        workflow.assign(article, reporter, editor)


def test_who_saves_first_has_the_story_until_somebody_is_given_it(article, reporter, editor):
    assert workflow.take(article, reporter)
    assert not workflow.take(article, editor)
    assert stands(article) == ("draft", reporter)


def test_comment_is_a_line_of_the_thread(article, reporter):
    workflow.comment(article, "The mayor calls back at four.", reporter)
    assert [str(note) for note in article.notes.all()] == ["The mayor calls back at four."]


def test_empty_comment_is_refused(article, reporter):
    with pytest.raises(workflow.NotPossible, match="Write the note first"):
        workflow.comment(article, " ", reporter)
