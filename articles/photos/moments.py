"""Moments as people read and write them."""

from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format

# The end of what has none; a date and not NULL, so that one plain condition serves everything that may end.
FAR_FUTURE = datetime(9000, 1, 1, tzinfo=UTC)
FIRST, SECOND = "first", "second"


class Doubled(ValidationError):
    """A time on a clock that comes twice, so that one must be chosen; `readings` is the two of them in words."""

    def __init__(self, wall: datetime, readings: list[str]):
        self.readings = readings
        told = f"{date_format(wall, 'H:i')} comes twice on {date_format(wall, 'j F Y')}, since the clocks go back"
        super().__init__(f"{told}: {' and '.join(readings)}. Say which one is meant.", code="doubled")


def in_words(moment: datetime, own_zone: str = "") -> str:
    """A moment with its zone, the site's, as editors read it; where `own_zone` has another time, with that too."""
    local = timezone.localtime(moment)
    words = f"{date_format(local, 'j F Y, H:i')} {local.tzname()}"
    own = moment.astimezone(ZoneInfo(own_zone)) if own_zone else local
    if own.utcoffset() == local.utcoffset():
        return words
    form = "H:i" if own.date() == local.date() else "j F, H:i"
    return f"{words} ({date_format(own, form)} {own.tzname()} for you)"


def moment_at(wall: datetime, which: str = "", zone: tzinfo | None = None) -> datetime:
    """The moment, in UTC, at which the clocks of the site (or of `zone`) show `wall`, a time without a zone.

    Where they go back over it, `which` says whether FIRST or SECOND is meant. Raises Doubled if it does not say, and
    ValidationError for a time that the clocks jump over.
    """
    zone = zone or timezone.get_default_timezone()
    first, second = (wall.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return first.astimezone(UTC)
    if first.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != wall.replace(fold=0):
        shown = f"{date_format(wall, 'H:i')} on {date_format(wall, 'j F Y')}"
        raise ValidationError(
            f"{shown} does not exist: the clocks go forward over it. Give another time.", code="skipped"
        )
    if which not in (FIRST, SECOND):
        raise Doubled(wall, [f"at {date_format(wall, 'H:i')} {one.tzname()}" for one in (first, second)])
    return (second if which == SECOND else first).astimezone(UTC)
