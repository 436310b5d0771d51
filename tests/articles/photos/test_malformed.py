"""Hundreds of broken and hostile files: each gets one sentence, the others go on, and nothing is half taken in."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import default_storage

from articles.photos.folder_import import import_files, pictures_in
from articles.photos.intake import HAVE, REFUSED
from articles.photos.models import Original, Photo
from tests.articles.photos.hostile import as_large_as_allowed, malformed
from tests.articles.photos.pictures import encoded, scene

FILES = 400
MOST_MEMORY = 500  # megabytes


def write(folder, files):
    for name, data in files:
        (folder / name).write_bytes(data)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("malformed")
    write(place, malformed(FILES))
    write(place, [("a good one.jpg", encoded(scene(9))), ("z good one.png", encoded(scene(8), "PNG"))])
    return place


@pytest.fixture
def outcomes(folder, db):
    return list(import_files(pictures_in(folder), folder, dry_run=False))


def stored_files():
    folders = default_storage.listdir("originals")[0]
    listed = {f"originals/{folder}": default_storage.listdir(f"originals/{folder}")[1] for folder in folders}
    return {f"{folder}/{name}" for folder, names in listed.items() for name in names}


def test_batch_goes_on_and_leaves_nothing_half_done(outcomes):
    counts = Counter(outcome.outcome for outcome in outcomes)
    assert len(outcomes) == FILES + 2
    assert counts[REFUSED] > FILES / 2
    for outcome in outcomes:
        assert outcome.photo if outcome.outcome != REFUSED else outcome.reason.endswith("."), outcome
        assert "\n" not in str(outcome)
    assert {outcomes[0].file, outcomes[-1].file} == {"a good one.jpg", "z good one.png"}
    assert REFUSED not in (outcomes[0].outcome, outcomes[-1].outcome)
    taken = len(outcomes) - counts[REFUSED] - counts[HAVE]
    assert (Photo.objects.count(), Original.objects.count()) == (taken, taken)
    assert stored_files() == set(Photo.objects.values_list("file", flat=True))


MEASURED = """
import pathlib, re, sys
import django
from django.core.management import call_command
django.setup()
call_command(*sys.argv[1:])
print(re.search(r"VmHWM:\\s*([0-9]+)", pathlib.Path("/proc/self/status").read_text())[1])
"""


def peak_memory(*arguments, data_dir):
    """Megabytes that a command took at most, in a process of its own."""
    environment = os.environ | {"DATA_DIR": str(data_dir), "DJANGO_SETTINGS_MODULE": "newsroom.settings"}
    command = [sys.executable, "-c", MEASURED, *arguments]
    told = subprocess.run(command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=True)
    return int(told.stdout.split()[-1]) // 1024


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not tell what a process took")
def test_memory_is_bounded(tmp_path, monkeypatch):
    """The largest pictures that are let in, each read, kept, and made into all of readers' files."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    write(pictures, as_large_as_allowed())
    peak_memory("migrate", data_dir=tmp_path)
    assert peak_memory("import_photos", pictures, data_dir=tmp_path) < MOST_MEMORY
    assert len(list(tmp_path.glob("media/renditions/*/*.avif"))) > 20
