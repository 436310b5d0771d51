"""Signing in with a name or an e-mail address."""

from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.internal.userkit import filter_users_by_email, get_user_by_username


class OneHashBackend(AuthenticationBackend):
    """allauth's backend, which costs one password hash a try, whether or not somebody has that name or address.

    Together, Django's and allauth's hashed once more for a name that is known, and allauth's alone once more for an
    address: who measures the time would learn who works here. Of people who share an address, the first signs in
    by it, the others by their names.
    """

    def _authenticate(self, request, username="", email="", password="", **credentials):
        user = get_user_by_username(username) if username else None
        if not user and (address := email or username):
            user = next(iter(filter_users_by_email(address, prefer_verified=True, for_login=True)), None)
        return self._check_password(user, password)
