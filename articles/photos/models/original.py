"""The files that came for a photo, and what each said of itself."""

from django.db import models

from articles.photos.models.photo import Photo


class Original(models.Model):
    """One file that a photo has or had, as it came. Written once, never edited: the first word is not lost.

    `words` is `metadata.FileWords` as JSON, with the three blocks whole under `raw`. It has a table of its own so
    that pages and lists, which never ask for it, do not carry it.
    """

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="originals")
    sha256 = models.CharField(max_length=64)
    path = models.CharField(max_length=200, help_text="Where the file lies in the media storage.")
    name = models.CharField(max_length=255, blank=True, help_text="What it was called when it came.")
    format = models.CharField(max_length=10)
    size = models.PositiveBigIntegerField(help_text="Bytes.")
    words = models.JSONField(default=dict)
    received_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["photo", "sha256"], name="original_once_a_photo")]

    def __str__(self):
        return self.name or self.path
