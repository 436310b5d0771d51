"""The record: written once, with the address it came from, by whatever happens to accounts and in the admin."""

import pytest
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import ProtectedError
from django.test import RequestFactory, override_settings
from django.urls import reverse

from articles.models import Topic
from newsroom.accounts.models import RecordEntry
from newsroom.accounts.record import RequestKept, failed_to_sign_in, note
from newsroom.accounts.recorded import _said
from newsroom.accounts.records import RecordError
from tests.factories import make_topic

pytestmark = pytest.mark.django_db
PASSWORD = "a long password"


def last(action=None):
    entries = RecordEntry.objects.filter(action=action) if action else RecordEntry.objects.all()
    return entries.first()


def test_line_says_who_did_what_to_what(editor):
    topic = make_topic("Ferry")
    entry = note("merged", topic, by=editor, into="Boats")
    assert (entry.by, entry.action, entry.thing, entry.label) == (editor, "merged", str(topic.pk), "Ferry")
    assert entry.details == {"into": "Boats"}
    assert entry.kind.model_class() is Topic


def test_line_outlives_its_thing(editor):
    topic = make_topic("Ferry")
    note("merged", topic, by=editor)
    topic.delete()
    assert last().label == "Ferry"


def test_line_goes_with_the_transaction_that_fails(editor):
    with pytest.raises(RuntimeError), transaction.atomic():
        note("published", make_topic(), by=editor)
        raise RuntimeError
    assert last("published") is None


@pytest.mark.parametrize(
    "attempt",
    [
        lambda entry: entry.save(),
        lambda entry: entry.delete(),
        lambda entry: RecordEntry.objects.update(action="nothing"),
        lambda entry: RecordEntry.objects.filter(pk=entry.pk).delete(),
        lambda entry: RecordEntry.objects.filter(pk=entry.pk)._raw_delete("default"),
        lambda entry: RecordEntry.objects.bulk_update([entry], ["action"]),
        lambda entry: RecordEntry.objects.bulk_create(
            [entry], update_conflicts=True, update_fields=["action"], unique_fields=["id"]
        ),
        lambda entry: RecordEntry.objects.update_or_create(pk=entry.pk, defaults={"action": "nothing"}),
    ],
)
def test_line_is_never_changed_or_deleted(editor, attempt):
    entry = note("published", by=editor)
    entry.action = "nothing"
    with pytest.raises(RecordError):
        attempt(entry)
    assert RecordEntry.objects.get(pk=entry.pk).action == "published"


def test_who_stands_in_the_record_cannot_be_deleted(editor):
    note("published", by=editor)
    with pytest.raises(ProtectedError):
        editor.delete()


# Addresses


def noted_from(**headers):
    RequestKept(lambda request: note("looked"))(RequestFactory().get("/", **headers))
    return last("looked").address


def test_address_is_the_requests():
    assert noted_from(REMOTE_ADDR="192.0.2.7") == "192.0.2.7"


def test_address_that_a_visitor_claims_is_not_believed():
    assert noted_from(REMOTE_ADDR="192.0.2.7", HTTP_X_FORWARDED_FOR="198.51.100.1") == "192.0.2.7"


@override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=1)
def test_address_behind_a_proxy_is_the_one_that_the_proxy_saw():
    assert noted_from(REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="198.51.100.1, 203.0.113.9") == "203.0.113.9"


def test_address_of_version_six_is_kept():
    assert noted_from(REMOTE_ADDR="2001:db8::7") == "2001:db8::7"


@pytest.mark.parametrize("address", ["", "unix:", "not an address"])
def test_address_that_cannot_be_read_is_none(address):
    assert noted_from(REMOTE_ADDR=address) is None


def test_command_has_no_address():
    assert note("published").address is None


def test_address_is_forgotten_with_the_request():
    noted_from(REMOTE_ADDR="192.0.2.7")
    assert note("published").address is None


# Signing in and out


def sign_in(client, password=PASSWORD, login="editor"):
    return client.post("/accounts/login/", {"login": login, "password": password}, REMOTE_ADDR="192.0.2.7")


def test_signing_in_and_out_is_recorded(client, editor):
    sign_in(client)
    client.post("/accounts/logout/")
    lines = RecordEntry.objects.about(editor).order_by("pk").values_list("action", "by", "address")
    assert list(lines) == [("signed in", editor.pk, "192.0.2.7"), ("signed out", editor.pk, "127.0.0.1")]


