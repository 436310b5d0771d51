"""What the stories' list can be narrowed by, each by an index, however many stories there are."""

from datetime import date, datetime, time

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from articles import mirror
from articles.models import Article, Author, Byline, Edition, Thread, Withdrawal
from articles.photos.chooser import numbers
from articles.photos.models import Photo

YEARS = range(1900, 9000)  # others are slips of the keyboard, and beyond what a zone can be applied to


class ReadersStateFilter(admin.SimpleListFilter):
    """By what readers see now. Few stories are scheduled or withdrawn: those are looked up; others are walked."""

    title = "what readers see"
    parameter_name = "readers"

    def lookups(self, request, model_admin):
        return [
            ("live", "live now"),
            ("scheduled", "scheduled"),
            ("withdrawn", "withdrawn"),
            ("killed", "killed"),
            ("none", "nothing yet"),
        ]

    def queryset(self, request, queryset):
        now = timezone.now()
        own = Edition.objects.filter(article=OuterRef("pk"))
        is_live, gone = Exists(own.live(now)), Withdrawal.objects.order_by()
        wanted = {
            "live": Q(is_live),
            "scheduled": Q(pk__in=Edition.objects.order_by().filter(live_from__gt=now).values("article")),
            "withdrawn": Q(pk__in=gone.done(now).values("article")) & ~is_live,
            "killed": Q(pk__in=gone.in_force().values("article")),
            # An edition that is over was followed by another or by a withdrawal, so one that never was tells it all.
            "none": ~Exists(own) & ~Exists(gone.filter(article=OuterRef("pk"))),
        }
        return queryset.filter(wanted.get(self.value(), Q()))


class StageFilter(admin.SimpleListFilter):
    """By stage. A published story that nobody has in hand is at rest, and no draft to whoever looks for one."""

    title = "stage"
    parameter_name = "stage__exact"

    def lookups(self, request, model_admin):
        return Article.Stage.choices

    def queryset(self, request, queryset):
        match self.value():
            case Article.Stage.DRAFT:
                never = ~Exists(Edition.objects.filter(article=OuterRef("pk")))
                return queryset.filter(Q(holder__isnull=False) | never, stage=Article.Stage.DRAFT)
            case Article.Stage.REVIEW | Article.Stage.READY as stage:
                return queryset.filter(stage=stage)
        return queryset


class SectionFilter(admin.RelatedFieldListFilter):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.empty_value_display = "none"


class AskingFilter(admin.ListFilter):
    """A filter that is a small form, for what would be too many links; without scripts it works too."""

    names: list[str] = []

    def __init__(self, request, params, model, model_admin):
        super().__init__(request, params, model, model_admin)
        self.model_admin = model_admin
        given = {name: params.pop(name)[-1].strip() for name in self.names if name in params}
        self.used_parameters = {name: value for name, value in given.items() if value}

    def has_output(self):
        return True

    def expected_parameters(self):
        return self.names

    def choices(self, changelist):
        """One choice only: the form, and what else the list is narrowed by, which the form must not forget."""
        others = [(name, value) for name, value in changelist.params.items() if name not in self.names]
        yield {
            "fields": self.fields(),
            "others": others,
            "clear": changelist.get_query_string(remove=self.names) if self.used_parameters else "",
        }

    def fields(self) -> list[dict]:
        raise NotImplementedError


def author_field(admin_site) -> forms.ModelChoiceField:
    """An author, found by typing; the form of a byline asks in the same way."""
    widget = AutocompleteSelect(Byline._meta.get_field("author"), admin_site)
    return forms.ModelChoiceField(Author.objects.all(), required=False, widget=widget)


class ThreadFilter(AskingFilter):
    """By running story, found by typing its name."""

    title = "running story"
    names = ["thread"]
    template = "admin/articles/article/thread_filter.html"

    def queryset(self, request, queryset):
        chosen = self.used_parameters.get("thread")
        return queryset if chosen is None else queryset.filter(thread__in=numbers([chosen]))

    def fields(self):
        widget = AutocompleteSelect(Article._meta.get_field("thread"), self.model_admin.admin_site)
        field = forms.ModelChoiceField(Thread.objects.all(), required=False, widget=widget)
        chosen = numbers([self.used_parameters.get("thread", "")])
        return [{"html": field.widget.render("thread", chosen[0] if chosen else None, {"id": "filter-thread"})}]


class AuthorFilter(AskingFilter):
    """By author, found by typing the name."""

    title = "author"
    names = ["author"]
    template = "admin/articles/article/author_filter.html"

    def queryset(self, request, queryset):
        chosen = self.used_parameters.get("author")
        if chosen is None:
            return queryset
        own = Byline.objects.order_by().filter(author__in=numbers([chosen]))
        return queryset.filter(pk__in=own.values("article"))

    def fields(self):
        field = author_field(self.model_admin.admin_site)
        chosen = numbers([self.used_parameters.get("author", "")])
        return [{"html": field.widget.render("author", chosen[0] if chosen else None, {"id": "filter-author"})}]


class DateFilter(AskingFilter):
    """By the days of the last change, and of the first publication; days begin in the site's own zone."""

    title = "date"
    names = ["changed_from", "changed_until", "published_from", "published_until"]
    template = "admin/articles/article/date_filter.html"

    def queryset(self, request, queryset):
        changed, published = self._between("changed", "updated_at"), self._between("published", "first_published_at")
        if published:
            shown = Edition.objects.order_by().filter(live_from__lte=timezone.now(), **published)
            queryset = queryset.filter(pk__in=shown.values("article"))
        return queryset.filter(**changed)

    def _between(self, what: str, field: str) -> dict[str, datetime]:
        """The conditions on a field; what is no date is no condition, and the form shows it empty."""
        first, last = self._day(f"{what}_from"), self._day(f"{what}_until")
        begins = {f"{field}__gte": _moment(first, time.min)} if first else {}
        return begins | ({f"{field}__lte": _moment(last, time.max)} if last else {})

    def _day(self, name: str) -> date | None:
        try:
            day = date.fromisoformat(self.used_parameters.get(name, ""))
        except ValueError:
            return None
        return day if day.year in YEARS else None

    def fields(self):
        labels = ["Changed from", "until", "Published from", "until"]
        spoken = ["Changed from", "Changed until", "Published from", "Published until"]
        values = [day.isoformat() if (day := self._day(name)) else "" for name in self.names]
        rows = zip(self.names, labels, spoken, values, strict=True)
        return [dict(zip(("name", "label", "spoken", "value"), row, strict=True)) for row in rows]


def _moment(day: date, of_day: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, of_day), timezone.get_default_timezone())


class PhotoFilter(admin.SimpleListFilter):
    """Stories that have a photo in their working copy, in what readers see or in what is scheduled.

    The photo's page leads here; where no photo is asked for, there is nothing to choose.
    """

    title = "photo"
    parameter_name = "photo"

    def lookups(self, request, model_admin):
        value = request.GET.get("photo", "")
        return [(value, f"photo {value[:20]}")] if value else []

    def queryset(self, request, queryset):
        photo = Photo.objects.filter(pk__in=numbers([self.value() or ""])).first()
        return queryset.filter(pk__in=mirror.stories(photo, timezone.now())) if photo else queryset.none()
