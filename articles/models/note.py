"""What colleagues say to each other about a story, and each step it took."""

from django.conf import settings
from django.db import models

from articles.models.article import Article
from newsroom.accounts.records import Record


class Note(Record):
    """A line of the thread on a story: words, or a step that it took, or both. Readers never see one."""

    class Step(models.TextChoices):
        SUBMITTED = "submitted", "submitted it for review"
        TAKEN_BACK = "taken back", "took it back"
        RETURNED = "returned", "returned it"
        READY = "ready", "said that it is ready"
        ASSIGNED = "assigned", "gave it"

    article = models.ForeignKey(Article, models.PROTECT, related_name="notes")
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True)
    step = models.CharField(max_length=10, choices=Step, blank=True)
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    text = models.TextField(max_length=2000, blank=True)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self):
        return self.text or self.get_step_display()
