"""What editors look for again and again."""

from django.conf import settings
from django.db import models


class SavedFilter(models.Model):
    """The stories' list as somebody narrowed it, under a name of their own; a link above their list, and theirs alone.

    `query` is what stands behind the question mark, so it can lead to that list and nowhere else.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_filters", db_index=False)
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=1000)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["user", "name"], name="saved_filter_by_name")]

    def __str__(self):
        return self.name
