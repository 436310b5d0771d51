"""Killing a picture, what stops in the middle, and lifting the kill."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection, transaction

from articles import kills, workflow
from articles.photos.models import Kill, KilledFile, Photo
from articles.photos.renditions import SHAPES, all_renditions, folder_of, make_renditions, renditions, stored
from articles.photos.sweeping import stored_files
from articles.photos.uploads import attach, read_picture
from tests.articles.photos.pictures import encoded, scene
from tests.articles.reader.pages import page, place
from tests.factories import make_article, make_author, make_image, make_live, make_photo, make_section, make_topic

pytestmark = pytest.mark.django_db


def in_text(*photos):
    return "<p>a</p>" + "".join(f'<figure data-photo="{photo.pk}"></figure>' for photo in photos)


def with_files(**fields):
    photo = make_photo(**fields)
    make_renditions(photo)
    photo.refresh_from_db()
    return photo


def files(photo):
    return stored(folder_of(photo.sha256))[1]


@pytest.fixture
def killed_now(django_capture_on_commit_callbacks):
    """Kill, or lift, and do what follows the commit."""

    def do(photo, reason="Wrong person named", by=None, what=kills.kill):
        with django_capture_on_commit_callbacks(execute=True):
            return what(photo, reason, by)

    return do


def test_kill_says_who_when_why_and_where(killed_now, editor):
    photo = with_files()
    edition = make_live(headline="Ferry sails", lead_photo=photo)
    found = killed_now(photo, "  Wrong person named ", by=editor)
    photo.refresh_from_db()
    assert (found.by, found.reason, found.at) == (editor, "Wrong person named", photo.killed_at)
    assert [place["address"] for place in found.places] == ["/", "/latest/", edition.path]
    assert Kill.objects.get().completed_at


def test_kill_without_reason_changes_nothing():
    photo = make_photo()
    with pytest.raises(ValidationError, match="Say why"):
        kills.kill(photo, "  ")
    assert not Kill.objects.exists()
    assert Photo.objects.get().killed_at is None


@pytest.mark.parametrize("path", ["/", "/latest/", "/section/harbour/", "/topic/ferry/", "/author/ann-lee/", "story"])
@pytest.mark.parametrize("placed", ["lead", "text", "advertisement", "replacement"])
def test_killed_photo_leaves_every_page(client, killed_now, path, placed):
    photo = with_files()
    lead = {"lead": photo, "replacement": make_photo(replacement=photo)}.get(placed)
    if placed == "advertisement":
        place(picture=photo)
    edition = make_live(
        lead_photo=lead,
        body=in_text(photo) if placed == "text" else "<p>a</p>",
        section=make_section("Harbour"),
        topics=[make_topic("Ferry")],
        authors=[make_author("Ann Lee")],
    )
    if placed == "replacement":
        Photo.objects.filter(pk=lead.pk).update(rights_until=edition.live_from)
    address = edition.path if path == "story" else path
    folder = f"/media/{folder_of(photo.sha256)}/"
    on_page = placed != "text" or path == "story"
    assert (folder in client.get(address).content.decode()) is on_page
    killed_now(photo)
    assert folder not in client.get(address).content.decode()
    assert not page(client, address).css("img")


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


def test_saving_what_was_read_before_the_kill_does_not_undo_it():
    photo = make_photo()
    before = Photo.objects.get()
    kills.kill(photo, "Wrong")
    before.caption = "Words of an editor"
    before.save()
    now = Photo.objects.get()
    assert (now.caption, bool(now.killed_at)) == ("Words of an editor", True)


def test_story_with_a_killed_photo_is_not_published():
    photo = make_photo()
    kills.kill(photo, "Wrong")
    with pytest.raises(workflow.NotPossible, match="It was killed on"):
        workflow.publish(make_article(lead_photo=photo))


def test_placeholder_can_be_killed(killed_now):
    photo = make_photo(with_file=False)
    assert killed_now(photo).completed_at
    with pytest.raises(ValidationError, match=f"Photo {photo.pk} was killed"):
        attach(photo, read_picture(ContentFile(make_image())))


def test_killing_again_is_the_same_kill(killed_now, editor):
    photo = with_files()
    first = killed_now(photo, "The first reason")
    again = killed_now(photo, "Another", by=editor)
    assert (again.pk, again.reason, again.by) == (first.pk, "The first reason", None)


# What stops in the middle


@pytest.mark.parametrize("step", ["note_files", "whereabouts.places"])
def test_failure_before_the_commit_kills_nothing(monkeypatch, client, step):
    photo = with_files()
    monkeypatch.setattr(f"articles.kills.{step}", lambda *arguments: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        kills.kill(photo, "Wrong")
    assert not Kill.objects.exists()
    assert client.get(next(all_renditions(photo)).url).status_code == 200


@pytest.mark.parametrize("step", ["remove_files", "note_likeness"])
def test_failure_after_the_commit_is_completed_by_the_next_run(monkeypatch, client, killed_now, step):
    photo = with_files()
    with monkeypatch.context() as patched:
        patched.setattr(f"articles.kills.{step}", lambda *arguments: 1 / 0)
        assert not killed_now(photo).completed_at
    assert client.get(next(all_renditions(photo)).url).status_code == 410
    assert killed_now(photo, "").completed_at
    assert files(photo) == []
    assert Kill.objects.get().files.get().tint


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


def test_lifted_photo_runs_again_with_its_files(client, killed_now, editor):
    photo = with_files()
    edition = make_live(lead_photo=photo)
    killed_now(photo)
    found = killed_now(photo, "It was another picture", by=editor, what=kills.lift)
    assert (found.lifted_by, found.lift_reason) == (editor, "It was another picture")
    source = page(client, edition.path).css_first("img").attributes["src"]
    assert client.get(source).status_code == 200
    photo.refresh_from_db()
    assert {client.get(r.url).status_code for shape in SHAPES.values() for r in renditions(photo, shape, "jpg")} == {
        200
    }


def test_lift_asks_for_a_reason():
    photo = make_photo()
    kills.kill(photo, "Wrong")
    with pytest.raises(ValidationError, match="Say why"):
        kills.lift(photo, " ")
    assert Photo.objects.get().killed_at


def test_what_is_not_killed_is_not_lifted():
    with pytest.raises(ValidationError, match="nothing to lift"):
        kills.lift(make_photo(), "Why not")


def test_killing_after_a_lift_is_a_new_kill(killed_now):
    photo = with_files()
    killed_now(photo, "First")
    killed_now(photo, "Mistaken", what=kills.lift)
    killed_now(photo, "Second")
    assert list(Kill.objects.values_list("reason", "lift_reason")) == [("Second", ""), ("First", "Mistaken")]
    assert files(photo) == []


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


def test_killed_photo_cannot_be_deleted():
    photo = Photo.objects.create(caption="c")
    kills.kill(photo, "Wrong")
    with pytest.raises(Exception, match="protected"):
        photo.delete()


def test_picture_with_much_in_it_is_measured_for_each_of_its_files(killed_now):
    photo = Photo(caption="c")
    for seed in (1, 2):
        attach(photo, read_picture(ContentFile(encoded(scene(seed)))))
    assert len({file.looks for file in killed_now(photo).files.all()} - {None}) == 2
