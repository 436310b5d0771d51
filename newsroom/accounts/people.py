"""An account's life: invited, blocked, let in again; never deleted while anything stands that its owner did."""

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F
from django.urls import reverse
from django.utils.text import slugify

from newsroom.accounts import mail
from newsroom.accounts.models import RecordEntry, User
from newsroom.accounts.record import note


@transaction.atomic
def invite(person: User, name: str, roles: list[Group], by: User | None = None) -> User:
    """Save the new account, of which the address is known, without a password: `invitation` leads to where one is
    chosen."""
    require_unknown(person.email)
    person.username, person.is_staff = _free_username(person.email), True
    set_name(person, name)
    person.set_unusable_password()
    person.save()
    person.groups.set(roles)
    note("invited", person, by=by, email=person.email, roles=sorted(role.name for role in roles))
    return person


@transaction.atomic
def invite_again(person: User, by: User | None = None) -> None:
    """Make every link that was sent before worthless, and the password too, if there was one."""
    person.set_unusable_password()
    person.save(update_fields=["password"])
    note("invited again", person, by=by, email=person.email)


def invitation(person: User) -> str:
    """The link on which the invited person chooses a password: it works once, and for some days."""
    return mail.site_address(
        reverse(
            "account_reset_password_from_key",
            args=[user_pk_to_url_str(person), default_token_generator.make_token(person)],
        )
    )


def send_invitation(person: User) -> None:
    """The letter with the link. Whatever goes wrong with the sending is the caller's to tell."""
    days = settings.PASSWORD_RESET_TIMEOUT // (24 * 60 * 60)
    mail.send("invitation", person, link=invitation(person), days=days)


@transaction.atomic
def block(person: User, reason: str, by: User) -> None:
    """Let them in no more, from their next click on. What they hold and did stays as it is."""
    person.is_active = False
    person.save(update_fields=["is_active"])
    end_sessions(person)  # or a later unblocking would let the old ones in again
    note("blocked", person, by=by, reason=reason)


@transaction.atomic
def unblock(person: User, reason: str, by: User) -> None:
    """Let them in again, with the password that they had."""
    person.is_active = True
    person.save(update_fields=["is_active"])
    note("unblocked", person, by=by, reason=reason)


@transaction.atomic
def take_second_factors(person: User, by: User) -> None:
    """Take off all that the person added, recovery codes too; sessions that were begun with them end."""
    Authenticator.objects.filter(user=person).delete()
    end_sessions(person)
    note("took off second factors", person, by=by)


def end_sessions(person: User) -> None:
    """Sign the person out everywhere, from the next click on."""
    person.sessions_ended = F("sessions_ended") + 1
    person.save(update_fields=["sessions_ended"])
    person.refresh_from_db(fields=["sessions_ended"])


def blocking(person: User) -> RecordEntry | None:
    """The line of the record that says by whom and why a blocked person was."""
    if person.is_active:
        return None
    return RecordEntry.objects.about(person).filter(action="blocked").select_related("by").first()


def set_name(person: User, name: str) -> None:
    """The whole name, as it is read; Django keeps it in two parts."""
    person.first_name, _, person.last_name = " ".join(name.split()).rpartition(" ")
    if not person.first_name:
        person.first_name, person.last_name = person.last_name, ""


def require_unknown(email: str, besides: User | None = None) -> None:
    """Refuse an address with which somebody else signs in."""
    others = User.objects.exclude(pk=besides.pk) if besides else User.objects.all()
    if other := others.filter(email__iexact=email).first():
        raise ValidationError(f"{other} has this address already. Give another, or open the account of {other}.")


def forget_other_addresses(person: User) -> None:
    """An address that was replaced lets nobody in, and a new password is not sent to it."""
    EmailAddress.objects.filter(user=person).exclude(email__iexact=person.email).delete()


def standing(person: User) -> list[str]:
    """What there is of this person's work, in words: while there is anything, the account stays."""
    found = [
        str(relation.related_model._meta.verbose_name_plural)
        for relation in User._meta.get_fields(include_hidden=True)
        if _is_work(relation) and relation.related_model._base_manager.filter(**{relation.field.name: person}).exists()
    ]
    return list(dict.fromkeys(found))


def _is_work(relation) -> bool:
    """What belongs to the account itself (addresses, second factors) goes with it; what else points here is work."""
    if not isinstance(relation, models.ManyToOneRel):
        return False
    return relation.on_delete is not models.CASCADE or relation.related_model is LogEntry


def _free_username(email: str) -> str:
    """The address's first part, with a number where somebody has it."""
    wanted = slugify(email.partition("@")[0])[:140] or "person"
    taken = set(User.objects.filter(username__istartswith=wanted).values_list("username", flat=True))
    taken = {name.lower() for name in taken}
    numbered = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in [wanted, *numbered] if name not in taken)
