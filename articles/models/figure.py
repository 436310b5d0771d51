"""A photo in its place: the one rule by which a picture runs, whatever shows it."""

from dataclasses import dataclass

from articles.photos.models import Photo


@dataclass(frozen=True)
class Figure:
    """A picture that may run: the library's words unless the use has its own, the credit always the library's."""

    photo: Photo
    caption: str
    alt: str


def figure(photo: Photo | None, caption: str = "", alt: str = "") -> Figure | None:
    """The photo with the words of its use; None, so that its place closes up, where it may not run (any more)."""
    if photo is None or photo.shortcomings(alt):
        return None
    return Figure(photo, caption or photo.caption, "" if photo.is_decorative else alt or photo.alt)
