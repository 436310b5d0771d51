"""A photo in its place: the one rule by which a picture runs, whatever shows it."""

from dataclasses import dataclass
from datetime import datetime

from articles.photos.models import Photo


@dataclass(frozen=True)
class Figure:
    """A picture that may run: the library's words unless the use has its own, the credit always the library's."""

    photo: Photo
    caption: str
    alt: str


def figure(photo: Photo | None, caption: str = "", alt: str = "", *, at: datetime) -> Figure | None:
    """The photo as it runs at `at`, with the words of its use; None, so that its place closes up, where it may not.

    Where its right is over its replacement stands in, with the library's words: the use's are about another picture.
    `photo` comes with its replacement, or costs a query for it.
    """
    if photo is None:
        return None
    if photo.may_run(at, alt):
        return Figure(photo, caption or photo.caption, "" if photo.is_decorative else alt or photo.alt)
    other = photo.replacement if photo.barred(at) else None
    if other is None or not other.may_run(at):
        return None
    return Figure(other, other.caption, "" if other.is_decorative else other.alt)
