"""Suggestions beside a story's form: they follow what is typed, and one press pins them."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles import snapshots, suggestions
from articles.models import Article
from tests.browser.accessibility import violations_by_scheme
from tests.factories import make_article, make_live

pytestmark = pytest.mark.django_db(transaction=True)

FERRY = "<p>The Skerry ferry contract goes to Northquay; the islanders of Skerry want a ferry that sails in a gale.</p>"


@pytest.fixture
def news():
    """Two stories of a ferry, and others, so that words have their rarity."""
    for number in range(6):
        make_live(body=f"<p>Word{number} goal{number} crowd{number} stood by.</p>")
    return [make_live(headline=headline, body=FERRY).article for headline in ("Ferry one", "Ferry two")]


def offers(page):
    return page.locator("[data-offer]")


def rows(page):
    return page.locator("#related_links-group .inline-related:not(.empty-form)")


@pytest.fixture
def offered(surface, news):
    """The form of a story with two suggestions."""
    surface.open(FERRY)
    suggestions.work_out([surface.article.pk])
    surface.page.reload()
    expect(surface.text).to_be_visible()
    expect(offers(surface.page)).to_have_count(2)
    return surface


def test_what_is_typed_is_followed(surface, news):
    page = surface.open("<p>One.</p>", headline="Plain").page
    expect(offers(page)).to_have_count(0)
    surface.after("One.")
    page.keyboard.type(" The Skerry ferry contract and the islanders of Northquay.")
    page.locator("[data-suggestions]").scroll_into_view_if_needed()
    expect(offers(page)).to_have_count(2)
    expect(page.locator("[data-suggestions-state]")).to_contain_text("As typed at")


def test_story_that_was_never_saved_gets_suggestions(signed_in, live_server, news):
    page = signed_in
    page.goto(live_server.url + reverse("admin:articles_article_add"))
    expect(page.locator(".ProseMirror")).to_be_visible()
    page.get_by_label("Headline:").first.fill("Skerry ferry contract for Northquay")
    page.locator("[data-suggestions]").scroll_into_view_if_needed()
    expect(offers(page)).to_have_count(2)


def test_enter_pins_a_story_below_the_others_and_leads_to_the_next(offered):
    page = offered.page
    first, second = offers(page).locator(".offer-headline").all_text_contents()
    offers(page).first.get_by_role("button").focus()
    offered.press("Enter")
    expect(rows(page).last.locator("select")).to_have_value(str(Article.objects.get(headline=first).pk))
    expect(page.get_by_role("button", name=f"Pin: {second}")).to_be_focused()
    expect(page.locator("[role=status]", has_text=f"Pinned {first}. It is number 1")).to_be_attached()
    expect(rows(page).last.locator(".field-stands")).to_contain_text("Pinned, and not saved yet.")
    offered.press("Enter")
    offered.save()
    assert [link.target.headline for link in offered.article.related_links.all()] == [first, second]


def test_pinned_story_that_is_removed_again_is_offered_again(offered):
    page = offered.page
    page.get_by_role("button", name="Pin: Ferry one").click()
    expect(offers(page)).to_have_count(1)
    page.mouse.move(0, 0)
    rows(page).last.locator(".inline-deletelink").click()
    expect(offers(page)).to_have_count(2)
    expect(rows(page)).to_have_count(0)


def test_list_stays_still_under_the_pointer(offered):
    page = offered.page
    offers(page).last.hover()
    page.locator("#id_headline").evaluate(
        "field => { field.value = 'Goal1 crowd1 word1'; field.dispatchEvent(new Event('input', { bubbles: true })) }"
    )
    expect(page.locator("[data-suggestions-state]")).to_contain_text("As typed at")
    assert offers(page).count() == 2
    page.mouse.move(0, 0)
    expect(offers(page)).to_have_count(3)


def test_row_that_was_just_added_stands_last_in_what_is_kept(offered):
    page, story = offered.page, make_live(headline="Pinned before").article
    offered.article.related_links.create(target=story)
    snapshots.record(offered.article)
    page.reload()
    expect(offered.text).to_be_visible()
    page.get_by_role("button", name="Pin: Ferry one").click()
    expect(page.locator("[data-suggestions-state]")).to_contain_text("As typed at")
    typed = offered.article.autosaves.get(content__isnull=False).content
    assert [link["target"] for link in typed["related"]] == [story.pk, Article.objects.get(headline="Ferry one").pk]


def test_section_is_accessible(signed_in, live_server, news):
    page, article = signed_in, make_article(body=FERRY)
    article.related_links.create(target=make_article())
    snapshots.record(article)
    suggestions.work_out([article.pk])
    page.goto(live_server.url + reverse("admin:articles_article_change", args=[article.pk]))
    expect(page.locator(".ProseMirror")).to_be_visible()
    expect(rows(page).first.locator(".field-stands")).to_contain_text("Draft")
    assert violations_by_scheme(page, "[data-suggestions]") == []
    assert violations_by_scheme(page, ".field-stands") == []
    assert violations_by_scheme(page, "[data-fold=pointing]") == []
