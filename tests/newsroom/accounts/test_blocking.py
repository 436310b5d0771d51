"""Blocking: the person is out at once, and what they did stays."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.test import Client

from newsroom.accounts.models import RecordEntry
from tests.factories import make_article, make_author
from tests.newsroom.accounts.screens import address

pytestmark = pytest.mark.django_db


@pytest.fixture
def anns_browser(ann):
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
