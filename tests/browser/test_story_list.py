"""The stories' list and its actions in a real browser."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles import workflow
from tests.browser.accessibility import violations_by_scheme
from tests.factories import make_article, make_author, make_live

pytestmark = pytest.mark.django_db(transaction=True)
LIST = "admin:articles_article_changelist"


@pytest.fixture
def stories_list(signed_in, live_server):
    def opened(query=""):
        signed_in.goto(f"{live_server.url}{reverse(LIST)}{query}")
        return signed_in

    return opened


def test_author_is_found_by_typing_and_the_search_stays(stories_list, complaints):
    make_article("Ferry sails", authors=[make_author("Ann Lee")])
    make_article("Ferry waits", authors=[make_author("Bob Ray")])
    shown = stories_list("?q=ferry")
    shown.get_by_role("combobox", name="Author").click()
    shown.keyboard.type("ann")
    shown.locator(".select2-results__option", has_text="Ann Lee").click()
    shown.locator(".asking:has(#filter-author) input[type=submit]").click()
    expect(shown.locator("#result_list .field-story")).to_have_count(1)
    expect(shown.locator("#result_list .field-story")).to_contain_text("Ferry sails")
    assert complaints == []


def test_stories_are_withdrawn_after_a_page_that_says_so(stories_list):
    stories = [make_live().article for _ in range(2)]
    shown = stories_list()
    for box in shown.locator("input.action-select").all():
        box.check()
    shown.select_option("select[name=action]", "withdraw")
    shown.locator("button[name=index]").click()
    expect(shown.locator("h1")).to_have_text("Withdraw 2 stories")
    assert violations_by_scheme(shown) == []
    shown.get_by_label("Reason").fill("Wrong figures")
    shown.get_by_role("button", name="Withdraw 2 stories").click()
    expect(shown.locator(".messagelist")).to_contain_text("Withdrew 2 stories")
    assert not any(workflow.live_edition(story) for story in stories)


def test_saved_filters_and_the_forms_of_filters_are_accessible_and_fit_a_phone(stories_list):
    make_article("Ferry sails")
    shown = stories_list("?q=ferry")
    shown.set_viewport_size({"width": 390, "height": 844})
    shown.locator(".saving summary").click()
    shown.get_by_label("Name").fill("Ferries")
    shown.get_by_role("button", name="Save", exact=True).click()
    expect(shown.locator(".saved-filters a[aria-current]")).to_have_text("Ferries")
    shown.locator(".saving summary").click()
    assert violations_by_scheme(shown) == []
    assert shown.evaluate("document.documentElement.scrollWidth <= innerWidth")
