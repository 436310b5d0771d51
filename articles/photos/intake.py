"""Taking one file into the library, whichever way it came: uploads, folders, the pictures of an imported story."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.db import DatabaseError

from articles.photos.agencies import edited_list
from articles.photos.alike import find_alike
from articles.photos.killed import KilledPicture
from articles.photos.models import Photo
from articles.photos.renditions import make_renditions_after_commit
from articles.photos.uploads import HaveAlready, PictureFile, attach, read_picture, refuse_known, whole_or_not

NEW, HAVE, ALIKE, REFUSED = "new", "have already", "new, looks like another", "refused"


@dataclass(frozen=True)
class Taken:
    """What became of a file: the photo that it is now, or that has it already, or a sentence on why it is refused.

    `alike` are the photos that look the same though their files differ; `killed` is the number of the photo by whose
    kill it was refused; `picture` is what a dry run looked into.
    """

    outcome: str
    photo: Photo | None = None
    alike: tuple[Photo, ...] = ()
    reason: str = ""
    killed: int | None = None
    picture: PictureFile | None = None

    @property
    def is_new(self) -> bool:
        return self.outcome in {NEW, ALIKE}


@edited_list()
def take_in(
    file: BinaryIO, photo: Photo, dry_run: bool = False, then: Callable[[Photo], object] | None = None
) -> Taken:
    """Make `file` the picture of `photo`, which is a new one or a placeholder; `then` is done in the same transaction.

    Whatever is wrong with the file, or with storing it, is told and not raised: the others of its batch go on.
    """
    try:
        return _take_in(file, photo, dry_run, then)
    except HaveAlready as error:
        return Taken(HAVE, error.photo, reason=" ".join(error.messages))
    except KilledPicture as error:
        return Taken(REFUSED, reason=" ".join(error.messages), killed=error.kill.photo_id)
    except ValidationError as error:
        return refused(" ".join(error.messages))
    except OSError as error:
        return refused(f"The file cannot be read or stored: {error.strerror or error}.")
    except (DatabaseError, MemoryError) as error:
        return refused(f"It could not be saved: {str(error)[:200] or type(error).__name__}.")


def _take_in(file: BinaryIO, photo: Photo, dry_run: bool, then: Callable[[Photo], object] | None) -> Taken:
    picture = read_picture(file)
    try:
        refuse_known(picture, photo)
    except HaveAlready as error:
        if not (error.photo.rendered_as or dry_run):
            make_renditions_after_commit(error.photo)  # who brought it before was stopped between photo and files
        raise
    alike = tuple(find_alike(picture.looks, besides=photo))
    outcome = ALIKE if alike else NEW
    if dry_run:
        return Taken(outcome, alike=alike, picture=picture)
    with whole_or_not():
        attach(photo, picture)
        if then:
            then(photo)
    return Taken(outcome, photo, alike)


def refused(reason: str) -> Taken:
    return Taken(REFUSED, reason=reason)
