"""What the tests of the story's screens share: the form as a browser sends it, and people of each kind."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from articles import snapshots

INLINES = {
    f"{prefix}-{name}": "0" for prefix in ("bylines", "related_links") for name in ("TOTAL_FORMS", "INITIAL_FORMS")
}
ADD = "/admin/articles/article/add/"


def make_person(name, *roles):
    """Somebody of the staff, in the roles that are named."""
    person = get_user_model().objects.create_user(name, password="x", is_staff=True)
    person.groups.set([Group.objects.get(name=role) for role in roles])
    return person


def form(**fields):
    """What the browser sends for a story."""
    words = {
        "headline": "Ferry sails",
        "slug": "ferry-sails",
        "body": "<p>At eight.</p>",
        "kind": "news",
        "language": "en-gb",
    }
    return INLINES | words | fields


def pin(article, *targets, by=None, **own):
    """A revision in which these stand in the related box."""
    for target in targets:
        article.related_links.create(target=target, position=article.related_links.count(), **own)
    snapshots.record(article, by=by)
    return article


def url(article, screen="change"):
    return f"/admin/articles/article/{getattr(article, 'pk', article)}/{screen}/"


def messages(response):
    return " ".join(str(message) for message in response.context["messages"])


def words(response):
    """The page's source with its white space closed up."""
    return " ".join(response.content.decode().split())
