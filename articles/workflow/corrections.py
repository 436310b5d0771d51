"""Owning up: a correction is shown with the edition that comes with it."""

from django.db import transaction
from django.utils import timezone

from articles.models import Article, Correction
from articles.roles import require_publisher
from articles.workflow.intervals import latest, live_edition, lock, open_edition, scheduled
from articles.workflow.refusals import refuse
from articles.workflow.stages import settle
from articles.workflow.telling import tell


@transaction.atomic
def correct(
    article: Article,
    wrong: str,
    right: str,
    by=None,
    place: str = Correction.Place.TOP,
    with_changes: bool = True,
    replaces: Correction | None = None,
) -> Correction:
    """Tell readers of a live story what was wrong and what is right, in an edition of its own.

    It shows the newest revision, or, without `with_changes`, the one that readers see. `replaces` is a correction of
    the story that was itself wrong: this one stands in its place. Raises NotPossible if the story is not live, if
    either sentence lacks, or with all that must be mended first.
    """
    require_publisher(by)
    lock(article)
    now = timezone.now()
    if not wrong.strip():
        refuse("Say what was wrong.", "wrong")
    if not right.strip():
        refuse("Say what is right.", "right")
    running = live_edition(article, now)
    if running is None:
        refuse("Readers do not see this story, so there is nothing to correct.")
    if replaces and (replaces.article_id != article.pk or Correction.objects.filter(replaces=replaces).exists()):
        refuse("That correction is another story's, or was said anew already.", "replaces")
    if not with_changes and scheduled(article, now).exists():
        refuse(
            "An update is scheduled, and publishing now would cancel it. Publish with the changes, or cancel it first."
        )
    open_edition(article, latest(article) if with_changes else running.revision, now, now, by)
    if with_changes:
        settle(article)
    tell("corrected", article, by, wrong=wrong.strip(), right=right.strip())
    return Correction.objects.create(
        article=article, at=now, by=by, wrong=wrong.strip(), right=right.strip(), place=place, replaces=replaces
    )
