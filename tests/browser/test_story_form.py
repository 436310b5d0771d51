"""The story's form in the browser: sections that fold, counted characters, keys, and where one is after a refusal."""

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations_by_scheme
from tests.factories import make_article, make_live, make_section

pytestmark = pytest.mark.django_db(transaction=True)

RARE = "Address, place and language"


def fold(surface, name):
    return surface.page.locator("details.fold", has=surface.page.locator("h2", has_text=name))


def folded(surface, name):
    return fold(surface, name).get_attribute("open") is None


def toggle(surface, name):
    fold(surface, name).locator("summary").click()


def test_rare_sections_are_folded_and_say_what_is_in_them(surface):
    surface.open(slug="ferry-sails", section=make_section("Harbour"))
    assert folded(surface, RARE)
    assert not folded(surface, "Where it stands")
    expect(fold(surface, RARE).locator("[data-says]")).to_contain_text("ferry-sails")
    toggle(surface, "Where it stands")
    expect(fold(surface, "Where it stands").locator("[data-says]")).to_have_text("Harbour, News")
    toggle(surface, "Related links")
    expect(fold(surface, "Related links").locator("[data-says]")).to_have_text("none")


def test_sections_stay_as_they_were_left(surface):
    surface.open()
    toggle(surface, RARE)
    toggle(surface, "Byline")
    surface.page.reload()
    expect(surface.page.locator("#id_slug")).to_be_visible()
    assert folded(surface, "Byline")


def test_refused_field_is_shown_in_a_section_that_was_folded(surface):
    surface.open()
    toggle(surface, RARE)
    surface.page.fill("#id_slug", "no slug")
    toggle(surface, RARE)
    with surface.page.expect_navigation():
        surface.page.keyboard.press("Control+s")
    expect(surface.page.locator("#id_slug")).to_be_visible()
    expect(surface.page.locator("#id_slug")).to_have_value("no slug")


def test_headline_says_what_would_cut_it(surface):
    surface.open()
    count = surface.page.locator(".field-headline .count")
    surface.page.fill("#id_headline", "a" * 60)
    expect(count).to_have_text("60 of 200 characters")
    surface.page.fill("#id_headline", "a" * 61)
    expect(count).to_have_text("61 of 200 characters: search results cut it after about 60")
    surface.page.fill("#id_headline", "a" * 91)
    expect(count).to_contain_text("more than four lines on a phone")


def test_slug_follows_the_headline_until_it_is_written_otherwise(surface):
    surface.open(headline="Ferry sails", slug="ferry-sails")
    toggle(surface, RARE)
    slug = surface.page.locator("#id_slug")
    surface.page.fill("#id_headline", "Ferry stays")
    expect(slug).to_have_value("ferry-stays")
    slug.fill("own-words")
    surface.page.fill("#id_headline", "Ferry sails again")
    expect(slug).to_have_value("own-words")


def test_slug_of_a_story_that_readers_know_follows_nothing(signed_in, live_server):
    edition = make_live(headline="Ferry sails", slug="ferry-sails")
    signed_in.goto(f"{live_server.url}/admin/articles/article/{edition.article_id}/change/")
    signed_in.fill("#id_headline", "Ferry stays")
    assert signed_in.input_value("#id_slug") == "ferry-sails"


def test_refused_save_leaves_one_where_one_was(surface):
    surface.open("<p>One.</p>" + "<p>More.</p>" * 60)
    surface.page.fill("#id_headline", "")
    surface.text.locator("p").nth(50).click()
    surface.page.keyboard.type("Typed. ")
    before = surface.page.evaluate("scrollY")
    with surface.page.expect_navigation():
        surface.page.keyboard.press("Control+s")
    expect(surface.page.locator(".ProseMirror")).to_contain_text("Typed.")
    expect(surface.page.locator(".errornote")).to_be_in_viewport()
    expect(surface.page.locator(".errornote")).to_be_focused()
    assert abs(surface.page.evaluate("scrollY") - before) < 250  # the note itself takes a few lines


def test_two_keys_find_another_story(surface):
    other = make_article("Council votes on the tender")
    surface.open()
    surface.press("Control+Alt+f")
    finder = surface.page.get_by_role("dialog", name="Find a story")
    finder.get_by_label("Search headlines").fill("tender")
    finder.get_by_role("button", name="Council votes on the tender").click()
    surface.page.wait_for_url(f"**/article/{other.pk}/change/")


def test_with_words_unsaved_the_other_story_opens_in_a_tab(surface):
    other = make_article("Council votes on the tender")
    surface.open().after("One.")
    surface.page.keyboard.type(" Two.")
    surface.press("Control+Alt+f")
    finder = surface.page.get_by_role("dialog", name="Find a story")
    finder.get_by_label("Search headlines").fill("tender")
    with surface.page.context.expect_page() as opened:
        finder.get_by_role("button", name="Council votes on the tender").click()
    opened.value.wait_for_url(f"**/article/{other.pk}/change/")
    opened.value.close()


def test_keys_are_listed(surface):
    surface.open()
    surface.page.get_by_role("button", name="Keys").click()
    expect(surface.page.locator("#keys")).to_contain_text("Ctrl+Alt+P")
    surface.page.get_by_role("button", name="Find a story…").click()
    expect(surface.page.get_by_role("dialog", name="Find a story")).to_be_visible()


def test_folded_and_unfolded_the_form_is_accessible(signed_in, live_server):
    signed_in.goto(f"{live_server.url}/admin/articles/article/{make_article().pk}/change/")
    expect(signed_in.locator(".ProseMirror")).to_be_visible()
    for summary in signed_in.locator("details.fold > summary").all():
        summary.click()
    assert violations_by_scheme(signed_in, ".story-side") == []


@pytest.mark.parametrize("width", [390, 1024])
def test_nothing_is_wider_than_the_window(surface, width):
    surface.page.set_viewport_size({"width": width, "height": 800})
    surface.open()
    surface.page.locator("details.fold").evaluate_all("folds => folds.forEach(fold => (fold.open = true))")
    assert surface.page.evaluate("document.documentElement.scrollWidth") == width
