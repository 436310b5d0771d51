"""Follow-ups on the desk and on the older story's form."""

from datetime import timedelta

import pytest
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from articles.models import FollowUp
from tests.articles.admin.stories import messages, url
from tests.articles.linking import make_live_link
from tests.factories import make_article, make_live

pytestmark = pytest.mark.django_db


@pytest.fixture
def older():
    return make_live(at=timezone.now() - timedelta(days=30), headline="Ferry late").article


@pytest.fixture
def newer(older):
    return make_live_link(older, headline="Ferry sails")


@pytest.fixture
def at_chiefs(client, chief):
    client.force_login(chief)
    return client


def text_of(browser, address, region):
    found = LexborHTMLParser(browser.get(address).content.decode()).css_first(region)
    return " ".join(found.text().split()) if found else ""


DESK, FORM = "section[aria-labelledby=desk-follow-ups]", "section[aria-label=Follow-ups]"


def decide(browser, older, choice, newer, **data):
    data = {"follow_up": f"{choice} {getattr(newer, 'pk', newer)}"} | data
    return browser.post(url(older, "follow_up"), data, follow=True)


def test_offer_stands_on_the_desk_and_on_the_older_storys_form(at_chiefs, older, newer):
    assert "Ferry late was followed up" in text_of(at_chiefs, "/admin/", DESK)
    assert "Ferry sails" in text_of(at_chiefs, url(older), FORM)
    assert text_of(at_chiefs, url(newer), FORM) == ""


def test_accepted_one_is_told_on_the_form_and_can_be_ended(at_chiefs, older, newer):
    assert "Readers of “Ferry late” now see above its text" in messages(decide(at_chiefs, older, "accept", newer))
    assert text_of(at_chiefs, "/admin/", DESK) == ""
    assert "as chief decided" in text_of(at_chiefs, url(older), FORM)
    decide(at_chiefs, older, "end", newer)
    assert text_of(at_chiefs, url(older), FORM) == ""
    assert not FollowUp.objects.shown().exists()


def test_declined_one_is_offered_no_more(at_chiefs, older, newer):
    decide(at_chiefs, older, "decline", newer)
    assert text_of(at_chiefs, "/admin/", DESK) == text_of(at_chiefs, url(older), FORM) == ""


def test_one_goes_back_to_where_the_button_was(at_chiefs, older, newer):
    data = {"follow_up": f"decline {newer.pk}"}
    assert at_chiefs.post(url(older, "follow_up"), data).headers["Location"] == url(older)
    again = at_chiefs.post(url(older, "follow_up"), data | {"desk": ""})
    assert again.headers["Location"] == "/admin/#desk-follow-ups"


def test_what_cannot_be_is_refused_in_words(at_chiefs, older):
    assert "Nothing was changed." in messages(decide(at_chiefs, older, "accept", make_article()))
    assert "Nothing was changed." in messages(decide(at_chiefs, older, "end", older))


@pytest.mark.parametrize(
    ("told", "status"),
    [("", 400), ("odd", 400), ("odd 1", 400), ("accept", 404), ("accept x", 404), ("accept 999999", 404)],
)
def test_odd_choices_are_refused(at_chiefs, older, told, status):
    assert at_chiefs.post(url(older, "follow_up"), {"follow_up": told}).status_code == status
    assert at_chiefs.get(url(older, "follow_up")).status_code == 405


def test_reporter_decides_nothing_and_is_offered_nothing(beat, reporter, newer, older):
    older.created_by = reporter
    older.save()
    assert text_of(beat, "/admin/", DESK) == text_of(beat, url(older), FORM) == ""
    assert decide(beat, older, "accept", newer).status_code == 403
    assert not FollowUp.objects.exists()


def test_desk_names_the_first_few(at_chiefs, older):
    for _ in range(10):
        make_live_link(older)
    html = LexborHTMLParser(at_chiefs.get("/admin/").content.decode())
    assert len(html.css(f"{DESK} .desk-lines > li")) == 8
