"""People in their roles."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from newsroom.accounts.models import User

ADD = "/admin/accounts/user/add/"


@pytest.fixture
def person(django_user_model):
    """Somebody of the staff, in the roles that are named."""

    def made(username, *roles, **fields):
        fields = {"email": f"{username}@example.org", "is_staff": True} | fields
        user = django_user_model.objects.create_user(username, password="a long password", **fields)
        user.groups.set([Group.objects.get(name=name) for name in roles])
        return user

    return made


@pytest.fixture
def browser_of(person):
    """A browser in which somebody new has signed in, in the roles that are named."""

    def opened(*roles, username="bo"):
        client = Client()
        client.user = person(username, *roles)
        client.force_login(client.user)
        return client

    return opened


@pytest.fixture
def ann(person):
    return person("ann", "Reporters")


@pytest.fixture
def invite(desk, mailoutbox, django_capture_on_commit_callbacks):
    """Invites by the screen; the new account."""

    def invited(name="Maren Holt", email="maren@example.org", client=desk, **fields):
        with django_capture_on_commit_callbacks(execute=True):
            response = client.post(ADD, {"name": name, "email": email} | fields, follow=True)
        assert response.status_code == 200, response
        return User.objects.filter(email=email).first()

    return invited
