"""Settings from the environment, each in a process of its own as at a real start."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PRODUCTION = {"SITE_URL": "https://news.example.org", "SECRET_KEY": "k" * 50 + "abcdefghijkl"}


@pytest.fixture
def start(tmp_path):
    """Run a management command with these variables only."""

    def run(*command, **variables):
        environment = {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path / "data")} | variables
        python = [sys.executable, "manage.py", *command]
        return subprocess.run(python, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    return run


def value(start, expression, **variables):
    done = start("shell", "--no-imports", "-c", f"from django.conf import settings; print({expression})", **variables)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_nothing_set_means_sqlite_under_the_data_folder(start, tmp_path):
    assert value(start, "settings.DATABASES['default']['NAME']") == str(tmp_path / "data" / "newsroom.sqlite3")


def test_everything_local_is_under_the_data_folder(start, tmp_path):
    folders = value(start, "settings.MEDIA_ROOT, settings.STATIC_ROOT, settings.CACHES['default']['LOCATION']")
    assert folders.count(str(tmp_path / "data")) == 3


def test_debug_is_off_unless_asked_for(start):
    assert value(start, "settings.DEBUG") == "False"


def test_secret_key_is_made_once_and_kept(start):
    assert value(start, "settings.SECRET_KEY") == value(start, "settings.SECRET_KEY")


def test_secret_key_is_readable_by_its_owner_only(start, tmp_path):
    value(start, "1")
    assert (tmp_path / "data" / "secret_key").stat().st_mode & 0o077 == 0


def test_production_requires_a_secret_key(start):
    done = start("check", SITE_URL="https://news.example.org")
    assert done.returncode != 0
    assert done.stderr.startswith("newsroom: SECRET_KEY must be set")


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        ("DATABASE_URL", "mysql://x"),
        ("DATABASE_URL", "nonsense"),
        ("CACHE_URL", "nonsense://x"),
        ("PHOTO_MAX_MB", "many"),
        ("SITE_URL", "news.example.org"),
        ("MEDIA_ROOT", "ftp://x/y"),
        ("EMAIL_URL", "nonsense://x"),
        ("DATA_DIR", "/proc/nowhere"),
    ],
)
def test_bad_value_is_one_line_that_names_it(start, name, bad):
    done = start("check", **{name: bad})
    assert done.returncode != 0
    assert done.stderr.startswith(f"newsroom: {name} ")
    assert len(done.stderr.strip().splitlines()) == 1


def test_postgres_is_a_setting(start):
    url = "postgres://someone:secret@127.0.0.1:5433/paper"
    assert value(start, "settings.DATABASES['default']['PORT']", DATABASE_URL=url) == "5433"


S3 = {"MEDIA_ROOT": "s3://pictures/newsroom", "MEDIA_URL": "https://media.example.org/"}


def test_s3_is_a_setting(start):
    url = value(
        start, "__import__('django.core.files.storage').core.files.storage.storages['default'].url('x.avif')", **S3
    )
    assert url == "https://media.example.org/newsroom/x.avif"


def test_readers_policy_allows_pictures_from_s3(start):
    assert "https://media.example.org" in value(
        start, "settings.CONTENT_SECURITY_POLICY['DIRECTIVES']['img-src']", **S3
    )


def test_s3_without_an_address_for_readers_is_refused(start):
    done = start("check", MEDIA_ROOT="s3://pictures/newsroom")
    assert done.stderr.startswith("newsroom: MEDIA_URL must say")


def test_production_is_ready_to_deploy(start):
    done = start("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert done.returncode == 0, done.stderr


def test_every_variable_stands_in_the_example(start):
    import re

    text = (ROOT / "newsroom" / "settings.py").read_text()
    names = set(re.findall(r'read\("([A-Z_]+)"', text))
    example = (ROOT / ".env.example").read_text()
    assert not {name for name in names if f"{name}=" not in example}


def test_no_migration_is_missing(start):
    done = start("makemigrations", "--check", "--dry-run")
    assert done.returncode == 0, done.stdout
