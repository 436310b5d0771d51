"""What the record can be narrowed by: each filter costs one query at most, however long the record is."""

from datetime import date, datetime, time, timedelta

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone

from newsroom.accounts.models import RecordEntry


def occurring(column: str) -> list:
    """The different values of an indexed column, by leaps from one to the next: DISTINCT would read every line."""
    table, name = map(connection.ops.quote_name, (RecordEntry._meta.db_table, column))
    leaps = f"""WITH RECURSIVE leap(found) AS (
        SELECT MIN({name}) FROM {table}
        UNION ALL SELECT (SELECT MIN({name}) FROM {table} WHERE {name} > found) FROM leap WHERE found IS NOT NULL
    ) SELECT found FROM leap WHERE found IS NOT NULL"""
    with connection.cursor() as cursor:
        cursor.execute(leaps)
        return [found for (found,) in cursor.fetchall()]


class ActionFilter(admin.SimpleListFilter):
    title = "what was done"
    parameter_name = "action"

    def lookups(self, request, model_admin):
        return [(action, action) for action in occurring("action")]

    def queryset(self, request, queryset):
        return queryset.filter(action=self.value()) if self.value() else queryset


class KindFilter(admin.SimpleListFilter):
    title = "kind of thing"
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        kinds = ContentType.objects.get_for_id
        return [(pk, kinds(pk).name) for pk in occurring("kind_id")]

    def queryset(self, request, queryset):
        return queryset.filter(kind=self.value()) if (self.value() or "").isdecimal() else queryset


class PersonFilter(admin.RelatedFieldListFilter):
    """Everybody who has an account; whose line it is does not have to be asked of the record."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.title, self.empty_value_display = "person", "nobody: commands, failed sign-ins"


class DayFilter(admin.ListFilter):
    """From one day until another, both of them whole, in the site's time."""

    title = "day"
    template = "admin/accounts/recordentry/days.html"
    names = ("from", "until")

    def __init__(self, request, params, model, model_admin):
        super().__init__(request, params, model, model_admin)
        for name in self.names:
            if name in params:
                self.used_parameters[name] = params.pop(name)[-1]

    def has_output(self):
        return True

    def expected_parameters(self):
        return list(self.names)

    def choices(self, changelist):
        """One only: what stands in the two fields, and the other filters, which they must not drop."""
        others = {name: value for name, value in changelist.params.items() if name not in self.names}
        yield {"from": self._day("from"), "until": self._day("until"), "others": list(others.items())}

    def queryset(self, request, queryset):
        """What cannot be read as a day narrows nothing; the field shows that it is empty."""
        first, last = self._day("from"), self._day("until")
        if first:
            queryset = queryset.filter(at__gte=_midnight(first))
        if last and last < date.max:
            queryset = queryset.filter(at__lt=_midnight(last + timedelta(days=1)))
        return queryset

    def _day(self, name: str) -> date | None:
        try:
            return date.fromisoformat(self.used_parameters.get(name, ""))
        except ValueError:
            return None


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
