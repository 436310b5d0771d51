"""Letters to the people of the newsroom."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

from newsroom.accounts.models import User

ASKED = ["submitted", "returned", "published", "killed"]  # each a field of User, `mail_…`


def wants(user: User, what: str) -> bool:
    """Whether this person gets letters when a story is `what`, one of ASKED."""
    if what not in ASKED:
        raise ValueError(f"nobody is asked about letters on what is {what}")
    return bool(user.is_active and user.email and getattr(user, f"mail_{what}"))


def send(letter: str, person: User, **words) -> None:
    """Send the letter of templates/accounts/mail; its first line is the subject."""
    words |= {
        "person": person,
        "host": urlsplit(settings.SITE_URL).netloc,
        "sign_in": site_address(reverse("admin:index")),
        "own_settings": site_address(reverse("admin:own_settings")),
    }
    subject, _, text = render_to_string(f"accounts/mail/{letter}.txt", words).strip().partition("\n")
    send_mail(subject, text.strip() + "\n", None, [person.email])


def site_address(path: str) -> str:
    """The whole address of a page of ours."""
    return settings.SITE_URL + path
