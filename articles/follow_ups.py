"""Follow-ups that are offered: a story that links to an older one was published, and nobody has decided yet."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef

from articles.models import Article, Edition, FollowUp, StoryLink

OFFERED = timedelta(days=14)  # since the newer story was published first: later it is no news to the older one


@dataclass(frozen=True)
class Offer:
    """A story that readers of an older one could be told of, both by their live headlines."""

    story: int
    headline: str
    newer: int
    newer_headline: str
    published: datetime


def offers(at: datetime, story: Article | None = None) -> list[Offer]:
    """What is offered at `at`, the newest first: everywhere, or to one story. One query.

    The newer story's live revision links to the older, which is live too and does not lead its readers to the newer
    yet; nobody paid for it, and no decision on the two stands.
    """
    older = "revision__story_links__target__editions__"
    decided = FollowUp.objects.standing().filter(article=OuterRef("older"), newer=OuterRef("article"))
    linked = StoryLink.objects.filter(revision=OuterRef("older_revision"), target=OuterRef("article"))
    found = (
        Edition.objects.live(at)
        .editorial()
        .filter(first_published_at__gt=at - OFFERED)
        .filter(
            **{
                f"{older}live_from__lte": at,
                f"{older}live_until__gt": at,
                f"{older}first_published_at__lt": F("first_published_at"),
            }
        )
        .annotate(
            older=F(f"{older}article"), older_headline=F(f"{older}headline"), older_revision=F(f"{older}revision")
        )
        .exclude(older=F("article"))
        .filter(~Exists(decided), ~Exists(linked))
        .order_by("-first_published_at", "-pk", "older")
    )
    if story:
        found = found.filter(older=story.pk)
    rows = found.values_list("older", "older_headline", "article", "headline", "first_published_at")
    return [Offer(*row) for row in rows.distinct()]
