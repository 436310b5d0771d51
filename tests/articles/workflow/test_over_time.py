"""Whatever the newsroom does and whenever: what holds for what readers see at every moment."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import time_machine
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles import workflow
from articles.models import Edition
from tests.factories import change, make_article

NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)

# What is done, with the moment that it is about.
DEEDS = {
    "save": lambda article, at: change(article, headline=f"As of {at}"),
    "restore": lambda article, at: change(article, headline=article.revisions.last().content["headline"]),
    "publish": lambda article, at: workflow.publish(article),
    "update": lambda article, at: workflow.update(article, update_note="With more."),
    "schedule": lambda article, at: workflow.schedule(article, at),
    "cancel": lambda article, at: workflow.cancel_schedule(article),
    "correct": lambda article, at: workflow.correct(article, "wrong", "right"),
    "correct alone": lambda article, at: workflow.correct(article, "wrong", "right", with_changes=False),
    "withdraw": lambda article, at: workflow.withdraw(article, "why"),
    "plan a withdrawal": lambda article, at: workflow.schedule_withdrawal(article, at, "why"),
    "cancel the withdrawal": lambda article, at: workflow.cancel_withdrawal(article),
    "embargo": lambda article, at: workflow.set_embargo(article, at),
    "lift the embargo": lambda article, at: workflow.set_embargo(article, None),
    "kill": lambda article, at: workflow.kill(article, "why"),
    "lift": lambda article, at: workflow.lift(article, "why"),
}
MINUTES = st.sampled_from([0, 1, 30, 31, 60])  # few, so that moments coincide
STEPS = st.lists(st.tuples(st.sampled_from(sorted(DEEDS)), MINUTES, MINUTES), min_size=1, max_size=15)


class OverTimeTests(TestCase):
    @settings(max_examples=60)
    @given(STEPS)
    @example([("schedule", 0, 5), ("withdraw", 5, 0)])
    @example([("publish", 0, 0), ("plan a withdrawal", 1, 60), ("save", 1, 0), ("schedule", 1, 30), ("cancel", 5, 0)])
    @example([("publish", 0, 0), ("plan a withdrawal", 1, 60), ("save", 0, 0), ("schedule", 0, 60)])
    @example([("schedule", 0, 60), ("plan a withdrawal", 1, 90), ("cancel", 1, 0), ("publish", 5, 0)])
    def test_what_readers_see_is_one_whole_allowed_edition(self, steps):
        now, seen = NOON, {}
        with time_machine.travel(now, tick=False) as clock:
            article = make_article()
            for deed, waited, ahead in steps:
                now += timedelta(minutes=waited)
                clock.move_to(now)
                with suppress(workflow.NotPossible):
                    DEEDS[deed](article, now + timedelta(minutes=ahead))
                _assert_one_at_most(article)
                _assert_bars_hold(article, now)
                _assert_the_past_stays(article, now, seen)


def _assert_one_at_most(article):
    for before, after in pairwise(article.editions.order_by("live_from")):
        assert before.live_until <= after.live_from


def _assert_bars_hold(article, now):
    """Nothing before the embargo's end, nothing after a kill or after the withdrawal that is to come."""
    article.refresh_from_db()
    coming = Edition.objects.filter(article=article).not_over(now)
    if article.embargo_until and article.embargo_until > now:
        assert not coming.filter(live_from__lt=article.embargo_until).exists()
    if article.withdrawals.in_force().exists():
        assert not coming.exists()
    if planned := workflow.planned_withdrawal(article, now):
        assert not coming.filter(live_until__gt=planned.at).exists()
        assert coming.filter(live_until=planned.at).exists()


def _assert_the_past_stays(article, now, seen):
    """At no moment that is over do readers turn out to have seen something else."""
    for moment, shown in seen.items():
        assert _shown(article, moment) == shown
    a_moment_ago = now - timedelta(microseconds=1)
    seen[a_moment_ago] = _shown(article, a_moment_ago)


def _shown(article, moment):
    """The revision as the intervals have it, whatever became of the story: `live` spares whoever looks back a kill."""
    return article.editions.filter(live_from__lte=moment, live_until__gt=moment).values_list("revision").first()
