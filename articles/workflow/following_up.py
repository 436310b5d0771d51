"""Telling readers of an older story that a newer one follows it up, and telling them no longer."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from articles.models import Article, FollowUp
from articles.roles import require_publisher
from articles.workflow.intervals import live_edition, lock
from articles.workflow.refusals import refuse
from articles.workflow.telling import tell


@transaction.atomic
def accept_follow_up(article: Article, newer: Article, by=None) -> FollowUp:
    """Tell readers of `article` of `newer` from now on, whenever they see that.

    Raises NotPossible if it is no newer story that readers see or will, or if they are told of it already.
    """
    require_publisher(by)
    lock(article)
    now = timezone.now()
    _require_newer(article, newer, now)
    found = _decide(article, newer, True, now, by)
    tell("accepted a follow-up", article, by, newer=str(newer))
    return found


@transaction.atomic
def decline_follow_up(article: Article, newer: Article, by=None) -> FollowUp:
    """Let it be offered no more. Raises NotPossible if that, or the contrary, was decided already."""
    require_publisher(by)
    lock(article)
    now = timezone.now()
    if FollowUp.objects.standing().filter(article=article, newer=newer, is_accepted=True).exists():
        refuse("Readers are told of that story already. End that instead.")
    _require_newer(article, newer, now)
    found = _decide(article, newer, False, now, by)
    tell("declined a follow-up", article, by, newer=str(newer))
    return found


@transaction.atomic
def end_follow_up(follow_up: FollowUp, by=None) -> bool:
    """Tell readers of it no longer; it is not offered again. Whether they were told of it."""
    require_publisher(by)
    article = lock(follow_up.article)
    now = timezone.now()
    if not FollowUp.objects.shown(now).filter(pk=follow_up.pk).exists():
        return False
    _decide(article, follow_up.newer, False, now, by)
    tell("ended a follow-up", article, by, newer=str(follow_up.newer))
    return True


def _decide(article: Article, newer: Article, is_accepted: bool, now: datetime, by) -> FollowUp:
    """Put a new decision in the place of the one that stands."""
    standing = FollowUp.objects.standing().filter(article=article, newer=newer)
    if standing.filter(is_accepted=is_accepted).exists():
        refuse("That was decided already.")
    standing.update(ended_at=now, ended_by=by)
    return FollowUp.objects.create(article=article, newer=newer, is_accepted=is_accepted, decided_at=now, decided_by=by)


def _require_newer(article: Article, newer: Article, now: datetime) -> None:
    """NotPossible unless readers see the one, and see the other or will, and that was published later."""
    seen = live_edition(article, now)
    if seen is None:
        refuse("Readers do not see this story, so nothing is shown above it.")
    coming = newer.editions.not_over(now).order_by("live_from").first()
    if coming is None:
        refuse(f"Readers do not see “{newer}”, and it is not scheduled.")
    if newer.pk == article.pk or coming.first_published_at <= seen.first_published_at:
        refuse(f"“{newer}” is not newer than this story.")
