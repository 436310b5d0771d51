"""The rights radar: what is on it, in which order, with which pages, and what its buttons do."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from articles import workflow
from articles.admin import radar
from articles.admin.radar import on_radar
from articles.photos.models import Photo
from articles.photos.prolonging import decide, seen
from articles.sponsors.models import Placement
from tests.articles.noon import DAY, NOON
from tests.factories import change, make_article, make_live, make_photo

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_noon")]


def end(photo, at=NOON - DAY, **fields):
    """Let the photo's right end at `at`, after it was published."""
    Photo.objects.filter(pk=photo.pk).update(rights_until=at, **fields)
    photo.refresh_from_db()
    return photo


def on_it():
    return [photo.pk for photo in on_radar(timezone.now())]


def the_blip():
    [blip] = radar.panel()["blips"]
    return blip


# What is on it


@pytest.mark.parametrize(("days", "is_on"), [(1, True), (30, True), (31, False)])
def test_right_that_ends_within_30_days_is_on_it(days, is_on):
    make_photo(rights_until=NOON + days * DAY)
    assert bool(on_it()) is is_on


def test_ended_right_of_a_photo_that_stands_nowhere_is_no_matter():
    make_photo(rights_until=NOON - DAY)
    assert on_it() == []


def test_ended_right_matters_in_a_live_story():
    photo = make_photo()
    make_live(lead_photo=photo)
    assert on_it() == [] and end(photo) and on_it() == [photo.pk]


def test_ended_right_matters_in_a_scheduled_story():
    photo = make_photo()
    article = make_article(lead_photo=photo)
    workflow.schedule(article, NOON + DAY)
    change(article, lead_photo=None)
    end(photo)
    assert on_it() == [photo.pk]


def test_ended_right_matters_in_a_working_copy():
    photo = make_photo()
    make_article(body=f'<figure data-photo="{photo.pk}"></figure>')
    end(photo)
    assert on_it() == [photo.pk]


def test_ended_right_is_no_matter_in_an_old_revision_or_a_withdrawn_story():
    photo = make_photo()
    article = make_live(lead_photo=photo).article
    change(article, lead_photo=None)
    workflow.withdraw(article, "Wrong.")
    end(photo)
    assert on_it() == []


@pytest.mark.parametrize(("ends", "is_on"), [(NOON + DAY, True), (NOON - DAY, False)])
def test_ended_right_matters_in_a_running_advertisement(ends, is_on):
    photo = end(make_photo())
    words = {"label": "Advertisement", "advertiser": "Bank", "text": "Save.", "link": "https://example.org"}
    start = {"starts_at": NOON - 2 * DAY, "ends_at": ends}
    Placement.objects.create(slot="top", picture=photo, disclosure="Paid.", **words, **start)
    assert bool(on_it()) is is_on


@pytest.mark.parametrize(("allowed", "made", "is_on"), [(3, 2, True), (3, 1, False), (3, 3, False), (None, 0, False)])
def test_photo_with_one_use_left_is_on_it(allowed, made, is_on):
    photo = make_photo(uses_allowed=allowed)
    Photo.objects.filter(pk=photo.pk).update(uses_made=made)
    assert bool(on_it()) is is_on


def test_killed_photo_is_not_on_it():
    end(make_photo(), NOON + DAY, killed_at=NOON - DAY)
    assert on_it() == []


def test_accepted_end_is_off_it_and_a_new_end_is_on_it_again():
    photo = make_photo(rights_until=NOON + DAY)
    decide(photo.pk, "let it end", seen(photo))
    assert on_it() == []
    end(photo, NOON + 2 * DAY)
    assert on_it() == [photo.pk]


def test_accepted_last_use_is_off_it():
    photo = make_photo(uses_allowed=1)
    decide(photo.pk, "let it end", seen(photo))
    assert on_it() == []


def test_most_urgent_comes_first():
    soon, over, later, idle = [make_photo() for _ in range(4)]
    last_use, idle_use = make_photo(uses_allowed=2), make_photo(uses_allowed=1)
    for photo in (soon, over, later, last_use):
        make_live(lead_photo=photo)
    end(soon, NOON + 2 * DAY), end(over), end(later, NOON + 20 * DAY), end(idle, NOON + DAY)
    assert on_it() == [photo.pk for photo in (over, soon, later, idle, last_use, idle_use)]


# What is said of each


def test_live_pages_are_named_the_newest_first_and_the_others_counted():
    photo = make_photo()
    editions = [make_live(lead_photo=photo, at=NOON - day * DAY) for day in range(1, 6)]
    end(photo)
    blip = the_blip()
    assert [page.address for page in blip.pages] == [edition.path for edition in editions[:3]]
    assert blip.more == 2


def test_story_with_the_photo_twice_is_named_once():
    photo = make_photo()
    make_live(lead_photo=photo, body=f'<p>a</p><figure data-photo="{photo.pk}"></figure>')
    end(photo)
    assert (len(the_blip().pages), the_blip().more) == (1, 0)


def test_scheduled_page_and_working_copy_lead_to_their_story():
    photo = make_photo()
    scheduled, draft = make_article(lead_photo=photo), make_article(lead_photo=photo)
    workflow.schedule(scheduled, NOON + DAY)
    end(photo)
    assert [(page.how, page.address) for page in [*the_blip().pages, *the_blip().others]] == [
        ("From 4 March 2026, 12:00 UTC", f"/admin/articles/article/{scheduled.pk}/change/"),
        ("Working copy", f"/admin/articles/article/{draft.pk}/change/"),
    ]


