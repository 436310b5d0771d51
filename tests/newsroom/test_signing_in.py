"""Who gets in, and how."""

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher

pytestmark = pytest.mark.django_db
PASSWORD = "a long password"


def sign_in(client, password=PASSWORD, **extra):
    return client.post("/accounts/login/", {"login": "editor", "password": password}, **extra)


def test_nobody_signs_up(client, django_user_model):
    words = {"username": "new", "email": "n@example.org", "password1": "9f8e7d6c5b", "password2": "9f8e7d6c5b"}
    client.post("/accounts/signup/", words)
    assert not django_user_model.objects.exists()


def test_admin_leads_to_the_sign_in_page(client):
    assert client.get("/admin/", follow=True).redirect_chain[-1][0].startswith("/accounts/login/")


def test_nothing_stands_between_the_name_and_the_password(client):
    html = client.get("/accounts/login/").content.decode()
    between = html[html.index('name="login"') : html.index('name="password"')]
    assert "<a " not in between
    assert "Forgot your password?" in html


@pytest.mark.parametrize("login", ["editor", "editor@example.org"])
def test_editor_signs_in_by_name_or_address(client, editor, login):
    response = client.post("/accounts/login/", {"login": login, "password": PASSWORD})
    assert response["Location"] == "/admin/"


def test_session_is_new_after_signing_in(client, editor):
    client.get("/accounts/login/")
    before = client.session.session_key
    sign_in(client)
    assert client.session.session_key != before


def test_repeated_failures_lock_out_the_right_password_too(client, editor):
    for _ in range(6):
        sign_in(client, "wrong")
    assert b"Too many failed login attempts" in sign_in(client).content


def test_unknown_name_and_wrong_password_get_the_same_answer(client, editor):
    wrong = sign_in(client, "wrong").content
    unknown = client.post("/accounts/login/", {"login": "nobody", "password": "wrong"}).content
    sentence = b"The username and/or password you specified are not correct."
    other = b"The login and/or password you specified are not correct."
    assert any(words in wrong and words in unknown for words in (sentence, other, b"are not correct"))


@pytest.fixture
def hashed(monkeypatch):
    """How many passwords were hashed."""
    calls, real = [], MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *args: calls.append(args) or real(*args))
    return calls


LOGINS = ["editor", "EDITOR", "nobody", "editor@example.org", "nobody@example.org", "switched-off", "two@example.org"]


@pytest.mark.parametrize("login", LOGINS)
def test_every_try_to_sign_in_costs_one_hash(client, editor, django_user_model, hashed, login):
    for name, address in [("switched-off", "off@example.org"), ("one", "two@example.org"), ("two", "two@example.org")]:
        django_user_model.objects.create_user(name, address, PASSWORD, is_active=name != "switched-off")
    hashed.clear()
    client.post("/accounts/login/", {"login": login, "password": "wrong"})
    assert len(hashed) == 1


def test_name_that_is_anothers_address_signs_in_its_owner(client, editor, django_user_model):
    django_user_model.objects.create_user("editor@example.org", "other@example.org", "another password")
    client.post("/accounts/login/", {"login": "editor@example.org", "password": "another password"})
    assert client.session["_auth_user_id"] != str(editor.pk)


def test_switched_off_account_does_not_sign_in(client, editor):
    editor.is_active = False
    editor.save()
    sign_in(client)
    assert "_auth_user_id" not in client.session


def test_reset_of_a_password_does_not_tell_which_addresses_exist(client, editor, mailoutbox):
    answers = [
        client.post("/accounts/password/reset/", {"email": address}, follow=True)
        for address in ("editor@example.org", "nobody@example.org")
    ]
    known, unknown = [
        (answer.status_code, answer.redirect_chain, answer.content.partition(b"<main")[2]) for answer in answers
    ]
    assert known == unknown
    assert len(mailoutbox) == 2  # a letter to each, so that neither takes longer


def test_sign_in_leads_nowhere_outside(client, editor):
    response = client.post("/accounts/login/?next=https://evil.example/", {"login": "editor", "password": PASSWORD})
    assert response["Location"] == "/admin/"


def test_passwords_are_hashed_with_argon2():
    from newsroom import settings

    assert "Argon2" in settings.PASSWORD_HASHERS[0]


@pytest.mark.parametrize("path", ["/admin/", "/admin/articles/article/add/"])
def test_admin_is_never_stored(desk, path):
    cache_control = desk.get(path)["Cache-Control"]
    assert "private" in cache_control
    assert "no-store" in cache_control


def test_second_factor_can_be_added(desk):
    assert desk.get("/accounts/2fa/", follow=True).status_code == 200


def test_desk_begins_with_stories_pictures_and_advertising(desk):
    groups = [group["app_label"] for group in desk.get("/admin/").context["app_list"]]
    assert groups[:3] == ["articles", "photos", "sponsors"]
