"""The calendar of what is coming."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import workflow
from articles.models import Edition
from articles.sponsors.models import Placement
from tests.articles.admin.stories import words
from tests.factories import change, make_article, make_live

pytestmark = pytest.mark.django_db
CALENDAR = "/admin/articles/article/calendar/"


@pytest.fixture
def tomorrow():
    return timezone.now() + timedelta(days=1)


def events(browser, **asked):
    return [(event.what, event.name) for event in browser.get(CALENDAR, asked).context["events"]]


def test_all_that_comes_stands_in_order_of_time(desk, tomorrow):
    now = timezone.now() - timedelta(days=30)
    workflow.schedule(make_article(headline="First"), tomorrow)
    article = make_live(now, headline="Old").article
    change(article, headline="New")
    workflow.schedule(article, tomorrow + timedelta(hours=1))
    workflow.schedule_withdrawal(article, tomorrow + timedelta(hours=2), "Over")
    workflow.set_embargo(make_article(headline="Barred"), tomorrow + timedelta(hours=3))
    Placement.objects.create(
        slot="top", label="Advertisement", advertiser="Ropes", text="Ropes.", disclosure="Paid.",
        link="https://example.org/", starts_at=tomorrow + timedelta(hours=4), ends_at=tomorrow + timedelta(days=99),
    )  # fmt: skip
    assert events(desk)[:4] == [
        ("First publication", "First"),
        ("Update", "New"),
        ("Withdrawal", "New"),
        ("Embargo ends", "Barred"),
    ]
    assert events(desk)[4][0] == "Advertisement starts"


def test_each_fortnight_has_its_own(desk, tomorrow):
    workflow.schedule(make_article(), tomorrow + timedelta(days=14))
    assert events(desk) == []
    assert len(events(desk, **{"from": f"{timezone.localdate() + timedelta(days=14)}"})) == 1


@pytest.mark.parametrize("day", ["soon", "0001-01-01", "9999-12-31", "2026-13-01"])
def test_impossible_day_is_today(desk, day):
    assert desk.get(CALENDAR, {"from": day}).context["first"] == timezone.localdate()


def test_schedule_is_cancelled_from_the_calendar(desk, tomorrow):
    article = make_article()
    workflow.schedule(article, tomorrow)
    assert 'name="_cancel_schedule"' in words(desk.get(CALENDAR))
    step = reverse("admin:articles_article_step", args=[article.pk])
    response = desk.post(step, {"_cancel_schedule": "", "calendar": "2026-03-05"})
    assert response.url == f"{CALENDAR}?from=2026-03-05"
    assert not Edition.objects.exists()


def test_reporter_sees_own_stories_and_changes_nothing(beat, reporter, tomorrow):
    workflow.schedule(make_article(headline="Secret"), tomorrow)
    workflow.schedule(make_article(headline="Own", created_by=reporter), tomorrow)
    workflow.set_embargo(make_article(headline="Barred"), tomorrow)
    assert events(beat) == [("First publication", "Own")]
    assert 'name="_cancel_schedule"' not in words(beat.get(CALENDAR))


def test_who_does_not_work_on_stories_sees_no_calendar(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("seller", is_staff=True))
    assert client.get(CALENDAR).status_code == 403


@pytest.mark.parametrize("count", [2, 20])
def test_calendar_takes_as_many_queries_for_few_and_many(desk, django_assert_num_queries, tomorrow, count):
    for _ in range(count):
        workflow.schedule(make_article(), tomorrow)
        workflow.set_embargo(make_article(), tomorrow)
    desk.get(CALENDAR)
    with django_assert_num_queries(7):
        desk.get(CALENDAR)
