"""The windows in which a story's form is open, and what was typed there and not saved."""

import uuid

from django.conf import settings
from django.db import models

from articles.models.article import Article
from articles.models.content import ContentField
from articles.models.revision import Revision


class AutosaveQuerySet(models.QuerySet):
    def typed_in(self, window: str, editor, article: int | None) -> "Autosave | None":
        """What this person typed in that window of the story's form and did not save; None where that is nothing."""
        try:
            key = uuid.UUID(window)
        except ValueError:
            return None
        return self.filter(key=key, editor=editor, article=article, content__isnull=False).first()


class Autosave(models.Model):
    """A window of somebody's with a story's form: when it was last heard of, and what was typed in it and not saved.

    `content` is that as a revision has it, theirs alone and no revision; it is written over as they type, and goes with
    their save. None: nothing was typed. `base` is the revision that they typed on. Of a story that was never saved
    there is no `article`.
    """

    key = models.UUIDField(unique=True, help_text="Of the window.")
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="autosaves", db_index=False)
    article = models.ForeignKey(Article, models.CASCADE, null=True, related_name="autosaves", db_index=False)
    base = models.ForeignKey(Revision, models.CASCADE, null=True, related_name="+", db_index=False)
    content = ContentField(null=True)
    note = models.TextField(blank=True)
    why = models.CharField(max_length=200, blank=True)
    answers = models.TextField(blank=True, help_text="To what is in dispute, as the screen that asks sends them.")
    at = models.DateTimeField(null=True, help_text="When something was typed last.")
    opened_at = models.DateTimeField(auto_now_add=True)
    heard_at = models.DateTimeField(auto_now=True)

    objects = AutosaveQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        indexes = [
            models.Index(fields=["editor", "article", "-at"], name="autosave_of_editor"),
            models.Index(fields=["article", "heard_at"], name="autosave_open_now"),
        ]

    def __str__(self):
        return (self.content or {}).get("headline") or "A story without a headline"
