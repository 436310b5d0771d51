"""Which links readers get in a story's box and why, and which stories point at a story."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import body as story_body
from articles import related, snapshots, workflow
from articles.related import WhyNot
from tests.factories import change, make_article, make_live

pytestmark = pytest.mark.django_db


def pointing(article):
    return [edition.headline for edition in related.pointing_at(article)]


def make_pin(target, **fields):
    """A live story whose related links lead to `target`."""
    article = make_article(**fields)
    article.related_links.create(target=target)
    snapshots.record(article)
    return workflow.publish(article).article


def in_text(target):
    return f'<p>a</p><aside data-related="{target.pk}"></aside>'


def test_link_in_the_related_box_counts():
    target = make_live().article
    make_pin(target, headline="Pins")
    assert pointing(target) == ["Pins"]


def test_link_in_the_text_counts():
    target = make_live().article
    make_live(headline="Tells", body=in_text(target))
    assert pointing(target) == ["Tells"]


def test_link_of_a_working_copy_alone_does_not_count():
    target = make_live().article
    make_article(body=in_text(target))
    article = make_live().article
    article.related_links.create(target=target)
    snapshots.record(article)
    assert pointing(target) == []


def test_link_that_only_the_working_copy_lost_counts():
    target = make_live().article
    edition = make_live(headline="Tells", body=in_text(target))
    change(edition.article, body="<p>a</p>")
    assert pointing(target) == ["Tells"]


def test_withdrawn_story_does_not_count():
    target = make_live().article
    edition = make_live(body=in_text(target))
    workflow.withdraw(edition.article, "Wrong.")
    assert pointing(target) == []


def test_number_that_only_begins_alike_does_not_count():
    target = make_live().article
    other = make_article(pk=target.pk * 10)
    make_live(body=in_text(other))
    make_pin(other)
    make_live(body=f'<p>data-related="{target.pk}"</p>')
    assert pointing(target) == []


def test_one_query_for_few_and_many(django_assert_num_queries):
    target = make_live().article
    for _ in range(12):
        make_live(body=in_text(target))
    with django_assert_num_queries(1):
        assert len(pointing(target)) == 12


def test_link_tells_where_it_stands_and_its_own_words():
    target = make_live().article
    article = make_article(body=in_text(target))
    article.related_links.create(target=target, headline="Own words")
    snapshots.record(article)
    workflow.publish(article)
    [edition] = related.pointing_at(target)
    told = sorted((link["position"], link["in_text"], link["headline"]) for link in edition.pointing_links)
    assert told == [(0, False, "Own words"), (1, True, "")]


def test_scheduled_story_counts_only_where_it_is_asked_for():
    target = make_live().article
    workflow.schedule(make_article(body=in_text(target)), timezone.now() + timedelta(hours=1))
    assert related.pointing_at(target) == []
    assert len(related.pointing_at(target, ahead=True)) == 1


def decided(article, suggested=(), size=4):
    """Of each link and suggestion the target and why readers do not get it."""
    content = snapshots.capture(article)
    blocks = story_body.parse(content["body"])
    found = related.targets(related.referred_articles(content, blocks) | {*suggested}, timezone.now())
    rows = [{"target": target, "weight": -place, "why": "Both say quay"} for place, target in enumerate(suggested)]
    places = list(related.places(content, blocks, found, article.pk, rows, size))
    assert all((place.card is None) == (place.why_not is not None) for place in places)
    return [(place.entry["target"], place.why_not) for place in places]


def test_each_link_that_readers_do_not_get_says_why():
    live, told, draft = make_live().article, make_live().article, make_article()
    article = make_article(body=in_text(told))
    for target in (live, told, draft, live, None, article):
        article.related_links.create(target=target, headline="" if target else "A stub")
    assert decided(article) == [
        (live.pk, None),
        (told.pk, WhyNot.IN_TEXT),
        (draft.pk, WhyNot.UNSEEN),
        (live.pk, WhyNot.TWICE),
        (None, WhyNot.STUB),
        (article.pk, WhyNot.ITSELF),
    ]


def test_story_that_is_chosen_twice_says_so_before_readers_see_it():
    draft, article = make_article(), make_article()
    for _ in range(2):
        article.related_links.create(target=draft)
    assert decided(article) == [(draft.pk, WhyNot.UNSEEN), (draft.pk, WhyNot.TWICE)]


def test_each_suggestion_that_readers_do_not_get_says_why():
    pinned, first, second = (make_live().article for _ in range(3))
    draft, article = make_article(), make_article()
    article.related_links.create(target=pinned)
    assert decided(article, [pinned.pk, draft.pk, first.pk, second.pk], size=2)[1:] == [
        (pinned.pk, WhyNot.TWICE),
        (draft.pk, WhyNot.UNSEEN),
        (first.pk, None),
        (second.pk, WhyNot.FULL),
    ]


def test_outside_link_is_always_shown():
    article = make_article()
    article.related_links.create(url="https://example.org/", headline="The report")
    assert decided(article) == [(None, None)]
