"""The authority list's screen."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission

from articles.photos.models import Agency, Photo

pytestmark = pytest.mark.django_db
LIST = "/admin/photos/agency/"


def spelt(name):
    return Agency.objects.spelt(name)


def photo(agency="Gety Images", **fields):
    return Photo.objects.create(**{"creators": ["Ann Lee"], "agency": agency} | fields)


def form(**fields):
    return {"name": "Velmora Echo", "kind": "newspaper", "is_checked": "on", "spellings": "", "note": ""} | fields


def change(agency):
    return f"{LIST}{agency.pk}/change/"


def merging(agency, into=""):
    return f"{LIST}merge/?which={agency.pk}{f'&into={into}' if into else ''}"


@pytest.fixture
def permitted(client, django_user_model):
    """Signs in somebody with these permissions and no others."""

    def sign_in(*codenames):
        user = django_user_model.objects.create_user("maren", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
        client.force_login(user)
        return client

    return sign_in


def test_added_house_has_its_spellings(desk):
    desk.post(f"{LIST}add/", form(spellings="Echo of Velmora\n\n  The  Echo \necho"))
    assert spelt("the echo").aliases == ["Echo of Velmora", "echo"]


def test_spelling_taken_out_is_forgotten(desk):
    echo = Agency.objects.create(name="Velmora Echo")
    echo.names.create(spelling="Echo")
    desk.post(change(echo), form(spellings="Echo of Velmora"))
    assert spelt("Echo") is None
    assert spelt("Velmora Echo") == spelt("Echo of Velmora") == echo


def test_spelling_of_another_house_is_refused_with_its_name_and_what_was_typed_stays(desk):
    content = desk.post(f"{LIST}add/", form(spellings="Echo\nRueters")).content.decode()
    assert "“Rueters” is a spelling of Reuters" in content
    assert "Echo\nRueters" in content
    assert spelt("Velmora Echo") is None


def test_every_spelling_is_searched(desk):
    content = desk.get(LIST, {"q": "Rueters"}).content.decode()
    assert "Reuters" in content
    assert "1 agency" in content


def test_list_shows_what_nobody_checked_with_its_likely_twin(desk):
    photo()
    content = desk.get(LIST, {"checked": "no"}).content.decode()
    assert "is it Getty Images?" in content
    assert "1 agency" in content


def test_houses_are_marked_as_checked(desk):
    agency = photo("Velmora Echo").supplier
    desk.post(LIST, {"action": "mark_checked", "_selected_action": [agency.pk]})
    agency.refresh_from_db()
    assert agency.is_checked


def test_house_with_photos_is_not_deleted(desk):
    assert desk.post(f"{LIST}{photo().supplier.pk}/delete/", {"post": "yes"}).status_code == 403


def test_house_without_photos_is_deleted(desk):
    desk.post(f"{LIST}{spelt('Alamy').pk}/delete/", {"post": "yes"})
    assert spelt("Alamy") is None


def test_page_before_a_merger_says_what_will_happen_and_does_nothing(desk):
    photo(), photo(credit_line="Picture by Ann Lee for Gety")
    content = desk.get(merging(spelt("Gety Images"), "Getty")).content.decode()
    assert "<strong>2 photos</strong> move to Getty Images." in content
    assert "“Gety Images” becomes a spelling of it" in content
    assert "“Ann Lee / Gety Images” becomes “Ann Lee / Getty Images”" in content
    assert "Picture by Ann Lee for Gety" in content
    assert spelt("Gety Images").photos.count() == 2


def test_merging_from_the_screen(desk):
    moved, kept = photo(), photo(credit_line="Picture by Ann Lee for Gety")
    address = merging(spelt("Gety Images"))
    response = desk.post(address, {"which": spelt("Gety Images").pk, "into": "Getty Images"}, follow=True)
    moved.refresh_from_db()
    assert moved.supplier == spelt("Getty Images")
    content = response.content.decode()
    assert "2 photos moved to Getty Images; “Gety Images” is now a spelling of it." in content
    assert f'<a href="/admin/photos/photo/{kept.pk}/change/">Picture by Ann Lee for Gety</a>' in content


def test_merger_stands_in_the_history_of_the_house_and_the_photo(desk):
    photo()
    desk.post(f"{LIST}merge/", {"which": spelt("Gety Images").pk, "into": "Getty Images"})
    histories = LogEntry.objects.filter(change_message__contains="Merged Gety Images into Getty Images")
    assert set(histories.values_list("content_type__model", flat=True)) == {"agency", "photo"}


def test_several_houses_are_merged_at_once(desk):
    houses = [photo("Gety Images").supplier.pk, photo("Gettty").supplier.pk]
    response = desk.post(LIST, {"action": "merge_selected", "_selected_action": houses})
    assert desk.get(response["Location"]).status_code == 200
    desk.post(f"{LIST}merge/", {"which": houses, "into": "Getty Images"})
    assert spelt("Getty Images").photos.count() == 2


def test_unknown_house_to_merge_into_is_refused(desk):
    content = desk.get(merging(spelt("Reuters"), "Nobody")).content.decode()
    assert "No house is known as “Nobody”" in content


def test_house_is_not_merged_into_its_own_spelling(desk):
    content = desk.get(merging(spelt("Reuters"), "Rueters")).content.decode()
    assert "Reuters is what you are merging" in content


def test_house_that_somebody_else_merged_first_is_said_to_be_gone(desk):
    response = desk.get(f"{LIST}merge/?which=999999", follow=True)
    assert "It may be merged already" in response.content.decode()


def test_who_may_not_change_photos_may_not_merge(permitted):
    agency = photo().supplier
    browser = permitted("view_agency", "change_agency")
    assert browser.get(merging(agency)).status_code == 403
    assert b"Merge into" not in browser.get(change(agency)).content


@pytest.mark.parametrize("count", [3, 40])
def test_list_takes_as_many_queries_for_few_and_many(desk, django_assert_num_queries, count):
    for number in range(count):
        photo(f"Velmora Echo {number}")
    with django_assert_num_queries(6):  # session, user, count, houses, spellings, spellings to compare with
        desk.get(LIST, {"checked": "no"})
