"""What the screens of a front have in common: their addresses, who may open them, and which front they are of."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse

from articles import roles
from articles.models import Section


class FrontViews:
    """Views of one front, behind the admin's own door; `views` names them by their address."""

    def __init__(self, model_admin):
        self.model_admin = model_admin

    def views(self) -> dict[str, tuple[str, Callable]]:
        """The views, each by its name and its route behind that of its front."""
        raise NotImplementedError

    def urls(self) -> list:
        door = self.model_admin.admin_site.admin_view
        return [
            path(f"{front}{route}", door(view), name=f"articles_front_{name}{of_section}")
            for name, (route, view) in self.views().items()
            for front, of_section in (("home/", ""), ("section/<slug:slug>/", "_of_section"))
        ]

    def section(self, request, slug: str | None) -> Section | None:
        """The section of the front, None of the home page's; PermissionDenied for who may not arrange."""
        require_arranging(request)
        return get_object_or_404(Section, slug=slug) if slug else None

    def show(self, request, name: str, title: str, context: dict) -> HttpResponse:
        return show(self.model_admin, request, name, title, context)


def show(model_admin, request, name: str, title: str, context: dict) -> HttpResponse:
    """A screen about fronts."""
    context = model_admin.admin_site.each_context(request) | {"title": title, "opts": model_admin.opts} | context
    return render(request, f"admin/articles/arrangement/{name}.html", context)


def require_arranging(request) -> None:
    if not roles.may_arrange(request.user):
        raise PermissionDenied


def screen_of(name: str, section: Section | None, *args) -> str:
    """The address of one of a front's screens."""
    if section is None:
        return reverse(f"admin:articles_front_{name}", args=args)
    return reverse(f"admin:articles_front_{name}_of_section", args=[section.slug, *args])


def to_arranging(section: Section | None) -> HttpResponseRedirect:
    return HttpResponseRedirect(screen_of("arrange", section))


def named(section: Section | None) -> str:
    """What a front is called within a sentence."""
    return f"the front of {section.name}" if section else "the home page"
