"""What was typed into a story's form and not saved."""

from django.conf import settings
from django.db import models

from articles.models.article import Article


class Autosave(models.Model):
    """What somebody has typed in one window and not saved, as a content has it: theirs alone, and no revision.

    It is written over as they type, and goes with their save. Of a story that was never saved there is no `article`.
    """

    key = models.UUIDField(unique=True, help_text="Of the window.")
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="autosaves", db_index=False)
    article = models.ForeignKey(Article, models.CASCADE, null=True, related_name="autosaves")
    content = models.JSONField()
    note = models.TextField(blank=True)
    at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-at"]
        indexes = [models.Index(fields=["editor", "article", "-at"], name="autosave_of_editor")]

    def __str__(self):
        return self.content["headline"] or "A story without a headline"
