"""Addresses that lead elsewhere: how they are written, what may not be one, and that each leads there in one hop.

An address leads to a story, which knows where it stands, to another page of ours, or outside. So a chain can only be
made of addresses that lead to a page whose own address comes to lead elsewhere; it is folded when that is written.
"""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import SplitResult, unquote_to_bytes, urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.http import QueryDict
from django.http.request import validate_host
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.encoding import repercent_broken_unicode
from django.utils.http import urlencode

from articles import threads
from articles.models import Address, Article, Author, Edition, Publication, Section, Thread, Topic

LONGEST = Address._meta.get_field("path").max_length
SUBJECTS = {"section": Section, "thread": Thread, "topic": Topic, "author": Author}
OTHERS = ("/admin/", "/accounts/", "/desk/", "/media/", "/static/")  # what readers' addresses never are
# What is hung on links to tell where their readers come from; it says nothing of what they ask for.
TRACKING = {"fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "igshid", "mc_cid", "mc_eid"}


@dataclass(frozen=True)
class Goal:
    """Where an address leads: to the story with this id, or to `target`, a path of ours or an address outside."""

    article_id: int | None = None
    target: str = ""


# How an address is written


def normal(typed: str) -> str:
    """The path, and the query that belongs to it, as a reader's request has them.

    Percent-encoding is undone, case is kept, our own host and what tells only where readers come from are dropped.
    Raises ValidationError for what is no address of ours.
    """
    parts = _parts(typed)
    if parts.netloc and not _is_ours(parts):
        raise ValidationError(f"{typed} is an address of another site. Give one of ours.")
    if parts.scheme and (parts.scheme not in ("http", "https") or not parts.netloc):
        raise ValidationError(f"{typed} is not the address of a page. Write it as in /old/page/.")
    path = _asked(_decoded(parts.path), QueryDict(parts.query))[0]
    if not _is_printable(path):
        raise ValidationError(f"{typed} has characters in it that no address has.")
    return path


def _parts(typed: str) -> SplitResult:
    typed = typed.strip()
    if not typed or len(typed) > LONGEST or not _is_printable(typed) or "\\" in typed:
        raise ValidationError("Give an address of at most 500 characters, such as /old/page/.")
    try:
        return urlsplit(typed)
    except ValueError:
        raise ValidationError(f"{typed} is no address. Write it as in /old/page/.") from None


def _is_ours(parts: SplitResult) -> bool:
    """Whether the host is one under which readers find this site, with or without www."""
    own = [name for name in settings.ALLOWED_HOSTS if name != "*"] + [urlsplit(settings.SITE_URL).hostname]
    host = (parts.hostname or "").removeprefix("www.")
    return any(validate_host(name, own) for name in (host, f"www.{host}"))


def _is_printable(text: str) -> bool:
    return not any(character < " " or character == "\x7f" for character in text)


def _decoded(path: str) -> str:
    """As Django gives the path of a request."""
    return repercent_broken_unicode(unquote_to_bytes(path)).decode()


def _asked(path: str, query: QueryDict) -> list[str]:
    """The addresses by which a request may be known, the likeliest first: with its query, then without, and both as
    if its last slash were forgotten, or one too many."""
    bare = f"/{path.lstrip('/')}"
    other = bare[:-1] if bare.endswith("/") else f"{bare}/"
    found = [bare, other] if other else [bare]
    kept = _kept(query)
    return [f"{one}?{kept}" for one in found] + found if kept else found


def _kept(query: QueryDict) -> str:
    pairs = [(name, value) for name, values in query.lists() for value in values]
    return urlencode(sorted(pair for pair in pairs if pair[0] not in TRACKING and not pair[0].startswith("utm_")))


# What readers find


def asked(path: str, query: QueryDict) -> list[str]:
    """The addresses by which this request may be known; the front itself is none."""
    return [one for one in _asked(path, query) if one != "/" and len(one) <= LONGEST and "\0" not in one]


def find(path: str, query: QueryDict, at: datetime | None = None) -> Address | None:
    """The address that readers asked for at `at` (default: now); one query, and none for the plain front."""
    wanted = asked(path, query)
    if not wanted:
        return None
    known = {one.path: one for one in Address.objects.known(at or timezone.now()).filter(path__in=wanted)}
    return next((known[one] for one in wanted if one in known), None)


def is_page(path: str, at: datetime | None = None) -> bool:
    """Whether readers find a page at the path, at `at` (default: now), that is no story's."""
    return page_at(path, at) is not None


def page_at(path: str, at: datetime | None = None) -> Section | Thread | Topic | Author | str | None:
    """What readers find at the path that is no story's: whose page it is, or the name of another page."""
    if path.startswith(OTHERS):
        return None
    try:
        found = resolve(path)
    except Resolver404:
        return None
    if found.url_name in SUBJECTS:
        subjects = SUBJECTS[found.url_name].objects.filter(slug=found.kwargs["slug"])
        return (threads.shown(subjects, at) if found.url_name == "thread" else subjects).only("pk").first()
    return None if found.url_name in ("article", "unknown") else found.url_name


def is_claim(address: Address) -> bool:
    """Whether its story stands, or stood, there: such an address is the story's for ever."""
    own = Edition.objects.filter(article=address.article_id, path=address.path)
    return bool(address.article_id) and own.exists()


def leads_outside(address: Address) -> bool:
    return address.target.startswith("https://")


# Writing one


@transaction.atomic
def point(typed: str, to: str | Article, by=None, origin: str = Address.Origin.TYPED) -> Address:
    """Let an address lead to a story, to a page of ours or outside, and with it all that lead to this address.

    What leads there already is left alone. Raises ValidationError, for the field `path` or `target`, as `checked` does.
    """
    list(Publication.objects.select_for_update().values_list("pk"))  # two at once could close a loop
    path, goal = checked(typed, to)
    address = Address.objects.filter(path=path).first() or Address(path=path, origin=origin)
    if address.pk and Goal(address.article_id, address.target) == goal:
        return address
    if address.origin == Address.Origin.TYPED and origin == Address.Origin.IMPORTED:
        raise ValidationError({"path": f"An editor lets {path} lead elsewhere. Delete that redirect, or leave it out."})
    address.article_id, address.target = goal.article_id, goal.target
    address.origin, address.by, address.at = origin, by, timezone.now()
    address.save()
    Address.objects.filter(target__in=_both(path)).update(article=goal.article_id, target=goal.target)
    return address


def checked(typed: str, to: str | Article) -> tuple[str, Goal]:
    """The address as it is stored, and where it leads in one hop; ValidationError with a sentence if it may not."""
    path = _as_stored(_of_field("path", normal, typed))
    goal = _of_field("target", _goal, to, path)
    there = Address.objects.filter(path=path).first()
    if not (there and Goal(there.article_id, there.target) == goal):
        _require_free(path)
    return path, goal


def _as_stored(path: str) -> str:
    """As it stands already, with or without its last slash: readers find the one under the other."""
    bare, _, query = path.partition("?")
    twins = [f"{one}?{query}" if query else one for one in _both(bare)]
    found = {one.path for one in Address.objects.filter(path__in=twins).only("path")}
    return next((one for one in twins if one in found), path)


def _of_field(field: str, rule, *given):
    try:
        return rule(*given)
    except ValidationError as refusal:
        raise ValidationError({field: refusal.messages}) from None


def _both(path: str) -> list[str]:
    """The path with and without its last slash."""
    return _asked(path, QueryDict())


def _goal(to: str | Article, path: str) -> Goal:
    """Where readers end who are sent from `path` to `to`."""
    if isinstance(to, Article):
        return Goal(to.pk)
    parts = _parts(to)
    if parts.netloc and not _is_ours(parts):
        return Goal(target=_outside(to.strip(), parts))
    wanted = normal(to)
    found = Goal(target=path) if wanted in _both(path) else _found(wanted)
    if found.target in _both(path):
        raise ValidationError(f"{path} would lead to itself. Choose where readers shall go instead.")
    return found


def _found(wanted: str) -> Goal:
    """What readers find at an address of ours, a page or where it leads them."""
    path, _, query = wanted.partition("?")
    for one in _both(path):
        if is_page(one) and not (query and one == "/"):
            return Goal(target=one)
    if address := find(path, QueryDict(query)):
        return Goal(address.article_id, address.target)
    raise ValidationError(f"Readers find no page at {wanted}. Give the address of one that is there.")


def _outside(to: str, parts: SplitResult) -> str:
    if parts.scheme != "https" or "@" in parts.netloc:
        raise ValidationError("Outside this site a redirect leads to an address that begins with https:// only.")
    URLValidator(schemes=["https"], message=f"{to} is no address. Copy it from the browser.")(to)
    return to


def _require_free(path: str) -> None:
    """ValidationError where readers find a page of ours, which would hide what is written about its address."""
    bare, _, query = path.partition("?")
    if bare == "/":
        if not query:
            raise ValidationError({"path": "The front page has this address. Give an old one, such as /old/page/."})
        return
    for one in _both(bare):
        if one.startswith((*OTHERS, settings.MEDIA_URL)) or is_page(one):
            raise ValidationError(
                {"path": f"There is a page at {one}, which readers go on seeing. Give an old address."}
            )
        if edition := Edition.objects.filter(path=one).order_by("-live_from").first():
            words = f"{one} is the address of the story “{edition.headline}”, and leads to it for ever."
            raise ValidationError({"path": f"{words} Give another."})
