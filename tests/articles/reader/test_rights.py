"""A picture runs on readers' pages only while it may."""

from datetime import datetime, timedelta

import pytest

from articles.photos.models import Photo
from articles.photos.renditions import CARD, renditions
from tests.articles.noon import NOON
from tests.articles.reader.pages import page, place, texts
from tests.factories import make_live, make_photo, make_section

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


def in_text(*photos):
    return "<p>a</p>" + "".join(f'<figure data-photo="{photo.pk}"></figure>' for photo in photos)


def captions(client, path):
    return [words.strip() for words in texts(page(client, path), "article .caption")]


@pytest.mark.parametrize("path", ["/", "/latest/", "/section/harbour/", "story"])
def test_picture_leaves_every_page_at_the_second_its_right_ends(client, clock, path):
    photo = make_photo(rights_until=NOON + 60 * SECOND)
    edition = make_live(lead_photo=photo, body=in_text(photo), section=make_section("Harbour"))
    address = edition.path if path == "story" else path
    clock.move_to(NOON + 59 * SECOND)
    assert page(client, address).css("img")
    clock.move_to(NOON + 60 * SECOND)
    assert not page(client, address).css("img, figure, meta[property='og:image']")


@pytest.mark.parametrize("path", ["/", "/latest/", "story"])
def test_page_is_not_kept_past_the_end_of_a_right(client, clock, path):
    photo = make_photo(rights_until=NOON + 60 * SECOND)
    edition = make_live(lead_photo=photo)
    response = client.get(edition.path if path == "story" else path)
    assert datetime.fromisoformat(response["X-Next-Change"]) == NOON + 60 * SECOND


def test_page_knows_when_a_picture_in_its_text_will_go(client, clock):
    edition = make_live(body=in_text(make_photo(rights_until=NOON + 60 * SECOND)))
    assert datetime.fromisoformat(client.get(edition.path)["X-Next-Change"]) == NOON + 60 * SECOND


def test_picture_comes_back_when_its_right_is_prolonged(client, clock):
    photo = make_photo(rights_until=NOON + SECOND)
    edition = make_live(body=in_text(photo))
    clock.move_to(NOON + SECOND)
    assert not page(client, edition.path).css("img")
    Photo.objects.update(rights_until=NOON + 60 * SECOND)
    assert page(client, edition.path).css("img")


def test_replacement_stands_in_with_its_own_words(client, clock):
    other = make_photo(caption="Nets on the quay.", creators=["Bo Falk"])
    photo = make_photo(rights_until=NOON + SECOND, replacement=other)
    edition = make_live(body=f'<p>a</p><figure data-photo="{photo.pk}" data-caption="The mayor."></figure>')
    clock.move_to(NOON + SECOND)
    html = page(client, edition.path)
    assert set(texts(html, "article .caption")) == {"Nets on the quay."}
    assert set(texts(html, "article .credit")) == {"Bo Falk / Coastline"}


def test_replacement_leads_cards_too(client, clock):
    other = make_photo(creators=["Bo Falk"])
    make_live(lead_photo=make_photo(rights_until=NOON + SECOND, replacement=other))
    clock.move_to(NOON + SECOND)
    assert texts(page(client, "/latest/"), ".credit") == ["Bo Falk / Coastline"]


def test_replacement_that_may_not_run_stands_in_for_nothing(client, clock):
    other = make_photo()
    edition = make_live(body=in_text(make_photo(rights_until=NOON + SECOND, replacement=other)))
    Photo.objects.filter(pk=other.pk).update(rights_until=NOON)
    clock.move_to(NOON + SECOND)
    assert not page(client, edition.path).css("img")


def test_page_is_made_of_the_replacement_too(client, clock):
    other = make_photo()
    edition = make_live(lead_photo=make_photo(replacement=other))
    assert f"p{other.pk}" in client.get(edition.path)["Surrogate-Key"].split()


@pytest.fixture
def led_by_one_that_ends(clock):
    """A story whose lead ends in a second, and after it the first of the three pictures in its text."""
    ends = {"rights_until": NOON + SECOND}
    photos = [make_photo(caption=f"Picture {number}.", **(ends if number < 2 else {})) for number in range(4)]
    return make_live(lead_photo=photos[0], body=in_text(*photos[1:]))


def test_lead_falls_back_to_the_next_picture_that_may_run(client, clock, led_by_one_that_ends):
    clock.move_to(NOON + SECOND)
    html = page(client, led_by_one_that_ends.path)
    assert set(texts(html, ".lead-figure .caption")) == {"Picture 2."}
    assert set(texts(html, ".story-body .caption")) == {"Picture 3."}


def test_card_falls_back_to_the_same_picture(client, clock, led_by_one_that_ends):
    clock.move_to(NOON + SECOND)
    second = Photo.objects.get(caption="Picture 2.")
    (image,) = page(client, "/latest/").css("img")
    assert image.attributes["src"] == renditions(second, CARD, "jpg")[-1].url
    assert f"p{second.pk}" in client.get("/latest/")["Surrogate-Key"].split()


@pytest.mark.parametrize(("path", "queries"), [("/", 4), ("/latest/", 3)])
def test_all_fallen_leads_of_a_list_cost_one_query(
    client, clock, led_by_one_that_ends, django_assert_num_queries, path, queries
):
    photo = make_photo(rights_until=NOON + SECOND)
    for _ in range(3):
        make_live(lead_photo=photo, body=in_text(make_photo()))
    clock.move_to(NOON + SECOND)
    with django_assert_num_queries(queries):
        assert len(page(client, path).css("img")) == 4


def test_fallen_lead_costs_a_story_no_query(client, clock, led_by_one_that_ends, django_assert_num_queries):
    clock.move_to(NOON + SECOND)
    with django_assert_num_queries(2):
        client.get(led_by_one_that_ends.path)


def test_picture_of_an_advertisement_goes_with_its_right(client, clock):
    place(picture=make_photo(rights_until=NOON + SECOND))
    make_live()
    assert page(client, "/").css("img")
    clock.move_to(NOON + SECOND)
    html = page(client, "/")
    assert html.css(".advertisement")
    assert not html.css("img")
