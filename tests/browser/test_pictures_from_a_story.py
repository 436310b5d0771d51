"""Bringing pictures from within a story, in a real browser."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.photos.models import Photo
from tests.browser.tray import choose, expect_outcome, row

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def dialog(surface):
    """The dialog of a story, at the place for new pictures."""
    surface.open("<p>One.</p><p>Two.</p>").after("One.")
    surface.tool("Photo")
    found = surface.page.locator("#photo-chooser")
    found.get_by_role("button", name="Add new pictures").click()
    return found


def test_several_from_a_story_are_used_in_their_order(dialog, surface, pictures):
    choose(dialog, pictures("boats.jpg", "quay.jpg"))
    for name in ("boats.jpg", "quay.jpg"):
        expect_outcome(dialog, name, "In the library")
    row(dialog, "quay.jpg").get_by_label("Credit").fill("Ann Lee")
    row(dialog, "boats.jpg").get_by_label("Alt text").fill("Three boats at a mooring")
    dialog.get_by_role("button", name="Use all 2").click()
    expect(row(dialog, "quay.jpg").locator(".brought-alt [data-error]")).to_contain_text("Say what is to be seen")
    expect(row(dialog, "quay.jpg").get_by_label("Alt text")).to_be_focused()
    surface.page.keyboard.type("A quay")
    dialog.get_by_role("button", name="Use all 2").click()
    expect(row(dialog, "quay.jpg").locator(".brought-rights_category")).to_contain_text(
        "Say by which right it may run."
    )
    expect(row(dialog, "quay.jpg").get_by_label("Right")).to_be_focused()
    surface.page.keyboard.type("Staff")
    dialog.get_by_role("button", name="Use all 2").click()
    expect(surface.node("photo")).to_have_count(2)
    boats, quay = Photo.objects.get(caption="Boats on Friday."), Photo.objects.get(alt="A quay")
    assert surface.save() == (
        f'<p>One.</p>\n<figure data-photo="{boats.pk}"></figure>\n<figure data-photo="{quay.pk}"></figure>\n<p>Two.</p>'
    )


def test_what_is_not_used_yet_waits_in_the_dialog(dialog, surface, pictures):
    choose(dialog, pictures("boats.jpg", "quay.jpg"))
    for name in ("boats.jpg", "quay.jpg"):
        expect_outcome(dialog, name, "In the library")
    row(dialog, "boats.jpg").get_by_label("Alt text").fill("Three boats")
    row(dialog, "boats.jpg").get_by_role("button", name="Use it").click()
    expect(surface.node("photo")).to_have_count(1)
    expect(dialog).to_be_hidden()
    surface.after("Two.")
    surface.tool("Photo")
    expect(row(dialog, "quay.jpg").get_by_label("Alt text")).to_be_focused()
    surface.page.keyboard.type("A quay")
    surface.press("Tab")
    surface.page.keyboard.type("Ann Lee")
    surface.press("Tab")
    surface.page.keyboard.type("Staff")
    surface.press("Control+Enter")
    expect(surface.node("photo")).to_have_count(2)
    expect(dialog.locator("[data-row]")).to_have_count(0)


def test_a_picture_that_the_library_has_is_used_at_once(dialog, surface, pictures, photo):
    with photo.file.open("rb") as file:
        again = {"name": "again.jpg", "mimeType": "image/jpeg", "buffer": file.read()}
    choose(dialog, [again])
    expect_outcome(dialog, "again.jpg", "We have this picture")
    row(dialog, "again.jpg").get_by_role("button", name="Use it").click()
    expect(surface.node("photo").locator("img")).to_be_visible()
    assert f'data-photo="{photo.pk}"' in surface.html


def test_a_lead_picture_is_one(signed_in, live_server, pictures):
    signed_in.goto(live_server.url + reverse("admin:articles_article_add"))
    signed_in.get_by_role("button", name="Choose or upload").click()
    dialog = signed_in.locator("#photo-chooser")
    dialog.get_by_role("button", name="Add new pictures").click()
    choose(dialog, pictures("boats.jpg", "quay.jpg"))
    for name in ("boats.jpg", "quay.jpg"):
        expect_outcome(dialog, name, "In the library")
    expect(dialog.get_by_role("button", name="Use all")).to_be_hidden()
    row(dialog, "boats.jpg").get_by_label("Alt text").fill("Three boats")
    row(dialog, "boats.jpg").get_by_role("button", name="Use it").click()
    expect(signed_in.locator("#id_lead_photo")).to_have_value(str(Photo.objects.get(caption="Boats on Friday.").pk))


def test_error_is_in_sight_with_the_field_that_it_is_about(dialog, pictures):
    choose(dialog, pictures("boats.jpg", "quay.jpg"))
    for name in ("boats.jpg", "quay.jpg"):
        expect_outcome(dialog, name, "In the library")
    row(dialog, "boats.jpg").get_by_label("Alt text").fill("Three boats at a mooring")
    dialog.get_by_role("button", name="Use all 2").click()
    error = row(dialog, "quay.jpg").locator(".brought-alt [data-error]")
    expect(error).to_contain_text("Say what is to be seen")
    foot = dialog.locator("[data-foot]").bounding_box()["y"]
    box = error.bounding_box()
    assert box["y"] + box["height"] <= foot
