"""Showing readers other revisions in the place of those that they see, or will see."""

from datetime import datetime

from django.db import transaction

from articles import mirror
from articles.amendments import Amendment, exchanged, obstacles
from articles.models import Article, Edition
from articles.roles import require_publisher
from articles.workflow.intervals import claim_address, edition_of, store
from articles.workflow.refusals import NotPossible
from newsroom.accounts import record


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
