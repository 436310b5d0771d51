"""People who work on stories, and two stories that readers see."""

import pytest

from tests.articles.admin.stories import make_person
from tests.factories import make_live


@pytest.fixture
def reporter():
    return make_person("reporter", "Reporters")


@pytest.fixture
def colleague():
    """Another reporter."""
    return make_person("colleague", "Reporters")


@pytest.fixture
def chief():
    """An editor by role, and no superuser."""
    return make_person("chief", "Editors")


@pytest.fixture
def beat(client, reporter):
    """The browser in which the reporter has signed in."""
    client.force_login(reporter)
    return client


@pytest.fixture
def other(client, chief):
    """The browser of another editor."""
    browser = type(client)()
    browser.force_login(chief)
    return browser


@pytest.fixture
def ferry():
    return make_live(headline="Ferry sails").article


@pytest.fixture
def gulls():
    return make_live(headline="Gulls return").article
