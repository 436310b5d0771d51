"""What every test has: its own media folder, quick passwords, plain static files, and a paper with a name."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    yield
    cache.clear()


@pytest.fixture
def editor(django_user_model):
    """Someone who may do everything."""
    return django_user_model.objects.create_superuser("editor", "editor@example.org", "a long password")


@pytest.fixture
def desk(client, editor):
    """A browser in which the editor has signed in."""
    client.force_login(editor)
    return client
