"""One story in two windows: what is typed in either is in the story, or on the screen that asks."""

import pytest
from django.test import Client
from playwright.sync_api import expect

from tests.browser.accessibility import violations_by_scheme
from tests.browser.surface import Surface
from tests.factories import change

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def windows(surface):
    """Two windows with the form of one story of two paragraphs, opened at the same revision."""
    surface.open("<p>One.</p><p>Two.</p>", headline="Ferry sails")
    other = Surface(surface.page.context.new_page(), surface.live_server)
    other.page.goto(surface.page.url)
    other.article, other.text = surface.article, other.page.locator(".ProseMirror")
    expect(other.text).to_be_visible()
    return surface, other


def write(window, after, words):
    window.page.bring_to_front()
    window.after(after)
    window.page.keyboard.type(words)


def press_save(window):
    with window.page.expect_navigation():
        window.page.keyboard.press("Control+s")


def test_words_in_different_paragraphs_stand_together(windows):
    first, second = windows
    write(first, "One.", " First.")
    write(second, "Two.", " Second.")
    press_save(first)
    press_save(second)
    expect(second.page.locator(".messagelist .warning")).to_contain_text("Your changes and theirs stand together")
    first.article.refresh_from_db()
    assert first.article.body == "<p>One. First.</p>\n<p>Two. Second.</p>"


@pytest.fixture
def asked(windows):
    """The screen that the second window is led to, after both wrote into one paragraph."""
    first, second = windows
    write(first, "One.", " First.")
    write(second, "One.", " Second.")
    press_save(first)
    press_save(second)
    expect(second.page.locator(".dispute")).to_contain_text("First.")
    expect(second.page.locator(".dispute")).to_contain_text("Second.")
    return second


def save_so(window):
    window.page.get_by_role("button", name="Save it so").click()
    expect(window.page.locator(".messagelist .success")).to_be_visible()
    window.article.refresh_from_db()
    return window.article.body


@pytest.mark.parametrize(
    ("choice", "body"),
    [
        ("mine", "<p>One. Second.</p>\n<p>Two.</p>"),
        ("theirs", "<p>One. First.</p>\n<p>Two.</p>"),
        ("both", "<p>One. Second.</p>\n<p>One. First.</p>\n<p>Two.</p>"),
    ],
)
def test_words_in_the_same_paragraph_are_chosen(asked, choice, body):
    asked.page.locator(f".dispute input[value={choice}]").check()
    assert save_so(asked) == body


def test_words_in_the_same_paragraph_are_written_anew_by_keyboard(asked):
    page = asked.page
    page.locator(".dispute input[value=mine]").focus()
    asked.press("ArrowDown")
    written = page.get_by_role("textbox", name="Text, written anew")
    expect(written).to_have_text("One. First.")
    written.focus()
    asked.press("Control+End")
    page.keyboard.type(" And ")
    asked.press("Control+b")
    page.keyboard.type("third")
    expect(page.get_by_role("radio", name="As written here:")).to_be_checked()
    assert save_so(asked) == "<p>One. First. And <strong>third</strong></p>\n<p>Two.</p>"


def write_anew(window, words):
    written = window.page.get_by_role("textbox", name="Text, written anew")
    written.focus()
    window.press("Control+End")
    window.page.keyboard.type(words)
    return written


def test_words_written_anew_are_there_again_after_a_look_at_a_side(asked):
    written = write_anew(asked, " Third.")
    asked.page.locator(".dispute input[value=theirs]").check()
    expect(written).to_have_text("One. First.")
    asked.page.locator(".dispute input[value=own]").check()
    expect(written).to_have_text("One. Second. Third.")


def test_words_written_anew_are_there_again_after_a_crash(asked):
    write_anew(asked, " Third.")
    expect(asked.page.locator("[data-answers-state]")).to_contain_text("Answers kept", timeout=15_000)
    address = asked.page.url
    again = asked.page.context.new_page()
    asked.page.close()
    again.goto(address)
    expect(again.get_by_role("textbox", name="Text, written anew")).to_have_text("One. Second. Third.")


def test_words_written_anew_wait_for_who_decides_later(asked):
    write_anew(asked, " Third.")
    asked.page.get_by_role("button", name="Decide later").click()
    asked.page.get_by_role("link", name="See them, and save or drop them").click()
    assert save_so(asked) == "<p>One. Second. Third.</p>\n<p>Two.</p>"


def test_third_save_while_somebody_chooses_is_asked_about_with_their_words(asked):
    written = write_anew(asked, " Third.")
    change(asked.article, body="<p>One. Fourth.</p>\n<p>Two.</p>")
    asked.page.get_by_role("button", name="Save it so").click()
    expect(asked.page.locator(".messagelist .warning")).to_contain_text("saved again meanwhile")
    expect(asked.page.locator(".dispute")).to_contain_text("Fourth.")
    expect(written).to_have_text("One. Second. Third.")
    assert save_so(asked) == "<p>One. Second. Third.</p>\n<p>Two.</p>"


def test_screen_that_asks_is_accessible(asked):
    assert violations_by_scheme(asked.page) == []


def test_form_left_open_over_another_save_and_saved_as_it_is_changes_nothing(windows):
    first, second = windows
    write(first, "One.", " First.")
    press_save(first)
    second.page.bring_to_front()
    second.text.click()
    press_save(second)
    expect(second.page.locator(".messagelist .warning")).to_contain_text("You had changed nothing")
    first.article.refresh_from_db()
    assert first.article.body == "<p>One. First.</p>\n<p>Two.</p>"


def test_who_else_has_it_open_is_shown_until_they_leave(surface, browser, browser_context_args, django_user_model):
    surface.open()
    colleague = django_user_model.objects.create_superuser("bo", first_name="Bo", last_name="Ek")
    client = Client()
    client.force_login(colleague)
    theirs = browser.new_context(**browser_context_args)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": surface.live_server.url}
    theirs.add_cookies([cookie])
    page = theirs.new_page()
    page.goto(surface.page.url)
    expect(page.locator("[data-others]")).to_contain_text("editor has this story open too, since")
    expect(surface.page.locator("[data-others]")).to_contain_text("Bo Ek has this story open too", timeout=20_000)
    page.goto("about:blank")
    expect(surface.page.locator("[data-others]")).to_be_empty(timeout=20_000)
    theirs.close()
