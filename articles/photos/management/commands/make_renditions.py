"""`manage.py make_renditions`: make every file that readers need and that is not there."""

from django.core.management.base import BaseCommand, CommandError
from rich.progress import track

from articles.photos.models import Photo
from articles.photos.renditions import make_renditions
from articles.photos.uploads import UNREADABLE


class Command(BaseCommand):
    help = "Make the missing renditions of all photos; those that are there stay."

    def handle(self, **options):
        photos = Photo.objects.exclude(file="")
        made, failed, total = 0, 0, photos.count()
        for photo in track(photos.iterator(), "Renditions", total=total, transient=True):
            try:
                made += make_renditions(photo)
            except UNREADABLE as error:
                failed += 1
                reason = getattr(error, "strerror", None) or error
                self.stderr.write(
                    f"photo {photo.pk}, {photo.file.name}: {reason}; choose its file again in the library"
                )
        self.stdout.write(f"{made} renditions made for {total - failed} photos")
        if failed:
            raise CommandError(f"{failed} of {total} photos failed")
