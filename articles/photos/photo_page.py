"""A photo's own page: the picture with its crops, its files, what they said, and what happened to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from heapq import nlargest
from pathlib import Path

from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe

from articles.photos.file_words import what_the_file_said
from articles.photos.models import CaptionCheck, Original, Photo
from articles.photos.renditions import CARD, CLASSIC, NATURAL, SHARE, SQUARE, WIDE, renditions
from articles.photos.right_in_words import state

LAST_CHANGES = 10
LARGE = 1280  # pixels across of the picture on its page; a wider file is a click away
# Every cut that readers, search engines or other sites get, and where it is met.
CROPS = [
    (WIDE, "16:9", "search results"),
    (CLASSIC, "4:3", "search results"),
    (SQUARE, "1:1", "search results"),
    (CARD, "3:2", "fronts and lists"),
    (SHARE, "1200 × 630", "shared links"),
]
OUTCOMES = {
    CaptionCheck.Outcome.ACCEPTED: "Accepted its caption as it was read.",
    CaptionCheck.Outcome.MENDED: "Mended its caption in the captions to check.",
    CaptionCheck.Outcome.NO_CAPTION: "Said that its line was no caption.",
}


def picture_and_crops(photo: Photo) -> str:
    """The whole picture as large as the page has room for, and each of its crops, which the script draws."""
    if not photo.has_files:
        killed = photo.barred() if photo.killed_at else ""
        return render_to_string("admin/photos/photo/picture.html", {"killed": killed})
    made = renditions(photo, NATURAL, "webp")
    return render_to_string(
        "admin/photos/photo/picture.html",
        {
            "photo": photo,
            "shown": next((rendition for rendition in made if rendition.width >= LARGE), made[-1]),
            "largest": renditions(photo, NATURAL, "jpg")[-1],
            "small": next((rendition for rendition in made if rendition.width >= 640), made[-1]),
            "focal": {"x": repr(photo.focal_x), "y": repr(photo.focal_y)},
            "crops": [(shape.name, repr(shape.ratio), name, use) for shape, name, use in CROPS],
        },
    )


def right_in_words(photo: Photo) -> str:
    """How its right stands, above the fields in which it is said."""
    return render_to_string("admin/photos/photo/right_state.html", {"right": state(photo)})


@dataclass(frozen=True)
class Happening:
    """Something that was done to the photo; `by` is None where a command or an import did it."""

    at: datetime
    by: object
    what: str


def history(photo: Photo) -> list[Happening]:
    """The last things done to it, newest first, in three queries."""
    content_type = ContentType.objects.get_for_model(Photo)
    entries = LogEntry.objects.filter(content_type=content_type, object_id=str(photo.pk)).exclude(action_flag=ADDITION)
    decided = photo.caption_checks.filter(outcome__in=OUTCOMES).order_by("-decided_at")
    found = [
        Happening(photo.created_at, photo.created_by, "Came into the library."),
        *(
            Happening(entry.action_time, entry.user, entry.get_change_message())
            for entry in entries.select_related("user")[:LAST_CHANGES]
        ),
        *(
            Happening(check.decided_at, check.decided_by, OUTCOMES[check.outcome])
            for check in decided.select_related("decided_by")[:LAST_CHANGES]
        ),
        *_kills(photo),
    ]
    return nlargest(LAST_CHANGES, found, key=lambda happening: happening.at)


def _kills(photo: Photo) -> Iterator[Happening]:
    for kill in photo.kills.select_related("by", "lifted_by"):
        pages = len(kill.places)
        stood = f"It stood on {pages} page{'s' if pages != 1 else ''}." if pages else "It stood on no page."
        yield Happening(kill.at, kill.by, f"Killed it: “{kill.reason}”. {stood}")
        if kill.lifted_at:
            yield Happening(kill.lifted_at, kill.lifted_by, f"Lifted the kill: “{kill.lift_reason}”.")


class PhotoPage:
    """What the page shows besides the form, and the view that hands out originals."""

    def __init__(self, model_admin):
        self.model_admin = model_admin

    def urls(self) -> list:
        view = self.model_admin.admin_site.admin_view(self.original)
        return [path("<int:pk>/original/<int:original>/", view, name="photos_photo_original")]

    def context(self, photo: Photo) -> dict:
        originals = list(photo.originals.order_by("-id"))
        present = next((original for original in originals if original.sha256 == photo.sha256), None)
        return {
            "present": present,
            "earlier": [original for original in originals if original is not present],
            "file_said": what_the_file_said(photo, present.words) if present else None,
            "history": history(photo),
        }

    @method_decorator(require_safe)
    def original(self, request, pk, original):
        """The file as it came, with all that it says; for those who may see the photo's page, and to keep only."""
        kept = get_object_or_404(Original.objects.select_related("photo"), pk=original, photo=pk)
        if not self.model_admin.has_view_or_change_permission(request, kept.photo):
            raise PermissionDenied
        try:
            file = default_storage.open(kept.path)
        except FileNotFoundError:
            raise Http404("The file is not in the storage.") from None
        kind = "application/octet-stream"  # no browser shows it in place
        return FileResponse(file, as_attachment=True, filename=_name_to_keep(kept), content_type=kind)


def _name_to_keep(kept: Original) -> str:
    """The name the file came with, and the ending that its content calls for."""
    stem = Path(kept.name).stem
    return f"photo-{kept.photo_id}.{kept.format}" if stem in ("", kept.sha256) else f"{stem}.{kept.format}"
