"""Which live stories point at a story."""

import pytest

from articles import related, snapshots, workflow
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
