"""Counting beside a writer that holds the database."""

import threading

import pytest
from django.db import connection, transaction

from articles.addresses import point
from articles.models import Address
from articles.reader import hits
from tests.factories import make_section

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite has one writer at a time"),
]


def test_redirect_does_not_wait_for_the_writer(client, monkeypatch):
    monkeypatch.setattr(hits, "counter", hits.Counter())
    make_section("Harbour")
    point("/old/", "/section/harbour/")
    usual = _busy_timeout()
    held, answered = threading.Event(), threading.Event()
    writer = threading.Thread(target=_hold, args=[held, answered])
    writer.start()
    held.wait()
    assert client.get("/old/").status_code == 301  # the writer goes on only after this answer
    answered.set()
    writer.join()
    assert Address.objects.get().hits == 0
    assert _busy_timeout() == usual


def _hold(held, answered):
    with transaction.atomic():
        Address.objects.update(hits=0)
        held.set()
        answered.wait(30)
    connection.close()


def _busy_timeout():
    with connection.cursor() as cursor:
        return cursor.execute("PRAGMA busy_timeout").fetchone()[0]
