"""Addresses that move with a changed slug."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from articles import workflow
from tests.factories import change, make_article, make_live

pytestmark = pytest.mark.django_db


def test_changed_slug_redirects_for_good(client):
    edition = make_live(slug="old")
    change(edition.article, slug="new")
    renamed = workflow.update(edition.article)
    response = client.get(edition.path)
    assert (response.status_code, response["Location"]) == (301, renamed.path)


def test_slug_changed_twice_redirects_in_one_hop(client):
    edition = make_live(slug="one")
    for slug in ("two", "three"):
        change(edition.article, slug=slug)
        latest = workflow.update(edition.article)
    assert client.get(edition.path)["Location"] == latest.path


def test_slug_changed_back_is_no_loop(client):
    edition = make_live(slug="one")
    for slug in ("two", "one"):
        change(edition.article, slug=slug)
        workflow.update(edition.article)
    assert client.get(edition.path).status_code == 200


def test_scheduled_slug_change_is_not_known_before(client):
    edition = make_live(slug="old")
    change(edition.article, slug="new")
    ahead = workflow.schedule(edition.article, timezone.now() + timedelta(hours=1))
    assert client.get(edition.path).status_code == 200
    assert client.get(ahead.path).status_code == 404


def test_scheduled_address_knows_when_it_appears(client):
    at = timezone.now() + timedelta(seconds=10)
    edition = workflow.schedule(make_article(), at)
    response = client.get(edition.path)
    assert (response.status_code, datetime.fromisoformat(response["X-Next-Change"])) == (404, at)
    assert f"a{edition.article_id}" in response["Surrogate-Key"].split()
