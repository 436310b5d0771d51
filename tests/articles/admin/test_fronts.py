"""The fronts' screens: who may open them, the list of fronts, finding stories, and seeing a front before readers do."""

import pytest
from django.utils import timezone

from articles import workflow
from articles.photos.moments import in_words
from tests.articles.admin.front_screens import HOME, LIST, front, step
from tests.articles.admin.stories import make_person
from tests.articles.fronts.fronts import DAY, HOUR, put
from tests.articles.reader.pages import page, texts
from tests.factories import make_article, make_live, make_section

pytestmark = pytest.mark.django_db


# Who may


SCREENS = [
    LIST, HOME, f"{HOME}live/", f"{HOME}history/", f"{HOME}words/1/", f"{LIST}section/harbour/",
    f"{LIST}section/harbour/live/", f"{LIST}section/harbour/history/", f"{LIST}section/harbour/words/1/",
    "/desk/front/", "/desk/front/harbour/",
]  # fmt: skip


@pytest.mark.parametrize("role", ["Reporters", "Photo editors"])
def test_who_may_not_arrange_opens_no_screen_of_the_fronts(client, role):
    make_section("Harbour")
    client.force_login(make_person("somebody", role))
    seen = [path for path in SCREENS if "live" not in path]
    assert {path: client.get(path).status_code for path in seen} == dict.fromkeys(seen, 403)
    posted = [path for path in SCREENS if not path.startswith("/desk/")]
    assert {path: client.post(path, {"now": "1"}).status_code for path in posted} == dict.fromkeys(posted, 403)


@pytest.mark.parametrize(("role", "rooms"), [("Reporters", []), ("Editors", ["Fronts"])])
def test_room_of_the_fronts_is_there_for_who_may_arrange(client, role, rooms):
    client.force_login(make_person("somebody", role))
    assert [room for room in texts(page(client, "/admin/"), ".rooms a") if room == "Fronts"] == rooms


def test_guest_is_led_to_the_door(client):
    assert client.get(HOME).url.startswith("/admin/login/")


def test_front_of_a_section_that_is_not_there_is_not_found(desk):
    assert desk.get(f"{LIST}section/nowhere/").status_code == 404


@pytest.mark.parametrize("path", ["add/", "1/change/", "1/delete/", "1/history/"])
def test_arrangement_has_no_form_of_djangos(desk, path):
    assert desk.get(LIST + path).status_code == 404


# The list


def test_list_has_the_home_page_and_each_section(desk):
    make_section("Harbour")
    assert texts(front(desk, LIST), ".fronts h2") == ["Home page", "Harbour"]


def test_list_says_what_holds_what_follows_and_who_is_arranging(desk, editor, ferry, clock):
    put(lead=[ferry], by=editor)
    put(at=timezone.now() + DAY)
    step(desk, "close river")
    told = texts(front(desk, LIST), ".fronts .help")[0]
    assert "Arranged by editor" in told
    assert f"Another takes over on {in_words(timezone.now() + DAY)}." in told
    assert "editor has changes that are not live" in told


# Finding stories


def found(client, **query):
    return texts(front(client, **query), ".front-stories .front-headline")


def test_newest_stories_are_there_to_be_chosen(desk, ferry, gulls):
    make_article(headline="Only a draft")
    assert found(desk) == ["Gulls return", "Ferry sails"]


def test_stories_are_found_by_words_of_their_headline(desk, ferry, gulls):
    make_article(headline="Ferry to come")
    assert sorted(found(desk, q="ferry")) == ["Ferry sails", "Ferry to come"]


@pytest.mark.parametrize("words", ["zebra", "' OR 1=1", "%", "x" * 5000])
def test_where_nothing_is_found_that_is_said(desk, ferry, words):
    assert found(desk, q=words) == []
    assert "No story has these words" in texts(front(desk, q=words), ".front-stories .front-nothing")[0]


def test_what_was_sought_is_there_after_a_step(desk, ferry):
    response = desk.post(HOME, {"step": f"place {ferry.pk} lead 0", "q": "gulls & more"})
    assert response.url == f"{HOME}?q=gulls+%26+more"


@pytest.mark.parametrize("query", [{}, {"q": "story"}])
def test_as_many_queries_for_few_stories_and_for_many(desk, django_assert_max_num_queries, query):
    stories = [make_live().article for _ in range(24)]
    for section in range(6):
        make_section(f"Part {section}")
    put(lead=stories[:1], seconds=stories[1:5], river=stories[5:13], opinion=stories[13:17])
    step(desk, f"place {stories[20].pk} topic 0")
    with django_assert_max_num_queries(18):
        front(desk, **query)


# Seeing it before readers do


def test_preview_shows_the_draft(desk, ferry, gulls):
    put(lead=[gulls])
    step(desk, f"place {ferry.pk} lead 0")
    assert leading(desk, "/desk/front/") == "Ferry sails"
    assert leading(desk, "/") == "Gulls return"


def leading(client, path):
    return texts(page(client, path), ".lead :is(h1, h2, h3)")[0]


def test_preview_of_a_section_shows_its_draft(desk, ferry):
    section = make_section("Harbour")
    step(desk, f"place {ferry.pk} lead 0", f"{LIST}section/{section.slug}/")
    assert "Ferry sails" in desk.get(f"/desk/front/{section.slug}/").content.decode()


def test_preview_of_somebody_else_shows_what_readers_see(desk, other, ferry, gulls):
    put(lead=[gulls])
    step(desk, f"place {ferry.pk} lead 0")
    assert leading(other, "/desk/front/") == "Gulls return"


@pytest.fixture
def six(clock):
    """Six hours from now."""
    return timezone.now() + 6 * HOUR


def test_preview_of_a_front_that_waits_is_of_its_time(desk, six, ferry, gulls):
    story = make_article(headline="Comes at five")
    workflow.schedule(story, six - HOUR)
    waiting = put(at=six, lead=[story])
    step(desk, f"take_up {waiting.pk}")
    assert leading(desk, "/desk/front/") == "Comes at five"


def test_nobody_keeps_a_preview(desk):
    response = desk.get("/desk/front/")
    assert "no-store" in response["Cache-Control"]
    assert "noindex" in response["X-Robots-Tag"]


def test_guest_sees_no_preview(client):
    assert client.get("/desk/front/").status_code in (302, 403)
