"""The breaking-news line, set and ended on its screen."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import BreakingLine
from articles.photos.moment_field import TYPED
from tests.articles.admin.front_screens import LIST, front, said
from tests.articles.admin.stories import make_person
from tests.articles.fronts.fronts import DAY, HOUR
from tests.articles.reader.pages import texts
from tests.factories import make_live

pytestmark = pytest.mark.django_db
SCREEN = f"{LIST}breaking/"


@pytest.fixture(autouse=True)
def _noon(at_noon):
    pass


def set_line(client, text="Ferry aground", ahead=HOUR, **fields):
    until = (timezone.now() + ahead).strftime(TYPED)
    return client.post(SCREEN, {"text": text, "article": "", "ends_at": until} | fields)


def test_line_is_set_until_its_end(desk, editor):
    assert said(set_line(desk)) == "The line stands over every page."
    line = BreakingLine.objects.get()
    assert (line.text, line.ends_at, line.made_by) == ("Ferry aground", timezone.now() + HOUR, editor)


def test_line_leads_to_the_story_that_is_chosen(desk):
    story = make_live().article
    set_line(desk, article=story.pk)
    assert BreakingLine.objects.get().article == story


def test_line_that_runs_is_shown_with_its_end(desk):
    set_line(desk)
    assert "“Ferry aground”" in texts(front(desk, SCREEN), ".front-breaking")[0]
    assert "“Ferry aground” stands over every page" in texts(front(desk, LIST), ".front-breaking")[0]


def test_new_line_takes_the_place_of_the_one_that_runs(desk, clock):
    set_line(desk)
    clock.shift(60)
    set_line(desk, "Ferry afloat")
    assert BreakingLine.objects.running().get().text == "Ferry afloat"


def test_line_is_ended(desk, clock):
    set_line(desk)
    clock.shift(60)
    assert said(desk.post(SCREEN, {"end": "1"})) == "The line has ended."
    assert not BreakingLine.objects.running().exists()


def test_line_that_had_ended_says_so(desk):
    assert said(desk.post(SCREEN, {"end": "1"})) == "No line was running any more."


@pytest.mark.parametrize(
    ("given", "field", "why"),
    [
        ({"text": ""}, "text", "required"),
        ({"text": "   "}, "text", "required"),
        ({"text": "x" * 141}, "text", "at most 140 characters"),
        ({"ahead": timedelta(0)}, "ends_at", ""),
        ({"ahead": -DAY}, "ends_at", ""),
        ({"ahead": 3 * DAY}, "ends_at", "48 hours at most"),
        ({"ends_at": ""}, "ends_at", "required"),
        ({"ends_at": "soon"}, "ends_at", "Give a day and a time"),
        ({"article": "99"}, "article", "not one of the available choices"),
        ({"article": "x"}, "article", "not one of the available choices"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(desk, given, field, why):
    response = set_line(desk, **given)
    assert why in " ".join(response.context["form"].errors[field])
    assert not BreakingLine.objects.exists()


def test_what_was_typed_stays_when_something_is_refused(desk):
    story = make_live(headline="Aground").article
    source = set_line(desk, ahead=3 * DAY, article=story.pk).content.decode()
    assert 'value="Ferry aground"' in source
    assert f'<option value="{story.pk}" selected>' in source


@pytest.mark.parametrize("role", ["Reporters", "Photo editors"])
def test_who_may_not_arrange_sets_no_line(client, role):
    client.force_login(make_person("somebody", role))
    assert client.get(SCREEN).status_code == set_line(client).status_code == 403
    assert client.post(SCREEN, {"end": "1"}).status_code == 403
