"""Settings from the environment, each in a process of its own as at a real start."""

import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.environment import read, read_file

ROOT = Path(__file__).parent.parent.parent
READERS = ["newsroom/settings.py", "newsroom/management/commands/prepare.py"]
VARIABLES = {name for path in READERS for name in re.findall(r'read\("([A-Z_]+)"', (ROOT / path).read_text())}
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


BAD = [
    ("SITE_URL", "news.example.org"),
    ("SITE_URL", "http://[::1"),
    ("SITE_URL", "http://news.example.org:port"),
    ("SITE_URL", "http://news.example.org/paper"),
    ("PORT", "http"),
    ("PORT", "0"),
    ("PORT", "65536"),
    ("WEB_CONCURRENCY", "0"),
    ("ALLOWED_HOSTS", "https://news.example.org"),
    ("ALLOWED_HOSTS", "news.example.org:8000"),
    ("BEHIND_PROXY", "perhaps"),
    ("DEBUG", "2"),
    ("DATA_DIR", "/proc/nowhere"),
    ("DATA_DIR", __file__),
    ("DATABASE_URL", "mysql://x"),
    ("DATABASE_URL", "nonsense"),
    ("DATABASE_URL", "sqlite://"),
    ("DATABASE_URL", "sqlite:////nowhere/newsroom.sqlite3"),
    ("DATABASE_URL", "postgres://someone@127.0.0.1"),
    ("CACHE_URL", "nonsense://x"),
    ("CACHE_URL", "memcache://127.0.0.1"),
    ("CACHE_URL", "filecache:///proc/nowhere"),
    ("MEDIA_ROOT", "ftp://x/y"),
    ("MEDIA_ROOT", "s3://"),
    ("MEDIA_ROOT", __file__),
    ("MEDIA_URL", "media"),
    ("LANGUAGE_CODE", "english"),
    ("LANGUAGE_CODE", "xx"),
    ("TIME_ZONE", "Mars"),
    ("TIME_ZONE", "../etc/passwd"),
    ("TIME_ZONE", "Europe"),
    ("EMAIL_URL", "nonsense://x"),
    ("EMAIL_URL", "smtp://"),
    ("FROM_EMAIL", "newsroom"),
    ("PHOTO_MAX_MB", "many"),
    ("PHOTO_MAX_MB", "0"),
    ("PHOTO_MAX_MEGAPIXELS", "-1"),
    ("READER_MAX_AGE", "-1"),
    ("SECRET_KEY_FILE", "/nowhere"),
]


@pytest.mark.parametrize(("name", "bad"), BAD)
def test_bad_value_is_one_line_that_names_it(monkeypatch, tmp_path, name, bad):
    """Read anew in this process, as a start would; a process for each would take minutes."""
    for variable in [variable for variable in os.environ if variable.removesuffix("_FILE") in VARIABLES]:
        monkeypatch.delenv(variable)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv(name, bad)
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(ROOT / "newsroom" / "settings.py")
    assert ended.value.code.startswith(f"newsroom: {name.removesuffix('_FILE')} ")
    assert len(ended.value.code.splitlines()) == 1


def test_bad_value_ends_a_command_without_a_traceback(start):
    done = start("check", TIME_ZONE="Mars")
    assert done.returncode == 1
    assert done.stderr.startswith("newsroom: TIME_ZONE ")
    assert len(done.stderr.splitlines()) == 1


def test_empty_value_means_the_default(start):
    empty = dict.fromkeys(VARIABLES - {"DATA_DIR"}, "")
    found = value(start, "settings.TIME_ZONE, settings.PORT, settings.SITE_URL, settings.LANGUAGE_CODE", **empty)
    assert found == "UTC 8000 http://127.0.0.1:8000 en-gb"


def test_secret_that_begins_with_a_dollar_is_taken_as_it_is(start):
    assert value(start, "settings.SECRET_KEY", SECRET_KEY="$ecret") == "$ecret"


def test_secret_can_stand_in_a_file(start, tmp_path):
    (tmp_path / "secret").write_text("from a file\n")
    assert value(start, "settings.SECRET_KEY", SECRET_KEY_FILE=str(tmp_path / "secret")) == "from a file"


def test_allowed_hosts_are_more_than_the_sites_own(start):
    hosts = value(start, "settings.ALLOWED_HOSTS", ALLOWED_HOSTS="www.example.org, .example.net", **PRODUCTION)
    assert hosts == "['news.example.org', 'www.example.org', '.example.net']"


def test_address_of_the_media_ends_with_a_slash(start):
    assert value(start, "settings.MEDIA_URL", **S3 | {"MEDIA_URL": "https://media.example.org"}).endswith(".org/")


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (b"PORT=8001\nTIME_ZONE\n", "line 2 is not NAME=value"),
        (b"TIME_ZONE = UTC\n", "line 1 is not NAME=value"),
        (b"\xff\xfe\x00", "cannot be used"),
    ],
)
def test_bad_line_of_the_file_is_one_line(tmp_path, lines, words):
    path = tmp_path / ".env"
    path.write_bytes(lines)
    with pytest.raises(SystemExit, match=rf"newsroom: \.env {words}"):
        read_file(path)


def test_file_that_cannot_be_read_is_one_line(tmp_path):
    (tmp_path / ".env").mkdir()
    with pytest.raises(SystemExit, match=r"newsroom: \.env cannot be used"):
        read_file(tmp_path / ".env")


def test_file_says_what_the_environment_does_not(tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSROOM_ONE", "environment")
    monkeypatch.setenv("NEWSROOM_TWO", "")
    path = tmp_path / ".env"
    path.write_text("# a remark\n\nNEWSROOM_ONE=file\nexport NEWSROOM_TWO='file'\n", encoding="utf-8-sig")
    read_file(path)
    assert (read("NEWSROOM_ONE", "str", ""), read("NEWSROOM_TWO", "str", "")) == ("environment", "file")


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


def test_every_variable_stands_in_the_example():
    example = (ROOT / ".env.example").read_text()
    assert not {name for name in VARIABLES if f"#{name}=" not in example}


def test_every_example_is_read_by_something():
    example = (ROOT / ".env.example").read_text()
    assert set(re.findall(r"^#([A-Z_]+)=", example, re.MULTILINE)) == VARIABLES


def test_no_migration_is_missing(start):
    done = start("makemigrations", "--check", "--dry-run")
    assert done.returncode == 0, done.stdout
