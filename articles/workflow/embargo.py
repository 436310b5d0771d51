"""A moment before which nobody publishes a story, whoever decides."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from articles.models import Article
from articles.photos.moments import in_words
from articles.roles import may_publish, require, require_editing
from articles.workflow.intervals import live_edition, lock, require_ahead, scheduled
from articles.workflow.refusals import refuse
from articles.workflow.telling import tell


@transaction.atomic
def set_embargo(article: Article, until: datetime | None, by=None) -> bool:
    """Bar the story's publication before `until`; None lifts the embargo. Whether anything changed.

    Who edits the story may set one or put it off; only who publishes may lift it or bring it forward. Raises
    NotPossible for a moment that is past, or if readers see the story before it, or are to.
    """
    held = lock(article)
    require_editing(by, held)
    now = timezone.now()
    before = article.embargo_until
    if until == before:
        return False
    if before and before > now and (until is None or until < before):
        require(by, by is None or may_publish(by))
    if until:
        _require_unseen(article, until, now)
    Article.objects.filter(pk=article.pk).update(embargo_until=until)
    article.embargo_until = until
    tell("embargoed" if until else "lifted the embargo", article, by, until=in_words(until) if until else "")
    return True


def _require_unseen(article: Article, until: datetime, now: datetime) -> None:
    require_ahead(until, now, "embargo_until")
    if live_edition(article, now):
        refuse("Readers see this story already. Withdraw it before you set an embargo.", "embargo_until")
    if early := scheduled(article, now).filter(live_from__lt=until).first():
        moment = in_words(early.live_from)
        refuse(f"The story is scheduled for {moment}, before the embargo ends. Cancel that first.", "embargo_until")
