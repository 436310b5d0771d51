"""What every test has: its own media folder, quick passwords, plain static files, and a paper with a name."""

import hashlib

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import TestCase, TransactionTestCase
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from articles import search
from articles.photos import renditions
from articles.photos.renditions import ENCODERS
from tests import factories

# How long an example takes tells of the machine, not of the code.
hypothesis_settings.register_profile("newsroom", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("newsroom")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Who flushes the database comes last, wherever pytest put it for the sake of a fixture that it shares.

    What migrations put there, houses and licences, is gone after that; so workers are given the tests in this order.
    """
    items.sort(key=_flushes)


def _flushes(item) -> bool:
    own = getattr(item, "cls", None)
    marker = item.get_closest_marker("django_db")
    return (
        bool(marker and marker.kwargs.get("transaction"))
        or bool({"transactional_db", "live_server"} & set(item.fixturenames))
        or bool(own and issubclass(own, TransactionTestCase) and not issubclass(own, TestCase))
    )


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory):
    """SQLite in a file, not in memory: there the live server's threads would all share the tests' one connection."""
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    # None is collected here: each test's own client would look at each file that `make run` has collected.
    settings.STATIC_ROOT = tmp_path / "static"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    # One prefix a test: the cache is shared with the tests that run beside this one, so it is never cleared.
    settings.CACHES = {"default": settings.CACHES["default"] | {"KEY_PREFIX": tmp_path.as_posix()}}


@pytest.fixture(autouse=True)
def _own_sample():
    """How rare words are in the stories of one test says nothing of the next."""
    search.forget_sample()


@pytest.fixture(autouse=True)
def _quick_encoders(monkeypatch):
    """Readers' files as the site makes them, but in haste: no test measures how small they are."""
    monkeypatch.setitem(ENCODERS["avif"], "speed", 10)
    monkeypatch.setitem(ENCODERS["webp"], "method", 0)
    monkeypatch.setitem(ENCODERS["jpg"], "optimize", False)


@pytest.fixture(scope="session")
def encoded_before():
    """Encoded pictures by the pixels and the encoder's settings that they were made from."""
    return {}


@pytest.fixture(autouse=True)
def _encoded_once(_quick_encoders, encoded_before, monkeypatch):
    """Most tests' photos are the same few pictures: none is encoded twice, and each file is what it would be."""
    factories.begin_colours_anew()
    encode = renditions._encoded

    def encoded(image, extension):
        key = hashlib.sha256(image.tobytes()).digest(), image.mode, image.size, repr((image.info, ENCODERS[extension]))
        if key not in encoded_before:
            encoded_before[key] = encode(image, extension)
        return encoded_before[key]

    monkeypatch.setattr(renditions, "_encoded", encoded)


REPORTERS = ["articles.add_article", "articles.change_article", "articles.view_article", "photos.view_photo"]


def with_permissions(user, *names):
    """The user, who may do what the permissions (`app.codename`) say."""
    for name in names:
        app, codename = name.split(".")
        user.user_permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))
    return type(user).objects.get(pk=user.pk)


@pytest.fixture
def editor(django_user_model):
    """Someone who may do everything."""
    return django_user_model.objects.create_superuser("editor", "editor@example.org", "a long password")


@pytest.fixture
def desk(client, editor):
    """A browser in which the editor has signed in."""
    client.force_login(editor)
    return client


@pytest.fixture
def reporter(django_user_model):
    """Someone who writes stories of their own and publishes none."""
    return with_permissions(django_user_model.objects.create_user("reporter", is_staff=True), *REPORTERS)
