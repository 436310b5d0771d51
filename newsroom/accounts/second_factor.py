"""The door of the admin, where a second factor is asked of those who may publish, kill or administer."""

from functools import wraps

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.html import format_html

from newsroom.accounts.roles import needs_second_factor

WAS_GOING_TO = "was_going_to"  # in the session: where the person was led away from


def asked(view):
    """The view, for whoever has what is asked of them; everybody else is led to where it is set up."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        return _lead_away(request) if needs_second_factor(request.user) else view(request, *args, **kwargs)

    return guarded


def _lead_away(request):
    """To the page of second factors, which lies outside the admin, so that nobody is led round in a circle."""
    if request.method == "GET" and not request.headers.get("X-Requested-With"):
        request.session[WAS_GOING_TO] = request.get_full_path()
    messages.warning(
        request,
        "You may publish or administer, so this paper asks you for a second factor besides your password. "
        "Add an authenticator app or a security key here; after that you can go on to the desk.",
    )
    return redirect("mfa_index")


def added(sender, request, user, **kwargs):
    """allauth announces a new factor: the way back to where the person was going."""
    target = request.session.pop(WAS_GOING_TO, None)
    if target and not needs_second_factor(user):
        text = 'Your second factor is set up. <a href="{}">Go on to where you were going.</a>'
        messages.success(request, format_html(text, target))
