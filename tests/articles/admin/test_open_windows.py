"""Who else has a story open."""

import uuid

import pytest
import time_machine
from django.test import Client

from articles.models import Autosave
from tests.articles.admin.stories import url
from tests.articles.admin.typed import KEY, keep
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def open_now(browser, article, **fields):
    """What a window sends that is open, and in which nobody types; who else has the story open."""
    return browser.post(url(article, "autosave"), {"autosave": KEY} | fields).json()["others"]


@pytest.fixture
def both(desk, client, chief):
    """Two editors at one story, each with a window of their own: what each is told."""
    article = make_article()
    theirs = Client()
    theirs.force_login(chief)
    key = str(uuid.uuid4())
    return lambda **fields: open_now(desk, article, **fields), lambda **more: open_now(
        theirs, article, autosave=key, **more
    )


def test_who_has_it_open_is_told_by_name_and_since_when(both):
    mine, theirs = both
    with time_machine.travel("2026-03-05T12:00Z", tick=False):
        assert mine() == []
        (said,) = theirs()
    assert said == "editor has this story open too, since 5 March 2026, 12:00 UTC."


def test_own_other_windows_are_not_others(desk):
    article = make_article()
    open_now(desk, article)
    assert open_now(desk, article, autosave=str(uuid.uuid4())) == []


def test_who_left_is_gone(both):
    mine, theirs = both
    mine()
    mine(left="1")
    assert theirs() == []
    assert Autosave.objects.count() == 1


def test_who_is_not_heard_of_is_gone_within_half_a_minute(both):
    mine, theirs = both
    with time_machine.travel("2026-03-05T12:00:00Z", tick=False):
        mine()
    with time_machine.travel("2026-03-05T12:00:16Z", tick=False):
        assert theirs() == []


def test_leaving_keeps_what_was_typed(desk):
    article = make_article()
    keep(desk, article, headline="Typed")
    open_now(desk, article, left="1")
    assert Autosave.objects.get().content["headline"] == "Typed"


def test_being_open_keeps_what_was_typed(desk):
    article = make_article()
    keep(desk, article, headline="Typed")
    open_now(desk, article)
    assert Autosave.objects.get().content["headline"] == "Typed"


def test_windows_that_nobody_left_properly_are_forgotten(desk):
    article = make_article()
    with time_machine.travel("2026-03-05T12:00:00Z", tick=False):
        open_now(desk, article)
    with time_machine.travel("2026-03-06T12:00:01Z", tick=False):
        desk.force_login(Autosave.objects.get().editor)
        open_now(desk, article, autosave=str(uuid.uuid4()))
    assert Autosave.objects.count() == 1
