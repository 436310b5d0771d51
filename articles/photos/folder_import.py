"""A folder of pictures taken into the library, one by one."""

import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import DatabaseError

from articles.photos.alike import find_alike
from articles.photos.models import Photo
from articles.photos.uploads import PictureFile, attach, find_same, read_picture

NEW, HAVE, ALIKE, REFUSED = "new", "have already", "new, looks like another", "refused"


@dataclass
class Outcome:
    """What became of one file; `photo` is its number in the library, `alike` those of pictures that look the same."""

    file: str
    outcome: str
    photo: int | None = None
    alike: list[int] = field(default_factory=list)
    reason: str = ""

    def as_json(self) -> dict:
        return asdict(self)

    def __str__(self):
        where = f" (photo {self.photo})" if self.photo else ""
        like = f"; looks like photo {', '.join(map(str, self.alike))}" if self.alike else ""
        return f"{self.file}: {self.outcome}{where}{like}{': ' if self.reason else ''}{self.reason}"


def pictures_in(folder: Path) -> list[Path]:
    """Every file under `folder` that is not hidden, in order; linked folders are not followed."""
    found = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(place, name) for name in sorted(names) if not name.startswith(".")]
    return found


def import_files(paths: list[Path], folder: Path, dry_run: bool, user=None) -> Iterator[Outcome]:
    """Take each file into the library in a transaction of its own. Run again, it finds what it has already."""
    for path in paths:
        name = path.relative_to(folder).as_posix().encode("utf-8", "replace").decode()
        try:
            yield _import(path, name, dry_run, user)
        except ValidationError as error:
            yield Outcome(name, REFUSED, reason=" ".join(error.messages))
        except OSError as error:
            yield Outcome(name, REFUSED, reason=f"The file cannot be read or stored: {error.strerror or error}.")
        except (DatabaseError, MemoryError) as error:
            yield Outcome(name, REFUSED, reason=f"It could not be saved: {str(error)[:200] or type(error).__name__}.")


def _import(path: Path, name: str, dry_run: bool, user) -> Outcome:
    if path.is_symlink() or not path.is_file():
        raise ValidationError("It is a link or a device, not a file. Copy the picture itself here.")
    with path.open("rb") as file:
        picture = read_picture(file)
        if same := find_same(picture):
            return Outcome(name, HAVE, same.pk)
        alike = [photo.pk for photo in find_alike(picture.looks)]
        photo = None if dry_run else _take_in(picture, user)
    return Outcome(name, ALIKE if alike else NEW, photo and photo.pk, alike)


def _take_in(picture: PictureFile, user) -> Photo:
    photo = Photo(created_by=user)
    attach(photo, picture)
    return photo
