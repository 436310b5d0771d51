"""Arranging a front a step at a time: each is kept in the person's own draft, and can be undone."""

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles import workflow
from articles.admin.front_steps import STEPS, Unclear, take_step
from articles.fronts.slots import HOME as SLOTS
from articles.models import Arrangement, FrontDraft
from articles.photos.moments import in_words
from tests.articles.admin.front_screens import LIST, drafted, front, pin_of, put_live, step
from tests.articles.admin.stories import make_person
from tests.articles.fronts.fronts import DAY, dressed, put
from tests.articles.reader.pages import texts
from tests.factories import change, make_article, make_section, make_topic

pytestmark = pytest.mark.django_db


def test_story_is_pinned_where_it_is_put(desk, editor, ferry):
    assert step(desk, f"place {ferry.pk} seconds 2") == "“Ferry sails” is pinned in Seconds, third."
    assert (drafted(editor), pin_of(editor, ferry).place) == ({"seconds": [ferry.pk]}, 2)


def test_pin_lasts_as_long_as_its_slot_has_it(desk, editor, ferry, clock):
    step(desk, f"place {ferry.pk} lead 0")
    assert pin_of(editor, ferry).until == timezone.now() + timedelta(hours=12)


def test_story_is_put_into_the_slot_that_is_chosen_for_it(desk, editor, ferry):
    step(desk, f"put {ferry.pk}", **{f"put-{ferry.pk}": "river"})
    assert drafted(editor) == {"river": [ferry.pk]}


def test_story_is_sent_to_another_slot(desk, editor, ferry):
    step(desk, f"place {ferry.pk} lead 0")
    step(desk, f"send {ferry.pk}", **{f"send-{ferry.pk}": "opinion"})
    assert drafted(editor) == {"opinion": [ferry.pk]}


def test_choice_without_a_slot_asks_for_one(desk, editor, ferry):
    assert step(desk, f"put {ferry.pk}", **{f"put-{ferry.pk}": ""}) == "Choose a slot."
    assert drafted(editor) is None


def test_story_moves_a_place(desk, editor, ferry, gulls):
    for place, story in enumerate((ferry, gulls)):
        step(desk, f"place {story.pk} seconds {place}")
    step(desk, f"move {gulls.pk} -1")
    assert drafted(editor) == {"seconds": [gulls.pk, ferry.pk]}


def test_story_that_is_taken_out_is_the_rules_again(desk, editor, ferry):
    step(desk, f"place {ferry.pk} lead 0")
    assert step(desk, f"out {ferry.pk}") == "“Ferry sails” is taken out: the rule decides about it."
    assert drafted(editor) == {}


def test_closed_slot_shows_no_rows_and_can_be_opened(desk, ferry):
    step(desk, "close river")
    assert texts(front(desk), "[data-slot=river] button") == ["Open"]
    step(desk, "reopen river")
    assert "Close" in texts(front(desk), "[data-slot=river] button")


def test_pins_of_a_closed_slot_are_there_when_it_is_opened(desk, editor, ferry):
    step(desk, f"place {ferry.pk} river 0")
    step(desk, "close river")
    step(desk, "reopen river")
    assert drafted(editor) == {"river": [ferry.pk]}


def test_strip_gets_its_topic_and_loses_it(desk, editor):
    topic = make_topic("Ferries")
    assert step(desk, "about", topic=topic.pk) == "The topic strip is about Ferries."
    assert FrontDraft.objects.get().content["topic"] == topic.pk
    step(desk, "about", topic="")
    assert FrontDraft.objects.get().content["topic"] is None


def test_steps_are_undone_one_after_the_other(desk, editor, ferry, gulls):
    step(desk, f"place {ferry.pk} lead 0")
    step(desk, f"place {gulls.pk} seconds 0")
    assert step(desk, "undo") == "Undone: “Gulls return” is pinned in Seconds, first."
    assert drafted(editor) == {"lead": [ferry.pk]}
    step(desk, "undo")
    assert drafted(editor) == {}
    assert step(desk, "undo") == "There is no step to undo."


def test_what_changes_nothing_is_no_step(desk, editor, ferry):
    step(desk, f"out {ferry.pk}")
    assert drafted(editor) is None


def test_draft_that_is_discarded_leaves_what_readers_see(desk, editor, ferry, gulls):
    put(lead=[ferry])
    step(desk, f"place {gulls.pk} lead 0")
    step(desk, "discard")
    assert drafted(editor) is None
    assert texts(front(desk), "[data-slot=lead] .is-pinned .front-headline") == ["Ferry sails"]


def test_readers_see_nothing_of_a_draft(desk, client, ferry, gulls):
    put(lead=[ferry])
    step(desk, f"place {gulls.pk} lead 0")
    assert texts(front(client, "/"), ".lead h2, .lead h1, .lead h3")[0] == "Ferry sails"


def test_draft_is_there_when_its_editor_comes_back(desk, editor, ferry):
    step(desk, f"place {ferry.pk} lead 0")
    desk.logout()
    desk.force_login(editor)
    assert texts(front(desk), "[data-slot=lead] .is-pinned .front-headline") == ["Ferry sails"]


def test_draft_is_its_editors_own(desk, other, ferry):
    step(desk, f"place {ferry.pk} lead 0")
    assert texts(front(other), ".is-pinned") == []


def test_draft_is_of_one_front(desk, ferry):
    section = make_section("Harbour")
    step(desk, f"place {ferry.pk} lead 0")
    assert texts(front(desk, f"{LIST}section/{section.slug}/"), ".is-pinned") == []


