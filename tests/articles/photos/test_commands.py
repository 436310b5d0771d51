"""The picture desk's commands."""

import json
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from articles.photos.management.commands.make_renditions import _end_with_the_command
from articles.photos.models import Photo
from articles.photos.renditions import all_renditions
from tests.articles.photos.blocks import dataset, jpeg
from tests.articles.photos.pictures import encoded, scene
from tests.factories import make_photo


def lines(capsys):
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.fixture
def folder(tmp_path):
    """Two pictures, one of them twice, one smaller, and a broken one."""
    place = tmp_path / "pictures"
    (place / "more").mkdir(parents=True)
    (place / "a.jpg").write_bytes(encoded(scene(1)))
    (place / "b.png").write_bytes(encoded(scene(2), "PNG"))
    (place / "more" / "a again.jpg").write_bytes(encoded(scene(1)))
    (place / "more" / "small.webp").write_bytes(encoded(scene(1, 300, 200), "WEBP"))
    (place / "more" / "torn.jpg").write_bytes(encoded(scene(3))[:-3000])
    (place / ".hidden").write_bytes(b"x")
    return place


def outcomes(found):
    return [(one["file"], one["outcome"]) for one in found]


ALL = [
    ("a.jpg", "new"),
    ("b.png", "new"),
    ("more/a again.jpg", "have already"),
    ("more/small.webp", "new, looks like another"),
    ("more/torn.jpg", "refused"),
]


@pytest.mark.django_db
def test_import_says_what_became_of_each_file(folder, capsys):
    with pytest.raises(CommandError, match="5 files: 2 new"):
        call_command("import_photos", folder, "--json")
    found = lines(capsys)
    assert outcomes(found) == ALL
    assert found[2]["photo"] == found[0]["photo"] == found[3]["alike"][0]
    assert "breaks off" in found[4]["reason"]
    assert Photo.objects.count() == 3


@pytest.mark.django_db
def test_import_says_whose_right_is_not_said(folder, capsys):
    with pytest.raises(CommandError, match="of 4 the right is not said, so they cannot run yet"):
        call_command("import_photos", folder)
    out = capsys.readouterr().out
    assert "a.jpg: new (photo" in out
    assert "its right is not said" in out


@pytest.mark.django_db
def test_import_run_again_takes_nothing_twice(folder, capsys):
    for _ in range(2):
        with pytest.raises(CommandError):
            call_command("import_photos", folder, "--json")
    assert {one["outcome"] for one in lines(capsys)[5:]} == {"have already", "refused"}
    assert Photo.objects.count() == 3


@pytest.mark.django_db
def test_dry_run_writes_nothing(folder, capsys):
    with pytest.raises(CommandError):
        call_command("import_photos", folder, "--dry-run", "--json")
    assert not Photo.objects.exists()
    assert not default_storage.exists("originals")


@pytest.mark.django_db
def test_dry_run_says_what_a_run_would(folder, capsys):
    with pytest.raises(CommandError, match="5 files: 2 new, 1 have already"):
        call_command("import_photos", folder, "--dry-run", "--json")
    found = lines(capsys)
    assert outcomes(found) == ALL
    assert [one["reason"] for one in found[2:4]] == ["the same file as a.jpg", "looks like a.jpg"]


@pytest.mark.django_db
def test_good_folder_ends_well(folder, capsys):
    (folder / "more" / "torn.jpg").unlink()
    call_command("import_photos", folder)
    assert "a.jpg: new (photo" in capsys.readouterr().out


@pytest.mark.django_db
def test_links_are_not_followed(tmp_path, capsys):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link.jpg").symlink_to("/etc/passwd")
    with pytest.raises(CommandError):
        call_command("import_photos", tmp_path / "in")
    assert "It is a link" in capsys.readouterr().out


def test_missing_folder_is_named(tmp_path):
    with pytest.raises(CommandError, match="no such folder"):
        call_command("import_photos", tmp_path / "nowhere")


def test_inspect_tells_what_is_read_and_what_would_be_stored(tmp_path, capsys):
    path = tmp_path / "picture.jpg"
    words = dataset(120, "Boats on Friday. Ann Lee / AFP") + dataset(103, "CL-7")
    path.write_bytes(jpeg(iim=words).getvalue())
    call_command("inspect_photo", path, "--json")
    found = lines(capsys)[0]
    assert found["raw"]["iim"]["Caption-Abstract"] == ["Boats on Friday. Ann Lee / AFP"]
    assert found["read"]["supplier_reference"] == found["stored"]["supplier_reference"] == "CL-7"
    assert (found["stored"]["caption"], found["stored"]["agency"]) == ("Boats on Friday.", "AFP")
    assert (found["picture"]["format"], found["picture"]["width"]) == ("JPEG", 64)


def test_inspect_goes_on_after_a_bad_file(tmp_path, capsys):
    for name, data in (("bad.jpg", b"nothing"), ("good.jpg", jpeg().getvalue())):
        (tmp_path / name).write_bytes(data)
    with pytest.raises(CommandError, match="2 of 3 files"):
        call_command("inspect_photo", tmp_path / "bad.jpg", tmp_path / "none.jpg", tmp_path / "good.jpg", "--json")
    assert [bool(found["problems"]) for found in lines(capsys)] == [True, True, False]


def test_words_of_a_broken_picture_are_told(tmp_path, capsys):
    path = tmp_path / "torn.jpg"
    path.write_bytes(jpeg(iim=dataset(80, "Ann Lee")).getvalue()[:-300])
    with pytest.raises(CommandError):
        call_command("inspect_photo", path, "--json")
    assert lines(capsys)[0]["read"]["creators"] == ["Ann Lee"]


def test_table_has_every_field(tmp_path, capsys):
    path = tmp_path / "picture.jpg"
    path.write_bytes(jpeg(iim=dataset(90, "Oslo")).getvalue())
    call_command("inspect_photo", path)
    assert "Oslo" in capsys.readouterr().out


@pytest.mark.django_db(transaction=True)
def test_renditions_are_made_by_several_processes(capsys):
    Photo.objects.all()
    photos = [make_photo() for _ in range(3)]
    for photo in photos:
        for rendition in all_renditions(photo):
            default_storage.delete(rendition.path)
    call_command("make_renditions", "--jobs", "2")
    assert "renditions made for 3 photos" in capsys.readouterr().out
    for photo in Photo.objects.all():
        assert all(default_storage.exists(rendition.path) for rendition in all_renditions(photo))


def _start_and_wait(command):
    """A command that never ends, with one process of its own, which says its number."""
    with ProcessPoolExecutor(1, get_context("fork"), initializer=_end_with_the_command) as pool:
        command.send(pool.submit(os.getpid).result())
        signal.pause()


def test_processes_end_with_a_command_that_was_killed():
    ours, theirs = get_context("fork").Pipe()
    command = get_context("fork").Process(target=_start_and_wait, args=[theirs])
    command.start()
    theirs.close()
    number = ours.recv()
    command.kill()
    command.join()
    if ended := ours.poll(30):
        with pytest.raises(EOFError):  # nobody holds the other end any more
            ours.recv()
    else:
        os.kill(number, signal.SIGKILL)
    assert ended
