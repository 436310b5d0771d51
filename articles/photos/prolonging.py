"""What an editor decides on a right that runs out: that it goes on, for how long, or that its end may come."""

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from articles.photos.models import Photo
from articles.photos.moments import in_words

CHANGED = "Its right was changed meanwhile. Nothing was done; look at it again."


def seen(photo: Photo) -> str:
    """What is decided on: whoever sends another one back has looked at something that is not there any more."""
    return f"{photo.rights_until and photo.rights_until.isoformat()} {photo.uses_allowed}"


@transaction.atomic
def decide(photo: int, way: str, looked_at: str, day: date | None = None) -> tuple[Photo, str]:
    """Do to the right of photo number `photo` what `way`, one of WAYS, says; the photo, and a sentence on it.

    Raises ValidationError with a sentence where it cannot be done, Photo.DoesNotExist where there is no such photo.
    """
    photo = Photo.objects.select_for_update().get(pk=photo)
    if photo.killed_at:
        raise ValidationError(f"{photo.barred()} Its right is no matter until that is lifted.")
    if seen(photo) != looked_at:
        raise ValidationError(CHANGED)
    fields = WAYS[way](photo, day)
    photo.clean()
    photo.save(update_fields=fields)
    return photo, _said(photo, fields)


def _said(photo: Photo, fields: list[str]) -> str:
    if "end_accepted" in fields:
        return f"Its right ends on {in_words(photo.rights_until)}." if photo.rights_until else "Its last use may go."
    if "uses_allowed" in fields:
        return f"It may run in {photo.uses_allowed or 'any number of'} stories."
    return f"It may run {f'until {in_words(photo.rights_until)}' if photo.rights_until else 'without end'}."


def _until(photo: Photo, end: datetime | None) -> list[str]:
    photo.rights_until = end
    return ["rights_until"]


def _start(photo: Photo) -> datetime:
    """From when on it is prolonged: its end, or now where that is past."""
    now = timezone.now().replace(second=0, microsecond=0)
    return max(photo.rights_until or now, now)


def _one_year(start: datetime) -> datetime:
    """The same day and time of the next year in the site's zone; the last of February where there is none."""
    local = timezone.localtime(start)
    is_leap_day = (local.month, local.day) == (2, 29)
    return local.replace(year=local.year + 1, day=28 if is_leap_day else local.day)


def _to_end_of(photo: Photo, day: date | None) -> list[str]:
    if day is None:
        raise ValidationError("Give the last day on which it may run.")
    end = timezone.make_aware(datetime.combine(day + timedelta(days=1), datetime.min.time()))
    if end <= timezone.now():
        raise ValidationError("That day is over. Give a later one.")
    return _until(photo, end)


def _uses(photo: Photo, number: int | None) -> list[str]:
    photo.uses_allowed = number
    return ["uses_allowed"]


def _accept(photo: Photo) -> list[str]:
    photo.accept_end()
    return ["end_accepted"]


WAYS = {
    "30 days": lambda photo, day: _until(photo, _start(photo) + timedelta(days=30)),
    "1 year": lambda photo, day: _until(photo, _one_year(_start(photo))),
    "open": lambda photo, day: _until(photo, None),
    "until": _to_end_of,
    "another use": lambda photo, day: _uses(photo, (photo.uses_allowed or 0) + 1),
    "any number": lambda photo, day: _uses(photo, None),
    "let it end": lambda photo, day: _accept(photo),
}
