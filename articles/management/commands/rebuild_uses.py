"""`manage.py rebuild_uses [--check] [--json]`: write the mirror of all uses of photos and of all links
between stories anew, or only say what is amiss.

What a revision places is told by its content, which is never changed; the mirror repeats it. So this can be stopped at
any moment and run again: what agrees is left alone. A revision that names a photo which the library has no more cannot
be mirrored there; such are told of and are no failure.
"""

import json
from collections.abc import Iterator

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import track

from articles import mirror
from articles.models import Revision

BATCH = 200


class Command(BaseCommand):
    help = "Write anew, from the revisions' contents, where photos are used and stories linked to, and count the uses."

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="change nothing; list what disagrees, and fail if any")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, **options):
        found = {"revisions": 0, "disagreements": [], "miscounted": [], "gone": []}
        for revisions in _batches(options["json"]):
            self._look(revisions, found, is_check=options["check"])
        miscounted = list(mirror.miscounted())
        found["miscounted"] = [{"photo": one.pk, "says": one.uses_made, "is": one.made} for one in miscounted]
        if not options["check"]:
            mirror.count(photo.pk for photo in miscounted)
        self._report(found, options)

    def _look(self, revisions: list[Revision], found: dict, is_check: bool) -> None:
        found["revisions"] += len(revisions)
        missing = mirror.gone(revisions)
        wrong = []
        for revision in revisions:
            which = {"story": revision.article_id, "revision": revision.number}
            here = {use.photo for use in mirror.photo_uses(revision.content)} & missing if missing else ()
            found["gone"] += [which | {"photo": photo} for photo in sorted(here)]
            if differences := mirror.differences(revision, missing):
                wrong.append(revision)
                found["disagreements"] += [which | {"what": what} for what in differences]
        if wrong and not is_check:
            mirror.mend(*wrong)

    def _report(self, found: dict, options: dict) -> None:
        if options["json"]:
            self.stdout.write(json.dumps(found, ensure_ascii=False))
        else:
            for line in _lines(found):
                self.stdout.write(line)
        amiss = len(found["disagreements"]) + len(found["miscounted"])
        if options["check"] and amiss:
            raise CommandError(f"{amiss} disagreements; run rebuild_uses without --check to mend them")
        if not options["json"]:
            ended = f"{amiss} places and counts mended" if amiss else "the mirror agrees with all of them"
            self.stdout.write(f"{found['revisions']} revisions read; {ended}")


def _batches(is_quiet: bool) -> Iterator[list[Revision]]:
    """All revisions, oldest first, with their mirror; each batch is read when its turn comes."""
    numbers = list(Revision.objects.order_by("pk").values_list("pk", flat=True))
    bar = {"console": Console(stderr=True), "transient": True, "disable": is_quiet}
    starts = range(0, len(numbers), BATCH)
    for start in track(starts, "Uses", **bar):
        wanted = Revision.objects.filter(pk__in=numbers[start : start + BATCH]).order_by("pk")
        yield list(wanted.prefetch_related("photo_uses", "story_links"))


def _lines(found: dict) -> Iterator[str]:
    for one in found["disagreements"]:
        yield f"story {one['story']}, revision {one['revision']}: {one['what']}"
    for one in found["miscounted"]:
        yield f"photo {one['photo']}: counted in {one['says']} stories, was in {one['is']}"
    for one in found["gone"]:
        yield f"story {one['story']}, revision {one['revision']}: photo {one['photo']} is not in the library any more"
