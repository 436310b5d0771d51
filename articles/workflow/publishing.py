"""Showing readers a revision: now, later, or since a moment of the past."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from articles.models import Article, Correction, Edition
from articles.photos.moments import in_words
from articles.roles import require_publisher
from articles.workflow.arriving import match_later
from articles.workflow.intervals import (
    forget_scheduled,
    forget_withdrawal,
    latest,
    live_edition,
    lock,
    open_edition,
    require_ahead,
    scheduled,
)
from articles.workflow.refusals import refuse
from articles.workflow.stages import settle
from articles.workflow.telling import tell


@transaction.atomic
def publish(article: Article, by=None, update_note: str = "") -> Edition:
    """Show readers the article's latest revision from now on, first or again.

    `update_note` tells readers of a live story what is new ("with the minister's answer"). Raises NotPossible if
    readers see that revision already and are told nothing new, or with all that must be mended first.
    """
    require_publisher(by)
    lock(article)
    now = timezone.now()
    revision = latest(article)
    running = live_edition(article, now)
    _require_known(update_note, running)
    if running and running.revision_id == revision.pk and not (update_note.strip() or scheduled(article, now).exists()):
        refuse("Readers see this revision already; nothing has changed since.")
    edition = open_edition(article, revision, now, now, by, update_note)
    settle(article)
    match_later(article)
    tell("published", article, by, revision=revision.number, update_note=edition.update_note)
    return edition


@transaction.atomic
def update(article: Article, by=None, update_note: str = "") -> Edition:
    """Show readers of a live story its latest revision. Raises NotPossible if the story is not live."""
    require_publisher(by)
    lock(article)
    if not live_edition(article):
        refuse("The story is not live, so it cannot be updated. Publish it.")
    return publish(article, by, update_note)


@transaction.atomic
def schedule(article: Article, at: datetime, by=None, update_note: str = "") -> Edition:
    """Show readers the article's latest revision from the moment `at`, instead of what was scheduled before.

    Raises NotPossible for a moment that is past, or with all that must be mended first.
    """
    require_publisher(by)
    lock(article)
    now = timezone.now()
    require_ahead(at, now, "publish_at")
    _require_known(update_note, live_edition(article, at))
    edition = open_edition(article, latest(article), at, now, by, update_note)
    settle(article)
    match_later(article)
    tell("scheduled", article, by, revision=edition.revision.number, at=in_words(at))
    return edition


def _require_known(update_note: str, running: Edition | None) -> None:
    """NotPossible for news of a story that readers have not seen."""
    if update_note.strip() and not running:
        refuse("Readers have not seen the story, so there is nothing that an update note could tell.", "update_note")


@transaction.atomic
def backdate(
    article: Article, at: datetime, by=None, update_note: str = "", correction: tuple[str, str] | None = None
) -> Edition:
    """Record that readers have seen the article's latest revision since `at`, as an archive that moves in knows.

    So they may have been told then what was new, or in a `correction` what was wrong and what is right.
    Raises NotPossible if what readers saw after `at` is on record already: the past is not rewritten.
    """
    require_publisher(by)
    lock(article)
    now = timezone.now()
    later = article.editions.filter(live_from__gte=at).exists() or article.withdrawals.filter(at__gte=at).exists()
    if at > now or later:
        refuse("What readers saw at that time is on record already, or lies ahead.")
    edition = open_edition(article, latest(article), at, now, by, update_note)
    if correction:
        wrong, right = correction
        Correction.objects.create(article=article, at=at, by=by, wrong=wrong, right=right)
    settle(article)
    match_later(article)
    tell("published", article, by, revision=edition.revision.number, since=in_words(at))
    return edition


@transaction.atomic
def cancel_schedule(article: Article, by=None) -> int:
    """Take back what was scheduled; readers go on seeing what they see now. The number of editions cancelled.

    A withdrawal that is scheduled stays, if readers then see something to withdraw.
    """
    require_publisher(by)
    lock(article)
    now = timezone.now()
    count = forget_scheduled(article, now)
    if not live_edition(article, now):
        forget_withdrawal(article, now)
    if count:
        tell("cancelled the schedule", article, by)
    return count
