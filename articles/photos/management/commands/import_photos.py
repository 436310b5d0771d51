"""`manage.py import_photos DIR`: take a folder of pictures into the library."""

import json
from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import track

from articles.photos.folder_import import import_files, pictures_in
from articles.photos.intake import REFUSED


class Command(BaseCommand):
    help = "Take every picture under a folder into the library. Run again, it goes on where it was stopped."

    def add_arguments(self, parser):
        parser.add_argument("folder", metavar="DIR", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="only report; write nothing")
        parser.add_argument("--json", action="store_true", help="print one JSON object a file, each on a line")

    def handle(self, **options):
        folder = options["folder"]
        if not folder.is_dir():
            raise CommandError(f"{folder}: there is no such folder")
        paths = pictures_in(folder)
        found, rightless = Counter(), 0
        outcomes = import_files(paths, folder, options["dry_run"])
        bar = {"total": len(paths), "console": Console(stderr=True), "transient": True}
        for outcome in track(outcomes, "Importing", **bar):
            found[outcome.outcome] += 1
            rightless += outcome.says_no_right
            self.stdout.write(json.dumps(outcome.as_json()) if options["json"] else str(outcome))
        total = f"{len(paths)} files: {', '.join(f'{count} {name}' for name, count in found.items()) or 'none'}"
        if rightless:
            total += f"; of {rightless} the right is not said, so they cannot run yet"
        if found[REFUSED]:
            raise CommandError(total)
        self.stderr.write(total)
