"""Files for the pictures of an imported story: matched by name where a name says so, else by order."""

import re
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.text import slugify

from articles.photos.models import Photo
from articles.photos.uploads import attach, find_same, read_picture

ENDINGS = {".jpg", ".jpeg", ".png", ".webp", ".avif", ".tif", ".tiff"}


def files_in(folder: Path) -> list[Path]:
    """The picture files of a folder by their endings, in the order a person would count them."""
    return sorted((path for path in folder.iterdir() if path.suffix.lower() in ENDINGS), key=_counted)


def _counted(path: Path) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdigit() else (-1, part.lower()) for part in re.split(r"(\d+)", path.name)]


def attach_files(photos: list[Photo], files: list[Path]) -> tuple[int, list[str]]:
    """Give each placeholder among `photos` its file; how many got one, and a sentence for each file that failed.

    The order is that of all photos in the story, so a second run with the same files finds the same places.
    """
    attached, failures = 0, []
    for photo, file in pair(photos, files):
        if photo.file:
            continue
        try:
            _attach(photo, file)
            attached += 1
        except ValidationError as error:
            failures.append(f"{file.name}: {' '.join(error.messages)}")
        except OSError as error:
            failures.append(f"{file.name}: cannot be read ({error.strerror})")
    return attached, failures


def _attach(photo: Photo, file: Path) -> None:
    with file.open("rb") as opened:
        picture = read_picture(opened)
        if same := find_same(picture, besides=photo):
            raise ValidationError(f"photo {same.pk} of the library is this picture; choose it in the story instead")
        attach(photo, picture)


def pair(photos: list[Photo], files: list[Path]) -> list[tuple[Photo, Path]]:
    """Photos with their files: first those whose name is the alt text or caption, then the rest in order."""
    left, pairs = list(files), {}
    for photo in photos:
        if named := next((file for file in left if _is_named_for(file, photo)), None):
            pairs[photo.pk] = named
            left.remove(named)
    rest = iter(left)
    for photo in photos:
        if photo.pk not in pairs and (file := next(rest, None)):
            pairs[photo.pk] = file
    return [(photo, pairs[photo.pk]) for photo in photos if photo.pk in pairs]


def _is_named_for(file: Path, photo: Photo) -> bool:
    name = slugify(re.sub(r"^\d+[\W_]+", "", file.stem).replace("_", " "))
    texts = [slugify(text) for text in (photo.alt, photo.caption) if text]
    return len(name) >= 4 and any(text == name or (len(name) >= 12 and text.startswith(name)) for text in texts)
