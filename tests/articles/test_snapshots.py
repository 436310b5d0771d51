"""Revisions: whole, numbered and never changed."""

import pytest
from django.db import models

from articles import snapshots, workflow
from articles.models import PhotoUse, Revision, Withdrawal
from articles.photos.models import Photo
from newsroom.accounts.records import RecordError
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
    "update by the base manager": lambda record, rows, field: rows.model._base_manager.update(**{field: ""}),
    "delete by the base manager": lambda record, rows, field: rows.model._base_manager.all().delete(),
    "save base": lambda record, rows, field: record.save_base(),
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


# What own words were written from


def in_text(photo, caption):
    return f'<p>a</p><figure data-photo="{photo.pk}" data-caption="{caption}"></figure>'


def written_from(article):
    entries = article.latest_revision().content["written_from"]
    subjects = [entry.get("photo") or entry["story"] for entry in entries]
    words = ("field", "own", "library")
    return [(subject, *(entry[name] for name in words)) for subject, entry in zip(subjects, entries, strict=True)]


def mend(photo, **words):
    Photo.objects.filter(pk=photo.pk).update(**words)


def test_own_words_are_noted_with_the_librarys_text_of_the_time():
    photo = make_photo(caption="Library.", alt="Library alt")
    article = make_article(body=in_text(photo, "Own."), lead_photo=photo, lead_alt="Own alt")
    assert written_from(article) == [
        (photo.pk, "alt", "Own alt", "Library alt"),
        (photo.pk, "caption", "Own.", "Library."),
    ]


def test_words_that_are_the_librarys_are_not_noted():
    assert written_from(make_article(lead_photo=make_photo())) == []


def test_note_is_carried_over_whatever_the_library_says_since():
    photo = make_photo(caption="Library.")
    article = make_article(body=in_text(photo, "Own."))
    mend(photo, caption="Mended.")
    change(article, headline="Another headline")
    assert written_from(article) == [(photo.pk, "caption", "Own.", "Library.")]


def test_restored_words_are_written_from_what_they_were_written_from_then():
    photo = make_photo(caption="Library.")
    article = make_article(body=in_text(photo, "Own."))
    first = article.latest_revision().content
    change(article, body="<p>a</p>")
    mend(photo, caption="Mended.")
    article.body = first["body"]
    article.save()
    snapshots.record(article, restored=first)
    assert written_from(article) == [(photo.pk, "caption", "Own.", "Library.")]


def test_own_words_written_anew_are_written_from_what_the_library_says_now():
    photo = make_photo(caption="Library.")
    article = make_article(body=in_text(photo, "Own."))
    mend(photo, caption="Mended.")
    change(article, body=in_text(photo, "Own words."))
    assert written_from(article) == [(photo.pk, "caption", "Own words.", "Mended.")]


def test_change_of_the_library_alone_makes_no_revision():
    photo = make_photo(caption="Library.")
    article = make_article(body=in_text(photo, "Own."))
    mend(photo, caption="Mended.")
    assert change(article) is None


def long_ago(article):
    """A revision as it was made before what words were written from was noted."""
    revision = article.latest_revision()
    content = {name: value for name, value in revision.content.items() if name != "written_from"}
    models.QuerySet(Revision).filter(pk=revision.pk).update(content=content)


def test_content_of_long_ago_makes_no_revision_of_itself():
    article = make_article(body=in_text(make_photo(), "Own."))
    long_ago(article)
    assert change(article) is None


def test_words_of_long_ago_are_taken_as_written_from_what_the_library_says_at_the_next_save():
    photo = make_photo(caption="Library.")
    article = make_article(body=in_text(photo, "Own."))
    long_ago(article)
    mend(photo, caption="Mended.")
    change(article, headline="Another headline")
    assert written_from(article) == [(photo.pk, "caption", "Own.", "Mended.")]


def with_link(target, **words):
    article = make_article()
    article.related_links.create(target=target, **words)
    snapshots.record(article)
    return article


def test_own_words_of_a_link_are_noted_with_what_readers_know_of_its_story():
    target = make_live(headline="Live headline", standfirst="Live standfirst.").article
    change(target, headline="Working headline")
    article = with_link(target, headline="Own", teaser="Own teaser.")
    assert written_from(article) == [
        (target.pk, "headline", "Own", "Live headline"),
        (target.pk, "teaser", "Own teaser.", "Live standfirst."),
    ]


