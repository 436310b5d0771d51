"""What is typed and not saved."""

import uuid

import pytest

from articles import kills, snapshots, workflow
from articles.admin.autosaves import typed
from articles.models import Article, Autosave
from tests.articles.admin.stories import ADD, form, make_person, messages, url, words
from tests.articles.admin.typed import KEY, keep, sent
from tests.factories import change, make_article, make_author, make_photo, make_section, make_topic

pytestmark = pytest.mark.django_db


def unsaved(row):
    return f"/admin/articles/article/unsaved/{row.key}/"


@pytest.fixture
def rich():
    """A story in which every field says something."""
    article = make_article(
        headline="Ferry sails", standfirst="At last.", dateline="Oban", kind="sponsored", language="de",
        advertiser="Ropes Ltd",
        section=make_section(), topics=[make_topic(), make_topic()], authors=[make_author(), make_author()],
        lead_photo=make_photo(), lead_caption="Boats.", lead_alt="Boats", body="<p>One.</p>\n<h2>Two</h2>",
    )  # fmt: skip
    article.related_links.create(target=make_article(), headline="Own", dateline="OBAN", teaser_is_cut=True)
    article.related_links.create(url="https://example.com/", headline="Outside", position=1)
    return article


def test_form_that_nobody_changed_says_what_is_stored(desk, rich):
    assert typed(sent(desk, rich), rich) == snapshots.capture(rich)


def test_rows_are_taken_in_their_order_and_without_those_to_delete(desk, rich):
    data = sent(desk, rich).copy()
    data["bylines-0-position"], data["bylines-1-position"] = "5", "2"
    data["related_links-0-DELETE"] = "on"
    content, stored = typed(data, rich), snapshots.capture(rich)
    assert content["authors"] == stored["authors"][::-1]
    assert content["related"] == stored["related"][1:]


def test_name_that_stands_in_two_rows_of_the_byline_is_typed_once(desk, rich):
    data = sent(desk, rich).copy()
    data["bylines-1-author"] = data["bylines-0-author"]
    assert typed(data, rich)["authors"] == [int(data["bylines-0-author"])]


def test_what_was_typed_into_a_form_that_is_refused_is_kept(desk):
    article = make_article()
    desk.post(url(article), form(headline="", standfirst="At noon.", opened="1", autosave=KEY))
    assert Autosave.objects.get(key=KEY).content["standfirst"] == "At noon."


def test_what_was_typed_into_a_new_form_that_is_refused_is_kept(desk):
    desk.post(ADD, form(headline="", standfirst="At noon.", autosave=KEY))
    assert Autosave.objects.get(key=KEY).content["standfirst"] == "At noon."


def test_reason_for_a_save_is_kept_with_what_was_typed(desk):
    keep(desk, make_article(), why="The harbour called")
    assert Autosave.objects.get().why == "The harbour called"


def test_typed_words_are_kept_and_make_no_revision(desk, editor):
    article = make_article()
    assert keep(desk, article, headline="Ferry stays").status_code == 200
    row = Autosave.objects.get()
    assert (row.content["headline"], row.editor, row.article) == ("Ferry stays", editor, article)
    assert article.revisions.count() == 1


def test_each_window_keeps_one_text(desk):
    article = make_article()
    keep(desk, article, headline="One")
    keep(desk, article, headline="Two")
    keep(desk, article, headline="Other", key=str(uuid.uuid4()))
    assert sorted(str(row) for row in Autosave.objects.all()) == ["Other", "Two"]


def test_form_that_says_what_is_stored_is_not_kept(desk):
    article = make_article(headline="Ferry sails", body="<p>At eight.</p>", slug="ferry-sails")
    keep(desk, article, headline="Ferry stays")
    keep(desk, article)
    assert Autosave.objects.get().content is None
    assert "did not save" not in words(desk.get(url(article)))


@pytest.mark.parametrize(
    "fields", [{"headline": "x" * 300}, {"headline": ""}, {"section": "nine"}, {"slug": "Not a slug!"}]
)
def test_what_could_not_be_saved_is_kept_too(desk, fields):
    assert keep(desk, make_article(), **fields).status_code == 200
    assert Autosave.objects.count() == 1


def test_saving_the_form_drops_what_its_window_typed(desk):
    article = make_article()
    keep(desk, article, headline="Ferry stays")
    desk.post(url(article), form(headline="Ferry stays", autosave=KEY))
    assert not Autosave.objects.exists()


def test_refused_form_keeps_its_window_and_what_was_typed(desk):
    article = make_article()
    keep(desk, article, headline="")
    answer = desk.post(url(article), form(headline="", autosave=KEY))
    assert f'name="autosave" value="{KEY}"' in words(answer)
    assert Autosave.objects.count() == 1


def test_words_of_a_closed_window_are_offered_on_the_form(desk):
    article = make_article()
    keep(desk, article, headline="Ferry stays")
    assert f'href="{unsaved(Autosave.objects.get())}"' in words(desk.get(url(article)))


def test_begun_story_is_offered_on_the_form_of_a_new_one(desk):
    keep(desk, headline="Begun")
    assert "You began “Begun”" in words(desk.get(ADD))


def test_difference_to_what_is_stored_is_shown(desk):
    article = make_article(headline="Ferry sails")
    keep(desk, article, headline="Ferry stays")
    said = words(desk.get(unsaved(Autosave.objects.get())))
    assert ">sails<" in said
    assert ">stays<" in said


