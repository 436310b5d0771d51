"""What a photo's file said of itself beside what the library has now, field by field."""

import json
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format, localize_input
from django.utils.text import capfirst

from articles.photos.agencies import edited_list
from articles.photos.credits import format_credit
from articles.photos.metadata import FileWords
from articles.photos.models import CREDIT_PARTS, Photo
from articles.photos.proposals import Proposal, propose
from articles.photos.source_types import SOURCE_TYPES

# The library's field for each of the file's; the credit, which is made of three of the file's, stands apart.
SAME_FIELD = {
    "description": "caption",
    "alt_text": "alt",
    "extended_description": "extended_description",
    "copyright_notice": "copyright_notice",
    "usage_terms": "usage_terms",
    "web_statement": "web_statement",
    "licensor": "licensor",
    "licensor_url": "licensor_url",
    "supplier_reference": "supplier_reference",
    "instructions": "instructions",
    "date_created": "taken_at",
    "city": "city",
    "country": "country",
    "keywords": "keywords",
    "digital_source_type": "digital_source_type",
}
# What the library has no field for.
OTHERS = {
    "headline": "Headline",
    "title": "Title",
    "event": "Event",
    "creators_jobtitle": "Photographer’s job",
    "description_writer": "Caption written by",
    "sublocation": "Place in the city",
    "state": "State or province",
    "country_code": "Country code",
}


@dataclass(frozen=True)
class Row:
    """One field: what the file said, how the library reads that, and what the library has.

    `takes` and `has` are values of the form's own inputs, by their names.
    """

    label: str
    said: str
    reading: str
    kept: str
    takes: dict[str, str | list[str]]
    has: dict[str, str | list[str]]

    @property
    def state(self) -> str:
        if not any(self.takes.values()):
            return "unused"
        if self.takes == self.has:
            return "same"
        return "differs" if any(self.has.values()) else "empty"

    @property
    def takes_json(self) -> str:
        return json.dumps(self.takes)


@dataclass(frozen=True)
class FileSaid:
    """All that the photo's page shows of its file's words."""

    rows: list[Row]
    others: list[tuple[str, str]]
    silent: list[str]
    blocks: list[tuple[str, list[tuple[str, str]]]]
    notes: tuple[str, ...]


@edited_list()
def what_the_file_said(photo: Photo, kept: dict) -> FileSaid:
    """Compare; `kept` is `Original.words`. Where the file says nothing there is no row."""
    words = FileWords.from_json(kept)
    proposal = propose(words, timezone.get_default_timezone())
    said = _said(words)
    rows = [_row(photo, proposal, said[name], field) for name, field in SAME_FIELD.items() if said[name]]
    credit = _credit(photo, proposal, words)
    silent = [_label(field) for name, field in SAME_FIELD.items() if not said[name]]
    return FileSaid(
        rows=[*rows[:1], *([credit] if credit.said else []), *rows[1:]],
        others=_others(words),
        silent=[*([] if credit.said else ["Credit"]), *silent],
        blocks=[(name.upper(), _readable(block)) for name, block in words.raw.items() if block],
        notes=words.notes,
    )


def _said(words: FileWords) -> dict[str, str]:
    licensor = words.licensors[0] if words.licensors else None
    own = {name: getattr(words, name, "") for name in SAME_FIELD}
    own |= {"licensor": licensor.name if licensor else "", "licensor_url": licensor.url if licensor else ""}
    return own | {"keywords": ", ".join(words.keywords)}


def _row(photo: Photo, proposal: Proposal, said: str, field: str) -> Row:
    limit = Photo._meta.get_field(field).max_length
    proposed, kept = getattr(proposal, field), getattr(photo, field)
    proposed = proposed[:limit] if isinstance(proposed, str) else proposed
    reading = _in_words(field, proposed)
    return Row(
        label=_label(field),
        said=said,
        reading="" if reading == said else reading,
        kept=_in_words(field, kept),
        takes=typed(field, proposed),
        has=typed(field, kept),
    )


def _credit(photo: Photo, proposal: Proposal, words: FileWords) -> Row:
    credit = proposal.credit
    parts = [("Creator", ", ".join(words.creators)), ("Credit line", words.credit_line), ("Source", words.source)]
    line = (credit.raw or format_credit(credit))[:500]
    takes, has = {"credit_line": line}, {"credit_line": photo.credit_line}
    for name in CREDIT_PARTS:
        takes |= typed(name, getattr(credit, name))
        has |= typed(name, getattr(photo, name))
    said = "\n".join(f"{label}: {text}" for label, text in parts if text)
    if not said and credit:
        said = "In the description"
    return Row("Credit", said, line, photo.credit_line, takes, has)


def typed(field: str, value) -> dict[str, str | list[str]]:
    """The value as the photo's form has it, by the names of the inputs."""
    if field == "taken_at":
        local = timezone.localtime(value) if value else None
        return {
            "taken_at_0": str(localize_input(local.date())) if local else "",
            "taken_at_1": str(localize_input(local.time())) if local else "",
        }
    if field == "qualifiers":
        return {field: list(value)}
    return {field: "\n".join(value) if isinstance(value, list | tuple) else value}


def _in_words(field: str, value) -> str:
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "j F Y, H:i")
    if field == "digital_source_type":
        return SOURCE_TYPES.get(value, value)
    return ", ".join(value) if isinstance(value, list | tuple) else value or ""


def _label(field: str) -> str:
    return capfirst(Photo._meta.get_field(field).verbose_name)


def _others(words: FileWords) -> list[tuple[str, str]]:
    own = [(label, getattr(words, name)) for name, label in OTHERS.items()]
    contact = ", ".join(words.contact.values())
    first = words.licensors[0] if words.licensors else None
    reach = ", ".join(filter(None, (first.email, first.phone))) if first else ""
    more = ", ".join(licensor.name or licensor.url for licensor in words.licensors[1:])
    found = [*own, ("Photographer’s address", contact), ("To reach the licensor", reach), ("Other licensors", more)]
    return [(label, text) for label, text in found if text]


def _readable(block: dict) -> list[tuple[str, str]]:
    """A block's values by their standards' own names; what is not a text as indented JSON."""
    return [
        (name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=1))
        for name, value in block.items()
    ]
