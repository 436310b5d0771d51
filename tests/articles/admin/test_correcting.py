"""The screen on which a live story is corrected."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import workflow
from articles.models import Correction, Edition
from tests.articles.admin.stories import url, words
from tests.factories import change, make_article, make_live

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return make_live(headline="Old").article


def correct(desk, article, **fields):
    given = {"wrong": "At eight.", "right": "At nine.", "place": "top", "seen": article.latest_revision().number}
    return desk.post(url(article, "correct"), given | fields, follow=True)


def test_correction_is_published_with_an_edition(desk, editor, article):
    correct(desk, article, place="foot")
    made = Correction.objects.get()
    assert (made.wrong, made.right, made.place, made.by) == ("At eight.", "At nine.", "foot", editor)
    assert Edition.objects.live().get().live_from == made.at


def test_whether_changes_go_with_it_is_asked(desk, article):
    change(article, headline="New")
    response = correct(desk, article)
    assert "Say whether readers get the changes too" in response.context["form"].errors["changes"].as_text()
    assert not Correction.objects.exists()


@pytest.mark.parametrize(("changes", "headline"), [("with", "New"), ("without", "Old")])
def test_changes_go_with_it_or_stay(desk, article, changes, headline):
    change(article, headline="New")
    correct(desk, article, changes=changes)
    assert Edition.objects.live().get().headline == headline


def test_changes_that_nobody_looked_at_stay(desk, article):
    change(article, headline="New")
    assert "since you opened this page" in words(correct(desk, article, changes="with", seen=1))
    assert Edition.objects.live().get().headline == "Old"


def test_blocked_changes_are_told_with_their_links(desk, article):
    change(article, body="")
    said = words(correct(desk, article, changes="with"))
    assert "The story has no text" in said
    assert "At nine.</textarea>" in said
    assert not Correction.objects.exists()


def test_correction_is_said_anew(desk, article):
    first = workflow.correct(article, "At eight.", "At ten.")
    said = words(desk.get(url(article, "correct"), {"anew": first.pk}))
    assert "takes the place of the correction of" in said
    correct(desk, article, anew=first.pk)
    assert Correction.objects.standing().get().replaces == first


@pytest.mark.parametrize("anew", ["x", "9" * 50, "4711"])
def test_unknown_correction_to_be_said_anew_is_no_error_of_ours(desk, article, anew):
    assert desk.get(url(article, "correct"), {"anew": anew}).status_code == 200
    assert correct(desk, article, anew=anew).status_code == 200
    assert not Correction.objects.exists()


def test_corrections_of_the_story_are_listed(desk, article):
    workflow.correct(article, "At eight.", "At ten.")
    workflow.correct(make_live().article, "Other.", "Other.")
    said = words(desk.get(url(article, "correct")))
    assert "At ten." in said
    assert "Other." not in said


def test_story_that_readers_do_not_see_is_not_corrected(desk):
    assert b"nothing to correct" in desk.get(url(make_article(), "correct")).content


def test_correction_said_anew_stays_where_it_stood(desk, article):
    earlier = workflow.correct(article, "At eight.", "At ten.", place="foot")
    form = desk.get(url(article, "correct"), {"anew": earlier.pk}).context["form"]
    assert form["place"].value() == "foot"


def test_screen_says_that_a_correction_with_the_changes_cancels_what_is_scheduled(desk, article):
    change(article, headline="New")
    assert "is cancelled" not in words(desk.get(url(article, "correct")))
    workflow.schedule(article, timezone.now() + timedelta(hours=1))
    assert "what is scheduled is cancelled" in words(desk.get(url(article, "correct")))
