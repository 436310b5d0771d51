"""`manage.py import_story`: from a scraped text to a draft, again and again."""

import io
import json
import os
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
    with pytest.raises(CommandError, match="2 of 3 files did not go through as asked"):
        run(tmp_path / "empty.txt", story, tmp_path / "missing.txt")
    assert Article.objects.count() == 1


def test_missing_photo_folder_is_an_error(story, tmp_path):
    with pytest.raises(CommandError, match="no such folder"):
        run(story, photos=tmp_path / "nowhere")
    assert not Article.objects.exists()


@pytest.mark.parametrize("again", ["crane.txt", "./crane.txt", "../{folder}/crane.txt"])
def test_file_named_twice_is_refused_before_anything_is_written(story, monkeypatch, again):
    monkeypatch.chdir(story.parent)
    with pytest.raises(CommandError, match="stands twice"):
        run("crane.txt", again.format(folder=story.parent.name))
    assert not Article.objects.exists()


def test_closed_standard_input_is_told(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    errors = io.StringIO()
    with pytest.raises(CommandError, match="1 of 1"):
        call_command("import_story", "-", stdout=io.StringIO(), stderr=errors)
    assert errors.getvalue() == "-: standard input is closed; give it a story, or name a file\n"


def test_folder_in_place_of_a_file_is_told(tmp_path):
    errors = io.StringIO()
    with pytest.raises(CommandError, match="1 of 1"):
        call_command("import_story", str(tmp_path), stdout=io.StringIO(), stderr=errors)
    assert errors.getvalue() == f"{tmp_path}: Is a directory\n"


def test_name_that_is_no_text_can_be_imported_and_shown(story):
    odd = story.rename(os.fsdecode(os.fsencode(story.parent) + b"/caf\xe9.txt"))
    assert report(odd)["file"].endswith("caf\N{REPLACEMENT CHARACTER}.txt")


def test_plain_report_says_how_captions_and_credits_were_read(tmp_path, capsys):
    text = tmp_path / "story.txt"
    text.write_text(STORY)
    call_command("import_story", str(text), dry_run=True)
    read = "caption “The new crane waits on its barge off the breakwater.”, credit “Ann Lee / Coastline Press”"
    assert f"photo 1: {read}, alt “Crane on a barge at Saltmere”" in capsys.readouterr().out


def test_related_story_is_told_with_its_place_and_whether_it_is_cut(tmp_path):
    path = tmp_path / "crane.txt"
    box = (
        "Related\n\nDredging of the inner harbour begins\n\nSALTMERE — The dredger began at dawn, and by noon it had…\n"
    )
    path.write_text(STORY.replace("Related: Dredging of the inner harbour begins\n", box))
    assert "related: SALTMERE: “Dredging of the inner harbour begins”, its teaser cut short" in run(path)
