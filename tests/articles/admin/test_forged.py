"""Whatever each role sends to each address of the admin, it changes nothing that the role may not change."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.contrib import admin
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from articles import workflow
from articles.models import (
    Article,
    Author,
    Correction,
    Edition,
    Note,
    Publication,
    RelatedLink,
    Section,
    Topic,
    Withdrawal,
)
from articles.sponsors.models import Placement
from newsroom.accounts.models import RecordEntry, User
from tests.articles.admin.stories import form, make_person
from tests.factories import change, make_author, make_live, make_photo, make_section, make_topic

pytestmark = pytest.mark.django_db

# What a role must not be able to touch, whatever it sends.
STORIES = [Article, Edition, Withdrawal, Correction, Note, RelatedLink]
PAPER = [Section, Publication]
BARRED = {
    "Reporters": [*STORIES, *PAPER, Author, Placement, User],
    "Photo editors": [*STORIES, *PAPER, Author, Topic, Placement, User],
    "Commercial": [*STORIES, *PAPER, Author, Topic, User],
    "Editors": [Publication, Placement, User],
}
# Buttons and fields of all our screens at once: each view takes what it knows.
FORGED = form() | {
    "_continue": "", "_save": "", "_publish": "", "_to_publish": "", "_to_correct": "", "_cancel_schedule": "",
    "_cancel_withdrawal": "", "_submit": "", "_approve": "", "_return": "", "_take": "", "_take_back": "",
    "_comment": "",
    "note": "Forged", "when": "now", "seen": "2", "reason": "Forged", "wrong": "Forged", "right": "Forged",
    "place": "top", "post": "yes", "delete": "1", "name": "Forged", "is_superuser": "on", "groups": "1",
    "choice": "publish", "field": "caption", "replacement": "1", "uses": "all", "confirm": "yes",
}  # fmt: skip


@pytest.fixture
def paper():
    """One of each thing, with a story of somebody else's that readers see and whose changes wait."""
    story = make_live(
        section=make_section("Harbour"), topics=[make_topic()], authors=[make_author()], lead_photo=make_photo()
    ).article
    change(story, headline="Waits")
    workflow.submit(story)
    workflow.schedule_withdrawal(story, timezone.now() + timedelta(days=1), "A day only.")
    words = {"advertiser": "A", "text": "T", "link": "https://example.org/", "disclosure": "Paid."}
    Placement.objects.create(slot="top", label="Advertisement", ends_at=timezone.now() + timedelta(days=1), **words)
    User.objects.create_user("bystander", "bystander@example.org", is_staff=True)
    return story


def names(patterns):
    """The names of all views of the admin, but for signing out and for one's own settings."""
    for pattern in patterns:
        yield from names(getattr(pattern, "url_patterns", []))
        if getattr(pattern, "name", None) not in (None, "logout", "own_settings"):
            yield pattern.name


def addresses():
    """Every address of the admin, with the number 1 for what is there."""
    for name in sorted(set(names(admin.site.get_urls()))):
        for arguments in ([], ["1"], ["1", "1"], ["1", "caption"]):
            with suppress(NoReverseMatch):
                yield reverse(f"admin:{name}", args=arguments)


def rows(models):
    return {model: list(model.objects.order_by("pk").values()) for model in models}


@pytest.mark.parametrize("role", BARRED)
def test_forged_requests_change_nothing_that_the_role_may_not_change(client, paper, role):
    client.force_login(make_person("forger", role))
    before = rows(BARRED[role])
    answers = [client.post(address, FORGED).status_code for address in addresses()]
    assert len(answers) > 80
    assert max(answers) < 500
    assert rows(BARRED[role]) == before


@pytest.mark.parametrize("role", [*BARRED, "Administrators"])
def test_nobody_changes_the_record(client, paper, role):
    client.force_login(make_person("forger", role))
    before = RecordEntry.objects.order_by("pk").values().first()
    number = RecordEntry.objects.count()
    for name in ("add", "changelist", "change", "delete"):
        arguments = [before["id"]] if name in ("change", "delete") else []
        client.post(
            reverse(f"admin:accounts_recordentry_{name}", args=arguments), FORGED | {"action": "delete_selected"}
        )
    assert RecordEntry.objects.order_by("pk").values().first() == before
    assert RecordEntry.objects.count() == number
