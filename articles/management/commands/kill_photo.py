"""`manage.py kill_photo REF --reason …`: take a picture from everywhere at once, or lift its kill.

REF is a photo's number or a supplier's reference. Killed again, a photo stays killed, and what a crash left undone of
its kill is done.
"""

import re

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from articles import kills
from articles.photos.killed import twins
from articles.photos.models import Kill, Photo
from articles.photos.moments import in_words


class Command(BaseCommand):
    help = "Take a picture from every page at once and its files after it, or (--lift) bring it back."

    def add_arguments(self, parser):
        parser.add_argument("ref", metavar="REF", help="the photo's number, or its supplier's reference")
        parser.add_argument("--reason", default="", help="why, for the record; every kill and every lift needs one")
        parser.add_argument("--lift", action="store_true", help="lift the kill: the picture may run again")
        which = parser.add_mutually_exclusive_group()
        which.add_argument("--id", dest="kind", action="store_const", const="id", help="REF is the photo's number")
        which.add_argument(
            "--reference", dest="kind", action="store_const", const="reference", help="REF is the supplier's reference"
        )

    def handle(self, **options):
        photos = find_photos(options["ref"].strip(), options["kind"])
        action = self._lift if options["lift"] else self._kill
        left = [photo for photo in photos if not action(photo, options["reason"])]
        if left:
            raise CommandError(f"Not all is done yet for {_numbers(left)}. Run the same command again.")

    def _kill(self, photo: Photo, reason: str) -> bool:
        """Kill it and tell of it; whether its files are gone."""
        was_killed = bool(photo.killed_at)
        found = _refused_in_words(kills.kill, photo, reason)
        by = f" by {found.by}" if found.by else ""
        already = " already" if was_killed else ""
        self.stdout.write(f"photo {photo.pk} was killed{already} on {in_words(found.at)}{by}: {found.reason}")
        self._tell_places(found)
        for other in twins(photo):
            self.stdout.write(f"  looks the same: photo {other.pk} (“{other}”). Kill it too?")
        return bool(found.completed_at)

    def _tell_places(self, found: Kill) -> None:
        if not found.places:
            self.stdout.write("  it stood on no page")
        for place in found.places:
            details = ", ".join(filter(None, [place["address"], *place.get("as", [])]))
            self.stdout.write(f"  stood on: {place['title']} ({details})")

    def _lift(self, photo: Photo, reason: str) -> bool:
        _refused_in_words(kills.lift, photo, reason)
        self.stdout.write(f"photo {photo.pk} may run again, wherever it stands and as far as its right goes")
        return True


def find_photos(ref: str, kind: str | None) -> list[Photo]:
    """The photo of this number, or all of this supplier's reference; CommandError for none, or if it could be both."""
    by_number = Photo.objects.filter(pk=int(ref)) if re.fullmatch("[0-9]{1,18}", ref) and kind != "reference" else []
    by_reference = Photo.objects.filter(supplier_reference=ref) if ref and kind != "id" else []
    numbered, referred = list(by_number), list(by_reference)
    if numbered and [photo for photo in referred if photo not in numbered]:
        raise CommandError(
            f"{ref} is the number of a photo and the supplier's reference of {_numbers(referred)}. "
            f"Say which you mean: kill_photo {ref} --id, or kill_photo {ref} --reference."
        )
    if found := numbered or referred:
        return found
    what = {"id": "number", "reference": "supplier's reference"}.get(kind, "number or supplier's reference")
    raise CommandError(f"There is no photo with the {what} {ref!r}. Nothing was changed.")


def _numbers(photos: list[Photo]) -> str:
    return f"photo{'s' if len(photos) > 1 else ''} {', '.join(str(photo.pk) for photo in photos)}"


def _refused_in_words(action, photo: Photo, reason: str) -> Kill:
    try:
        return action(photo, reason)
    except ValidationError as refusal:
        raise CommandError(f"photo {photo.pk}: {' '.join(refusal.messages)}") from None
