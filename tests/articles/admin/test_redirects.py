"""The redirects' screen."""

import pytest
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from articles import workflow
from articles.addresses import point
from articles.models import Address
from tests.factories import change, make_live, make_section

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/address/"
HARBOUR = "/section/harbour/"


@pytest.fixture(autouse=True)
def _harbour():
    make_section("Harbour")


@pytest.fixture
def renamed():
    """A story that has moved from where it stood first."""
    edition = make_live(headline="Sails", slug="one")
    change(edition.article, slug="two")
    workflow.update(edition.article)
    return edition


def screen(address):
    return f"{LIST}{address.pk}/change/"


def listed(client, query=""):
    return [address.path for address in client.get(LIST + query).context["cl"].result_list]


def test_added_redirect_leads_there_and_says_who_wrote_it(desk, editor):
    desk.post(
        f"{LIST}add/", {"path": "http://127.0.0.1:8000/caf%C3%A9/?utm_x=y", "article": "", "target": "/section/harbour"}
    )
    address = Address.objects.get()
    assert (address.path, address.target, address.by, address.origin) == ("/café/", HARBOUR, editor, "typed")


def test_redirect_to_a_story_is_chosen_from_the_stories(desk, renamed):
    desk.post(f"{LIST}add/", {"path": "/old/", "article": renamed.article_id, "target": ""})
    assert Address.objects.get(path="/old/").article == renamed.article


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"path": "/old/", "target": ""}, "Give a story or another page, one of the two."),
        ({"path": "/old/", "target": "/nowhere/"}, "Readers find no page at /nowhere/."),
        ({"path": "/latest/", "target": HARBOUR}, "There is a page at /latest/"),
        ({"path": "/old/", "target": "/old"}, "/old/ would lead to itself."),
        ({"path": "/there/", "target": "/about/"}, "There is a redirect from this address already."),
        ({"path": "there", "target": "/about/"}, "There is a redirect from this address already."),
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_stays(desk, fields, said):
    point("/there/", HARBOUR)
    content = desk.post(f"{LIST}add/", {"article": ""} | fields).content.decode()
    assert said in content
    assert f'value="{fields["path"].rstrip("/")}' in content
    assert Address.objects.count() == 1


def test_changed_redirect_leads_elsewhere(desk, editor):
    address = point("/old/", HARBOUR, origin=Address.Origin.IMPORTED)
    desk.post(screen(address), {"article": "", "target": "/about/"})
    address.refresh_from_db()
    assert (address.target, address.origin, address.by) == ("/about/", "typed", editor)


def test_refusal_of_a_change_is_said(desk):
    address = point("/old/", HARBOUR)
    assert "to itself" in desk.post(screen(address), {"article": "", "target": "/old/"}).content.decode()


def test_redirect_can_be_deleted(desk):
    address = point("/old/", HARBOUR)
    desk.post(f"{LIST}{address.pk}/delete/", {"post": "yes"})
    assert not Address.objects.exists()


@pytest.mark.parametrize("which", ["first", "last"])
def test_where_a_story_stands_or_stood_is_shown_and_not_touched(desk, renamed, which):
    address = getattr(Address.objects.order_by("pk"), which)()
    assert desk.get(screen(address)).status_code == 200
    assert desk.post(screen(address), {"article": "", "target": HARBOUR}).status_code == 403
    assert desk.post(f"{LIST}{address.pk}/delete/", {"post": "yes"}).status_code == 403
    desk.post(LIST, {"action": "delete_selected", "_selected_action": [address.pk], "post": "yes"})
    address.refresh_from_db()
    assert address.article == renamed.article


def test_list_shows_what_leads_elsewhere_by_its_origin(desk, renamed):
    own = workflow.live_edition(renamed.article).path
    point("/typed/", HARBOUR)
    point("/imported/", renamed.article, origin=Address.Origin.IMPORTED)
    assert listed(desk) == [renamed.path, "/imported/", "/typed/"]
    for origin, paths in {
        "slug": [renamed.path],
        "own": [own],
        "typed": ["/typed/"],
        "imported": ["/imported/"],
    }.items():
        assert listed(desk, f"?origin={origin}") == paths
    assert len(listed(desk, "?origin=all")) == 4


def test_redirect_is_found_by_its_address_its_goal_and_its_story(desk, renamed):
    point("/typed/", HARBOUR)
    for words, path in {"typ": "/typed/", "harbour": "/typed/", "Sails": renamed.path}.items():
        assert listed(desk, f"?q={words}") == [path]


@pytest.mark.parametrize("count", [3, 30])
def test_list_takes_as_many_queries_however_long_it_is(desk, count, django_assert_num_queries):
    article = make_live().article
    for number in range(count):
        point(f"/old/{number}/", article)
    desk.get(LIST)
    with django_assert_num_queries(4):
        assert "/old/0/" in desk.get(LIST).content.decode()


def test_permission_decides_who_writes(staff):
    client = staff("view_address")
    assert client.get(LIST).status_code == 200
    assert client.post(f"{LIST}add/", {"path": "/old/", "target": HARBOUR}).status_code == 403


def test_times_are_shown_with_their_zone(desk):
    point("/old/", HARBOUR)
    Address.objects.update(last_hit=timezone.now())
    row = LexborHTMLParser(desk.get(LIST).content.decode()).css_first("#result_list tbody tr")
    assert [row.css_first(f".field-{name}").text().split()[-1] for name in ("last_hit_at", "since")] == ["UTC", "UTC"]
