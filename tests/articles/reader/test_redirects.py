"""What readers are answered at addresses that lead elsewhere."""

from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from articles import workflow
from articles.addresses import point
from articles.models import Address, Section
from articles.reader import hits
from tests.factories import change, make_article, make_live, make_section

pytestmark = pytest.mark.django_db
HARBOUR = "/section/harbour/"


@pytest.fixture(autouse=True)
def counter(monkeypatch):
    """Nothing counted yet."""
    monkeypatch.setattr(hits, "counter", hits.Counter())


@pytest.fixture
def harbour():
    return make_section("Harbour")


def led(client, path):
    response = client.get(path)
    return response.status_code, response.get("Location")


@pytest.mark.parametrize("asked", ["/old/", "/old", "/old/?utm_source=mail", "/old/?next=//evil.example.org/"])
def test_typed_address_leads_on_for_good_and_nothing_of_the_query_goes_along(client, harbour, asked):
    point("/old/", HARBOUR)
    assert led(client, asked) == (301, HARBOUR)


def test_old_address_that_is_a_query_leads_on(client, harbour):
    point("/?p=123", HARBOUR)
    assert led(client, "/?p=123&utm_source=mail") == (301, HARBOUR)
    assert client.get("/?p=12").status_code == 200


def test_address_with_its_query_is_another_than_without(client, harbour):
    point("/index.php?id=1", HARBOUR)
    point("/index.php", "/latest/")
    assert led(client, "/index.php?id=1") == (301, HARBOUR)
    assert led(client, "/index.php?id=2") == (301, "/latest/")


def test_address_like_that_of_a_section_leads_on(client, harbour):
    point("/section/port/", HARBOUR)
    assert led(client, "/section/port/") == (301, HARBOUR)


def test_address_leads_outside(client):
    point("/sport/", "https://sport.example.org/")
    assert led(client, "/sport/") == (301, "https://sport.example.org/")


def test_case_of_an_address_counts(client, harbour):
    point("/Old/", HARBOUR)
    assert client.get("/old/").status_code == 404


def test_address_with_accents_leads_on(client, harbour):
    point("/caf%C3%A9/", HARBOUR)
    assert led(client, "/café/") == (301, HARBOUR)


def test_imported_address_leads_to_the_story_where_it_stands_now(client):
    edition = make_live(slug="one")
    point("/old/", edition.article)
    change(edition.article, slug="two")
    assert led(client, "/old/") == (301, edition.path)
    renamed = workflow.update(edition.article)
    assert led(client, "/old/") == (301, renamed.path)


def test_imported_address_of_a_withdrawn_story_is_gone(client):
    edition = make_live()
    point("/old/", edition.article)
    workflow.withdraw(edition.article, "Wrong firm", "We were wrong.")
    response = client.get("/old/")
    assert (response.status_code, "We were wrong." in response.content.decode()) == (410, True)


def test_imported_address_of_a_draft_is_no_page_until_its_release(client):
    article = make_article()
    point("/old/", article)
    at = timezone.now() + timedelta(seconds=10)
    workflow.schedule(article, at)
    response = client.get("/old/")
    assert (response.status_code, response["X-Next-Change"]) == (404, at.isoformat())


def test_address_whose_page_is_gone_is_no_page(client, harbour):
    point("/old/", HARBOUR)
    Section.objects.all().delete()
    assert client.get("/old/").status_code == 404


def test_redirect_says_what_it_was_made_of(client):
    edition = make_live()
    point("/old/", edition.article)
    response = client.get("/old/")
    assert f"a{edition.article_id}" in response["Surrogate-Key"].split()
    assert response["Cache-Control"].startswith("public, max-age=")


def test_redirect_to_a_section_is_made_of_the_section(client, harbour):
    point("/old/", HARBOUR)
    assert f"s{harbour.pk}" in client.get("/old/")["Surrogate-Key"].split()


def test_nothing_and_the_redirect_that_takes_its_place_share_a_key(client, harbour):
    before = set(client.get("/old/")["Surrogate-Key"].split())
    point("/old/", HARBOUR)
    assert before & set(client.get("/old")["Surrogate-Key"].split())


@pytest.mark.parametrize("path", ["/latest", "/section/harbour", "/admin"])
def test_forgotten_slash_is_added(client, harbour, path):
    assert led(client, f"{path}?a=b") == (301, f"{path}/?a=b")


@pytest.mark.parametrize("path", ["//evil.example.org/", "//evil.example.org", "/\\evil.example.org/", "/latest/\n"])
def test_nobody_is_sent_where_the_address_says(client, path):
    assert client.get("/", PATH_INFO=path).status_code == 404


def test_odd_bytes_are_no_page(client):
    for path in ("/%00", "/%FF", "/" + "a" * 3000, "/?p=%00", "/\N{GRINNING FACE}"):
        assert client.get(path).status_code in (200, 404)


def test_redirect_takes_few_queries(client, harbour, django_assert_max_num_queries):
    point("/old/", HARBOUR)
    client.get("/old/")
    with django_assert_max_num_queries(2):
        client.get("/old/")


# Hits


def test_hit_is_counted(client, harbour):
    point("/old/", HARBOUR)
    client.get("/old/")
    address = Address.objects.get()
    assert (address.hits, address.last_hit is not None) == (1, True)


def test_storm_is_written_once(client, harbour, django_assert_num_queries):
    point("/old/", HARBOUR)
    for _ in range(50):
        client.get("/old/")
    assert Address.objects.get().hits == 1
    hits.counter.written = float("-inf")
    client.get("/old/")
    assert Address.objects.get().hits == 51


def test_storm_over_many_addresses_is_bounded():
    hits.counter.add(0)
    for pk in range(10 * hits.MOST):
        hits.counter.add(pk)
    assert len(hits.counter.counted) == hits.MOST


def test_busy_database_costs_the_count_and_not_the_redirect(client, harbour, monkeypatch):
    point("/old/", HARBOUR)
    monkeypatch.setattr(hits.transaction, "atomic", _locked)
    assert led(client, "/old/") == (301, HARBOUR)


def _locked():
    raise OperationalError("database is locked")
