"""How a running story developed, as it stands beside one of its stories."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles import threads, workflow
from articles.models import Edition, Thread
from tests.factories import change, make_article, make_live, make_thread

pytestmark = pytest.mark.django_db
START = datetime(2026, 3, 5, 12, tzinfo=UTC)
NOW = START + timedelta(days=300)
HOUR = timedelta(hours=1)


@pytest.fixture
def thread():
    return make_thread("The bridge")


def parts_of(thread, count):
    """So many live stories of it, one a day."""
    return [make_live(at=START + timedelta(days=day), thread=thread) for day in range(count)]


def beside(edition, at=NOW):
    return threads.timeline(threads.with_timeline(Edition.objects.live(at), at).get(article=edition.article))


def told(edition, at=NOW):
    """The stories of the timeline, in its order."""
    return [entry.edition.article_id for entry in beside(edition, at).entries]


def test_stories_stand_from_the_oldest_to_the_newest(thread):
    parts = parts_of(thread, 4)
    stories = [part.article_id for part in parts]
    assert [told(part) for part in parts] == [stories] * 4


def test_of_two_published_at_once_the_one_that_was_begun_first_stands_first(thread):
    first, second = (make_article(thread=thread) for _ in range(2))
    editions = [workflow.backdate(story, START) for story in (second, first)]
    assert [told(edition) for edition in editions] == [[first.pk, second.pk]] * 2


def test_story_that_the_page_is_about_is_the_current_one(thread):
    parts = parts_of(thread, 3)
    assert [entry.is_current for entry in beside(parts[1]).entries] == [False, True, False]


def test_story_alone_in_it_has_none(thread):
    assert beside(parts_of(thread, 1)[0]) is None


def test_story_of_none_has_none():
    make_live(at=START)
    assert beside(make_live(at=START)) is None


@pytest.mark.parametrize("place", range(12))
def test_long_one_shows_the_beginning_what_is_near_and_the_newest(thread, place):
    parts = parts_of(thread, 12)
    found = beside(parts[place])
    shown = [[part.article_id for part in parts].index(entry.edition.article_id) for entry in found.entries]
    wanted = {0, 11} | set(range(max(place - threads.AROUND, 0), min(place + threads.AROUND, 11) + 1))
    # To the first and the last of all, the beginning and the newest are those of the others.
    wanted |= {1} if place == 0 else {10} if place == 11 else set()
    assert shown == sorted(wanted)
    assert [entry.follows_gap for entry in found.entries[1:]] == [two - one > 1 for one, two in pairwise(shown)]
    assert found.in_all == 12


@pytest.mark.parametrize("count", [2, threads.WHOLE])
def test_short_one_is_whole_beside_each_of_its_stories(thread, count):
    parts = parts_of(thread, count)
    assert {len(beside(part).entries) for part in parts} == {count}
    assert not any(entry.follows_gap for part in parts for entry in beside(part).entries)


def test_what_readers_do_not_see_is_not_in_it(thread):
    one, other, gone, killed = parts_of(thread, 4)
    make_article(thread=thread)
    workflow.withdraw(gone.article, "Wrong")
    workflow.kill(killed.article, "Wrong firm")
    at = datetime.now(UTC)
    assert told(one, at) == [one.article_id, other.article_id]


def test_scheduled_story_joins_at_its_moment(thread):
    one, _ = parts_of(thread, 2)
    ahead = datetime.now(UTC) + timedelta(hours=1)
    later = make_article(thread=thread)
    workflow.schedule(later, ahead)
    assert later.pk not in told(one, ahead - timedelta(seconds=1))
    assert later.pk in told(one, ahead)


def test_headline_is_the_live_one(thread):
    one, other = parts_of(thread, 2)
    other.article.headline = "Not published"
    other.article.save()
    assert [entry.edition.headline for entry in beside(one).entries] == [one.headline, other.headline]


def test_has_a_page_once_readers_see_a_story_of_it(thread):
    story = make_article(thread=thread)
    assert not threads.shown(Thread.objects.all()).exists()
    workflow.publish(story)
    assert threads.shown(Thread.objects.all()).get() == thread


DEEDS = ["publish", "put in", "take out", "schedule", "withdraw", "kill"]


class WhateverHappensTests(TestCase):
    """Stories of which some come into a running story and some leave it, in any order."""

    @given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(DEEDS)), max_size=14))
    @settings(max_examples=25, deadline=None)
    def test_timeline_is_what_readers_see_of_it_in_order_each_once(self, deeds):
        thread = make_thread()
        stories = [make_live(thread=thread).article for _ in range(2)] + [make_article() for _ in range(2)]
        for number, deed in deeds:
            with suppress(workflow.NotPossible):
                self.do(stories[number], deed, thread)
        for at in (timezone.now(), timezone.now() + 2 * HOUR):
            live = sorted(Edition.objects.live(at).filter(thread=thread), key=threads.place)
            wanted = [edition.article_id for edition in live]
            found = [beside(edition, at) for edition in live]
            assert [[entry.edition.article_id for entry in one.entries] for one in found if one] == [
                wanted for _ in live if len(live) > 1
            ]

    def do(self, story, deed, thread):
        match deed:
            case "publish":
                workflow.publish(story)
            case "put in" | "take out":
                change(story, thread=thread if deed == "put in" else None)
            case "schedule":
                workflow.schedule(story, timezone.now() + HOUR)
            case "withdraw":
                workflow.withdraw(story, "Wrong")
            case "kill":
                workflow.kill(story, "Wrong")
