"""Totals by supplier and month: pictures that came into the library, and pictures that readers first saw."""

import csv
from dataclasses import dataclass, field
from datetime import date, datetime

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, DateTimeField, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import TruncMonth
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format

from articles.models import PhotoUse
from articles.photos.models import Agency, Photo

MOST_MONTHS = 60
NO_SUPPLIER = "No supplier"
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would calculate, and not show


@dataclass
class Table:
    """One thing counted: a row a supplier, a column a month, with sums at both edges."""

    title: str
    months: list[date]
    rows: list["Row"] = field(default_factory=list)

    @property
    def sums(self) -> list[int]:
        return [sum(numbers) for numbers in zip(*(row.numbers for row in self.rows), strict=True)]

    @property
    def sum(self) -> int:
        return sum(self.sums)


@dataclass
class Row:
    """A supplier's numbers, one a month; without an id, those of pictures that no house supplied."""

    supplier: int | None
    name: str
    numbers: list[int]

    @property
    def sum(self) -> int:
        return sum(self.numbers)


class MonthField(forms.DateField):
    """The first day of a month, given as browsers give a month: 2026-03."""

    widget = forms.DateInput(format="%Y-%m", attrs={"type": "month"})

    def __init__(self, **options):
        wrong = "Give a month as year and month: 2026-03."
        super().__init__(input_formats=["%Y-%m"], error_messages={"invalid": wrong, "required": wrong}, **options)


class PeriodForm(forms.Form):
    """From the first to the last month, both included."""

    first = MonthField(label="From")
    last = MonthField(label="to")

    def clean(self):
        cleaned = super().clean()
        if "first" in cleaned and "last" in cleaned:
            number = _number(cleaned["last"]) - _number(cleaned["first"]) + 1
            if number < 1:
                raise ValidationError("The period ends before it begins. Change one of the two months.")
            if number > MOST_MONTHS:
                raise ValidationError(f"The period has {number} months. Choose {MOST_MONTHS} at most.")
        return cleaned


def _number(month: date) -> int:
    return month.year * 12 + month.month - 1


def _month(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)


def last_year() -> tuple[date, date]:
    """The running month and the eleven before it."""
    running = _number(timezone.localdate())
    return _month(running - 11), _month(running)


def totals(first: date, last: date) -> list[Table]:
    """What was published, then what was added, from month to month; both months included."""
    months = [_month(number) for number in range(_number(first), _number(last) + 1)]
    start, end = _start(months[0]), _start(_month(_number(last) + 1))
    return [
        _table("Pictures published", months, _published(start, end)),
        _table("Pictures added", months, _added(start, end)),
    ]


def _start(month: date) -> datetime:
    return timezone.make_aware(datetime(month.year, month.month, 1))


def _added(start: datetime, end: datetime) -> QuerySet:
    photos = Photo.objects.filter(created_at__gte=start, created_at__lt=end).order_by()
    return _by_month(photos, "created_at", "supplier")


def _published(start: datetime, end: datetime) -> QuerySet:
    """Uses of photos in editions, by the month in which readers first saw the photo in that story.

    So an update of the story, or a correction, is not another use of the pictures that stand in it already.
    """
    uses = PhotoUse.objects.annotate(seen_from=F("revision__editions__live_from"))
    before = Q(seen_from__lt=OuterRef("seen_from")) | Q(
        seen_from=OuterRef("seen_from"), position__lt=OuterRef("position")
    )
    earlier = uses.filter(before, photo=OuterRef("photo"), revision__article=OuterRef("revision__article"))
    until = min(end, timezone.now())  # what is only scheduled was not published yet
    first = uses.filter(~Exists(earlier), seen_from__gte=start, seen_from__lt=until).order_by()
    return _by_month(first, "seen_from", "photo__supplier")


def _by_month(rows: QuerySet, moment: str, supplier: str) -> QuerySet:
    month = TruncMonth(moment, output_field=DateTimeField())
    return rows.annotate(month=month).values_list(supplier, "month").annotate(Count("pk"))


def _table(title: str, months: list[date], counted: QuerySet) -> Table:
    rows: dict[int | None, list[int]] = {}
    for supplier, moment, number in counted:
        numbers = rows.setdefault(supplier, [0] * len(months))
        numbers[_number(timezone.localtime(moment).date()) - _number(months[0])] = number
    names = dict(Agency.objects.filter(pk__in=[pk for pk in rows if pk]).values_list("pk", "name"))
    named = [Row(pk, names.get(pk, NO_SUPPLIER), numbers) for pk, numbers in rows.items()]
    return Table(title, months, sorted(named, key=lambda row: (row.supplier is None, -row.sum, row.name)))


def view(model_admin, request):
    """The two tables for a period, or both as one CSV file."""
    if not model_admin.has_view_permission(request):
        raise PermissionDenied
    first, last = last_year()
    form = PeriodForm({"first": f"{first:%Y-%m}", "last": f"{last:%Y-%m}"} | request.GET.dict())
    tables = totals(form.cleaned_data["first"], form.cleaned_data["last"]) if form.is_valid() else []
    if "csv" in request.GET and tables:
        return as_csv(tables)
    context = model_admin.admin_site.each_context(request) | {
        "title": "Pictures by supplier and month",
        "opts": model_admin.opts,
        "form": form,
        "tables": tables,
    }
    return render(request, "admin/photos/agency/totals.html", context)


def as_csv(tables: list[Table]) -> HttpResponse:
    """Both tables in one file that Excel opens as it is: marked as UTF-8, and no cell of text is a formula."""
    months = tables[0].months
    period = f"{months[0]:%Y-%m}-to-{months[-1]:%Y-%m}"
    response = HttpResponse(
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="suppliers-{period}.csv"'},
    )
    response.write("\ufeff")
    lines = csv.writer(response)
    lines.writerow(["Counted", "Supplier", *(date_format(month, "Y-m") for month in months), "Sum"])
    for table in tables:
        for row in table.rows:
            lines.writerow([table.title, _as_text(row.name), *row.numbers, row.sum])
    return response


def _as_text(cell: str) -> str:
    """A cell that a spreadsheet shows and does not calculate."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
