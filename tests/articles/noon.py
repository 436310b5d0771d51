"""The moment at which tests of ends and beginnings stand."""

from datetime import UTC, datetime, timedelta

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
DAY = timedelta(days=1)
