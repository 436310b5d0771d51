"""`manage.py import_redirects`: let the addresses that a paper had before lead readers on."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from rich.console import Console
from rich.progress import track

from articles.importers.redirects import in_order, load, read
from newsroom.accounts import record


class Command(BaseCommand):
    help = "Let the addresses of a CSV file (from,to a line) lead readers on in one hop: all of them, or none."

    def add_arguments(self, parser):
        parser.add_argument("file", help="A CSV file in UTF-8; a first line “from,to” is its heading.")
        parser.add_argument("--dry-run", action="store_true", help="Say what would be written, and write nothing.")

    def handle(self, *args, **options):
        lines, wrong = read(self._text(options["file"]))
        ordered, circles = in_order(lines)
        wrong += circles
        with transaction.atomic():
            changed = 0
            for is_new, problem in load(track(ordered, "Redirects", console=Console(stderr=True), transient=True)):
                changed += is_new
                wrong += [problem] if problem else []
            if changed:
                record.note("imported redirects", file=Path(options["file"]).name, written=changed)
            transaction.set_rollback(bool(wrong) or options["dry_run"])
        if wrong:
            told = "\n".join(f"{options['file']}:{one}" for one in sorted(wrong, key=_number))
            raise CommandError(f"{told}\nNothing was written: {_lines(len(wrong))} to be mended first.")
        would = "would be " if options["dry_run"] else ""
        self.stdout.write(f"{changed} redirects {would}written, {len(ordered) - changed} unchanged")

    def _text(self, file: str) -> str:
        try:
            return Path(file).read_text("utf-8-sig")
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}") from None
        except UnicodeDecodeError:
            raise CommandError(f"{file} is not in UTF-8. Save it so.") from None


def _number(problem: str) -> int:
    return int(problem.partition(":")[0])


def _lines(count: int) -> str:
    return "one line is" if count == 1 else f"{count} lines are"
