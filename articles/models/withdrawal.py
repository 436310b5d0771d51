"""That a story was taken from readers, and that it may come back."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from articles.models.article import Article
from newsroom.accounts.records import Record, RecordQuerySet


class WithdrawalQuerySet(RecordQuerySet):
    def done(self, at=None):
        """Those that had happened at the moment `at` (default: now)."""
        return self.filter(at__lte=at or timezone.now())

    def ahead(self, at=None):
        """Those that are scheduled for later."""
        return self.filter(at__gt=at or timezone.now())

    def in_force(self):
        """The kills that nobody has lifted: the story may not be published."""
        return self.filter(kind=Withdrawal.Kind.KILLED, lift=None)


class Withdrawal(Record):
    """That a story is taken from readers: when, by whom, why, and the sentence that stands in its place.

    A kill also bars its publication until it is lifted. One that lies ahead is a plan, and can be cancelled.
    """

    class Kind(models.TextChoices):
        WITHDRAWN = "withdrawn", "Withdrawn"
        KILLED = "killed", "Killed"

    article = models.ForeignKey(Article, models.PROTECT, related_name="withdrawals")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.WITHDRAWN)
    at = models.DateTimeField(db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True)
    reason = models.TextField(help_text="For the record; readers do not see it.")
    notice = models.TextField(blank=True, help_text="What readers are told.")

    objects = WithdrawalQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["kind", "-at"], name="withdrawal_by_kind")]

    def __str__(self):
        return f"{self.article} {self.kind} {self.at:%Y-%m-%d %H:%M}"

    def delete(self, *args, **kwargs):
        """Cancel one that lies ahead; what has happened stays on record."""
        if self.at <= timezone.now():
            return super().delete(*args, **kwargs)
        return models.Model.delete(self, *args, **kwargs)


class Lift(Record):
    """That the story of a kill may be published again."""

    kill = models.OneToOneField(Withdrawal, models.PROTECT, related_name="lift")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True)
    reason = models.TextField()

    class Meta:
        ordering = ["-at", "-id"]
        default_permissions = []

    def __str__(self):
        return f"{self.kill}, lifted {self.at:%Y-%m-%d %H:%M}"
