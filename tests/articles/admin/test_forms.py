"""What the story's form refuses to take anew, and lets stand."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from articles.photos.models import Photo
from tests.articles.admin.stories import form
from tests.articles.admin.stories import url as change_url
from tests.factories import make_article, make_live, make_photo

pytestmark = pytest.mark.django_db


def ended(**fields):
    return make_photo(rights_until=timezone.now() - timedelta(days=1), **fields)


def in_text(photo):
    return f'<p>At eight.</p><figure data-photo="{photo.pk}"></figure>'


def errors(desk, article, **fields):
    """The form's errors by field, and what it still holds; empty where it was saved."""
    response = desk.post(change_url(article), form(**fields, _continue=""))
    return response.context["adminform"].form.errors if response.status_code == 200 else {}


def test_picture_that_may_not_run_is_not_taken_as_the_lead(desk):
    found = errors(desk, make_article(), lead_photo=ended().pk)
    assert "cannot be chosen. Its right ended on" in str(found["lead_photo"])


def test_picture_that_may_not_run_is_not_taken_into_the_text(desk):
    article = make_article()
    response = desk.post(change_url(article), form(headline="Typed.", body=in_text(ended()), _continue=""))
    assert "Take it out of the text, or choose another." in str(response.context["adminform"].form.errors["body"])
    assert b"Typed." in response.content


def test_picture_without_a_use_left_is_not_taken(desk):
    spent = make_photo(uses_allowed=1)
    make_live(lead_photo=spent)
    assert "lead_photo" in errors(desk, make_article(), lead_photo=spent.pk)


@pytest.mark.parametrize("place", ["lead_photo", "body"])
def test_picture_that_the_story_has_does_not_stop_a_draft(desk, place):
    photo = make_photo()
    words = {"lead_photo": photo} if place == "lead_photo" else {"body": in_text(photo)}
    article = make_article(**words)
    Photo.objects.filter(pk=photo.pk).update(rights_until=timezone.now() - timedelta(days=1))
    sent = {"lead_photo": photo.pk} if place == "lead_photo" else words
    assert errors(desk, article, headline="Typed.", **sent) == {}
    assert Article.objects.get(pk=article.pk).headline == "Typed."


def test_picture_of_the_story_may_change_its_place(desk):
    photo = make_photo()
    article = make_article(lead_photo=photo)
    Photo.objects.filter(pk=photo.pk).update(rights_until=timezone.now() - timedelta(days=1))
    assert errors(desk, article, body=in_text(photo)) == {}


def test_story_that_counted_takes_its_picture_again(desk):
    photo = make_photo(uses_allowed=1)
    article = make_live(lead_photo=photo).article
    assert errors(desk, article) == {}
    assert errors(desk, article, lead_photo=photo.pk) == {}


def test_picture_that_only_lacks_something_is_taken(desk):
    assert errors(desk, make_article(), lead_photo=make_photo(alt="", rights_category="").pk) == {}


def test_picture_whose_right_has_yet_to_begin_is_taken(desk):
    photo = make_photo(rights_from=timezone.now() + timedelta(days=3))
    assert errors(desk, make_article(), lead_photo=photo.pk) == {}


def test_new_story_is_refused_it_too(desk):
    response = desk.post("/admin/articles/article/add/", form(lead_photo=ended().pk, _continue=""))
    assert "lead_photo" in response.context["adminform"].form.errors
