"""Each person's own settings."""

import zoneinfo

import pytest

from newsroom.accounts import mail
from newsroom.accounts.models import RecordEntry

pytestmark = pytest.mark.django_db
PAGE = "/admin/settings/"
ALL = {"mail_submitted": "on", "mail_returned": "on", "mail_published": "on", "mail_killed": "on"}


def save(client, **fields):
    return client.post(PAGE, {"name": "Ann Lee", "time_zone": ""} | ALL | fields)


def test_name_leads_to_the_settings_from_every_screen(desk):
    assert f'href="{PAGE}"' in desk.get("/admin/articles/topic/").content.decode()


def test_settings_are_saved(desk, editor):
    save(desk, name="Ann van der Berg", time_zone="Europe/Lisbon")
    editor.refresh_from_db()
    assert (editor.get_full_name(), editor.time_zone) == ("Ann van der Berg", "Europe/Lisbon")
    assert editor.zone == zoneinfo.ZoneInfo("Europe/Lisbon")


def test_settings_of_others_are_out_of_reach(browser_of, person):
    other = person("other")
    save(browser_of("Reporters"), id=other.pk, pk=other.pk, username="king", is_superuser="on", email="x@example.org")
    other.refresh_from_db()
    assert other.get_full_name() == ""


def test_nothing_else_is_saved(browser_of):
    client = browser_of("Reporters")
    save(client, username="king", is_superuser="on", email="x@example.org", groups=["1"])
    client.user.refresh_from_db()
    assert (client.user.username, client.user.is_superuser, client.user.email) == ("bo", False, "bo@example.org")


def test_empty_zone_is_the_sites(editor, settings):
    settings.TIME_ZONE = "Europe/Paris"
    assert editor.zone == zoneinfo.ZoneInfo("Europe/Paris")


@pytest.mark.parametrize("typed", ["europe/lisbon", " Europe/Lisbon ", "EUROPE/LISBON"])
def test_zone_may_be_typed_loosely(desk, editor, typed):
    save(desk, time_zone=typed)
    editor.refresh_from_db()
    assert editor.time_zone == "Europe/Lisbon"


@pytest.mark.parametrize("typed", ["Lisbon", "../../etc/passwd", "Europe/", "x" * 500])
def test_what_is_no_zone_is_refused_with_a_sentence(desk, editor, typed):
    assert save(desk, time_zone=typed).status_code == 200
    editor.refresh_from_db()
    assert editor.time_zone == ""


def test_every_zone_is_offered(desk):
    html = desk.get(PAGE).content.decode()
    assert '<option value="America/Argentina/Buenos_Aires">' in html


def test_change_is_recorded_by_the_names_of_the_fields(desk, editor):
    save(desk, time_zone="Europe/Lisbon")
    entry = RecordEntry.objects.about(editor).first()
    assert (entry.action, entry.details) == ("changed", {"fields": ["time_zone", "name"]})


def test_saving_without_a_change_is_no_event(desk, editor):
    save(desk)
    before = RecordEntry.objects.count()
    save(desk)
    assert RecordEntry.objects.count() == before


@pytest.mark.parametrize("what", mail.ASKED)
def test_letters_are_wanted_until_they_are_switched_off(desk, editor, what):
    assert mail.wants(editor, what)
    save(desk, **{f"mail_{what}": ""})
    editor.refresh_from_db()
    assert not mail.wants(editor, what)


def test_nobody_blocked_or_without_an_address_gets_letters(person):
    assert not mail.wants(person("ann", is_active=False), "killed")
    assert not mail.wants(person("bo", email=""), "killed")


def test_letters_that_nobody_is_asked_about_are_a_mistake(editor):
    with pytest.raises(ValueError, match="nobody is asked"):
        mail.wants(editor, "forgotten")


def test_page_leads_to_password_and_second_factor(desk):
    html = desk.get(PAGE).content.decode()
    assert "/accounts/password/change/" in html
    assert "/accounts/2fa/" in html
