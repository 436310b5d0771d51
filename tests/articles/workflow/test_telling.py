"""The record and the letters that follow a transition."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from articles import workflow
from newsroom.accounts.models import RecordEntry, User
from tests.conftest import with_permissions
from tests.factories import change, make_article, make_author

pytestmark = pytest.mark.django_db


@pytest.fixture
def reporter(reporter):
    User.objects.filter(pk=reporter.pk).update(email="reporter@example.org")
    reporter.email = "reporter@example.org"
    return reporter


@pytest.fixture
def colleague(django_user_model):
    person = django_user_model.objects.create_user("colleague", "colleague@example.org", is_staff=True)
    return with_permissions(person, "articles.edit_any_article", "articles.publish_article")


@pytest.fixture
def article(reporter):
    return make_article(headline="Ferry & sons sail", created_by=reporter)


@pytest.fixture
def letters(django_capture_on_commit_callbacks):
    """To whom letters went in a step, with their subjects."""

    def sent(step, *given, **named):
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            step(*given, **named)
        return {(to, letter.subject) for letter in mail.outbox for to in letter.to}

    return sent


def test_submitted_story_is_told_to_the_editors(article, reporter, editor, colleague, letters):
    assert letters(workflow.submit, article, reporter, "The figures are new.") == {
        ("editor@example.org", "For review: Ferry & sons sail"),
        ("colleague@example.org", "For review: Ferry & sons sail"),
    }
    body = mail.outbox[0].body
    assert "The figures are new." in body
    assert f"/admin/articles/article/{article.pk}/change/" in body
    assert "/admin/settings/" in body


def test_returned_story_is_told_to_who_submitted_it(article, reporter, editor, letters):
    workflow.submit(article, reporter)
    sent = letters(workflow.send_back, article, "A second source.", editor)
    assert sent == {("reporter@example.org", "Returned: Ferry & sons sail")}
    assert "A second source." in mail.outbox[0].body


def test_published_story_is_told_to_its_authors(article, editor, letters, django_user_model):
    author = make_author()
    author.user = django_user_model.objects.create_user("author", "author@example.org")
    author.save()
    article.bylines.create(author=author)
    change(article, headline="Sails")
    assert letters(workflow.publish, article, editor) == {
        ("reporter@example.org", "Published: Sails"),
        ("author@example.org", "Published: Sails"),
    }


def test_scheduled_story_is_told_with_its_time(article, editor, letters):
    at = timezone.now() + timedelta(hours=1)
    assert letters(workflow.schedule, article, at, editor) == {("reporter@example.org", "Scheduled: Ferry & sons sail")}
    assert at.strftime("%H:%M UTC") in mail.outbox[0].body


def test_killed_story_is_told_to_its_people_and_to_who_publishes(article, reporter, editor, colleague, letters):
    sent = letters(workflow.kill, article, "The court forbids it.", editor)
    assert {to for to, _ in sent} == {"reporter@example.org", "colleague@example.org"}


@pytest.mark.parametrize("reason", ["switched off", "blocked", "no address"])
def test_who_wants_no_letter_gets_none(article, reporter, editor, letters, reason):
    fields = {"switched off": {"mail_published": False}, "blocked": {"is_active": False}, "no address": {"email": ""}}
    User.objects.filter(pk=reporter.pk).update(**fields[reason])
    assert letters(workflow.publish, article, editor) == set()


def test_refused_step_sends_no_letter_and_leaves_no_line(article, editor, letters):
    change(article, body="")
    with pytest.raises(workflow.NotPossible):
        letters(workflow.publish, article, editor)
    assert not mail.outbox
    assert not RecordEntry.objects.exists()


def test_mail_server_that_fails_stops_no_publication(article, editor, letters, settings):
    settings.EMAIL_BACKEND = "no.such.Backend"
    letters(workflow.publish, article, editor)
    assert workflow.live_edition(article)


def test_each_step_is_a_line_of_the_record(article, reporter, editor):
    at = timezone.now() + timedelta(hours=1)
    workflow.submit(article, reporter)
    workflow.send_back(article, "Why", editor)
    workflow.approve(article, editor)
    workflow.set_embargo(article, at, editor)
    workflow.set_embargo(article, None, editor)
    workflow.schedule(article, at, editor)
    workflow.cancel_schedule(article, editor)
    workflow.publish(article, editor)
    workflow.correct(article, "wrong", "right", editor)
    workflow.schedule_withdrawal(article, at, "why", by=editor)
    workflow.cancel_withdrawal(article, editor)
    workflow.withdraw(article, "why", by=editor)
    workflow.kill(article, "why", editor)
    workflow.lift(article, "why", editor)
    lines = RecordEntry.objects.about(article).order_by("pk")
    assert [line.action for line in lines] == [
        "submitted", "returned", "ready", "embargoed", "lifted the embargo", "scheduled", "cancelled the schedule",
        "published", "corrected", "scheduled the withdrawal", "cancelled the withdrawal", "withdrew", "killed",
        "lifted the kill",
    ]  # fmt: skip
    assert [line.by for line in lines] == [reporter] + [editor] * 13


def test_line_tells_the_reason(article, editor):
    workflow.kill(article, "The court forbids it.", editor)
    assert RecordEntry.objects.about(article).get().details == {"reason": "The court forbids it."}
