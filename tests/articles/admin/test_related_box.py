"""The related section of a story's form: why each link is shown or not, and what is offered."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from articles import snapshots, suggestions, workflow
from articles.models import Article, Publication
from tests.articles.admin.stories import ADD, form, make_person, pin, url, words
from tests.factories import make_article, make_live, make_thread

pytestmark = pytest.mark.django_db

KEY = str(uuid.UUID(int=1))
FERRY = "<p>The Skerry ferry contract goes to Northquay; the islanders of Skerry want a ferry that sails in a gale.</p>"
NEW = "/admin/articles/article/related/"


def lines(browser, article):
    """What the form says beside each related link."""
    page = LexborHTMLParser(browser.get(url(article)).content.decode())
    rows = page.css("#related_links-group .inline-related:not(.empty-form) .field-stands .readonly")
    return [" ".join(row.text().split()) for row in rows]


@pytest.fixture
def noise():
    """Other news, so that words have their rarity."""
    for number in range(6):
        make_live(body=f"<p>Word{number} goal{number} crowd{number} stood by.</p>")


class TestLines:
    def test_link_says_who_pinned_it_and_when(self, desk, editor):
        [line] = lines(desk, pin(make_article(), make_live().article, by=editor))
        assert line == f"Pinned by {editor}, {timezone.localtime():%-d %B}."

    def test_link_that_nobody_known_pinned_says_when(self, desk):
        [line] = lines(desk, pin(make_article(), make_live().article))
        assert line == f"Pinned on {timezone.localtime():%-d %B}."

    def test_scheduled_story_says_when_it_appears(self, desk):
        target = make_article()
        workflow.schedule(target, timezone.now() + timedelta(days=1))
        [line] = lines(desk, pin(make_article(), target))
        assert line.startswith("Scheduled for ")
        assert "until then readers see nothing here" in line

    def test_withdrawn_story_says_so(self, desk):
        target = make_live().article
        workflow.withdraw(target, "Wrong")
        [line] = lines(desk, pin(make_article(), target))
        assert line.startswith("Withdrawn readers see nothing here.")

    def test_story_of_the_same_running_story_says_where_it_stands(self, desk):
        thread = make_thread()
        target = make_live(thread=thread).article
        [line] = lines(desk, pin(make_live(thread=thread).article, target))
        assert line.startswith("Not shown It stands elsewhere on the page already.")

    def test_newer_story_that_was_accepted_says_where_it_stands(self, desk):
        older = make_live(at=timezone.now() - timedelta(days=1)).article
        newer = make_live().article
        workflow.accept_follow_up(older, newer)
        [line] = lines(desk, pin(older, newer))
        assert line.startswith("Not shown It stands elsewhere on the page already.")

    def test_draft_says_so(self, desk):
        [line] = lines(desk, pin(make_article(), make_article()))
        assert line.startswith("Draft readers see nothing here until it is published.")

    def test_draft_under_an_embargo_says_until_when(self, desk):
        target = make_article()
        workflow.set_embargo(target, timezone.now() + timedelta(days=1))
        [line] = lines(desk, pin(make_article(), target))
        assert line.startswith("Draft under embargo until ")

    def test_story_that_stands_in_the_text_or_twice_says_so(self, desk):
        told, twice = make_live().article, make_live().article
        article = make_article(body=f'<p>a</p><aside data-related="{told.pk}"></aside>')
        said = lines(desk, pin(article, told, twice, twice))
        assert said[0].startswith("Not shown The text has a link to it already.")
        assert said[1].startswith("Pinned on")
        assert said[2].startswith("Not shown It is chosen above already.")

    def test_stub_says_that_its_story_is_not_here(self, desk):
        article = make_article()
        article.related_links.create(headline="A stub")
        snapshots.record(article)
        [line] = lines(desk, article)
        assert line.startswith("Not shown Its story is not here yet")

    def test_reporter_learns_of_the_draft_of_another_only_that_readers_do_not_see_it(self, client):
        reporter, target = make_person("rita", "Reporters"), make_article(headline="Secret")
        workflow.schedule(target, timezone.now() + timedelta(days=1))
        client.force_login(reporter)
        [line] = lines(client, pin(make_article(created_by=reporter), target))
        assert line.startswith("Not shown Readers do not see the story.")

    def test_story_to_be_read_only_says_it_too(self, client):
        reporter = make_person("rita", "Reporters")
        article = pin(make_article(created_by=reporter), make_article(created_by=reporter))
        workflow.submit(article, by=reporter)
        client.force_login(reporter)
        [line] = lines(client, article)
        assert line.startswith("Draft")


def offers(browser, article):
    """The headlines below "Then the box is filled with", and those of the rest."""
    page = LexborHTMLParser(browser.get(url(article)).content.decode())
    return _offers(page)


def _offers(page):
    found = {"filled": [], "goes": []}
    for title in page.css("h4"):
        if name := next((name for name in found if name in title.text().lower()), None):
            offer_list = title.next
            while offer_list.tag != "ul":
                offer_list = offer_list.next
            found[name] += [offer.text() for offer in offer_list.css(".offer-headline")]
    return found["filled"], found["goes"]


class TestOffers:
    def test_suggestions_that_fill_the_box_stand_apart_from_the_rest(self, desk, noise):
        Publication.objects.update_or_create(pk=1, defaults={"related_stories": 1})
        stories = [make_live(timezone.now() - timedelta(days=days), body=FERRY).article for days in (1, 300)]
        article = make_article(body=FERRY)
        suggestions.work_out([article.pk])
        assert offers(desk, article) == ([stories[0].headline], [stories[1].headline])

    def test_story_that_is_pinned_is_not_offered(self, desk, noise):
        target = make_live(body=FERRY).article
        article = pin(make_article(body=FERRY), target)
        suggestions.work_out([article.pk])
        assert offers(desk, article) == ([], [])

    def test_reporter_is_not_offered_what_is_scheduled_by_another(self, client, desk, noise):
        reporter = make_person("rita", "Reporters")
        later = make_article(body=FERRY)
        workflow.schedule(later, timezone.now() + timedelta(days=1))
        article = make_article(body=FERRY, created_by=reporter)
        suggestions.work_out([article.pk])
        assert offers(desk, article) == ([], [later.headline])
        client.force_login(reporter)
        assert offers(client, article) == ([], [])
        assert asked(client, article, body=FERRY) == ([], [])

    def test_words_that_may_stand_in_a_working_copy_only_are_not_told_to_reporters(self, client, desk, noise):
        reporter = make_person("rita", "Reporters")
        make_live(body=FERRY)
        article = make_article(body=FERRY, created_by=reporter)
        suggestions.work_out([article.pk])
        assert "both say" in words(desk.get(url(article)))
        client.force_login(reporter)
        assert "both say" not in words(client.get(url(article)))

    def test_who_may_not_change_the_story_is_offered_nothing_to_pin(self, client, noise):
        reporter = make_person("rita", "Reporters")
        ferry = make_live(body=FERRY)
        article = make_article(body=FERRY, created_by=reporter)
        suggestions.work_out([article.pk])
        workflow.submit(article, by=reporter)
        client.force_login(reporter)
        said = words(client.get(url(article)))
        assert ferry.headline in said
        assert 'name="_pin"' not in said


def asked(browser, article=None, **fields):
    """What is offered for words that a window has just typed."""
    browser.post(url(article, "autosave") if article else f"{NEW[:-8]}autosave/", form(**fields) | {"autosave": KEY})
    answer = browser.get(url(article, "related") if article else NEW, {"window": KEY}).json()
    return _offers(LexborHTMLParser(answer["offers"]))


class TestAsTyped:
    def test_what_goes_with_typed_words_is_offered(self, desk, noise):
        ferry = make_live(body=FERRY)
        assert asked(desk, make_article(), body=FERRY) == ([ferry.headline], [])

    def test_story_that_was_never_saved_is_offered_some(self, desk, noise):
        ferry = make_live(body=FERRY)
        assert asked(desk, body=FERRY) == ([ferry.headline], [])

    def test_story_that_was_just_chosen_says_that_it_is_not_saved(self, desk):
        article, target = make_article(), make_live().article
        row = {"related_links-TOTAL_FORMS": "1", "related_links-0-target": target.pk}
        desk.post(url(article, "autosave"), form(**row) | {"autosave": KEY})
        answer = desk.get(url(article, "related"), {"window": KEY}).json()
        assert answer["lines"] == [{"story": target.pk, "text": "Pinned, and not saved yet."}]

    def test_window_that_typed_nothing_gets_what_was_saved(self, desk, noise):
        make_live(body=FERRY)
        answer = desk.get(url(make_article(body=FERRY), "related"), {"window": KEY}).json()
        assert answer["lines"] == []
        assert "Nothing yet goes with" in answer["offers"]

    def test_window_of_another_tells_nothing(self, desk, client, noise):
        make_live(body=FERRY)
        article = make_article()
        asked(desk, article, body=FERRY)
        client.force_login(make_person("ed", "Editors"))
        assert "data-offer" not in client.get(url(article, "related"), {"window": KEY}).json()["offers"]

    def test_who_may_not_change_the_story_is_refused(self, client):
        client.force_login(make_person("rita", "Reporters"))
        assert client.get(url(make_article(), "related"), {"window": KEY}).status_code == 403

    def test_as_many_queries_for_few_and_many(self, desk, noise, django_assert_max_num_queries):
        article = make_article()
        pin(article, *(make_live(body=FERRY).article for _ in range(9)), *(make_article() for _ in range(9)))
        asked(desk, article, body=FERRY)
        with django_assert_max_num_queries(24):
            desk.get(url(article, "related"), {"window": KEY})


class TestPinWithoutScripts:
    def test_button_saves_the_form_with_the_story_in_the_last_row(self, desk):
        first, second = make_live().article, make_live().article
        article = pin(make_article(), first)
        link = article.related_links.get()
        row = {"related_links-TOTAL_FORMS": "1", "related_links-INITIAL_FORMS": "1"}
        row |= {f"related_links-0-{name}": value for name, value in {"id": link.pk, "article": article.pk}.items()}
        row |= {"related_links-0-target": first.pk, "related_links-0-position": "4"}
        response = desk.post(url(article), form(headline="Typed too", _pin=second.pk, **row))
        assert response.url == url(article)
        content = Article.objects.get(pk=article.pk).latest_revision().content
        assert [link["target"] for link in content["related"]] == [first.pk, second.pk]
        assert content["headline"] == "Typed too"

    def test_refused_form_keeps_the_story_in_its_row(self, desk):
        target = make_live().article
        response = desk.post(ADD, form(headline="", _pin=target.pk))
        assert f'<option value="{target.pk}" selected>' in words(response)
        assert not Article.objects.filter(slug="ferry-sails").exists()

    def test_reporter_cannot_pin_the_draft_of_another(self, client):
        reporter = make_person("rita", "Reporters")
        article = make_article(created_by=reporter)
        client.force_login(reporter)
        client.post(url(article), form(_pin=make_article().pk))
        assert not article.related_links.exists()

    @pytest.mark.parametrize("number", ["", "x", "4711"])
    def test_what_is_no_story_is_refused_by_its_field(self, desk, number):
        article = make_article()
        assert desk.post(url(article), form(_pin=number)).status_code in (200, 302)
        assert not article.related_links.exists()
