"""Counting redirects without making readers wait for it: in this process first, then in the table, now and then.

A storm of requests costs a write in WRITE_EVERY seconds for each worker. A database that is busy is waited for
PATIENCE at most; what could not be written then, or when a worker ends, is lost, and nobody is worse off.
"""

from contextlib import contextmanager
from datetime import datetime
from threading import Lock
from time import monotonic

from django.db import Error, connection, transaction
from django.db.models import F

from articles.models import Address

WRITE_EVERY = 10  # seconds
PATIENCE = 100  # milliseconds
MOST = 500  # addresses between two writes


class Counter:
    """The hits of this process that are not in the table yet."""

    def __init__(self):
        self.lock = Lock()
        self.counted: dict[int, int] = {}
        self.written = float("-inf")

    def add(self, pk: int) -> dict[int, int]:
        """Count one; what is to be written now, by whoever is given it and nobody else."""
        with self.lock:
            if pk in self.counted or len(self.counted) < MOST:
                self.counted[pk] = self.counted.get(pk, 0) + 1
            if monotonic() - self.written < WRITE_EVERY:
                return {}
            due, self.counted, self.written = self.counted, {}, monotonic()
            return due


counter = Counter()


def count(address: Address, at: datetime) -> None:
    """Note that a reader was sent on at `at`; never raises for what the database does."""
    due = counter.add(address.pk)
    if not due:
        return
    try:
        with _patience(), transaction.atomic():
            for pk, number in due.items():
                Address.objects.filter(pk=pk).update(hits=F("hits") + number, last_hit=at)
    except Error:
        pass


@contextmanager
def _patience():
    """Wait for another writer no longer than PATIENCE."""
    usual = int(connection.settings_dict["OPTIONS"].get("timeout", 5) * 1000) if connection.vendor == "sqlite" else 0
    setting = "PRAGMA busy_timeout" if connection.vendor == "sqlite" else "SET lock_timeout"
    _run(f"{setting} = {PATIENCE}")
    try:
        yield
    finally:
        _run(f"{setting} = {usual}")


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
