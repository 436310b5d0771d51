"""Who put what on a front, and bringing it back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import workflow
from articles.fronts.slots import EMPTY
from articles.models import Arrangement
from tests.articles.admin.front_screens import HOME, LIST, front, said
from tests.articles.fronts.fronts import HOUR, put
from tests.articles.reader.pages import texts
from tests.factories import make_section

pytestmark = pytest.mark.django_db
HISTORY = f"{HOME}history/"


@pytest.fixture
def two(ferry, gulls, editor):
    """Two arrangements, one after the other."""
    return put(lead=[ferry], by=editor), put(lead=[gulls], by=editor)


def bring_back(client, arrangement, seen):
    return client.post(HISTORY, {"bring_back": getattr(arrangement, "pk", arrangement), "seen": seen and seen.pk})


def test_front_that_nobody_arranged_says_so(desk):
    assert "Nobody has arranged this front yet" in front(desk, HISTORY).body.text()


def test_each_arrangement_says_who_changed_what(desk, two):
    page = front(desk, HISTORY)
    changes = ["“Gulls return” into Lead", "“Ferry sails” out of Lead", "“Ferry sails” into Lead"]
    assert texts(page, ".front-changes li") == changes
    assert texts(page, ".front-history .help")[0] == "By editor. In force."


def test_arrangement_that_waits_and_one_that_gave_way_unseen_say_so(desk, ferry, gulls, clock):
    put(lead=[ferry])
    waiting = put(lead=[gulls], at=timezone.now() + HOUR)
    assert texts(front(desk, HISTORY), ".front-history .help")[0] == "By a command. Waits for its time."
    workflow.cancel_front(waiting)
    assert texts(front(desk, HISTORY), ".front-history .help")[0] == "By a command. Gave way before readers saw it."


def test_history_is_that_of_its_front(desk, two):
    section = make_section("Harbour")
    assert texts(front(desk, f"{LIST}section/{section.slug}/history/"), ".front-history li") == []


def test_earlier_front_is_brought_back(desk, editor, two):
    first, second = two
    assert said(bring_back(desk, first, second)) == "Readers see that front again."
    again = workflow.in_force(None)
    assert (again.content, again.made_by) == (first.content, editor)
    assert again.why.startswith("Brought back the front of")


def test_front_is_not_brought_back_over_what_somebody_put_live_meanwhile(desk, two):
    first, _ = two
    assert "Bring both together first" in said(bring_back(desk, first, first))
    assert Arrangement.objects.count() == 2


def test_rule_that_was_left_the_front_is_brought_back(desk, ferry):
    alone = put(content=EMPTY)
    second = put(lead=[ferry])
    bring_back(desk, alone, second)
    assert workflow.in_force(None).content == EMPTY


@pytest.mark.parametrize("number", ["", "x", "99", "9" * 30])
def test_what_was_no_arrangement_is_not_found(desk, two, number):
    assert bring_back(desk, number, two[1]).status_code == 404


def test_arrangement_of_another_front_is_not_brought_back(desk, two, ferry):
    theirs = put(make_section(), lead=[ferry])
    assert bring_back(desk, theirs, two[1]).status_code == 404


def test_pins_that_are_over_are_not_brought_back(clock, desk, two):
    first, second = two
    clock.shift(timedelta(days=2))
    bring_back(desk, first, second)
    assert workflow.in_force(None).content == EMPTY


def test_as_many_queries_for_few_and_for_many(desk, two, ferry, gulls, django_assert_max_num_queries):
    for turn in range(20):
        put(lead=[(ferry, gulls)[turn % 2]])
    with django_assert_max_num_queries(8):
        front(desk, HISTORY)
