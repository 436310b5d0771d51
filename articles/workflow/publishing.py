"""Showing readers a revision: now, later, since a moment of the past, or in the place of another."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from articles import mirror
from articles.amendments import Amendment, exchanged, obstacles
from articles.models import Article, Correction, Edition
from articles.photos.moments import in_words
from articles.roles import require_publisher
from articles.workflow.intervals import (
    claim_address,
    edition_of,
    forget_scheduled,
    forget_withdrawal,
    latest,
    live_edition,
    lock,
    open_edition,
    require_ahead,
    scheduled,
    store,
)
from articles.workflow.refusals import NotPossible, refuse
from articles.workflow.stages import settle
from articles.workflow.telling import tell
from newsroom.accounts import record


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


@transaction.atomic
def amend(amendments: list[Amendment], at: datetime, by=None) -> list[Edition]:
    """Show readers other revisions of stories, all at once: from `at` where they see the old one, else when they would.

    Unlike `publish`, this decides nothing about when a story is seen: a scheduled edition keeps its moment, and what is
    scheduled after a live one stays. The editions are live at `at` or lie ahead of it, at most one amendment for each.
    Raises NotPossible with all that they would bring into the way, each problem under its story's headline.
    """
    require_publisher(by)
    articles = {amendment.edition.article_id for amendment in amendments}
    list(Article.objects.select_for_update().filter(pk__in=articles).order_by("pk").values_list("pk"))
    mirror.hold(set().union(*(amendment.photos for amendment in amendments)))
    if found := [problem for _, problem in obstacles(amendments, at)]:
        raise NotPossible(*found)
    successors = [_successor(amendment, at, by) for amendment in amendments]
    unseen = {amendment.edition.pk for amendment in amendments if amendment.edition.live_from >= at}
    Edition.objects.filter(pk__in={amendment.edition.pk for amendment in amendments} - unseen).update(live_until=at)
    Edition.objects.filter(pk__in=unseen).delete()
    store(successors)
    mirror.count(exchanged(amendments))
    record.note_all("amended", [successor.article for successor in successors], by)
    return successors


def _successor(amendment: Amendment, at: datetime, by) -> Edition:
    old = amendment.edition
    edition = edition_of(old.article, amendment.revision, max(old.live_from, at), old.first_published_at)
    edition.live_until = old.live_until
    edition.published_by = by
    if old.live_from >= at:
        edition.update_note = old.update_note  # of one that was seen the note stands in its own edition
    if edition.path != old.path:
        claim_address(edition)
    return edition
