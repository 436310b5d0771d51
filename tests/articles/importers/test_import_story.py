"""`manage.py import_story`: from a scraped text to a draft, again and again."""

import io
import json
import sys

import pytest
from django.core.management import CommandError, call_command

from articles import workflow
from articles.models import Article, Author, Edition, Revision
from articles.photos.models import CaptionCheck, Photo
from tests.factories import change, make_image

pytestmark = pytest.mark.django_db

STORY = """Harbour gets a second crane

By Ann Lee and Bo Ek

SALTMERE — The harbour’s second crane arrived on Monday, three weeks late and by sea, to the relief of two firms.

“It stood on the barge for nine days,” said Ida Brook, who runs the quay. “We could see it and not use it.”

Crane on a barge at Saltmere
The new crane waits on its barge off the breakwater.Ann Lee / Coastline Press

The crane lifts forty tonnes, twice what the old one can. It will first be used when the winter buoys come ashore.

Related: Dredging of the inner harbour begins

Advertisement
"""

OTHER_STORY = """Choir turns sixty

The harbour choir sang its first note in a net loft in the winter of the great frost.

It has sung in the loft on every second Tuesday since then, and on most of the others.
"""

SECOND_PHOTO = """Boats at the old quay
The old quay at low tide.Bo Ek / Coastline Press

That quay will be rebuilt in the spring, when the crane has its rails and the boats have their winter berths.

"""


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "crane.txt"
    path.write_text(STORY)
    return path


def run(*arguments, **options):
    """What the command prints."""
    out = io.StringIO()
    call_command("import_story", *map(str, arguments), stdout=out, stderr=io.StringIO(), **options)
    return out.getvalue()


def report(*arguments, **options):
    return json.loads(run(*arguments, json=True, **options))


def pictures(folder, *names):
    folder.mkdir()
    for name in names:
        (folder / name).write_bytes(make_image())
    return folder


UNSURE = """Town opens its new sluice

By Ann Lee

SALTMERE — The new sluice was opened on Monday, three weeks late and by hand, to the relief of two firms.

People at the sluice
The mayor opens the new sluice on the first day of the week.Ida Brook

It will be closed again before the winter, when the boats come ashore and the berths are wanted by others.
"""


def test_caption_that_was_not_read_with_certainty_is_asked_once(tmp_path):
    path = tmp_path / "sluice.txt"
    path.write_text(UNSURE)
    run(path), run(path)
    check = CaptionCheck.objects.get()
    assert (check.caption, check.credit) == (
        "The mayor opens the new sluice on the first day of the week.",
        "Ida Brook",
    )
    assert check.raw.startswith("People at the sluice\n")


def test_caption_that_was_read_with_certainty_is_not_asked(story):
    run(story)
    assert not CaptionCheck.objects.exists()


def test_report_has_every_part(story):
    found = report(story)
    assert found["headline"] == "Harbour gets a second crane"
    assert (found["byline"], found["dateline"], found["paragraphs"]) == (["Ann Lee", "Bo Ek"], "SALTMERE", 3)
    words = {"alt": "Crane on a barge at Saltmere", "caption": "The new crane waits on its barge off the breakwater."}
    assert found["photos"] == [words | {"credit": "Ann Lee / Coastline Press"}]
    assert found["related"][0]["headline"] == "Dredging of the inner harbour begins"
    assert found["dropped"] == ["Advertisement"]
    assert found["article"] == Article.objects.get().pk


def test_article_has_every_part_at_its_place(story):
    run(story)
    article = Article.objects.get()
    assert [byline.author.name for byline in article.bylines.all()] == ["Ann Lee", "Bo Ek"]
    assert [line[:4] for line in article.body.splitlines()] == ["<p>T", "<p>“", "<fig", "<p>T"]
    assert article.related_links.get().is_stub


def test_photo_is_a_placeholder_with_its_words(story):
    run(story)
    photo = Photo.objects.get()
    assert (photo.file.name, photo.credit_line, photo.creators) == ("", "Ann Lee / Coastline Press", ["Ann Lee"])


def test_file_before_the_caption_is_kept_in_the_credit(story):
    story.write_text(STORY.replace("The new crane waits", "FILE - The new crane waits"))
    run(story)
    assert Photo.objects.get().qualifiers == ["file"]


def test_dry_run_writes_nothing(story):
    assert report(story, dry_run=True)["article"] is None
    assert not Article.objects.exists()
    assert not Author.objects.exists()


def test_same_text_again_changes_nothing(story):
    first = report(story)
    again = report(story)
    assert (again["status"], again["article"]) == ("unchanged", first["article"])
    assert Revision.objects.count() == 1


def test_same_text_from_another_file_is_recognised(story, tmp_path):
    run(story)
    other = tmp_path / "copy.txt"
    other.write_bytes(STORY.replace("\n", "\r\n").encode("utf-16"))
    assert report(other)["status"] == "unchanged"


def test_changed_text_updates_the_draft(story):
    first = report(story)
    story.write_text(STORY.replace("forty tonnes", "fifty tonnes"))
    again = report(story)
    assert (again["status"], again["article"]) == ("updated", first["article"])
    assert "fifty tonnes" in Article.objects.get().body


