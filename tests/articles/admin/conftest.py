"""People who work on stories."""

import pytest

from tests.articles.admin.stories import make_person


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
