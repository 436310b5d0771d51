"""An editor's way through stale links and follow-ups, by keyboard."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from articles import mirror, workflow
from articles.models import FollowUp, Suggestion
from tests.articles.linking import make_live_link, update
from tests.browser.accessibility import at_widths, violations_by_scheme
from tests.factories import make_live

pytestmark = pytest.mark.django_db(transaction=True)
LIST = "/admin/articles/article/links/"


@pytest.fixture
def target():
    return make_live(headline="Ferry late").article


@pytest.fixture
def at(signed_in, live_server, complaints):
    """Goes to an address; in the end the browser may have complained of nothing."""

    def go(address):
        signed_in.goto(f"{live_server.url}{address}")
        signed_in.wait_for_load_state()
        return signed_in

    yield go
    assert complaints == []


def links_of(article):
    revision = workflow.live_edition(article).revision
    return [(link.article, link.headline) for link in mirror.story_links(revision.content)]


def test_stale_link_is_found_on_the_desk_and_refreshed(at, target):
    article = make_live_link(target, "Own words", headline="Harbour")
    update(target, headline="Ferry sails")
    page = at("/admin/")
    panel = page.get_by_role("region", name="Related links to look at")
    panel.get_by_role("link", name="Harbour").press("Enter")
    expect(page.locator(".both-said ins")).to_contain_text("sails")
    page.get_by_role("button", name="Refresh").press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("Readers see it now")
    assert links_of(article) == [(target.pk, "")]


def test_edit_leads_into_the_field_of_the_link(at, target):
    make_live_link(target, "Own words", headline="Harbour")
    update(target, headline="Ferry sails")
    page = at(LIST)
    page.get_by_role("link", name="Edit…").press("Enter")
    expect(page.locator("#id_related_links-0-headline")).to_be_focused()


def test_withdrawn_story_is_replaced_by_one_that_is_sought(at, target):
    article, other = make_live_link(target, headline="Harbour"), make_live(headline="Tides of the week").article
    workflow.withdraw(target, "Wrong firm")
    page = at(LIST)
    page.get_by_text("Another story…").press("Enter")
    page.get_by_role("combobox").press("Enter")
    page.keyboard.type("Tides")
    expect(page.locator(".select2-results__option--highlighted")).to_have_text("Tides of the week")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Replace", exact=True).press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("leads to “Tides of the week” instead of “Ferry late”")
    assert links_of(article) == [(other.pk, "")]


def test_follow_up_is_accepted_on_the_desk_and_ended_on_the_form(at):
    older = make_live(at=timezone.now() - timedelta(days=9), headline="Ferry late").article
    make_live_link(older, headline="Ferry sails")
    page = at("/admin/")
    page.get_by_role("button", name="Show it as newer").press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("now see above its text")
    page = at(workflow.live_edition(older).path)
    expect(page.get_by_role("complementary", name="Newer")).to_contain_text("Newer: Ferry sails")
    page = at(f"/admin/articles/article/{older.pk}/change/")
    page.get_by_role("button", name="Show it no longer").press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("are told of “Ferry sails” no more")
    assert not FollowUp.objects.shown().exists()


def test_screens_are_accessible_and_fit(signed_in, live_server, target):
    stale, gone = make_live_link(target, "Own words"), make_live(headline="Gone").article
    article = make_live_link(gone)
    workflow.correct(target, "We wrote forty.", "There were fourteen.")
    workflow.withdraw(gone, "Wrong firm")
    Suggestion.objects.create(article=article, target=stale, weight=1, why="Same topic")
    older = make_live(at=timezone.now() - timedelta(days=9)).article
    workflow.accept_follow_up(older, make_live_link(older))
    make_live_link(older)
    parts = [(LIST, None), ("/admin/", ".desk-panels"), (f"/admin/articles/article/{older.pk}/change/", ".standing")]
    for address, part in [*parts, (workflow.live_edition(older).path, ".newer")]:
        page = signed_in
        page.goto(f"{live_server.url}{address}")
        page.wait_for_load_state()
        for width in at_widths(page, 360, 1280):
            assert violations_by_scheme(page, part) == [], (address, width)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (address, width)
