"""The files of a killed picture: gone, refused while they are there, and made again by no one."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection, transaction

from articles import kills
from articles.photos.models import KilledFile, Photo
from articles.photos.renditions import all_renditions, make_renditions
from articles.photos.sweeping import stored_files
from articles.photos.uploads import attach, read_picture
from tests.articles.killing import files, with_files
from tests.articles.photos.pictures import encoded, scene
from tests.factories import make_image, make_photo

pytestmark = pytest.mark.django_db


def test_files_of_every_crop_and_word_answer_410(client, killed_now):
    photo = with_files(width=600, height=900)
    old = [rendition.url for rendition in all_renditions(photo)]
    photo.caption, photo.focal_y = "Another", 0.1
    photo.save()
    make_renditions(photo)
    urls = {*old, *(rendition.url for rendition in all_renditions(photo))}
    assert {client.get(url).status_code for url in urls} == {200}
    killed_now(photo)
    responses = [client.get(url) for url in urls]
    assert {(response.status_code, response["Cache-Control"]) for response in responses} == {(410, "no-store")}
    assert files(photo) == []


def test_original_stays_for_the_newsroom(killed_now):
    photo = with_files()
    killed_now(photo)
    assert default_storage.exists(photo.file.name)


def test_files_that_the_photo_had_before_go_too(client, killed_now):
    photo = with_files()
    before = next(all_renditions(photo)).url
    attach(photo, read_picture(ContentFile(make_image())))
    make_renditions(photo)
    killed_now(photo)
    assert client.get(before).status_code == client.get(next(all_renditions(photo)).url).status_code == 410
    assert not [path for path in stored_files() if path.startswith("renditions/")]


def test_file_that_came_back_is_refused_all_the_same(client, killed_now):
    photo = with_files()
    path = next(all_renditions(photo)).path
    killed_now(photo)
    default_storage.save(path, ContentFile(b"x"))
    assert client.get(f"/media/{path}").status_code == 410


def test_other_pictures_keep_their_files(client, killed_now):
    photo, other = with_files(), with_files()
    killed_now(photo)
    assert client.get(next(all_renditions(other)).url).status_code == 200


def test_file_that_another_living_photo_has_now_stays_its(client, killed_now):
    photo = make_photo()
    data = default_storage.open(photo.file.name).read()
    attach(photo, read_picture(ContentFile(make_image())))
    other = Photo(caption="c", creators=["Bo"])
    attach(other, read_picture(ContentFile(data)))
    make_renditions(other)
    killed_now(photo)
    assert client.get(next(all_renditions(other)).url).status_code == 200
    killed_now(other)
    assert client.get(next(all_renditions(other)).url).status_code == 410


def test_one_query_answers_for_a_rendition_and_two_for_a_killed_one(client, killed_now, django_assert_num_queries):
    photo = with_files()
    url = next(all_renditions(photo)).url
    with django_assert_num_queries(1):
        assert client.get(url).status_code == 200
    killed_now(photo)
    with django_assert_num_queries(2):
        assert client.get(url).status_code == 410


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL plans by the size of the tables")
def test_killed_files_are_found_in_an_index():
    known = KilledFile.objects.beginning("a" * 24)
    for plan in (known.explain(), known.barred().explain()):
        assert "killed_file_by_hash (sha256>? AND sha256<?)" in plan
        assert "SCAN" not in plan


def test_killed_photo_gets_no_files_by_any_maker(killed_now):
    photo = with_files()
    before = Photo.objects.get()
    killed_now(photo)
    assert make_renditions(before) == 0
    assert files(photo) == []


def test_photo_killed_while_its_files_are_made_loses_them(monkeypatch, django_capture_on_commit_callbacks):
    photo = make_photo()

    def kill_then_keep(*arguments, own=None):
        monkeypatch.undo()
        with django_capture_on_commit_callbacks(execute=True):
            kills.kill(photo, "Wrong")
        default_storage.save(next(all_renditions(photo)).path, ContentFile(b"x"))

    monkeypatch.setattr("articles.photos.renditions._encode", kill_then_keep)
    make_renditions(Photo.objects.get())
    assert files(photo) == []


def test_storage_that_fails_at_one_file_is_gone_through_again(monkeypatch, killed_now):
    photo = with_files()
    delete, count = default_storage.delete, len(files(photo))
    last = files(photo)[-1]

    def failing(name):
        return 1 / 0 if name.endswith(last) else delete(name)

    with monkeypatch.context() as patched:
        patched.setattr(default_storage._wrapped, "delete", failing)
        assert not killed_now(photo).completed_at
    assert len(files(photo)) < count
    assert killed_now(photo, "").completed_at
    assert files(photo) == []


def test_lost_original_does_not_keep_a_kill_from_being_done(killed_now):
    photo = with_files()
    default_storage.delete(photo.file.name)
    assert killed_now(photo).completed_at


# Lifting


def test_kill_that_is_completed_after_its_lift_leaves_the_files(killed_now):
    photo = with_files()
    found = killed_now(photo)
    killed_now(photo, "Mistaken", what=kills.lift)
    default_storage.delete(next(all_renditions(photo)).path)
    kills.complete(found)
    assert all(default_storage.exists(rendition.path) for rendition in all_renditions(Photo.objects.get()))


def test_kill_inside_another_transaction_waits_for_its_commit_with_the_files(transactional_db):
    photo = with_files()
    with transaction.atomic():
        kills.kill(photo, "Wrong")
        assert files(photo)
    assert files(photo) == []


def test_picture_with_much_in_it_is_measured_for_each_of_its_files(killed_now):
    photo = Photo(caption="c")
    for seed in (1, 2):
        attach(photo, read_picture(ContentFile(encoded(scene(seed)))))
    assert len({file.looks for file in killed_now(photo).files.all()} - {None}) == 2
