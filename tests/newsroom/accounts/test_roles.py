"""The roles: made by a migration, sufficient for each day's work, and open to nothing more."""

import importlib

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.urls import reverse

from newsroom.accounts import roles
from tests.factories import make_article, make_author, make_photo, make_section

pytestmark = pytest.mark.django_db
migration = importlib.import_module("newsroom.accounts.migrations.0003_roles")
ROLES = ["Administrators", "Commercial", "Editors", "Photo editors", "Reporters"]


def codenames(role):
    return set(Group.objects.get(name=role).permissions.values_list("codename", flat=True))


def state(name="0003_roles"):
    """The models as the migration meets them."""
    return MigrationExecutor(connection).loader.project_state([("accounts", name)]).apps


def test_five_roles_are_there():
    assert list(Group.objects.order_by("name").values_list("name", flat=True)) == ROLES


def test_permissions_on_stories_are_told_in_words():
    named = dict(Permission.objects.filter(content_type__model="article").values_list("codename", "name"))
    assert named["publish_article"] == "Can publish, schedule, correct and withdraw stories"
    assert named["view_any_article"] == "Can see every story"
    assert named["edit_any_article"] == "Can edit every story"
    assert named["kill_article"] == "Can kill stories"


@pytest.mark.parametrize("role", ["Reporters", "Photo editors", "Commercial"])
def test_only_editors_and_administrators_publish(role):
    assert not {"publish_article", "kill_article", "edit_any_article"} & codenames(role)


def test_editors_are_reporters_too():
    assert codenames("Reporters") < codenames("Editors")


def test_administrators_have_all_that_the_others_have():
    assert set.union(*map(codenames, ROLES)) == codenames("Administrators")


def test_no_role_reaches_the_raw_tables_of_allauth():
    assert not Permission.objects.filter(group__isnull=False, content_type__app_label__in=["account", "mfa"]).exists()


def test_making_them_twice_changes_nothing():
    group = Group.objects.get(name="Reporters")
    group.permissions.remove(group.permissions.get(codename="add_photo"))
    before = {role: codenames(role) for role in ROLES}
    migration.make(state(), None)
    assert {role: codenames(role) for role in ROLES} == before


def test_going_back_keeps_a_role_that_somebody_has(person):
    person("ann", "Editors")
    migration.unmake(state(), None)
    assert list(Group.objects.values_list("name", flat=True)) == ["Editors"]


def test_going_back_and_forth_makes_them_anew():
    migration.unmake(state(), None)
    migration.make(state(), None)
    assert list(Group.objects.order_by("name").values_list("name", flat=True)) == ROLES


# A day's work, and what lies beyond it


@pytest.fixture
def things():
    section = make_section("Harbour")
    article = make_article(headline="Ferry", section=section, authors=[make_author("Ann Lee")])
    return {"article": article, "photo": make_photo(), "section": section}


def statuses(client, things, *names):
    found = {}
    for name in names:
        pk = [things[name.split("_")[1]].pk] if name.endswith(("_change", "_history")) else []
        found[name] = client.get(reverse(f"admin:{name}", args=pk)).status_code
    return found


WORK = {
    "Reporters": ["articles_article_add", "photos_photo_choose", "photos_photo_bring", "articles_topic_add",
                  "articles_thread_add", "articles_article_choose", "photos_photo_changelist", "own_settings"],
    "Editors": ["articles_article_add", "articles_article_change", "photos_photo_change", "photos_photo_bring",
                "photos_captioncheck_next", "photos_agency_changelist", "photos_licencepreset_changelist",
                "articles_section_change", "articles_author_add", "sponsors_placement_changelist",
                "accounts_recordentry_changelist", "photos_photo_kill"],
    "Photo editors": ["photos_photo_add", "photos_photo_change", "photos_photo_choose", "photos_captioncheck_next",
                      "photos_agency_totals", "photos_licencepreset_add", "articles_article_change",
                      "articles_article_choose"],
    "Commercial": ["sponsors_placement_add", "photos_photo_choose", "photos_photo_bring", "photos_photo_changelist"],
    "Administrators": ["accounts_user_add", "accounts_user_changelist", "auth_group_changelist", "auth_group_add",
                       "accounts_recordentry_changelist", "sponsors_placement_add", "articles_publication_changelist",
                       "articles_article_add", "photos_photo_bring", "articles_section_add"],
}  # fmt: skip
BEYOND = {
    "Reporters": ["accounts_user_changelist", "accounts_recordentry_changelist", "sponsors_placement_changelist",
                  "photos_agency_changelist", "photos_captioncheck_next", "articles_section_add",
                  "articles_author_add", "articles_publication_changelist", "auth_group_changelist"],
    "Editors": ["accounts_user_changelist", "sponsors_placement_add", "articles_section_add", "auth_group_changelist",
                "articles_publication_changelist", "account_emailaddress_changelist"],
    "Photo editors": ["articles_article_add", "sponsors_placement_changelist", "accounts_recordentry_changelist",
                      "articles_topic_add", "accounts_user_changelist"],
    "Commercial": ["articles_article_changelist", "articles_article_choose", "articles_article_change",
                   "photos_agency_changelist", "photos_captioncheck_next", "accounts_user_changelist"],
    "Administrators": ["account_emailaddress_changelist", "mfa_authenticator_changelist"],
}  # fmt: skip


