"""A folder of pictures taken into the library, one by one."""

import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from articles.photos.alike import is_near
from articles.photos.intake import ALIKE, HAVE, Taken, refused, take_in
from articles.photos.models import Photo


@dataclass
class Outcome:
    """What became of one file; `photo` is its number in the library, `alike` those of pictures that look the same.

    One that `says_no_right` cannot run before an editor says by which right.
    """

    file: str
    outcome: str
    photo: int | None = None
    alike: list[int] = field(default_factory=list)
    reason: str = ""
    says_no_right: bool = False

    def as_json(self) -> dict:
        return asdict(self)

    def __str__(self):
        where = f" (photo {self.photo})" if self.photo else ""
        like = f"; looks like photo {', '.join(map(str, self.alike))}" if self.alike else ""
        right = "; its right is not said" if self.says_no_right else ""
        return f"{self.file}: {self.outcome}{where}{like}{right}{': ' if self.reason else ''}{self.reason}"


def pictures_in(folder: Path) -> list[Path]:
    """Every file under `folder` that is not hidden, in order; linked folders are not followed."""
    found = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(place, name) for name in sorted(names) if not name.startswith(".")]
    return found


def import_files(paths: list[Path], folder: Path, dry_run: bool, user=None) -> Iterator[Outcome]:
    """Take each file into the library in a transaction of its own. Run again, it finds what it has already."""
    seen: dict[str, tuple] = {}
    for path in paths:
        name = path.relative_to(folder).as_posix().encode("utf-8", "replace").decode()
        taken = _import(path, dry_run, user)
        if taken.picture:
            taken = _among(seen, taken, name)
        reason = "" if taken.photo else taken.reason
        alike = [photo.pk for photo in taken.alike]
        says_no_right = bool(taken.photo and not taken.photo.rights_category)
        yield Outcome(name, taken.outcome, taken.photo and taken.photo.pk, alike, reason, says_no_right)


def _among(seen: dict[str, tuple], taken: Taken, name: str) -> Taken:
    """What a run would say: it finds in the library what a dry run has only seen, as (hash, looks) by names."""
    sha256, looks = taken.picture.sha256, taken.picture.looks
    for other, (its_sha256, _) in seen.items():
        if its_sha256 == sha256:
            return replace(taken, outcome=HAVE, alike=(), reason=f"the same file as {other}")
    alike = next((other for other, (_, its_looks) in seen.items() if is_near(looks, its_looks)), "")
    seen[name] = (sha256, looks)
    return replace(taken, outcome=ALIKE, reason=f"looks like {alike}") if alike else taken


def _import(path: Path, dry_run: bool, user) -> Taken:
    if path.is_symlink() or not path.is_file():
        return refused("It is a link or a device, not a file. Copy the picture itself here.")
    try:
        with path.open("rb") as file:
            return take_in(file, Photo(created_by=user), dry_run)
    except OSError as error:
        return refused(f"The file cannot be read: {error.strerror or error}.")
