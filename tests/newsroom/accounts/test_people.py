"""Accounts: invited, blocked, never deleted while anything of theirs stands, and never more than their maker has."""

import re
from datetime import timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group, Permission
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from newsroom.accounts import people
from newsroom.accounts.models import RecordEntry, User
from newsroom.accounts.record import note
from tests.factories import make_article, make_author

pytestmark = pytest.mark.django_db
ADD = "/admin/accounts/user/add/"
CHOSEN = {"password1": "another 9f8e7d word", "password2": "another 9f8e7d word"}


def address(name, person):
    return reverse(f"admin:accounts_user_{name}", args=[person.pk])


def role(name):
    return Group.objects.get(name=name)


@pytest.fixture
def invite(desk, mailoutbox, django_capture_on_commit_callbacks):
    """Invites by the screen; the new account."""

    def invited(name="Maren Holt", email="maren@example.org", client=desk, **fields):
        with django_capture_on_commit_callbacks(execute=True):
            response = client.post(ADD, {"name": name, "email": email} | fields, follow=True)
        assert response.status_code == 200, response
        return User.objects.filter(email=email).first()

    return invited


def choose_password(client, link):
    """Follow the link of a letter and choose a password; the last page."""
    page = client.get(re.sub(r"https?://[^/]+", "", link), follow=True)
    return client.post(page.redirect_chain[-1][0], CHOSEN, follow=True) if page.redirect_chain else page


def link_in(letter):
    return re.search(r"http\S+/key/\S+", letter.body)[0]


def signs_in(client, login):
    client.post("/accounts/login/", {"login": login, "password": CHOSEN["password1"]})
    return "_auth_user_id" in client.session


# Inviting


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


# Blocking


@pytest.fixture
def ann(person):
    return person("ann", "Reporters")


@pytest.fixture
def anns_browser(ann, client):
    from django.test import Client

    client = Client()
    client.force_login(ann)
    return client


def is_in(client):
    return client.get("/admin/").status_code == 200


def test_blocking_ends_all_sessions_at_once(desk, ann, anns_browser):
    assert is_in(anns_browser)
    desk.post(address("block", ann), {"reason": "Left the paper."})
    assert not is_in(anns_browser)


def test_unblocking_brings_no_old_session_back(desk, ann, anns_browser):
    desk.post(address("block", ann), {"reason": "Left the paper."})
    desk.post(address("unblock", ann), {"reason": "Came back."})
    assert not is_in(anns_browser)
    anns_browser.post("/accounts/login/", {"login": "ann", "password": "a long password"})
    assert is_in(anns_browser)


def test_blocking_needs_a_reason(desk, ann):
    desk.post(address("block", ann), {"reason": " "})
    ann.refresh_from_db()
    assert ann.is_active


def test_block_and_its_reason_stand_in_the_record_and_on_the_page(desk, ann, editor):
    desk.post(address("block", ann), {"reason": "Left the paper."})
    entry = RecordEntry.objects.about(ann).first()
    assert (entry.action, entry.by, entry.details) == ("blocked", editor, {"reason": "Left the paper."})
    assert "Left the paper." in desk.get(address("change", ann)).content.decode()


def test_what_a_blocked_person_did_stays(desk, ann):
    make_article(headline="Ferry").revisions.all()
    author = make_author("Ann Lee")
    author.user = ann
    author.save()
    desk.post(address("block", ann), {"reason": "Left."})
    author.refresh_from_db()
    assert author.user == ann


def test_blocked_person_gets_no_letter(desk, ann, mailoutbox):
    desk.post(address("block", ann), {"reason": "Left."})
    desk.post(address("invite", ann))
    assert mailoutbox == []


@pytest.mark.parametrize("name", ["block", "unblock", "invite", "second_factors"])
def test_nobody_does_it_to_themselves(desk, editor, name):
    assert desk.post(address(name, editor), {"reason": "x"}).status_code == 403


def test_second_factors_are_taken_off_with_the_sessions(desk, ann, anns_browser):
    Authenticator.objects.create(user=ann, type=Authenticator.Type.TOTP, data={})
    desk.post(address("second_factors", ann))
    assert not Authenticator.objects.filter(user=ann).exists()
    assert not is_in(anns_browser)
    assert RecordEntry.objects.about(ann).first().action == "took off second factors"


def test_replaced_address_lets_nobody_in(desk, ann):
    EmailAddress.objects.create(user=ann, email=ann.email, primary=True)
    desk.post(address("change", ann), {"name": "Ann Lee", "username": "ann", "email": "new@example.org"})
    assert not EmailAddress.objects.filter(email="ann@example.org").exists()


# Nobody gives what they do not have


@pytest.fixture
def boss(browser_of):
    """The browser of an administrator who is no superuser."""
    return browser_of("Administrators", username="boss")


