"""What points to a story, beside its form: each story that refers to it, and with which words."""

from dataclasses import dataclass

from django.utils import timezone

from articles import related, roles
from articles.admin.screens import form_of
from articles.models import Article, Edition


@dataclass(frozen=True)
class Pointing:
    """A story that refers to another: as readers have it, or will; `address` is its form, or its page."""

    edition: Edition
    address: str
    is_ahead: bool

    @property
    def where(self) -> str:
        """Where its links stand: "in its box and in its text"."""
        places = {link["in_text"] for link in self.edition.pointing_links}
        return " and ".join(["in its box"] * (False in places) + ["in its text"] * (True in places))

    @property
    def own_words(self) -> list[str]:
        links = sorted(self.edition.pointing_links, key=lambda link: link["position"])
        return [words for link in links for words in (link["headline"], link["teaser"]) if words]


def pointing(user, article: Article | None) -> list[Pointing]:
    """The stories that refer to this one, each once: those that readers see, then those to come that one may see."""
    if article is None or not article.pk:
        return []
    now, found = timezone.now(), related.pointing_at(article, ahead=True)
    visible = _visible(user, {edition.article_id for edition in found})
    stories = {}
    for edition in sorted(found, key=lambda edition: edition.live_from > now):
        is_ahead, may_see = edition.live_from > now, edition.article_id in visible
        if may_see or not is_ahead:
            address = form_of(edition.article_id) if may_see else edition.path
            stories.setdefault(edition.article_id, Pointing(edition, address, is_ahead))
    return list(stories.values())


def _visible(user, ids: set[int]) -> set[int]:
    if roles.sees_all(user) or not ids:
        return ids
    return set(roles.visible_to(user, Article.objects.filter(pk__in=ids)).values_list("pk", flat=True))