def test_own_words_of_a_link_to_a_draft_are_noted_with_its_working_copy():
    target = make_article("Draft headline")
    assert written_from(with_link(target, headline="Own")) == [(target.pk, "headline", "Own", "Draft headline")]


def test_own_words_of_a_link_in_the_text_are_noted():
    target = make_live(headline="Live headline").article
    article = make_article(body=f'<p>a</p><aside data-related="{target.pk}" data-headline="Own"></aside>')
    assert written_from(article) == [(target.pk, "headline", "Own", "Live headline")]


def test_note_of_a_link_is_carried_over_whatever_its_story_says_since():
    target = make_live(headline="Live headline").article
    article = with_link(target, headline="Own")
    change(target, headline="New headline")
    workflow.publish(target)
    change(article, headline="Another headline")
    assert written_from(article) == [(target.pk, "headline", "Own", "Live headline")]


def test_kept_words_of_a_link_are_noted_with_what_its_story_says_now():
    target = make_live(headline="Live headline").article
    article = with_link(target, headline="Own")
    change(target, headline="New headline")
    workflow.publish(target)
    assert snapshots.keep_words(article, target, "headline").number == 3
    assert written_from(article) == [(target.pk, "headline", "Own", "New headline")]
    assert snapshots.keep_words(article, target, "headline") is None


def test_mirror_has_what_words_of_a_link_were_written_from():
    target = make_live(headline="Live headline").article
    link = with_link(target, headline="Own").latest_revision().story_links.get()
    assert (link.headline_from, link.teaser_from) == ("Live headline", None)


def test_words_of_a_link_know_the_newest_correction_of_its_story_until_they_are_kept_against_another():
    target = make_live().article
    article = with_link(target, headline="Own")
    assert article.latest_revision().story_links.get().correction_from == 0
    correction = workflow.correct(target, "We wrote forty.", "There were fourteen.")
    change(article, headline="Another headline")
    assert article.latest_revision().story_links.get().correction_from == 0
    snapshots.keep_words(article, target, "headline")
    assert article.latest_revision().story_links.get().correction_from == correction.pk
    assert snapshots.keep_words(article, target, "headline") is None


def test_mirror_has_what_words_were_written_from():
    photo = make_photo(caption="Library.")
    use = make_article(body=in_text(photo, "Own.")).latest_revision().photo_uses.get()
    assert (use.caption_from, use.alt_from) == ("Library.", None)


@pytest.fixture
def outdated():
    """A story with a caption of its own, and the photo whose caption was mended since."""
    photo = make_photo(caption="Library.")
    article = make_article(body=in_text(photo, "Own."))
    mend(photo, caption="Mended.")
    return article, photo


def caption_of(article):
    return article.latest_revision().photo_uses.get().words[0]


def test_change_of_the_library_is_seen_beside_own_words(outdated):
    article, _ = outdated
    assert caption_of(article).library_changed
    assert not article.latest_revision().photo_uses.get().words[1].library_changed


def test_kept_words_stay_and_are_not_asked_about_again(outdated, editor):
    article, photo = outdated
    revision = snapshots.keep_words(article, photo, "caption", by=editor)
    assert caption_of(article).own == "Own."
    assert not caption_of(article).library_changed
    assert (revision.created_by, revision.why) == (editor, f"Kept the story's own caption of photo {photo.pk}")


def test_kept_words_are_asked_about_when_the_library_changes_again(outdated):
    article, photo = outdated
    snapshots.keep_words(article, photo, "caption")
    mend(photo, caption="Mended again.")
    assert caption_of(article).library_changed


def test_keeping_twice_makes_one_revision(outdated):
    article, photo = outdated
    snapshots.keep_words(article, photo, "caption")
    assert snapshots.keep_words(article, photo, "caption") is None


def test_another_line_end_is_no_change_of_the_library(outdated):
    article, photo = outdated
    mend(photo, caption="Library.\r\n")
    assert not caption_of(article).library_changed


def test_empty_text_of_the_library_is_a_text(outdated):
    article, photo = outdated
    mend(photo, caption="")
    assert caption_of(article).library_changed
    snapshots.keep_words(article, photo, "caption")
    assert caption_of(article).written_from == ""
    assert not caption_of(article).library_changed
