"""Killing a picture, what stops in the middle, and lifting the kill."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from articles import kills, workflow
from articles.photos.models import Kill, Photo
from articles.photos.renditions import SHAPES, all_renditions, folder_of, renditions
from articles.photos.uploads import attach, read_picture
from tests.articles.killing import files, in_text, with_files
from tests.articles.reader.pages import page, place
from tests.factories import make_article, make_author, make_image, make_live, make_photo, make_section, make_topic

pytestmark = pytest.mark.django_db


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


def test_killed_photo_cannot_be_deleted():
    photo = Photo.objects.create(caption="c")
    kills.kill(photo, "Wrong")
    with pytest.raises(Exception, match="protected"):
        photo.delete()
