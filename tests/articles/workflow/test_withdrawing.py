"""Taking a story from readers: now, later, and by a kill."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import workflow
from articles.models import Edition, Withdrawal
from newsroom.accounts.records import RecordError
from tests.factories import change, make_article, make_live

pytestmark = pytest.mark.django_db


def later(hours=2):
    return timezone.now() + timedelta(hours=hours)


def test_withdrawn_story_is_not_live():
    edition = make_live()
    workflow.withdraw(edition.article, "Wrong firm")
    assert not Edition.objects.live()


def test_withdrawal_needs_a_reason():
    edition = make_live()
    with pytest.raises(workflow.NotPossible, match="Say why"):
        workflow.withdraw(edition.article, "  ")


def test_withdrawal_cancels_what_was_scheduled():
    edition = make_live()
    change(edition.article, headline="New")
    at = timezone.now() + timedelta(hours=2)
    workflow.schedule(edition.article, at)
    workflow.withdraw(edition.article, "Wrong firm")
    assert not Edition.objects.live(at)


def test_withdrawn_story_can_be_published_again_at_its_address():
    first = make_live()
    workflow.withdraw(first.article, "Wrong firm")
    assert workflow.publish(first.article).path == first.path


def test_story_leaves_at_the_second_of_its_scheduled_withdrawal():
    edition, at = make_live(), later()
    workflow.schedule_withdrawal(edition.article, at, "The licence ends.")
    assert Edition.objects.live(at - timedelta(microseconds=1))
    assert not Edition.objects.live(at)


def test_scheduled_withdrawal_can_be_changed():
    article, at = make_live().article, later()
    workflow.schedule_withdrawal(article, at, "The licence ends.")
    workflow.schedule_withdrawal(article, at + timedelta(hours=3), "The licence ends later.")
    assert Edition.objects.live(at + timedelta(hours=2))
    assert Withdrawal.objects.get().reason == "The licence ends later."


def test_scheduled_withdrawal_can_be_cancelled():
    article = make_live().article
    workflow.schedule_withdrawal(article, later(), "The licence ends.")
    assert workflow.cancel_withdrawal(article)
    assert Edition.objects.get().ends is None
    assert not Withdrawal.objects.exists()


def test_update_keeps_the_scheduled_withdrawal():
    article, at = make_live().article, later()
    workflow.schedule_withdrawal(article, at, "The licence ends.")
    change(article, headline="New")
    assert workflow.update(article).ends == at


def test_scheduled_update_keeps_the_withdrawal_that_follows():
    article = make_live().article
    workflow.schedule_withdrawal(article, later(4), "The licence ends.")
    change(article, headline="New")
    workflow.schedule(article, later(2))
    assert Edition.objects.live(later(3))
    assert not Edition.objects.live(later(5))
    workflow.cancel_schedule(article)
    assert not Edition.objects.live(later(5))


def test_update_that_would_come_after_the_withdrawal_is_refused():
    article = make_live().article
    workflow.schedule_withdrawal(article, later(2), "The licence ends.")
    change(article, headline="New")
    with pytest.raises(workflow.NotPossible, match="is to be withdrawn"):
        workflow.schedule(article, later(3))


def test_scheduled_story_can_be_given_its_end():
    article = make_article()
    workflow.schedule(article, later(1))
    workflow.schedule_withdrawal(article, later(2), "A day only.")
    assert not Edition.objects.live(later(3))


def test_withdrawal_before_the_story_appears_is_refused():
    article = make_article()
    workflow.schedule(article, later(3))
    with pytest.raises(workflow.NotPossible, match="Give a time after that"):
        workflow.schedule_withdrawal(article, later(2), "A day only.")


def test_cancelled_first_publication_takes_its_withdrawal_along():
    article = make_article()
    workflow.schedule(article, later(1))
    workflow.schedule_withdrawal(article, later(2), "A day only.")
    workflow.cancel_schedule(article)
    assert not Withdrawal.objects.exists()


@pytest.mark.parametrize(
    ("at", "reason", "words"),
    [(-1, "Wrong", "is past"), (2, " ", "Say why"), (24 * 365 * 11, "Wrong", "ten years")],
)
def test_withdrawal_needs_a_time_ahead_and_a_reason(at, reason, words):
    with pytest.raises(workflow.NotPossible, match=words):
        workflow.schedule_withdrawal(make_live().article, later(at), reason)


def test_withdrawal_of_what_nobody_sees_or_will_see_is_refused():
    with pytest.raises(workflow.NotPossible, match="not scheduled"):
        workflow.schedule_withdrawal(make_article(), later(), "Wrong")


def test_withdrawal_that_happened_cannot_be_deleted():
    withdrawal = workflow.withdraw(make_live().article, "Wrong firm")
    with pytest.raises(RecordError):
        withdrawal.delete()


def test_killed_story_is_gone_with_all_that_was_to_come():
    article = make_live().article
    change(article, headline="New")
    workflow.schedule(article, later(1))
    workflow.schedule_withdrawal(article, later(2), "The licence ends.")
    workflow.kill(article, "The court forbids it.")
    assert not Edition.objects.not_over()
    assert [one.kind for one in Withdrawal.objects.all()] == ["killed"]


def test_killed_story_is_not_published_again():
    article = make_live().article
    workflow.kill(article, "The court forbids it.")
    for publish in (workflow.publish, lambda story: workflow.schedule(story, later())):
        with pytest.raises(workflow.NotPossible, match="was killed"):
            publish(article)


def test_draft_can_be_killed_before_anybody_publishes_it():
    article = make_article()
    workflow.kill(article, "The agency withdraws it.")
    with pytest.raises(workflow.NotPossible, match="The agency withdraws it"):
        workflow.publish(article)


def test_lifted_kill_lets_the_story_be_published_at_its_address():
    first = make_live()
    workflow.kill(first.article, "The court forbids it.")
    workflow.lift(first.article, "The court allows it.")
    assert not Edition.objects.live()
    assert workflow.publish(first.article).path == first.path


@pytest.mark.parametrize("step", [workflow.kill, workflow.lift])
def test_kill_and_lift_need_a_reason(step):
    article = make_live().article
    if step is workflow.lift:
        workflow.kill(article, "The court forbids it.")
    with pytest.raises(workflow.NotPossible, match="Say why"):
        step(article, " ")


def test_killing_twice_is_refused():
    article = make_live().article
    workflow.kill(article, "The court forbids it.")
    with pytest.raises(workflow.NotPossible, match="killed already"):
        workflow.kill(article, "Again")


def test_lifting_what_is_not_killed_is_refused():
    with pytest.raises(workflow.NotPossible, match="nothing to lift"):
        workflow.lift(make_article(), "why")
