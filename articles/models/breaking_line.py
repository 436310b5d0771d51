"""The breaking-news line over every page."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.utils import timezone

from articles.models.article import Article
from articles.models.edition import Edition

LASTS, LONGEST = timedelta(hours=2), timedelta(hours=48)


class BreakingLineQuerySet(models.QuerySet):
    def not_over(self, at=None):
        """Those that readers see at `at` (default: now) or will."""
        return self.filter(Q(ends_at__gt=at or timezone.now()), Q(ends_at__gt=F("starts_at")))

    def running(self, at=None):
        """The one that readers see at `at`, if any."""
        at = at or timezone.now()
        return self.not_over(at).filter(starts_at__lte=at)

    def with_story(self, at):
        """Each with the `path` at which its story is live at `at`, until when that is so, and from when it will be."""
        live = Edition.objects.live(at).filter(article=OuterRef("article"))
        coming = (
            Edition.objects.not_over(at).filter(article=OuterRef("article"), live_from__gt=at).order_by("live_from")
        )
        return self.annotate(
            path=Subquery(live.values("path")[:1]),
            path_until=Subquery(live.values("live_until")[:1]),
            path_from=Subquery(coming.values("live_from")[:1]),
        )


class BreakingLine(models.Model):
    """One line of breaking news, until its end; it leads to a story as soon as readers see that.

    Written by `articles.workflow` only. There is one at a time: the next one ends it.
    """

    text = models.CharField(max_length=140, help_text="One sentence, at most 140 characters.")
    article = models.ForeignKey(
        Article, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="story", db_index=False
    )
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(db_index=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False)

    objects = BreakingLineQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_at", "-id"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gte=F("starts_at")), name="breaking_ends_after_start")
        ]

    def __str__(self):
        return self.text
