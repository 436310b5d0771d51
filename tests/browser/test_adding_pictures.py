"""Bringing pictures to the library in a real browser: many at once, by keyboard alone, when something breaks."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.photos.models import Photo
from tests.articles.photos.pictures import encoded, scene
from tests.browser.accessibility import violations
from tests.browser.tray import choose, expect_outcome, outcome, row

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def page_for_adding(signed_in, live_server):
    signed_in.goto(live_server.url + reverse("admin:photos_photo_bring"))
    return signed_in


@pytest.fixture
def adding(page_for_adding, complaints):
    """The library's page; in the end the browser may have complained of nothing."""
    yield page_for_adding
    assert complaints == []


def test_many_at_once_and_one_bad_file_stops_none(adding, pictures):
    body = adding.locator("body")
    choose(body, pictures("quay.jpg"))
    expect_outcome(body, "quay.jpg", "In the library")
    choose(body, pictures("torn.jpg", "copy.jpg", "boats.jpg", "gulls.png"))
    expect_outcome(body, "torn.jpg", "Refused")
    expect_outcome(body, "copy.jpg", "We have this picture")
    expect_outcome(body, "boats.jpg", "In the library")
    expect_outcome(body, "gulls.png", "In the library")
    expect(row(body, "torn.jpg")).to_contain_text("breaks off before the picture’s end")
    boats = row(body, "boats.jpg")
    expect(boats.get_by_label("Caption")).to_have_value("Boats on Friday.")
    expect(boats.get_by_label("Credit")).to_have_value("Maren Holt / AFP")
    expect(adding.locator(".tray-status")).to_have_text("In the library: 3 · We had already: 1 · Refused: 1.")
    boats.get_by_label("Alt text").fill("Boats on Friday")
    expect(boats.locator("[data-warning]")).to_contain_text("repeats the caption")
    row(body, "gulls.png").get_by_label("Credit").fill("Ann Lee / Reuters")
    expect(row(body, "gulls.png").locator("[data-reading]")).to_have_text("Read as: by Ann Lee · agency Reuters")
    adding.get_by_role("button", name="Save all").click()
    expect(boats.locator("[data-saved]")).to_have_text("Saved.")
    expect(row(body, "gulls.png").locator("[data-saved]")).to_contain_text("it lacks alt text")
    assert sorted(Photo.objects.values_list("alt", "credit_line")) == [
        ("", ""), ("", "Ann Lee / Reuters"), ("Boats on Friday", "Maren Holt / AFP"),
    ]  # fmt: skip


def test_an_error_stands_by_its_field_and_nothing_typed_is_lost(adding, pictures):
    choose(adding.locator("body"), pictures("quay.jpg"))
    expect_outcome(adding.locator("body"), "quay.jpg", "In the library")
    alt = adding.get_by_label("Alt text")
    alt.fill("A quay")
    adding.get_by_label("Caption").evaluate("dom => dom.removeAttribute('maxlength')")
    adding.get_by_label("Caption").fill("x" * 2001)
    adding.get_by_role("button", name="Save", exact=True).click()
    expect(adding.locator("[data-error]").first).to_contain_text("at most 2000 characters")
    expect(adding.get_by_label("Caption")).to_be_focused()
    expect(alt).to_have_value("A quay")
    adding.get_by_label("Caption").fill("A quay at dawn.")
    adding.keyboard.press("Control+Enter")
    expect(adding.locator("[data-saved]")).to_contain_text("Saved.")
    assert Photo.objects.get().caption == "A quay at dawn."


def test_the_library_by_keyboard_alone(adding, pictures):
    chosen = pictures("quay.jpg", "gulls.png")
    adding.on("filechooser", lambda dialog: dialog.set_files(chosen))  # listens before the key opens it
    field = adding.get_by_label("Choose pictures")
    for _ in range(40):
        if field.evaluate("dom => dom === document.activeElement"):
            break
        adding.keyboard.press("Tab")
    adding.keyboard.press("Enter")
    body = adding.locator("body")
    for name in ("quay.jpg", "gulls.png"):
        expect_outcome(body, name, "In the library")
    first, second = (row(body, name).get_by_label("Alt text") for name in ("quay.jpg", "gulls.png"))
    expect(first).to_be_focused()
    adding.keyboard.type("A quay")
    adding.keyboard.press("Tab")
    adding.keyboard.type("Ann Lee")
    adding.keyboard.press("Tab")
    adding.keyboard.type("Staff")
    adding.keyboard.press("Control+Enter")
    expect(second).to_be_focused()
    expect(row(body, "quay.jpg").locator("[data-saved]")).to_have_text("Saved.")
    adding.keyboard.type("Gulls")
    adding.keyboard.press("Control+s")
    expect(row(body, "gulls.png").locator("[data-saved]")).to_contain_text("Saved.")
    photo = Photo.objects.get(alt="A quay")
    assert photo.creators == ["Ann Lee"]


def test_a_double_gives_way_to_the_one_that_the_library_has(adding, pictures):
    body = adding.locator("body")
    choose(body, pictures("quay.jpg"))
    expect_outcome(body, "quay.jpg", "In the library")
    choose(body, pictures("small.jpg"))
    expect_outcome(body, "small.jpg", "In the library")
    alike = row(body, "small.jpg").locator("[data-alike]")
    expect(alike.locator("img")).to_be_visible()
    alike.get_by_role("button", name="Use that one").click()
    expect(row(body, "small.jpg")).to_contain_text("is used instead")
    assert Photo.objects.count() == 1
    choose(body, pictures("small.jpg"))
    expect(outcome(body, "small.jpg").nth(1)).to_contain_text("In the library", timeout=60_000)
    row(body, "small.jpg").nth(1).get_by_role("button", name="Keep both").click()
    expect(row(body, "small.jpg").nth(1).get_by_label("Alt text")).to_be_focused()
    assert Photo.objects.count() == 2


