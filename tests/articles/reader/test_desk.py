"""The readers' site at another moment, as editors see it under /desk/at/."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from articles import kills, workflow
from articles.addresses import point
from articles.models import Address
from articles.reader import desk as desk_pages
from articles.reader.moments import write
from tests.articles.reader.pages import ADDRESSES, place
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
NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
BAR = re.compile(r'<aside class="moment-bar.*?</aside>\n?', re.DOTALL)
SHEET = re.compile(r'<link rel="stylesheet" href="/static/css/moment.css">\n?')


def at(moment, path="/"):
    return f"/desk/at/{write(moment)}{path}"


def as_readers_get_it(content, moment):
    """What an editor gets, without the bar and with the links as readers have them."""
    html = SHEET.sub("", BAR.sub("", content.decode()))
    return re.sub(r"<title>\[.*?\] ", "<title>", html).replace(f'"/desk/at/{write(moment)}/', '"/')


# Who comes in


@pytest.mark.parametrize("path", ["/desk/at/", "/desk/at/2026-03-05T12:00/", "/desk/at/nonsense/"])
def test_readers_are_sent_to_sign_in(client, path):
    response = client.get(path)
    assert (response.status_code, response["Location"].startswith("/admin/login/")) == (302, True)


@pytest.mark.parametrize(
    ("permission", "status"),
    [("view_any_article", 200), ("publish_article", 200), ("change_article", 403), ("change_photo", 403)],
)
@pytest.mark.parametrize("path", ["/desk/at/", "/desk/at/2026-03-05T12:00/"])
def test_permission_decides_who_sees_another_moment(staff, permission, status, path):
    assert staff(permission).get(path).status_code == status


def test_account_that_is_no_staff_sees_nothing(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("reader"))
    assert client.get("/desk/at/2026-03-05T12:00/").status_code == 302


def test_only_reading_is_possible(desk):
    assert desk.post("/desk/at/2026-03-05T12:00/").status_code == 405


# What is seen


def test_scheduled_story_is_seen_before_readers_see_it(desk, client):
    edition = workflow.schedule(make_article(headline="Sails"), timezone.now() + HOUR)
    before, after = edition.live_from - timedelta(seconds=1), edition.live_from
    assert desk.get(at(before, edition.path)).status_code == 404
    content = desk.get(at(after, edition.path)).content.decode()
    assert "Sails" in content
    assert "The future: the site as readers will see it" in content
    assert client.get(edition.path).status_code == 404


@pytest.mark.parametrize("path", ["/", "{story}"])
def test_embargo_is_written_on_pages_that_show_its_story(desk, path):
    article = make_article(headline="Sails")
    workflow.set_embargo(article, datetime(2030, 1, 2, 9, tzinfo=UTC))
    edition = workflow.schedule(article, datetime(2030, 1, 2, 10, tzinfo=UTC))
    seen = path.format(story=edition.path)
    bar = BAR.search(desk.get(at(edition.live_from, seen)).content.decode())[0]
    assert "Embargo until 2 January 2030, 09:00 UTC" in bar
    assert "“Sails”" in bar


def test_embargo_of_a_story_that_the_page_does_not_show_is_not_written_on_it(desk):
    workflow.set_embargo(make_article(), timezone.now() + HOUR)
    assert "Embargo" not in desk.get(at(timezone.now() + 2 * HOUR)).content.decode()


def test_withdrawn_story_is_seen_as_it_was(desk):
    with time_machine.travel(NOON, tick=False):
        edition = make_live(headline="Sails")
    workflow.withdraw(edition.article, "Wrong firm")
    content = desk.get(at(NOON + HOUR, edition.path)).content.decode()
    assert "The past: the site as readers saw it on" in content
    assert desk.get(at(timezone.now() + HOUR, edition.path)).status_code == 410


def test_planned_withdrawal_is_seen(desk):
    edition = make_live()
    workflow.schedule_withdrawal(edition.article, timezone.now() + HOUR, "Ends", "The sale is over.")
    response = desk.get(at(timezone.now() + 2 * HOUR, edition.path))
    assert (response.status_code, "The sale is over." in response.content.decode()) == (410, True)


@pytest.mark.parametrize("path", ["/", "/latest/", "/section/harbour/", "{story}"])
def test_killed_story_stays_gone_in_the_past(desk, path):
    with time_machine.travel(NOON, tick=False):
        edition = make_live(headline="Sails", section=make_section("Harbour"))
    seen = at(NOON + HOUR, path.format(story=edition.path))
    assert "Sails" in desk.get(seen).content.decode()
    workflow.kill(edition.article, "By order", notice="Gone.")
    assert "Sails" not in desk.get(seen).content.decode()
    workflow.lift(edition.article, "All right")
    assert "Sails" in desk.get(seen).content.decode()


def test_killed_story_says_so_in_the_past(desk):
    with time_machine.travel(NOON, tick=False):
        edition = make_live()
    workflow.kill(edition.article, "By order", notice="Gone for good.")
    response = desk.get(at(NOON + HOUR, edition.path))
    assert (response.status_code, "Gone for good." in response.content.decode()) == (410, True)


def test_killed_photo_stays_gone_in_the_past(desk):
    with time_machine.travel(NOON, tick=False):
        photo = make_photo()
        edition = make_live(lead_photo=photo)
    assert b"<figure" in desk.get(at(NOON + HOUR, edition.path)).content
    kills.kill(photo, "By order")
    assert b"<figure" not in desk.get(at(NOON + HOUR, edition.path)).content


# How it is brought


def test_links_stay_at_the_moment(desk, whole_site):
    moment = timezone.now().replace(second=0, microsecond=0) + HOUR
    html = BAR.sub("", desk.get(at(moment)).content.decode())
    ways = set(re.findall(r'<a\b[^>]*\shref="(/[^"]*)"', html))
    staff = {way for way in ways if way.startswith("/accounts/")}
    assert ways - staff
    assert all(way.startswith(f"/desk/at/{write(moment)}/") for way in ways - staff)


def test_files_and_outside_links_stay_as_they_are(desk):
    body = '<p><a href="https://example.org/x">out</a> <a href="http://127.0.0.1:8000/about/">in</a></p>'
    edition = make_live(body=body, lead_photo=make_photo())
    moment = timezone.now() + HOUR
    html = desk.get(at(moment, edition.path)).content.decode()
    assert 'href="https://example.org/x"' in html
    assert f'href="/desk/at/{write(moment)}/about/"' in html
    assert 'href="/static/css/base.css"' in html
    assert not re.search(r"/desk/at/[^\"]*/(static|media)/", html)
    assert f'<link rel="canonical" href="http://127.0.0.1:8000{edition.path}">' in html


def test_redirect_stays_at_the_moment(desk):
    edition = make_live(slug="one")
    change(edition.article, slug="two")
    renamed = workflow.schedule(edition.article, timezone.now() + HOUR)
    assert desk.get(at(timezone.now() + HOUR / 2, edition.path)).status_code == 200
    moment = renamed.live_from + HOUR
    assert desk.get(at(moment, edition.path))["Location"] == at(moment, renamed.path)
    assert not Address.objects.filter(hits__gt=0)


def test_typed_redirect_is_not_there_before_it_was_typed(desk):
    point("/old/", "/about/")
    assert desk.get(at(timezone.now() - HOUR, "/old/")).status_code == 404
    moment = timezone.now() + HOUR
    assert desk.get(at(moment, "/old/"))["Location"] == at(moment, "/about/")


@pytest.mark.parametrize("path", ["/", "/about/", "/nowhere/", "/admin/", "/desk/at/2026-03-05T12:00/"])
def test_nobody_keeps_what_an_editor_sees(desk, path):
    response = desk.get(at(timezone.now() + HOUR, path))
    assert {"private", "no-store"} <= set(re.split(r",\s*", response["Cache-Control"]))
    assert (response["X-Robots-Tag"], response["Referrer-Policy"]) == ("noindex", "same-origin")
    assert not response.has_header("Surrogate-Key")
    assert "public" not in response["Cache-Control"]


def test_page_has_the_readers_own_policy(desk, client):
    readers = client.get("/about/")["Content-Security-Policy"]
    assert desk.get(at(timezone.now(), "/about/"))["Content-Security-Policy"] == readers
    assert desk.get("/desk/at/")["Content-Security-Policy"] != readers


def test_bar_leads_to_other_moments_of_the_page_and_to_now(desk, whole_site):
    moment = timezone.now().replace(second=0, microsecond=0) + HOUR
    change(whole_site.article, headline="New")
    ahead = workflow.schedule(whole_site.article, moment + 3 * HOUR)
    path = f"{whole_site.path}?a=b&c=d"
    bar = BAR.search(desk.get(at(moment, path)).content.decode())[0].replace("&amp;", "&")
    for other in (moment - HOUR, moment + HOUR, ahead.live_from):
        assert f'href="{at(other, path)}"' in bar
    assert f'href="{path}"' in bar


def test_address_cannot_break_out_of_the_bar(desk):
    content = desk.get("/desk/at/2026-03-05T12:00/%22%3E%3Cb%3Ex/?%22%3E%3Cb%3E").content.decode()
    assert "<b>" not in content


def test_tags_are_found_whatever_stands_in_their_attributes():
    html = """<a title="a > b" href="/x/">x</a><form method="get" action="/s/"><link href="/y/"><b href="/z/">"""
    found = desk_pages.TAG.sub("-", html)
    assert found == '-x</a>-<link href="/y/"><b href="/z/">'


@pytest.fixture
def story_over_time():
    """A paper to which something happens in each hour; the moments at which readers looked."""
    section, topic, author = make_section("Harbour"), make_topic("Ferry"), make_author("Ann Lee")
    with time_machine.travel(NOON, tick=False) as clock:
        words = {"section": section, "thread": make_thread("The ferry"), "topics": [topic], "authors": [author]}
        edition = make_live(headline="One", slug="one", lead_photo=make_photo(rights_until=NOON + 3 * HOUR), **words)
        make_live(headline="Other", body=f'<p>a</p><aside data-related="{edition.article_id}"></aside>', **words)
        place(starts_at=NOON + HOUR, ends_at=NOON + 2 * HOUR)
        clock.move_to(NOON + HOUR)
        change(edition.article, headline="Two", slug="two")
        workflow.schedule(edition.article, NOON + 2 * HOUR)
        clock.move_to(NOON + 2.25 * HOUR)
        workflow.correct(edition.article, "Nine.", "Eight.")
        clock.move_to(NOON + 4 * HOUR)
        workflow.withdraw(edition.article, "Wrong", "We were wrong.")
        yield edition, clock


def test_page_at_a_moment_is_what_readers_got_then(story_over_time, desk, client):
    edition, clock = story_over_time
    paths = [*ADDRESSES, edition.path, edition.path.replace("one", "two"), "/corrections/", "/nowhere/"]
    for hours in range(6):
        moment = NOON + hours * HOUR + timedelta(minutes=30)
        for path in paths:
            clock.move_to(moment)
            then = client.get(path)
            clock.move_to(NOON + 5 * HOUR)
            now = desk.get(at(moment, path))
            assert now.status_code == (302 if then.status_code == 301 else then.status_code), (hours, path)
            assert now.get("Location", "").removeprefix(f"/desk/at/{write(moment)}") == then.get("Location", "")
            assert as_readers_get_it(now.content, moment) == then.content.decode(), (hours, path)
