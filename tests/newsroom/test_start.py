"""What a start finds out before the first reader does: who else listens, and whether what it needs answers."""

import os
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from django.db import connection

from newsroom import address
from tests.newsroom.test_settings import ROOT

NOBODY = "127.0.0.1:9"  # the discard port, where nothing listens


@pytest.fixture
def port():
    """A port that was free a moment ago."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture
def ended(tmp_path):
    """Start a program that ends by itself; what it said in the end."""
    (tmp_path / "data" / "static").mkdir(parents=True)

    def run(*command, **variables):
        environment = {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path / "data")} | variables
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode != 0
        return done.stderr

    return run


SERVER = [sys.executable, "-m", "gunicorn", "--config", "newsroom/gunicorn.conf.py", "newsroom.wsgi"]


@pytest.fixture
def listener(port):
    """A server that lets others share its port, as gunicorn does."""
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        taken.bind(("127.0.0.1", port))
        taken.listen()
        yield taken


def test_server_does_not_share_a_port_with_another(ended, listener, port):
    said = ended(*SERVER, PORT=str(port))
    assert said.startswith(f"newsroom: PORT {port} cannot be used")
    assert len(said.splitlines()) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the kernel has no such names")
def test_of_two_servers_that_start_in_the_same_instant_one_goes(settings, port):
    settings.PORT = port
    with closing(address.claim()), pytest.raises(SystemExit, match=f"PORT {port} cannot be used"):
        address.claim()


def test_address_is_free_again_when_its_server_has_ended(settings, port):
    settings.PORT = port
    for _ in range(2):
        with closing(address.claim()):
            pass


@pytest.mark.parametrize("host", ["no such host", "192.0.2.1"])
def test_host_that_is_not_this_machine_is_told(settings, port, host):
    settings.HOST, settings.PORT = host, port
    with pytest.raises(SystemExit, match="HOST is no address of this machine"):
        address.require_free()


def test_bad_setting_ends_the_server_itself_and_not_its_workers_again_and_again(ended):
    said = ended(*SERVER, READER_MAX_AGE="soon")
    assert said.startswith("newsroom: READER_MAX_AGE ")
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", f"postgres://someone@{NOBODY}/paper"),
        ("DATABASE_URL", f"sqlite:///{__file__}"),
        ("CACHE_URL", f"rediscache://{NOBODY}/1"),
    ],
)
def test_what_does_not_answer_ends_the_server_with_one_line(ended, port, name, value):
    said = ended(*SERVER, PORT=str(port), **{name: value})
    assert said.startswith(f"newsroom: {name} leads to a ")
    assert len(said.splitlines()) == 1


BUCKET = {
    "MEDIA_ROOT": "s3://pictures",
    "MEDIA_URL": "https://media.example.org/",
    "AWS_ENDPOINT_URL": f"http://{NOBODY}",
    "AWS_ACCESS_KEY_ID": "a",
    "AWS_SECRET_ACCESS_KEY": "b",
    "AWS_MAX_ATTEMPTS": "1",
}


def test_bucket_that_does_not_answer_ends_the_server_with_one_line(ended, port):
    said = ended(*SERVER, PORT=str(port), **BUCKET)
    assert said.startswith("newsroom: MEDIA_ROOT leads to a storage that does not answer")
    assert len(said.splitlines()) == 1


def migrate(folder):
    """Put a database there as `migrate` makes it; a copy of the tests' own, where that is a file, is made sooner."""
    if connection.vendor == "sqlite":
        own, copy = map(sqlite3.connect, (connection.settings_dict["NAME"], folder / "newsroom.sqlite3"))
        with closing(own), closing(copy):
            own.backup(copy)
        return
    environment = {"PATH": os.environ["PATH"], "DATA_DIR": str(folder)}
    subprocess.run([sys.executable, "manage.py", "migrate"], cwd=ROOT, env=environment, capture_output=True, check=True)


@pytest.mark.django_db
def test_bucket_that_does_not_answer_ends_a_command_with_one_line(ended, tmp_path):
    migrate(tmp_path / "data")
    said = ended(sys.executable, "manage.py", "make_renditions", "--sweep", **BUCKET).strip()
    assert said.startswith("newsroom: MEDIA_ROOT leads to a storage that does not answer")
    assert len(said.splitlines()) == 1


def test_server_on_a_database_that_was_never_prepared_says_what_to_run(ended, port):
    assert ended(*SERVER, PORT=str(port)) == (
        "newsroom: the database is not up to date; run: .venv/bin/python manage.py migrate\n"
    )


@pytest.mark.parametrize("command", [["publish", "1"], ["make_renditions"]])
def test_database_that_does_not_answer_ends_a_command_with_one_line(ended, command):
    said = ended(sys.executable, "manage.py", *command, DATABASE_URL=f"sqlite:///{__file__}")
    assert said.startswith("newsroom: DATABASE_URL leads to a database that does not answer")
    assert len(said.splitlines()) == 1


def test_database_that_was_never_prepared_says_what_to_run(ended):
    assert ended(sys.executable, "manage.py", "publish", "1") == (
        "newsroom: the database is not up to date; run: .venv/bin/python manage.py migrate\n"
    )
