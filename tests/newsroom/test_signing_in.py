"""Who gets in, and how."""

import pytest

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
