"""REQUIRE_MFA: no admin view without a second factor, for those who may publish, kill or administer."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from django.contrib import admin
from django.urls import URLPattern, URLResolver

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _required(settings):
    settings.REQUIRE_MFA = True


def addresses(patterns=None, prefix="/admin/"):
    """The address of every view of the admin, with 1 for each argument."""
    for pattern in admin.site.urls[0] if patterns is None else patterns:
        route = pattern.pattern
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, prefix + str(route))
        elif isinstance(pattern, URLPattern):
            yield (prefix + _filled(pattern)).replace("//", "/")


def _filled(pattern):
    text = str(pattern.pattern)
    if text == "(?P<url>.*)$":  # Django's answer to what is no address of the admin
        return "nothing/here"
    if text.startswith("^"):
        return "articles/"
    for name, converter in pattern.pattern.converters.items():
        for kind in ("int", "str", "path", "slug"):
            text = text.replace(f"<{kind}:{name}>", "1").replace(f"<{name}>", "1")
        assert converter
    return text


OPEN = {"/admin/login/", "/admin/logout/"}  # the way in and the way out


def add_factor(user, kind=Authenticator.Type.TOTP):
    return Authenticator.objects.create(user=user, type=kind, data={})


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_admin_view_slips_through(desk, method):
    walked = sorted(set(addresses()) - OPEN)
    assert len(walked) > 80
    passed = [path for path in walked if getattr(desk, method)(path).headers.get("Location") != "/accounts/2fa/"]
    assert passed == []


@pytest.mark.parametrize("role", ["Editors", "Photo editors", "Administrators"])
def test_who_may_publish_kill_or_administer_is_asked(browser_of, role):
    assert browser_of(role).get("/admin/")["Location"] == "/accounts/2fa/"


@pytest.mark.parametrize("role", ["Reporters", "Commercial"])
def test_others_are_not_asked(browser_of, role):
    assert browser_of(role).get("/admin/").status_code == 200


def test_nobody_is_asked_where_it_is_not_required(desk, settings):
    settings.REQUIRE_MFA = False
    assert desk.get("/admin/").status_code == 200


@pytest.mark.parametrize("kind", [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN])
def test_second_factor_opens_the_door(desk, editor, kind):
    add_factor(editor, kind)
    assert desk.get("/admin/").status_code == 200


def test_recovery_codes_alone_do_not(desk, editor):
    add_factor(editor, Authenticator.Type.RECOVERY_CODES)
    assert desk.get("/admin/").status_code == 302


def test_page_of_second_factors_says_why(desk):
    html = desk.get("/admin/articles/topic/", follow=True).content.decode()
    assert "asks you for a second factor" in html


def test_nobody_is_led_round_in_a_circle(desk):
    chain = desk.get("/admin/", follow=True).redirect_chain
    assert [path for path, _ in chain] == ["/accounts/2fa/"]


def test_page_on_which_an_app_is_added_is_open(desk, editor):
    desk.post("/accounts/login/", {"login": "editor", "password": "a long password"})
    assert desk.get("/accounts/2fa/totp/activate/", follow=True).status_code == 200


def test_way_out_is_open(desk):
    assert desk.post("/admin/logout/")["Location"] == "/"


def test_way_back_leads_to_where_one_was_going(desk, editor):
    desk.get("/admin/articles/topic/?q=ferry")
    request = desk.get("/accounts/2fa/").wsgi_request
    authenticator_added.send(Authenticator, request=request, user=editor, authenticator=add_factor(editor))
    (said,) = [str(message) for message in request._messages if "Go on" in str(message)]
    assert 'href="/admin/articles/topic/?q=ferry"' in said


def test_who_is_not_signed_in_is_led_to_the_sign_in_page(client):
    chain = client.get("/admin/articles/topic/", follow=True).redirect_chain
    assert chain[-1][0].startswith("/accounts/login/")
