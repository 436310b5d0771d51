"""Accounts are never deleted while anything stands that their owner did."""

import pytest

from articles import snapshots
from newsroom.accounts.models import User
from newsroom.accounts.record import note
from tests.factories import make_article, make_author
from tests.newsroom.accounts.screens import address

pytestmark = pytest.mark.django_db


def works(kind, ann):
    article = make_article(headline="Ferry")
    if kind == "revision":
        article.headline = "Ferries"
        article.save()
        snapshots.record(article, by=ann)
    elif kind == "author":
        author = make_author("Ann Lee")
        author.user = ann
        author.save()
    else:
        note("published", article, by=ann)


@pytest.mark.parametrize("kind", ["revision", "author", "record"])
def test_account_stays_while_work_of_theirs_stands(desk, ann, kind):
    works(kind, ann)
    html = desk.get(address("change", ann)).content.decode()
    assert address("delete", ann) not in html
    assert "cannot be deleted" in html
    assert desk.post(address("delete", ann), {"post": "yes"}).status_code == 403
    assert User.objects.filter(pk=ann.pk).exists()


def test_accounts_are_not_deleted_in_bulk(desk, ann):
    desk.post("/admin/accounts/user/", {"action": "delete_selected", "_selected_action": [ann.pk], "post": "yes"})
    assert User.objects.filter(pk=ann.pk).exists()


def test_invitation_by_mistake_can_be_deleted(invite, desk):
    person = invite()
    assert address("delete", person) in desk.get(address("change", person)).content.decode()
    desk.post(address("delete", person), {"post": "yes"})
    assert not User.objects.filter(pk=person.pk).exists()
