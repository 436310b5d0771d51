"""`manage.py prepare`: what `make run` does before the server starts."""

import io
import socket

import pytest
from django.core.management import call_command

from articles.demo import load
from articles.models import Article
from newsroom.accounts.models import User
from newsroom.management.commands import prepare
from tests.factories import make_section

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_site(settings, tmp_path, monkeypatch):
    """A folder and a port of its own, and no static files to collect."""
    settings.DATA_DIR = tmp_path
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        settings.PORT = free.getsockname()[1]
    real = call_command
    without = {"collectstatic", "migrate"}
    monkeypatch.setattr(
        prepare, "call_command", lambda name, **options: None if name in without else real(name, **options)
    )


@pytest.fixture
def made(monkeypatch):
    """How often the demonstration was made."""
    calls = []
    monkeypatch.setattr(load, "make_paper", lambda progress: calls.append(1) or (1, 1))
    return calls


def run():
    out = io.StringIO()
    call_command("prepare", stdout=out)
    return out.getvalue()


def test_empty_site_gets_the_demonstration(made):
    run()
    assert made


def test_site_that_somebody_began_is_kept(made):
    make_section()
    run()
    assert not made


def test_demonstration_can_be_declined(made, monkeypatch):
    monkeypatch.setenv("DEMO", "no")
    run()
    assert not made
    assert not Article.objects.exists()


def test_first_account_can_sign_in_with_the_password_that_is_told(made, settings, client):
    password = (told := run()).partition("with the password ")[2].split()[0]
    assert client.login(username="editor", password=password), told
    assert (settings.DATA_DIR / "first_password").stat().st_mode & 0o077 == 0


def test_own_accounts_are_left_alone(made, editor):
    assert "with your own account" in run()
    assert User.objects.count() == 1


def test_taken_port_is_told_before_anything_is_made(made, settings):
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)  # as gunicorn's workers have it
        taken.bind(("127.0.0.1", settings.PORT))
        taken.listen()
        with pytest.raises(SystemExit, match=f"PORT {settings.PORT} cannot be used .* make run PORT="):
            run()
    assert not made
