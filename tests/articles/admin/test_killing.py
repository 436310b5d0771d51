"""Killing and lifting from the library, and what its screens show of a killed photo."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import kills, snapshots, workflow
from articles.admin import killed_pictures
from articles.models import Article
from articles.photos.models import Kill, Photo
from articles.photos.renditions import make_renditions
from tests.factories import change, make_article, make_live, make_photo

pytestmark = pytest.mark.django_db
LIST = "/admin/photos/photo/"


def page(photo):
    return f"{LIST}{photo.pk}/change/"


def kill_page(*photos):
    return f"{LIST}kill/?{'&'.join(f'photo={photo.pk}' for photo in photos)}"


def words(response):
    return " ".join(response.content.decode().split())


def test_page_says_first_where_the_photo_stands_and_what_holds_it(desk):
    photo = make_photo(supplier_reference="AFP-1")
    twin = make_photo(supplier_reference="AFP-1")
    edition = make_live(headline="Ferry sails", lead_photo=photo)
    scheduled = make_article(headline="Comes tomorrow", lead_photo=photo)
    workflow.schedule(scheduled, timezone.now() + timedelta(days=1))
    said = words(desk.get(kill_page(photo)))
    assert "It will be gone from 3 pages" in said
    assert edition.path in said
    assert "Comes tomorrow" in said
    assert "These working copies hold it" in said
    assert f"Kill photo {twin.pk} too" in said
    assert not Kill.objects.exists()


def test_kill_asks_for_the_reason(desk):
    photo = make_photo()
    assert "This field is required." in words(desk.post(kill_page(photo), {"photo": photo.pk, "reason": " "}))
    assert not Kill.objects.exists()


def test_kill_is_done_and_told(transactional_db, desk, editor):
    photo = make_photo()
    make_live(lead_photo=photo)
    response = desk.post(f"{LIST}kill/", {"photo": photo.pk, "reason": "Wrong"}, follow=True)
    assert (Kill.objects.get().by, response.redirect_chain[-1][0]) == (editor, page(photo))
    assert "is killed. It is gone from the 3 pages, and so are its files." in words(response)


def test_ticked_twins_are_killed_too(desk):
    photo, twin = make_photo(), make_photo()
    desk.post(f"{LIST}kill/", {"photo": [photo.pk, twin.pk], "reason": "Wrong"})
    assert Photo.objects.filter(killed_at=None).count() == 0


def test_action_on_the_list_leads_to_the_question(desk):
    photos = [make_photo(), make_photo()]
    data = {"action": "kill_selected", "_selected_action": [photo.pk for photo in photos]}
    response = desk.post(LIST, data, follow=True)
    assert [plan.photo for plan in response.context["plans"]] == photos
    assert not Kill.objects.exists()


def test_no_photo_chosen_leads_back(desk):
    assert "No photo was chosen" in words(desk.get(f"{LIST}kill/?photo=x", follow=True))


def test_killed_photo_can_be_killed_again_without_a_reason_to_complete_it(desk, django_capture_on_commit_callbacks):
    photo = make_photo()
    kills.kill(photo, "Wrong")
    assert "Not all of its files are removed yet" in words(desk.get(page(photo)))
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(f"{LIST}kill/", {"photo": photo.pk, "reason": ""})
    assert "Not all of its files are removed yet" not in words(desk.get(page(photo)))
    assert Kill.objects.get().reason == "Wrong"


def test_lift_asks_why_and_tells(desk, editor):
    photo = make_photo()
    kills.kill(photo, "Wrong")
    lift = f"{LIST}{photo.pk}/lift/"
    assert "“" in words(desk.get(lift))
    desk.post(lift, {"reason": ""})
    assert Photo.objects.get().killed_at
    assert "The kill is lifted" in words(desk.post(lift, {"reason": "Mistaken"}, follow=True))
    assert (Kill.objects.get().lifted_by, Photo.objects.get().killed_at) == (editor, None)


def test_nothing_to_lift_is_said(desk):
    assert "nothing to lift" in words(desk.get(f"{LIST}{make_photo().pk}/lift/"))


@pytest.mark.parametrize("address", ["kill/?photo={}", "{}/lift/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may_only_change_photos_can_neither_kill_nor_lift(staff, address, method):
    photo = make_photo()
    client = staff("change_photo", "view_photo")
    assert getattr(client, method)(LIST + address.format(photo.pk), {"reason": "x"}).status_code == 403
    assert b"Kill\xe2\x80\xa6" not in client.get(page(photo)).content
    assert b"kill_selected" not in client.get(LIST).content


def test_permission_to_kill_is_enough_to_kill(staff):
    photo = make_photo()
    client = staff("kill_photo", "view_photo")
    client.post(f"{LIST}kill/", {"photo": photo.pk, "reason": "Wrong"})
    assert Kill.objects.exists()


# What the library shows of it


@pytest.fixture
def killed():
    photo = make_photo()
    make_renditions(photo)
    make_live(headline="Ferry sails", lead_photo=photo)
    kills.kill(photo, "Wrong person")
    return photo


@pytest.mark.parametrize("address", [LIST, "page"])
def test_no_screen_shows_its_picture(desk, killed, address):
    content = desk.get(page(killed) if address == "page" else address).content.decode()
    assert "/media/renditions/" not in content
    assert "Killed" in content
    assert "Wrong person" in content


@pytest.mark.parametrize(
    "address",
    [
        "/admin/articles/article/{story}/change/",
        "/admin/articles/article/{story}/words/{photo}/",
        "/admin/photos/photo/{photo}/uses/",
        "/admin/photos/photo/{photo}/replace/",
        "/admin/photos/photo/{photo}/everywhere/caption/",
    ],
)
def test_screens_of_its_uses_do_not_show_its_picture(desk, killed, address):
    story = Article.objects.get(headline="Ferry sails")
    response = desk.get(address.format(story=story.pk, photo=killed.pk))
    assert response.status_code == 200
    assert b"/media/renditions/" not in response.content


def test_its_page_says_when_why_and_where_it_stood_and_takes_no_file(desk, killed):
    said = words(desk.get(page(killed)))
    assert "It stood on 3 pages" in said
    assert "Ferry sails" in said
    assert "Lift the kill…" in said
    assert 'name="upload"' not in said


def test_its_history_has_the_kill_and_its_lift(desk, killed):
    kills.lift(killed, "Mistaken")
    done = [happening.what for happening in desk.get(page(killed)).context["history"]]
    assert done[:2] == ["Lifted the kill: “Mistaken”.", "Killed it: “Wrong person”. It stood on 3 pages."]


def test_chooser_has_no_picture_of_it_and_says_why(desk, killed):
    (found,) = desk.get(f"{LIST}choose/", {"id": killed.pk}).json()["found"]
    assert (found["picture"], found["thumbnail"]) == (None, None)
    assert found["barred"].startswith("It was killed on")


@pytest.mark.parametrize(("choice", "count"), [("yes", 1), ("lifted", 0)])
def test_list_is_narrowed_to_the_killed(desk, killed, choice, count):
    make_photo()
    assert len(desk.get(LIST, {"killed": choice}).context["cl"].tiles) == count
    kills.lift(killed, "Mistaken")
    assert len(desk.get(LIST, {"killed": choice}).context["cl"].tiles) == 1 - count


# The desk


def notices(desk):
    return desk.get("/admin/").context["notices"]


def test_desk_closes_up_when_nothing_was_killed(desk):
    make_live(lead_photo=make_photo())
    assert b"Killed pictures" not in desk.get("/admin/").content


def test_desk_names_the_stories_that_hold_it_and_the_pages_it_stood_on(desk, killed):
    (notice,) = notices(desk)
    assert [story.title for story in notice.first_holding] == ["Ferry sails"]
    assert [place.title for place in notice.first_stood_on] == ["The front", "Latest", "Ferry sails"]


def test_own_stories_stand_first(desk, editor):
    photo = make_photo()
    saved, published = make_live(headline="Saved", lead_photo=photo).article, make_article(lead_photo=photo)
    change(published, headline="Published")
    workflow.publish(published, by=editor)
    other = make_live(headline="Another's", lead_photo=photo)
    saved.headline = "Saved by me"
    saved.save()
    snapshots.record(saved, by=editor)
    kills.kill(photo, "Wrong")
    (notice,) = notices(desk)
    assert [(story.title, story.is_own) for story in notice.holding] == [
        ("Published", True),
        ("Saved by me", True),
        (other.headline, False),
    ]
    assert {place.title for place in notice.stood_on if place.is_own} == {"Published", "Saved"}


def test_old_kill_stays_while_a_working_copy_holds_the_photo(desk, killed):
    Kill.objects.update(at=timezone.now() - timedelta(days=15))
    (notice,) = notices(desk)
    assert (len(notice.holding), notice.stood_on) == (1, [])
    change(Article.objects.get(), lead_photo=None)
    assert not notices(desk)


def test_lifted_kill_leaves_the_desk(desk, killed):
    kills.lift(killed, "Mistaken")
    assert not notices(desk)


def test_who_sees_no_stories_is_told_nothing(staff, killed):
    assert b"Killed pictures" not in staff("view_photo").get("/admin/").content


@pytest.mark.parametrize("count", [1, 8])
def test_panel_takes_as_many_queries_for_few_and_many(editor, django_assert_num_queries, count):
    for _ in range(count):
        photo = make_photo()
        for _ in range(2):
            make_live(lead_photo=photo)
        kills.kill(photo, "Wrong", by=editor)
    with django_assert_num_queries(3):
        assert len(killed_pictures.notices(editor)) == count
