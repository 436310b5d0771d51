"""Bringing pictures, one or many at once: the library's page for it, and what the dialog of a story asks.

Each file is a request of its own, so that none stops the others; without scripts one request brings them all, and the
page tells of each. What came is in the library at once, with its file's words; an editor completes those in its row.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import ProtectedError, QuerySet
from django.http import JsonResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods, require_POST

from articles.photos.agencies import edited_list
from articles.photos.chooser import describe, numbers
from articles.photos.intake import NEW, Taken, refused, take_in
from articles.photos.models import Photo
from articles.photos.words_form import WordsForm

PAGE = "admin/photos/photo/add_pictures.html"
ROW, WORDS = "photos/brought.html", "photos/brought_words.html"
JUST_BROUGHT = timedelta(days=1)
NOTHING_CHOSEN = "No file came. Choose one or more pictures."
STAYS = "The new picture stays in the library: {}"


@dataclass(frozen=True)
class Row:
    """A file that came, and what the page shows of it; `is_saved` once an editor's words were written."""

    name: str
    taken: Taken
    form: WordsForm | None = None
    is_saved: bool = False


class AddingViews:
    """The views, under the permissions of the library's own screen."""

    def __init__(self, model_admin):
        self.model_admin = model_admin

    def urls(self) -> list:
        """Their addresses, inside the library's; every one behind the admin's own door."""
        views = {
            "pictures/": ("photos_photo_bring", self.bring),
            "pictures/words/": ("photos_photo_bring_words", self.words),
            "pictures/discard/": ("photos_photo_bring_discard", self.discard),
        }
        door = self.model_admin.admin_site.admin_view
        return [path(route, door(view), name=name) for route, (name, view) in views.items()]

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    @edited_list()
    def bring(self, request):
        """The page; with files, what became of each: as a page, or for scripts one file's row."""
        self._admit(request)
        if request.method != "POST":
            return self._page(request, [])
        files = request.FILES.getlist("pictures")
        if not files:
            rows = [Row("", refused(NOTHING_CHOSEN))]
        else:
            rows = [self._take_in(request, file) for file in (files[:1] if _is_script(request) else files)]
        if not _is_script(request):
            return self._page(request, rows)
        taken = rows[0].taken
        answer = {"row": _shown(request, ROW, rows[0]), "photo": taken.photo and describe(taken.photo)}
        return JsonResponse(answer, status=201 if taken.is_new else 200)  # that a file is refused is no failure

    def _take_in(self, request, file) -> Row:
        log = [{"added": {}}]
        photo = Photo(created_by=request.user)
        taken = take_in(file, photo, then=lambda photo: self.model_admin.log_addition(request, photo, log))
        if "again" in request.POST and taken.photo and _just_brought(request).filter(pk=taken.photo.pk).exists():
            taken = Taken(NEW, taken.photo)  # it had arrived the first time; only the answer had not
        return Row(file.name, taken, WordsForm(taken.photo) if taken.is_new else None)

    @method_decorator(require_POST)
    @edited_list()
    def words(self, request):
        """Save the words of the photos named by `photo`, each for itself: one with an error stops no other."""
        self._admit(request)
        photos = Photo.objects.in_bulk(numbers(request.POST.getlist("photo")))
        rows = [self._save_words(request, photo) for photo in photos.values()]
        if not _is_script(request):
            return self._page(request, rows)
        answers = [
            {
                "id": row.form.instance.pk,
                "words": _shown(request, WORDS, row),
                "is_saved": row.is_saved,
                "photo": describe(row.form.instance) if row.is_saved else None,
            }
            for row in rows
        ]
        return JsonResponse({"rows": answers})

    def _save_words(self, request, photo: Photo) -> Row:
        if not (self.model_admin.has_change_permission(request, photo) or photo.created_by_id == request.user.pk):
            raise PermissionDenied
        form = WordsForm(photo, request.POST, whole="placing" in request.POST)
        taken = Taken("", photo)
        if not form.is_valid():
            return Row("", taken, form)
        if changed := form.save_words(request.user):
            self.model_admin.log_change(request, photo, [{"changed": {"fields": changed}}])
        return Row("", taken, WordsForm(photo), is_saved=True)

    @method_decorator(require_POST)
    def discard(self, request):
        """Take away a picture that its bringer finds to be another one's double. Only what they just brought goes."""
        self._admit(request)
        photo = _just_brought(request).filter(pk__in=numbers([request.POST.get("photo", "")])).first()
        if not photo:
            return JsonResponse({"message": STAYS.format("only what you brought today can go here.")}, status=409)
        try:
            with transaction.atomic():
                self.model_admin.log_deletions(request, Photo.objects.filter(pk=photo.pk))
                photo.delete()
        except ProtectedError:
            return JsonResponse({"message": STAYS.format("a story has it already.")}, status=409)
        return JsonResponse({})

    def _admit(self, request) -> None:
        if not self.model_admin.has_add_permission(request):
            raise PermissionDenied

    def _page(self, request, rows: list[Row]) -> TemplateResponse:
        context = self.model_admin.admin_site.each_context(request)
        context |= {"title": "Add pictures", "opts": self.model_admin.opts, "rows": rows}
        return TemplateResponse(request, PAGE, context)


def _just_brought(request) -> QuerySet:
    return Photo.objects.filter(created_by=request.user, created_at__gt=timezone.now() - JUST_BROUGHT)


def _is_script(request) -> bool:
    return request.headers.get("Accept", "").startswith("application/json")


def _shown(request, template: str, row: Row) -> str:
    return render_to_string(template, {"row": row, "placing": "placing" in request.POST, "scripted": True}, request)
