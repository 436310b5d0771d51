"""The models of the picture desk, one noun a file."""

from articles.photos.models.agency import Agency, AgencyName
from articles.photos.models.caption_check import CaptionCheck
from articles.photos.models.kill import Kill, KilledFile
from articles.photos.models.licence_preset import LicencePreset
from articles.photos.models.original import Original
from articles.photos.models.photo import CREDIT_PARTS, Photo, PhotoQuerySet, validate_names, validate_qualifiers

__all__ = [
    "CREDIT_PARTS",
    "Agency",
    "AgencyName",
    "CaptionCheck",
    "Kill",
    "KilledFile",
    "LicencePreset",
    "Original",
    "Photo",
    "PhotoQuerySet",
    "validate_names",
    "validate_qualifiers",
]
