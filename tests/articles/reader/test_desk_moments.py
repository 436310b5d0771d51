"""The moment in the address of /desk/at/."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from articles import workflow
from articles.reader.moments import Unclear, read, write
from tests.factories import make_article

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def berlin(settings):
    settings.TIME_ZONE = "Europe/Berlin"
    timezone.get_default_timezone.cache_clear()
    yield
    settings.TIME_ZONE = "UTC"
    timezone.get_default_timezone.cache_clear()


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-03-05T13:00", NOON),
        ("2026-03-05T13:00:00", NOON),
        ("2026-03-05T12:00Z", NOON),
        ("2026-03-05T07:00-05:00", NOON),
        ("2026-10-25T02:30+02:00", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        ("2026-10-25T02:30+01:00", datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
    ],
)
def test_moment_is_read_on_the_sites_clocks_or_by_its_offset(berlin, written, moment):
    assert read(written) == moment


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("now", "is no moment"),
        ("2026-13-01T10:00", "is no moment"),
        ("2026-03-05 10:00", "is no moment"),
        ("2026-03-05T10:00+99:99", "is no moment"),
        ("0001-01-01T00:00", "year 1"),
        ("9999-12-31T23:59", "year 9999"),
        ("2026-03-29T02:30", "does not exist"),
        ("2026-10-25T02:30", "comes twice"),
    ],
)
def test_what_is_no_moment_is_said(berlin, written, why):
    with pytest.raises(Unclear, match=why):
        read(written)


@pytest.mark.parametrize("hours", range(24))
def test_written_moment_is_read_as_itself(berlin, hours):
    for start in (datetime(2026, 3, 28, 20, tzinfo=UTC), datetime(2026, 10, 24, 20, 0, 7, tzinfo=UTC)):
        moment = start + hours * HOUR
        assert read(write(moment)) == moment


def test_moment_within_a_second_is_written_as_the_next(berlin):
    assert write(NOON + timedelta(microseconds=1)) == "2026-03-05T13:00:01"


def test_unclear_address_says_how_to_write_it(desk):
    response = desk.get("/desk/at/tomorrow/latest/")
    assert (response.status_code, "Write it as in 2026-11-26T18:00" in response.content.decode()) == (400, True)


def test_doubled_hour_leads_to_both(desk, berlin):
    content = desk.get("/desk/at/2026-10-25T02:30/latest/").content.decode()
    assert 'href="/desk/at/2026-10-25T02:30+02:00/latest/"' in content
    assert 'href="/desk/at/2026-10-25T02:30+01:00/latest/"' in content


def test_form_leads_to_the_moment(desk):
    response = desk.get("/desk/at/", {"to": "2026-03-05T12:00", "path": "/latest/?before=1-1"})
    assert response["Location"] == "/desk/at/2026-03-05T12:00/latest/?before=1-1"
    assert desk.get("/desk/at/2026-03-05T12:00")["Location"] == "/desk/at/2026-03-05T12:00/"


def test_form_of_a_scheduled_story_leads_to_its_release(desk, berlin):
    edition = workflow.schedule(make_article(headline="Sails"), timezone.now() + HOUR)
    form = LexborHTMLParser(desk.get(f"/admin/articles/article/{edition.article_id}/change/").content)
    link = next(one for one in form.css(".standing a") if one.text() == "See it as readers will")
    response = desk.get(link.attributes["href"], follow=True)
    assert response.redirect_chain == [(f"/desk/at/{write(edition.live_from)}{edition.path}", 302)]
    assert "Sails" in response.content.decode()


@pytest.mark.parametrize("path", ["//evil.example.org/", "https://evil.example.org/", "x", "/\n"])
def test_form_leads_nowhere_else(desk, path):
    to = desk.get("/desk/at/", {"to": "2026-03-05T12:00", "path": path})["Location"]
    assert to.startswith("/desk/at/2026-03-05T12:00/")
