"""From an invitation to one's own settings, as a new colleague and the administrator see them."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from newsroom.accounts.models import User
from newsroom.accounts.record import note
from tests.browser.accessibility import violations_by_scheme
from tests.factories import make_topic

pytestmark = pytest.mark.django_db(transaction=True)


def screens(person):
    """The address of each screen of accounts."""
    yield reverse("admin:accounts_recordentry_changelist")
    for name in ("changelist", "add"):
        yield reverse(f"admin:accounts_user_{name}")
    for name in ("change", "block", "invite", "second_factors"):
        yield reverse(f"admin:accounts_user_{name}", args=[person.pk])


def test_invited_colleague_chooses_a_password_and_gets_in(signed_in, visit, mailoutbox, complaints):
    page = visit(reverse("admin:accounts_user_add"))
    page.get_by_label("Name").fill("Maren Holt")
    page.get_by_label("E-mail address").fill("maren@example.org")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("a letter with the link went to maren@example.org")).to_be_visible()
    page.context.clear_cookies()
    visit(re.search(r"/accounts/password/reset/key/\S+", mailoutbox[0].body)[0])
    page.get_by_label("New Password:", exact=True).fill("another 9f8e7d word")
    page.get_by_label("New Password (again)").fill("another 9f8e7d word")
    page.get_by_role("button", name="Choose this password").click()
    page.get_by_role("link", name="Sign in with it").click()
    page.get_by_label("Name or e-mail address").fill("maren@example.org")
    page.get_by_label("Password").fill("another 9f8e7d word")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("link", name="Your settings: Maren Holt")).to_be_visible()
    assert complaints == []


def test_own_time_zone_is_found_by_typing(signed_in, visit, editor, complaints):
    page = visit("/admin/")
    page.get_by_role("link", name="Your settings").click()
    page.get_by_label("Name").fill("Ann Lee")
    page.get_by_label("Time zone").fill("europe/lisbon")
    page.get_by_label("a story is killed").uncheck()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Your settings are saved.")).to_be_visible()
    editor.refresh_from_db()
    assert (editor.time_zone, editor.mail_killed, editor.mail_returned) == ("Europe/Lisbon", False, True)
    assert complaints == []


def test_own_settings_fit_a_phone(signed_in, visit):
    signed_in.set_viewport_size({"width": 390, "height": 844})
    page = visit(reverse("admin:own_settings"))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_screens_of_accounts_are_accessible(signed_in, visit, editor, complaints):
    person = User.objects.create_user("maren", "maren@example.org", is_staff=True)
    note("merged", make_topic("Ferry"), by=editor, into="Boats")
    for address in screens(person):
        page = visit(address)
        assert complaints == [], address
        assert violations_by_scheme(page) == [], address
        complaints.clear()  # axe reads sheets in ways that the policy refuses
