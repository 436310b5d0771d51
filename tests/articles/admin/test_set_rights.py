"""Setting the rights of many photos at once."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.utils import timezone

from articles.photos.models import LicencePreset, Photo
from tests.factories import make_live, make_photo

pytestmark = pytest.mark.django_db
LIST, RIGHTS = "/admin/photos/photo/", "/admin/photos/photo/rights/"


def send(client, photos, step="look", **fields):
    return client.post(RIGHTS, {"photos": ",".join(str(photo.pk) for photo in photos), step: "1"} | fields)


def ticked(**fields):
    """The fields as the browser sends them, each with its tick."""
    return fields | {f"set_{name.removesuffix('_0').removesuffix('_1')}": "on" for name in fields}


def as_planned(response):
    """What the page with the plan would send on."""
    return dict(response.context["form"].spelt())


@pytest.fixture
def photos():
    """Of the staff, a handout, and one whose right nobody said."""
    return [make_photo(agency="", rights_category=right) for right in ("staff", "handout", "")]


def test_action_asks_for_the_rights_of_what_was_selected(desk, photos):
    chosen = {"action": "set_rights", "_selected_action": [photo.pk for photo in photos[:2]]}
    page = desk.post(LIST, chosen).content.decode()
    assert "Set the rights of 2 photos" in page
    assert f'name="photos" value="{photos[0].pk},{photos[1].pk}"' in page


def test_plan_says_for_how_many_photos_what_will_change(desk, photos):
    plan = send(desk, photos, **ticked(rights_category="staff")).context["plan"]
    assert [(one.label, one.value, one.differing) for one in plan.changes] == [("Right", "Staff", 2)]


def test_plan_names_the_stories(desk, photos):
    edition = make_live(lead_photo=photos[0])
    make_live(lead_photo=make_photo())
    plan = send(desk, photos, **ticked(restrictions="No covers.")).context["plan"]
    assert plan.stories == [edition]


def test_plan_changes_nothing(desk, photos):
    send(desk, photos, **ticked(rights_category="pool"))
    assert not Photo.objects.filter(rights_category="pool").exists()


def test_only_what_is_ticked_changes(desk, photos):
    send(desk, photos, "do", rights_category="pool", set_rights_category="on", restrictions="Not meant.")
    assert set(Photo.objects.values_list("rights_category", "restrictions")) == {("pool", "")}


def test_ticked_and_empty_takes_away_what_stands_there(desk):
    photo = make_photo(uses_allowed=2)
    send(desk, [photo], "do", **ticked(uses_allowed=""))
    photo.refresh_from_db()
    assert photo.uses_allowed is None


def test_licence_sets_all_that_it_says_as_planned(desk, photos):
    handout = LicencePreset.objects.get(name="Handout")
    planned = as_planned(send(desk, photos, preset=handout.pk))
    send(desk, photos, "do", **planned)
    until = {photo.rights_until for photo in Photo.objects.all()}
    assert set(Photo.objects.values_list("rights_category", "restrictions")) == {("handout", handout.restrictions)}
    assert len(until) == 1 and timedelta(days=29) < until.pop() - timezone.now() <= timedelta(days=30)


def test_licence_without_an_end_takes_ends_away(desk):
    photo = make_photo(rights_until=timezone.now() + timedelta(days=3))
    planned = as_planned(send(desk, [photo], preset=LicencePreset.objects.get(name="CC BY 4.0").pk))
    send(desk, [photo], "do", **planned)
    photo.refresh_from_db()
    assert (photo.rights_until, photo.web_statement) == (None, "https://creativecommons.org/licenses/by/4.0/")


def test_words_that_will_be_lost_are_counted(desk, photos):
    Photo.objects.filter(pk=photos[0].pk).update(restrictions="No covers.")
    [change] = send(desk, photos, **ticked(restrictions="No crop.")).context["plan"].changes
    assert (change.differing, change.overwritten) == (3, 1)


def test_plan_warns_where_readers_will_lose_pictures(desk, photos):
    plan = send(desk, photos, **ticked(rights_until_0="2026-01-02", rights_until_1="12:00")).context["plan"]
    assert plan.warning.startswith("2 of them may run now, and will not any more")


def test_each_changed_photo_has_it_in_its_history(desk, editor, photos):
    send(desk, photos, "do", **ticked(rights_category="staff"))
    entries = LogEntry.objects.order_by("pk").values_list("object_id", "user", "change_message")
    assert [one[0] for one in entries] == [str(photo.pk) for photo in photos[1:]]
    assert {one[1:] for one in entries} == {(editor.pk, "Set together with other photos: right.")}


def test_nothing_ticked_is_said(desk, photos):
    response = send(desk, photos, rights_category="pool")
    assert b"Tick what is to change" in response.content


def test_no_right_at_all_cannot_be_set(desk, photos):
    response = send(desk, photos, **ticked(rights_category=""))
    assert b"Choose by which right they may run." in response.content


def test_end_before_a_beginning_is_refused(desk):
    photo = make_photo(rights_from=timezone.now() + timedelta(days=30))
    response = send(desk, [photo], **ticked(rights_until_0="2026-01-02", rights_until_1="12:00"))
    assert b"The end must come after the beginning, and would not for 1 of them." in response.content


def test_change_something_leads_back_with_all_that_was_typed(desk, photos):
    response = send(desk, photos, "change", **ticked(restrictions="No covers."))
    assert "plan" in response.context and response.context["plan"] is None
    assert b"No covers." in response.content


def test_photos_that_are_gone_are_said(desk):
    response = desk.post(RIGHTS, {"photos": "999999"} | ticked(restrictions="x"), follow=True)
    assert b"None of these photos is in the library any more." in response.content


def test_who_may_not_change_photos_may_not_set_rights(client, django_user_model, photos):
    user = django_user_model.objects.create_user("ann", "ann@example.org", "long enough", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="view_photo"))
    client.force_login(user)
    assert send(client, photos, "do", **ticked(rights_category="pool")).status_code == 403


def test_many_photos_are_set_in_few_queries(desk, photos, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        send(desk, photos, "do", **ticked(rights_category="pool"))
