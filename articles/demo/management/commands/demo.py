"""`manage.py demo`: fill an empty site with a believable local paper."""

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import track

from articles.demo import load


class Command(BaseCommand):
    help = "Fill an empty site with a believable local paper: stories, pictures, two advertisements."

    def handle(self, **options):
        if not load.is_empty():
            raise CommandError("there are stories, sections or photos here already; demo fills only an empty site")
        try:
            stories, pictures = load.make_paper(self._progress)
        except KeyboardInterrupt:
            raise CommandError(
                "stopped, and nothing of the demonstration is kept; the next run begins it anew"
            ) from None
        self.stdout.write(f"{stories} stories and {pictures} pictures made")

    def _progress(self, pictures, total):
        console = Console(file=self.stderr._out)
        return track(pictures, "Drawing the pictures", total=total, console=console, transient=True)
