"""What every test has: its own media folder, quick passwords, plain static files, and a paper with a name."""

import pytest
from django.db import connection

from articles.photos.renditions import ENCODERS
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings


@pytest.fixture(scope="session")
from tests import factories

# How long an example takes tells of the machine, not of the code.
hypothesis_settings.register_profile("newsroom", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("newsroom")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory):
    """SQLite in a file, not in memory: there the live server's threads would all share the tests' one connection."""
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    # One prefix a test: the cache is shared with the tests that run beside this one, so it is never cleared.
    settings.CACHES = {"default": settings.CACHES["default"] | {"KEY_PREFIX": tmp_path.as_posix()}}


@pytest.fixture(autouse=True)
def _quick_encoders(monkeypatch):
    """Readers' files as the site makes them, but in haste: no test measures how small they are."""
    monkeypatch.setitem(ENCODERS["avif"], "speed", 10)
    monkeypatch.setitem(ENCODERS["webp"], "method", 0)
    monkeypatch.setitem(ENCODERS["jpg"], "optimize", False)


@pytest.fixture
def editor(django_user_model):
    """Someone who may do everything."""
    return django_user_model.objects.create_superuser("editor", "editor@example.org", "a long password")


@pytest.fixture
def desk(client, editor):
    """A browser in which the editor has signed in."""
    client.force_login(editor)
    return client
