"""The list of people."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from selectolax.lexbor import LexborHTMLParser

pytestmark = pytest.mark.django_db


def test_list_of_people_asks_as_much_of_30_as_of_3(desk, person, django_assert_num_queries):
    person("ann", "Reporters")
    with CaptureQueriesContext(connection) as few:
        desk.get("/admin/accounts/user/")
    for number in range(30):
        person(f"p{number}", "Reporters")
    with django_assert_num_queries(len(few)):
        desk.get("/admin/accounts/user/")


def test_people_without_a_role_are_found_by_a_word(desk):
    html = LexborHTMLParser(desk.get("/admin/accounts/user/").content.decode())
    link = html.css_first('#changelist-filter a[href="?groups__isnull=True"]')
    assert link.text(strip=True) == "none"
