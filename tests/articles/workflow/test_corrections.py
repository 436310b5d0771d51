"""Corrections: each comes with an edition."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import workflow
from articles.models import Correction, Edition
from tests.factories import change, make_article, make_live

pytestmark = pytest.mark.django_db


def test_correction_comes_with_an_edition_that_shows_the_changes():
    first = make_live(headline="Forty boats")
    change(first.article, headline="Fourteen boats")
    correction = workflow.correct(first.article, "We wrote forty.", "There were fourteen.")
    assert Edition.objects.live().get().headline == "Fourteen boats"
    assert Edition.objects.live().get().live_from == correction.at


def test_correction_alone_leaves_the_text_as_readers_see_it():
    first = make_live(headline="Forty boats")
    change(first.article, headline="Half a thought")
    workflow.correct(first.article, "We wrote forty.", "There were fourteen.", with_changes=False)
    assert Edition.objects.live().get().headline == "Forty boats"
    assert Edition.objects.count() == 2


def test_correction_alone_does_not_cancel_a_scheduled_update():
    article = make_live().article
    change(article, headline="New")
    workflow.schedule(article, timezone.now() + timedelta(hours=2))
    with pytest.raises(workflow.NotPossible, match="An update is scheduled"):
        workflow.correct(article, "a", "b", with_changes=False)


@pytest.mark.parametrize(("wrong", "right", "field"), [("", "b", "wrong"), ("a", " ", "right")])
def test_correction_says_what_was_wrong_and_what_is_right(wrong, right, field):
    with pytest.raises(workflow.NotPossible) as refusal:
        workflow.correct(make_live().article, wrong, right)
    assert [problem.field for problem in refusal.value.problems] == [field]


def test_correction_of_what_readers_do_not_see_is_refused():
    with pytest.raises(workflow.NotPossible, match="nothing to correct"):
        workflow.correct(make_article(), "a", "b")


def test_correction_said_anew_stands_in_the_place_of_the_first():
    article = make_live().article
    first = workflow.correct(article, "We wrote forty.", "There were fourteen.")
    second = workflow.correct(article, "We wrote forty.", "There were fifteen.", replaces=first)
    assert list(Correction.objects.standing()) == [second]
    assert list(Correction.objects.standing(second.at - timedelta(microseconds=1))) == [first]


def test_correction_is_said_anew_once_and_of_its_own_story():
    article, other = make_live().article, make_live().article
    first = workflow.correct(article, "a", "b")
    with pytest.raises(workflow.NotPossible, match="another story"):
        workflow.correct(other, "a", "c", replaces=first)
    workflow.correct(article, "a", "c", replaces=first)
    with pytest.raises(workflow.NotPossible, match="said anew already"):
        workflow.correct(article, "a", "d", replaces=first)
