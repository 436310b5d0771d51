"""Addresses that lead elsewhere: how they are written, and that each leads there in one hop."""

from contextlib import suppress
from urllib.parse import quote

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.test import Client
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles import workflow
from articles.addresses import asked, find, normal, point
from articles.models import Address, Section
from tests.factories import change, make_article, make_live, make_section

pytestmark = pytest.mark.django_db
HARBOUR = "/section/harbour/"
OUTSIDE = "https://other.example.org/sport/"


@pytest.fixture
def harbour():
    return make_section("Harbour")


def where(path):
    """Where an address leads, as it is stored."""
    address = Address.objects.get(path=path)
    return address.article or address.target


def refusal(typed, to):
    with pytest.raises(ValidationError) as refused:
        point(typed, to)
    return " ".join(refused.value.messages)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("old/page", "/old/page"),
        (" /old/page/ ", "/old/page/"),
        ("/Old/Page/", "/Old/Page/"),
        ("http://127.0.0.1:8000/old/", "/old/"),
        ("https://www.localhost/old/", "/old/"),
        ("//localhost/old/", "/old/"),
        ("/caf%C3%A9/", "/café/"),
        ("/café/", "/café/"),
        ("/a%20b/", "/a b/"),
        ("/bad%FFbyte/", "/bad%FFbyte/"),
        ("/?p=123", "/?p=123"),
        ("/index.php?b=2&a=1", "/index.php?a=1&b=2"),
        ("/?p=123&utm_source=mail&fbclid=x", "/?p=123"),
        ("/old/?utm_source=mail", "/old/"),
        ("/old/#comments", "/old/"),
    ],
)
def test_address_is_stored_as_requests_have_it(typed, stored):
    assert normal(typed) == stored


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "  ",
        "https://example.com/old/",
        "javascript:alert(1)",
        "http:old",
        "/a\nb",
        "/a%0Ab",
        "/a\\b",
        "https://[",
        "/" + "a" * 500,
    ],
)
def test_what_is_no_address_of_ours_is_refused(typed):
    with pytest.raises(ValidationError):
        normal(typed)


@given(st.text(max_size=80))
def test_stored_address_written_as_a_link_is_the_same_address(typed):
    try:
        path, mark, query = normal(f"/{typed}").partition("?")
    except ValidationError:
        return
    assert normal(f"{quote(path)}{mark}{query}") == f"{path}{mark}{query}"


def test_address_leads_to_a_story():
    edition = make_live()
    assert point("/old/", edition.path).article == edition.article


def test_address_leads_to_a_page_of_ours(harbour):
    assert point("/old/", "/section/harbour").target == HARBOUR


def test_address_leads_outside():
    assert point("/sport/", OUTSIDE).target == OUTSIDE


@pytest.mark.parametrize(
    "to",
    [
        "http://other.example.org/",
        "https://user:word@other.example.org/",
        "//other.example.org/",
        "javascript:alert(1)",
        "https://other.example.org\\@127.0.0.1/",
        "https://",
        "data:text/html,x",
    ],
)
def test_other_ways_outside_are_refused(to):
    assert refusal("/old/", to)


def test_address_of_no_page_is_no_goal(harbour):
    assert "no page at /section/harbor/" in refusal("/old/", "/section/harbor/")


def test_who_wrote_it_and_when_is_noted(editor, harbour):
    address = point("/old/", HARBOUR, by=editor)
    assert (address.by, address.origin) == (editor, "typed")
    assert address.at <= timezone.now()


@pytest.mark.parametrize(
    "typed",
    [
        "/",
        "/latest/",
        "/latest",
        "/section/harbour/",
        "/about/?x=1",
        "/admin/x/",
        "/static/x.css",
        "/accounts/login/",
        "/media/a",
        "/desk/at/x",
    ],
)
def test_address_of_a_page_is_refused(harbour, typed):
    assert refusal(typed, OUTSIDE)


@pytest.mark.parametrize("cut", [None, -1])
def test_address_of_a_story_is_refused_for_ever(harbour, cut):
    edition = make_live(headline="Sails")
    workflow.withdraw(edition.article, "Wrong firm")
    assert "“Sails”" in refusal(edition.path[:cut], HARBOUR)


@pytest.mark.parametrize("to", ["/old/", "/old", "http://127.0.0.1/old/"])
def test_address_that_would_lead_to_itself_is_refused(to):
    point("/old/", OUTSIDE)
    assert "to itself" in refusal("/old/", to)


