"""Which stories are offered beside a story."""

from django.db import models

from articles.models.article import Article


class Suggestion(models.Model):
    """A story that goes with another by what both say; `articles.suggestions` works them out when a story changes.

    Whether readers may see it is asked of its editions when a page is made.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="suggestions", db_index=False)
    target = models.ForeignKey(Article, models.CASCADE, related_name="suggested_for")
    weight = models.FloatField(help_text="How well it goes with the story, beside its other suggestions.")
    why = models.CharField(max_length=200, help_text="In words, for editors.")

    class Meta:
        ordering = ["-weight", "target"]
        constraints = [models.UniqueConstraint(fields=["article", "target"], name="suggested_once")]

    def __str__(self):
        return f"{self.target}: {self.why}"
