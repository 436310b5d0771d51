"""A save of a form that was opened before somebody else saved."""

import pytest

from articles import snapshots, workflow
from articles.models import Article, Autosave
from tests.articles.admin.stories import form, messages, url, words
from tests.articles.admin.typed import KEY, sent
from tests.factories import change, make_article, make_author, make_live

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return make_article(headline="Ferry sails", standfirst="At last.", body="<p>One.</p>\n<p>Two.</p>")


@pytest.fixture
def opened(desk, article):
    """The form as its window has it; nobody has typed yet."""
    data = sent(desk, article).copy()
    data["opened"], data["autosave"] = "1", KEY
    return data


def save(browser, article, data, **fields):
    for name, value in fields.items():
        data[name] = value
    answer = browser.post(url(article), data, follow=True)
    article.refresh_from_db()
    return answer


def test_form_says_with_which_revision_it_was_opened(desk, article):
    change(article, headline="Ferry stays")
    assert '<input type="hidden" name="opened" value="2">' in words(desk.get(url(article)))


def test_refused_form_is_still_the_one_that_was_opened(desk, article, opened):
    change(article, headline="Ferry stays")
    assert 'name="opened" value="1"' in words(save(desk, article, opened, headline=""))


def test_changes_of_different_fields_merge_and_that_is_told(desk, article, opened, chief):
    article.headline = "Ferry stays"
    article.save()
    snapshots.record(article, by=chief)
    said = messages(save(desk, article, opened, standfirst="At noon."))
    assert (article.headline, article.standfirst) == ("Ferry stays", "At noon.")
    assert "chief saved revision 2 meanwhile (headline). Your changes and theirs stand together in revision 3." in said


def test_changes_of_different_paragraphs_merge(desk, article, opened):
    change(article, body="<p>One, at eight.</p>\n<p>Two.</p>")
    save(desk, article, opened, body="<p>One.</p><p>Two, at nine.</p>")
    assert article.body == "<p>One, at eight.</p>\n<p>Two, at nine.</p>"


def test_form_in_which_nothing_was_typed_writes_over_nothing(desk, article, opened):
    change(article, headline="Ferry stays")
    assert "You had changed nothing" in messages(save(desk, article, opened))
    assert (article.headline, article.revisions.count()) == ("Ferry stays", 2)


def test_change_of_the_same_field_is_shown_beside_theirs_and_saves_nothing(desk, article, opened):
    change(article, headline="Ferry stays")
    answer = save(desk, article, opened, headline="Ferry waits")
    assert "Both of you changed: headline. Nothing is saved yet" in messages(answer)
    said = words(answer)
    assert (">stays<" in said, ">waits<" in said) == (True, True)
    assert (article.headline, article.revisions.count()) == ("Ferry stays", 2)


def test_what_was_typed_is_kept_as_it_was_typed_with_what_it_was_typed_on(desk, article, opened):
    change(article, body="<p>One, at eight.</p>\n<p>Two.</p>")
    save(desk, article, opened, body="<p>One, at nine.</p><p>Two.</p>")
    row = Autosave.objects.get()
    assert (row.content["body"], row.base.number) == ("<p>One, at nine.</p>\n<p>Two.</p>", 1)


def test_pressed_button_does_what_it_says_after_a_merge(desk, article, opened):
    change(article, headline="Ferry stays")
    save(desk, article, opened, standfirst="At noon.", _submit="")
    assert article.stage == Article.Stage.REVIEW


def test_embargo_is_set_with_a_merge_too(desk, article, opened):
    change(article, headline="Ferry stays")
    save(desk, article, opened, standfirst="At noon.", embargo="2030-01-01T10:00")
    assert article.embargo_until is not None


def test_rows_that_they_took_away_stay_away(desk, chief):
    article = make_article(authors=[make_author(), make_author()])
    article.related_links.create(url="https://example.com/", headline="Outside")
    change(article)
    data = sent(desk, article).copy()
    data["opened"], data["autosave"] = str(article.latest_revision().number), KEY
    article.bylines.first().delete()
    article.related_links.all().delete()
    change(article)
    save(desk, article, data, headline="Ferry waits")
    assert (article.headline, article.bylines.count(), article.related_links.count()) == ("Ferry waits", 1, 0)


def test_publication_in_between_is_no_change(desk, opened, article):
    workflow.publish(article)
    save(desk, article, opened, headline="Ferry waits")
    assert article.latest_revision().number == 2
    assert article.editions.live().get().headline == "Ferry sails"


def test_form_without_the_number_saves_as_ever(desk):
    article = make_live().article
    change(article, headline="Second")
    desk.post(url(article), form(headline="Third"))
    article.refresh_from_db()
    assert article.headline == "Third"


def test_what_was_typed_in_the_window_of_another_is_not_written_over(desk, article, opened, chief):
    Autosave.objects.create(key=KEY, editor=chief, article=article, content={"headline": "Theirs"})
    change(article, headline="Ferry stays")
    save(desk, article, opened, headline="Ferry waits")
    assert Autosave.objects.get(editor=chief).content["headline"] == "Theirs"