def test_loop_through_another_is_refused():
    section = make_section("Harbour")
    point("/a/", HARBOUR)
    Section.objects.filter(pk=section.pk).delete()
    assert "to itself" in refusal(HARBOUR, "/a/")


def test_chain_is_folded_from_its_end(harbour):
    point("/b/", HARBOUR)
    point("/a/", "/b/")
    assert where("/a/") == HARBOUR


def test_chain_is_folded_from_its_start():
    section = make_section("Harbour")
    point("/a/", HARBOUR)
    Section.objects.filter(pk=section.pk).delete()
    point(HARBOUR, OUTSIDE)
    assert where("/a/") == OUTSIDE


def test_address_that_leads_to_a_renamed_story_follows_it(client):
    edition = make_live(slug="one")
    point("/old/", edition.path)
    change(edition.article, slug="two")
    renamed = workflow.update(edition.article)
    assert client.get("/old/")["Location"] == renamed.path


def test_written_again_it_changes_nothing(harbour, editor):
    first = point("/old/", HARBOUR, origin=Address.Origin.IMPORTED)
    assert point("/old/", HARBOUR, by=editor) == first
    assert Address.objects.get().origin == "imported"


def test_story_cannot_take_an_address_that_leads_elsewhere(harbour):
    article = make_article(slug="new")
    point(workflow.address(timezone.now(), "new"), HARBOUR)
    with pytest.raises(workflow.NotPossible, match="is a redirect to /section/harbour/"):
        workflow.publish(article)


def test_imported_address_outlives_a_schedule_that_is_cancelled():
    article, at = make_article(slug="new"), timezone.now() + timezone.timedelta(hours=1)
    path = workflow.address(at, "new")
    point(path, article, origin=Address.Origin.IMPORTED)
    workflow.schedule(article, at)
    workflow.cancel_schedule(article)
    assert where(path) == article


def test_request_is_known_by_its_query_first_and_by_either_slash():
    assert asked("/old", QueryDict("b=2&a=1&utm_x=y")) == ["/old?a=1&b=2", "/old/?a=1&b=2", "/old", "/old/"]
    assert asked("/", QueryDict("utm_source=x")) == []
    assert asked("/a\0", QueryDict("")) == []


def test_plain_front_costs_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert find("/", QueryDict("utm_source=x")) is None


PATHS = ["/a/", "/b/", "/c/", "/section/x/", "/section/y/", "/?p=1"]
GOALS = [*PATHS, "/about/", OUTSIDE, "story"]
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("point"), st.sampled_from(PATHS), st.sampled_from(GOALS)),
        st.tuples(st.sampled_from(["make", "remove"]), st.sampled_from(["x", "y"]), st.none()),
        st.tuples(st.just("delete"), st.sampled_from(PATHS), st.none()),
        st.tuples(st.just("rename"), st.sampled_from(["s1", "s2"]), st.none()),
    ),
    max_size=14,
)


class OneHopTests(TestCase):
    """Whatever is written in whatever order."""

    @settings(max_examples=40)
    @given(STEPS)
    def test_every_address_leads_on_in_one_hop_or_says_that_there_is_nothing(self, steps):
        article = make_live(slug="s0").article
        for step, one, other in steps:
            _take(step, one, other, article)
        for address in Address.objects.all():
            self._follow(address.path)

    def _follow(self, path):
        first = Client().get(path)
        assert first.status_code in (200, 301, 404), first.status_code
        if first.status_code == 301 and first["Location"] != OUTSIDE:
            assert Client().get(first["Location"]).status_code == 200


def _take(step, one, other, article):
    if step == "make" and not Section.objects.filter(slug=one).exists():
        make_section(one.upper(), slug=one)
    elif step == "remove":
        Section.objects.filter(slug=one).delete()
    elif step == "delete":
        Address.objects.filter(path=one).delete()
    elif step == "rename":
        change(article, slug=one)
        with suppress(workflow.NotPossible):
            workflow.update(article)
    elif step == "point":
        with suppress(ValidationError):
            point(one, workflow.live_edition(article).path if other == "story" else other)


@pytest.mark.parametrize(("first", "second"), [("/old/", "/old"), ("/old", "/old/"), ("/a/?p=1", "/a?p=1")])
def test_address_with_or_without_its_last_slash_is_the_same(harbour, first, second):
    point(first, HARBOUR)
    point(second, "/latest/")
    assert [(one.path, one.target) for one in Address.objects.all()] == [(first, "/latest/")]
