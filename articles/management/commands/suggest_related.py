"""`manage.py suggest_related`: work out anew which stories go with each story.

Saves and publications do that for the stories that they concern; all at once it is needed after an upgrade from a
version that had no suggestions. It can be stopped at any moment and run again.
"""

from django.core.management.base import BaseCommand
from rich.console import Console
from rich.progress import track

from articles import suggestions
from articles.models import Article

BATCH = 100


class Command(BaseCommand):
    help = "Work out anew, by what stories say, which of them go with each story."

    def handle(self, **options):
        numbers = list(Article.objects.order_by("-pk").values_list("pk", flat=True))
        batches = [numbers[start : start + BATCH] for start in range(0, len(numbers), BATCH)]
        for batch in track(batches, "Suggestions", console=Console(stderr=True), transient=True):
            suggestions.work_out(batch)
        self.stdout.write(f"{len(numbers)} stories looked at")
