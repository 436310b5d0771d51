"""Invitations: an account without a password, and a link on which one is chosen, that works once."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.utils import timezone

from newsroom.accounts import people
from newsroom.accounts.models import RecordEntry, User
from tests.factories import make_author
from tests.newsroom.accounts.screens import CHOSEN, address, role

pytestmark = pytest.mark.django_db


def choose_password(client, link):
    """Follow the link of a letter and choose a password; the last page."""
    page = client.get(re.sub(r"https?://[^/]+", "", link), follow=True)
    return client.post(page.redirect_chain[-1][0], CHOSEN, follow=True) if page.redirect_chain else page


def link_in(letter):
    return re.search(r"http\S+/key/\S+", letter.body)[0]


def signs_in(client, login):
    client.post("/accounts/login/", {"login": login, "password": CHOSEN["password1"]})
    return "_auth_user_id" in client.session


def test_invited_account_has_a_name_a_role_and_no_password(invite):
    person = invite(groups=[role("Reporters").pk])
    assert (person.get_full_name(), person.username, person.is_staff) == ("Maren Holt", "maren", True)
    assert not person.has_usable_password()
    assert list(person.groups.all()) == [role("Reporters")]


def test_invitation_is_recorded_once(invite, editor):
    person = invite(groups=[role("Reporters").pk])
    entry = RecordEntry.objects.about(person).get()
    assert (entry.action, entry.by) == ("invited", editor)
    assert entry.details == {"email": "maren@example.org", "roles": ["Reporters"]}


def test_letter_leads_to_a_password_and_in(invite, mailoutbox, client):
    invite()
    assert mailoutbox[0].to == ["maren@example.org"]
    client.logout()
    choose_password(client, link_in(mailoutbox[0]))
    assert signs_in(client, "maren@example.org")


def test_link_works_once(invite, mailoutbox, client):
    invite()
    client.logout()
    choose_password(client, link_in(mailoutbox[0]))
    again = client.get(re.sub(r"https?://[^/]+", "", link_in(mailoutbox[0])))
    assert "does not work any more" in again.content.decode()


def test_link_expires(invite, mailoutbox, client):
    person = invite()
    client.logout()
    with time_machine.travel(timezone.now() + timedelta(days=4)):
        choose_password(client, link_in(mailoutbox[0]))
    person.refresh_from_db()
    assert not person.has_usable_password()


def test_new_invitation_ends_the_link_before_and_the_password(invite, mailoutbox, client, desk,
                                                              django_capture_on_commit_callbacks):  # fmt: skip
    person = invite()
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(address("invite", person))
    client.logout()
    choose_password(client, link_in(mailoutbox[0]))
    person.refresh_from_db()
    assert not person.has_usable_password()
    choose_password(client, link_in(mailoutbox[1]))
    assert signs_in(client, "maren")


def test_letter_is_not_escaped_as_html(invite, mailoutbox):
    invite(name="Ann O'Neill & Co")
    assert "Hello Ann O'Neill & Co," in mailoutbox[0].body


def test_letter_that_cannot_be_sent_is_told(desk, person, monkeypatch):
    def refuse(person):
        raise OSError("no route")

    monkeypatch.setattr(people, "send_invitation", refuse)
    page = desk.post(address("invite", person("maren")), follow=True)
    assert "could not be sent (no route)" in page.content.decode()


def test_address_that_somebody_has_is_refused(invite, person):
    ann = person("ann")
    assert invite(email="ANN@example.org") is None
    assert User.objects.filter(email__iexact=ann.email).count() == 1


def test_taken_user_name_gets_a_number(invite, person):
    person("maren", email="other@example.org")
    assert invite().username == "maren-2"


def test_authors_page_can_be_given_with_the_invitation(invite):
    author = make_author("Maren Holt")
    person = invite(author=author.pk)
    assert person.author == author


def test_authors_page_of_another_is_not_given(invite, person):
    author = make_author("Ann Lee")
    author.user = person("ann")
    author.save()
    assert invite(author=author.pk) is None


def test_command_prints_the_link(capsys, client):
    call_command("invite", "Maren Holt", "maren@example.org", role=["reporters"])
    out = capsys.readouterr().out
    choose_password(client, out.strip())
    assert signs_in(client, "maren")
    assert list(User.objects.get().groups.all()) == [role("Reporters")]


@pytest.mark.parametrize(("email", "asked"), [("not an address", []), ("ann@example.org", ["Kings"])])
def test_command_refuses_what_cannot_be(email, asked):
    with pytest.raises(CommandError):
        call_command("invite", "Ann", email, role=asked)
    assert not User.objects.exists()