def test_changed_headline_is_still_the_same_story(story):
    run(story)
    story.write_text(STORY.replace("gets a second crane", "has its second crane"))
    assert report(story)["status"] == "updated"


def test_another_story_in_the_same_file_is_another_article(story):
    run(story)
    story.write_text(OTHER_STORY)
    assert report(story)["status"] == "created"
    assert Article.objects.count() == 2


def test_editors_work_is_never_overwritten(story):
    run(story)
    change(Article.objects.get(), headline="The editor’s headline")
    story.write_text(STORY.replace("forty tonnes", "fifty tonnes"))
    assert report(story)["status"] == "skipped"
    assert Article.objects.get().headline == "The editor’s headline"


def test_mended_caption_in_the_library_is_kept(story):
    run(story)
    Photo.objects.update(caption="Mended.")
    story.write_text(STORY.replace("forty tonnes", "fifty tonnes"))
    run(story)
    assert Photo.objects.get().caption == "Mended."


@pytest.mark.parametrize("name", ["1.jpg", "crane-on-a-barge-at-saltmere.png", "anything.jpg"])
def test_placeholder_gets_its_file(story, tmp_path, name):
    run(story, photos=pictures(tmp_path / "photos", name))
    assert Photo.objects.get().file


def test_file_can_come_later(story, tmp_path):
    run(story)
    run(story, photos=pictures(tmp_path / "photos", "1.jpg"))
    assert Photo.objects.get().file


def test_name_wins_over_order(tmp_path, story):
    text = STORY.replace("Related:", f"{SECOND_PHOTO}Related:")
    story.write_text(text)
    folder = pictures(tmp_path / "photos", "boats-at-the-old-quay.jpg", "zebra.jpg")
    (folder / "zebra.jpg").write_bytes(make_image(700, 700))
    run(story, photos=folder)
    assert Photo.objects.get(alt="Crane on a barge at Saltmere").width == 700


def test_broken_picture_is_named_and_the_story_stays(story, tmp_path):
    folder = tmp_path / "photos"
    folder.mkdir()
    (folder / "1.jpg").write_bytes(b"no picture")
    errors = io.StringIO()
    with pytest.raises(CommandError):
        call_command("import_story", str(story), photos=folder, stdout=io.StringIO(), stderr=errors)
    assert "1.jpg: This file cannot be read as a picture" in errors.getvalue()
    assert Article.objects.exists()


def test_published_when_nothing_stands_in_the_way(story, tmp_path):
    run(story, photos=pictures(tmp_path / "photos", "1.jpg"), publish=True)
    assert Edition.objects.live().get().headline == "Harbour gets a second crane"


def test_kept_as_draft_when_something_does(story):
    with pytest.raises(CommandError):
        run(story, publish=True)
    assert Article.objects.exists()
    assert not Edition.objects.exists()


def test_published_story_is_updated_by_a_changed_text(story, tmp_path):
    folder = pictures(tmp_path / "photos", "1.jpg")
    run(story, photos=folder, publish=True)
    story.write_text(STORY.replace("forty tonnes", "fifty tonnes"))
    run(story, publish=True)
    assert "fifty tonnes" in Edition.objects.live().get().revision.content["body"]


def test_update_by_an_editor_in_between_is_not_taken_back(story, tmp_path):
    run(story, photos=pictures(tmp_path / "photos", "1.jpg"), publish=True)
    change(Article.objects.get(), headline="The editor’s")
    workflow.update(Article.objects.get())
    story.write_text(STORY.replace("forty tonnes", "fifty tonnes"))
    run(story, publish=True)
    assert Edition.objects.live().get().headline == "The editor’s"


def test_withdrawn_story_is_not_brought_back(story, tmp_path):
    run(story, photos=pictures(tmp_path / "photos", "1.jpg"), publish=True)
    workflow.withdraw(Article.objects.get(), "Wrong")
    run(story, publish=True)
    assert not Edition.objects.live()


def test_editors_unfinished_draft_is_not_published(story, tmp_path):
    run(story, photos=pictures(tmp_path / "photos", "1.jpg"), publish=True)
    change(Article.objects.get(), headline="Half done")
    run(story, publish=True)
    assert Edition.objects.live().get().headline != "Half done"


def test_standard_input_is_read(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    assert report("-")["paragraphs"] == 3


@pytest.mark.parametrize("data", [b"", b"  \n\n ", b"\x00\x01\x02" * 500, bytes(range(256)) * 4])
def test_hopeless_file_is_named_and_writes_nothing(tmp_path, data):
    path = tmp_path / "broken.bin"
    path.write_bytes(data)
    errors = io.StringIO()
    with pytest.raises(CommandError, match="1 of 1"):
        call_command("import_story", str(path), stdout=io.StringIO(), stderr=errors)
    assert "broken.bin" in errors.getvalue()
    assert not Article.objects.exists()


def test_other_files_are_imported_all_the_same(tmp_path, story):
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(CommandError, match="2 of 3 files failed, 1 went through"):
        run(tmp_path / "empty.txt", story, tmp_path / "missing.txt")
    assert Article.objects.count() == 1


def test_missing_photo_folder_is_an_error(story, tmp_path):
    with pytest.raises(CommandError, match="no such folder"):
        run(story, photos=tmp_path / "nowhere")
    assert not Article.objects.exists()
