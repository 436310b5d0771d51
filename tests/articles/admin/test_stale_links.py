"""Related links to look at: the desk's panel, the page that lists them, and each of its buttons."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from articles import mirror, workflow
from articles.models import RelatedLink, Suggestion
from newsroom.accounts.models import RecordEntry
from tests.articles.admin.stories import messages
from tests.articles.linking import make_link, make_live_link, update
from tests.factories import change, make_live

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/article/links/"


@pytest.fixture
def target():
    return make_live(headline="Ferry late").article


@pytest.fixture
def stale(target):
    """A live story with a stale link."""
    article = make_live_link(target, "Own words", headline="Harbour")
    update(target, headline="Ferry sails")
    return article


@pytest.fixture
def gone(target):
    """A live story with a link to a withdrawn one."""
    article = make_live_link(target, headline="Harbour")
    workflow.withdraw(target, "Wrong firm")
    return article


@pytest.fixture
def at_chiefs(client, chief):
    client.force_login(chief)
    return client


def page(browser, address=LIST):
    return LexborHTMLParser(browser.get(address).content.decode())


def text(node):
    return " ".join(node.text().split())


def sheets(browser, address=LIST):
    return page(browser, address).css(".stale-link")


def choose(browser, article, target, choice, **data):
    """Press a button of the page as it is now."""
    (form, *_) = page(browser).css(f'form[action="/admin/articles/article/{article.pk}/link/{target.pk}/"]')
    fields = {field.attributes["name"]: field.attributes["value"] for field in form.css("input")}
    action = form.attributes["action"]
    return browser.post(action, fields | {"choice": choice} | data, follow=True)


def shown(article):
    """The links that readers of the story see, as its edition has them."""
    return [
        (link.article, link.headline) for link in mirror.story_links(workflow.live_edition(article).revision.content)
    ]


def test_list_has_both_texts_and_what_changed(at_chiefs, stale):
    (sheet,) = sheets(at_chiefs)
    assert sheet.css_first("h2").text(strip=True) == "Harbour"
    assert "Ferry sails, retitled" in text(sheet)
    assert "The link’s headline Own words" in text(sheet)
    assert sheet.css_first("del").text(strip=True).endswith("late.")
    assert sheet.css_first("ins").text(strip=True).endswith("sails.")


def test_correction_stands_with_the_link(at_chiefs, target):
    make_live_link(target, "Own words")
    workflow.correct(target, "We wrote forty.", "There were fourteen.")
    (sheet,) = sheets(at_chiefs)
    assert "We wrote forty. There were fourteen." in text(sheet)
    assert "as it was" in text(sheet)


def test_refresh_publishes_that_and_nothing_more(at_chiefs, target, stale):
    change(stale, headline="Not yet")
    response = choose(at_chiefs, stale, target, "refresh")
    assert "Readers see it now; nothing else of the story was published." in messages(response)
    assert (shown(stale), workflow.live_edition(stale).headline) == ([(target.pk, "")], "Harbour")
    assert sheets(at_chiefs) == []


def test_refresh_of_a_draft_publishes_nothing(at_chiefs, target):
    draft = make_link(target, "Own words")
    update(target, headline="Ferry sails")
    assert "Readers see it when it is published." in messages(choose(at_chiefs, draft, target, "refresh"))
    assert not draft.editions.exists()
    assert draft.related_links.get().headline == ""


def test_kept_words_stay_and_readers_see_no_difference(at_chiefs, target, stale):
    edition = workflow.live_edition(stale)
    assert "kept its own words" in messages(choose(at_chiefs, stale, target, "keep"))
    assert workflow.live_edition(stale) == edition
    assert (shown(stale), sheets(at_chiefs)) == ([(target.pk, "Own words")], [])


def test_edit_leads_to_the_row_of_the_form(at_chiefs, target, stale):
    RelatedLink.objects.update(position=1)
    stale.related_links.create(url="https://example.org/", headline="Outside", position=0)
    change(stale)
    (edit,) = (link for link in page(at_chiefs).css(".stale-link .ways a") if "Edit" in link.text())
    address, _, field = edit.attributes["href"].partition("#")
    assert field == "id_related_links-1-headline"
    assert page(at_chiefs, address).css_first(f"#{field}").attributes["value"] == "Own words"


def test_link_that_only_readers_see_can_be_refreshed_and_not_kept(at_chiefs, target, stale):
    stale.related_links.all().delete()
    change(stale)
    (sheet,) = sheets(at_chiefs)
    assert [button.attributes["value"] for button in sheet.css("button")] == ["refresh"]
    assert "nothing to keep" in messages(choose(at_chiefs, stale, target, "keep"))
    choose(at_chiefs, stale, target, "refresh")
    assert shown(stale) == [(target.pk, "")]


def test_best_suggestion_replaces_the_withdrawn_story_by_one_click(at_chiefs, target, gone):
    other = make_live(headline="Tides").article
    Suggestion.objects.create(article=gone, target=other, weight=1, why="Same topic")
    (sheet,) = sheets(at_chiefs)
    assert "withdrawn" in text(sheet)
    assert "Wrong firm" in text(sheet)
    assert "Replace by “Tides”" in text(sheet)
    response = choose(at_chiefs, gone, target, "replace")
    assert "“Harbour” leads to “Tides” instead of “Ferry late”. Readers see it now" in messages(response)
    assert shown(gone) == [(other.pk, "")]


def test_another_story_can_be_chosen(at_chiefs, target, gone):
    other = make_live(headline="Tides").article
    choose(at_chiefs, gone, target, "replace", new=other.pk)
    assert shown(gone) == [(other.pk, "")]


@pytest.mark.parametrize("new", ["", "x", "999999"])
def test_story_that_is_none_replaces_nothing(at_chiefs, target, gone, new):
    response = choose(at_chiefs, gone, target, "replace", new=new)
    assert "Nothing was changed." in messages(response)
    assert shown(gone) == [(target.pk, "")]


def test_link_to_a_withdrawn_story_can_be_taken_out(at_chiefs, target, gone):
    assert "has no link to “Ferry late” any more" in messages(choose(at_chiefs, gone, target, "take out"))
    assert (shown(gone), gone.related_links.count()) == ([], 0)


def test_each_deed_stands_in_the_record(at_chiefs, chief, target, stale):
    choose(at_chiefs, stale, target, "keep")
    entry = RecordEntry.objects.filter(by=chief, thing=str(stale.pk), action="changed").get()
    assert "kept its own words" in str(entry.details)


def test_nothing_is_done_where_the_target_changed_again_meanwhile(at_chiefs, target, stale):
    (seen,) = (field.attributes["value"] for field in page(at_chiefs).css("input[name=seen]"))
    update(target, headline="Ferry sinks")
    response = choose(at_chiefs, stale, target, "keep", seen=seen)
    assert "Something has changed since this page was made." in messages(response)
    assert len(sheets(at_chiefs)) == 1


def test_reporter_mends_the_working_copy_and_publishes_nothing(beat, reporter, target):
    article = make_live_link(target, "Own words", created_by=reporter)
    update(target, headline="Ferry sails")
    assert "readers see it when the story is published" in text(page(beat).css_first("#links"))
    choose(beat, article, target, "refresh")
    assert (shown(article), article.related_links.get().headline) == ([(target.pk, "Own words")], "")
    assert sheets(beat) == []


def test_story_of_another_is_not_the_reporters_to_mend(beat, target, stale):
    assert sheets(beat) == []
    assert beat.get(f"{LIST}?story={stale.pk}").status_code == 403
    answer = beat.post(f"/admin/articles/article/{stale.pk}/link/{target.pk}/", {"choice": "refresh"})
    assert answer.status_code == 403


def test_odd_choices_are_refused(at_chiefs, target, stale):
    address = f"/admin/articles/article/{stale.pk}/link/{target.pk}/"
    assert at_chiefs.post(address, {"choice": "odd"}).status_code == 400
    assert at_chiefs.get(address).status_code == 405


def test_one_goes_back_to_the_page_of_the_button_and_nowhere_outside(at_chiefs, target, stale):
    address = f"/admin/articles/article/{stale.pk}/link/{target.pk}/"
    for wanted, led in [(f"{LIST}?story=1", f"{LIST}?story=1#links"), ("https://example.org/", f"{LIST}#links")]:
        assert at_chiefs.post(address, {"choice": "keep", "next": wanted}).headers["Location"] == led


def test_desk_names_the_links_and_leads_to_those_of_the_story(at_chiefs, target, stale):
    panels = {one.css_first("h2").text(strip=True): one for one in page(at_chiefs, "/admin/").css(".desk-panel")}
    panel = panels["Related links to look at"]
    assert "leads to Ferry sails" in text(panel)
    assert panel.css_first(".changed").text() == "retitled"
    (link,) = panel.css(".desk-lines > li > a")
    assert len(sheets(at_chiefs, link.attributes["href"])) == 1


def test_list_is_paged(at_chiefs, target, monkeypatch):
    monkeypatch.setattr("articles.admin.stale_links.PAGE", 2)
    for _ in range(3):
        make_live_link(target)
    workflow.withdraw(target, "Wrong.")
    assert len(sheets(at_chiefs)) == 2
    assert len(sheets(at_chiefs, f"{LIST}?page=2")) == 1


@pytest.mark.parametrize("count", [1, 12])
def test_list_takes_as_many_queries_for_few_and_many(at_chiefs, target, count, django_assert_num_queries):
    for _ in range(count):
        make_live_link(target)
    workflow.withdraw(target, "Wrong.")
    at_chiefs.get(LIST)
    with django_assert_num_queries(9):
        assert len(sheets(at_chiefs)) == count