def test_what_did_not_arrive_is_tried_again(page_for_adding, pictures):
    page, body = page_for_adding, page_for_adding.locator("body")
    page.route("**/pictures/", lambda route: route.abort("connectionreset"), times=1)
    choose(body, pictures("quay.jpg"))
    expect(outcome(body, "quay.jpg")).to_have_text("Did not arrive")
    page.get_by_role("button", name="Try again").click()
    expect_outcome(body, "quay.jpg", "In the library")


def test_who_is_signed_out_meanwhile_is_told_and_loses_nothing(page_for_adding, pictures, editor):
    page, body = page_for_adding, page_for_adding.locator("body")
    session = page.context.cookies()
    page.context.clear_cookies(name="sessionid")
    choose(body, pictures("quay.jpg"))
    expect(row(body, "quay.jpg")).to_contain_text("You are signed out")
    page.context.add_cookies(session)
    page.get_by_role("button", name="Try again").click()
    expect_outcome(body, "quay.jpg", "In the library")


def test_a_file_over_the_limit_is_not_even_sent(signed_in, live_server, settings, pictures, complaints):
    settings.PHOTO_MAX_BYTES = 10
    signed_in.goto(live_server.url + reverse("admin:photos_photo_bring"))
    signed_in.route("**/pictures/", lambda route: route.abort())
    choose(signed_in.locator("body"), pictures("quay.jpg"))
    expect(row(signed_in.locator("body"), "quay.jpg")).to_contain_text("Save a smaller one.")
    assert complaints == []


def test_leaving_with_something_unsaved_asks_first(adding, pictures):
    choose(adding.locator("body"), pictures("quay.jpg"))
    expect_outcome(adding.locator("body"), "quay.jpg", "In the library")
    alt = adding.get_by_label("Alt text")
    alt.click()
    adding.keyboard.type("A quay")
    asked = []
    adding.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    adding.reload()
    assert asked == ["beforeunload"]
    adding.get_by_label("Choose pictures").click(trial=True)
    adding.reload()
    assert asked == ["beforeunload"]


DROP = """async (dom, bytes) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(bytes)], "dropped.png", {type: "image/png"}));
    for (const type of ["dragover", "drop"]) {
        dom.dispatchEvent(new DragEvent(type, {dataTransfer, bubbles: true, cancelable: true}));
    }
}"""


def test_files_dropped_on_the_list_are_taken_there(signed_in, live_server, complaints):
    signed_in.goto(live_server.url + reverse("admin:photos_photo_changelist"))
    expect(signed_in.get_by_role("link", name="Add pictures")).to_be_visible()
    signed_in.locator("#changelist").evaluate(DROP, list(encoded(scene(5, 90, 60), "PNG")))
    expect_outcome(signed_in.locator("body"), "dropped.png", "In the library")
    assert complaints == []


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_while_pictures_are_brought(page_for_adding, pictures, scheme, width):
    page, body = page_for_adding, page_for_adding.locator("body")
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 4000})
    choose(body, pictures("quay.jpg"))
    expect_outcome(body, "quay.jpg", "In the library")
    choose(body, pictures("boats.jpg", "copy.jpg", "small.jpg", "torn.jpg"))
    for name, words in {
        "boats.jpg": "In the",
        "copy.jpg": "We have",
        "small.jpg": "In the",
        "torn.jpg": "Refused",
    }.items():
        expect_outcome(body, name, words)
    expect(row(body, "small.jpg").locator("[data-alike] img")).to_be_visible()
    row(body, "boats.jpg").get_by_label("Alt text").fill("Boats on Friday")
    expect(row(body, "boats.jpg").locator("[data-warning]")).to_contain_text("repeats")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []


def test_without_script_a_plain_form_takes_several(signed_in, live_server, pictures, browser):
    context = browser.new_context(java_script_enabled=False, storage_state=signed_in.context.storage_state())
    page = context.new_page()
    page.goto(live_server.url + reverse("admin:photos_photo_bring"))
    choose(page.locator("body"), pictures("boats.jpg", "torn.jpg", "quay.jpg"))
    page.get_by_role("button", name="Add them").click()
    expect(page.locator("[data-row]")).to_have_count(3)
    row(page.locator("body"), "boats.jpg").get_by_label("Alt text").fill("Three boats")
    row(page.locator("body"), "quay.jpg").get_by_label("Alt text").fill("A quay")
    page.get_by_role("button", name="Save all").click()
    expect(page.get_by_text("Saved.")).to_have_count(2)
    assert set(Photo.objects.values_list("alt", flat=True)) == {"Three boats", "A quay"}
    context.close()


def test_work_begins_where_something_is_left_to_fill_in(adding, pictures):
    """Whatever was refused, or brought all its words, before it."""
    body = adding.locator("body")
    choose(body, pictures("torn.jpg", "quay.jpg"))
    expect(row(body, "quay.jpg").get_by_label("Alt text")).to_be_focused()
