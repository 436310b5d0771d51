"""What stands in the way of publishing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import guards
from articles.photos.models import Photo
from tests.factories import change, make_article, make_photo

pytestmark = pytest.mark.django_db


def sentences(article):
    return [str(problem) for problem in guards.problems(article.latest_revision(), timezone.now())]


def test_whole_story_has_no_problem():
    assert sentences(make_article(lead_photo=make_photo())) == []


@pytest.mark.parametrize(
    ("fields", "words"),
    [({"headline": " "}, "no headline"), ({"body": "<h2> </h2>"}, "no text"), ({"slug": ""}, "no slug")],
)
def test_missing_part_is_a_problem(fields, words):
    article = make_article()
    change(article, **fields)
    assert words in sentences(article)[0]


@pytest.mark.parametrize(
    ("fields", "words"),
    [({"with_file": False}, "no file"), ({"alt": ""}, "no alt text"), ({"creators": [], "agency": ""}, "no credit")],
)
@pytest.mark.parametrize("place", ["lead", "body"])
def test_unready_photo_is_a_problem(fields, words, place):
    photo = make_photo(**fields)
    body = f'<p>a</p><figure data-photo="{photo.pk}"></figure>'
    article = make_article(lead_photo=photo) if place == "lead" else make_article(body=body)
    assert words in sentences(article)[0]


def test_everything_that_a_photo_lacks_is_listed():
    photo = make_photo(with_file=False, alt="", creators=[], agency="")
    (sentence,) = sentences(make_article(lead_photo=photo))
    assert all(words in sentence for words in ("no file", "no credit", "no alt text"))


def test_alt_of_the_use_mends_the_photo():
    photo = make_photo(alt="")
    assert sentences(make_article(body=f'<p>a</p><figure data-photo="{photo.pk}" data-alt="Boats"></figure>')) == []


def test_embed_without_a_description_is_told_of_but_runs():
    article = make_article(body='<p>a</p><aside data-embed="https://vimeo.com/12345678"></aside>')
    assert sentences(article) == []
    assert ["embed" in str(problem) for problem in guards.advice(article.latest_revision())] == [True]


def test_lead_picture_is_missed_only_where_the_text_has_pictures():
    photo = make_photo()
    body = f'<p>a</p><figure data-photo="{photo.pk}"></figure>'
    stories = [make_article(), make_article(body=body), make_article(body=body, lead_photo=photo)]
    advice = [guards.advice(story.latest_revision()) for story in stories]
    assert [[problem.field for problem in found] for found in advice] == [[], ["lead_photo"], []]


def test_story_scheduled_for_after_the_end_of_a_right_is_stopped():
    ends = timezone.now() + timedelta(hours=2)
    photo = make_photo(rights_until=ends)
    revision = make_article(lead_photo=photo).latest_revision()
    assert guards.problems(revision, ends - timedelta(seconds=1)) == []
    (problem,) = guards.problems(revision, ends)
    assert "may not run on" in str(problem)
    assert "Its right ended on" in str(problem)


@pytest.mark.parametrize("fields", [{"rights_until": timezone.now()}, {"killed_at": timezone.now()}])
def test_photo_that_may_not_run_is_a_problem(fields):
    photo = make_photo()
    Photo.objects.update(**fields)
    (sentence,) = sentences(make_article(body=f'<p>a</p><figure data-photo="{photo.pk}"></figure>'))
    assert "may not run. It" in sentence
