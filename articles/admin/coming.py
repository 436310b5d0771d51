"""The calendar: what becomes of stories and advertisements, day by day, a fortnight at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.core.exceptions import PermissionDenied
from django.db.models import F, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe

from articles import roles
from articles.admin.screens import form_of, screen_of
from articles.models import Article, Edition, Withdrawal
from articles.sponsors.models import Placement

FORTNIGHT = timedelta(days=14)
MOST = 500  # events of one kind that a page names
STATES = {"First publication": "scheduled", "Update": "scheduled", "Embargo ends": "draft"}


@dataclass(frozen=True)
class Event:
    """Something at a moment: what it is, of what, by whom, and where it is changed or cancelled."""

    at: datetime
    what: str
    name: str
    address: str
    by: object = None
    change: str = ""
    cancel: str = ""
    article: int | None = None

    @property
    def local(self) -> datetime:
        """Its moment on the site's clocks, by which the calendar goes."""
        return self.at.astimezone(timezone.get_default_timezone())

    @property
    def day(self) -> date:
        return self.local.date()

    @property
    def hour(self) -> str:
        return f"{self.local:%H:%M} {self.local.tzname()}"

    @property
    def state(self) -> str:
        return STATES.get(self.what, "withdrawn")

    @property
    def step(self) -> str:
        return screen_of("step", self.article)


@dataclass(frozen=True)
class Fortnight:
    """Fourteen days on the site's clocks, from the first on."""

    first: date

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        zone = timezone.get_default_timezone()
        days = self.first, self.first + FORTNIGHT
        start, end = (datetime.combine(day, time(), zone) for day in days)
        return start, end

    def events(self, user) -> list[Event]:
        """All that the person may see of it, in order of time; four queries at most."""
        found = [*self._editions(user), *self._withdrawals(user), *self._embargoes(user)]
        if user.has_perm("sponsors.view_placement"):
            found += self._placements()
        return sorted(found, key=lambda event: event.at)

    def _of(self, rows: QuerySet, moment: str) -> QuerySet:
        start, end = self.bounds
        return rows.filter(**{f"{moment}__gte": start, f"{moment}__lt": end}).order_by(moment)[:MOST]

    def _editions(self, user) -> Iterator[Event]:
        rows = _visible(user, Edition.objects.select_related("published_by"))
        now, may = timezone.now(), roles.may_publish(user)
        for edition in self._of(rows.only(*EDITION_FIELDS), "live_from"):
            opens = may and edition.live_from > now
            yield Event(
                edition.live_from,
                "First publication" if edition.live_from == edition.first_published_at else "Update",
                edition.headline,
                form_of(edition.article_id),
                edition.published_by,
                change=f"{screen_of('publish', edition.article_id)}?when=later" if opens else "",
                cancel="_cancel_schedule" if opens else "",
                article=edition.article_id,
            )

    def _withdrawals(self, user) -> Iterator[Event]:
        rows = _visible(user, Withdrawal.objects.select_related("by")).annotate(headline=F("article__headline"))
        now, may = timezone.now(), roles.may_publish(user)
        for one in self._of(rows, "at"):
            opens = may and one.at > now
            yield Event(
                one.at,
                "Withdrawal" if one.at > now else one.get_kind_display(),
                one.headline,
                form_of(one.article_id),
                one.by,
                change=screen_of("withdraw", one.article_id) if opens else "",
                cancel="_cancel_withdrawal" if opens else "",
                article=one.article_id,
            )

    def _embargoes(self, user) -> Iterator[Event]:
        rows = roles.visible_to(user, Article.objects.select_related("holder"))
        now, edits_all = timezone.now(), roles.edits_all(user)
        for article in self._of(rows.defer("body"), "embargo_until"):
            opens = edits_all and article.embargo_until > now
            change = f"{form_of(article)}#id_embargo_0" if opens else ""
            yield Event(
                article.embargo_until, "Embargo ends", article.headline, form_of(article), article.holder, change
            )

    def _placements(self) -> Iterator[Event]:
        for moment, what in [("starts_at", "Advertisement starts"), ("ends_at", "Advertisement ends")]:
            for one in self._of(Placement.objects.all(), moment):
                address = reverse("admin:sponsors_placement_change", args=[one.pk])
                yield Event(getattr(one, moment), what, str(one), address)


EDITION_FIELDS = ["live_from", "first_published_at", "headline", "article", "published_by"]


def _visible(user, rows: QuerySet) -> QuerySet:
    """Those of the stories that the person may see."""
    if roles.sees_all(user):
        return rows
    return rows.filter(article__in=roles.visible_to(user, Article.objects.all()).values("pk"))


class CalendarView:
    """The page, for everybody who works on stories."""

    def __init__(self, model_admin):
        self.model_admin = model_admin

    def urls(self) -> list:
        view = self.model_admin.admin_site.admin_view(self.calendar)
        return [path("calendar/", view, name="articles_article_calendar")]

    @method_decorator(require_safe)
    def calendar(self, request) -> HttpResponse:
        if not self.model_admin.has_view_or_change_permission(request):
            raise PermissionDenied
        fortnight = Fortnight(_day(request.GET.get("from", "")))
        context = self.model_admin.admin_site.each_context(request) | {
            "title": "Calendar",
            "opts": self.model_admin.opts,
            "first": fortnight.first,
            "last": fortnight.first + FORTNIGHT - timedelta(days=1),
            "previous": fortnight.first - FORTNIGHT,
            "following": fortnight.first + FORTNIGHT,
            "events": fortnight.events(request.user),
            "now": timezone.now(),
            "zone": timezone.get_default_timezone_name(),
        }
        return render(request, "admin/articles/article/calendar.html", context)


def _day(text: str) -> date:
    """The day that is asked for, within what any calendar here needs; else today."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return _today()
    return day if 1900 < day.year < 2200 else _today()


def _today() -> date:
    return timezone.localdate(timezone=timezone.get_default_timezone())
