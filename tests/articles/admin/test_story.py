"""The story's form: what a save does, and what it says of readers."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from articles import snapshots, workflow
from articles.models import Article, Edition
from tests.articles.admin.stories import ADD, form, make_person, url, words
from tests.factories import change, make_article, make_author, make_live

pytestmark = pytest.mark.django_db


def test_save_makes_a_revision_by_its_editor(desk, editor):
    desk.post(ADD, form(_continue=""))
    revision = Article.objects.get().latest_revision()
    assert (revision.number, revision.created_by) == (1, editor)


def test_new_story_is_of_who_began_it_and_in_their_hands(desk, editor):
    desk.post(ADD, form(_continue=""))
    article = Article.objects.get()
    assert (article.created_by, article.holder) == (editor, editor)


def test_story_that_somebody_has_stays_with_them(desk, reporter):
    article = make_article(created_by=reporter)
    workflow.take(article, reporter)
    desk.post(url(article), form(_continue=""))
    assert Article.objects.get().holder == reporter


def test_save_shows_readers_nothing(desk):
    desk.post(ADD, form(_continue=""))
    assert not Edition.objects.exists()


def test_button_to_publish_saves_leads_to_the_publish_screen_and_publishes_nothing(desk):
    response = desk.post(ADD, form(_to_publish=""))
    article = Article.objects.get()
    assert response.url == url(article, "publish")
    assert not Edition.objects.exists()


@pytest.mark.parametrize("name", ["_publish", "_schedule"])
def test_form_itself_publishes_nothing(desk, name):
    desk.post(ADD, form(publish_at="2030-01-01T10:00", **{name: ""}))
    assert Article.objects.exists()
    assert not Edition.objects.exists()


def test_first_button_of_the_form_saves(desk):
    page = LexborHTMLParser(desk.get(url(make_live().article)).content.decode())
    buttons = page.css("#article_form :is(button, input[type=submit])")
    assert buttons[0].attributes["name"] == "_continue"


def test_empty_headline_is_one_error(desk):
    response = desk.post(ADD, form(headline="", slug="", _continue=""))
    assert response.context["adminform"].form.errors.keys() == {"headline"}


def test_emptied_slug_is_asked_for(desk):
    response = desk.post(url(make_article()), form(slug="", _continue=""))
    assert "Give the story a slug" in str(response.context["adminform"].form.errors["slug"])


def test_unknown_photo_is_refused_and_everything_typed_stays(desk):
    body = '<p>Many words.</p><figure data-photo="4711"></figure>'
    response = desk.post(ADD, form(body=body, _continue=""))
    assert b"There is no photo with the number 4711" in response.content
    assert b"Many words." in response.content
    assert not Article.objects.exists()


def test_form_says_what_readers_see_and_leads_to_the_difference(desk):
    article = make_live().article
    change(article, headline="Newer")
    said = words(desk.get(url(article)))
    assert "Readers see revision 1 since" in said
    assert "your changes since then (revision 2) are not published" in said
    assert f'href="{url(article, "changes")}"' in said


def test_recorded_story_cannot_be_deleted(desk):
    assert desk.post(url(make_article(), "delete"), {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("count", [2, 20])
def test_form_takes_as_many_queries_for_few_and_many_links_and_notes(desk, editor, django_assert_num_queries, count):
    article = make_article(authors=[make_author() for _ in range(count)])
    for position in range(count):
        article.related_links.create(target=make_article(), position=position)
        workflow.comment(article, "Look.", editor)
    snapshots.record(article)
    desk.get(url(article))  # what is asked once a process is asked here
    with django_assert_num_queries(31):
        content = desk.get(url(article)).content.decode()
    chosen = [link.target for link in article.related_links.all()] + list(article.authors.all())
    assert all(f'<option value="{one.pk}" selected>{one}</option>' in content for one in chosen)


def test_why_of_a_save_stands_with_its_revision(desk):
    article = make_article()
    desk.post(url(article), form(headline="Ferry stays", why="The captain called"))
    assert article.latest_revision().why == "The captain called"


def test_newest_revisions_stand_beside_the_form(desk):
    article = make_live().article
    change(article, headline="Ferry stays")
    said = words(desk.get(url(article)))
    assert "Readers see it since" in said.split("newest-revisions")[1]
    assert f'href="{url(article, "revisions")}"' in said


def test_story_to_be_read_only_shows_what_is_filled_in(client):
    reporter = make_person("rita", "Reporters")
    story = make_article(created_by=reporter, dateline="Saltmere")
    workflow.submit(story, by=reporter)
    client.force_login(reporter)
    said = words(client.get(url(story)))
    assert "Saltmere" in said
    assert "Standfirst" not in said
    assert "Topics" not in said
