"""Taking a picture's file into the library: what is accepted, and how it is stored."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone
from PIL import Image

from articles.photos.alike import Likeness, measured
from articles.photos.caption_checks import ask
from articles.photos.decoding import DECODERS, UNREADABLE, opened, peak_bytes, seen_size
from articles.photos.foreign_files import START, foreign_kind, is_raw
from articles.photos.killed import KilledPicture, kill_of
from articles.photos.metadata import FileWords, read_metadata
from articles.photos.metadata_blocks import picture_kind
from articles.photos.models import Original, Photo
from articles.photos.polyglots import what_else
from articles.photos.proposals import Proposal, doubt, propose
from articles.photos.renditions import make_renditions

EXTENSIONS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif", "TIFF": "tif"}
UNREADABLE_SAYS = (
    "This file cannot be read as a picture{}. Save it as a JPEG, PNG, WebP, AVIF or TIFF and choose it again."
)
BYTES_A_PIXEL = 3.25  # PHOTO_MAX_PIXELS times this bounds what decoding may take; JPEGs are decoded smaller
HIGHEST = 8  # times its width; the files of a longer strip could be made in no useful width
Image.MAX_IMAGE_PIXELS = settings.PHOTO_MAX_PIXELS

_stored: ContextVar[list | None] = ContextVar("files stored in this transaction", default=None)


@dataclass(frozen=True)
class PictureFile:
    """A file found to be a picture: its hash, its size as seen in pixels, the ending its content calls for, its
    bytes, how it looks (see `alike.py`) and what it says of itself."""

    file: BinaryIO
    sha256: str
    width: int
    height: int
    extension: str
    size: int
    likeness: Likeness = field(default_factory=Likeness)
    words: FileWords = field(default_factory=FileWords)
    name: str = ""

    @property
    def path(self) -> str:
        return f"originals/{self.sha256[:2]}/{self.sha256}.{self.extension}"

    @property
    def looks(self) -> int | None:
        """Its perceptual hash."""
        return self.likeness.looks

    @property
    def proposal(self) -> Proposal:
        """What the library would make of its words."""
        return propose(self.words, timezone.get_default_timezone())


def read_picture(file: BinaryIO) -> PictureFile:
    """Look into `file`; its content decides what it is, never its name. Every pixel is decoded once.

    Raises ValidationError with a sentence for the person who chose the file.
    """
    size = file.seek(0, 2)
    if max(size, getattr(file, "size", 0) or 0) > settings.PHOTO_MAX_BYTES:  # an upload is cut there, its size is not
        raise ValidationError(too_large())
    if size == 0:
        raise ValidationError(UNREADABLE_SAYS.format(": it is empty"))
    file.seek(0)
    start = file.read(START)
    kind = picture_kind(start[:32])
    if not kind:
        foreign = foreign_kind(start)
        raise ValidationError(UNREADABLE_SAYS.format(foreign and f": it is {foreign}"))
    if other := what_else(file):
        raise ValidationError(
            f"This file is a picture and {other} at once. Save the picture anew and choose that file."
        )
    width, height, likeness = _decode(file, kind)
    words = read_metadata(file, settings.LANGUAGE_CODE)
    digest = sha256_of(file)
    name = Path(str(getattr(file, "name", "") or "")).name[:255]
    return PictureFile(file, digest, width, height, EXTENSIONS[kind], size, likeness, words, name)


def too_large() -> str:
    return f"The file is larger than {settings.PHOTO_MAX_BYTES // 1024**2} MB. Save a smaller one."


def too_many_pixels() -> str:
    return f"The picture has more than {settings.PHOTO_MAX_PIXELS // 1_000_000} megapixels. Save a smaller one."


def sha256_of(file: BinaryIO) -> str:
    """The hash of the whole file, which is left at its beginning."""
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    return digest


def _decode(file: BinaryIO, kind: str) -> tuple[int, int, Likeness]:
    """Width and height as seen, and how it looks; the limits hold before a pixel is decoded."""
    try:
        with opened(file, kind) as image:
            if is_raw(image):
                raise ValidationError(UNREADABLE_SAYS.format(": it is a camera’s raw file"))
            _check_pixels(image)
            return *seen_size(image), measured(image)
    except Image.DecompressionBombError as error:
        raise ValidationError(too_many_pixels()) from error
    except UNREADABLE as error:
        cut = ": it breaks off before the picture’s end" if "truncated" in str(error) else ""
        raise ValidationError(UNREADABLE_SAYS.format(cut)) from error


def _check_pixels(image: Image.Image) -> None:
    limit = settings.PHOTO_MAX_PIXELS
    if image.width * image.height > limit:
        raise ValidationError(too_many_pixels())
    if image.format not in DECODERS["JPEG"] and peak_bytes(image) > limit * BYTES_A_PIXEL:
        raise ValidationError(f"The picture takes too much memory as {image.format}. Save it smaller, or as a JPEG.")
    width, height = seen_size(image)  # only now: to find a PNG's orientation it is decoded
    if height > width * HIGHEST:
        raise ValidationError(f"The picture is more than {HIGHEST} times as high as wide. Cut it into parts.")


def find_same(picture: PictureFile, besides: Photo | None = None) -> Photo | None:
    """The photo in the library that has this very file, other than `besides`.

    If the library's copy was lost or cut short, by a crash say, it is mended from `picture`.
    """
    same = Photo.objects.filter(sha256=picture.sha256).exclude(pk=besides and besides.pk).first()
    if same:
        _store(picture)
    return same


def refuse_known(picture: PictureFile, photo: Photo | None = None) -> None:
    """Raise KilledPicture for a picture that was killed, HaveAlready for a file that another than `photo` has.

    `photo` is the one that would get the file; a killed one gets none.
    """
    if killed := kill_of(picture.sha256, picture.likeness, photo):
        raise KilledPicture(killed, photo)
    if same := find_same(picture, besides=photo):
        raise HaveAlready(same)


class HaveAlready(ValidationError):
    """Someone brings a picture that the library has; `photo` is the one that has it."""

    def __init__(self, same: Photo):
        super().__init__(f"The library has this picture already: number {same.pk}, “{same}”. Use that one.")
        self.photo = same


def attach(photo: Photo, picture: PictureFile) -> None:
    """Give `photo` its file, fill what it lacks from the file's words, and save it; renditions follow the commit.

    A caption taken over whole because it was not sure where a credit begins goes to the captions to check.

    Raises HaveAlready if another photo has the very same file, KilledPicture if the picture or the photo was killed.
    Nothing is left behind, on disk or in the database, by what fails in here; a caller with more to do in the same
    transaction uses `whole_or_not`.
    """
    refuse_known(picture, photo)
    doubted = None if photo.caption else doubt(picture.words)
    fill(photo, picture.proposal)
    photo.file.name = picture.path
    photo.sha256, photo.width, photo.height = picture.sha256, picture.width, picture.height
    photo.looks = picture.looks
    try:
        with whole_or_not():
            _hold(photo, picture)
            _store(picture)
            photo.save()
            _record(photo, picture)
            if doubted:
                ask(photo, picture.words.description, doubted)
            transaction.on_commit(lambda: _finish(photo, picture), robust=True)
    except IntegrityError:
        if same := find_same(picture, besides=photo):  # somebody else's upload was a moment quicker
            raise HaveAlready(same) from None
        raise


def _hold(photo: Photo, picture: PictureFile) -> None:
    """Keep the photo from being killed until the transaction ends; a kill that was quicker is respected."""
    list(Photo.objects.select_for_update().filter(pk=photo.pk).values_list("pk"))
    if killed := kill_of(picture.sha256, picture.likeness, photo):
        raise KilledPicture(killed, photo)


def _record(photo: Photo, picture: PictureFile) -> None:
    kept = {"path": picture.path, "name": picture.name, "format": picture.extension, "size": picture.size}
    defaults = kept | {"words": picture.words.as_json()}
    Original.objects.get_or_create(photo=photo, sha256=picture.sha256, defaults=defaults)


def _finish(photo: Photo, picture: PictureFile) -> None:
    if not picture.file.closed:
        _store(picture)  # another upload of the same file may have failed, and taken it away
    make_renditions(photo)


def fill(photo: Photo, proposal: Proposal) -> None:
    """Take over from the file what nobody has said yet; what an editor or an import wrote stays."""
    if not (photo.credit or photo.credit_line) and proposal.credit:
        photo.set_credit(proposal.credit)
        for name in ("source", "agency", "distributor", "credit_line"):
            setattr(photo, name, getattr(photo, name)[: Photo._meta.get_field(name).max_length])
    for name in vars(proposal):
        if name == "credit" or getattr(photo, name) or (name == "alt" and photo.is_decorative):
            continue
        value = getattr(proposal, name)
        limit = Photo._meta.get_field(name).max_length
        setattr(photo, name, list(value) if name == "keywords" else value[:limit] if limit else value)


# Whole or not at all


@contextmanager
def whole_or_not() -> Iterator[None]:
    """A transaction after which the files stored in it are gone again if it fails, its commit included.

    What even this cannot take back, because the process was killed, `make_renditions --sweep` finds.
    """
    if _stored.get() is not None:
        with transaction.atomic():
            yield
        return
    token = _stored.set([])
    try:
        with transaction.atomic():
            yield
    except BaseException:
        _take_back(_stored.get())
        raise
    finally:
        _stored.reset(token)


def _take_back(pictures: list[PictureFile]) -> None:
    for picture in pictures:
        try:
            if not Photo.objects.filter(sha256=picture.sha256).exists():
                default_storage.delete(picture.path)
        except (DatabaseError, OSError):
            continue  # the failure that brought us here is the one to tell; the sweep finds the file


def _store(picture: PictureFile) -> None:
    """Have the file in the storage, whole: one that is there already but has another size was cut short."""
    if default_storage.exists(picture.path):
        if default_storage.size(picture.path) == picture.size:
            return
        default_storage.delete(picture.path)
    elif _stored.get() is not None:
        _stored.get().append(picture)
    picture.file.seek(0)
    made = default_storage.save(picture.path, File(picture.file))
    if made != picture.path:  # somebody else stored it in this very moment
        default_storage.delete(made)


def catch_up(photo: Photo) -> None:
    """For a photo that came before files were read, or measured as now: keep what its file says and how it looks.

    No words are changed. A picture too plain to have looks is read each time. Raises OSError if the file is not there.
    """
    if not photo.file or (photo.looks is not None and photo.originals.filter(sha256=photo.sha256).exists()):
        return
    with photo.file.open("rb") as file:
        picture = read_picture(file)
    Photo.objects.filter(pk=photo.pk).update(looks=picture.looks)
    _record(photo, picture)
