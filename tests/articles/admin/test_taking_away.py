"""Withdrawing, killing, and lifting a kill."""

from datetime import UTC, datetime

import pytest

from articles import workflow
from articles.models import Edition, Withdrawal
from tests.articles.admin.stories import messages, url, words
from tests.factories import change, make_article, make_live, make_section

pytestmark = pytest.mark.django_db
TYPED, MOMENT = "2030-01-01T10:00", datetime(2030, 1, 1, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _zone(settings):
    settings.TIME_ZONE = "UTC"


def withdraw(desk, article, **fields):
    return desk.post(url(article, "withdraw"), {"when": "now", "reason": "Wrong"} | fields, follow=True)


@pytest.mark.parametrize("screen", ["withdraw", "kill"])
def test_looking_takes_nothing_away(desk, screen):
    article = make_live().article
    assert desk.get(url(article, screen)).status_code == 200
    assert Edition.objects.live().exists()


@pytest.mark.parametrize("screen", ["withdraw", "kill"])
def test_stories_and_fronts_that_point_here_are_named(desk, screen):
    section = make_section("Harbour")
    article = make_live(section=section).article
    pointing = make_live(headline="Points", body=f'<p>a</p><aside data-related="{article.pk}"></aside>')
    make_article(headline="Draft", body=f'<p>a</p><aside data-related="{article.pk}"></aside>')
    said = words(desk.get(url(article, screen)))
    assert "1 story and 2 fronts point here" in said
    assert f'<a href="{url(pointing.article)}">Points</a>' in said
    assert f'<a href="{section.get_absolute_url()}">Section Harbour</a>' in said
    assert ">Draft</a>" not in said


def test_withdrawal_takes_the_story_from_readers(desk):
    article = make_live().article
    withdraw(desk, article, notice="It was wrong.")
    assert not Edition.objects.live().exists()
    assert Withdrawal.objects.get().notice == "It was wrong."


def test_withdrawal_without_reason_changes_nothing(desk):
    withdraw(desk, make_live().article, reason="")
    assert Edition.objects.live().exists()


def test_withdrawal_at_a_time_is_planned_changed_and_cancelled(desk):
    article = make_live().article
    withdraw(desk, article, when="later", at=TYPED)
    assert workflow.planned_withdrawal(article).at == MOMENT
    said = words(desk.get(url(article, "withdraw")))
    assert f'value="{TYPED}"' in said
    assert "Wrong</textarea>" in said
    withdraw(desk, article, when="later", at="2030-02-01T10:00")
    assert workflow.planned_withdrawal(article).at == MOMENT.replace(month=2)
    desk.post(url(article, "step"), {"_cancel_withdrawal": ""})
    assert workflow.planned_withdrawal(article) is None


def test_refused_time_of_a_withdrawal_keeps_what_was_typed(desk):
    response = withdraw(desk, make_live().article, when="later", at="2020-01-01T10:00")
    assert "is past" in response.context["form"].errors["at"].as_text()
    assert "Wrong</textarea>" in words(response)


def test_kill_takes_a_story_away_and_says_what_that_means(desk, editor):
    article = make_live().article
    response = desk.post(url(article, "kill"), {"reason": "A court says so."}, follow=True)
    assert not Edition.objects.live().exists()
    assert "cannot be published until the kill is lifted" in messages(response)
    said = words(response)
    assert "<q>A court says so.</q>" in said
    assert f'href="{url(article, "lift")}"' in said


def test_kill_without_reason_changes_nothing(desk):
    article = make_live().article
    desk.post(url(article, "kill"), {"reason": ""})
    assert Edition.objects.live().exists()


def test_lift_lets_the_story_be_published_again(desk):
    article = make_live().article
    workflow.kill(article, "Wrong")
    desk.post(url(article, "lift"), {"reason": "It was right."})
    assert workflow.publish(article)


def test_nothing_is_lifted_that_is_not_killed(desk):
    assert b"not killed" in desk.get(url(make_article(), "lift")).content


def test_draft_whose_kill_is_lifted_is_not_called_withdrawn(desk):
    article = make_article()
    workflow.kill(article, "By order")
    workflow.lift(article, "All right")
    said = words(desk.get(url(article)))
    assert "Readers see nothing of it." in said
    assert "it was withdrawn" not in said
    assert "Publish again" not in said


def test_reason_of_a_kill_stands_in_marks_in_the_check(desk):
    article = make_article()
    workflow.kill(article, "By order")
    assert "“By order” Lift the kill before" in words(desk.get(url(article, "publish")))


def test_story_that_readers_do_not_see_yet_is_withdrawn_at_a_time_only(desk):
    article = make_article()
    workflow.schedule(article, MOMENT)
    said = words(desk.get(url(article, "withdraw")))
    assert "Withdraw now" not in said
    assert "Withdrawn now" not in said


def test_cancelled_withdrawal_of_what_readers_do_not_see_yet_does_not_say_they_do(desk):
    article = make_article()
    workflow.schedule(article, MOMENT)
    workflow.schedule_withdrawal(article, MOMENT.replace(day=2), "Ends")
    response = desk.post(url(article, "step"), {"_cancel_withdrawal": ""}, follow=True)
    assert messages(response) == "The withdrawal is cancelled."


def test_cancelled_first_publication_says_that_readers_see_nothing(desk):
    article = make_article()
    workflow.schedule(article, MOMENT)
    response = desk.post(url(article, "step"), {"_cancel_schedule": ""}, follow=True)
    assert messages(response) == "What was scheduled is cancelled; readers see nothing of the story."


@pytest.mark.parametrize("screen", ["lift", "withdraw", "changes"])
def test_screen_does_not_lead_to_itself(desk, editor, screen):
    article = make_live().article
    change(article, headline="Mended")
    workflow.schedule_withdrawal(article, MOMENT, "Wrong", by=editor)
    if screen == "lift":
        workflow.kill(article, "A court says so.", editor)
    assert f'href="{url(article, screen)}"' in words(desk.get(url(article)))
    assert f'href="{url(article, screen)}"' not in words(desk.get(url(article, screen)))
