"""Taking a story from readers: now, later, or for good by a kill, which only a lift undoes."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from articles.models import Article, Edition, Lift, Withdrawal
from articles.photos.moments import in_words
from articles.roles import require_killer, require_publisher
from articles.workflow.intervals import (
    end_edition,
    forget_scheduled,
    forget_withdrawal,
    live_edition,
    lock,
    require_ahead,
)
from articles.workflow.refusals import refuse
from articles.workflow.stages import settle
from articles.workflow.telling import tell


@transaction.atomic
def withdraw(article: Article, reason: str, notice: str = "", by=None) -> Withdrawal:
    """Take the story from readers at once; its address answers 410 with `notice`. What was scheduled falls too.

    Raises NotPossible without a reason, or if readers do not see the story.
    """
    require_publisher(by)
    lock(article)
    now = timezone.now()
    reason = _said(reason, "Say why the story is withdrawn.")
    if not live_edition(article, now):
        refuse("Readers do not see this story, so there is nothing to withdraw.")
    _take_away(article, now)
    tell("withdrew", article, by, reason=reason)
    return Withdrawal.objects.create(article=article, at=now, by=by, reason=reason, notice=notice.strip())


@transaction.atomic
def schedule_withdrawal(article: Article, at: datetime, reason: str, notice: str = "", by=None) -> Withdrawal:
    """Take the story from readers at the moment `at`, instead of when it was to be withdrawn before.

    Raises NotPossible for a moment that is past, without a reason, or if readers will not see the story until then.
    """
    require_publisher(by)
    lock(article)
    now = timezone.now()
    reason = _said(reason, "Say why the story is withdrawn.")
    require_ahead(at, now, "at")
    forget_withdrawal(article, now)
    last = article.editions.not_over(now).order_by("-live_from").first()
    if last is None:
        refuse("Readers do not see this story and it is not scheduled, so there is nothing to withdraw.")
    if last.live_from >= at:
        refuse(f"Readers are to see the story from {in_words(last.live_from)} on. Give a time after that.", "at")
    Edition.objects.filter(pk=last.pk).update(live_until=at)
    tell("scheduled the withdrawal", article, by, at=in_words(at), reason=reason)
    return Withdrawal.objects.create(article=article, at=at, by=by, reason=reason, notice=notice.strip())


def planned_withdrawal(article: Article, at: datetime | None = None) -> Withdrawal | None:
    """The withdrawal that lies ahead of `at` (default: now)."""
    return article.withdrawals.ahead(at).first()


@transaction.atomic
def cancel_withdrawal(article: Article, by=None) -> bool:
    """Take back the withdrawal that lies ahead; readers go on seeing the story. Whether there was one."""
    require_publisher(by)
    lock(article)
    cancelled = forget_withdrawal(article, timezone.now())
    if cancelled:
        tell("cancelled the withdrawal", article, by)
    return cancelled


@transaction.atomic
def kill(article: Article, reason: str, by=None, notice: str = "") -> Withdrawal:
    """Take the story from everywhere at once, seen or not, and bar its publication until the kill is lifted.

    Raises NotPossible without a reason, or if it is killed already.
    """
    require_killer(by)
    lock(article)
    now = timezone.now()
    reason = _said(reason, "Say why the story is killed.")
    if article.withdrawals.in_force().exists():
        refuse("The story is killed already.")
    _take_away(article, now)
    settle(article)
    tell("killed", article, by, reason=reason)
    kind = Withdrawal.Kind.KILLED
    return Withdrawal.objects.create(article=article, kind=kind, at=now, by=by, reason=reason, notice=notice.strip())


@transaction.atomic
def lift(article: Article, reason: str, by=None) -> Lift:
    """Let a killed story be published again; readers see nothing of it before that is done.

    Raises NotPossible without a reason, or if it is not killed.
    """
    require_killer(by)
    lock(article)
    reason = _said(reason, "Say why the kill is lifted.")
    found = article.withdrawals.in_force().first()
    if found is None:
        refuse("The story is not killed, so there is nothing to lift.")
    tell("lifted the kill", article, by, reason=reason)
    return Lift.objects.create(kill=found, at=timezone.now(), by=by, reason=reason)


def _take_away(article: Article, now: datetime) -> None:
    """End what readers see and forget all that was to come."""
    forget_scheduled(article, now)
    forget_withdrawal(article, now)
    if running := live_edition(article, now):
        end_edition(running, now)


def _said(reason: str, otherwise: str) -> str:
    if not reason.strip():
        refuse(otherwise, "reason")
    return reason.strip()
