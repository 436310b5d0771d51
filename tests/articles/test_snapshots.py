"""Revisions: whole, numbered and never changed."""

import pytest
from django.db import models

from articles import snapshots, workflow
from articles.models import PhotoUse, Revision, Withdrawal
from articles.models.revision import RecordError
from articles.photos.models import Photo
from tests.factories import change, make_article, make_author, make_live, make_photo

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


@pytest.fixture
def records(db):
    """One of each kind of record, by its model."""
    article = make_live(lead_photo=make_photo()).article
    revision = article.latest_revision()
    return {
        Revision: revision,
        Withdrawal: workflow.withdraw(article, "Wrong firm"),
    }


ATTEMPTS = {
    "save": lambda record, rows, field: record.save(),
    "save one field": lambda record, rows, field: record.save(update_fields=[field]),
    "delete": lambda record, rows, field: record.delete(),
    "update": lambda record, rows, field: rows.filter(pk=record.pk).update(**{field: getattr(record, field)}),
    "update all": lambda record, rows, field: rows.update(**{field: getattr(record, field)}),
    "update or create": lambda record, rows, field: rows.update_or_create(
        pk=record.pk, defaults={field: getattr(record, field)}
    ),
    "bulk update": lambda record, rows, field: rows.bulk_update([record], [field]),
    "bulk create over": lambda record, rows, field: rows.bulk_create(
        [record], update_conflicts=True, unique_fields=["id"], update_fields=[field]
    ),
    "delete all": lambda record, rows, field: rows.all().delete(),
    "raw delete": lambda record, rows, field: rows.all()._raw_delete("default"),
}


@pytest.mark.parametrize("attempt", ATTEMPTS)
@pytest.mark.parametrize(("model", "field"), [(Revision, "why"), (Withdrawal, "notice")])
def test_record_is_never_changed_or_deleted(records, model, field, attempt):
    with pytest.raises(RecordError):
        ATTEMPTS[attempt](records[model], model.objects, field)


@pytest.mark.parametrize("of_article", ["revisions", "withdrawals"])
def test_record_is_not_deleted_through_its_article(records, of_article):
    article = records[Revision].article
    with pytest.raises(RecordError):
        getattr(article, of_article).all().delete()


@pytest.mark.parametrize("owner", [lambda records: records[Revision].article, lambda records: Photo.objects.get()])
def test_what_is_on_record_cannot_be_deleted(records, owner):
    with pytest.raises(models.ProtectedError):
        owner(records).delete()
    with pytest.raises(models.ProtectedError):
        type(owner(records)).objects.all().delete()


def test_person_on_record_cannot_be_deleted(editor):
    workflow.withdraw(make_live().article, "Wrong firm", by=editor)
    with pytest.raises(models.ProtectedError):
        editor.delete()
