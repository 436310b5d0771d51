"""Choosing a photo by sight: the field's widget, and the small views that the chooser and the writing surface ask."""

import re

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q
from django.http import JsonResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_GET, require_POST

from articles.photos.agencies import edited_list
from articles.photos.credits import Credit, format_credit, parse_credit
from articles.photos.models import CREDIT_PARTS, Photo
from articles.photos.renditions import CARD, NATURAL, renditions
from articles.photos.uploads import HaveAlready, PictureFile, attach, find_same, read_picture

PAGE = 24
MAX_WORDS = 8


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


class UploadForm(forms.Form):
    """A photo brought while a story is written. It asks for what a story cannot be published without."""

    upload = forms.FileField(error_messages={"required": "Choose a file."})
    caption = forms.CharField(max_length=2000, required=False)
    alt = forms.CharField(max_length=1000, required=False)
    is_decorative = forms.BooleanField(required=False)
    credit = forms.CharField(
        max_length=500, error_messages={"required": "Say who made the picture, as the line should print."}
    )

    def clean_upload(self) -> PictureFile:
        return read_picture(self.cleaned_data["upload"])

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("alt") and not cleaned.get("is_decorative") and "alt" not in self.errors:
            self.add_error("alt", "Say what is to be seen, or tick “decorative”.")
        return cleaned


def describe(photo: Photo) -> dict:
    """What the chooser and the writing surface show of a photo."""
    picture, thumbnail = _files(photo) if photo.file else (None, None)
    return {
        "id": photo.pk,
        "caption": photo.caption,
        "alt": photo.alt,
        "decorative": photo.is_decorative,
        "credit": photo.credit_line,
        "lacks": photo.shortcomings(),
        "lacks_with_alt": photo.shortcomings(alt="of the use"),
        "picture": picture,
        "thumbnail": thumbnail,
    }


def _files(photo: Photo) -> tuple[dict, dict]:
    natural = renditions(photo, NATURAL, "webp")
    fit = next((rendition for rendition in natural if rendition.width >= 960), natural[-1])
    return _file(fit), _file(renditions(photo, CARD, "webp")[0])


def _file(rendition) -> dict:
    return {"src": rendition.url, "width": rendition.width, "height": rendition.height}


def matching(words: str) -> Q:
    """Photos that hold every one of the words in their caption, alt text or credit."""
    found = Q()
    for word in words[:200].split()[:MAX_WORDS]:
        found &= Q(caption__icontains=word) | Q(alt__icontains=word) | Q(credit_line__icontains=word)
    return found


class ChooserViews:
    """The views, under the permissions of the library's own screen."""

    def __init__(self, model_admin):
        self.model_admin = model_admin

    def urls(self) -> list:
        """Their addresses, inside the library's; every one behind the admin's own door."""
        views = {
            "choose/": ("photos_photo_choose", self.choose),
            "choose/upload/": ("photos_photo_choose_upload", self.upload),
            "choose/credit/": ("photos_photo_choose_credit", self.credit),
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
        photos, following = one_page(Photo.objects.filter(matching(request.GET.get("q", ""))).newest_first(), request)
        return JsonResponse({"found": [describe(photo) for photo in photos], "next": following})

    @method_decorator(require_POST)
    @edited_list()
    def upload(self, request):
        """A new photo, or what is wrong with it by field, or the photo that has this very file already."""
        if not self.model_admin.has_add_permission(request):
            raise PermissionDenied
        form = UploadForm(request.POST, request.FILES)
        if "upload" not in form.errors and (same := find_same(form.cleaned_data["upload"])):
            return JsonResponse({"message": HaveAlready(same).message, "same": describe(same)}, status=409)
        if not form.is_valid():
            return JsonResponse({"errors": form.errors}, status=400)
        try:
            photo = self._add(request, form.cleaned_data)
        except ValidationError as error:
            return JsonResponse({"errors": _by_form_field(error)}, status=400)
        return JsonResponse(describe(photo), status=201)

    def _add(self, request, words: dict) -> Photo:
        photo = Photo(caption=words["caption"], alt=words["alt"], is_decorative=words["is_decorative"])
        photo.created_by = request.user
        photo.set_credit(parse_credit(words["credit"]))
        photo.full_clean()
        with transaction.atomic():
            attach(photo, words["upload"])
            self.model_admin.log_addition(request, photo, [{"added": {}}])
        return photo

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


def _by_form_field(error: ValidationError) -> dict[str, list[str]]:
    """What the library itself refuses, under the fields of the upload form."""
    if not hasattr(error, "error_dict"):
        return {"upload": error.messages}
    found: dict[str, list[str]] = {}
    for name, messages in error.message_dict.items():
        found.setdefault(name if name in {"caption", "alt"} else "credit", []).extend(messages)
    return found


def numbers(texts: list[str]) -> list[int]:
    """The ids among some parameters of an address; anything else is passed over."""
    return [int(text) for text in texts[:200] if re.fullmatch(r"[0-9]{1,18}", text)]


def one_page(queryset, request) -> tuple[list, int | None]:
    """The page of the results that is asked for, and the number of the next where there is one."""
    page = min(max([1, *numbers([request.GET.get("page", "")])]), 1000)
    start = (page - 1) * PAGE
    rows = list(queryset[start : start + PAGE + 1])
    return rows[:PAGE], page + 1 if len(rows) > PAGE else None
