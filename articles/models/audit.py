"""What an audit of all that readers see found."""

from django.db import models

from articles.photos.models import Photo


class Audit(models.Model):
    """One run of `manage.py audit_credits`; the last one stands on the desk.

    `lacking` lists what is amiss, a dict each: `address` of the page, `picture` in words, `photo` (its id or None) and
    `missing` (texts). `withheld` counts the pictures that may not be syndicated.
    """

    at = models.DateTimeField(unique=True)
    pages = models.PositiveIntegerField(default=0)
    pictures = models.PositiveIntegerField(default=0)
    withheld = models.PositiveIntegerField(default=0)
    lacking = models.JSONField(default=list)

    KEPT = 60

    class Meta:
        ordering = ["-at"]
        default_permissions = []

    def __str__(self):
        return f"Audit of {self.at:%Y-%m-%d %H:%M}"

    def save(self, *args, **kwargs):
        """Keep it, and no more than the last ones."""
        super().save(*args, **kwargs)
        kept = Audit.objects.values("pk")[: self.KEPT]
        Audit.objects.exclude(pk__in=list(kept.values_list("pk", flat=True))).delete()

    def note(self, address: str, photo: Photo | None, src: str, missing: list[str]) -> None:
        """Add what a picture of the page lacks; nothing where it lacks nothing."""
        if missing:
            picture = f"photo {photo.pk}" if photo else src or "a picture without address"
            line = {"address": address, "picture": picture, "photo": photo and photo.pk, "missing": missing}
            self.lacking.append(line)
