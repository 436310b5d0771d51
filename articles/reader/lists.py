"""Lists of stories that stay fast however deep one pages: each page starts where the last one ended."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.db.models import Exists, Model, Q
from django.http import Http404

from articles.models import Edition
from articles.models.edition import EditionQuerySet


@dataclass(frozen=True)
class StoryList:
    """A page of a list, newest first, with the queries for the pages beside it ("" where there is none)."""

    editions: list[Edition]
    older: str = ""
    newer: str = ""


def story_list(editions: EditionQuerySet, subject: Model, parameters: dict[str, str]) -> StoryList:
    """The page of the subject's list among `editions` that `parameters` ask for: `before` or `after` a place, or the
    newest.

    Raises Http404 for a place at which no edition stands or stood, and where nothing lies beyond it.
    """
    size = settings.PAGE_SIZE
    editions = editions.in_list_of(subject)
    before, after = parameters.get("before"), parameters.get("after")
    if not (before or after):
        found = list(editions.order_by("-listed_at", "-listed_id")[: size + 1])
        return _page(found[:size], has_older=len(found) > size, has_newer=False)
    moment, pk = _place(after or before)
    editions = editions.filter(Exists(Edition.objects.filter(pk=pk, first_published_at=moment)))
    if after:
        newer = Q(listed_at__gte=moment) & (Q(listed_at__gt=moment) | Q(listed_id__gt=pk))
        found = list(editions.filter(newer).order_by("listed_at", "listed_id")[: size + 1])
        return _page(_some(found)[:size][::-1], has_older=True, has_newer=len(found) > size)
    older = Q(listed_at__lte=moment) & (Q(listed_at__lt=moment) | Q(listed_id__lt=pk))
    found = list(editions.filter(older).order_by("-listed_at", "-listed_id")[: size + 1])
    return _page(_some(found)[:size], has_older=len(found) > size, has_newer=True)


def _some(editions: list[Edition]) -> list[Edition]:
    if not editions:
        raise Http404("no such place in the list")
    return editions


def _page(editions: list[Edition], has_older: bool, has_newer: bool) -> StoryList:
    if not editions:
        return StoryList([])
    return StoryList(
        editions,
        older=f"?before={_mark(editions[-1])}" if has_older else "",
        newer=f"?after={_mark(editions[0])}" if has_newer else "",
    )


def _mark(edition: Edition) -> str:
    microseconds = int(edition.first_published_at.timestamp()) * 1_000_000 + edition.first_published_at.microsecond
    return f"{microseconds}-{edition.pk}"


def _place(mark: str) -> tuple[datetime, int]:
    try:
        microseconds, pk = (int(part) for part in mark.split("-"))
        seconds, rest = divmod(microseconds, 1_000_000)
        return datetime.fromtimestamp(seconds, UTC).replace(microsecond=rest), pk
    except (ValueError, OverflowError, OSError):
        raise Http404("no such place in the list") from None
