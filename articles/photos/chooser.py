"""Choosing a photo by sight: the field's widget, and the small views that the chooser and the writing surface ask."""

import re

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_GET, require_POST

from articles.photos.agencies import edited_list
from articles.photos.alt_texts import REPEATS_SAYS, repeats
from articles.photos.credits import Credit, format_credit, parse_credit
from articles.photos.models import CREDIT_PARTS, Photo
from articles.photos.renditions import CARD, NATURAL, renditions
from articles.photos.right_in_words import notes

PAGE = 24


class PhotoChooser(forms.NumberInput):
    """A photo's number, which the chooser dialog turns into a picture to look at; a plain number without scripts."""

    def __init__(self, attrs=None):
        super().__init__({"min": 1, "data-photo-chooser": ""} | (attrs or {}))

    @property
    def media(self):
        return forms.Media(js=[forms.Script("js/admin/photo_field.js", type="module")])


class PhotoField(forms.ModelChoiceField):
    """A photo of the library, chosen by sight."""

    widget = PhotoChooser
    default_error_messages = {"invalid_choice": "There is no photo with this number. Choose another."}

    def __init__(self, **options):
        super().__init__(Photo.objects.all(), **options)


def refusal(photo: Photo, held: frozenset[int] | set[int] = frozenset()) -> str:
    """Why `photo` may not be chosen now, in sentences to the editor; "" if it may, or is among those `held` already."""
    if photo.pk in held or not photo.unchoosable:
        return ""
    return f"Photo {photo.pk} (“{photo}”) cannot be chosen. {photo.unchoosable}"


def describe(photo: Photo) -> dict:
    """What the chooser and the writing surface show of a photo."""
    picture, thumbnail = _files(photo) if photo.has_files else (None, None)
    return {
        "id": photo.pk,
        "caption": photo.caption,
        "alt": photo.alt,
        "decorative": photo.is_decorative,
        "credit": photo.credit_line,
        "lacks": photo.shortcomings(),
        "lacks_with_alt": photo.shortcomings(alt="of the use"),
        "barred": photo.barred(),
        "unchoosable": photo.unchoosable,
        "notes": notes(photo),
        "picture": picture,
        "thumbnail": thumbnail,
    }


def _files(photo: Photo) -> tuple[dict, dict]:
    natural = renditions(photo, NATURAL, "webp")
    fit = next((rendition for rendition in natural if rendition.width >= 960), natural[-1])
    return _file(fit), _file(renditions(photo, CARD, "webp")[0])


def _file(rendition) -> dict:
    return {"src": rendition.url, "width": rendition.width, "height": rendition.height}


class ChooserViews:
    """The views, under the permissions of the library's own screen."""

    def __init__(self, model_admin):
        self.model_admin = model_admin

    def urls(self) -> list:
        """Their addresses, inside the library's; every one behind the admin's own door."""
        views = {
            "choose/": ("photos_photo_choose", self.choose),
            "choose/credit/": ("photos_photo_choose_credit", self.credit),
            "choose/alt/": ("photos_photo_choose_alt", self.alt),
        }
        door = self.model_admin.admin_site.admin_view
        return [path(route, door(view), name=name) for route, (name, view) in views.items()]

    @method_decorator(require_GET)
    def choose(self, request):
        """Photos named by `id` (any number of times), or those that match `q`, newest first, a page at a time."""
        if not self.model_admin.has_view_permission(request):
            raise PermissionDenied
        if wanted := request.GET.getlist("id"):
            photos = Photo.objects.filter(pk__in=numbers(wanted))
            return JsonResponse({"found": [describe(photo) for photo in photos]})
        photos, following = one_page(Photo.objects.matching(request.GET.get("q", "")).newest_first(), request)
        return JsonResponse({"found": [describe(photo) for photo in photos], "next": following})

    @method_decorator(require_GET)
    @edited_list()
    def credit(self, request):
        """How a credit prints that is given in parts, or which parts are read from one given as a line."""
        given = request.GET
        if "line" in given:
            credit = parse_credit(given["line"][:500])
        else:
            names = (" ".join(name.split()) for name in given.getlist("creators"))
            texts = {name: given.get(name, "").strip()[:200] for name in ("source", "agency", "distributor")}
            credit = Credit(tuple(filter(None, names)), **texts, qualifiers=tuple(given.getlist("qualifiers")))
        parts = {name: getattr(credit, name) for name in CREDIT_PARTS}
        return JsonResponse({"line": format_credit(credit), "parts": parts, "sure": credit.is_sure})

    @method_decorator(require_POST)
    def alt(self, request):
        """What is to be said of an alt text beside its caption, "" for nothing. A POST, for they may be long."""
        repeated = repeats(request.POST.get("alt", ""), request.POST.get("caption", ""))
        return JsonResponse({"warning": REPEATS_SAYS if repeated else ""})


def numbers(texts: list[str]) -> list[int]:
    """The ids among some parameters of an address; anything else is passed over."""
    return [int(text) for text in texts[:200] if re.fullmatch(r"[0-9]{1,18}", text)]


def one_page(queryset, request) -> tuple[list, int | None]:
    """The page of the results that is asked for, and the number of the next where there is one."""
    page = min(max([1, *numbers([request.GET.get("page", "")])]), 1000)
    start = (page - 1) * PAGE
    rows = list(queryset[start : start + PAGE + 1])
    return rows[:PAGE], page + 1 if len(rows) > PAGE else None
