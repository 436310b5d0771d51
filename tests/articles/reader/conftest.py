"""A paper with one of each thing that has a page."""

import pytest

from tests.factories import make_author, make_live, make_photo, make_section, make_topic


@pytest.fixture
def whole_site(db):
    """The live story of a paper in which every list holds it."""
    section, topic, author = make_section("Harbour"), make_topic("Ferry"), make_author("Ann Lee")
    return make_live(headline="Sails", section=section, topics=[topic], authors=[author], lead_photo=make_photo())
