"""Files for the pictures of an imported story: matched by a leading number, else by name, else by order."""

import re
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten

from django.utils.text import slugify

from articles.importers.incoming import IncomingPhoto
from articles.photos.intake import HAVE, REFUSED, take_in
from articles.photos.models import Photo

ENDINGS = {".jpg", ".jpeg", ".png", ".webp", ".avif", ".tif", ".tiff"}


@dataclass
class PhotoFile:
    """What became of one file: attached, kept (the photo has a file already), failed or unmatched.

    `photo` is the place in the story, from 1, of the photo that it belongs to; `note` says why it was not attached.
    In a dry run a file that would be attached is only matched.
    """

    file: str
    status: str
    photo: int | None = None
    caption: str = ""
    note: str = ""

    def __str__(self):
        photo = f"photo {self.photo} “{shorten(self.caption, 60, placeholder=' …')}”" if self.photo else "no photo"
        return f"{self.file} → {photo}{f': {self.note}' if self.note else ''}"


def files_in(folder: Path) -> list[Path]:
    """The files of a folder in the order a person would count them, without hidden ones."""
    return sorted((path for path in folder.iterdir() if path.is_file() and path.name[0] != "."), key=_counted)


def _counted(path: Path) -> tuple[list[tuple[int, str]], str]:
    parts = re.split(r"(\d+)", path.name)
    return [(int(part), "") if part.isdecimal() else (-1, part.lower()) for part in parts], path.name


def attach_files(photos: list[Photo], files: list[Path]) -> list[PhotoFile]:
    """Give each placeholder among `photos` its file; what became of each file.

    The order is that of all photos in the story, so a second run with the same files finds the same places.
    """
    found = match(photos, files)
    for entry, path in zip(found, files, strict=True):
        if entry.photo:
            entry.status, entry.note = _attach(photos[entry.photo - 1], path)
    return found


def _attach(photo: Photo, path: Path) -> tuple[str, str]:
    if photo.file:
        return "kept", "it has a file already, which stays"
    try:
        with path.open("rb") as opened:
            taken = take_in(opened, photo)
    except OSError as error:
        return "failed", f"it cannot be read ({error.strerror})"
    if taken.outcome == HAVE:
        return "failed", f"photo {taken.photo.pk} of the library is this picture; choose it in the story instead"
    return ("failed", taken.reason) if taken.outcome == REFUSED else ("attached", "")


def match(photos: list[Photo] | list[IncomingPhoto], files: list[Path]) -> list[PhotoFile]:
    """Which photo each file belongs to: by its leading number, then by alt text or caption, then the rest in order."""
    places: dict[Path, int] = {}
    pictures = [path for path in files if path.suffix.lower() in ENDINGS]
    free = list(range(1, len(photos) + 1))

    def take(path: Path, place: int | None) -> None:
        if place in free:
            free.remove(place)
            places[path] = place

    for path in pictures:
        take(path, _number(path))
    for path in (path for path in pictures if path not in places):
        take(path, next((place for place in free if _is_named_for(path, photos[place - 1])), None))
    for path in (path for path in pictures if path not in places and not _number(path)):
        take(path, next(iter(free), None))
    return [_entry(path, places.get(path), photos) for path in files]


def _entry(path: Path, place: int | None, photos: list[Photo] | list[IncomingPhoto]) -> PhotoFile:
    if place:
        photo = photos[place - 1]
        return PhotoFile(path.name, "matched", place, photo.caption or photo.alt)
    number = _number(path)
    if path.suffix.lower() not in ENDINGS:
        note = "its ending is not that of a picture"
    elif number and number > len(photos):
        note = f"there is no photo {number}, the story has {len(photos)}"
    elif number:
        note = f"another file is for photo {number}"
    else:
        note = "the story has no photo left for it"
    return PhotoFile(path.name, "unmatched", note=note)


def _number(path: Path) -> int | None:
    """The number that a name begins with; one of more than three figures is a year or a camera's."""
    found = re.match(r"0*([1-9]\d{0,2})(?![^\W_])", path.stem)
    return int(found[1]) if found else None


def _is_named_for(path: Path, photo: Photo | IncomingPhoto) -> bool:
    name = slugify(re.sub(r"^\d+[\W_]+", "", path.stem).replace("_", " "))
    texts = [slugify(text) for text in (photo.alt, photo.caption) if text]
    return len(name) >= 4 and any(text == name or (len(name) >= 12 and text.startswith(name)) for text in texts)
