"""What the tests of stories and of pictures share."""

import pytest
import time_machine
from django.contrib.auth.models import Permission

from articles import kills
from tests.articles.noon import NOON
from tests.factories import make_photo


@pytest.fixture
def staff(client, django_user_model):
    """Someone of the staff, with the named permissions."""

    def with_permissions(*names):
        user = django_user_model.objects.create_user("reporter", password="a long password", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=names))
        client.force_login(user)
        return client

    return with_permissions


@pytest.fixture
def killed_now(django_capture_on_commit_callbacks):
    """Kill, or lift, and do what follows the commit."""

    def do(photo, reason="Wrong person named", by=None, what=kills.kill):
        with django_capture_on_commit_callbacks(execute=True):
            return what(photo, reason, by)

    return do


@pytest.fixture
def old():
    return make_photo(caption="The old one.")


@pytest.fixture
def new():
    return make_photo(caption="The new one.")


@pytest.fixture
def clock(settings):
    """The clock stands at NOON, in UTC, until a test moves it."""
    settings.TIME_ZONE = "UTC"
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def at_noon(clock):
    """For a test that never moves it."""
