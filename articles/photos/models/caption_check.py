"""What the caption splitter was not sure of, for an editor to look at."""

from django.conf import settings
from django.db import models

from articles.photos.models.photo import Photo, validate_qualifiers


class CaptionCheckQuerySet(models.QuerySet):
    def waiting(self):
        """Those that nobody has decided, the oldest first."""
        return self.filter(outcome="").order_by("pk")

    def skipped(self):
        return self.filter(outcome=CaptionCheck.Outcome.SKIPPED)

    def decided_by(self, user):
        """What this person decided, the last one first."""
        return self.exclude(outcome="").filter(decided_by=user).order_by("-decided_at", "-pk")


class CaptionCheck(models.Model):
    """A line read as caption and credit without certainty, and what an editor made of it.

    Written by `articles.photos.caption_checks` only. `found` are the photo's words when the question was asked, so
    that a later change in the library is seen; `undo` is what the decision changed, so that it can be taken back.
    """

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted", "accepted"
        MENDED = "mended", "mended"
        NO_CAPTION = "no caption", "no caption"
        SKIPPED = "skipped", "skipped"

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="caption_checks")
    raw = models.TextField("as it came")
    caption = models.TextField("proposed caption", blank=True)
    credit = models.CharField("proposed credit", max_length=500, blank=True)
    qualifiers = models.JSONField(default=list, blank=True, validators=[validate_qualifiers])
    confidence = models.FloatField()
    found = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True)
    decided_at = models.DateTimeField(null=True)
    undo = models.JSONField(null=True)

    objects = CaptionCheckQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "captions to check"
        default_permissions = []  # who may change photos may decide
        indexes = [
            models.Index(fields=["id"], name="caption_check_waiting", condition=models.Q(outcome="")),
            models.Index(fields=["decided_by", "-decided_at"], name="caption_check_by_person"),
        ]

    def __str__(self):
        words = self.caption or self.raw
        return f"{words[:77].rstrip()}…" if len(words) > 78 else words
