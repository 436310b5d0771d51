"""Killing a picture by keyboard, and what stands in its place."""

import pytest
from playwright.sync_api import expect

from articles.photos.models import Kill
from tests.browser.accessibility import violations
from tests.factories import make_live

pytestmark = pytest.mark.django_db(transaction=True)


def audit(page, complaints):
    """The page so far, and what axe finds on it; axe styles parts of some pages itself, which their policy forbids."""
    assert complaints == []
    assert violations(page) == []
    complaints.clear()


def test_picture_is_killed_and_lifted_by_keyboard_alone(signed_in, live_server, photo, complaints):
    edition = make_live(headline="Ferry sails", lead_photo=photo)
    page = signed_in
    page.goto(f"{live_server.url}/admin/photos/photo/{photo.pk}/change/")
    page.get_by_role("link", name="Kill…").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="It will be gone from 3 pages")).to_be_visible()
    expect(page.get_by_label("Reason")).to_be_focused()
    audit(page, complaints)
    page.keyboard.type("Wrong person named")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("It is gone from the 3 pages, and so are its files.")
    expect(page.locator(".killed-notice")).to_contain_text("Wrong person named")
    audit(page, complaints)
    assert Kill.objects.get().completed_at
    page.goto(f"{live_server.url}/admin/")
    expect(page.get_by_role("region", name="Killed pictures")).to_contain_text("Ferry sails")
    audit(page, complaints)
    page.goto(f"{live_server.url}{edition.path}")
    expect(page.locator("img")).to_have_count(0)
    page.goto(f"{live_server.url}/admin/photos/photo/{photo.pk}/lift/")
    page.keyboard.type("It was another")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("The kill is lifted")
    page.goto(f"{live_server.url}{edition.path}")
    expect(page.locator("img").first).to_be_visible()
    assert complaints == []
