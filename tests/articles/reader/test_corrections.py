"""Corrections and update notes as readers see them, and the search engines."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles import workflow
from tests.articles.reader.pages import page, texts
from tests.factories import change, make_article, make_live

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return make_live(headline="Forty boats").article


def path(story):
    return workflow.live_edition(story).path


@pytest.mark.parametrize(("place", "before"), [("top", True), ("foot", False)])
def test_correction_stands_above_or_below_the_text(client, story, place, before):
    workflow.correct(story, "We wrote forty.", "There were fourteen.", place=place)
    page = client.get(path(story)).content.decode().partition("<main")[2]
    assert (page.index("There were fourteen.") < page.index("The ferry sails")) is before


def test_correction_says_what_was_wrong_and_right_and_when(client, story):
    with time_machine.travel("2027-01-05T14:10Z", tick=False):
        workflow.correct(story, "We wrote forty.", "There were fourteen.")
        told = texts(page(client, path(story)), ".correction")
    assert told == ["Correction 5 January 2027, 14:10 UTC — We wrote forty. There were fourteen."]


def test_correction_is_no_markup(client, story):
    workflow.correct(story, "<script>x</script>", "There were fourteen.")
    assert b"<script>x" not in client.get(path(story)).content


def test_correction_said_anew_is_told_once(client, story):
    first = workflow.correct(story, "We wrote forty.", "There were fourteen.")
    workflow.correct(story, "We wrote forty.", "There were fifteen.", replaces=first)
    for address in (path(story), "/corrections/"):
        html = client.get(address).content
        assert b"There were fifteen." in html
        assert b"There were fourteen." not in html


def test_corrections_stay_with_later_editions(client, story):
    workflow.correct(story, "We wrote forty.", "There were fourteen.")
    change(story, headline="Boats")
    workflow.update(story)
    assert texts(page(client, path(story)), ".correction")


def test_correction_is_structured_data(client, story):
    workflow.correct(story, "We wrote forty.", "There were fourteen.")
    data = json.loads(page(client, path(story)).css_first('script[type="application/ld+json"]').text())
    (told,) = data["correction"]
    assert (told["@type"], told["text"]) == ("CorrectionComment", "We wrote forty. There were fourteen.")
    assert told["datePublished"] == data["dateModified"]


def test_update_notes_are_told_newest_first_and_stay(client, story):
    workflow.publish(story, update_note="With a map.")
    workflow.publish(story, update_note="With the minister’s answer.")
    change(story, headline="Boats")
    workflow.update(story)
    notes = texts(page(client, path(story)), ".update-note")
    assert [note.partition(" — ")[2] for note in notes] == ["With the minister’s answer.", "With a map."]


def test_update_note_of_a_scheduled_edition_is_not_told_before(client, story):
    change(story, headline="Boats")
    workflow.schedule(story, timezone.now() + timedelta(hours=1), update_note="With a map.")
    assert not texts(page(client, path(story)), ".update-note")


def test_page_of_corrections_lists_them_newest_first_with_the_live_headline(client, story):
    other = make_live(headline="Seals").article
    workflow.correct(story, "We wrote forty.", "There were fourteen.")
    workflow.correct(other, "We wrote seals.", "They were otters.")
    change(story, headline="Fourteen boats")
    workflow.update(story)
    assert texts(page(client, "/corrections/"), "h2") == ["Seals", "Fourteen boats"]


@pytest.mark.parametrize("leave", [workflow.withdraw, workflow.kill])
def test_correction_of_a_story_that_is_gone_is_not_listed(client, story, leave):
    workflow.correct(story, "We wrote forty.", "There were fourteen.")
    leave(story, "Wrong")
    assert "There were fourteen." not in page(client, "/corrections/").body.text()


def test_page_of_corrections_says_that_there_are_none(client):
    assert "Nothing had to be corrected so far." in page(client, "/corrections/").body.text()


def test_pages_of_corrections_show_each_once(client, settings, story):
    settings.PAGE_SIZE = 2
    for number in range(5):
        workflow.correct(story, f"Wrong {number}.", "Right.")
    seen, query = [], ""
    while True:
        listed = client.get(f"/corrections/{query}").context["listed"]
        seen += [correction.wrong for correction in listed.rows]
        if not (query := listed.older):
            break
    assert seen == [f"Wrong {number}." for number in (4, 3, 2, 1, 0)]


@pytest.mark.parametrize("count", [1, 30])
def test_page_of_corrections_takes_as_many_queries_for_few_as_for_many(client, count, django_assert_num_queries):
    for number in range(count):
        workflow.correct(make_live().article, f"Wrong {number}.", "Right.")
    with django_assert_num_queries(2):
        client.get("/corrections/")


def test_killed_story_answers_410_and_names_no_reason(client, story):
    address = path(story)
    workflow.kill(story, "The court forbids it.", notice="We do not tell this story any more.")
    response = client.get(address)
    assert response.status_code == 410
    assert b"We do not tell this story any more." in response.content
    assert b"court" not in response.content
    assert b"Forty boats" not in response.content


def test_scheduled_withdrawal_is_a_known_change_of_the_page(client, story):
    at = timezone.now().replace(microsecond=0) + timedelta(hours=1)
    workflow.schedule_withdrawal(story, at, "A day only.", "It was there for a day.")
    assert client.get(path(story))["X-Next-Change"] == at.isoformat()
    address = path(story)
    with time_machine.travel(at, tick=False):
        response = client.get(address)
    assert response.status_code == 410
    assert b"It was there for a day." in response.content


def test_story_that_was_never_published_has_no_page_when_killed(client):
    article = make_article()
    workflow.kill(article, "why")
    assert not article.addresses.exists()


def test_update_that_has_a_note_is_told_once(client, story):
    change(story, headline="New")
    workflow.publish(story, update_note="with the minister's answer")
    page = client.get(story.editions.live().get().path).content.decode()
    assert page.count("Updated ") == 1
