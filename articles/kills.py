"""Taking a picture and its files from every page at once, and bringing it back: the only writer of `killed_at`.

The pages lose it with the transaction, since each asks whether a photo may run when it is made. Its files go after
that; the rendition view refuses them from the same moment, whether they are there or not.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from articles import whereabouts
from articles.photos.killed import note_files, note_likeness
from articles.photos.models import Kill, Photo
from articles.photos.renditions import make_renditions, remove_files
from newsroom.accounts import record


@transaction.atomic
def kill(photo: Photo, reason: str, by=None) -> Kill:
    """Take the photo from readers at once, for good; after the commit its files go. The kill says where it stood.

    It holds the photo's row, as every publication of it does, so none slips through. A photo that is killed already
    stays killed as it was, and what a crash left undone is done; then no reason is needed. Else a kill without
    reason raises ValidationError.
    """
    locked = Photo.objects.select_for_update().get(pk=photo.pk)
    found = locked.kills.in_force().first() or _take_away(locked, _said(reason, "Say why the picture is killed."), by)
    photo.killed_at = found.at
    transaction.on_commit(lambda: complete(found), robust=True)
    return found


def _take_away(photo: Photo, reason: str, by) -> Kill:
    now = timezone.now()
    found = Kill.objects.create(photo=photo, at=now, by=by, reason=reason, places=whereabouts.places(photo, now))
    note_files(found)
    Photo.objects.filter(pk=photo.pk).update(killed_at=now)
    record.note("killed", photo, by=by, reason=reason)
    return found


def complete(found: Kill) -> None:
    """Do what follows a kill's commit: its files go, and what the picture looks like is remembered.

    Done twice it changes nothing. If the kill was lifted meanwhile, the files that went are made again.
    """
    remove_files(found.files.values_list("sha256", flat=True))
    note_likeness(found)
    if Kill.objects.in_force().filter(pk=found.pk).update(completed_at=timezone.now()):
        found.completed_at = timezone.now()
    else:
        make_renditions(Photo.objects.get(pk=found.photo_id))


@transaction.atomic
def lift(photo: Photo, reason: str, by=None) -> Kill:
    """Let the photo run again wherever it stands, as far as its right goes; after the commit its files are made again.

    Raises ValidationError without a reason, or if the photo is not killed.
    """
    locked = Photo.objects.select_for_update().get(pk=photo.pk)
    found = locked.kills.in_force().first()
    if not found:
        raise ValidationError(f"Photo {photo.pk} is not killed, so there is nothing to lift.")
    found.lift_reason = _said(reason, "Say why the kill is lifted.")
    found.lifted_at, found.lifted_by = timezone.now(), by
    found.save(update_fields=["lifted_at", "lifted_by", "lift_reason"])
    Photo.objects.filter(pk=photo.pk).update(killed_at=None)
    record.note("lifted the kill", photo, by=by, reason=found.lift_reason)
    photo.killed_at = locked.killed_at = None
    transaction.on_commit(lambda: make_renditions(locked), robust=True)
    return found


def _said(reason: str, otherwise: str) -> str:
    if not reason.strip():
        raise ValidationError(otherwise)
    return reason.strip()
