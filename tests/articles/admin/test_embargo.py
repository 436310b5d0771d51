"""The embargo in the story's form."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles import workflow
from articles.models import Article
from tests.articles.admin.stories import ADD, form, url, words
from tests.factories import make_article, make_live

pytestmark = pytest.mark.django_db
TYPED, MOMENT = "2030-01-01T10:00", datetime(2030, 1, 1, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _zone(settings):
    settings.TIME_ZONE = "UTC"


def errors(response):
    return str(response.context["adminform"].form.errors["embargo"])


def test_embargo_is_set_with_the_save_of_a_new_story(desk):
    desk.post(ADD, form(embargo=TYPED, _continue=""))
    assert Article.objects.get().embargo_until == MOMENT


def test_embargo_stands_in_red_and_in_its_field(desk):
    article = make_article()
    workflow.set_embargo(article, MOMENT)
    said = words(desk.get(url(article)))
    assert '<p class="embargo">' in said
    assert f'name="embargo" value="{TYPED}"' in said


def test_past_embargo_is_refused_by_the_field_and_nothing_is_saved(desk):
    response = desk.post(ADD, form(embargo="2020-01-01T10:00", _continue=""))
    assert "is past" in errors(response)
    assert b"At eight." in response.content
    assert not Article.objects.exists()


def test_embargo_on_a_live_story_is_refused_by_the_field(desk):
    response = desk.post(url(make_live().article), form(embargo=TYPED, body="<p>Typed.</p>", _continue=""))
    assert "Readers see this story already" in errors(response)
    assert b"Typed." in response.content


def test_embargo_that_is_over_stands_in_no_saves_way(desk):
    article = make_article()
    Article.objects.filter(pk=article.pk).update(embargo_until=timezone.now() - timedelta(days=1, seconds=7))
    typed = (timezone.now() - timedelta(days=1, seconds=7)).strftime("%Y-%m-%dT%H:%M")
    response = desk.post(url(article), form(embargo=typed, _continue=""))
    assert response.status_code == 302


def test_reporter_who_would_lift_an_embargo_is_refused_by_the_field(beat, reporter):
    article = make_article(created_by=reporter)
    workflow.set_embargo(article, MOMENT)
    assert "Only who publishes may lift an embargo" in errors(beat.post(url(article), form(embargo="", _continue="")))
    assert Article.objects.get().embargo_until == MOMENT


def test_who_publishes_lifts_it_by_emptying_the_field(desk):
    article = make_article()
    workflow.set_embargo(article, MOMENT)
    desk.post(url(article), form(embargo="", _continue=""))
    assert Article.objects.get().embargo_until is None
