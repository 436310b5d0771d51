"""Replacing a photo everywhere, and applying the library's words everywhere: the list first, then one button."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from articles import replacing, workflow
from articles.sponsors.models import Placement
from tests.factories import change, make_article, make_live, make_photo

pytestmark = pytest.mark.django_db


def address(photo, page="replace"):
    return f"/admin/photos/photo/{photo.pk}/{page}/"


def listed(response):
    return " ".join(LexborHTMLParser(response.content.decode()).css_first(".plan").text().split())


def messages(response):
    items = LexborHTMLParser(response.content.decode()).css(".messagelist > li")
    return " ".join(" ".join(item.text().split()) for item in items)


def press(desk, old, new, **data):
    seen = replacing.plan(replacing.by_another(old, new)).fingerprint
    return desk.post(address(old), {"new": new.pk, "seen": seen} | data, follow=True)


def test_list_says_what_becomes_of_each_story(desk, old, new):
    article = make_live(headline="Ferry sails", lead_photo=old, lead_caption="Own words.").article
    change(article, headline="Ferry sails again")
    workflow.schedule(make_article(headline="Later", lead_photo=old), timezone.now() + timedelta(hours=1))
    make_article(headline="Draft", lead_photo=old)
    found = listed(desk.get(address(old), {"new": new.pk}))
    assert "What will change: 3 stories" in found
    assert "Ferry sails again Live Readers see it at once; the changes of the working copy stay unpublished." in found
    assert "Drops its own words: Own words." in found
    assert "Later Scheduled Still appears on" in found
    assert "Draft Working copy Nothing is published." in found


def test_looking_changes_nothing(desk, old, new):
    article = make_live(lead_photo=old).article
    desk.get(address(old), {"new": new.pk})
    assert article.revisions.count() == 1


def test_button_replaces_and_says_so(desk, old, new):
    article = make_live(lead_photo=old).article
    answer = messages(press(desk, old, new))
    assert f"Photo {old.pk} replaced by photo {new.pk}, in 1 story. Readers see it in 1 of them" in answer
    assert workflow.live_edition(article).lead_photo == new
    assert LogEntry.objects.get(object_id=str(old.pk)).change_message == f"Replaced by photo {new.pk}."


def test_list_that_is_not_true_any_more_is_shown_again(desk, old, new):
    article = make_live(lead_photo=old).article
    response = press(desk, old, new, seen="0" * 16)
    assert "Look at the list again" in messages(response)
    assert workflow.live_edition(article).lead_photo == old


def test_list_must_have_been_seen(desk, old, new):
    article = make_live(lead_photo=old).article
    desk.post(address(old), {"new": new.pk})
    assert workflow.live_edition(article).lead_photo == old


def test_what_stands_in_the_way_is_listed_and_there_is_no_button(desk, old):
    make_live(lead_photo=old)
    response = desk.get(address(old), {"new": make_photo(alt="").pk})
    assert "Nothing can be changed before this is mended: The other picture cannot run" in listed(response)
    assert b'type="submit" class="default"' not in response.content


def test_each_story_that_cannot_be_published_is_a_link(desk, old):
    ends = timezone.now() + timedelta(hours=1)
    article = make_article(headline="Late", lead_photo=old)
    workflow.schedule(article, ends + timedelta(hours=1))
    response = desk.get(address(old), {"new": make_photo(rights_until=ends).pk})
    problem = LexborHTMLParser(response.content.decode()).css_first(".plan .errornote li")
    assert problem.text().startswith("“Late”: The lead picture")
    assert problem.css_first("a").attributes["href"] == f"/admin/articles/article/{article.pk}/change/"


def test_advertisements_are_listed_as_not_changed(desk, old, new):
    now = timezone.now()
    Placement.objects.create(
        slot="top", label="Advertisement", advertiser="Ropes", text="Ropes.", link="https://example.org/",
        disclosure="Paid for.", picture=old, starts_at=now, ends_at=now + timedelta(days=1),
    )  # fmt: skip
    assert "What will not change Advertisement: Ropes: Ropes." in listed(desk.get(address(old), {"new": new.pk}))


@pytest.mark.parametrize("given", ["", "x", "99999"])
def test_other_picture_must_be_in_the_library(desk, old, given):
    response = desk.get(address(old), {"new": given})
    assert b"errorlist" in response.content
    assert b"What will change" not in response.content


@pytest.mark.parametrize("screen", ["replace", "everywhere/caption"])
@pytest.mark.parametrize("names", [["view_photo", "change_article"], ["view_photo", "publish_article"], []])
def test_who_may_not_change_and_publish_stories_may_not_replace(staff, old, names, screen):
    client = staff(*names)
    assert client.get(address(old, screen)).status_code == 403
    assert client.post(address(old, screen)).status_code == 403


def test_long_list_names_some_and_counts_the_others(desk, old, new, monkeypatch):
    monkeypatch.setattr("articles.admin.replacing.LISTED", 2)
    for _ in range(5):
        make_live(lead_photo=old)
    found = listed(desk.get(address(old), {"new": new.pk}))
    assert "What will change: 5 stories" in found
    assert "and 3 more stories" in found


def test_librarys_words_are_applied_where_stories_have_their_own(desk, old):
    with_own, without = make_live(lead_photo=old, lead_caption="Own.").article, make_live(lead_photo=old)
    page = address(old, "everywhere/caption")
    assert "What will change: 1 story" in listed(desk.get(page))
    seen = replacing.plan(replacing.to_library_words(old, "caption")).fingerprint
    assert "in 1 story" in messages(desk.post(page, {"seen": seen}, follow=True))
    assert workflow.live_edition(with_own).lead_caption == ""
    assert workflow.live_edition(without.article) == without


def test_there_is_no_other_field(desk, old):
    assert desk.get(address(old, "everywhere/credit_line")).status_code == 404
