"""People in their roles."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client


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
