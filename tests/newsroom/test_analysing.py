"""What SQLite is told of its tables."""

import random
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from articles.models import Edition
from newsroom.management.commands.prepare import _analyse
from tests.factories import make_live

pytestmark = pytest.mark.django_db


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL analyses its tables itself")
def test_ends_of_the_editions_are_counted_and_not_guessed_from_the_earliest():
    edition, now = make_live(), timezone.now()
    columns = [field.attname for field in Edition._meta.concrete_fields if not field.primary_key]
    fields = {name: getattr(edition, name) for name in columns}
    rows = []
    for number in random.Random(5).sample(range(4000), 4000):
        began = now - timedelta(minutes=2 + number)
        until = began + timedelta(minutes=1) if number % 8 == 0 else edition.live_until
        rows.append(Edition(**fields | {"live_from": began, "live_until": until}))
    Edition.objects.bulk_create(rows)
    _analyse()
    with connection.cursor() as cursor:
        cursor.execute("SELECT stat FROM sqlite_stat1 WHERE idx = 'edition_by_end'")
        assert cursor.fetchone()[0] == "4001 8"  # editions, and how many of them have one end
