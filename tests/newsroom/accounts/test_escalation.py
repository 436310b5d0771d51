"""Nobody gives what they do not have, or changes who has more."""

import pytest
from django.contrib.auth.models import Group, Permission

from tests.newsroom.accounts.screens import CHOSEN, address, role

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss(browser_of):
    """The browser of an administrator who is no superuser."""
    return browser_of("Administrators", username="boss")


FORGED = {"is_superuser": "on", "is_staff": "on", "user_permissions": ["1", "2"], "password": "x", "sessions_ended": 9}


def test_administrator_makes_nobody_a_superuser(boss, ann):
    words = {"name": "Ann Lee", "username": "ann", "email": ann.email, "groups": [role("Editors").pk]}
    boss.post(address("change", ann), words | FORGED)
    ann.refresh_from_db()
    assert (ann.is_superuser, ann.sessions_ended, ann.user_permissions.count()) == (False, 0, 0)
    assert ann.check_password("a long password")
    assert list(ann.groups.all()) == [role("Editors")]


def test_administrator_invites_no_superuser(boss, invite):
    person = invite(client=boss, **FORGED)
    assert (person.is_superuser, person.user_permissions.count()) == (False, 0)


def test_administrator_does_not_change_their_own_roles(boss):
    words = {"name": "Boss", "username": "boss", "email": "boss@example.org", "groups": []}
    boss.post(address("change", boss.user), words | FORGED)
    boss.user.refresh_from_db()
    assert list(boss.user.groups.all()) == [role("Administrators")]
    assert not boss.user.is_superuser


@pytest.mark.parametrize("name", ["change", "block", "unblock", "invite", "second_factors", "delete"])
def test_administrator_cannot_touch_a_superuser(boss, editor, name):
    words = {"name": "X", "username": "x", "email": "x@example.org", "reason": "x", "post": "yes"}
    assert boss.post(address(name, editor), words).status_code == 403
    editor.refresh_from_db()
    assert (editor.username, editor.is_active) == ("editor", True)


def test_administrator_sees_a_superuser(boss, editor):
    assert boss.get(address("change", editor)).status_code == 200


def test_administrator_gives_no_role_with_more_than_they_have(boss, ann):
    keepers = Group.objects.create(name="Keepers")
    keepers.permissions.add(Permission.objects.get(codename="delete_session"))
    words = {"name": "Ann Lee", "username": "ann", "email": ann.email, "groups": [keepers.pk]}
    assert "Keepers" not in boss.get(address("change", ann)).content.decode()
    boss.post(address("change", ann), words)
    assert list(ann.groups.all()) == [role("Reporters")]


@pytest.mark.parametrize("name", ["change", "block", "unblock", "invite", "second_factors", "delete"])
@pytest.mark.parametrize("of", ["Reporters", "Editors", "Photo editors", "Commercial"])
def test_other_roles_touch_no_account(browser_of, ann, of, name):
    words = {"name": "X", "username": "x", "email": "x@example.org", "reason": "x", "post": "yes"}
    assert browser_of(of).post(address(name, ann), words).status_code == 403
    ann.refresh_from_db()
    assert (ann.username, ann.is_active) == ("ann", True)
    assert ann.check_password("a long password")


def test_nobody_chooses_another_persons_password(desk, ann):
    desk.post(f"/admin/accounts/user/{ann.pk}/password/", CHOSEN | {"usable_password": "true"})
    ann.refresh_from_db()
    assert ann.check_password("a long password")
