"""Letting people without an account see a story before readers do, and no longer."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from articles import roles
from articles.models import Article, PreviewLink, Revision
from articles.models.preview_link import LONGEST
from articles.photos.moments import in_words
from articles.workflow.intervals import require_ahead
from articles.workflow.refusals import refuse
from articles.workflow.telling import tell


@transaction.atomic
def share(article: Article, for_whom: str, until: datetime, by, revision: Revision | None = None) -> PreviewLink:
    """Make a link to the revision, or to whichever is the newest. Raises NotPossible for an end that is past or far."""
    _require_sharing(by, article)
    now = timezone.now()
    require_ahead(until, now, "expires_at")
    if until > now + LONGEST:
        refuse(f"A preview link lasts {LONGEST.days} days at most. Give an earlier end.", "expires_at")
    link = PreviewLink.objects.create(
        article=article, revision=revision, for_whom=for_whom.strip(), expires_at=until, made_by=by
    )
    shown = revision.number if revision else "always the newest"
    tell("shared a preview", article, by, for_whom=link.for_whom, revision=shown, until=in_words(until))
    return link


@transaction.atomic
def revoke(link: PreviewLink, by) -> bool:
    """End the link now; whether it had not ended already."""
    _require_sharing(by, link.article)
    now = timezone.now()
    open_links = PreviewLink.objects.filter(pk=link.pk, revoked_at=None, expires_at__gt=now)
    if not open_links.update(revoked_at=now, revoked_by=by):
        return False
    tell("revoked a preview", link.article, by, for_whom=link.for_whom)
    return True


def _require_sharing(by, article: Article) -> None:
    """A link holds as long as a person answers for it: no command makes one."""
    if by is None or not roles.may_share(by, article):
        raise PermissionDenied
