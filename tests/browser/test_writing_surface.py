"""The writing surface in a real browser: each of our nodes, and what is stored in the end."""

import pytest
from playwright.sync_api import expect

from tests.browser.surface import VIDEO
from tests.factories import make_article, make_live

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_photo_of_the_library_with_words_of_its_own(surface, photo):
    surface.open("<p>One.</p><p>Two.</p>").after("One.")
    surface.tool("Photo")
    surface.page.get_by_label("Search captions").fill("ferry leaves")
    expect(surface.page.locator(".photo-card")).to_have_count(1)
    surface.press("ArrowDown", "Enter")
    node = surface.node("photo")
    expect(node.locator("img")).to_be_visible()
    expect(node.locator(".credit")).to_have_text("Ann Lee / AFP")
    caption = node.get_by_label("Caption for this use")
    assert caption.get_attribute("placeholder") == "The ferry leaves."
    caption.fill("The last ferry.")
    stored = f'<p>One.</p>\n<figure data-photo="{photo.pk}" data-caption="The last ferry."></figure>\n<p>Two.</p>'
    assert surface.save() == stored
    assert surface.save() == stored
    surface.node("photo").get_by_role("button", name="Use the library’s caption").click()
    assert surface.save() == f'<p>One.</p>\n<figure data-photo="{photo.pk}"></figure>\n<p>Two.</p>'


def test_own_words_may_begin_with_the_librarys(surface, photo):
    surface.open(f'<figure data-photo="{photo.pk}"></figure><p>One.</p>')
    surface.node("photo").get_by_role("button", name="Edit for this story").first.click()
    surface.press("End")
    surface.page.keyboard.type(" Late.")
    assert (
        surface.save()
        == f'<figure data-photo="{photo.pk}" data-caption="The ferry leaves. Late."></figure>\n<p>One.</p>'
    )


def test_a_pull_quote_is_written_in_place(surface):
    surface.open("<p>One.</p><p>Two.</p>").after("One.")
    surface.tool("Pull quote")
    surface.page.keyboard.type("We ran for the boats")
    surface.press("Tab")
    surface.page.keyboard.type("Maren Holt")
    surface.press("Enter")
    surface.page.keyboard.type("Before.")
    stored = (
        '<p>One.</p>\n<aside data-pull-quote="" data-by="Maren Holt"><p>We ran for the boats</p></aside>\n'
        "<p>Before.</p>\n<p>Two.</p>"
    )
    assert surface.save() == stored
    surface.node("pullQuote").locator("blockquote p").click()
    surface.press("End")
    surface.page.keyboard.type("!")
    assert surface.save() == stored.replace("the boats", "the boats!")


def test_selected_words_become_the_pull_quote_and_it_goes_by_backspace_when_empty(surface):
    surface.open("<p>We ran for the boats.</p>").after("We ran")
    surface.press("Home", "Shift+End")
    surface.tool("Pull quote")
    assert surface.html.endswith('<aside data-pull-quote=""><p>We ran for the boats.</p></aside><p></p>')
    surface.node("pullQuote").locator("blockquote p").click(click_count=3)
    surface.press("Backspace")
    assert "<p></p></aside>" in surface.html
    surface.press("Backspace")
    assert surface.save() == "<p>We ran for the boats.</p>"


def test_a_related_story_shows_its_live_words(surface):
    target = make_live(headline="Tender decided", standfirst="By two votes.").article_id
    surface.open().after("One.")
    surface.tool("Related story")
    surface.page.locator("#story-chooser").get_by_label("Search headlines").fill("tender")
    expect(surface.page.locator(".story-card")).to_have_count(1)
    surface.press("ArrowDown", "Enter")
    node = surface.node("relatedStory")
    expect(node.locator(".state")).to_have_text("Live")
    headline = node.get_by_label("Headline for this use")
    assert headline.get_attribute("placeholder") == "Tender decided"
    headline.fill("How it was decided")
    stored = f'<p>One.</p>\n<aside data-related="{target}" data-headline="How it was decided"></aside>'
    assert surface.save() == stored
    assert surface.save() == stored


def test_a_draft_says_that_readers_see_nothing(surface):
    target = make_article(headline="Not yet").pk
    surface.open(f'<aside data-related="{target}"></aside><p>One.</p>')
    expect(surface.node("relatedStory").locator(".node-notes")).to_contain_text("Draft")
    expect(surface.node("relatedStory")).to_contain_text("readers see nothing here")


def test_an_embed_is_asked_for_until_it_is_allowed(surface):
    surface.open().after("One.")
    surface.tool("Embed")
    address = surface.page.get_by_label("Address of the video or sound")
    address.fill("https://evil.example/video")
    surface.press("Enter")
    message = surface.page.locator("#embed-message")
    expect(message).to_contain_text("YouTube, Vimeo, SoundCloud")
    address.fill(VIDEO)
    surface.press("Enter")
    node = surface.node("embed")
    expect(node).to_contain_text("Load from YouTube")
    node.get_by_label("What it is").fill("The seals")
    assert surface.save() == f'<p>One.</p>\n<aside data-embed="{VIDEO}" data-title="The seals"></aside>'
    assert surface.text.locator("iframe").count() == 0


