"""Links by which people without an account see a story before readers do."""

import secrets
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from articles.models.article import Article
from articles.models.revision import Revision

LASTS, LONGEST = timedelta(days=7), timedelta(days=90)


def new_token() -> str:
    return secrets.token_urlsafe(32)


def in_a_week():
    return timezone.now() + LASTS


class PreviewLink(models.Model):
    """A link to one story as it would look to readers: to one revision, or, without one, always to the newest.

    Whether it holds is asked at each request (`articles.reader.preview`).
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="preview_links")
    revision = models.ForeignKey(Revision, models.CASCADE, null=True, related_name="+", db_index=False)
    token = models.CharField(max_length=43, unique=True, default=new_token)
    for_whom = models.CharField("for whom", max_length=120)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(default=in_a_week)
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    views = models.PositiveIntegerField(default=0)
    last_viewed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at", "-id"]

    def __str__(self):
        return f"Preview for {self.for_whom}"

    def get_absolute_url(self):
        return reverse("preview", args=[self.token])

    @property
    def address(self) -> str:
        """With its host, to be sent."""
        return settings.SITE_URL + self.get_absolute_url()

    @property
    def ended(self) -> bool:
        """Whether it was revoked or has run out."""
        return self.revoked_at is not None or self.expires_at <= timezone.now()
