"""People who work on stories."""

import pytest

from tests.articles.admin.stories import EDITOR, REPORTER, make_person


@pytest.fixture
def reporter():
    return make_person("reporter", REPORTER)


@pytest.fixture
def colleague():
    """Another reporter."""
    return make_person("colleague", REPORTER)


@pytest.fixture
def chief():
    """An editor by permissions, and no superuser."""
    return make_person("chief", EDITOR)


@pytest.fixture
def beat(client, reporter):
    """The browser in which the reporter has signed in."""
    client.force_login(reporter)
    return client
