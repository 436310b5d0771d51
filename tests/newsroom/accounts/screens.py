"""The screens of one account, and the roles by their names."""

from django.contrib.auth.models import Group
from django.urls import reverse

CHOSEN = {"password1": "another 9f8e7d word", "password2": "another 9f8e7d word"}


def address(name, person):
    return reverse(f"admin:accounts_user_{name}", args=[person.pk])


def role(name):
    return Group.objects.get(name=name)