def test_typed_words_are_taken_whole(desk):
    article = make_article()
    keep(desk, article, headline="Ferry stays", body="<p>At nine.</p>")
    answer = desk.post(unsaved(Autosave.objects.get()), {"field": ["headline", "body", "slug"]}, follow=True)
    article.refresh_from_db()
    assert (article.headline, article.body) == ("Ferry stays", "<p>At nine.</p>")
    assert messages(answer) == "Saved as revision 2."
    assert not Autosave.objects.exists()


def test_what_is_not_taken_stays_on_offer(desk):
    article = make_article(body="<p>At eight.</p>", slug="ferry-sails")
    keep(desk, article, headline="Ferry stays", body="<p>At nine.</p>")
    desk.post(unsaved(Autosave.objects.get()), {"field": ["headline"]})
    article.refresh_from_db()
    assert (article.headline, article.body) == ("Ferry stays", "<p>At eight.</p>")
    assert Autosave.objects.get().content["body"] == "<p>At nine.</p>"


def test_note_that_was_typed_stands_in_its_field_again(desk):
    article = make_article()
    keep(desk, article, headline="Ferry stays", note="Call the captain")
    answer = desk.post(unsaved(Autosave.objects.get()), {"field": ["headline", "slug"]}, follow=True)
    assert "Call the captain</textarea>" in words(answer)


def test_begun_story_is_taken_as_a_draft_of_its_own(desk, editor):
    keep(desk, headline="Begun at noon", slug="", body="<p>One.</p>")
    desk.post(unsaved(Autosave.objects.get()), {"field": ["headline", "body", "kind", "language"]})
    article = Article.objects.get()
    assert (article.headline, article.slug, article.body) == ("Begun at noon", "begun-at-noon", "<p>One.</p>")
    assert (article.created_by, article.holder, article.latest_revision().number) == (editor, editor, 1)
    assert not Autosave.objects.exists()


def test_killed_picture_in_what_was_typed_is_said_and_left_out(desk):
    photo, article = make_photo(), make_article()
    keep(desk, article, lead_photo=photo.pk)
    kills.kill(photo, "Wrong person")
    row = Autosave.objects.get()
    assert "The story has no lead picture then." in words(desk.get(unsaved(row)))
    desk.post(unsaved(row), {"field": ["headline", "lead"]})
    assert article.latest_revision().content["lead"] is None


LINK = {"related_links-TOTAL_FORMS": "1", "related_links-0-url": "nowhere", "related_links-0-headline": "Outside"}


@pytest.mark.parametrize(
    ("fields", "part", "error"),
    [
        ({"headline": "x" * 300}, "headline", "Headline: Ensure this value has at most 200 characters"),
        ({"slug": "Not a slug!"}, "slug", "Slug: Enter a valid"),
        (LINK, "related", "Related story: Enter a valid URL"),
        (LINK | {"related_links-0-url": "https://a.example/"}, "related", "not both"),
    ],
)
def test_what_no_story_can_have_is_refused_and_stays_on_offer(desk, fields, part, error):
    article = make_article()
    if "not both" in error:
        fields = fields | {"related_links-0-target": make_article().pk}
    keep(desk, article, **fields)
    answer = desk.post(unsaved(Autosave.objects.get()), {"field": ["body", part]})
    assert error in words(answer)
    assert (article.revisions.count(), Autosave.objects.count()) == (1, 1)


def test_dropped_words_are_gone(desk):
    article = make_article()
    keep(desk, article, headline="Ferry stays")
    desk.post(unsaved(Autosave.objects.get()), {"_drop": ""})
    assert not Autosave.objects.exists()
    assert article.revisions.count() == 1


# Whose they are


def test_window_of_another_editor_is_not_written_over(desk, client, chief):
    article = make_article()
    keep(desk, article, headline="Mine")
    client.force_login(chief)
    assert keep(client, article, headline="Theirs").status_code == 403
    assert Autosave.objects.get().content["headline"] == "Mine"


def test_words_of_another_editor_are_not_shown(desk, client, chief):
    article = make_article()
    keep(desk, article, headline="Mine")
    client.force_login(chief)
    assert client.get(unsaved(Autosave.objects.get())).status_code == 404
    assert "did not save" not in words(client.get(url(article)))


def test_reporter_keeps_and_takes_nothing_in_a_story_that_is_not_theirs_to_change(beat, reporter):
    article = make_article(created_by=reporter)
    keep(beat, article, headline="Typed")
    workflow.submit(article, reporter)
    assert keep(beat, article, headline="More").status_code == 403
    assert beat.post(unsaved(Autosave.objects.get()), {"field": ["headline"]}).status_code == 403
    assert article.revisions.count() == 1


def test_who_may_not_write_stories_keeps_nothing(client):
    client.force_login(make_person("seller", "Commercial"))
    assert keep(client, headline="Begun").status_code == 403


@pytest.mark.parametrize("key", ["", "x"])
def test_window_without_a_key_is_refused(desk, key):
    assert keep(desk, make_article(), key=key).status_code == 400


def test_story_changed_meanwhile_is_compared_as_it_is_now(desk):
    article = make_article(headline="Ferry sails")
    keep(desk, article, headline="Ferry stays")
    change(article, headline="Ferry waits")
    assert ">waits<" in words(desk.get(unsaved(Autosave.objects.get())))
