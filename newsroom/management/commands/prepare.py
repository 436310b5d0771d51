"""`manage.py prepare`: all that `make run` needs before the server starts; quick when it is there already."""

import fcntl
import secrets
from contextlib import contextmanager

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection

from articles.demo import load
from newsroom import address, answering
from newsroom.accounts.models import User
from newsroom.environment import read

FIRST_ACCOUNT = "editor"


class Command(BaseCommand):
    help = "Prepare a site on this machine: database, demonstration content, first account, static files."
    requires_migrations_checks = False

    def handle(self, **options):
        address.require_free()
        answering.require_database()
        answering.require_cache()
        answering.require_media()
        with _alone():
            self._prepare()
            account = _first_account()
        self.stdout.write(f"\n  The site    {settings.SITE_URL}/\n  The admin   {settings.SITE_URL}/admin/")
        self.stdout.write(f"  Sign in     {account}\n\nCtrl+C stops it.\n")

    def _prepare(self):
        call_command("migrate", verbosity=0)
        if load.is_empty() and read("DEMO", "bool", True):
            self.stdout.write("Making the demonstration paper (once, under a minute) …")
            call_command("demo", stdout=self.stdout)
        _analyse()
        call_command("collectstatic", verbosity=0, interactive=False)


@contextmanager
def _alone():
    """Wait until no other process prepares this site."""
    with (settings.DATA_DIR / "prepare.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _analyse() -> None:
    """Tell SQLite how its tables look, so that lists of a few stories do not read a whole topic first.

    Of the editions all: most have no end, and a sample, which takes the earliest ends, does not show that. The front
    would sort every story that readers see for the newest of them.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit=1000")
            cursor.execute("ANALYZE")
            cursor.execute("PRAGMA analysis_limit=0")
            cursor.execute("ANALYZE articles_edition")


def _first_account() -> str:
    """How to sign in; makes the first account, whose password is kept in a file of its owner's only."""
    path = settings.DATA_DIR / "first_password"
    if not User.objects.exists():
        password = secrets.token_urlsafe(9)
        path.touch(mode=0o600)
        path.write_text(password)  # first: an account whose password nobody was told would stay in the way
        User.objects.create_superuser(FIRST_ACCOUNT, password=password)
    if path.exists() and _is_right(password := path.read_text()):
        return f"as {FIRST_ACCOUNT}, with the password {password}"
    return "with your own account (a new one: .venv/bin/python manage.py createsuperuser)"


def _is_right(password: str) -> bool:
    first = User.objects.filter(username=FIRST_ACCOUNT).first()
    return bool(first and first.is_active and first.check_password(password))
