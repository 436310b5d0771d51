"""Embargo: nobody publishes before it ends."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from articles import workflow
from articles.models import Edition
from tests.factories import make_article, make_live

pytestmark = pytest.mark.django_db


def later(hours=2):
    return timezone.now() + timedelta(hours=hours)


def test_nobody_publishes_or_schedules_before_the_embargo_ends(editor):
    article = make_article()
    workflow.set_embargo(article, later(2))
    for publish in (
        lambda: workflow.publish(article, editor),
        lambda: workflow.schedule(article, later(1), editor),
        lambda: workflow.backdate(article, later(-1), editor),
    ):
        with pytest.raises(workflow.NotPossible, match="under embargo until"):
            publish()
    assert not Edition.objects.exists()


def test_story_can_be_scheduled_for_the_end_of_its_embargo():
    article, ends = make_article(), later()
    workflow.set_embargo(article, ends)
    assert workflow.schedule(article, ends).live_from == ends


def test_embargo_past_a_scheduled_publication_is_refused():
    article = make_article()
    workflow.schedule(article, later(1))
    with pytest.raises(workflow.NotPossible, match="before the embargo ends"):
        workflow.set_embargo(article, later(2))


def test_embargo_on_what_readers_see_is_refused():
    with pytest.raises(workflow.NotPossible, match="Readers see this story already"):
        workflow.set_embargo(make_live().article, later())


def test_embargo_that_is_past_is_refused():
    with pytest.raises(workflow.NotPossible, match="is past"):
        workflow.set_embargo(make_article(), later(-1))


def test_lifted_embargo_lets_the_story_be_published():
    article = make_article()
    workflow.set_embargo(article, later())
    workflow.set_embargo(article, None)
    assert workflow.publish(article)


def test_reporter_sets_an_embargo_and_puts_it_off_but_does_not_shorten_it(reporter):
    article = make_article(created_by=reporter)
    workflow.set_embargo(article, later(2), reporter)
    workflow.set_embargo(article, later(3), reporter)
    for until in (later(1), None):
        with pytest.raises(PermissionDenied):
            workflow.set_embargo(article, until, reporter)


def test_embargo_that_is_over_may_be_taken_out_by_its_reporter(reporter):
    article = make_article(created_by=reporter, embargo_until=later(-1))
    assert workflow.set_embargo(article, None, reporter)