def test_who_else_arranges_is_named(desk, other, ferry):
    step(desk, f"place {ferry.pk} lead 0")
    assert texts(front(other), ".front-others strong") == ["editor is arranging this front too"]


def test_who_left_off_long_ago_is_not(desk, other, ferry, clock):
    step(desk, f"place {ferry.pk} lead 0")
    clock.shift(timedelta(hours=1))
    assert texts(front(other), ".front-others") == []


# Own words whose story says something else by now


@pytest.fixture
def retitled(ferry):
    put(content=dressed(ferry, headline="They sail", kicker="At last", written_from="Ferry stays"))
    return ferry


def test_doubtful_words_stand_beside_what_they_were_written_from(desk, retitled):
    (doubt,) = texts(front(desk), ".front-doubt")
    assert "Written from: Ferry stays" in doubt
    assert "Now: Ferry sails" in doubt


def test_doubtful_words_give_way_to_the_storys(desk, editor, retitled):
    step(desk, f"refresh {retitled.pk}")
    pin = pin_of(editor, retitled)
    assert (pin.headline, pin.kicker, pin.written_from) == ("", "", "")


def test_doubtful_words_that_are_kept_are_in_no_doubt_any_more(desk, editor, retitled):
    step(desk, f"keep {retitled.pk}")
    assert pin_of(editor, retitled).headline == "They sail"
    assert texts(front(desk), ".front-doubt") == []


@pytest.mark.parametrize("asked", ["refresh", "keep"])
def test_decided_words_are_live_only_once_the_front_is(desk, retitled, asked):
    step(desk, f"{asked} {retitled.pk}")
    assert workflow.in_force(None).content["pins"]["lead"][0]["written_from"] == "Ferry stays"


# Why a pin is not seen


def why(desk):
    return texts(front(desk), ".is-unseen strong")


def test_draft_is_waited_for(desk):
    put(lead=[make_article()])
    assert why(desk) == ["Not shown until the story is published."]


def test_scheduled_story_says_when_it_appears(desk, clock):
    story = make_article()
    workflow.schedule(story, timezone.now() + timedelta(hours=3))
    put(lead=[story])
    assert why(desk) == [f"Appears by itself on {in_words(timezone.now() + timedelta(hours=3))}."]


def test_withdrawn_story_says_so(desk, ferry):
    put(lead=[ferry])
    workflow.withdraw(ferry, "Wrong.")
    assert why(desk) == ["Not shown: the story was withdrawn."]


def test_pin_that_is_over_says_when_it_ended(desk, ferry, clock):
    put(lead=[ferry])
    clock.shift(2 * DAY)
    assert len(why(desk)) == 1
    assert why(desk)[0].startswith("Not shown: its pin ended on")


def test_sponsored_piece_says_that_it_may_not_lead(desk, ferry):
    put(lead=[ferry])
    change(ferry, kind="sponsored", advertiser="Ropes Ltd")
    workflow.update(ferry)
    assert why(desk) == ["Not shown: the slot is closed, or the story may not stand here."]


# What no button of the screen sends

FORGED = [
    "", "place", "place 1", "place x lead 0", "place 1 lead", "place 1 corrections 0", "place 1 nowhere 0",
    "place 1 lead x", "place 1 lead 0 0", "move 1 1", "move 1 x", "out", "out x", "close", "close nowhere", "reopen x",
    "refresh x", "keep", "take_up 99", "take_up x", "undo", "fly 1", "__init__", "place -1 lead 0",
    "place 99999999999999999999999 lead 0", "send 1", "put 1",
]  # fmt: skip


@pytest.mark.parametrize("asked", FORGED)
def test_step_that_is_not_possible_changes_nothing(desk, editor, asked):
    assert step(desk, asked)
    assert drafted(editor) is None


@pytest.mark.parametrize("topic", ["x", "-1", "999999", "9" * 30, "1 OR 1=1"])
def test_strip_about_what_is_no_topic_stays_as_it_was(desk, editor, topic):
    step(desk, "about", topic=topic)
    assert drafted(editor) is None


@pytest.mark.parametrize(("position", "place"), [("-7", 0), ("999", 3)])
def test_place_that_the_slot_does_not_have_is_its_nearest(desk, editor, ferry, position, place):
    step(desk, f"place {ferry.pk} seconds {position}")
    assert pin_of(editor, ferry).place == place


def test_arrangement_of_another_front_is_not_taken_up(desk, editor, ferry):
    theirs = put(make_section(), at=timezone.now() + DAY, lead=[ferry])
    step(desk, f"take_up {theirs.pk}")
    assert drafted(editor) is None


class WhateverIsAsked(TestCase):
    """The screen's steps with words that people or programs make up."""

    WORDS = st.one_of(st.text(max_size=12), st.sampled_from(["0", "1", "-1", *(slot.key for slot in SLOTS)]))

    @given(st.sampled_from(list(STEPS)), st.lists(WORDS, max_size=4), st.dictionaries(WORDS, WORDS, max_size=2))
    def test_is_a_step_or_unclear(self, name, words, given):
        person = make_person("anybody", "Editors")
        try:
            take_step(None, person, " ".join([name, *words]), given)
        except Unclear as unclear:
            assert str(unclear)
        person.delete()


def test_nothing_is_put_live_by_steps_alone(desk, ferry):
    step(desk, f"place {ferry.pk} lead 0")
    assert not Arrangement.objects.exists()
    put_live(desk)
    assert Arrangement.objects.count() == 1