@pytest.mark.parametrize("by", ["key", "button"])
def test_a_node_is_moved_past_its_neighbours(surface, photo, by):
    figure = f'<figure data-photo="{photo.pk}"></figure>'
    surface.open(f"<p>One.</p>{figure}<ul><li><p>Two.</p></li></ul><p>Three.</p>")
    if by == "key":
        surface.node("photo").locator("img").click()
        surface.press("Alt+ArrowDown", "Alt+ArrowDown", "Alt+ArrowUp")
    else:
        surface.node("photo").get_by_role("button", name="Move the photo down").click()
        expect(surface.node("photo").get_by_role("button", name="Move the photo down")).to_be_focused()
        surface.press("Enter")
        surface.node("photo").get_by_role("button", name="Move the photo up").click()
    moved = f"<p>One.</p>\n<ul><li><p>Two.</p></li></ul>\n{figure}\n<p>Three.</p>"
    expect(surface.node("photo").locator("img")).to_be_visible()
    assert surface.save() == moved


def test_a_node_is_dragged_by_its_handle(surface, photo):
    surface.page.set_viewport_size({"width": 1280, "height": 1600})
    surface.open(f'<p>One.</p><figure data-photo="{photo.pk}"></figure><p>Two.</p><p>Three.</p>')
    expect(surface.node("photo").locator("img")).to_be_visible()
    surface.node("photo").locator(".node-handle").drag_to(
        surface.text.locator("p", has_text="Three."), target_position={"x": 540, "y": 20}
    )
    assert surface.save() == f'<p>One.</p>\n<p>Two.</p>\n<p>Three.</p>\n<figure data-photo="{photo.pk}"></figure>'


NODES = {
    "photo": '<figure data-photo="{photo}"></figure>',
    "pullQuote": '<aside data-pull-quote=""><p>We ran</p></aside>',
    "embed": f'<aside data-embed="{VIDEO}"></aside>',
}


@pytest.mark.parametrize("name", NODES)
def test_a_node_is_selected_by_its_bar_and_cut(surface, photo, name):
    bodies = {other: body.format(photo=photo.pk) for other, body in NODES.items()}
    surface.open("<p>One.</p>" + "".join(bodies.values()) + "<p>Two.</p>")
    for other in (*(other for other in NODES if other != name), name):
        surface.node(other).locator(".node-handle").click()
    surface.press("Control+x")
    expect(surface.node(name)).to_have_count(0)
    left = "\n".join(body for other, body in bodies.items() if other != name)
    assert surface.save() == f"<p>One.</p>\n{left}\n<p>Two.</p>"


def test_an_unknown_photo_is_said_and_refused_and_nothing_typed_is_lost(surface):
    surface.open().after("One.")
    surface.page.fill("#id_standfirst", "Typed standfirst")
    surface.paste('<p>Typed text</p><figure data-photo="4711" data-caption="Typed caption"></figure>')
    expect(surface.node("photo")).to_contain_text("There is no photo with the number 4711")
    with surface.page.expect_navigation():
        surface.page.keyboard.press("Control+s")
    expect(surface.page.locator(".field-body .errorlist")).to_contain_text("There is no photo with the number 4711")
    assert surface.page.input_value("#id_standfirst") == "Typed standfirst"
    assert "Typed text" in surface.html
    assert 'data-caption="Typed caption"' in surface.html
    surface.node("photo").get_by_role("button", name="Remove the photo").click()
    assert "Typed text" in surface.save()


@pytest.mark.parametrize("body", ["<p>One.</p>", "<p>One.</p><h2>Two</h2>", "<p>One.</p><p>Two.</p>"])
def test_one_writes_on_after_a_photo_that_was_placed(surface, photo, body):
    surface.open(body).after("One.")
    surface.tool("Photo")
    surface.page.locator(".photo-card").click()
    expect(surface.text).to_be_focused()
    surface.page.keyboard.type("Going on.")
    stored = surface.save()
    rest = body.removeprefix("<p>One.</p>")
    placed = f'<figure data-photo="{photo.pk}"></figure>'
    assert stored.split("\n") == ["<p>One.</p>", placed, "<p>Going on.</p>", *filter(None, [rest])]


def test_one_writes_on_after_an_embed_and_a_related_story(surface):
    target = make_live(headline="Tender decided").article_id
    surface.open().after("One.")
    surface.tool("Embed")
    surface.page.keyboard.type(VIDEO)
    surface.press("Enter")
    expect(surface.text).to_be_focused()
    surface.page.keyboard.type("Two.")
    surface.tool("Related story")
    surface.page.locator(".story-card").click()
    expect(surface.text).to_be_focused()
    surface.page.keyboard.type("Three.")
    assert surface.save() == (
        f'<p>One.</p>\n<aside data-embed="{VIDEO}"></aside>\n<p>Two.</p>\n'
        f'<aside data-related="{target}"></aside>\n<p>Three.</p>'
    )


def test_a_letter_typed_over_a_selected_photo_goes_on_after_it(surface, photo):
    surface.open(f'<p>One.</p><figure data-photo="{photo.pk}"></figure>')
    surface.node("photo").locator("img").click()
    surface.page.keyboard.type("Two.")
    assert surface.save() == f'<p>One.</p>\n<figure data-photo="{photo.pk}"></figure>\n<p>Two.</p>'
