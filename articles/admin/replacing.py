"""Changing a photo's uses in many stories: the list of what will change, then one button."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_http_methods

from articles import replacing
from articles.admin.where_used import permissions
from articles.models.own_words import FIELDS
from articles.photos.chooser import PhotoField
from articles.photos.models import Photo
from articles.sponsors.models import Placement
from articles.workflow import NotPossible

LISTED = 200  # stories named before; the others are counted


class OtherPhotoForm(forms.Form):
    """The photo that comes instead."""

    new = PhotoField(label="The picture that comes instead", error_messages={"required": "Choose the other picture."})


class ReplacingViews:
    """The views, for those who may change stories and publish them."""

    def __init__(self, model_admin):
        self.model_admin = model_admin

    def urls(self) -> list:
        views = {
            "<int:pk>/replace/": ("photos_photo_replace", self.replace),
            "<int:pk>/everywhere/<slug:field>/": ("photos_photo_everywhere", self.everywhere),
        }
        door = self.model_admin.admin_site.admin_view
        return [path(route, door(view), name=name) for route, (name, view) in views.items()]

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def replace(self, request, pk):
        """Another photo in the place of this one, everywhere."""
        photo = self._admitted(request, pk)
        asked = request.POST if request.method == "POST" else request.GET
        form = OtherPhotoForm(asked if "new" in asked else None)
        new = form.cleaned_data["new"] if form.is_bound and form.is_valid() else None
        change = replacing.by_another(photo, new) if new else None
        if change and request.method == "POST" and self._carried_out(request, change, f"Replaced by photo {new.pk}."):
            return HttpResponseRedirect(reverse("admin:photos_photo_change", args=[new.pk]))
        advertisements = Placement.objects.not_over(timezone.now()).filter(picture=photo).order_by("starts_at")
        context = {
            "title": f"Replace photo {pk} everywhere",
            "form": form,
            "new": new,
            "advertisements": advertisements,
        }
        return self._show(request, "replace", photo, change, context)

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def everywhere(self, request, pk, field):
        """The library's caption or alt text in every use that has its own."""
        if field not in FIELDS:
            raise Http404("There is no such field.")
        photo, name = self._admitted(request, pk), FIELDS[field]
        change = replacing.to_library_words(photo, field)
        if request.method == "POST" and self._carried_out(request, change, f"Applied its {name} everywhere."):
            return HttpResponseRedirect(reverse("admin:photos_photo_uses", args=[pk]))
        context = {
            "title": f"The library’s {name} of photo {pk} everywhere",
            "name": name,
            "text": getattr(photo, field),
        }
        return self._show(request, "everywhere", photo, change, context)

    def _admitted(self, request, pk: int) -> Photo:
        photo = get_object_or_404(Photo, pk=pk)
        if not (self.model_admin.has_view_permission(request, photo) and permissions(request.user)["may_replace"]):
            raise PermissionDenied
        return photo

    def _carried_out(self, request, change: replacing.Change, log: str) -> bool:
        """Do it, and tell of it; or say why not."""
        try:
            done = replacing.carry_out(change, by=request.user, seen=request.POST.get("seen") or "nothing")
        except NotPossible as refusal:
            problems = format_html_join("", "<li>{}</li>", ((problem,) for problem in refusal.problems[:LISTED]))
            messages.error(request, format_html("Nothing was changed.<ul>{}</ul>", problems))
            return False
        self.model_admin.log_change(request, change.subject, log)
        live = sum(bool(story.live) for story in done.stories)
        seen = f" Readers see it in {live} of them from now on." if live else ""
        messages.success(request, f"{change.why}, in {_stories(len(done.stories))}.{seen}")
        return True

    def _show(self, request, name: str, photo: Photo, change: replacing.Change | None, context: dict):
        plan = replacing.plan(change) if change else None
        context |= self.model_admin.admin_site.each_context(request) | {
            "opts": self.model_admin.opts,
            "photo": photo,
            "plan": plan,
            "stories": plan.stories[:LISTED] if plan else [],
            "more": max(len(plan.stories) - LISTED, 0) if plan else 0,
            "media": OtherPhotoForm().media,
        }
        return render(request, f"admin/photos/photo/{name}.html", context)


def _stories(count: int) -> str:
    return "1 story" if count == 1 else f"{count} stories"