@pytest.mark.parametrize("role", ROLES)
def test_days_work_meets_no_closed_door(role, browser_of, things):
    found = statuses(browser_of(role), things, *WORK[role])
    assert {name: status for name, status in found.items() if status not in (200, 302)} == {}


@pytest.mark.parametrize("role", ROLES)
def test_what_lies_beyond_a_role_is_closed(role, browser_of, things):
    found = statuses(browser_of(role), things, *BEYOND[role])
    assert {name: status for name, status in found.items() if status != 403} == {}


@pytest.mark.parametrize("role", ROLES)
def test_desk_opens_in_every_role(role, browser_of):
    assert browser_of(role).get(reverse("admin:index")).status_code == 200


def test_reporter_writes_byline_and_related_links(browser_of):
    html = browser_of("Reporters").get(reverse("admin:articles_article_add")).content.decode()
    assert 'name="bylines-TOTAL_FORMS"' in html
    assert 'name="related_links-TOTAL_FORMS"' in html


def test_reporter_finds_authors_and_topics_by_typing(browser_of):
    client = browser_of("Reporters")
    for model, field in (("byline", "author"), ("article", "topics")):
        asked = {"app_label": "articles", "model_name": model, "field_name": field, "term": "a"}
        assert client.get(reverse("admin:autocomplete"), asked).status_code == 200


def test_editor_does_not_say_whose_account_an_author_is(browser_of):
    client, author = browser_of("Editors"), make_author("Ann Lee")
    posted = {"name": "Ann Lee", "role": "", "bio": "", "email": "", "user": client.user.pk}
    client.post(reverse("admin:articles_author_change", args=[author.pk]), posted)
    author.refresh_from_db()
    assert author.user is None


# The screen of roles


def save_role(client, role, permissions, name=None):
    address = reverse("admin:auth_group_change", args=[role.pk])
    return client.post(address, {"name": name or role.name, "permissions": [one.pk for one in permissions]})


def test_administrator_changes_a_role(browser_of):
    role = Group.objects.get(name="Reporters")
    kept = [one for one in role.permissions.all() if one.codename != "add_topic"]
    save_role(browser_of("Administrators"), role, kept)
    assert "add_topic" not in codenames("Reporters")


def test_administrator_puts_nothing_into_a_role_that_they_have_not(browser_of):
    client, role = browser_of("Administrators"), Group.objects.get(name="Administrators")
    beyond = Permission.objects.get(codename="delete_session")
    before = codenames("Administrators")
    save_role(client, role, [*role.permissions.all(), beyond])
    assert codenames("Administrators") == before


def test_role_that_holds_more_than_the_administrator_has_is_closed_to_them(browser_of):
    role = Group.objects.create(name="Keepers")
    role.permissions.add(Permission.objects.get(codename="delete_session"))
    assert save_role(browser_of("Administrators"), role, []).status_code == 403


def test_role_that_somebody_has_is_not_deleted(browser_of, person):
    person("ann", "Reporters")
    role, client = Group.objects.get(name="Reporters"), browser_of("Administrators")
    assert client.post(reverse("admin:auth_group_delete", args=[role.pk]), {"post": "yes"}).status_code == 403
    chosen = {"action": "delete_selected", "_selected_action": [role.pk], "post": "yes"}
    client.post(reverse("admin:auth_group_changelist"), chosen)
    assert Group.objects.filter(pk=role.pk).exists()


def test_superuser_is_managed_by_superusers_only(person, editor):
    assert not roles.may_manage(person("ann", "Administrators"), editor)
    assert roles.may_manage(editor, person("bo", "Administrators"))


def test_nobody_manages_one_who_has_more(person):
    keeper = person("kim", "Administrators")
    keeper.user_permissions.add(Permission.objects.get(codename="delete_session"))
    assert not roles.may_manage(person("ann", "Administrators"), keeper)


def test_every_screen_of_the_project_writes_the_record():
    from django.contrib import admin

    from newsroom.accounts.recorded import RecordedAdmin

    own = {"articles", "photos", "sponsors", "accounts", "auth", "account", "mfa"}
    outside = [
        screen
        for model, screen in admin.site._registry.items()
        if model._meta.app_label in own and not isinstance(screen, RecordedAdmin)
    ]
    assert outside == []
    assert apps.is_installed("newsroom.accounts")
