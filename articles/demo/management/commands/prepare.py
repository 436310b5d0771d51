"""`manage.py prepare`: all that `make run` needs before the server starts; quick when it is there already."""

import os
import secrets
import socket
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from articles.demo import load
from newsroom.accounts.models import User

FIRST_ACCOUNT = "editor"


class Command(BaseCommand):
    help = "Prepare a site on this machine: database, demonstration content, first account, static files."
    requires_migrations_checks = False

    def handle(self, **options):
        address = urlsplit(settings.SITE_URL)
        port = int(os.environ.get("PORT", address.port or 8000))
        _require_free(port)
        call_command("migrate", verbosity=0)
        if load.is_empty() and os.environ.get("DEMO") != "no":
            self.stdout.write("Making the demonstration paper (once, under a minute) …")
            call_command("demo", stdout=self.stdout)
        _analyse()
        call_command("collectstatic", verbosity=0, interactive=False)
        self.stdout.write(f"\n  The site    {settings.SITE_URL}/\n  The admin   {settings.SITE_URL}/admin/")
        self.stdout.write(f"  Sign in     {_first_account()}\n\nCtrl+C stops it.\n")


def _analyse() -> None:
    """Tell SQLite how its tables look, so that lists of a few stories do not read a whole topic first."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit=1000")
            cursor.execute("ANALYZE")


def _require_free(port: int) -> None:
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("127.0.0.1", port))
        except OSError as error:
            raise CommandError(
                f"port {port} cannot be used ({error.strerror}); choose another: make run PORT={port + 1}"
            ) from None


def _first_account() -> str:
    """How to sign in; makes the first account, whose password is kept in a file of its owner's only."""
    path = settings.DATA_DIR / "first_password"
    if not User.objects.exists():
        password = secrets.token_urlsafe(9)
        User.objects.create_superuser(FIRST_ACCOUNT, password=password)
        path.touch(mode=0o600)
        path.write_text(password)
    if path.exists() and _is_right(password := path.read_text()):
        return f"as {FIRST_ACCOUNT}, with the password {password}"
    return "with your own account (a new one: .venv/bin/python manage.py createsuperuser)"


def _is_right(password: str) -> bool:
    first = User.objects.filter(username=FIRST_ACCOUNT).first()
    return bool(first and first.is_active and first.check_password(password))
