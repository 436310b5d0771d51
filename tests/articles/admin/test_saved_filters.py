"""Saved filters: links above the stories' list, each editor's own."""

import pytest

from articles.admin.saved_filters import MOST, narrowing
from articles.models import SavedFilter

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"
SAVE = f"{LIST}filters/save/"


def messages(response):
    return " ".join(str(message) for message in response.context["messages"])


@pytest.fixture
def saved(editor):
    return SavedFilter.objects.create(user=editor, name="Live opinion", query="kind__exact=opinion&readers=live")


@pytest.fixture
def others(django_user_model):
    owner = django_user_model.objects.create_user("another")
    return SavedFilter.objects.create(user=owner, name="Another’s", query="q=ferry")


def test_is_saved_under_its_name_and_stands_above_the_list(desk, editor):
    response = desk.post(SAVE, {"name": " Ferry \n stories ", "query": "q=ferry&p=3"}, follow=True)
    assert response.redirect_chain == [(f"{LIST}?q=ferry", 302)]
    assert editor.saved_filters.get().name == "Ferry stories"
    assert '<a href="?q=ferry" aria-current="true">Ferry stories</a>' in response.content.decode()


def test_list_that_is_not_narrowed_offers_nothing_to_save(desk):
    assert "Save this list" not in desk.get(LIST).content.decode()
    assert "Save this list" in desk.get(LIST, {"q": "ferry"}).content.decode()


def test_what_is_saved_already_is_not_offered_again(desk, saved):
    assert "Save this list" not in desk.get(LIST, {"readers": "live", "kind__exact": "opinion"}).content.decode()


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("q=ferry&p=2&all=&_popup=1&next=//evil.example", "q=ferry"),
        ("https://evil.example/?q=ferry", ""),
        ("//evil.example", ""),
        ("q=%22a+b%22&readers=live", "q=%22a+b%22&readers=live"),
        ("readers=live&q=ferry", "q=ferry&readers=live"),
        ("q=ferry%00", "q=ferry%00".replace("%00", "")),
        ("q=%22%3E%3Cscript%3E", "q=%22%3E%3Cscript%3E"),
        ("&".join("q=a" for _ in range(99)), ""),
    ],
)
def test_nothing_but_what_narrows_the_list_is_kept(query, kept):
    assert narrowing(query) == kept


@pytest.mark.parametrize("query", ["", "p=2", "password__startswith=a", "//evil.example"])
def test_what_narrows_nothing_is_refused(desk, query):
    response = desk.post(SAVE, {"name": "Mine", "query": query}, follow=True)
    assert response.redirect_chain == [(LIST, 302)]
    assert "Choose a filter or search first" in messages(response)
    assert not SavedFilter.objects.exists()


@pytest.mark.parametrize("name", ["", "  ", "x" * 61, "Live opinion"])
def test_name_must_be_one_and_new(desk, saved, name):
    assert messages(desk.post(SAVE, {"name": name, "query": "q=ferry"}, follow=True))
    assert SavedFilter.objects.get() == saved


def test_there_is_a_bound(desk, editor):
    SavedFilter.objects.bulk_create(SavedFilter(user=editor, name=f"{n}", query="q=a") for n in range(MOST))
    assert "Remove one first" in messages(desk.post(SAVE, {"name": "More", "query": "q=ferry"}, follow=True))


def test_is_renamed_and_keeps_its_list(desk, saved):
    desk.post(f"{LIST}filters/{saved.pk}/rename/", {"name": "Opinion", "query": "q=other"})
    saved.refresh_from_db()
    assert (saved.name, saved.query) == ("Opinion", "kind__exact=opinion&readers=live")


def test_is_removed(desk, saved):
    response = desk.post(f"{LIST}filters/{saved.pk}/remove/", follow=True)
    assert "removed" in messages(response)
    assert not SavedFilter.objects.exists()


def test_nobody_sees_those_of_others(desk, others):
    assert "Another’s" not in desk.get(LIST).content.decode()


@pytest.mark.parametrize("what", ["rename", "remove"])
def test_nobody_touches_those_of_others(desk, others, what):
    assert desk.post(f"{LIST}filters/{others.pk}/{what}/", {"name": "Mine now"}).status_code == 404
    others.refresh_from_db()
    assert others.name == "Another’s"


@pytest.mark.parametrize("what", ["save", "1/rename", "1/remove"])
def test_only_posts_by_those_who_see_stories(staff, what):
    client = staff("add_photo")
    assert client.post(f"{LIST}filters/{what}/", {"name": "A", "query": "q=a"}).status_code == 403
    assert client.get(f"{LIST}filters/{what}/").status_code == 405
