"""The people who sign in."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Someone who works at the newsroom; readers have no account."""

    def __str__(self):
        return self.get_full_name() or self.username
