"""That a newer story follows a story up, as readers of the older one are told."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from articles.models.article import Article


class FollowUpQuerySet(models.QuerySet):
    def standing(self):
        """The decisions that hold now, whether the follow-up was accepted or declined."""
        return self.filter(ended_at=None)

    def shown(self, at=None):
        """Those that readers are told of at the moment `at` (default: now), if they see the newer story."""
        at = at or timezone.now()
        return self.filter(is_accepted=True, decided_at__lte=at).exclude(ended_at__lte=at)


class FollowUp(models.Model):
    """The decision on a follow-up that was offered; `articles.workflow` makes and ends it.

    It belongs to no revision: like a correction it is on every later page of the story, until it is ended. Whether
    readers see `newer`, and whether it is the newer one, is asked of the editions when a page is made.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="follow_ups")
    newer = models.ForeignKey(Article, models.CASCADE, related_name="follows_up")
    is_accepted = models.BooleanField()
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        ordering = ["-decided_at", "-id"]
        default_permissions = []
        constraints = [
            models.UniqueConstraint(
                fields=["article", "newer"], condition=models.Q(ended_at=None), name="one_decision_at_a_time"
            ),
            models.CheckConstraint(condition=~models.Q(newer=models.F("article")), name="no_story_follows_itself_up"),
        ]

    def __str__(self):
        return f"{self.article}, followed up by {self.newer}"
