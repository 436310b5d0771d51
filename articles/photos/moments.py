"""Moments as people read them."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format


def in_words(moment: datetime) -> str:
    """A moment with its zone, as editors read it."""
    local = timezone.localtime(moment)
    return f"{date_format(local, 'j F Y, H:i')} {local.tzname()}"
