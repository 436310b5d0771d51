"""`manage.py rebuild_uses`: the mirror of uses, checked and written anew."""

import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles import mirror
from articles.models import PhotoUse, Revision
from articles.photos.models import Photo
from tests.factories import change, make_article, make_live, make_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    photo = make_photo(caption="Library.")
    body = f'<p>a</p><figure data-photo="{photo.pk}" data-caption="Own."></figure>'
    return make_live(lead_photo=photo, body=body).article


def rebuild(*options):
    out = io.StringIO()
    call_command("rebuild_uses", *options, stdout=out, stderr=io.StringIO())
    return out.getvalue()


def told(*options):
    out = io.StringIO()
    with pytest.raises(CommandError, match="run rebuild_uses"):
        call_command("rebuild_uses", *options, stdout=out, stderr=io.StringIO())
    return out.getvalue()


def mirrored():
    return list(PhotoUse.objects.order_by("revision", "position").values_list("revision", "position", *FIELDS))


FIELDS = ("photo", "caption", "alt", "caption_from", "alt_from")


def test_whole_mirror_agrees(story):
    assert "1 revisions read; the mirror agrees" in rebuild("--check")


@pytest.mark.parametrize(
    "damage",
    [
        lambda: PhotoUse.objects.all().delete(),
        lambda: PhotoUse.objects.filter(position=1).update(caption="Another."),
        lambda: PhotoUse.objects.filter(position=1).update(caption_from="Another."),
        lambda: PhotoUse.objects.filter(position=0).update(position=7),
        lambda: Photo.objects.update(uses_made=5),
    ],
)
def test_damage_is_found_without_being_touched_then_mended(story, damage):
    before = mirrored()
    damage()
    damaged = mirrored()
    told("--check")
    assert mirrored() == damaged
    rebuild()
    assert mirrored() == before
    assert Photo.objects.get().uses_made == 1
    rebuild("--check")


def test_disagreement_is_told_with_story_revision_and_what(story):
    PhotoUse.objects.filter(position=1).update(caption="Another.")
    photo = Photo.objects.get()
    assert told("--check").strip() == (
        f"story {story.pk}, revision 1: position 1: photo {photo.pk}, caption 'Own.', caption_from 'Library.'; "
        f"the mirror has photo {photo.pk}, caption 'Another.', caption_from 'Library.'"
    )


def test_wrong_count_is_told(story):
    Photo.objects.update(uses_made=5)
    assert "counted in 5 stories, was in 1" in told("--check")


def test_json_is_one_object(story):
    Photo.objects.update(uses_made=5)
    photo = Photo.objects.get()
    assert json.loads(told("--check", "--json")) == {
        "revisions": 1,
        "disagreements": [],
        "miscounted": [{"photo": photo.pk, "says": 5, "is": 1}],
        "gone": [],
    }


def test_photo_that_is_gone_is_told_of_and_no_failure(story):
    photo = Photo.objects.get()
    PhotoUse.objects.all().delete()
    with connection.constraint_checks_disabled():
        Photo.objects.filter(pk=photo.pk)._raw_delete("default")
    for options in [(), ("--check",)]:
        assert f"revision 1: photo {photo.pk} is not in the library any more" in rebuild(*options)
    assert not PhotoUse.objects.exists()
    with connection.constraint_checks_disabled():  # put back what the database's own end-of-test check asks for
        photo.originals.all().delete()
        photo.save(force_insert=True)


def test_what_agrees_is_not_written_again(story):
    change(story, headline="Another headline")
    kept = PhotoUse.objects.filter(revision__number=1).values_list("pk", flat=True)
    before = list(kept)
    PhotoUse.objects.filter(revision__number=2).delete()
    rebuild()
    assert list(kept) == before


def test_more_than_a_batch_is_mended(monkeypatch):
    monkeypatch.setattr("articles.management.commands.rebuild_uses.BATCH", 2)
    photo = make_photo()
    for _ in range(5):
        make_article(lead_photo=photo)
    PhotoUse.objects.all().delete()
    rebuild()
    assert not list(mirror.disagreements(Revision.objects.prefetch_related("photo_uses", "story_links")))
