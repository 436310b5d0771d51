"""Files that nothing names any more."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from articles import kills
from articles.photos.renditions import all_renditions, make_renditions
from articles.photos.sweeping import Swept, stored_files, sweep
from tests.factories import make_photo

pytestmark = pytest.mark.django_db
NOW = timezone.now()
DAYS = timedelta(days=14)


def orphan(name="renditions/ab/abcdef-320.jpg"):
    default_storage.save(name, ContentFile(b"x"))
    return name


def test_unused_file_goes_when_two_sweeps_found_it_so():
    name = orphan()
    assert sweep(NOW, DAYS) == Swept(0, 1)
    assert sweep(NOW + DAYS - timedelta(seconds=1), DAYS) == Swept(0, 1)
    assert sweep(NOW + DAYS, DAYS) == Swept(1, 0)
    assert not default_storage.exists(name)


def test_what_a_photo_names_stays():
    photo = make_photo()
    make_renditions(photo)
    before = set(stored_files())
    sweep(NOW, DAYS)
    assert sweep(NOW + DAYS * 2, DAYS) == Swept(0, 0)
    assert set(stored_files()) == before


def test_original_without_a_photo_goes():
    orphan("originals/ab/abcdef.jpg")
    sweep(NOW, DAYS)
    assert sweep(NOW + DAYS, DAYS).removed == 1


def test_original_that_was_replaced_stays():
    photo = make_photo()
    photo.originals.update(path=orphan("originals/ab/first.jpg"))
    sweep(NOW, DAYS)
    sweep(NOW + DAYS, DAYS)
    assert default_storage.exists("originals/ab/first.jpg")


def test_files_of_mended_words_go_after_their_grace():
    photo = make_photo()
    make_renditions(photo)
    old = {rendition.path for rendition in all_renditions(photo)}
    photo.caption = "Other"
    photo.save()
    make_renditions(photo)
    assert sweep(NOW, DAYS).waiting == len(old)
    assert sweep(NOW + DAYS, DAYS).removed == len(old)


def test_file_that_is_used_again_begins_its_time_anew():
    photo = make_photo()
    make_renditions(photo)
    old, first = photo.rendered_as, photo.caption
    for caption in ("Other", first):
        photo.caption = caption
        photo.save()
        make_renditions(photo)
        sweep(NOW, DAYS)
    assert photo.rendered_as == old
    sweep(NOW + DAYS, DAYS)
    assert all(default_storage.exists(rendition.path) for rendition in all_renditions(photo))


def test_nothing_there_is_nothing_to_do():
    assert sweep(NOW, DAYS) == Swept(0, 0)


def test_what_a_crash_left_of_a_killed_photo_goes_at_once_and_its_original_stays():
    photo, other = make_photo(), make_photo()
    for one in (photo, other):
        make_renditions(one)
    kills.kill(photo, "Wrong")  # its files go after a commit, which there is none of in this test
    assert sweep(NOW, DAYS).removed == len({rendition.path for rendition in all_renditions(photo)})
    assert default_storage.exists(photo.file.name)
    assert all(default_storage.exists(rendition.path) for rendition in all_renditions(other))
