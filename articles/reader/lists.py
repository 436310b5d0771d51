"""Lists that stay fast however deep one pages: each page starts where the last one ended."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.db.models import Exists, F, Model, Q, QuerySet
from django.http import Http404

from articles.models import Correction, Edition
from articles.models.correction import CorrectionQuerySet
from articles.models.edition import EditionQuerySet


@dataclass(frozen=True)
class Listed:
    """A page of a list, newest first, with the queries for the pages beside it ("" where there is none)."""

    rows: list
    older: str = ""
    newer: str = ""


def story_list(editions: EditionQuerySet, subject: Model, parameters: dict[str, str]) -> Listed:
    """The page of the subject's list among `editions` that `parameters` ask for, as `_listed` says."""
    return _listed(editions.in_list_of(subject), Edition, "first_published_at", parameters)


def correction_list(corrections: CorrectionQuerySet, parameters: dict[str, str]) -> Listed:
    """The page of the corrections that `parameters` ask for, as `_listed` says."""
    return _listed(corrections.alias(listed_at=F("at"), listed_id=F("pk")), Correction, "at", parameters)


def _listed(rows: QuerySet, model: type[Model], moment_of: str, parameters: dict[str, str]) -> Listed:
    """`before` or `after` a place, or the newest. The rows have `listed_at` and `listed_id`, their places.

    A row's place is its own `moment_of` and its id. Raises Http404 for a place at which none stands or stood, and
    where nothing lies beyond it.
    """
    size = settings.PAGE_SIZE

    def page(found: list, has_older: bool, has_newer: bool) -> Listed:
        if not found:
            return Listed([])
        oldest, newest = _mark(found[-1], moment_of), _mark(found[0], moment_of)
        return Listed(found, f"?before={oldest}" if has_older else "", f"?after={newest}" if has_newer else "")

    before, after = parameters.get("before"), parameters.get("after")
    if not (before or after):
        found = list(rows.order_by("-listed_at", "-listed_id")[: size + 1])
        return page(found[:size], has_older=len(found) > size, has_newer=False)
    moment, pk = _place(after or before)
    rows = rows.filter(Exists(model.objects.filter(pk=pk, **{moment_of: moment})))
    if after:
        newer = Q(listed_at__gte=moment) & (Q(listed_at__gt=moment) | Q(listed_id__gt=pk))
        found = list(rows.filter(newer).order_by("listed_at", "listed_id")[: size + 1])
        return page(_some(found)[:size][::-1], has_older=True, has_newer=len(found) > size)
    older = Q(listed_at__lte=moment) & (Q(listed_at__lt=moment) | Q(listed_id__lt=pk))
    found = list(rows.filter(older).order_by("-listed_at", "-listed_id")[: size + 1])
    return page(_some(found)[:size], has_older=len(found) > size, has_newer=True)


def _some(found: list) -> list:
    if not found:
        raise Http404("no such place in the list")
    return found


def _mark(row: Model, moment_of: str) -> str:
    moment = getattr(row, moment_of)
    return f"{int(moment.timestamp()) * 1_000_000 + moment.microsecond}-{row.pk}"


def _place(mark: str) -> tuple[datetime, int]:
    try:
        microseconds, pk = (int(part) for part in mark.split("-"))
        seconds, rest = divmod(microseconds, 1_000_000)
        return datetime.fromtimestamp(seconds, UTC).replace(microsecond=rest), pk
    except (ValueError, OverflowError, OSError):
        raise Http404("no such place in the list") from None
