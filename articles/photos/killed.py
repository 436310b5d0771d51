"""A killed picture known again, whichever file brings it, and what must be remembered of it for that."""

import logging

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db.models import Q

from articles.photos.alike import Likeness, find_alike, measured
from articles.photos.decoding import UNREADABLE, opened
from articles.photos.metadata_blocks import picture_kind
from articles.photos.models import Kill, KilledFile, Original, Photo
from articles.photos.moments import in_words

MOST_WORDS = 300
log = logging.getLogger(__name__)


class KilledPicture(ValidationError):
    """Somebody brings a picture that was killed, or a file for a photo that was; `kill` says when and why."""

    def __init__(self, kill: Kill, photo: Photo | None = None):
        is_own = bool(photo and photo.pk == kill.photo_id)
        what = f"Photo {kill.photo_id}" if is_own else f"This picture (photo {kill.photo_id})"
        so = "It gets no other file" if is_own else "It cannot be brought again"
        super().__init__(
            f"{what} was killed on {in_words(kill.at)}: “{kill.reason[:MOST_WORDS]}”. {so}. "
            "If it may run after all, an editor can lift the kill on the photo’s page."
        )
        self.kill = kill


def kill_of(sha256: str, likeness: Likeness, photo: Photo | None = None) -> Kill | None:
    """The kill in force that keeps this file out: of the picture it is, or of `photo`, whose file it would be.

    All killed files are compared, in one query; there are never many.
    """
    if photo and photo.pk and (own := Kill.objects.in_force().filter(photo=photo).first()):
        return own
    for file in KilledFile.objects.in_force().select_related("kill"):
        if file.sha256 == sha256 or Likeness(file.looks, bytes(file.tint), file.ratio).is_of(likeness):
            return file.kill
    return None


def twins(photo: Photo) -> list[Photo]:
    """The other photos that are likely the same picture and are not killed: each is for an editor to decide on.

    They look the same, have a file that this one has or had, or its supplier's reference. Plain pictures, which no
    hash can tell apart, are found by the last two only.
    """
    hashes = Original.objects.filter(photo=photo).values("sha256")
    same = Q(sha256__in=hashes) | Q(originals__sha256__in=hashes)
    if photo.supplier_reference:
        same |= Q(supplier_reference=photo.supplier_reference)
    others = Photo.objects.filter(same, killed_at=None).exclude(pk=photo.pk).distinct()
    found = [other for other in find_alike(photo.looks, besides=photo, limit=50) if not other.killed_at]
    return found + [other for other in others if other not in found]


def note_files(kill: Kill) -> None:
    """Keep the hashes of all files that the killed photo has or had, and how the present one looks if it is known."""
    photo = kill.photo
    hashes = {photo.sha256, *photo.originals.values_list("sha256", flat=True)} - {None}
    KilledFile.objects.bulk_create(
        KilledFile(kill=kill, sha256=sha256, looks=photo.looks if sha256 == photo.sha256 else None)
        for sha256 in sorted(hashes)
    )


def note_likeness(kill: Kill) -> None:
    """Measure each file of the kill that is not yet. One that is lost or broken is known by its hash alone."""
    places = dict(Original.objects.filter(photo=kill.photo).values_list("sha256", "path"))
    if kill.photo.file:
        places.setdefault(kill.photo.sha256, kill.photo.file.name)
    for file in kill.files.filter(tint=b""):
        try:
            likeness = _measured(places[file.sha256])
        except (KeyError, *UNREADABLE) as error:
            log.warning("%s: its file %s cannot be read, so only its exact copy is known: %s", kill, file, error)
            continue
        kill.files.filter(pk=file.pk).update(**vars(likeness))


def _measured(path: str) -> Likeness:
    with default_storage.open(path) as file, opened(file, picture_kind(file.read(32))) as image:
        return measured(image)
