"""Arranging fronts in tests."""

from datetime import timedelta

from django.utils import timezone

from articles import workflow
from articles.fronts.arranging import dress, place
from articles.fronts.slots import EMPTY, slots_of

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def arranged(section=None, content=EMPTY, lasts=DAY, **slots):
    """A content with these stories pinned, each for a day from now."""
    for key, articles in slots.items():
        for position, article in enumerate(articles):
            until = timezone.now() + lasts
            content = place(content, slots_of(section), article.pk, key, position, until)
    return content


def put(section=None, content=None, by=None, at=None, **slots):
    """Put a front with these stories live, whatever is in force."""
    content = arranged(section, **slots) if content is None else content
    base = workflow.in_force(section, at)
    return workflow.put_live(section, content, base, by, at)


def dressed(article, **values):
    """A content with the story in the lead, in words of the front's own."""
    return dress(arranged(lead=[article]), article.pk, **values)
