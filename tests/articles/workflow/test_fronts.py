"""Putting fronts live, now and at a time, and taking that back; the breaking-news line."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles import workflow
from articles.fronts.slots import EMPTY, LEAD, SECONDS, Pin, pins, with_pins
from articles.models import FAR_FUTURE, Arrangement, BreakingLine
from newsroom.accounts.models import RecordEntry
from tests.articles.fronts.fronts import HOUR, arranged, dressed, put
from tests.articles.noon import NOON
from tests.factories import make_article, make_live, make_photo, make_section

pytestmark = pytest.mark.django_db


@pytest.fixture
def ann(django_user_model):
    ann = django_user_model.objects.create_user("ann")
    ann.user_permissions.add(Permission.objects.get(codename="arrange_front"))
    return ann


def lead_of(section=None, at=None):
    """The story that is pinned to lead at a moment."""
    found = workflow.in_force(section, at)
    return next((pin.article for key, pin in pins(found.content) if key == LEAD), None) if found else None


def refusal(section=None, content=EMPTY, **given):
    with pytest.raises(workflow.NotPossible) as refused:
        put(section, content, **given)
    return str(refused.value)


def test_front_is_in_force_at_once():
    story = make_article()
    put(lead=[story])
    assert lead_of() == story.pk


def test_front_of_a_section_is_its_own():
    story, section = make_article(), make_section()
    put(section, lead=[story])
    assert (lead_of(section), lead_of()) == (story.pk, None)


def test_who_may_not_arrange_puts_nothing_live(django_user_model):
    with pytest.raises(PermissionDenied):
        put(by=django_user_model.objects.create_user("joe"))


def test_it_stands_in_the_record(ann):
    put(by=ann, lead=[make_article()])
    entry = RecordEntry.objects.get()
    assert (entry.action, entry.by, entry.label) == ("put a front live", ann, "Front of the home page")


def test_newer_front_ends_the_one_before(clock):
    first = put(lead=[make_article()])
    clock.move_to(NOON + HOUR)
    second = put(lead=[make_article()])
    first.refresh_from_db()
    assert (first.live_until, second.live_until) == (second.live_from, FAR_FUTURE)


def test_scheduled_front_takes_over_at_its_time(clock):
    now, then = make_article(), make_article()
    put(lead=[now])
    put(lead=[then], at=NOON + HOUR)
    assert [lead_of(at=NOON + minutes * HOUR / 60) for minutes in (0, 59, 60)] == [now.pk, now.pk, then.pk]


def test_front_that_is_put_live_gives_way_to_the_one_that_is_scheduled(clock):
    later = make_article()
    put(lead=[later], at=NOON + HOUR)
    put(lead=[make_article()])
    assert lead_of(at=NOON + HOUR) == later.pk


def test_two_that_are_scheduled_for_one_time_are_the_later_one(clock):
    put(lead=[make_article()], at=NOON + HOUR)
    put(lead=[second := make_article()], at=NOON + HOUR)
    assert lead_of(at=NOON + HOUR) == second.pk
    assert Arrangement.objects.count() == 2


def test_cancelling_lets_the_one_before_go_on(clock):
    put(lead=[now := make_article()])
    put(lead=[make_article()], at=NOON + 2 * HOUR)
    waiting = put(lead=[make_article()], at=NOON + HOUR)
    workflow.cancel_front(waiting)
    assert lead_of(at=NOON + 1.5 * HOUR) == now.pk
    assert lead_of(at=NOON + 2 * HOUR) != now.pk


def test_front_that_began_is_not_cancelled(clock):
    waiting = put(at=NOON + HOUR)
    clock.move_to(NOON + HOUR)
    with pytest.raises(workflow.NotPossible, match="not waiting any more"):
        workflow.cancel_front(waiting)


def test_front_made_of_another_than_is_in_force_is_overtaken(ann):
    base = put()
    theirs = put(by=ann)
    with pytest.raises(workflow.Overtaken, match="ann changed this front") as overtaken:
        workflow.put_live(None, EMPTY, base)
    assert overtaken.value.theirs == theirs


def test_undo_brings_back_what_was_before(clock):
    put(lead=[first := make_article()])
    clock.move_to(NOON + HOUR / 2)
    second = put(lead=[make_article()])
    clock.move_to(NOON + HOUR * 0.75)
    undone = workflow.undo_front(None, second)
    assert lead_of() == first.pk
    assert undone.why == "Brought back the front of 3 March 2026, 12:00 UTC"


def test_undo_of_the_first_front_leaves_it_to_the_rule(clock):
    workflow.undo_front(None, put(lead=[make_article()]))
    assert workflow.in_force(None).content == EMPTY


def test_undo_of_an_undo_brings_back_what_was_undone(clock):
    put(lead=[make_article()])
    clock.move_to(NOON + timedelta(minutes=1))
    second = put(lead=[story := make_article()])
    clock.move_to(NOON + timedelta(minutes=2))
    undone = workflow.undo_front(None, second)
    clock.move_to(NOON + timedelta(minutes=3))
    workflow.undo_front(None, undone)
    assert lead_of() == story.pk


def test_nothing_is_undone_where_nothing_was_arranged():
    with pytest.raises(workflow.NotPossible, match="nothing to undo"):
        workflow.undo_front(None, None)


def test_pins_that_are_over_are_not_taken_along(clock):
    content = arranged(lead=[make_article()], lasts=HOUR)
    clock.move_to(NOON + HOUR)
    assert put(content=content).content["pins"] == {}


def test_time_that_is_past_is_refused(clock):
    assert "is past" in refusal(at=NOON - HOUR)


def test_pin_for_more_than_a_month_is_refused():
    assert "more than 30 days" in refusal(content=arranged(lead=[make_article()], lasts=timedelta(days=31)))


def test_slot_that_the_front_does_not_have_is_refused():
    content = with_pins(EMPTY, {"river": [Pin(make_article().pk, timezone.now() + HOUR)]})
    assert "no slot “river”" in refusal(make_section(), content)


def test_story_that_is_pinned_twice_is_refused():
    pin = Pin(make_article(headline="Ferry sails").pk, timezone.now() + HOUR)
    assert "“Ferry sails” is pinned twice" in refusal(content=with_pins(EMPTY, {LEAD: [pin], SECONDS: [pin]}))


def test_two_stories_in_one_place_are_refused():
    both = [Pin(make_article().pk, timezone.now() + HOUR) for _ in range(2)]
    assert "one place in Seconds" in refusal(content=with_pins(EMPTY, {SECONDS: both}))


def test_place_that_the_slot_does_not_have_is_refused():
    pin = Pin(make_article().pk, timezone.now() + HOUR, place=4)
    assert "no place in its slot" in refusal(content=with_pins(EMPTY, {SECONDS: [pin]}))


def test_story_that_is_not_there_is_refused():
    assert "no story 999" in refusal(content=with_pins(EMPTY, {LEAD: [Pin(999, timezone.now() + HOUR)]}))


def test_words_that_are_too_long_are_refused():
    assert "too long" in refusal(content=dressed(make_article(), headline="a" * 121))


def test_picture_that_is_not_in_the_library_is_refused():
    assert "not in the library" in refusal(content=dressed(make_article(), photo=999))


def test_picture_of_the_library_is_taken():
    photo = make_photo()
    assert put(content=dressed(make_article(), photo=photo.pk)).content["pins"][LEAD][0]["photo"] == photo.pk


class FrontsOverTimeTests(TestCase):
    DEEDS = st.sampled_from(["put", "schedule", "cancel", "undo"])

    @settings(max_examples=40)
    @given(st.lists(st.tuples(DEEDS, st.integers(0, 60)), max_size=12))
    def test_one_front_is_in_force_at_every_moment_from_the_first_on(self, steps):
        now = timezone.now()
        for deed, minutes in steps:
            self.play(deed, now + timedelta(hours=1, minutes=minutes))
        seen = [row for row in Arrangement.objects.all() if row.was_seen]
        moments = sorted({row.live_from for row in seen})
        for moment in moments:
            self.assertEqual(Arrangement.objects.live(moment).count(), 1)
        if moments:
            self.assertEqual(Arrangement.objects.live(moments[-1] + timedelta(days=900)).count(), 1)

    def play(self, deed, at):
        if deed == "put":
            put()
        elif deed == "schedule":
            put(at=at)
        elif deed == "cancel" and (waiting := Arrangement.objects.of(None).ahead().last()):
            workflow.cancel_front(waiting)
        elif deed == "undo" and (in_force := workflow.in_force(None)):
            workflow.undo_front(None, in_force)


# The breaking-news line


def test_line_runs_until_its_end(clock):
    line = workflow.break_news("Bridge jams open", NOON + HOUR)
    assert BreakingLine.objects.running(NOON + HOUR / 2).get() == line
    assert not BreakingLine.objects.running(NOON + HOUR)


def test_next_line_ends_the_one_before(clock):
    workflow.break_news("Bridge jams open", NOON + HOUR)
    clock.move_to(NOON + timedelta(minutes=1))
    second = workflow.break_news("Bridge free again", NOON + HOUR)
    assert BreakingLine.objects.running().get() == second


def test_line_is_ended_before_its_time(clock):
    workflow.break_news("Bridge jams open", NOON + HOUR)
    assert workflow.end_breaking()
    assert not BreakingLine.objects.running()
    assert not workflow.end_breaking()


@pytest.mark.parametrize(
    ("text", "lasts", "says"),
    [("Bridge", -HOUR, "is past"), ("Bridge", 49 * HOUR, "48 hours"), (" \n ", HOUR, "what happened")],
)
def test_line_that_cannot_stand_is_refused(clock, text, lasts, says):
    with pytest.raises(workflow.NotPossible, match=says):
        workflow.break_news(text, NOON + lasts)


def test_what_somebody_paid_for_is_no_news(clock):
    story = make_article(kind="sponsored", advertiser="Ropes Ltd")
    with pytest.raises(workflow.NotPossible, match="no news"):
        workflow.break_news("Bridge", NOON + HOUR, article=story)


def test_sponsored_story_that_is_pinned_to_lead_is_refused():
    story = make_article(kind="sponsored", advertiser="Ropes Ltd")
    assert "never leads" in refusal(content=arranged(lead=[story]))


def test_who_may_not_arrange_breaks_no_news(django_user_model):
    with pytest.raises(PermissionDenied):
        workflow.break_news("Bridge", timezone.now() + HOUR, django_user_model.objects.create_user("joe"))


def test_line_leads_nowhere_before_its_story_is_live():
    line = workflow.break_news("Bridge", timezone.now() + HOUR, article=make_article())
    assert BreakingLine.objects.with_story(timezone.now()).get(pk=line.pk).path is None


def test_line_leads_to_its_live_story():
    edition = make_live()
    workflow.break_news("Bridge", timezone.now() + HOUR, article=edition.article)
    assert BreakingLine.objects.with_story(timezone.now()).get().path == edition.path
