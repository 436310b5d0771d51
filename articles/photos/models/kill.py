"""Kills: that a picture was taken from everywhere by order, and how it is known again."""

from django.conf import settings
from django.db import models

from articles.photos.models.photo import Photo


class KillQuerySet(models.QuerySet):
    def in_force(self):
        """Those that nobody has lifted."""
        return self.filter(lifted_at=None)


class Kill(models.Model):
    """That a photo was killed: when, by whom, why, and each page on which it stood; later, that the kill was lifted.

    Written by `articles.kills` only. `places` are dicts as `articles.whereabouts` makes them. `completed_at` is when
    its files were gone; None where a crash or the storage came in between, until it is killed again. A photo that
    was ever killed cannot be deleted.
    """

    photo = models.ForeignKey(Photo, models.PROTECT, related_name="kills")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    reason = models.TextField(max_length=2000)
    places = models.JSONField(default=list)
    completed_at = models.DateTimeField(null=True)
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    lift_reason = models.TextField(max_length=2000, blank=True)

    objects = KillQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        default_permissions = []  # who may kill photos is said by Photo
        constraints = [
            models.UniqueConstraint(fields=["photo"], name="one_kill_at_a_time", condition=models.Q(lifted_at=None))
        ]

    def __str__(self):
        return f"Photo {self.photo_id} killed {self.at:%Y-%m-%d %H:%M}"


class KilledFileQuerySet(models.QuerySet):
    def in_force(self):
        """Those of kills that nobody has lifted."""
        return self.filter(kill__lifted_at=None)

    def barred(self):
        """Those whose readers' files must not be there: all but what another photo, which lives, has as its file."""
        living = Photo.objects.filter(sha256=models.OuterRef("sha256"), killed_at=None)
        return self.in_force().filter(~models.Exists(living))

    def beginning(self, digits: str):
        """Those whose hash begins with these hexadecimal digits, found in the index on both databases."""
        return self.filter(sha256__gte=digits, sha256__lt=f"{digits}g")

    def bars(self, digits: str) -> bool:
        """Whether files of the original whose hash begins so must not be there.

        Asked for each file that readers get, so the one plain question comes first that nearly all answer with no.
        """
        known = self.beginning(digits)
        return known.exists() and known.barred().exists()


class KilledFile(models.Model):
    """A file that a killed photo has or had, by which the same picture is known when it is brought again.

    `looks`, `tint` and `ratio` are its likeness (see `alike.py`), measured from the original once its kill is done.
    """

    kill = models.ForeignKey(Kill, models.CASCADE, related_name="files")
    sha256 = models.CharField(max_length=64)
    looks = models.BigIntegerField(null=True)
    tint = models.BinaryField(default=bytes)
    ratio = models.FloatField(default=0)

    objects = KilledFileQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        default_permissions = []
        indexes = [models.Index(fields=["sha256"], name="killed_file_by_hash")]

    def __str__(self):
        return self.sha256
