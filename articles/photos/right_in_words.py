"""A photo's right as editors read it: how it stands, and what to mind when the picture is chosen."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from articles.photos.models import Photo
from articles.photos.moments import in_words

HELD, SOON, OVER = "held", "soon", "over"


@dataclass(frozen=True)
class RightState:
    """How a right stands: `kind` is one of HELD, SOON (a word to the editor) and OVER; the rest are sentences."""

    kind: str
    text: str
    notes: tuple[str, ...] = ()


def state(photo: Photo, at: datetime | None = None) -> RightState:
    """How the right of `photo` stands at `at` (default: now)."""
    at = at or timezone.now()
    if barred := photo.barred(at):
        return RightState(OVER, barred, (*_then(photo, at), *restrictions(photo)))
    if not photo.rights_category:
        return RightState(OVER, "Nobody has said by which right it runs, so it cannot run. Say it here.")
    until = f"until {in_words(photo.rights_until)}" if photo.rights_until else "without end"
    text = f"May run {until}{_uses_left(photo)}."
    is_near = photo.ends_soon or (photo.uses_allowed is not None and _left(photo) <= 1)
    return RightState(SOON if is_near else HELD, text, tuple(restrictions(photo)))


def notes(photo: Photo) -> list[str]:
    """What to mind when it is placed, a sentence each: what its licence forbids, an end or a beginning that is near."""
    now = timezone.now()
    begins = photo.rights_from and photo.rights_from > now and f"Its right begins on {in_words(photo.rights_from)}."
    ends = photo.ends_soon and f"Its right ends on {in_words(photo.rights_until)}."
    return [*filter(None, [begins, ends]), *restrictions(photo)]


def restrictions(photo: Photo) -> list[str]:
    return [f"Restrictions: {photo.restrictions.strip()}"] if photo.restrictions.strip() else []


def _left(photo: Photo) -> int:
    return max(photo.uses_allowed - photo.uses_made, 0)


def _uses_left(photo: Photo) -> str:
    if photo.uses_allowed is None:
        return ""
    left = _left(photo)
    if not left:
        return f"; {photo.spent[0].lower()}{photo.spent[1:-1]}"
    return f"; {left} of {photo.uses_allowed} use{'' if photo.uses_allowed == 1 else 's'} left"


def _then(photo: Photo, at: datetime) -> list[str]:
    """What readers get in its place, once it is over."""
    if photo.killed_at or not photo.rights_until or photo.rights_until > at:
        return []
    if photo.replacement_id:
        return [f"Photo {photo.replacement_id} stands in for it."]
    return ["Its places in live stories are closed up."]