FORGED = {"is_superuser": "on", "is_staff": "on", "user_permissions": ["1", "2"], "password": "x", "sessions_ended": 9}


def test_administrator_makes_nobody_a_superuser(boss, ann):
    words = {"name": "Ann Lee", "username": "ann", "email": ann.email, "groups": [role("Editors").pk]}
    boss.post(address("change", ann), words | FORGED)
    ann.refresh_from_db()
    assert (ann.is_superuser, ann.sessions_ended, ann.user_permissions.count()) == (False, 0, 0)
    assert ann.check_password("a long password")
    assert list(ann.groups.all()) == [role("Editors")]


def test_administrator_invites_no_superuser(boss, invite):
    person = invite(client=boss, **FORGED)
    assert (person.is_superuser, person.user_permissions.count()) == (False, 0)


def test_administrator_does_not_change_their_own_roles(boss):
    words = {"name": "Boss", "username": "boss", "email": "boss@example.org", "groups": []}
    boss.post(address("change", boss.user), words | FORGED)
    boss.user.refresh_from_db()
    assert list(boss.user.groups.all()) == [role("Administrators")]
    assert not boss.user.is_superuser


@pytest.mark.parametrize("name", ["change", "block", "unblock", "invite", "second_factors", "delete"])
def test_administrator_cannot_touch_a_superuser(boss, editor, name):
    words = {"name": "X", "username": "x", "email": "x@example.org", "reason": "x", "post": "yes"}
    assert boss.post(address(name, editor), words).status_code == 403
    editor.refresh_from_db()
    assert (editor.username, editor.is_active) == ("editor", True)


def test_administrator_sees_a_superuser(boss, editor):
    assert boss.get(address("change", editor)).status_code == 200


def test_administrator_gives_no_role_with_more_than_they_have(boss, ann):
    keepers = Group.objects.create(name="Keepers")
    keepers.permissions.add(Permission.objects.get(codename="delete_session"))
    words = {"name": "Ann Lee", "username": "ann", "email": ann.email, "groups": [keepers.pk]}
    assert "Keepers" not in boss.get(address("change", ann)).content.decode()
    boss.post(address("change", ann), words)
    assert list(ann.groups.all()) == [role("Reporters")]


@pytest.mark.parametrize("name", ["change", "block", "unblock", "invite", "second_factors", "delete"])
@pytest.mark.parametrize("of", ["Reporters", "Editors", "Photo editors", "Commercial"])
def test_other_roles_touch_no_account(browser_of, ann, of, name):
    words = {"name": "X", "username": "x", "email": "x@example.org", "reason": "x", "post": "yes"}
    assert browser_of(of).post(address(name, ann), words).status_code == 403
    ann.refresh_from_db()
    assert (ann.username, ann.is_active) == ("ann", True)
    assert ann.check_password("a long password")


def test_nobody_chooses_another_persons_password(desk, ann):
    desk.post(f"/admin/accounts/user/{ann.pk}/password/", CHOSEN | {"usable_password": "true"})
    ann.refresh_from_db()
    assert ann.check_password("a long password")


# Never deleted while their work stands


def works(kind, ann):
    article = make_article(headline="Ferry")
    if kind == "revision":
        article.headline = "Ferries"
        article.save()
        from articles import snapshots

        snapshots.record(article, by=ann)
    elif kind == "author":
        author = make_author("Ann Lee")
        author.user = ann
        author.save()
    else:
        note("published", article, by=ann)


@pytest.mark.parametrize("kind", ["revision", "author", "record"])
def test_account_stays_while_work_of_theirs_stands(desk, ann, kind):
    works(kind, ann)
    html = desk.get(address("change", ann)).content.decode()
    assert address("delete", ann) not in html
    assert "cannot be deleted" in html
    assert desk.post(address("delete", ann), {"post": "yes"}).status_code == 403
    assert User.objects.filter(pk=ann.pk).exists()


def test_accounts_are_not_deleted_in_bulk(desk, ann):
    desk.post("/admin/accounts/user/", {"action": "delete_selected", "_selected_action": [ann.pk], "post": "yes"})
    assert User.objects.filter(pk=ann.pk).exists()


def test_invitation_by_mistake_can_be_deleted(invite, desk):
    person = invite()
    assert address("delete", person) in desk.get(address("change", person)).content.decode()
    desk.post(address("delete", person), {"post": "yes"})
    assert not User.objects.filter(pk=person.pk).exists()


def test_list_of_people_asks_as_much_of_30_as_of_3(desk, person, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    person("ann", "Reporters")
    with CaptureQueriesContext(connection) as few:
        desk.get("/admin/accounts/user/")
    for number in range(30):
        person(f"p{number}", "Reporters")
    with django_assert_num_queries(len(few)):
        desk.get("/admin/accounts/user/")
