"""One file taken in, whichever way it came: what is told of it, and that nothing is left of what failed."""

import io

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError

from articles.photos.intake import ALIKE, HAVE, NEW, REFUSED, take_in
from articles.photos.models import Photo
from articles.photos.renditions import all_renditions
from articles.photos.sweeping import stored_files
from tests.articles.photos.blocks import dataset, jpeg
from tests.articles.photos.pictures import encoded, scene
from tests.factories import make_photo

pytestmark = pytest.mark.django_db


def taken(data, photo=None, **options):
    return take_in(io.BytesIO(data), photo or Photo(), **options)


def nothing_is_left():
    return not Photo.objects.exists() and not list(stored_files())


def test_new_picture_has_its_files_words():
    found = take_in(jpeg(iim=dataset(120, "Boats at dawn.")), Photo())
    assert (found.outcome, found.photo.caption) == (NEW, "Boats at dawn.")


def test_very_same_file_is_told_with_the_photo_that_has_it():
    first = taken(encoded(scene(1)))
    again = taken(encoded(scene(1)))
    assert (again.outcome, again.photo) == (HAVE, first.photo)
    assert f"number {first.photo.pk}" in again.reason


def test_picture_that_looks_the_same_is_taken_and_the_other_is_named():
    first = taken(encoded(scene(1)))
    smaller = taken(encoded(scene(1, 450, 300)))
    assert (smaller.outcome, smaller.alike) == (ALIKE, (first.photo,))
    assert smaller.photo != first.photo


def test_placeholder_gets_its_file_and_keeps_its_words():
    placeholder = make_photo(with_file=False, caption="Written before.")
    found = take_in(jpeg(iim=dataset(120, "The file's own.")), placeholder)
    assert (found.photo, found.photo.caption) == (placeholder, "Written before.")


def test_file_that_is_no_picture_is_refused_in_a_sentence():
    found = taken(b"<svg onload=alert(1)>")
    assert (found.outcome, found.photo) == (REFUSED, None)
    assert found.reason.startswith("This file cannot be read as a picture")


@pytest.mark.parametrize("error", [DatabaseError("locked"), OSError(28, "No space left on device"), MemoryError()])
def test_failure_of_the_last_step_leaves_nothing(error, transactional_db):
    def fail(photo):
        raise error

    found = taken(encoded(scene(1)), then=fail)
    assert found.outcome == REFUSED
    assert found.reason.endswith(".")
    assert nothing_is_left()


def test_upload_that_was_cut_at_the_limit_is_too_large(settings):
    settings.PHOTO_MAX_BYTES = 1024 * 1024
    file = SimpleUploadedFile("large.jpg", encoded(scene(1)))
    file.size = 5 * 1024 * 1024
    assert take_in(file, Photo()).reason == "The file is larger than 1 MB. Save a smaller one."


def test_file_brought_again_makes_the_renditions_that_a_crash_prevented(django_capture_on_commit_callbacks):
    photo = taken(encoded(scene(1))).photo  # nothing was made: the test commits nothing
    with django_capture_on_commit_callbacks(execute=True):
        assert taken(encoded(scene(1))).photo == photo
    again = Photo.objects.get()
    assert all(default_storage.exists(rendition.path) for rendition in all_renditions(again))


def test_dry_run_writes_nothing():
    assert taken(encoded(scene(1)), dry_run=True).outcome == NEW
    assert nothing_is_left()
