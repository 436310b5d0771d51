"""Choosing a story by its headline, and what the writing surface asks of stories and embeds."""

import re
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.http import JsonResponse
from django.urls import path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_GET

from articles import body as story_body
from articles import roles, search
from articles.models import Article, Edition, Withdrawal
from articles.photos.chooser import numbers, one_page
from articles.photos.moments import in_words
from articles.photos.search_text import MAX_WORDS


def describe(articles: list[Article]) -> list[dict]:
    """What the chooser and the writing surface show of stories: readers' words where readers see them."""
    now = timezone.now()
    editions = Edition.objects.not_over(now).filter(article__in=articles).order_by("-live_from")
    running = {edition.article_id: edition for edition in editions}  # the earliest not over: live, or next
    return [_story(article, running.get(article.pk), now) for article in articles]


def _story(article: Article, edition: Edition | None, now: datetime) -> dict:
    state, note = _state(article, edition, now)
    source = edition or article
    return {
        "id": article.pk,
        "headline": source.headline,
        "standfirst": source.standfirst,
        "section": article.section.name if article.section else "",
        "state": state,
        "note": note,
    }


def _state(article: Article, edition: Edition | None, now: datetime) -> tuple[str, str]:
    if edition and edition.live_from <= now:
        return "live", f"since {in_words(edition.first_published_at)}"
    if edition:
        return "scheduled", f"for {in_words(edition.live_from)}; until then readers see nothing here"
    if article.was_withdrawn:
        return "withdrawn", "readers see nothing here"
    if article.embargo_until and article.embargo_until > now:
        return "draft", f"under embargo until {in_words(article.embargo_until)}; readers see nothing here before"
    return "draft", "readers see nothing here until it is published"


def matching(stories: QuerySet, words: str, user) -> QuerySet:
    """Those with every one of the words in their headline; or the one whose address is given.

    Who may not see all finds none by words that readers do not know: `stories` are `roles.choosable_by` the user.
    """
    if address := re.search(r"/\d{4}/\d\d/\d\d/[\w-]+/?", words[:500]):
        return stories.filter(addresses__path=f"{address[0].rstrip('/')}/")
    if roles.sees_all(user):
        return search.matching(stories, words, only_headline=True)
    for word in words[:200].split()[:MAX_WORDS]:
        stories = stories.filter(known_as__icontains=word)
    return stories


class ChooserViews:
    """The views, under the permissions of the stories' own screen."""

    def __init__(self, model_admin):
        self.model_admin = model_admin

    def urls(self) -> list:
        """Their addresses, inside the stories'; every one behind the admin's own door."""
        views = {
            "choose/": ("articles_article_choose", self.choose),
            "embed/": ("articles_article_embed", self.embed),
        }
        door = self.model_admin.admin_site.admin_view
        return [path(route, door(view), name=name) for route, (name, view) in views.items()]

    @method_decorator(require_GET)
    def choose(self, request):
        """Stories named by `id` (any number of times), or those that match `q`, last changed first."""
        self._admit(request)
        choosable = roles.choosable_by(request.user, describable())
        if wanted := request.GET.getlist("id"):
            return JsonResponse({"found": describe(list(choosable.filter(pk__in=numbers(wanted))))})
        others = choosable.exclude(pk__in=numbers(request.GET.getlist("besides")))
        stories, following = one_page(matching(others, request.GET.get("q", ""), request.user), request)
        return JsonResponse({"found": describe(stories), "next": following})

    @method_decorator(require_GET)
    def embed(self, request):
        """The provider of an address, "" for one that may not be embedded, and the names of those that may."""
        self._admit(request)
        provider, _ = story_body.provider_and_frame(request.GET.get("url", "")[:2000])
        return JsonResponse({"provider": provider, "providers": story_body.PROVIDERS})

    def _admit(self, request) -> None:
        if not self.model_admin.has_view_permission(request):
            raise PermissionDenied


def describable() -> QuerySet:
    """Stories with what `describe` asks of them."""
    withdrawn = Exists(Withdrawal.objects.done().filter(article=OuterRef("pk")))
    return Article.objects.annotate(was_withdrawn=withdrawn).select_related("section").defer("body")
