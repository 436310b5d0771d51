"""`manage.py make_renditions`: make every file that readers need and that is not there, or says what was mended."""

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from datetime import timedelta
from multiprocessing import get_context, parent_process
from threading import Thread

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.utils import timezone
from rich.console import Console
from rich.progress import track

from articles.photos.decoding import UNREADABLE
from articles.photos.models import Photo
from articles.photos.renditions import make_renditions
from articles.photos.sweeping import sweep
from articles.photos.uploads import catch_up

GRACE_DAYS = 14


class Command(BaseCommand):
    help = "Make the missing renditions of all photos; those that are there stay. Run again, it goes on."

    def add_arguments(self, parser):
        parser.add_argument("--jobs", type=int, default=os.cpu_count(), metavar="N", help="processes (all cores)")
        parser.add_argument("--sweep", action="store_true", help="then remove files that nothing has used for long")
        parser.add_argument(
            "--grace-days",
            type=int,
            default=GRACE_DAYS,
            metavar="DAYS",
            help=f"how long an unused file stays, from the sweep that found it first ({GRACE_DAYS})",
        )

    def handle(self, **options):
        numbers = list(
            Photo.objects.filter(killed_at=None).exclude(file="").order_by("-id").values_list("pk", flat=True)
        )
        made, failed = 0, []
        results = self._results(numbers, min(options["jobs"], len(numbers)))
        bar = {"total": len(numbers), "console": Console(stderr=True), "transient": True}
        for number, count, trouble in track(results, "Renditions", **bar):
            made += count
            if trouble:
                failed.append(number)
                self.stderr.write(f"photo {number}, {trouble}")
        self.stdout.write(f"{made} renditions made for {len(numbers) - len(failed)} photos")
        if options["sweep"]:
            swept = sweep(timezone.now(), timedelta(days=options["grace_days"]))
            self.stdout.write(f"{swept.removed} unused files removed, {swept.waiting} more wait for their time")
        if failed:
            raise CommandError(f"{len(failed)} of {len(numbers)} photos failed")

    def _results(self, numbers: list[int], jobs: int) -> Iterator[tuple[int, int, str]]:
        if jobs < 2:
            yield from map(_make, numbers)
            return
        connections.close_all()  # each process opens its own
        with ProcessPoolExecutor(jobs, get_context("fork"), initializer=_end_with_the_command) as pool:
            yield from pool.map(_make_alone, numbers, chunksize=4)


def _end_with_the_command() -> None:
    """Have this process end when the command does: killed, it tells nobody, and its processes would wait for ever."""
    Thread(target=_wait_for_the_end, daemon=True).start()


def _wait_for_the_end() -> None:
    parent_process().join()
    os._exit(1)


def _make_alone(number: int) -> tuple[int, int, str]:
    return _make(number, threads=1)


def _make(number: int, threads: int | None = None) -> tuple[int, int, str]:
    """The photo's number, how many files were made, and what went wrong, in words."""
    photo = Photo.objects.filter(pk=number).first()
    if photo is None:  # deleted since the list was made
        return number, 0, ""
    try:
        with suppress(ValidationError):  # what would be refused today is there all the same
            catch_up(photo)
        return number, make_renditions(photo, threads), ""
    except UNREADABLE as error:
        reason = getattr(error, "strerror", None) or error
        return number, 0, f"{photo.file.name}: {reason}; choose its file again in the library"
