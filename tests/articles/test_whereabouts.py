"""Where readers see a photo."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import workflow
from articles.photos.models import Photo
from articles.whereabouts import places
from tests.articles.reader.pages import place
from tests.factories import (
    change,
    make_article,
    make_author,
    make_live,
    make_photo,
    make_section,
    make_thread,
    make_topic,
)

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def in_text(*photos):
    return "<p>a</p>" + "".join(f'<figure data-photo="{photo.pk}"></figure>' for photo in photos)


def of_kind(kind, photo):
    return [found for found in places(photo, timezone.now()) if found["kind"] == kind]


def stories(photo):
    return {found["article"]: found["as"] for found in of_kind("story", photo)}


def addresses(photo):
    return {found["address"] for found in of_kind("list", photo)}


def test_story_is_told_with_its_headline_its_address_and_as_what_it_shows_the_photo():
    photo = make_photo()
    edition = make_live(headline="Ferry sails", lead_photo=photo, body=in_text(make_photo(), photo))
    assert of_kind("story", photo) == [
        {
            "kind": "story",
            "title": "Ferry sails",
            "address": edition.path,
            "article": edition.article_id,
            "as": ["lead picture"],
        }
    ]


def test_what_readers_do_not_see_is_no_place():
    photo = make_photo()
    make_article(lead_photo=photo)
    workflow.schedule(make_article(lead_photo=photo), timezone.now() + HOUR)
    workflow.withdraw(make_live(lead_photo=photo).article, "Wrong firm")
    taken_out = make_live(lead_photo=photo).article
    change(taken_out, lead_photo=None)
    workflow.publish(taken_out)
    place(picture=photo, starts_at=timezone.now() + HOUR)
    assert places(photo, timezone.now()) == []


def test_photo_that_may_not_run_stands_nowhere():
    photo = make_photo()
    make_live(lead_photo=photo)
    Photo.objects.filter(pk=photo.pk).update(rights_until=timezone.now())
    assert places(photo, timezone.now()) == []


def test_photo_that_stands_in_for_another_is_seen_there():
    other = make_photo()
    photo = make_photo(replacement=other)
    edition = make_live(lead_photo=photo)
    assert stories(other) == {}
    Photo.objects.filter(pk=photo.pk).update(rights_until=timezone.now())
    assert stories(other) == {edition.article_id: ["lead picture"]}
    assert "/latest/" in addresses(other)


def test_picture_of_the_text_that_leads_for_one_that_may_not_run_is_seen_as_the_lead():
    lead, photo = make_photo(), make_photo()
    edition = make_live(lead_photo=lead, body=in_text(photo))
    Photo.objects.filter(pk=lead.pk).update(rights_until=timezone.now())
    assert stories(photo) == {edition.article_id: ["lead picture"]}


def test_story_without_a_lead_shows_it_in_the_text_only():
    photo = make_photo()
    edition = make_live(body=in_text(photo))
    assert stories(photo) == {edition.article_id: ["in the text"]}
    assert addresses(photo) == set()


def test_lists_are_those_whose_first_page_has_its_card(settings):
    settings.PAGE_SIZE = 2
    photo, harbour, ferry, ann = make_photo(), make_section("Harbour"), make_topic("Ferry"), make_author("Ann Lee")
    bridge, now = make_thread("The bridge"), timezone.now()
    make_live(at=now - HOUR, lead_photo=photo, section=harbour, thread=bridge, topics=[ferry], authors=[ann])
    seen = {"/", "/latest/", "/section/harbour/", "/thread/the-bridge/", "/topic/ferry/", "/author/ann-lee/"}
    assert addresses(photo) == seen
    for minutes in (1, 2):
        make_live(at=now - HOUR + timedelta(minutes=minutes), section=harbour, thread=bridge, authors=[ann])
    assert addresses(photo) == {"/", "/topic/ferry/"}


def test_river_of_the_front_shows_no_picture():
    photo = make_photo()
    now = timezone.now()
    make_live(at=now - HOUR, lead_photo=photo)
    for minutes in range(1, 6):
        make_live(at=now - HOUR + timedelta(minutes=minutes), lead_photo=make_photo())
    assert addresses(photo) == {"/latest/"}


def test_running_advertisement_is_told_with_its_slot():
    photo = make_photo()
    placement = place(picture=photo)
    (found,) = of_kind("advertisement", photo)
    assert (found["placement"], found["as"]) == (placement.pk, ["Top of every page"])


@pytest.mark.parametrize("count", [2, 20])
def test_as_many_queries_for_few_stories_and_for_many(django_assert_num_queries, count):
    photo, harbour = make_photo(), make_section("Harbour")
    for _ in range(count):
        make_live(lead_photo=photo, body=in_text(photo), section=harbour)
    with django_assert_num_queries(18):
        assert len(places(photo, timezone.now())) == count + 3
