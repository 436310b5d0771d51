"""Captions that were none."""

import pytest

from articles import workflow
from articles.admin.paragraphs import back_to_picture, back_to_text, round_about
from articles.photos.caption_checks import ChangedSince
from tests.factories import change, make_article, make_photo

pytestmark = pytest.mark.django_db
RAW = "People at the quay\nHe said <that> the wall would hold."
AS_TEXT = "<p>People at the quay</p>\n<p>He said &lt;that&gt; the wall would hold.</p>"


@pytest.fixture
def photo():
    return make_photo()


def story(photo, **fields):
    body = f'<p>Before.</p><figure data-photo="{photo.pk}" data-caption="Own"></figure><p>After.</p>'
    return make_article(**{"body": body} | fields)


def test_figure_becomes_a_paragraph_a_line_in_its_place(photo):
    article = story(photo)
    back_to_text(photo, RAW, by=None)
    article.refresh_from_db()
    assert article.body == f"<p>Before.</p>\n{AS_TEXT}\n<p>After.</p>"


def test_it_is_a_new_revision_with_a_reason(photo, editor):
    article = story(photo)
    back_to_text(photo, RAW, by=editor)
    latest = article.latest_revision()
    assert (latest.number, latest.created_by, latest.why) == (2, editor, f"Photo {photo.pk} was a paragraph")


def test_lead_picture_becomes_the_first_paragraph(photo):
    article = make_article(lead_photo=photo, lead_caption="Own")
    back_to_text(photo, RAW, by=None)
    article.refresh_from_db()
    assert article.body == f"{AS_TEXT}\n<p>The ferry sails at eight.</p>"
    assert (article.lead_photo, article.lead_caption) == (None, "")


def test_lead_that_stands_in_the_text_too_comes_once(photo):
    article = story(photo, lead_photo=photo)
    back_to_text(photo, RAW, by=None)
    article.refresh_from_db()
    assert article.body == f"{AS_TEXT}\n<p>Before.</p>\n<p>After.</p>"


def test_every_working_copy_with_the_photo_changes(photo):
    assert len(back_to_text(photo, RAW, by=None)) == 0
    story(photo), story(photo)
    assert len(back_to_text(photo, RAW, by=None)) == 2


def test_older_revision_with_the_photo_changes_nothing(photo):
    article = story(photo)
    change(article, body="<p>Without.</p>")
    assert back_to_text(photo, RAW, by=None) == []


def test_readers_go_on_seeing_what_was_published(photo, client):
    edition = workflow.publish(story(photo))
    back_to_text(photo, RAW, by=None)
    assert b"the wall would hold" not in client.get(edition.path).content


@pytest.mark.parametrize("as_lead", [True, False])
def test_undone_it_is_a_picture_again(photo, as_lead):
    article = make_article(lead_photo=photo, lead_caption="Own") if as_lead else story(photo)
    before = article.latest_revision().content
    back_to_picture(back_to_text(photo, RAW, by=None), by=None)
    assert article.latest_revision().content == before
    assert article.latest_revision().number == 3


def test_story_saved_since_is_not_undone(photo):
    first, second = story(photo), story(photo)
    done = back_to_text(photo, RAW, by=None)
    second.refresh_from_db()
    change(second, headline="Said better")
    with pytest.raises(ChangedSince, match="Said better"):
        back_to_picture(done, by=None)
    first.refresh_from_db()
    assert "figure" not in first.body


def test_words_round_the_picture_are_found(photo, editor):
    article = story(photo)
    assert round_about(photo, editor) == {"article": article, "before": "Before.", "after": "After."}


def test_round_a_lead_picture_stand_headline_and_first_paragraph(photo, editor):
    article = make_article(headline="Ferry sails", lead_photo=photo)
    assert round_about(photo, editor) == {
        "article": article,
        "before": "Ferry sails",
        "after": "The ferry sails at eight.",
    }


def test_photo_in_no_story_has_nothing_round_it(photo, editor):
    assert round_about(photo, editor) is None
