"""A right that ends at a set second while readers come without pause: the live server, real threads, real time."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from urllib.request import urlopen

import pytest
from django.utils import timezone

from articles.photos.models import Photo
from articles.photos.renditions import make_renditions
from tests.factories import make_live, make_photo, make_section

READERS = 4
BEFORE, AFTER = timedelta(seconds=3), timedelta(seconds=2)


@pytest.fixture
def pictured(transactional_db, live_server, settings):
    """The photo of a story, and the addresses of pages that show it."""
    settings.READER_MAX_AGE = 0
    photo = make_photo()
    make_renditions(photo)
    body = f'<p>a</p><figure data-photo="{photo.pk}"></figure>'
    edition = make_live(lead_photo=photo, body=body, section=make_section("Harbour"))
    return photo, [live_server.url + path for path in (edition.path, "/", "/latest/", "/section/harbour/")]


def ask_until(done, addresses):
    """Ask for the pages in turn until `done`: when each request started and was answered, and whether it shows it."""
    seen = []
    while timezone.now() < done:
        for address in addresses:
            started = timezone.now()
            with urlopen(address) as response:
                shows = "/renditions/" in response.read().decode()  # the paper has this one picture
            seen.append((started, timezone.now(), shows))
    return seen


def test_no_request_that_starts_after_the_end_shows_the_picture(pictured):
    photo, addresses = pictured
    end = (timezone.now() + BEFORE).replace(microsecond=0)
    Photo.objects.filter(pk=photo.pk).update(rights_until=end)
    with ThreadPoolExecutor(READERS) as pool:
        readers = [pool.submit(ask_until, end + AFTER, addresses) for _ in range(READERS)]
        seen = [one for reader in readers for one in reader.result()]
    assert [one for one in seen if one[2]], "readers saw the picture before its end"
    assert [one for one in seen if one[0] >= end], "readers came after the end"
    assert not [one for one in seen if one[0] >= end and one[2]]
    assert not [one for one in seen if one[1] < end and not one[2]], "it left no page early"
