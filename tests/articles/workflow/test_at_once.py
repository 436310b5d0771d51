"""Transitions at the same instant, and transitions whose process is killed."""

import os
import random
import time
from datetime import timedelta
from itertools import pairwise

import pytest
from django.db import connection
from django.utils import timezone

from articles import workflow
from articles.models import Address, Article, Edition, Withdrawal
from newsroom.accounts.models import RecordEntry
from tests.articles.workflow.at_once import killed_after, together
from tests.factories import change, make_article, make_author, make_live, make_photo, make_topic

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = int(os.environ.get("ROUNDS", 20))  # more by hand


def story(pk):
    return Article.objects.get(pk=pk)


def test_two_publishing_at_once_leave_one_live_edition():
    pk = make_article().pk
    (refusal,) = together(*[lambda: workflow.publish(story(pk))] * 2)
    assert isinstance(refusal, workflow.NotPossible)
    assert Edition.objects.count() == 1


def test_two_scheduling_at_once_leave_one_schedule():
    pk, at = make_article().pk, timezone.now() + timedelta(hours=1)
    raised = together(
        *[lambda hours=hours: workflow.schedule(story(pk), at + timedelta(hours=hours)) for hours in (0, 1)]
    )
    assert raised == []
    assert Edition.objects.count() == 1


@pytest.mark.parametrize("number", range(3))
def test_whatever_is_done_at_once_leaves_one_whole_state(number):
    article = make_live().article
    change(article, headline="New")
    pk, at = article.pk, timezone.now() + timedelta(hours=1)
    raised = together(
        lambda: workflow.publish(story(pk)),
        lambda: workflow.schedule(story(pk), at),
        lambda: workflow.schedule_withdrawal(story(pk), at + timedelta(hours=1), "A day only."),
        lambda: workflow.correct(story(pk), "wrong", "right"),
        lambda: workflow.withdraw(story(pk), "why"),
        lambda: workflow.kill(story(pk), "why"),
    )
    assert {type(error) for error in raised} <= {workflow.NotPossible}
    editions = article.editions.order_by("live_from")
    assert all(before.live_until <= after.live_from for before, after in pairwise(editions))
    assert not Edition.objects.not_over()
    assert not Withdrawal.objects.ahead()
    assert RecordEntry.objects.about(article).count() == 1 + 6 - len(raised)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a pool of connections does not outlive a fork")
def test_publication_that_is_killed_at_any_moment_is_whole_or_nothing(client):
    article = make_article(authors=[make_author()], topics=[make_topic()], lead_photo=make_photo())
    pk = article.pk

    def publish():
        workflow.publish(story(pk))

    change(article, headline="State 0")
    begin = time.perf_counter()
    assert not killed_after(600, publish)  # how long it takes undisturbed
    whole = time.perf_counter() - begin
    chance, interrupted, before = random.Random(5), 0, workflow.live_edition(article)
    for number in range(1, ROUNDS + 1):
        change(article, headline=f"State {number}", slug=f"state-{number}")
        interrupted += killed_after(chance.uniform(0, whole), publish)
        now = workflow.live_edition(article)
        if now == before:
            assert not Address.objects.filter(path__endswith=f"/state-{number}/").exists()
        else:
            assert (now.headline, before.live_from < now.live_from) == (f"State {number}", True)
            assert list(now.topics.all()) == list(article.topics.all())
            assert now.authors.count() == 1
            assert Edition.objects.get(pk=before.pk).live_until == now.live_from
        assert RecordEntry.objects.about(article).count() == article.editions.count()
        page = client.get(now.path)
        assert page.status_code == 200
        assert now.headline in page.content.decode()
        before = now
    assert interrupted
