"""`manage.py make_renditions`: make every file that readers need and that is not there."""

from django.core.management.base import BaseCommand
from rich.progress import track

from articles.photos.models import Photo
from articles.photos.renditions import make_renditions


class Command(BaseCommand):
    help = "Make the missing renditions of all photos; those that are there stay."

    def handle(self, **options):
        photos = Photo.objects.exclude(file="")
        made = sum(map(make_renditions, track(photos, "Renditions", total=photos.count(), transient=True)))
        self.stdout.write(f"{made} renditions made for {photos.count()} photos")
