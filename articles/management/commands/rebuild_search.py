"""`manage.py rebuild_search [--check]`: write anew by which words each story is found, or only say what is amiss.

What agrees is left alone, so this can be stopped at any moment and run again.
"""

from collections.abc import Iterator

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from rich.console import Console
from rich.progress import track

from articles import search
from articles.models import Article

BATCH = 200


class Command(BaseCommand):
    help = "Write anew, from the stories' working copies, by which words they are found."

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="change nothing; list what disagrees, and fail if any")

    def handle(self, **options):
        amiss = read = 0
        for stories in _batches():
            read += len(stories)
            for wrong in self._look(stories, is_check=options["check"]):
                amiss += 1
                self.stdout.write(f"story {wrong.pk}: the index has other words than the story")
        if not search.is_sound():
            amiss += 1
            self.stdout.write("the database's index does not say what its table of words says")
        if options["check"] and amiss:
            raise CommandError(f"{amiss} disagreements; run rebuild_search without --check to mend them")
        if amiss:
            search.rebuild()
        ended = f"{amiss} disagreements mended" if amiss else "the index agrees with all of them"
        self.stdout.write(f"{read} stories read; {ended}")

    def _look(self, stories: list[int], is_check: bool) -> list[Article]:
        """Those that disagree, mended unless they are only to be told of; held, so that no save comes in between."""
        with transaction.atomic():
            held = Article.objects.select_for_update().filter(pk__in=stories).order_by("pk")
            wrong = search.disagreeing(list(held.only("headline", "standfirst", "body", "slug")))
            if not is_check:
                search.index(*wrong)
        return wrong


def _batches() -> Iterator[list[int]]:
    numbers = list(Article.objects.order_by("pk").values_list("pk", flat=True))
    bar = {"console": Console(stderr=True), "transient": True}
    for start in track(range(0, len(numbers), BATCH), "Search", **bar):
        yield numbers[start : start + BATCH]
