"""What the tests of links between stories share."""

from articles import snapshots, workflow
from tests.factories import make_article


def make_link(target, own="", own_teaser="", **fields):
    """A draft whose related box leads to `target`, in `own` words or none."""
    article = make_article(**fields)
    article.related_links.create(target=target, headline=own, teaser=own_teaser)
    snapshots.record(article)
    return article


def make_live_link(target, own="", own_teaser="", **fields):
    """The same, seen by readers."""
    return workflow.publish(make_link(target, own, own_teaser, **fields)).article


def in_text(target, words=""):
    return f'<p>a</p>\n<aside data-related="{target.pk}"{words}></aside>'


def update(article, **fields):
    """Save the story with other fields, and show readers that."""
    for name, value in fields.items():
        setattr(article, name, value)
    article.save()
    snapshots.record(article)
    return workflow.update(article)
