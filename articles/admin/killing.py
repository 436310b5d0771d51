"""Killing pictures from the library: what will happen is said first, then it is done; and lifting a kill."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html

from articles import kills, mirror, whereabouts
from articles.photos.chooser import numbers
from articles.photos.killed import twins
from articles.photos.models import Kill, Photo

MOST = 100  # pictures killed at once
LIBRARY = "admin:photos_photo_changelist"


def may_kill(user) -> bool:
    return user.has_perm("photos.kill_photo")


class ReasonForm(forms.Form):
    """Why: asked of every kill and every lift."""

    reason = forms.CharField(
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2, "autofocus": True}),
        help_text="For the record, and for everybody whose story carried it.",
    )


@dataclass(frozen=True)
class Plan:
    """What a kill of one photo will do, as things stand now."""

    photo: Photo

    @cached_property
    def places(self) -> list[dict]:
        return whereabouts.places(self.photo, timezone.now())

    @cached_property
    def scheduled(self) -> QuerySet:
        """The editions with it that are still to come."""
        ahead = mirror.editions_with(self.photo).filter(live_from__gt=timezone.now())
        return ahead.order_by("live_from").only("article", "headline", "live_from")

    @cached_property
    def working_copies(self) -> QuerySet:
        return mirror.working_copies(self.photo).only("headline")

    @cached_property
    def twins(self) -> list[Photo]:
        return twins(self.photo)


class KillViews:
    """The views, under the permission to kill photos."""

    def __init__(self, model_admin):
        self.model_admin = model_admin

    def urls(self) -> list:
        """Their addresses, inside the library's; every one behind the admin's own door."""
        door = self.model_admin.admin_site.admin_view
        return [
            path("kill/", door(self.kill), name="photos_photo_kill"),
            path("<int:pk>/lift/", door(self.lift), name="photos_photo_lift"),
        ]

    def ask(self, photos: QuerySet) -> HttpResponseRedirect:
        """To the page that asks before these photos are killed."""
        ids = photos.order_by("pk").values_list("pk", flat=True)[:MOST]
        return HttpResponseRedirect(f"{reverse('admin:photos_photo_kill')}?{urlencode({'photo': ids}, doseq=True)}")

    def kill(self, request) -> HttpResponse:
        """Say what will happen to the photos that are named, and ask why; with a reason, kill them."""
        self._admit(request)
        chosen = (request.POST if request.method == "POST" else request.GET).getlist("photo")
        photos = list(Photo.objects.filter(pk__in=numbers(chosen)[:MOST]).order_by("pk"))
        if not photos:
            messages.warning(request, "No photo was chosen. Tick those that you want to kill.")
            return HttpResponseRedirect(reverse(LIBRARY))
        form = ReasonForm(request.POST or None)
        if all(photo.killed_at for photo in photos):
            form.fields["reason"].required = False  # nothing is asked anew, only completed
        if request.method == "POST" and form.is_valid():
            return self._kill(request, photos, form.cleaned_data["reason"])
        plans = [Plan(photo) for photo in photos]
        return self._show(request, "kill", "Kill pictures", {"form": form, "plans": plans, "photos": photos})

    def _kill(self, request, photos: list[Photo], reason: str) -> HttpResponseRedirect:
        for photo in photos:
            _tell(request, kills.kill(photo, reason, by=request.user))
        if len(photos) == 1:
            return HttpResponseRedirect(_page(photos[0].pk))
        return HttpResponseRedirect(f"{reverse(LIBRARY)}?killed=yes")

    def lift(self, request, pk) -> HttpResponse:
        """Ask why, then let the photo run again."""
        self._admit(request)
        photo = get_object_or_404(Photo, pk=pk)
        form = ReasonForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                kills.lift(photo, form.cleaned_data["reason"], by=request.user)
                messages.success(request, f"The kill is lifted. Photo {pk} may run again, as far as its right goes.")
            except ValidationError as refusal:
                messages.error(request, " ".join(refusal.messages))
            return HttpResponseRedirect(_page(pk))
        kill = photo.kills.in_force().select_related("by").first()
        return self._show(request, "lift", "Lift the kill", {"form": form, "photo": photo, "kill": kill})

    def _admit(self, request) -> None:
        if not may_kill(request.user):
            raise PermissionDenied

    def _show(self, request, template: str, title: str, context: dict) -> HttpResponse:
        context |= self.model_admin.admin_site.each_context(request)
        context |= {"title": title, "opts": self.model_admin.opts}
        return render(request, f"admin/photos/photo/{template}.html", context)


def _page(pk: int) -> str:
    return reverse("admin:photos_photo_change", args=[pk])


def _tell(request, kill: Kill) -> None:
    """What became of it: pages are safe in any case, files perhaps not yet."""
    photo = format_html('<a href="{}">Photo {}</a>', _page(kill.photo_id), kill.photo_id)
    if kill.completed_at:
        pages = f"the {len(kill.places)} pages" if len(kill.places) > 1 else "the page" if kill.places else "every page"
        messages.success(request, format_html("{} is killed. It is gone from {}, and so are its files.", photo, pages))
        return
    text = "{} is killed and no page shows it, but not all of its files could be removed yet. Kill it again to go on."
    messages.error(request, format_html(text, photo))
