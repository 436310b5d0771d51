"""Bringing a story back to an earlier revision."""

import pytest
from django.core.exceptions import PermissionDenied

from articles import kills, snapshots, workflow
from articles.models import Article
from articles.photos.models import Photo
from articles.restoring import FIELDS, restorable, restore
from tests.factories import change, make_article, make_author, make_photo, make_section, make_thread, make_topic

pytestmark = pytest.mark.django_db


def placed(content):
    return {name: value for name, value in content.items() if name != "written_from"}


@pytest.fixture
def rich():
    """A story in whose first revision every field says something, and that was changed in every one."""
    lead, inside = make_photo(), make_photo()
    article = make_article(
        headline="Ferry sails", standfirst="At last.", dateline="Oban", kind="sponsored", language="de",
        advertiser="Ropes Ltd", section=make_section("Harbour"), thread=make_thread("The quays"),
        topics=[make_topic("Quays")], authors=[make_author("Ann"), make_author("Bo")],
        lead_photo=lead, lead_caption="Boats.", lead_alt="Boats",
        body=f'<p>One.</p><figure data-photo="{inside.pk}"></figure>',
    )  # fmt: skip
    article.related_links.create(target=make_article("Quay opens"), headline="Own", position=0)
    article.related_links.create(url="https://example.com/", headline="Outside", position=1)
    first = snapshots.record(article)
    article.topics.clear()
    article.bylines.all().delete()
    article.related_links.all().delete()
    change(
        article, headline="Ferry stays", standfirst="", dateline="", kind="news", language="en-gb", section=None,
        thread=None, advertiser="",
        lead_photo=None, lead_caption="", lead_alt="", body="<p>Two.</p>", slug="ferry-stays",
    )  # fmt: skip
    return article, first


def test_whole_revision_comes_back(rich):
    article, first = rich
    assert placed(restore(article, first).content) == placed(first.content)


@pytest.mark.parametrize("field", FIELDS)
def test_one_field_comes_back_and_no_other(rich, field):
    article, first = rich
    before = article.latest_revision().content
    assert placed(restore(article, first, [field]).content) == placed(before) | {field: first.content[field]}


def test_every_field_of_a_content_can_come_back(rich):
    assert set(FIELDS) == set(placed(rich[1].content))


def test_new_revision_says_from_where_it_is(rich, editor):
    article, first = rich
    made = restore(article, first, ["headline", "lead"], by=editor)
    assert (made.why, made.created_by) == (f"Restored from revision {first.number}: headline, lead picture", editor)


def test_bringing_back_what_is_there_makes_no_revision(rich):
    article, _ = rich
    assert restore(article, article.latest_revision()) is None


def test_only_who_may_change_a_story_brings_it_back(rich, django_user_model):
    with pytest.raises(PermissionDenied):
        restore(*rich, by=django_user_model.objects.create_user("nobody", is_staff=True))


def losses(article, revision):
    return [(loss.field, str(loss)) for loss in restorable(article, revision.content).losses]


def test_killed_photo_stays_away_and_that_is_told(rich):
    article, first = rich
    kills.kill(Photo.objects.exclude(pk=first.content["lead"]["photo"]).get(), "Wrong person")
    ((field, told),) = losses(article, first)
    assert (field, told.endswith("It is left out of the text.")) == ("body", True)
    assert restore(article, first).content["body"] == "<p>One.</p>"


def test_killed_photo_that_the_story_still_holds_is_no_loss():
    photo = make_photo()
    article = make_article(lead_photo=photo)
    first = article.latest_revision()
    change(article, headline="Another")
    kills.kill(photo, "Wrong person")
    assert losses(article, first) == []


def test_deleted_names_and_stories_are_left_out():
    article = make_article(section=make_section(), topics=[make_topic()], authors=[make_author()])
    never_saved = Article.objects.create(headline="Draft", slug="draft")
    article.related_links.create(target=never_saved)
    first = change(article, body=f'<p>a</p><aside data-related="{never_saved.pk}"></aside>')
    gone = [never_saved, article.section, article.topics.get(), article.authors.get()]
    article.topics.clear()
    article.bylines.all().delete()
    article.related_links.all().delete()
    change(article, section=None, body="<p>b</p>")
    for thing in gone:
        thing.delete()
    assert [field for field, _ in losses(article, first)] == ["body", "section", "topics", "authors", "related"]
    content = restore(article, first).content
    assert [content[field] for field in ("body", "section", "topics", "authors", "related")] == [
        "<p>a</p>",
        None,
        [],
        [],
        [],
    ]


def test_words_of_what_stays_keep_what_they_were_written_from():
    photo = make_photo(caption="Library.")
    article = make_article()
    first = article.latest_revision()
    change(article, headline="Another", lead_photo=photo, lead_caption="Own.")
    Photo.objects.filter(pk=photo.pk).update(caption="Mended.")
    made = restore(article, first, ["headline"])
    assert [entry["library"] for entry in made.content["written_from"]] == ["Library."]


def test_what_readers_see_stays(rich):
    article, first = rich
    edition = workflow.publish(article)
    restore(article, first)
    assert article.editions.live().get() == edition


def test_photo_that_is_deleted_is_told_and_left_out():
    article = make_article()
    content = snapshots.capture(article) | {"lead": {"photo": 4711, "caption": "", "alt": ""}}
    content["body"] = '<p>a</p><figure data-photo="4712"></figure>'
    coming = restorable(article, content)
    assert (coming.content["lead"], coming.content["body"]) == (None, "<p>a</p>")
    assert {str(loss).partition(".")[0] for loss in coming.losses} == {"Photo 4711 is deleted", "Photo 4712 is deleted"}
