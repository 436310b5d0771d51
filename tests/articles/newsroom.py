"""A newsroom at work through a few days, for tests that play deeds in random orders; each adds its own rules."""

from datetime import UTC, datetime, timedelta

import time_machine
from django.db import transaction
from django.test import Client
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from articles import workflow

START = datetime(2026, 3, 5, 12, tzinfo=UTC)
hours = st.integers(1, 48).map(lambda number: timedelta(hours=number))
some = st.integers(0, 5)  # stories are named by numbers, so that there is always one


class Newsroom(RuleBasedStateMachine):
    """Editors, and a `reader` who looks after each step; the clock stands until somebody moves it.

    Whoever inherits from it makes the `stories`.
    """

    pause = timedelta()  # before each transition

    def __init__(self):
        super().__init__()
        self.travel = time_machine.travel(START, tick=False)
        self.clock = self.travel.start()
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.reader = Client()
        self.stories = []

    def teardown(self):
        transaction.set_rollback(True)
        self.undo.__exit__(None, None, None)
        self.travel.stop()

    def story(self, number):
        story = self.stories[number % len(self.stories)]
        story.refresh_from_db()
        return story

    @rule(story=some)
    def publish(self, story):
        self._try(workflow.publish, self.story(story))

    @rule(story=some, ahead=hours)
    def schedule(self, story, ahead):
        self._try(workflow.schedule, self.story(story), timezone.now() + ahead)

    @rule(story=some)
    def withdraw(self, story):
        self._try(workflow.withdraw, self.story(story), "Wrong")

    @rule(passing=hours)
    def time_passes(self, passing):
        self.clock.shift(passing)

    def _try(self, transition, *given, **options):
        self.clock.shift(self.pause)
        try:
            with transaction.atomic():
                transition(*given, **options)
        except workflow.NotPossible:
            pass  # refused, with nothing changed: that is what the invariants look at


class KillingNewsroom(Newsroom):
    """One that kills stories too, and lifts that."""

    @rule(story=some)
    def kill(self, story):
        self._try(workflow.kill, self.story(story), "The court forbids it")

    @rule(story=some)
    def lift(self, story):
        self._try(workflow.lift, self.story(story), "The court allows it")
