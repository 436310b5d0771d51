"""What stands in the way of a story's pictures, and what is odd about them."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from articles.photos.models import Photo
from articles.picture_guards import photo_advice, photo_problems
from tests.factories import make_article, make_photo

pytestmark = pytest.mark.django_db


def sentences(article):
    return [str(problem) for problem in photo_problems(article.latest_revision(), timezone.now())]


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


def test_lead_picture_is_missed_only_where_the_text_has_pictures():
    photo = make_photo()
    body = f'<p>a</p><figure data-photo="{photo.pk}"></figure>'
    stories = [make_article(), make_article(body=body), make_article(body=body, lead_photo=make_photo(width=1200))]
    advice = [photo_advice(story.latest_revision(), timezone.now()) for story in stories]
    assert [[problem.field for problem in found] for found in advice] == [[], ["lead_photo"], []]


def test_story_scheduled_for_after_the_end_of_a_right_is_stopped():
    ends = timezone.now() + timedelta(hours=2)
    photo = make_photo(rights_until=ends)
    revision = make_article(lead_photo=photo).latest_revision()
    assert photo_problems(revision, ends - timedelta(seconds=1)) == []
    (problem,) = photo_problems(revision, ends)
    assert "may not run on" in str(problem)
    assert "Its right ended on" in str(problem)


@pytest.mark.parametrize("fields", [{"rights_until": timezone.now()}, {"killed_at": timezone.now()}])
def test_photo_that_may_not_run_is_a_problem(fields):
    photo = make_photo()
    Photo.objects.update(**fields)
    (sentence,) = sentences(make_article(body=f'<p>a</p><figure data-photo="{photo.pk}"></figure>'))
    assert "may not run. It" in sentence


def warnings(article, at=None):
    return [str(problem) for problem in photo_advice(article.latest_revision(), at or timezone.now())]


def in_text(photo, **words):
    own = "".join(f' data-{name}="{text}"' for name, text in words.items())
    return f'<p>a</p><figure data-photo="{photo.pk}"{own}></figure>'


def story_with(photo=None, **words):
    """A story led by a photo that nobody would remark on, with this one in its text."""
    return make_article(lead_photo=make_photo(width=1200), body=in_text(photo or make_photo(), **words))


def test_nothing_is_said_of_a_story_that_is_as_it_should_be():
    assert warnings(story_with()) == []


def test_photo_without_a_word_about_its_right_is_a_problem():
    photo = make_photo()
    Photo.objects.filter(pk=photo.pk).update(rights_category="")
    assert "no right to run" in sentences(story_with(photo))[0]


def test_photo_whose_file_is_lost_is_a_problem():
    photo = make_photo()
    default_storage.delete(photo.file.name)
    assert "lost its file" in sentences(story_with(photo))[0]


def test_lead_that_stands_in_the_text_too_is_told_of():
    photo = make_photo(width=1200)
    story = make_article(lead_photo=photo, body=in_text(photo))
    assert "leads the story and stands in its text too" in warnings(story)[0]


def test_photo_that_stands_in_the_text_twice_is_told_of():
    photo = make_photo(width=1200)
    story = make_article(lead_photo=make_photo(width=1200), body=in_text(photo) + in_text(photo))
    assert "stands in the text twice: readers see it once" in warnings(story)[0]


def test_replacement_that_stands_in_the_text_already_is_told_of():
    ends = timezone.now() + timedelta(hours=2)
    other = make_photo(width=1200)
    lead = make_photo(width=1200, rights_until=ends, replacement=other)
    story = make_article(lead_photo=lead, body=in_text(other))
    assert warnings(story) == []
    assert f"leads the story and stands in its text too, for photo {lead.pk}" in warnings(story, ends)[0]


@pytest.mark.parametrize(
    ("days", "qualifiers", "is_odd"), [(29, [], False), (31, [], True), (31, ["file"], False), (400, ["pool"], True)]
)
def test_old_picture_is_called_a_file_picture(days, qualifiers, is_odd):
    at = timezone.now() + timedelta(days=3)
    photo = make_photo(taken_at=at - timedelta(days=days), qualifiers=qualifiers)
    assert ["was taken on" in sentence for sentence in warnings(story_with(photo), at)] == [True] * is_odd


@pytest.mark.parametrize(
    "fields", [{"rights_category": "generated"}, {"creators": ["Ann Lee"], "agency": "Midjourney"}]
)
def test_generated_picture_without_its_label_is_told_of(fields):
    assert "readers are not told" in warnings(story_with(make_photo(**fields)))[0]
    labelled = make_photo(**fields, digital_source_type="trainedAlgorithmicMedia")
    assert warnings(story_with(labelled)) == []


@pytest.mark.parametrize(
    "caption",
    [
        "The ferry leaves Saltmere on Monday. Ann Lee / AFP",
        "The ferry leaves Saltmere on Monday. (Photo by Ann Lee/Getty Images)",
        "The ferry leaves Saltmere on Monday. ATTENTION EDITORS - NO SALES",
    ],
)
def test_caption_that_still_holds_a_credit_is_told_of(caption):
    assert "in its caption" in warnings(story_with(make_photo(caption=caption)))[0]
    assert "in its caption" in warnings(story_with(caption=caption))[0]


def test_alt_text_that_repeats_the_caption_is_told_of():
    words = {"caption": "The ferry leaves the quay at dawn.", "alt": "The ferry leaves the quay at dawn"}
    assert "repeats the caption" in warnings(story_with(**words))[0]
    assert "repeats the caption" in warnings(story_with(make_photo(**words)))[0]


@pytest.mark.parametrize(("place", "width", "is_soft"), [("lead", 991, 1), ("lead", 992, 0), ("text", 639, 1)])
def test_picture_too_small_for_its_place_is_told_of(place, width, is_soft):
    photo = make_photo(width=width, height=500)
    article = make_article(lead_photo=photo) if place == "lead" else story_with(photo)
    assert ["looks soft" in sentence for sentence in warnings(article)] == [True] * is_soft


def test_restrictions_are_repeated_in_their_words():
    assert warnings(story_with(make_photo(restrictions="Not in Germany.")))[0].endswith("restrictions: Not in Germany.")


def test_each_thing_is_said_once_with_the_place_where_it_is_mended():
    photo = make_photo(width=300, height=200, restrictions="No covers.")
    found = photo_advice(story_with(photo).latest_revision(), timezone.now())
    assert [(problem.field, problem.photo) for problem in found] == [("body", photo.pk)] * 2


@pytest.mark.parametrize("ask", [photo_problems, photo_advice])
def test_queries_do_not_grow_with_the_pictures(ask, django_assert_max_num_queries):
    body = "".join(in_text(make_photo()) for _ in range(12))
    revision = make_article(body=body).latest_revision()
    with django_assert_max_num_queries(3):
        ask(revision, timezone.now())


def test_of_a_killed_picture_it_is_said_what_to_do():
    photo = make_photo()
    Photo.objects.update(killed_at=timezone.now())
    assert sentences(make_article(body=in_text(photo)))[0].endswith("Take it out, or replace it.")