@pytest.mark.parametrize("login", ["editor", "nobody", "nobody@example.org"])
def test_failed_sign_in_is_recorded_by_the_name_that_was_tried(client, editor, login):
    sign_in(client, "not the password", login)
    entry = last("failed to sign in")
    assert (entry.by, entry.label, entry.address, entry.details) == (None, login, "192.0.2.7", {})


def test_no_password_comes_into_the_record(client, editor):
    sign_in(client, "s3cret words that are wrong")
    sign_in(client)
    lines = str(list(RecordEntry.objects.values_list()))
    assert "s3cret" not in lines
    assert PASSWORD not in lines


def test_endless_name_that_was_tried_is_cut():
    failed_to_sign_in(None, {"username": "x" * 5000, "password": "***"})
    assert last("failed to sign in").label == "x" * 200


def test_change_of_a_password_is_recorded(client, editor):
    sign_in(client)
    words = {"oldpassword": PASSWORD, "password1": "another 9f8e7d word", "password2": "another 9f8e7d word"}
    client.post("/accounts/password/change/", words)
    assert last().action == "chose a new password"


def test_admins_own_change_of_a_password_leads_to_the_one_that_is_recorded(desk):
    assert desk.get("/admin/password_change/")["Location"] == "/accounts/password/change/"


def test_second_factor_is_recorded(client, editor):
    sign_in(client)
    factor = Authenticator(user=editor, type=Authenticator.Type.TOTP, data={})
    from allauth.mfa.signals import authenticator_added, authenticator_removed

    request = client.get("/accounts/2fa/").wsgi_request
    for announced in (authenticator_added, authenticator_removed):
        announced.send(sender=Authenticator, request=request, user=editor, authenticator=factor)
    done = list(RecordEntry.objects.order_by("-pk").values_list("action", flat=True)[:2])
    assert done == ["removed a second factor", "added a second factor"]


# The admin


def test_what_is_added_changed_and_deleted_in_the_admin_stands_in_the_record(desk, editor):
    desk.post(reverse("admin:articles_topic_add"), {"name": "Ferry", "slug": "ferry"})
    topic = Topic.objects.get()
    desk.post(reverse("admin:articles_topic_change", args=[topic.pk]), {"name": "Ferries"})
    desk.post(reverse("admin:articles_topic_delete", args=[topic.pk]), {"post": "yes"})
    lines = RecordEntry.objects.filter(kind__model="topic").order_by("pk").values_list("action", "label", "details")
    assert list(lines) == [
        ("added", "Ferry", {}),
        ("changed", "Ferries", {"fields": ["Name"]}),
        ("deleted", "Ferries", {}),
    ]
    assert last("deleted").by == editor


def test_what_is_deleted_together_stands_there_line_by_line(desk):
    topics = [make_topic("Ferry"), make_topic("Boats")]
    chosen = {"action": "delete_selected", "_selected_action": [topic.pk for topic in topics], "post": "yes"}
    desk.post(reverse("admin:articles_topic_changelist"), chosen)
    assert set(RecordEntry.objects.filter(action="deleted").values_list("label", flat=True)) == {"Ferry", "Boats"}


def test_history_button_still_tells(desk):
    desk.post(reverse("admin:articles_topic_add"), {"name": "Ferry", "slug": "ferry"})
    html = desk.get(reverse("admin:articles_topic_history", args=[Topic.objects.get().pk])).content.decode()
    assert "Added." in html


def test_saving_without_a_change_is_no_event(desk):
    topic = make_topic("Ferry")
    desk.post(reverse("admin:articles_topic_change", args=[topic.pk]), {"name": "Ferry"})
    assert last("changed") is None


def test_rows_of_a_form_are_named():
    message = [
        {"changed": {"fields": ["Headline"]}},
        {"added": {"name": "byline", "object": "Ann Lee"}},
        {"changed": {"name": "related link", "object": "Ferry", "fields": ["Teaser"]}},
    ]
    assert _said(message) == {"fields": ["Headline", "added byline “Ann Lee”", "changed related link “Ferry” (Teaser)"]}


def test_sentence_is_kept_as_it_was_said():
    assert _said("Merged A into B.") == {"said": "Merged A into B."}
