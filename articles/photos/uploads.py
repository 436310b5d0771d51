"""Taking a picture's file into the library: what is accepted, and how it is stored."""

import hashlib
import struct
from dataclasses import dataclass
from typing import BinaryIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction
from PIL import Image, ImageOps

from articles.photos.models import Photo
from articles.photos.renditions import make_renditions

EXTENSIONS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "AVIF": "avif", "TIFF": "tif"}
STEREO = "MPO"  # what Pillow calls a JPEG with further frames, as some cameras and phones write it
# Hostile and broken files were seen to raise each of these from Pillow's decoders.
UNREADABLE = (
    ValueError,
    SyntaxError,
    OSError,
    RuntimeError,
    TypeError,
    KeyError,
    EOFError,
    struct.error,
    Image.DecompressionBombError,
)
Image.MAX_IMAGE_PIXELS = settings.PHOTO_MAX_PIXELS


@dataclass(frozen=True)
class PictureFile:
    """A file found to be a picture: its hash, its size as seen in pixels, and the ending its content calls for."""

    file: BinaryIO
    sha256: str
    width: int
    height: int
    extension: str

    @property
    def path(self) -> str:
        return f"originals/{self.sha256[:2]}/{self.sha256}.{self.extension}"


def read_picture(file: BinaryIO) -> PictureFile:
    """Look into `file`; its content decides what it is, never its name.

    Raises ValidationError with a sentence for the person who chose the file.
    """
    file.seek(0, 2)
    if file.tell() > settings.PHOTO_MAX_BYTES:
        raise ValidationError(f"The file is larger than {settings.PHOTO_MAX_BYTES // 1024**2} MB. Save a smaller one.")
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    try:
        width, height, extension = _decode(file)
    except UNREADABLE as error:
        raise ValidationError(
            "This file cannot be read as a picture. Save it as a JPEG, PNG, WebP, AVIF or TIFF and choose it again."
        ) from error
    file.seek(0)
    return PictureFile(file, digest, width, height, extension)


def _decode(file: BinaryIO) -> tuple[int, int, str]:
    with Image.open(file, formats=list(EXTENSIONS)) as image:
        if image.width * image.height > settings.PHOTO_MAX_PIXELS:
            limit = settings.PHOTO_MAX_PIXELS // 1_000_000
            raise ValidationError(f"The picture has more than {limit} megapixels. Save a smaller one.")
        extension = EXTENSIONS["JPEG" if image.format == STEREO else image.format]
        image.load()
        width, height = ImageOps.exif_transpose(image).size
    return width, height, extension


def find_same(picture: PictureFile, besides: Photo | None = None) -> Photo | None:
    """The photo in the library that has this very file, other than `besides`."""
    return Photo.objects.filter(sha256=picture.sha256).exclude(pk=besides and besides.pk).first()


def have_already(same: Photo) -> str:
    """The sentence for someone who brings a picture that the library has."""
    return f"The library has this picture already: number {same.pk}, “{same}”. Use that one."


def attach(photo: Photo, picture: PictureFile) -> None:
    """Give `photo` its file and save it; renditions are made once that is committed.

    Raises ValidationError if another photo has the very same file.
    """
    if same := find_same(picture, besides=photo):
        raise ValidationError(have_already(same))
    if not default_storage.exists(picture.path):
        default_storage.save(picture.path, File(picture.file))
    photo.file.name = picture.path
    photo.sha256, photo.width, photo.height = picture.sha256, picture.width, picture.height
    photo.save()
    transaction.on_commit(lambda: make_renditions(photo))
