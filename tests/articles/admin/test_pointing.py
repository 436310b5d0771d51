"""What points to a story, beside its form."""

from datetime import timedelta

import pytest
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from articles import snapshots, workflow
from tests.articles.admin.stories import make_person, pin, url
from tests.factories import make_article, make_live, make_section

pytestmark = pytest.mark.django_db


def points(browser, article):
    page = LexborHTMLParser(browser.get(url(article)).content.decode())
    return [(one.css_first("a").text(), " ".join(one.text().split())) for one in page.css(".points-here > li")]


def test_live_story_says_where_and_with_which_words(desk):
    target = make_live().article
    workflow.publish(pin(make_article("Pins it"), target, headline="Own words"))
    make_live(headline="Tells it", body=f'<p>a</p><aside data-related="{target.pk}"></aside>')
    told = dict(points(desk, target))
    assert told["Pins it"] == "Pins it in its box, as Own words"
    assert told["Tells it"] == "Tells it in its text"


def test_scheduled_story_stands_behind_those_that_readers_see(desk):
    target = make_live().article
    workflow.publish(pin(make_article("Now"), target))
    workflow.schedule(pin(make_article("Later"), target), timezone.now() + timedelta(days=1))
    assert [headline for headline, _ in points(desk, target)] == ["Now", "Later"]


def test_story_with_an_update_ahead_stands_once(desk):
    target = make_live().article
    story = pin(make_article("Now"), target)
    workflow.publish(story)
    story.headline = "Then"
    story.save()
    snapshots.record(story)
    workflow.schedule(story, timezone.now() + timedelta(days=1))
    assert [headline for headline, _ in points(desk, target)] == ["Now"]


def test_reporter_sees_what_readers_see_and_what_is_theirs(client):
    reporter = make_person("rita", "Reporters")
    target = make_article(created_by=reporter)
    live = workflow.publish(pin(make_article("Of another"), target))
    for headline, by in (("Theirs", reporter), ("Secret", None)):
        story = pin(make_article(headline, created_by=by), target)
        workflow.schedule(story, timezone.now() + timedelta(days=1))
    client.force_login(reporter)
    page = LexborHTMLParser(client.get(url(target)).content.decode())
    shown = {link.text(): link.attributes["href"] for link in page.css(".points-here a")}
    assert shown.keys() == {"Of another", "Theirs"}
    assert shown["Of another"] == live.path


def test_form_takes_as_many_queries_for_few_and_many(desk, django_assert_num_queries):
    target = make_live(section=make_section()).article
    for _ in range(12):
        workflow.publish(pin(make_article(), target))
    desk.get(url(target))
    with django_assert_num_queries(26):
        assert len(points(desk, target)) == 12
