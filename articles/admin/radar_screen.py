"""The rights radar on a page of its own, and what its buttons do, there and on the desk."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from articles.admin import radar
from articles.photos.models import Photo
from articles.photos.prolonging import WAYS, decide

PAGE = 40


class RadarViews:
    """The views, under the permissions of the library's own screen."""

    def __init__(self, model_admin):
        self.model_admin = model_admin

    def urls(self) -> list:
        views = {
            "radar/": ("photos_photo_radar", self.whole),
            "<int:pk>/right/": ("photos_photo_right", self.decide),
        }
        door = self.model_admin.admin_site.admin_view
        return [path(route, door(view), name=name) for route, (name, view) in views.items()]

    @method_decorator(require_safe)
    def whole(self, request):
        """All of the radar, a page at a time."""
        self._admit(request)
        at = timezone.now()
        page = Paginator(radar.on_radar(at), PAGE).get_page(request.GET.get("page"))
        context = self.model_admin.admin_site.each_context(request) | {
            "title": "Rights radar",
            "opts": self.model_admin.opts,
            "page": page,
            "blips": radar.blips(list(page), at),
            "back": request.get_full_path(),
        }
        return render(request, "admin/photos/photo/radar.html", context)

    @method_decorator(require_POST)
    def decide(self, request, pk):
        """Prolong, or let it end, and go back to where the button was."""
        self._admit(request)
        way = request.POST.get("way", "")
        if way not in WAYS:
            return HttpResponseBadRequest("There is no such way to decide on a right.")
        try:
            photo, sentence = decide(pk, way, request.POST.get("seen", ""), _day(request.POST.get("until", "")))
        except Photo.DoesNotExist:
            raise Http404("There is no such photo.") from None
        except ValidationError as refusal:
            messages.error(request, _told(pk, " ".join(refusal.messages)))
        else:
            self.model_admin.log_change(request, photo, f"On the rights radar: {sentence}")
            messages.success(request, _told(pk, sentence))
        return HttpResponseRedirect(_back(request))

    def _admit(self, request) -> None:
        if not self.model_admin.has_change_permission(request):
            raise PermissionDenied


def _told(pk: int, sentence: str) -> str:
    return format_html('<a href="{}">Photo {}</a>: {}', reverse("admin:photos_photo_change", args=[pk]), pk, sentence)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _back(request) -> str:
    """The page with the button; the desk where somebody made up another one."""
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return f"{wanted if is_ours else reverse('admin:index')}#rights-radar"
