"""Making, listing and revoking the links by which people without an account see a story."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from articles import workflow
from articles.models import PreviewLink
from newsroom.accounts.models import RecordEntry
from tests.articles.admin.stories import make_person, messages, url, words
from tests.factories import change, make_article

pytestmark = pytest.mark.django_db
AHEAD = "2999-01-01T12:00"


@pytest.fixture
def story():
    return make_article("Ferry sails")


@pytest.fixture
def editor(client):
    client.user = make_person("eva", "Editors")
    client.force_login(client.user)
    return client


def in_days(days):
    return f"{timezone.localtime(timezone.now() + timedelta(days=days)):%Y-%m-%dT%H:%M}"


def post(client, story, **fields):
    sent = {"for_whom": "The lawyer", "shows": "newest", "expires_at": in_days(3)} | fields
    return client.post(url(story, "preview_links"), sent, follow=True)


def test_link_is_made_and_shown_to_be_copied(editor, story):
    response = post(editor, story)
    link = PreviewLink.objects.get()
    assert (link.for_whom, link.revision, link.made_by) == ("The lawyer", None, editor.user)
    assert link.address in words(response)
    assert "The link for The lawyer is made" in messages(response)


def test_link_to_the_revision_of_now(editor, story):
    post(editor, story, shows="fixed")
    change(story, headline="Another")
    assert PreviewLink.objects.get().revision.number == 1


def test_form_proposes_a_week(editor, story):
    proposed = editor.get(url(story, "preview_links")).context["form"]["expires_at"].value()
    assert timedelta(days=6, hours=23) < proposed - timezone.now() <= timedelta(days=7)


@pytest.mark.parametrize(
    ("fields", "field", "error"),
    [
        ({"for_whom": " "}, "for_whom", "required"),
        ({"shows": "x"}, "shows", "valid choice"),
        ({"expires_at": ""}, "expires_at", "required"),
        ({"expires_at": "2001-01-01T12:00"}, "expires_at", "is past"),
        ({"expires_at": in_days(91)}, "expires_at", "90 days at most"),
        ({"expires_at": AHEAD}, "expires_at", "ten years"),
    ],
)
def test_what_is_amiss_is_told_by_its_field(editor, story, fields, field, error):
    response = post(editor, story, **fields)
    assert error in " ".join(response.context["form"].errors[field])
    assert not PreviewLink.objects.exists()


def test_revoked_link_says_who_and_when(editor, story):
    post(editor, story)
    response = editor.post(url(story, "preview_links"), {"revoke": PreviewLink.objects.get().pk}, follow=True)
    assert "is revoked" in messages(response)
    assert "revoked by eva" in words(response)
    assert "/preview/" not in words(response).partition("<main")[2].replace("preview_links", "")


@pytest.mark.parametrize("chosen", ["x", "", "99", "99999999999999999999999"])
def test_link_that_is_not_the_storys_is_not_revoked(editor, story, chosen):
    post(editor, make_article())
    assert editor.post(url(story, "preview_links"), {"revoke": chosen}).status_code == 404
    assert PreviewLink.objects.get().revoked_at is None


def test_revoked_twice_it_is_told(editor, story):
    post(editor, story)
    for _ in range(2):
        response = editor.post(url(story, "preview_links"), {"revoke": PreviewLink.objects.get().pk}, follow=True)
    assert "had ended already" in messages(response)


def test_what_was_shared_and_revoked_is_recorded(editor, story):
    post(editor, story)
    workflow.revoke(PreviewLink.objects.get(), editor.user)
    actions = list(RecordEntry.objects.order_by("pk").values_list("action", flat=True))
    assert actions[-2:] == ["shared a preview", "revoked a preview"]


@pytest.mark.parametrize(
    ("role", "status"), [("Editors", 200), ("Photo editors", 403), ("Commercial", 403), ("Reporters", 403)]
)
def test_who_may_change_or_publish_the_story_shares_it(client, story, role, status):
    client.force_login(make_person("sam", role))
    assert client.get(url(story, "preview_links")).status_code == status


def test_reporter_shares_their_own_draft(client):
    reporter = make_person("rita", "Reporters")
    client.force_login(reporter)
    own = make_article(created_by=reporter)
    assert post(client, own).status_code == 200
    assert PreviewLink.objects.count() == 1


@pytest.mark.parametrize("by", [None, "Photo editors"])
def test_transition_asks_too_who_shares(story, by):
    by = by and make_person("sam", by)
    with pytest.raises(PermissionDenied):
        workflow.share(story, "Anybody", timezone.now() + timedelta(days=1), by)


def test_transition_asks_too_who_revokes(editor, story):
    post(editor, story)
    with pytest.raises(PermissionDenied):
        workflow.revoke(PreviewLink.objects.get(), make_person("sam", "Photo editors"))


@pytest.mark.parametrize("count", [1, 12])
def test_same_queries_for_few_and_many(editor, story, count, django_assert_max_num_queries):
    for number in range(count):
        workflow.share(story, f"Guest {number}", timezone.now() + timedelta(days=1), editor.user)
    with django_assert_max_num_queries(17):
        editor.get(url(story, "preview_links"))
