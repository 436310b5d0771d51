"""The site at a moment in a real browser, and the redirects' screen: by mouse, on a phone, on paper, for axe."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from articles import workflow
from articles.addresses import point
from articles.models import Publication
from articles.reader.moments import write
from tests.browser.accessibility import ALL, at_widths, violations, violations_by_scheme
from tests.factories import change, make_live, make_section

pytestmark = pytest.mark.django_db(transaction=True)
HOUR = timedelta(hours=1)
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def ahead():
    """A live story of which an update is scheduled."""
    Publication.objects.get_or_create(pk=1)
    edition = make_live(headline="Sails", section=make_section("Harbour"))
    change(edition.article, headline="Sails again", slug="again")
    return workflow.schedule(edition.article, timezone.now().replace(second=0, microsecond=0) + 3 * HOUR)


def test_from_the_desk_to_a_scheduled_story_and_back_to_now(signed_in, live_server, complaints, ahead):
    page = signed_in
    page.goto(live_server.url + reverse("admin:index"))
    page.get_by_role("link", name="See the site at a moment…").click()
    page.get_by_label("Day and time").fill(f"{timezone.localtime(ahead.live_from):%Y-%m-%dT%H:%M}")
    page.get_by_role("button", name="See the site").click()
    page.get_by_role("link", name="Sails again").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sails again")
    expect(page.get_by_role("complementary")).to_contain_text("The future: the site as readers will see it on")
    page.get_by_role("link", name="An hour earlier").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no such page")
    page.get_by_role("link", name="Next change").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sails again")
    page.get_by_role("link", name="Harbour", exact=True).first.click()
    page.get_by_role("link", name="Leave: the page as it is now").click()
    assert page.url == f"{live_server.url}/section/harbour/"
    expect(page.get_by_role("link", name="Sails", exact=True)).to_be_visible()
    assert [one for one in complaints if "404" not in one] == []


def test_bar_is_for_everybody_and_fits(signed_in, live_server, ahead):
    for moment in (ahead.live_from, timezone.now() - HOUR):
        signed_in.goto(f"{live_server.url}/desk/at/{write(moment)}/")
        for width in at_widths(signed_in, 320, 1280):
            assert violations_by_scheme(signed_in, rules=ALL) == [], width
            assert not signed_in.evaluate(WIDER), width


def test_paper_says_of_which_moment_it_is(signed_in, live_server, ahead):
    signed_in.goto(f"{live_server.url}/desk/at/{write(ahead.live_from)}{ahead.path}")
    signed_in.emulate_media(media="print")
    expect(signed_in.locator(".moment-bar .told")).to_be_visible()
    expect(signed_in.locator(".moment-bar form")).to_be_hidden()


def test_screens_of_redirects_and_moments_are_for_everybody(signed_in, visit, ahead, complaints):
    address = point("/old/", "/section/harbour/")
    redirects = reverse("admin:articles_address_changelist")
    paths = [redirects, f"{redirects}add/", f"{redirects}{address.pk}/change/", "/desk/at/"]
    for path in paths:
        visit(path)
        assert complaints == [], path
        assert violations(signed_in, "#content") == [], path
        complaints.clear()  # axe itself offends the policy
