"""A paper with one of each thing that has a page."""

import pytest

from tests.factories import make_author, make_live, make_photo, make_section, make_thread, make_topic


@pytest.fixture
def whole_site(db):
    """The live story of a paper in which every list holds it."""
    section, topic, author = make_section("Harbour"), make_topic("Ferry"), make_author("Ann Lee")
    subjects = {"section": section, "thread": make_thread("The ferry"), "topics": [topic], "authors": [author]}
    return make_live(headline="Sails", lead_photo=make_photo(), **subjects)
