"""Autosave in the browser: what was typed is there again, whatever happened to window, connection or session."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from playwright.sync_api import expect

from articles.models import Autosave

pytestmark = pytest.mark.django_db(transaction=True)

LEAVE_FOR_ANOTHER_TAB = """() => {
    Object.defineProperty(document, "hidden", {value: true, configurable: true});
    document.dispatchEvent(new Event("visibilitychange"));
}"""


def keep(surface):
    """Have the form kept at once, as when one turns to another tab."""
    surface.page.evaluate(LEAVE_FOR_ANOTHER_TAB)


def type_on(surface, words):
    surface.after("One.")
    surface.page.keyboard.type(words)
    keep(surface)


def told(surface, words):
    expect(surface.page.locator("[data-autosave-state]")).to_contain_text(words, timeout=15_000)


@pytest.fixture
def offline(surface):
    """The story's form, open in a browser that lost its connection; and what brings that back."""
    surface.open()
    context = surface.page.context
    context.set_offline(True)
    surface.expected.append("Failed to load resource: net::ERR_INTERNET_DISCONNECTED")
    surface.expected.append(f"failed: {surface.page.url.replace('/change/', '/autosave/')}")
    yield lambda: context.set_offline(False)
    context.set_offline(False)


def take(page):
    page.get_by_role("link", name="See them, and save or drop them").click()
    page.get_by_role("button", name="Save what is ticked").click()
    expect(page.locator(".messagelist .success")).to_be_visible()


def body_of(article):
    article.refresh_from_db()
    return article.body


def another_window(surface):
    """The form again, as after a crash."""
    page = surface.page.context.new_page()
    page.goto(surface.page.url)
    return page


def test_typed_words_are_offered_after_the_window_crashed(surface):
    surface.open()
    type_on(surface, " Two.")
    told(surface, "Typed words saved")
    take(another_window(surface))
    assert body_of(surface.article) == "<p>One. Two.</p>"


def test_form_in_which_nobody_types_sends_nothing(surface):
    surface.open()
    surface.text.click()
    sent = []
    surface.page.on("request", lambda request: sent.append(request.url))
    keep(surface)
    assert [url for url in sent if "autosave" in url] == []


def test_without_a_connection_words_stay_in_the_browser_until_it_is_back(surface, offline):
    type_on(surface, " Two.")
    told(surface, "Not saved, kept in this browser. The server does not answer.")
    offline()
    told(surface, "Typed words saved")
    assert "Two." in Autosave.objects.get().content["body"]


def test_what_only_the_browser_kept_is_sent_by_its_next_window(surface, offline):
    type_on(surface, " Two.")
    told(surface, "kept in this browser")
    surface.page.evaluate("window.stop(); for (let id = 0; id < 10000; id++) clearInterval(id)")  # it crashed
    offline()
    page = another_window(surface)
    page.get_by_role("link", name="Load the page again to see them").click()
    take(page)
    assert body_of(surface.article) == "<p>One. Two.</p>"


def sign_in_elsewhere(surface, editor):
    """In another tab; the token of forms is another from then on."""
    client = Client()
    client.force_login(editor)
    cookies = {"sessionid": client.cookies["sessionid"].value, "csrftoken": "n" * 32}
    surface.page.context.add_cookies(
        [{"name": name, "value": value, "url": surface.live_server.url} for name, value in cookies.items()]
    )


def test_who_was_signed_out_signs_in_elsewhere_and_saves(surface, editor):
    surface.open()
    Session.objects.all().delete()
    type_on(surface, " Two.")
    told(surface, "You are signed out. Sign in in another tab")
    sign_in_elsewhere(surface, editor)
    told(surface, "Typed words saved")
    assert surface.save() == "<p>One. Two.</p>"
    assert not Autosave.objects.filter(content__isnull=False).exists()


def test_save_without_a_session_stays_on_the_form_until_one_signed_in_elsewhere(surface, editor):
    surface.open()
    surface.after("One.")
    surface.page.keyboard.type(" Two.")
    Session.objects.all().delete()
    surface.page.keyboard.press("Control+s")
    told(surface, "You are signed out. Sign in in another tab")
    expect(surface.text).to_contain_text("One. Two.")
    sign_in_elsewhere(surface, editor)
    assert surface.save() == "<p>One. Two.</p>"


def test_save_without_a_connection_stays_on_the_form_until_it_is_back(surface, offline):
    surface.after("One.")
    surface.page.keyboard.type(" Two.")
    surface.page.keyboard.press("Control+s")
    told(surface, "The server does not answer.")
    offline()
    assert surface.save() == "<p>One. Two.</p>"
