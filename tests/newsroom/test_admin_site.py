"""What all screens of the admin have in common, Django's own and ours."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.factories import make_topic

pytestmark = pytest.mark.django_db
TOPICS = "/admin/articles/topic/"


def crumbs(response):
    return LexborHTMLParser(response.content.decode()).css_first(".breadcrumbs").text(separator=" ").split()


@pytest.mark.parametrize(
    ("address", "way"),
    [
        (TOPICS, "Desk › Topics"),
        (f"{TOPICS}add/", "Desk › Topics › Add topic"),
        (f"{TOPICS}{{pk}}/change/", "Desk › Topics › Ferry"),
        (f"{TOPICS}{{pk}}/history/", "Desk › Topics › Ferry › History"),
        (f"{TOPICS}{{pk}}/delete/", "Desk › Topics › Ferry › Delete"),
        ("/admin/articles/", "Desk › Newsroom"),
        ("/admin/settings/", "Desk › Your settings"),
        ("/admin/accounts/user/add/", "Desk › People › Invite"),
    ],
)
def test_way_to_every_screen_begins_at_the_desk(desk, address, way):
    response = desk.get(address.format(pk=make_topic("Ferry").pk))
    assert crumbs(response) == way.split()


def test_way_to_the_deletion_of_many_begins_at_the_desk(desk):
    chosen = {"action": "delete_selected", "_selected_action": [make_topic("Ferry").pk]}
    assert crumbs(desk.post(TOPICS, chosen))[:3] == ["Desk", "›", "Topics"]


def test_list_is_headed_by_what_stands_in_it(desk):
    html = LexborHTMLParser(desk.get("/admin/articles/address/").content.decode())
    assert html.css_first("h1").text(strip=True) == "Redirects"
