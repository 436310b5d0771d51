"""Addresses that a paper had before, from a file: `from,to` a line."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.http import QueryDict

from articles.addresses import asked, normal, point
from articles.models import Address


@dataclass(frozen=True)
class Line:
    """One line of the file: its number, the address as it is stored, and where it leads as it was written."""

    number: int
    path: str
    to: str


def read(text: str) -> tuple[list[Line], list[str]]:
    """The lines, each address once, and what is wrong with them: `3: …` a line."""
    lines: dict[str, Line] = {}
    wrong = []
    rows = csv.reader(io.StringIO(text), strict=True)
    try:
        for row in rows:
            if not any(cell.strip() for cell in row) or (rows.line_num == 1 and row == ["from", "to"]):
                continue
            try:
                line = _line(rows.line_num, row)
                first = lines.setdefault(line.path, line)
                if first.to != line.to:
                    raise ValidationError(f"{line.path} leads elsewhere in line {first.number}. Keep one of the two.")
            except ValidationError as refusal:
                wrong.append(f"{rows.line_num}: {' '.join(refusal.messages)}")
    except csv.Error as error:
        wrong.append(f"{rows.line_num}: The line cannot be read ({error}). Quotes must be closed.")
    return list(lines.values()), wrong


def _line(number: int, row: list[str]) -> Line:
    if len(row) != 2 or not all(cell.strip() for cell in row):
        raise ValidationError("Write two addresses with a comma between them: /old/page/,/new/page/.")
    return Line(number, normal(row[0]), row[1].strip())


def in_order(lines: list[Line]) -> tuple[list[Line], list[str]]:
    """The lines so that each stands behind the one to whose address it leads, and those that lead in a circle."""
    by_path = {line.path: line for line in lines}
    ordered, wrong, seen = [], [], set()
    for line in lines:
        trail: dict[Line, None] = {}
        while line and line not in seen and line not in trail:
            trail[line] = None
            line = _next(line, by_path)
        seen |= trail.keys()
        if line in trail:
            wrong.append(f"{line.number}: {line.path} leads to itself, by way of other lines or directly.")
        else:
            ordered += reversed(trail)
    return ordered, wrong


def _next(line: Line, by_path: dict[str, Line]) -> Line | None:
    try:
        path, _, query = normal(line.to).partition("?")
    except ValidationError:
        return None
    return next((by_path[one] for one in asked(path, QueryDict(query)) if one in by_path), None)


def load(lines: list[Line]) -> Iterator[tuple[bool, str]]:
    """Write each line: whether anything changed, and what is wrong with it ("" if nothing is)."""
    for line in lines:
        before = Address.objects.filter(path=line.path).values_list("article", "target").first()
        try:
            address = point(line.path, line.to, origin=Address.Origin.IMPORTED)
        except ValidationError as refusal:
            yield False, f"{line.number}: {' '.join(refusal.messages)}"
        else:
            yield before != (address.article_id, address.target), ""
