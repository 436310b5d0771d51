"""`manage.py import_story FILE…`: make draft articles of scraped text."""

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import track

from articles import workflow
from articles.importers.incoming import IncomingStory
from articles.importers.load import Outcome, load_story
from articles.importers.photo_files import PhotoFile, files_in, match
from articles.importers.text import UnreadableStory, parse_text
from articles.photos.agencies import edited_list

PHOTO_WORDS = ("caption", "credit", "alt")
MAX_BYTES = 5 * 1024 * 1024


class Command(BaseCommand):
    help = "Make draft articles of scraped plain text. Run again, it changes only what changed in the text."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="FILE", help='text files; "-" for standard input')
        parser.add_argument(
            "--photos",
            metavar="DIR",
            type=Path,
            help="picture files, matched by a leading number (2.jpg is for the second photo), by the alt text as name, "
            "or in order; with several FILEs, a folder in DIR for each, named like the file without its ending",
        )
        parser.add_argument(
            "--publish", action="store_true", help="publish each story that nothing stands in the way of"
        )
        parser.add_argument("--dry-run", action="store_true", help="only report; write nothing")
        parser.add_argument("--json", action="store_true", help="print one JSON object a file")

    @edited_list()
    def handle(self, **options):
        if options["photos"] and not options["photos"].is_dir():
            raise CommandError(f"--photos {options['photos']}: there is no such folder")
        names, failed = options["files"], 0
        _refuse_twice(names)
        quiet = options["json"] or len(names) < 10
        for name in track(names, "Importing", console=Console(stderr=True), transient=True, disable=quiet):
            try:
                self._import(name, options)
            except BrokenPipeError:  # whoever reads what we print has gone; that is no story's fault
                raise
            except (UnreadableStory, OSError, workflow.NotPossible, ImportTrouble) as error:
                failed += 1
                self._note(f"{name}: {getattr(error, 'strerror', None) or error}")
        if failed:
            went = len(names) - failed
            raise CommandError(f"{failed} of {len(names)} files did not go through as asked (see above), {went} did")

    def _import(self, name: str, options: dict) -> None:
        incoming = parse_text(_read(name))
        files, outcome = _photo_files(name, options), None
        if options["dry_run"]:
            matched = match(list(dict.fromkeys(incoming.photos)), files)
        else:
            source = "-#" + incoming.headline[:400] if name == "-" else _printable(str(Path(name).resolve()))[-500:]
            outcome = load_story(incoming, source, files)
            matched = outcome.files
        self._report(report(_printable(name), incoming, outcome, matched), options["json"])
        if outcome and outcome.status == "skipped":
            self._note(f"{name}: an editor has changed draft {outcome.article.pk} since; it was left as it is")
        elif outcome and options["publish"]:
            self._publish(outcome)
        if failures := [str(file) for file in matched if file.status == "failed"]:
            raise ImportTrouble("; ".join(failures))

    def _note(self, text: str) -> None:
        self.stderr.write(_printable(text))

    def _publish(self, outcome: Outcome) -> None:
        article, latest = outcome.article, outcome.article.latest_revision()
        live = workflow.live_edition(article)
        if live and live.revision == latest:
            return
        edited = latest.number != article.source_revision
        if edited or article.withdrawals.exists() or workflow.scheduled(article).exists():
            self._note(f"story {article.pk} is in an editor's hands by now; it was not published")
            return
        try:
            edition = workflow.publish(outcome.article)
        except workflow.NotPossible as refusal:
            reasons = "\n".join(f"  - {problem}" for problem in refusal.problems)
            raise ImportTrouble(f"kept as draft {outcome.article.pk}, not published:\n{reasons}") from None
        self._note(f"published at {edition.path}")

    def _report(self, found: dict, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(found, ensure_ascii=False))
            return
        where = f"{found['status']}, story {found['article']}" if found["article"] else "would be read as"
        byline = f", by {' and '.join(found['byline'])}" if found["byline"] else ""
        self.stdout.write(f"{found['file']}: {where}: “{found['headline']}”{byline}")
        self.stdout.write(
            f"  {found['paragraphs']} paragraphs, {len(found['photos'])} photos, {len(found['related'])} related"
        )
        for number, photo in enumerate(found["photos"], 1):
            words = ", ".join(f"{part} “{photo[part]}”" if photo[part] else f"no {part}" for part in PHOTO_WORDS)
            self.stdout.write(f"  photo {number}: {words}")
        for link in found["related"]:
            place = f"{link['dateline']}: " if link["dateline"] else ""
            cut = ", its teaser cut short" if link["truncated"] else ""
            self.stdout.write(f"  related: {place}“{link['headline']}”{cut}")
        for file in found["files"]:
            self.stdout.write(f"  {PhotoFile(**file)}")
        for text, why in zip(found["dropped"], found["reasons"], strict=True):
            self.stdout.write(f"  left out ({why}): {text}")


class ImportTrouble(Exception):
    """Something went wrong with a story although its text was read; the message says what is there now."""


def _refuse_twice(names: list[str]) -> None:
    """Refuse a list in which a file stands twice, before anything is read."""
    known: set[Path] = set()
    for name in names:
        path = Path(os.path.normpath(Path(name).absolute()))
        if path in known:
            raise CommandError(f"{_printable(name)} stands twice in the list of files; nothing was imported")
        known.add(path)


def _printable(text: str) -> str:
    """A file's name as it can be shown and stored, even where its bytes are no text."""
    return text.encode(errors="surrogateescape").decode(errors="replace")


def _read(name: str) -> bytes:
    if name == "-":
        if sys.stdin is None:
            raise UnreadableStory("standard input is closed; give it a story, or name a file")
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    else:
        with Path(name).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UnreadableStory(f"is larger than {MAX_BYTES // 1024**2} MB, which no story is; give one story a file")
    return data


def _photo_files(name: str, options: dict) -> list[Path]:
    """The picture files for one text: its own folder where there is one, else the whole folder for a single text."""
    if not options["photos"]:
        return []
    own = options["photos"] / Path(name).stem
    if own.is_dir():
        return files_in(own)
    return files_in(options["photos"]) if len(options["files"]) == 1 else []


def report(name: str, incoming: IncomingStory, outcome: Outcome | None, files: list[PhotoFile]) -> dict:
    """What was read from a text and what became of it; without an outcome, of a dry run."""
    return {
        "file": name,
        "status": outcome.status if outcome else "dry run",
        "article": outcome.article.pk if outcome else None,
        "headline": incoming.headline,
        "standfirst": incoming.standfirst,
        "byline": list(incoming.byline),
        "dateline": incoming.dateline,
        "published": incoming.published.isoformat() if incoming.published else "",
        "paragraphs": len(incoming.paragraphs),
        "photos": [{"alt": photo.alt, "caption": photo.caption, "credit": photo.credit} for photo in incoming.photos],
        "files": [asdict(file) for file in files],
        "related": [
            {
                "headline": link.headline,
                "dateline": link.dateline,
                "teaser": link.teaser,
                "truncated": link.truncated,
                "url": link.url,
            }
            for link in incoming.related
        ],
        "dropped": [dropped.text for dropped in incoming.dropped],
        "reasons": [dropped.why for dropped in incoming.dropped],
    }
