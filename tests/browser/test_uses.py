"""A photo editor's way through a picture's uses: its words in a story, and another picture in its place everywhere."""

import pytest
from playwright.sync_api import expect

from articles import workflow
from articles.photos.models import Photo
from articles.photos.renditions import make_renditions
from tests.browser.accessibility import at_widths, violations_by_scheme
from tests.factories import make_live, make_photo

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def story(photo):
    """A live story with a caption of its own, and the library's caption mended since."""
    article = make_live(headline="Ferry sails", lead_photo=photo, lead_caption="Off she goes.").article
    Photo.objects.filter(pk=photo.pk).update(caption="The ferry leaves at last.")
    return article


@pytest.fixture
def at(signed_in, live_server, complaints):
    """Goes to an address; in the end the browser may have complained of nothing."""

    def go(address):
        signed_in.goto(f"{live_server.url}{address}")
        return signed_in

    yield go
    assert complaints == []


def test_words_are_compared_and_kept_by_keyboard(at, story):
    page = at(f"/admin/articles/article/{story.pk}/change/")
    panel = page.get_by_role("region", name="Pictures in this story")
    expect(panel).to_contain_text("its own; the library changed since")
    panel.get_by_role("link", name="Compare with the library and choose").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Words of photo {story.lead_photo_id} in this story")
    expect(page.locator("ins").last).to_contain_text("leaves at last.")
    page.get_by_role("button", name="Keep the story’s own").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("The story keeps its own caption")
    expect(page.get_by_role("region", name="Pictures in this story")).not_to_contain_text("changed since")


def test_leaving_for_the_words_with_something_unsaved_asks_first(at, story):
    page = at(f"/admin/articles/article/{story.pk}/change/")
    expect(page.locator(".ProseMirror")).to_be_visible()
    page.locator("#id_headline").fill("Ferry sails again")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.get_by_role("link", name="Compare with the library and choose").click(no_wait_after=True)
    expect(page.locator("#id_headline")).to_have_value("Ferry sails again")
    assert asked == ["beforeunload"]


def test_picture_is_replaced_everywhere_by_one_chosen_by_sight(at, story, photo):
    other = make_photo(caption="The quay at noon.", alt="A quay")
    make_renditions(other)
    page = at(f"/admin/photos/photo/{photo.pk}/change/")
    page.get_by_role("region", name="Where used").get_by_role("link", name="Replace everywhere").click()
    page.get_by_role("button", name="Choose or upload").click()
    page.get_by_role("dialog").get_by_role("button", name="The quay at noon").click()
    expect(page.locator("input[name=new]")).to_have_value(str(other.pk))
    page.get_by_role("button", name="See what will change").click()
    plan = page.locator(".plan")
    expect(plan).to_contain_text("What will change: 1 story")
    expect(plan.locator("del")).to_have_text("Off she goes.")
    page.get_by_role("button", name=f"Replace photo {photo.pk} by photo {other.pk}").press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("in 1 story. Readers see it in 1 of them")
    assert workflow.live_edition(story).lead_photo == other


def test_screens_are_accessible_and_fit(signed_in, live_server, story, photo):
    other = make_photo()
    make_renditions(other)
    addresses = [
        f"/admin/photos/photo/{photo.pk}/change/",
        f"/admin/photos/photo/{photo.pk}/uses/?kind=live",
        f"/admin/photos/photo/{photo.pk}/replace/?new={other.pk}",
        f"/admin/photos/photo/{photo.pk}/everywhere/caption/",
        f"/admin/photos/photo/{photo.pk}/delete/",
        f"/admin/articles/article/{story.pk}/words/{photo.pk}/",
    ]
    page = signed_in
    for address in addresses:
        page.goto(f"{live_server.url}{address}")
        for width in at_widths(page, 390, 1280):
            assert violations_by_scheme(page) == [], (address, width)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (address, width)
    page.goto(f"{live_server.url}/admin/articles/article/{story.pk}/change/")
    for width in at_widths(page, 390, 1280):
        assert violations_by_scheme(page, ".story-pictures") == [], width
