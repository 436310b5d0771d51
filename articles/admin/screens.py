"""What the screens of one story have in common: they are found by who may see it, and show how it stands."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse

from articles import roles
from articles.admin.standing import standing
from articles.models import Article


class StoryViews:
    """Views of one story, behind the admin's own door; `views` names them by their address."""

    def __init__(self, model_admin):
        self.model_admin = model_admin

    def views(self) -> dict[str, Callable]:
        raise NotImplementedError

    def urls(self) -> list:
        door = self.model_admin.admin_site.admin_view
        return [
            path(f"<int:pk>/{name}/", door(view), name=f"articles_article_{name}")
            for name, view in self.views().items()
        ]

    def story(self, request, pk: int, allowed: bool = True) -> Article:
        """The story; PermissionDenied unless the person may see it, and what is asked is allowed to them."""
        article = get_object_or_404(Article, pk=pk)
        if not (allowed and roles.may_see(request.user, article)):
            raise PermissionDenied
        return article

    def story_to_change(self, request, pk: int) -> Article:
        """The story; PermissionDenied unless the person may change it."""
        article = self.story(request, pk)
        roles.require_editing(request.user, article)
        return article

    def show(self, request, name: str, title: str, article: Article, context: dict) -> HttpResponse:
        context = self.model_admin.admin_site.each_context(request) | context
        context |= {"title": title, "article": article, "opts": self.model_admin.opts, "screen": name}
        context |= {"may_publish": roles.may_publish(request.user), "may_kill": roles.may_kill(request.user)}
        context.setdefault("standing", standing(article))
        return render(request, f"admin/articles/article/{name}.html", context)


def form_of(article: Article | int) -> str:
    """The address of the story's form."""
    return reverse("admin:articles_article_change", args=[getattr(article, "pk", article)])


def to_form(article: Article | int) -> HttpResponseRedirect:
    return HttpResponseRedirect(form_of(article))


def screen_of(name: str, article: Article | int) -> str:
    """The address of one of the story's other screens."""
    return reverse(f"admin:articles_article_{name}", args=[getattr(article, "pk", article)])
