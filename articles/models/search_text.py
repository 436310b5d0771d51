"""The words by which stories are found."""

from django.db import models

from articles.models.article import Article


class SearchText(models.Model):
    """The words of a story's working copy, folded; `articles.search` writes them and asks for them.

    The database keeps its own index of the two columns (migration 0012): SQLite by triggers, PostgreSQL by a generated
    column. A migration that changes this table makes the triggers anew, since SQLite drops them with the old table.
    """

    article = models.OneToOneField(Article, models.CASCADE, primary_key=True, related_name="search_text")
    headline = models.TextField()
    words = models.TextField()

    def __str__(self):
        return self.headline
