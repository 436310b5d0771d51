"""What a migration does with the data that it finds."""

from datetime import UTC, datetime
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from articles import snapshots
from articles.models import Article, AuthorPlace, Revision, TopicPlace
from tests.factories import make_author, make_live, make_topic

pytestmark = pytest.mark.django_db


def test_places_in_lists_take_the_moment_of_their_edition():
    at = datetime(2026, 3, 5, tzinfo=UTC)
    make_live(at=at, topics=[make_topic()], authors=[make_author()])
    for model in (TopicPlace, AuthorPlace):
        model.objects.update(first_published_at=datetime(1970, 1, 1, tzinfo=UTC))
    import_module("articles.migrations.0003_fill_places_in_lists").fill(apps, None)
    assert {place.first_published_at for model in (TopicPlace, AuthorPlace) for place in model.objects.all()} == {at}


def test_story_of_before_advertisers_has_nothing_new_to_record():
    article = Article.objects.create(headline="Old", slug="old")
    before = {name: value for name, value in snapshots.capture(article).items() if name != "advertiser"}
    Revision.objects.create(article=article, number=1, content=before)
    filling = import_module("articles.migrations.0030_fill_advertisers")
    state = MigrationLoader(connection).project_state(filling.Migration.dependencies[0])
    filling.fill(state.apps, None)
    assert snapshots.record(article) is None
