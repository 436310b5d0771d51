"""Writing with the keyboard: where it leads, what it moves, links, undo."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.django_db(transaction=True)


def test_paragraphs_move_too_and_the_cursor_goes_with_them(surface):
    surface.open("<p>One.</p><p>Two.</p>").after("One.")
    surface.press("Alt+ArrowDown")
    surface.page.keyboard.type("!")
    assert surface.save() == "<p>Two.</p>\n<p>One.!</p>"


def test_undo_and_redo_work_on_words_of_a_node_and_on_its_place(surface, photo):
    surface.open(f'<p>One.</p><figure data-photo="{photo.pk}"></figure><p>Two.</p>')
    caption = surface.node("photo").get_by_label("Caption for this use")
    caption.click()
    surface.page.keyboard.type("Typed in one go")
    assert 'data-caption="Typed in one go"' in surface.html
    surface.press("Control+z")
    expect(caption).to_have_value("")
    assert "data-caption" not in surface.html
    expect(caption).to_be_focused()
    surface.press("Control+Shift+z")
    expect(caption).to_have_value("Typed in one go")
    surface.node("photo").get_by_role("button", name="Move the photo up").click()
    assert surface.html.startswith("<figure")
    surface.node("photo").get_by_role("button", name="Remove the photo").click()
    assert "<figure" not in surface.html
    surface.press("Control+z", "Control+z")
    assert surface.html.startswith("<p>One.</p>")
    assert 'data-caption="Typed in one go"' in surface.html


def test_the_whole_by_keyboard_alone(surface, photo):
    surface.open("<p>One.</p>")
    surface.text.focus()
    for _ in range(10):  # a moment after it gets the focus, ProseMirror puts the caret where it was before
        surface.press("Control+End")
        if surface.page.evaluate("getSelection().anchorOffset") == len("One."):
            break
    surface.press("Alt+F10")
    for _ in range(30):
        if surface.page.evaluate("document.activeElement.textContent").endswith("Photo"):
            break
        surface.press("ArrowRight")
    surface.press("Enter")
    expect(surface.page.locator(".photo-card")).to_have_count(1)
    surface.press("ArrowDown", "Enter")
    expect(surface.node("photo").locator("img")).to_be_visible()
    surface.press("ArrowUp", "Tab")
    surface.page.keyboard.type("By keys")
    surface.press("Tab", "Tab")
    surface.page.keyboard.type("Alt by keys")
    surface.press("Enter")
    surface.page.keyboard.type("Two.")
    figure = f'<figure data-photo="{photo.pk}" data-caption="By keys" data-alt="Alt by keys"></figure>'
    assert surface.save() == f"<p>One.</p>\n{figure}\n<p>Two.</p>"


def test_tab_goes_from_the_standfirst_into_the_text_and_on(surface):
    surface.open()
    surface.page.locator("#id_standfirst").focus()
    surface.press("Tab")
    expect(surface.text).to_be_focused()
    surface.press("Tab")
    expect(surface.text).not_to_be_focused()
    surface.press("Shift+Tab", "Shift+Tab")
    toolbar = surface.page.get_by_role("toolbar", name="Writing")
    expect(toolbar.locator(":focus")).to_have_count(1)
    surface.press("Tab")
    expect(surface.text).to_be_focused()


def test_esc_leads_from_the_buttons_back_to_the_caret(surface):
    surface.open("<p>One.</p>").after("One.")
    surface.press("Alt+F10", "ArrowRight", "Escape")
    surface.page.keyboard.type("!")
    assert surface.save() == "<p>One.!</p>"


@pytest.mark.parametrize("way", ["Embed", "Related story", "Photo"])
def test_a_dialog_takes_the_focus_into_its_field_and_gives_it_back(surface, way):
    surface.open("<p>One.</p>").after("One.")
    surface.tool(way)
    expect(surface.page.locator("dialog:modal input:focus")).to_have_count(1)
    surface.press("Escape")
    expect(surface.text).to_be_focused()
    surface.page.keyboard.type("!")
    assert surface.save() == "<p>One.!</p>"


LINKS = [
    ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
    ("example.org/a", "https://example.org/a"),
    ("mailto:desk@example.org", "mailto:desk@example.org"),
    ("desk@example.org", "mailto:desk@example.org"),
    ("/2026/05/17/ferry-sails", "/2026/05/17/ferry-sails/"),
]


@pytest.mark.parametrize(("typed", "stored"), LINKS)
def test_an_address_becomes_a_link(surface, typed, stored):
    surface.open("<p>Word</p>").after("Word")
    surface.select_line("Word")
    surface.press("Control+k")
    expect(surface.page.get_by_label("Address", exact=True)).to_be_focused()
    surface.page.keyboard.type(typed)
    surface.press("Enter")
    assert surface.save() == f'<p><a href="{stored}">Word</a></p>'


def test_without_selected_words_the_address_stands_in_the_text(surface):
    surface.open("<p>See </p>").after("See")
    surface.page.keyboard.type(" ")
    surface.press("Control+k")
    surface.page.keyboard.type("example.org/a")
    surface.press("Enter")
    surface.page.keyboard.type(".")
    assert surface.save() == '<p>See <a href="https://example.org/a">example.org/a</a>.</p>'


def test_what_is_no_address_is_said_in_the_dialog_and_nothing_is_lost(surface):
    surface.open("<p>Word</p>").after("Word")
    surface.press("Home", "Shift+End", "Control+k")
    address = surface.page.get_by_label("Address", exact=True)
    for typed in ("just words", "word", "javascript:alert(1)", "ftp://example.org/", "https://", "/admin/", "mailto:x"):
        address.fill(typed)
        surface.press("Enter")
        expect(surface.page.locator("#link-message")).to_contain_text("This is no address")
        expect(address).to_have_value(typed)
        expect(address).to_be_focused()
    surface.press("Escape")
    surface.page.keyboard.type("Typed over")  # the words are still selected
    assert surface.save() == "<p>Typed over</p>"


def test_a_link_is_set_and_taken_away(surface):
    surface.open("<p>Word</p>").after("Word")
    surface.press("Home", "Shift+End", "Control+k")
    surface.page.get_by_label("Address", exact=True).fill("example.org/a")
    surface.press("Enter")
    assert surface.html == '<p><a href="https://example.org/a">Word</a></p>'
    surface.text.locator("a").click()
    surface.tool("Remove the link")
    assert surface.save() == "<p>Word</p>"


def test_leaving_with_something_unsaved_is_asked_about(surface):
    surface.open().after("One.")
    asked = []
    surface.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    surface.page.reload()
    assert asked == []
    expect(surface.text).to_be_visible()
    surface.after("One.")
    surface.page.keyboard.type("More")
    surface.page.reload()
    assert asked == ["beforeunload"]
