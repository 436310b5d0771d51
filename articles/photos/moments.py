"""Moments as people read them."""

from datetime import UTC, datetime

from django.utils import timezone
from django.utils.formats import date_format

# The end of what has none; a date and not NULL, so that one plain condition serves everything that may end.
FAR_FUTURE = datetime(9000, 1, 1, tzinfo=UTC)


def in_words(moment: datetime) -> str:
    """A moment with its zone, as editors read it."""
    local = timezone.localtime(moment)
    return f"{date_format(local, 'j F Y, H:i')} {local.tzname()}"
