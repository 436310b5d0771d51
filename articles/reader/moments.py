"""The moment in an address of the desk: how it is written and read, and what it is to whoever looks."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.photos.moments import FIRST, SECOND, Doubled, in_words, moment_at

WRITTEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?", re.ASCII)
HOUR = timedelta(hours=1)
YEARS = range(1900, 3000)
HOW = "Write it as in 2026-11-26T18:00: the day, a T, and the time on the site's clocks."


class Unclear(ValueError):
    """A moment that cannot be told; `readings` is what it could be: how each is written, and in words."""

    def __init__(self, why: str, readings: list[tuple[str, str]] | None = None):
        self.readings = readings or []
        super().__init__(why)


def read(written: str) -> datetime:
    """The moment, or Unclear with a sentence. A time on the site's clocks, or one with its offset."""
    try:
        if not WRITTEN.fullmatch(written):
            raise ValueError
        wall = datetime.fromisoformat(written)
    except ValueError:
        raise Unclear(f"“{written}” is no moment. {HOW}") from None
    if wall.year not in YEARS:
        raise Unclear(f"There is nothing to see in the year {wall.year}.")
    if wall.tzinfo:
        return wall.astimezone(UTC)
    try:
        return moment_at(wall)
    except Doubled as doubled:
        ways = [write(moment_at(wall, which)) for which in (FIRST, SECOND)]
        raise Unclear(doubled.message, list(zip(ways, doubled.readings, strict=True))) from None
    except ValidationError as skipped:
        raise Unclear(skipped.message) from None


def write(moment: datetime) -> str:
    """The moment on the site's clocks, to the second if it has any; with its offset where the clocks show it twice."""
    if moment.microsecond:  # the second by which whatever changes at the moment has changed
        moment = moment.replace(microsecond=0) + timedelta(seconds=1)
    local = moment.astimezone(timezone.get_default_timezone())
    plain = local.replace(tzinfo=None, fold=0).isoformat(timespec="seconds" if local.second else "minutes")
    try:
        moment_at(local.replace(tzinfo=None, fold=0))
    except Doubled:
        return plain + local.isoformat(timespec="seconds")[19:]
    return plain


@dataclass(frozen=True)
class Bar:
    """What the bar says over a page of the moment, and where it leads."""

    moment: datetime
    path: str
    zone: str
    next_change: datetime | None
    embargoes: list

    @property
    def words(self) -> str:
        return in_words(self.moment, self.zone)

    @property
    def is_past(self) -> bool:
        return self.moment <= timezone.now()

    @property
    def barred(self) -> list[tuple[str, str]]:
        """The headlines of what is under embargo, each with the end in words."""
        return [(story.headline, in_words(story.embargo_until, self.zone)) for story in self.embargoes]

    @property
    def typed(self) -> str:
        """As a field for a time takes it."""
        return f"{self.moment.astimezone(timezone.get_default_timezone()):%Y-%m-%dT%H:%M}"

    @property
    def ways(self) -> list[tuple[str, str]]:
        """The other moments of the same page, one click away."""
        ways = [("An hour earlier", self.moment - HOUR), ("An hour later", self.moment + HOUR)]
        if self.next_change:
            ways.append((f"Next change: {in_words(self.next_change, self.zone)}", self.next_change))
        return [(words, address(moment, self.path)) for words, moment in ways]


def prefix(moment: datetime) -> str:
    return f"/desk/at/{write(moment)}"


def address(moment: datetime, path: str) -> str:
    """Where a page, by its path with its query, is seen as of the moment."""
    return f"{prefix(moment)}{path}"
