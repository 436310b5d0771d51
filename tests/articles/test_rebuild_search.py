"""`manage.py rebuild_search`."""

from importlib import import_module
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from articles import search
from articles.models import Article, SearchText
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def rebuild(**options):
    out = StringIO()
    call_command("rebuild_search", stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def forgotten():
    """A story whose words were changed behind the index's back."""
    story = make_article("A ferry")
    Article.objects.filter(pk=story.pk).update(headline="A lighthouse")
    return story


def test_check_tells_what_disagrees_and_changes_nothing(forgotten):
    out = StringIO()
    with pytest.raises(CommandError, match="1 disagreements"):
        call_command("rebuild_search", check=True, stdout=out)
    assert f"story {forgotten.pk}:" in out.getvalue()
    assert not search.matching(Article.objects.all(), "lighthouse")


def test_mends_what_disagrees(forgotten):
    assert "1 disagreements mended" in rebuild()
    assert search.matching(Article.objects.all(), "lighthouse").get() == forgotten
    assert "agrees with all" in rebuild(check=True)


def test_mends_what_is_not_there(forgotten):
    SearchText.objects.all().delete()
    rebuild()
    assert search.matching(Article.objects.all(), "lighthouse").get() == forgotten


def test_migration_fills_the_index_from_the_stories_that_are_there(forgotten):
    SearchText.objects.all().delete()
    import_module("articles.migrations.0013_fill_search").fill(apps, None)
    assert "agrees with all" in rebuild(check=True)
