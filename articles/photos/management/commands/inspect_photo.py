"""`manage.py inspect_photo FILE…`: what files say of themselves, and what the library would make of it."""

import json
from dataclasses import asdict
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from rich.console import Console
from rich.table import Table
from rich.text import Text

from articles.photos.credits import format_credit
from articles.photos.decoding import UNREADABLE, opened, orientation, profile_name
from articles.photos.metadata import read_metadata
from articles.photos.metadata_blocks import picture_kind
from articles.photos.proposals import Proposal, propose
from articles.photos.uploads import read_picture


class Command(BaseCommand):
    help = "Show every field of pictures' metadata, as read and as the library would store it."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
        parser.add_argument("--json", action="store_true", help="print one JSON object a file, each on a line")

    def handle(self, **options):
        failed = 0
        for path in options["files"]:
            try:
                found = inspect(path)
            except OSError as error:
                found = {"file": str(path), "problems": [f"The file cannot be opened: {error.strerror or error}."]}
            failed += bool(found["problems"])
            if options["json"]:
                self.stdout.write(json.dumps(found, ensure_ascii=False))
            else:
                self._show(found)
            for problem in found["problems"]:
                self.stderr.write(f"{path}: {problem}")
        if failed:
            raise CommandError(f"{failed} of {len(options['files'])} files cannot be taken into the library")

    def _show(self, found: dict) -> None:
        console = Console(file=self.stdout._out, width=None if self.stdout.isatty() else 120)
        table = Table(title=Text(found["file"]), show_header=False, title_justify="left")
        for part in ("picture", "read", "stored", "raw"):
            for name, value in found.get(part, {}).items():
                for label, text in _lines(name, value):
                    table.add_row(part, Text(label), Text(text))
        for note in found.get("notes", []):
            table.add_row("note", "", Text(note))
        console.print(table)


def _lines(name: str, value: object) -> list[tuple[str, str]]:
    """One row a value; those of a block under the block's name."""
    if isinstance(value, dict):
        return [(f"{name} {key}", _flat(inner)) for key, inner in value.items()]
    return [(name, _flat(value))] if value not in ("", [], None) else []


def _flat(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(_flat, value))
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)


def inspect(path: Path) -> dict:
    """Everything about one file as plain values: `picture`, `read`, `stored`, `raw`, `notes`, `problems`.

    A picture that cannot be decoded still tells its words. Raises OSError if the file cannot be opened.
    """
    with path.open("rb") as file:
        words = read_metadata(file, settings.LANGUAGE_CODE)
        about, problems = _about(file), []
        try:
            picture = read_picture(file)
            about |= {"width": picture.width, "height": picture.height, "sha256": picture.sha256}
        except ValidationError as error:
            problems = error.messages
    read = words.as_json()
    raw, notes = read.pop("raw"), read.pop("notes")
    stored = _stored(propose(words, timezone.get_default_timezone()))
    return {
        "file": str(path), "picture": about, "read": read, "stored": stored, "raw": raw, "notes": notes,
        "problems": problems,
    }  # fmt: skip


def _about(file) -> dict:
    """Format, bytes, pixels as stored, orientation and colours, as far as the header says."""
    size = file.seek(0, 2)
    file.seek(0)
    kind = picture_kind(file.read(32))
    about = {"format": kind or "unknown", "bytes": size}
    if not kind:
        return about
    try:
        with opened(file, kind) as image:
            return about | {
                "pixels": f"{image.width} × {image.height}",
                "orientation": orientation(image),
                "mode": image.mode,
                "profile": profile_name(image),
            }
    except UNREADABLE:
        return about


def _stored(proposal: Proposal) -> dict:
    """The proposal under the names of a photo's fields, the credit in its parts and as it prints."""
    fields = asdict(proposal)
    fields.pop("credit")
    credit = proposal.credit
    parts = {name: getattr(credit, name) for name in ("source", "agency", "distributor")}
    return fields | parts | {
        "creators": list(credit.creators),
        "qualifiers": list(credit.qualifiers),
        "credit_line": credit.raw or format_credit(credit),
        "credit_is_sure": credit.is_sure if credit else False,
        "keywords": list(proposal.keywords),
        "taken_at": proposal.taken_at.isoformat() if proposal.taken_at else "",
    }  # fmt: skip
