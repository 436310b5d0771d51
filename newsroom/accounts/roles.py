"""Who may do what to other accounts: nobody gives what they do not have, or changes one who has more."""

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db.models import Q, QuerySet

from newsroom.accounts.models import User

# Whoever has one of these reaches readers, or other people's accounts.
POWERS = ["articles.publish_article", "articles.kill_article", "photos.kill_photo", "accounts.change_user"]


def own_permissions(by: User) -> QuerySet[Permission]:
    """The permissions that `by` has, and so may give to a role."""
    everything = Permission.objects.select_related("content_type").order_by("content_type__app_label", "codename")
    return everything if by.is_superuser else everything.filter(pk__in=_held(by))


def may_give(by: User) -> QuerySet[Group]:
    """The roles that `by` may give to somebody: those in which nothing is that `by` has not."""
    beyond = Permission.objects.exclude(pk__in=own_permissions(by).order_by().values("pk"))
    return Group.objects.exclude(permissions__in=beyond).order_by("name")


def may_manage(by: User, person: User) -> bool:
    """Whether `by` may change, block or invite again this person: one who has nothing that `by` has not."""
    if by.is_superuser:
        return True
    return not person.is_superuser and not _held(person).exclude(pk__in=_held(by)).exists()


def _held(user: User) -> QuerySet[Permission]:
    """By role or in person, whether or not the account is blocked."""
    of_roles = Permission.objects.order_by().filter(group__user=user).values("pk")
    in_person = user.user_permissions.order_by().values("pk")
    return Permission.objects.order_by().filter(Q(pk__in=of_roles) | Q(pk__in=in_person))


def needs_second_factor(user: User) -> bool:
    """Whether the paper asks this person for a second factor that is not set up yet."""
    if not settings.REQUIRE_MFA or not any(user.has_perm(power) for power in POWERS):
        return False
    return not is_mfa_enabled(user, types=[Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN])
