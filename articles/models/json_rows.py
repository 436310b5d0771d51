"""Rows of one query inside a column of another."""

from datetime import UTC, datetime

from django.db.models import JSONField, Subquery
from django.utils.dateparse import parse_datetime


def moment_of(text: str | datetime) -> datetime:
    """A moment out of such a row, as each database writes it, or out of a row of its own."""
    moment = text if isinstance(text, datetime) else parse_datetime(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


class JSONRows(Subquery):
    """A queryset of `.values(…)` as one column: a list of dicts, in no promised order.

    So a page gets a few small lists that have nothing to do with its subject (the navigation, the
    advertisements) in the query that fetches the subject.
    """

    output_field = JSONField()

    def as_sqlite(self, compiler, connection, **extra):
        pairs = ", ".join(f"'{name}', line.\"{name}\"" for name in self._names())
        template = f"(SELECT json_group_array(json_object({pairs})) FROM (%(subquery)s) line)"
        return self.as_sql(compiler, connection, template=template, **extra)

    def as_postgresql(self, compiler, connection, **extra):
        template = "(SELECT coalesce(jsonb_agg(line), '[]') FROM (%(subquery)s) line)"
        return self.as_sql(compiler, connection, template=template, **extra)

    def _names(self) -> tuple[str, ...]:
        return (*self.query.values_select, *self.query.annotation_select)
