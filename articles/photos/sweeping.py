"""Files in the media storage that nothing names any more.

A file is taken away when two sweeps, at least the grace period apart, both found it unused: what pages, feeds and
caches elsewhere still name stays that long, and so does what an upload is storing in this moment. When each was found
unused first is kept in MARKS beside the files. What readers had of a killed photo goes at once, should a crash have
left any of it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from articles.photos.models import KilledFile, Original, Photo
from articles.photos.renditions import FOLDER, all_renditions, folder_of, stored

MARKS = "sweeps/unused.json"
FOLDERS = (FOLDER, "originals")


@dataclass(frozen=True)
class Swept:
    """How many files were removed, and how many unused ones still have some of their grace."""

    removed: int
    waiting: int


def named_files() -> set[str]:
    """Every file that a photo or one of its originals names; of a killed photo the originals only."""
    named = set(Original.objects.order_by().values_list("path", flat=True))
    for photo in Photo.objects.exclude(file="").order_by().iterator(chunk_size=1000):
        named.add(photo.file.name)
        if photo.has_files:
            named.update(rendition.path for rendition in all_renditions(photo))
    return named


def stored_files() -> Iterator[str]:
    """Every file of the library in the storage."""
    for top in FOLDERS:
        for folder in stored(top)[0]:
            yield from (f"{top}/{folder}/{name}" for name in stored(f"{top}/{folder}")[1])


def barred_folders() -> set[str]:
    """The folders in which no file may be left."""
    return {folder_of(sha256) for sha256 in KilledFile.objects.barred().values_list("sha256", flat=True)}


def sweep(now: datetime, grace: timedelta) -> Swept:
    """Remove what was found unused at least `grace` before `now`, and note what is unused now."""
    marks = _read_marks()
    named = named_files()
    unused = {path: marks.get(path, now.isoformat()) for path in stored_files() if path not in named}
    barred = barred_folders()
    due = [
        path
        for path, since in unused.items()
        if datetime.fromisoformat(since) <= now - grace or path.rpartition("/")[0] in barred
    ]
    if due:
        due = sorted(set(due) - named_files())  # named again while the folders were read
    for path in due:
        default_storage.delete(path)
        del unused[path]
    _write_marks(unused)
    return Swept(len(due), len(unused))


def _read_marks() -> dict[str, str]:
    try:
        with default_storage.open(MARKS) as file:
            return json.load(file)
    except (FileNotFoundError, ValueError):
        return {}


def _write_marks(marks: dict[str, str]) -> None:
    default_storage.delete(MARKS)
    default_storage.save(MARKS, ContentFile(json.dumps(marks).encode()))
