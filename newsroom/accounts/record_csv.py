"""The record as CSV, a line at a time, so that a million lines take no memory."""

import csv
from collections.abc import Iterator

from django.db.models import QuerySet
from django.http import StreamingHttpResponse

from newsroom.accounts import record
from newsroom.accounts.models import RecordEntry

HEAD = ["at", "who", "account", "action", "kind", "id", "what", "details", "address"]
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def csv_response(entries: QuerySet[RecordEntry]) -> StreamingHttpResponse:
    response = StreamingHttpResponse(_lines(entries), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="record.csv"'
    response["Cache-Control"] = "private, no-store"
    return response


def _lines(entries: QuerySet[RecordEntry]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow(HEAD)  # the mark by which spreadsheets know the text as UTF-8
    for entry in entries.select_related("by", "kind").iterator(chunk_size=2000):
        yield writer.writerow(map(harmless, _cells(entry)))


def _cells(entry: RecordEntry) -> list[str]:
    return [
        entry.at.isoformat(),
        record.who(entry),
        entry.by.username if entry.by else "",
        entry.action,
        entry.kind.name if entry.kind else "",
        entry.thing,
        entry.label,
        record.told(entry),
        entry.address or "",
    ]


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV Injection)."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
