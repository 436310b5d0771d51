"""Sections, running stories, topics and authors: their addresses stay, and they stay while they are in use."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Section
from articles.sponsors.models import Placement
from tests.factories import make_article, make_author, make_live, make_section, make_thread, make_topic

pytestmark = pytest.mark.django_db
MAKERS = {"section": make_section, "thread": make_thread, "topic": make_topic, "author": make_author}


def address(one, action):
    return reverse(f"admin:articles_{one._meta.model_name}_{action}", args=[one.pk])


def delete(desk, one):
    return desk.post(address(one, "delete"), {"post": "yes"})


@pytest.mark.parametrize("kind", MAKERS)
def test_slug_is_given_once(desk, kind):
    one = MAKERS[kind]("Harbour")
    desk.post(address(one, "change"), {"name": "Quay", "slug": "quay", "colour": "#112233", "position": 0})
    one.refresh_from_db()
    assert (one.name, one.slug) == ("Quay", "harbour")


def test_slug_is_asked_for_at_first(desk):
    desk.post(
        reverse("admin:articles_section_add"), {"name": "Quay", "slug": "quay", "colour": "#112233", "position": 0}
    )
    assert Section.objects.get().slug == "quay"


@pytest.mark.parametrize("kind", MAKERS)
def test_what_nothing_refers_to_is_deleted(desk, kind):
    one = MAKERS[kind]()
    delete(desk, one)
    assert not type(one).objects.exists()


def used(kind, make):
    one = MAKERS[kind]()
    make(**{kind: one} if kind in ("section", "thread") else {f"{kind}s": [one]})
    return one


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("make", [make_article, make_live])
def test_what_is_in_use_says_so_and_stays(desk, kind, make):
    one = used(kind, make)
    for response in (desk.get(address(one, "delete")), delete(desk, one)):
        assert "is in use, so it cannot be deleted" in response.content.decode()
        assert "1 story" in response.content.decode()
    assert type(one).objects.exists()


@pytest.mark.parametrize("kind", ["topic", "author"])
def test_what_only_readers_saw_is_in_use_too(desk, kind):
    one = used(kind, make_live)
    article = one.articles.get()
    article.topics.clear()
    article.bylines.all().delete()
    delete(desk, one)
    assert type(one).objects.exists()


def test_section_of_an_advertisement_stays(desk):
    """Without it, the advertisement would run on every page."""
    section, now = make_section(), timezone.now()
    placement = Placement.objects.create(
        slot="top", label="Advertisement", advertiser="Ropes", text="Ropes.", link="https://example.org/",
        disclosure="Paid for.", starts_at=now, ends_at=now + timedelta(days=1),
    )  # fmt: skip
    placement.sections.add(section)
    assert "1 advertisement" in delete(desk, section).content.decode()
    assert Section.objects.exists()


@pytest.mark.parametrize("kind", MAKERS)
def test_several_at_once_are_not_deleted_either(desk, kind):
    one = used(kind, make_live)
    where = reverse(f"admin:articles_{kind}_changelist")
    form = {"action": "delete_selected", "_selected_action": [one.pk]}
    assert f"{one}: 1 story" in desk.post(where, form).content.decode()
    desk.post(where, form | {"post": "yes"})
    assert type(one).objects.exists()
