"""Publishing in the browser: from the form to the publish screen and back, and what a picture lacks."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles import workflow
from articles.models import Edition
from tests.factories import change, make_photo

pytestmark = pytest.mark.django_db(transaction=True)


def check(surface):
    """Press the button that leads to the publish screen; what the check says there."""
    surface.page.get_by_role("button", name="Publish…").click()
    expect(surface.page.get_by_role("heading", name="Publish", exact=True)).to_be_visible()
    return surface.page.locator(".publish-check")


@pytest.mark.parametrize(
    ("link", "place"),
    [
        ("Go to the text", ".ProseMirror"),
        ("Go to the lead picture", ".photo-field button >> nth=0"),
        ("Go to the related stories", "#related_links-group .add-row a"),
        ("Go to the section", "#id_section"),
    ],
)
def test_links_of_the_check_lead_to_their_fields(surface, link, place):
    surface.open("", lead_photo=make_photo(alt="", with_file=False))
    check(surface).get_by_role("link", name=link).click()
    expect(surface.page.locator(place)).to_be_focused()


def test_problem_of_a_photo_leads_to_its_place_in_the_text(surface):
    photo = make_photo(alt="", with_file=False)
    surface.open(f'<p>One.</p><figure data-photo="{photo.pk}"></figure>')
    check(surface).get_by_role("link", name="Go to it in the text").click()
    expect(surface.node("photo").get_by_label("Alt text for this use")).to_be_focused()


def test_note_of_a_refused_save_leads_to_its_fields(surface):
    surface.open().after("One.")
    surface.page.fill("#id_headline", "")
    surface.page.locator("summary", has_text="Address, place and language").click()
    surface.page.fill("#id_slug", "no slug")
    surface.page.get_by_role("button", name="Publish…").click()
    note = surface.page.locator(".errornote")
    note.get_by_role("link", name="Slug").click()
    expect(surface.page.locator("#id_slug")).to_be_focused()
    note.get_by_role("link", name="Headline").click()
    expect(surface.page.locator("#id_headline")).to_be_focused()


def test_two_keys_publish_what_was_typed(surface):
    surface.open().after("One.")
    surface.page.keyboard.type(" Two.")
    surface.page.keyboard.press("Control+Shift+Enter")
    expect(surface.page.get_by_role("button", name="Publish now")).to_be_focused()
    surface.page.keyboard.press("Enter")
    expect(surface.page.locator(".standing")).to_contain_text("Readers see revision 2")
    assert Edition.objects.live().get().revision.content["body"] == "<p>One. Two.</p>"


def test_given_time_schedules_and_a_refused_one_survives(surface):
    surface.open()
    check(surface)
    moment = surface.page.get_by_label("Day and time")
    for typed, said in [("2020-01-01T10:00", "is past"), ("2999-01-01T10:00", "more than ten years ahead")]:
        moment.fill(typed)
        with surface.page.expect_navigation():
            moment.press("Enter")
        expect(surface.page.locator(".when .errorlist")).to_contain_text(said)
        expect(moment).to_have_value(typed)
    moment.fill("2030-01-01T10:00")
    surface.page.get_by_role("button", name="Schedule", exact=True).click()
    expect(surface.page.locator(".messagelist .success")).to_contain_text("1 January 2030, 10:00")
    assert Edition.objects.get().article == surface.article


def test_alt_text_of_the_use_is_what_the_lead_picture_lacked(surface):
    surface.open(lead_photo=make_photo(alt=""))
    lacks = surface.page.locator(".photo-field .lacks")
    expect(lacks).to_contain_text("it lacks alt text")
    surface.page.get_by_label("Alt text for this use").first.fill("A ferry")
    expect(lacks).to_have_count(0)
    surface.save()
    expect(surface.page.locator(".photo-field .credit")).to_be_visible()
    expect(lacks).to_have_count(0)


def test_picture_of_an_advertisement_is_chosen_by_sight(signed_in, live_server, photo, complaints):
    signed_in.goto(live_server.url + reverse("admin:sponsors_placement_add"))
    field = signed_in.get_by_role("group", name="Picture", exact=True)
    field.get_by_role("button", name="Choose or upload").click()
    signed_in.locator(".photo-card").click()
    expect(field.locator("img")).to_be_visible()
    assert signed_in.input_value("#id_picture") == str(photo.pk)
    assert complaints == []


def test_refused_advertisement_leads_to_its_faulty_field(signed_in, live_server):
    signed_in.goto(live_server.url + reverse("admin:sponsors_placement_add"))
    signed_in.fill("#id_advertiser", "Ropes Ltd")
    signed_in.evaluate("document.querySelector('.change-form #content-main > form').noValidate = true")
    signed_in.get_by_role("button", name="Save", exact=True).click()
    expect(signed_in.locator(".errornote")).not_to_contain_text(".Say")  # two sentences on one field
    first = signed_in.locator(".errornote a").first.get_attribute("href")
    expect(signed_in.locator(first)).to_be_focused()
    expect(signed_in.locator("#id_advertiser")).to_have_value("Ropes Ltd")


def test_sign_in_by_keyboard(page, live_server, editor):
    page.goto(live_server.url + reverse("admin:index"))
    expect(page.locator("[name=login]")).to_be_focused()
    page.keyboard.type("editor")
    page.keyboard.press("Tab")
    page.keyboard.type("a long password")
    page.keyboard.press("Enter")
    expect(page).to_have_url(live_server.url + reverse("admin:index"))  # the page to sign in names it in its own
    expect(page.locator("#content h1").first).to_be_visible()


def test_word_without_end_does_not_scroll_the_screen_sideways(surface):
    surface.open("<p>One.</p>", headline="x" * 100, slug="x" * 100)
    check(surface)
    surface.page.set_viewport_size({"width": 390, "height": 900})
    assert surface.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_link_after_publishing_leads_to_the_new_page_in_a_browser_that_holds_the_old_one(surface, settings):
    settings.READER_MAX_AGE = 60
    surface.open("<p>One.</p>")
    path = workflow.publish(surface.article).path
    surface.page.goto(surface.live_server.url + path)
    change(surface.article, headline="Ferry stays")
    surface.page.goto(surface.live_server.url + reverse("admin:articles_article_publish", args=[surface.article.pk]))
    with surface.page.expect_response(lambda response: response.url.endswith(path)):
        surface.page.get_by_role("button", name="Publish now").click()
    surface.page.locator(".messagelist").get_by_role("link", name=path).click()
    expect(surface.page.get_by_role("heading", name="Ferry stays")).to_be_visible()
