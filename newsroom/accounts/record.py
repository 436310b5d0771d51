"""Writing the record: who did what to what, when, and from which address."""

from collections.abc import Iterable
from contextvars import ContextVar
from datetime import datetime

from allauth.account.adapter import get_adapter
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.db.models import Model
from django.utils import timezone
from django.utils.formats import date_format

from newsroom.accounts.models import RecordEntry

FAILED = "failed to sign in"

_request = ContextVar("request", default=None)


class RequestKept:
    """Middleware: what is noted while a request is answered knows from where it came."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        token = _request.set(request)
        try:
            return self.get_response(request)
        finally:
            _request.reset(token)


def note(action: str, thing: Model | None = None, by=None, **details) -> RecordEntry:
    """Write down that `by` (None: a command) did this to that. Call it inside the transaction of what it records."""
    entry = _entry(action, thing, by, details)
    entry.save()
    return entry


def note_all(action: str, things: Iterable[Model], by=None, **details) -> None:
    """The same of many things at once, a line each."""
    RecordEntry.objects.bulk_create([_entry(action, thing, by, details) for thing in things], batch_size=500)


# In words


def who(entry: RecordEntry) -> str:
    """Who did it; who only tried to sign in has no name, and neither has a command."""
    return str(entry.by or ("nobody known" if entry.action == FAILED else "a command"))


def moment(at: datetime) -> str:
    local = timezone.localtime(at)
    return f"{date_format(local, 'j F Y, H:i:s')} {local.tzname()}"


def told(entry: RecordEntry) -> str:
    """The details as one line."""
    return "; ".join(f"{key}: {_as_text(value)}" for key, value in entry.details.items() if value)


def _as_text(value) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _entry(action: str, thing: Model | None, by, details: dict) -> RecordEntry:
    entry = RecordEntry(action=action, by=by, details=details, address=_address())
    if thing is not None:
        entry.kind = ContentType.objects.get_for_model(thing)
        entry.thing, entry.label = str(thing.pk), str(thing)[:200]
    return entry


def _address() -> str | None:
    """Where the request came from, told as sign-in's lock-out is told it (behind a proxy: by the proxy)."""
    if (request := _request.get()) is None:
        return None
    try:
        return get_adapter().get_client_ip(request)
    except (PermissionDenied, ImproperlyConfigured):  # no address, or none that can be read
        return None


# What Django and allauth announce. `AccountsConfig.ready` connects these.


def signed_in(sender, user, **kwargs):
    note("signed in", user, by=user)


def failed_to_sign_in(sender, credentials, **kwargs):
    """The name that was tried, never the password. Whether somebody has that name is not asked: it would take time."""
    tried = next((credentials[key] for key in ("username", "email", "login") if credentials.get(key)), "")
    entry = _entry(FAILED, None, None, {})
    entry.label = str(tried).replace("\x00", "")[:200]
    entry.save()


def signed_out(sender, user, **kwargs):
    if user:
        note("signed out", user, by=user)


def password_chosen(sender, user, **kwargs):
    note("chose a new password", user, by=user)


def second_factor_added(sender, user, authenticator, **kwargs):
    note("added a second factor", user, by=user, factor=authenticator.get_type_display())


def second_factor_removed(sender, user, authenticator, **kwargs):
    note("removed a second factor", user, by=user, factor=authenticator.get_type_display())


def second_factor_renewed(sender, user, authenticator, **kwargs):
    note("renewed a second factor", user, by=user, factor=authenticator.get_type_display())
