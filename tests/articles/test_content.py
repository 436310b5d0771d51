"""A content that was stored before contents held all that they hold now."""

import json
import uuid

import pytest
from django.db import connection

from articles import snapshots, workflow
from articles.admin.revisions import parts_of
from articles.models import Autosave, Revision
from articles.restoring import restore
from tests.factories import change, make_article, make_thread

pytestmark = pytest.mark.django_db


def of_long_ago(row):
    """Store the row's content as it was before there were running stories and advertisement features."""
    content = {name: value for name, value in row.content.items() if name not in ("thread", "advertiser")}
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {row._meta.db_table} SET content = %s WHERE id = %s", [json.dumps(content), row.pk])
    return type(row).objects.get(pk=row.pk)


@pytest.fixture
def old():
    """A story whose first revision is of long ago."""
    article = make_article("Ferry sails")
    of_long_ago(article.latest_revision())
    return article


def test_is_whole_when_it_is_read(old):
    assert old.latest_revision().content.keys() - {"written_from"} == snapshots.capture(old).keys()


def test_is_whole_among_values_too(old):
    assert Revision.objects.values_list("content", flat=True).get()["thread"] is None


def test_part_of_it_is_that_part(old):
    change(old, lead_photo=None, headline="Ferry stays")
    assert set(Revision.objects.values_list("content__headline", flat=True)) == {"Ferry sails", "Ferry stays"}
    assert set(Revision.objects.values_list("content__lead", flat=True)) == {None}


def test_save_that_changes_nothing_makes_no_revision(old):
    assert change(old) is None


def test_is_published_compared_and_restored(old, editor):
    edition = workflow.publish(old)
    first, second = edition.revision, change(old, thread=make_thread("The bridge"))
    assert [part.title for part in parts_of(first.content, second.content, editor)] == ["Running story"]
    assert restore(old, first, ["thread"], by=editor).content["thread"] is None


def test_what_was_typed_long_ago_is_whole(old, editor):
    content = snapshots.capture(old)
    typed = Autosave.objects.create(key=uuid.uuid4(), editor=editor, article=old, content=content)
    assert of_long_ago(typed).content == content


def test_window_in_which_nothing_was_typed_has_none(old, editor):
    Autosave.objects.create(key=uuid.uuid4(), editor=editor, article=old)
    assert Autosave.objects.get().content is None
