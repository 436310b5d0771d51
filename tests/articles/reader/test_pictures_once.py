"""No picture stands twice on a story's page."""

from collections import Counter

import pytest
from django.utils import timezone

from articles.photos.renditions import all_renditions
from tests.articles.reader.pages import link, page, texts
from tests.factories import make_article, make_live, make_photo

pytestmark = pytest.mark.django_db


def in_text(*photos):
    figures = (f'<figure data-photo="{photo.pk}"></figure>' for photo in photos)
    return "<p>a</p>" + "<p>b</p>".join(figures)


def shown(client, edition, *photos):
    """How often each photo stands on the page as a figure."""
    files = {file.url: photo for photo in photos for file in all_renditions(photo)}
    images = page(client, edition.path).css("figure img")
    return Counter(files[image.attributes["src"]] for image in images)


def test_text_does_not_repeat_the_lead(client):
    lead, other = make_photo(), make_photo()
    edition = make_live(lead_photo=lead, body=in_text(lead, other))
    assert shown(client, edition, lead, other) == {lead: 1, other: 1}


def test_text_shows_a_picture_where_it_stands_first(client):
    photo = make_photo()
    body = f'<p>a</p><figure data-photo="{photo.pk}" data-caption="First."></figure>' + in_text(photo)
    assert texts(page(client, make_live(body=body).path), "figure .caption") == ["First."]


def test_what_stands_in_for_the_lead_is_not_repeated(client):
    other = make_photo()
    lead = make_photo(replacement=other)
    edition = make_live(lead_photo=lead, body=in_text(other))
    assert shown(client, edition, lead, other) == {lead: 1, other: 1}
    type(lead).objects.filter(pk=lead.pk).update(rights_until=timezone.now())
    assert shown(client, edition, other) == {other: 1}


def test_picture_of_the_text_that_leads_is_not_repeated(client):
    lead, other = make_photo(), make_photo()
    edition = make_live(lead_photo=lead, body=in_text(other, other))
    type(lead).objects.filter(pk=lead.pk).update(rights_until=timezone.now())
    assert shown(client, edition, other) == {other: 1}


def test_box_does_not_repeat_what_the_page_shows(client):
    photo = make_photo()
    edition = link(make_article(body=in_text(photo)), make_live(lead_photo=photo).article)
    assert shown(client, edition, photo) == {photo: 1}


def test_search_engines_get_it_once(client):
    photo = make_photo()
    edition = make_live(lead_photo=photo, body=in_text(photo, photo))
    script = page(client, edition.path).css_first("script[type='application/ld+json']").text()
    assert script.count('"@type":"ImageObject"') == 1