@pytest.mark.parametrize(
    ("at", "words", "then"),
    [
        (NOON - DAY, "Its right ended on 2 March 2026, 12:00 UTC.", "Its places are closed up."),
        (NOON + DAY, "Its right ends on 4 March 2026, 12:00 UTC.", "Then its places close up."),
    ],
)
def test_when_and_what_readers_get_then_is_said(at, words, then):
    photo = make_photo()
    make_live(lead_photo=photo)
    end(photo, at)
    assert (the_blip().when, the_blip().then) == (words, then)


def test_replacement_is_said():
    photo, other = make_photo(), make_photo()
    make_live(lead_photo=photo)
    end(photo, replacement=other)
    assert the_blip().then == f"Photo {other.pk} stands in for it."


# The desk and the page


def many(number):
    photos = [make_photo(rights_until=NOON + DAY) for _ in range(number)]
    for photo in photos[:10]:
        make_live(lead_photo=photo)


@pytest.mark.parametrize("number", [3, 14])
def test_panel_asks_little_however_many_there_are(number, django_assert_num_queries):
    many(number)
    with django_assert_num_queries(4 if number <= 10 else 5):
        blips = radar.panel()["blips"]
        assert [blip.when for blip in blips]


def test_desk_shows_ten_and_the_number_of_all(desk):
    many(12)
    page = desk.get(reverse("admin:index")).content.decode()
    assert page.count('class="blip"') == 10
    assert "All 12 on the radar" in page


def test_desk_is_silent_where_nothing_runs_out(desk):
    make_photo()
    assert b"Rights radar" not in desk.get(reverse("admin:index")).content


def test_page_shows_all(desk):
    many(12)
    page = desk.get(reverse("admin:photos_photo_radar")).content.decode()
    assert page.count('class="blip"') == 12


def test_page_says_when_there_is_nothing_to_decide(desk):
    assert b"Nothing to decide." in desk.get(reverse("admin:photos_photo_radar")).content


def test_page_asks_as_much_for_two_as_for_twelve(desk, django_assert_max_num_queries):
    many(12)
    with django_assert_max_num_queries(8):
        desk.get(reverse("admin:photos_photo_radar"))


# The buttons


def press(client, photo, way, **fields):
    address = reverse("admin:photos_photo_right", args=[photo.pk])
    response = client.post(address, {"way": way, "seen": seen(photo)} | fields)
    photo.refresh_from_db()
    return response


def test_button_prolongs_and_leads_back(desk):
    photo = make_photo(rights_until=NOON + DAY)
    response = press(desk, photo, "30 days", next="/admin/photos/photo/radar/?page=2")
    assert photo.rights_until == NOON + 31 * DAY
    assert response.headers["Location"] == "/admin/photos/photo/radar/?page=2#rights-radar"


def test_button_leads_nowhere_else(desk):
    response = press(desk, make_photo(rights_until=NOON + DAY), "open", next="https://example.org/")
    assert response.headers["Location"] == "/admin/#rights-radar"


def test_what_was_decided_stands_in_the_photo_s_history(desk, editor):
    photo = make_photo(rights_until=NOON + DAY)
    with time_machine.travel(NOON + timedelta(hours=1), tick=False):
        press(desk, photo, "1 year")
    history = desk.get(reverse("admin:photos_photo_change", args=[photo.pk])).context["history"]
    assert (history[0].by, history[0].what) == (
        editor,
        "On the rights radar: It may run until 4 March 2027, 12:00 UTC.",
    )


def test_refusal_is_told_and_not_logged(desk):
    photo = make_photo(rights_until=NOON + DAY)
    response = desk.get(press(desk, photo, "until", until="2026-01-01").headers["Location"])
    assert "That day is over." in " ".join(map(str, response.context["messages"]))
    assert not LogEntry.objects.exists()


def test_button_that_was_shown_for_another_end_does_nothing(desk):
    photo = make_photo(rights_until=NOON + DAY)
    press(desk, photo, "30 days", seen="None None")
    assert photo.rights_until == NOON + DAY


def test_unknown_way_and_unknown_photo_are_refused(desk):
    photo = make_photo(rights_until=NOON + DAY)
    assert press(desk, photo, "for ever").status_code == 400
    assert desk.post("/admin/photos/photo/999999/right/", {"way": "open"}).status_code == 404


@pytest.mark.parametrize(("permissions", "status"), [(["view_photo"], 403), (["view_photo", "change_photo"], 302)])
def test_who_may_change_photos_may_decide(client, django_user_model, permissions, status):
    user = django_user_model.objects.create_user("ann", "ann@example.org", "long enough", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client.force_login(user)
    assert press(client, make_photo(rights_until=NOON + DAY), "open").status_code == status
    assert client.get("/admin/photos/photo/radar/").status_code == {403: 403, 302: 200}[status]
    assert (b"Rights radar" in client.get("/admin/").content) is False or status == 302


def test_looking_at_a_button_s_address_does_nothing(desk):
    photo = make_photo(rights_until=NOON + DAY)
    assert desk.get(reverse("admin:photos_photo_right", args=[photo.pk])).status_code == 405
