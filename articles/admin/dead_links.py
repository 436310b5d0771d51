"""Links to pages of other sites that are gone: the first on the desk, all on a page of their own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe

from articles import link_checks, mirror, roles
from articles.admin.desk_stories import SHOWN, Line, Panel
from articles.admin.screens import form_of
from articles.models import Article, Edition, OutsideLink
from articles.outside_links import domain, outside_links

PAGE = 40


@dataclass(frozen=True)
class Place:
    """A dead link in what readers see of a story, or will see; `is_mended` where the working copy has it no more."""

    link: OutsideLink
    edition: Edition
    is_mended: bool

    @property
    def form(self) -> str:
        return form_of(self.edition.article_id)


def dead_links(user) -> QuerySet:
    """Those in stories that the person may see, the longest dead first."""
    stories = roles.visible_to(user, Article.objects.all())
    dead = OutsideLink.objects.dead()
    return dead if roles.sees_all(user) else dead.filter(stories__in=stories).distinct()


def places(links: Iterable[OutsideLink], user, at: datetime) -> Iterator[Place]:
    """Where they stand, of the stories that the person may see; a link that was taken out since stands nowhere."""
    found = list(link_checks.places(links, at))
    stories = {edition.article_id for _, edition in found}
    visible = set(roles.visible_to(user, Article.objects.filter(pk__in=stories)).values_list("pk", flat=True))
    newest = mirror.newest_revisions(visible).values_list("article", "content")
    kept = {story: set(outside_links(content)) for story, content in newest}
    for link, edition in found:
        if edition.article_id in visible:
            yield Place(link, edition, link.url not in kept.get(edition.article_id, ()))


def panels(user) -> list[Panel]:
    """What the desk shows of them; none where nothing is to be done."""
    found = places(dead_links(user)[: SHOWN + 1], user, timezone.now())
    lines = [
        Line(
            place.edition.headline,
            place.form,
            place.link.dead_since,
            f"{domain(place.link.url)}: {place.link.said}. Gone since",
            before_time=" ",
        )
        for place in found
        if not place.is_mended
    ]
    more = reverse("admin:articles_article_dead_links")
    return [Panel("dead-links", "Dead links to other sites", lines[:SHOWN], more)] if lines else []


class DeadLinksView:
    """The page of all of them, for everybody who works on stories."""

    def __init__(self, model_admin):
        self.model_admin = model_admin

    def urls(self) -> list:
        view = self.model_admin.admin_site.admin_view(self.whole)
        return [path("dead-links/", view, name="articles_article_dead_links")]

    @method_decorator(require_safe)
    def whole(self, request) -> HttpResponse:
        if not self.model_admin.has_view_or_change_permission(request):
            raise PermissionDenied
        page = Paginator(dead_links(request.user), PAGE).get_page(request.GET.get("page"))
        context = self.model_admin.admin_site.each_context(request) | {
            "title": "Dead links to other sites",
            "opts": self.model_admin.opts,
            "page": page,
            "places": list(places(page, request.user, timezone.now())),
            "asked_at": OutsideLink.objects.order_by("-checked_at").values_list("checked_at", flat=True).first(),
        }
        return render(request, "admin/articles/article/dead_links.html", context)
