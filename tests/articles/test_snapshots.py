"""Revisions: whole, numbered and never changed."""

import pytest

from articles import snapshots
from articles.models import PhotoUse, Revision
from articles.models.revision import RecordError
from tests.factories import change, make_article, make_author, make_photo

pytestmark = pytest.mark.django_db


def test_first_save_is_revision_one():
    assert make_article().latest_revision().number == 1


def test_save_that_changes_nothing_makes_no_revision():
    article = make_article()
    assert change(article) is None
    assert article.revisions.count() == 1


@pytest.mark.parametrize("field", snapshots.TEXTS)
def test_every_text_is_in_the_revision(field):
    article = make_article()
    value = {"body": "<p>Other</p>", "language": "de", "kind": "opinion"}.get(field, "other")
    assert change(article, **{field: value}).content[field] == value


def test_order_of_the_byline_is_in_the_revision():
    first, second = make_author(), make_author()
    article = make_article(authors=[first, second])
    article.bylines.filter(author=first).update(position=9)
    assert change(article).content["authors"] == [second.pk, first.pk]


def test_photos_of_a_revision_are_mirrored():
    lead, inside = make_photo(), make_photo()
    article = make_article(lead_photo=lead, body=f'<p>a</p><figure data-photo="{inside.pk}"></figure>')
    assert set(PhotoUse.objects.filter(revision__article=article).values_list("photo", flat=True)) == {
        lead.pk,
        inside.pk,
    }


@pytest.mark.parametrize(
    "attempt",
    [
        lambda revision: revision.save(),
        lambda revision: revision.delete(),
        lambda revision: Revision.objects.filter(pk=revision.pk).update(why="x"),
        lambda revision: Revision.objects.all().delete(),
    ],
)
def test_revision_is_never_changed_or_deleted(attempt):
    revision = make_article().latest_revision()
    with pytest.raises(RecordError):
        attempt(revision)
