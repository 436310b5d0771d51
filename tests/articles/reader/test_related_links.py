"""Related stories on a page: live ones only."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles import workflow
from articles.models import Publication, Suggestion
from tests.articles.reader.pages import link, page, texts
from tests.factories import change, make_article, make_live, make_photo

pytestmark = pytest.mark.django_db


def related(client, edition):
    return [a.attributes.get("href") for a in page(client, edition.path).css(".related a")]


def test_related_story_shows_its_live_headline(client):
    target = make_live(headline="Live words")
    edition = link(make_article(), target.article)
    change(target.article, headline="Unpublished words")
    assert any("Live words" in text for text in texts(page(client, edition.path), ".related"))


def test_related_draft_shows_nothing(client):
    edition = link(make_article(), make_article(headline="Draft"))
    assert not page(client, edition.path).css(".related")


def test_related_scheduled_story_appears_when_it_goes_live(client):
    target, at = make_article(), timezone.now() + timedelta(hours=1)
    ahead = workflow.schedule(target, at)
    edition = link(make_article(), target)
    assert related(client, edition) == []
    with time_machine.travel(at):
        assert ahead.path in related(client, edition)


def test_related_withdrawn_story_disappears(client):
    target = make_live()
    edition = link(make_article(), target.article)
    workflow.withdraw(target.article, "Wrong")
    assert related(client, edition) == []


def test_related_stub_is_not_shown(client):
    edition = link(make_article(), headline="Only a headline")
    assert "Only a headline" not in page(client, edition.path).text()


def test_related_outside_link_has_its_domain(client):
    edition = link(make_article(), url="https://www.example.org/report", headline="The report")
    assert "example.org" in texts(page(client, edition.path), ".related")[0]


def test_story_named_in_the_text_is_not_repeated_in_the_box(client):
    target = make_live()
    story = make_article(body=f'<p>a</p><aside data-related="{target.article_id}"></aside><p>b</p>')
    edition = link(story, target.article)
    assert client.get(edition.path).content.decode().count(f'href="{target.path}"') == 1


def suggest(story, *targets):
    for weight, target in enumerate(targets):
        Suggestion.objects.create(article=story, target=target, weight=-weight, why="Both say quay")


def box_size(number):
    Publication.objects.update_or_create(pk=1, defaults={"related_stories": number})


def test_suggestions_fill_the_box_after_what_editors_chose(client):
    pinned, best, next_best = make_live(), make_live(), make_live()
    edition = link(make_article(), pinned.article)
    suggest(edition.article, best.article, next_best.article)
    assert related(client, edition) == [pinned.path, best.path, next_best.path]


def test_suggestions_fill_no_further_than_the_box(client):
    box_size(2)
    pinned, best, next_best = make_live(), make_live(), make_live()
    edition = link(make_article(), pinned.article)
    suggest(edition.article, best.article, next_best.article)
    assert related(client, edition) == [pinned.path, best.path]


def test_paper_without_suggestions_has_what_editors_chose(client):
    box_size(0)
    pinned = make_live()
    edition = link(make_article(), pinned.article)
    suggest(edition.article, make_live().article)
    assert related(client, edition) == [pinned.path]


def test_suggestion_that_is_chosen_stands_once(client):
    pinned = make_live()
    edition = link(make_article(), pinned.article)
    suggest(edition.article, pinned.article)
    assert related(client, edition) == [pinned.path]


def test_suggestion_that_stands_in_the_text_is_not_repeated(client):
    target = make_live()
    edition = make_live(body=f'<p>a</p><aside data-related="{target.article_id}"></aside>')
    suggest(edition.article, target.article)
    assert related(client, edition) == []


def test_withdrawn_suggestion_gives_its_place_to_the_next(client):
    box_size(1)
    gone, follower = make_live(), make_live()
    edition = make_live()
    suggest(edition.article, gone.article, follower.article)
    workflow.withdraw(gone.article, "Wrong")
    assert related(client, edition) == [follower.path]


def test_suggested_draft_is_not_shown(client):
    edition = make_live()
    suggest(edition.article, make_article())
    assert related(client, edition) == []


def pictures(client, edition):
    return len(page(client, edition.path).css(".related img"))


def test_related_story_shows_its_picture(client):
    target = make_live(lead_photo=make_photo())
    assert pictures(client, link(make_article(), target.article)) == 1


def test_picture_that_leads_the_page_is_not_repeated_in_the_box(client):
    photo = make_photo()
    target = make_live(lead_photo=photo)
    assert pictures(client, link(make_article(lead_photo=photo), target.article)) == 0


def test_picture_of_the_text_is_not_repeated_in_the_box(client):
    photo = make_photo()
    target = make_live(lead_photo=photo)
    story = make_article(body=f'<p>a</p><figure data-photo="{photo.pk}"></figure>')
    assert pictures(client, link(story, target.article)) == 0


def test_picture_of_two_related_stories_stands_once(client):
    photo = make_photo()
    first, second = make_live(lead_photo=photo), make_live(lead_photo=photo)
    story = make_article()
    link(story, first.article)
    assert pictures(client, link(story, second.article)) == 1


def test_own_teaser_ends_well_and_its_dateline_stands_apart(client):
    teaser = "SALTMERE (Coastline) — The ferry sails at eight. " + "It sails on and on and on. " * 12
    edition = link(make_article(), make_live().article, teaser=teaser)
    card = page(client, edition.path).css_first(".related .standfirst")
    assert card.css_first(".dateline").text() == "SALTMERE"
    assert card.text().endswith("on and on.")
    assert len(card.text()) < 240


def test_outside_links_say_so_to_search_engines(client):
    edition = link(
        make_article(body='<p><a href="https://a.example/">A</a></p>'), url="https://b.example/", headline="B"
    )
    found = [a.attributes["rel"] for a in page(client, edition.path).css("a[href$='.example/']")]
    assert found == ["external noopener"] * 2


def test_outside_links_of_an_advertisement_feature_are_paid(client):
    story = make_article(kind="sponsored", advertiser="B", body='<p><a href="https://a.example/">A</a></p>')
    edition = link(story, url="https://b.example/", headline="B")
    found = [a.attributes["rel"] for a in page(client, edition.path).css("a[href$='.example/']")]
    assert found == ["external sponsored nofollow noopener"] * 2


def test_own_page_given_as_an_address_is_no_outside_link(client, settings):
    edition = link(make_article(), url=f"{settings.SITE_URL}/about/", headline="About us")
    assert "rel" not in page(client, edition.path).css_first(".related .headline a").attributes


def test_story_that_the_text_names_twice_stands_once(client):
    target = make_live()
    node = f'<aside data-related="{target.article_id}"></aside>'
    edition = make_live(body=f"<p>a</p>{node}<p>b</p>{node}")
    assert len(page(client, edition.path).css(".aside-story")) == 1


@pytest.mark.parametrize("start", ["", "https://news.example.org"])
def test_story_that_words_of_the_text_lead_to_is_not_repeated_in_the_box(client, settings, start):
    settings.SITE_URL = "https://news.example.org"
    target, other = make_live(), make_live()
    edition = link(make_article(body=f'<p><a href="{start}{target.path}#part">Before</a></p>'), target.article)
    suggest(edition.article, target.article, other.article)
    assert related(client, edition) == [other.path]
