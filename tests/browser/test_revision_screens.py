"""The screens about revisions, for axe: their list, what changed, restoring, and what was typed and not saved."""

import uuid

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from articles import snapshots
from articles.models import Autosave
from tests.browser.accessibility import violations_by_scheme
from tests.factories import change, make_article, make_photo

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def story(editor):
    """A story of two revisions that differ in all that is compared, with words that were typed and not saved."""
    photo = make_photo()
    story = make_article("Ferry sails", body="<p>One.</p>\n<p>Two.</p>\n<p>Three.</p>", standfirst="At last.")
    body = f'<p>Three.</p>\n<p>One at eight.</p>\n<figure data-photo="{photo.pk}"></figure>'
    change(story, body=body, headline="Ferry stays", kind="opinion", lead_photo=photo)
    typed = snapshots.capture(story) | {"headline": "Ferry waits"}
    Autosave.objects.create(
        key=uuid.uuid4(), editor=editor, article=story, content=typed, at=timezone.now(), base=story.latest_revision()
    )
    return story


@pytest.mark.parametrize(
    "screen", ["revisions/", "changes/?before=1&after=2", "changes/?before=1&after=2&as=side", "restore/?revision=1"]
)
def test_screen_is_accessible(signed_in, live_server, story, screen):
    signed_in.goto(f"{live_server.url}/admin/articles/article/{story.pk}/{screen}")
    expect(signed_in.locator("h1")).to_be_visible()
    assert violations_by_scheme(signed_in) == []


def test_screen_of_unsaved_words_is_accessible(signed_in, live_server, story):
    signed_in.goto(f"{live_server.url}/admin/articles/article/unsaved/{Autosave.objects.get().key}/")
    expect(signed_in.locator("ins", has_text="waits")).to_be_visible()
    assert violations_by_scheme(signed_in) == []
