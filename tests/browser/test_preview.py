"""The preview beside a story's form, and the page that a guest gets by a link."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from articles import workflow
from tests.browser.accessibility import violations_by_scheme
from tests.factories import make_article

pytestmark = pytest.mark.django_db(transaction=True)


def in_frame(surface, name="desk"):
    return surface.page.frame_locator(f'[data-frame="{name}"] iframe')


@pytest.fixture
def previewed(surface):
    """The form of a story of some paragraphs, with the preview open beside it."""
    surface.page.set_viewport_size({"width": 1440, "height": 900})
    surface.open("<p>One.</p>" + "<p>More words.</p>" * 30, headline="Ferry sails")
    surface.page.get_by_role("button", name="Preview", exact=True).click()
    expect(in_frame(surface).locator("h1")).to_have_text("Ferry sails")
    return surface


def test_both_widths_follow_what_is_typed(previewed):
    previewed.after("One.")
    previewed.page.keyboard.type(" Two.")
    for name in ("desk", "phone"):
        expect(in_frame(previewed, name).locator(".story-body p").first).to_have_text("One. Two.")
    expect(previewed.page.locator("[data-preview-state]")).to_contain_text("As typed at")


def test_page_stays_where_it_was_scrolled(previewed):
    """Only what differs is brought into the page."""
    body = in_frame(previewed, "phone").locator("body")
    body.evaluate("() => scrollTo(0, 300)")
    in_frame(previewed, "phone").locator(".story-body p").last.evaluate("dom => dom.isTheSame = true")
    previewed.page.fill("#id_headline", "Ferry stays")
    expect(in_frame(previewed, "phone").locator("h1")).to_have_text("Ferry stays")
    assert body.evaluate("() => scrollY") == 300
    assert in_frame(previewed, "phone").locator(".story-body p").last.evaluate("dom => dom.isTheSame")


def test_paragraphs_that_come_and_go_are_followed(previewed):
    previewed.after("One.")
    previewed.press("Enter")
    previewed.page.keyboard.type("New.")
    paragraphs = in_frame(previewed).locator(".story-body p")
    expect(paragraphs.nth(1)).to_have_text("New.")
    assert paragraphs.count() == 32
    previewed.press("Control+z")
    expect(paragraphs.nth(1)).not_to_have_text("New.")


def test_two_keys_open_and_close_it_and_typing_goes_on(surface):
    surface.open(headline="Ferry sails").after("One.")
    surface.press("Control+Alt+p")
    expect(in_frame(surface, "phone").locator("h1")).to_have_text("Ferry sails")
    surface.page.keyboard.type(" Two.")
    expect(in_frame(surface, "phone").locator(".story-body p")).to_have_text("One. Two.")
    surface.press("Control+Alt+p")
    expect(surface.page.locator("[data-preview-pane]")).to_be_hidden()
    expect(surface.text).to_be_focused()


def test_closed_it_gives_the_focus_back_to_its_button(previewed):
    previewed.page.get_by_role("button", name="Back to the form").focus()
    previewed.press("Escape")
    expect(previewed.page.get_by_role("button", name="Preview", exact=True)).to_be_focused()


def test_chosen_width_is_kept_in_the_browser(previewed):
    page = previewed.page
    page.get_by_role("button", name="Phone", exact=True).click()
    page.reload()
    page.get_by_role("button", name="Preview", exact=True).click()
    expect(page.locator('[data-frame="phone"]')).to_be_visible()
    expect(page.locator('[data-frame="desk"]')).to_be_hidden()


def test_preview_says_when_it_is_not_up_to_date(previewed):
    page = previewed.page
    page.context.set_offline(True)
    previewed.expected += [
        "Failed to load resource: net::ERR_INTERNET_DISCONNECTED",
        f"failed: {page.url.replace('/change/', '/autosave/')}",
    ]
    page.fill("#id_headline", "Ferry stays")
    expect(page.locator("[data-preview-state]")).to_contain_text("Not up to date")
    page.context.set_offline(False)
    expect(in_frame(previewed).locator("h1")).to_have_text("Ferry stays", timeout=15_000)


def test_story_that_was_never_saved_is_previewed(signed_in, live_server, complaints):
    signed_in.goto(live_server.url + reverse("admin:articles_article_add"))
    signed_in.get_by_label("Headline:").first.fill("Begun")
    signed_in.get_by_role("button", name="Preview", exact=True).click()
    expect(signed_in.frame_locator('[data-frame="phone"] iframe').locator("h1")).to_have_text("Begun")
    assert complaints == [] or all("404" in complaint for complaint in complaints)


def test_preview_is_accessible(signed_in, live_server):
    page = signed_in
    page.goto(live_server.url + reverse("admin:articles_article_change", args=[make_article("Ferry sails").pk]))
    page.get_by_role("button", name="Preview", exact=True).click()
    expect(page.frame_locator('[data-frame="phone"] iframe').locator("h1")).to_have_text("Ferry sails")
    assert violations_by_scheme(page, "#preview-pane") == []


def test_guests_page_and_the_screen_of_its_links_are_accessible(signed_in, editor, live_server):
    page, story = signed_in, make_article()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    workflow.set_embargo(story, timezone.now() + timedelta(days=1))
    link = workflow.share(story, "The lawyer", timezone.now() + timedelta(days=1), editor)
    page.goto(live_server.url + reverse("admin:articles_article_preview_links", args=[story.pk]))
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == link.address
    assert violations_by_scheme(page) == []
    page.goto(live_server.url + link.get_absolute_url())
    expect(page.locator(".moment-bar")).to_contain_text("Embargo until")
    assert violations_by_scheme(page) == []
