"""What happens to an account besides its form: invite again, block, unblock, take second factors off."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse

from newsroom.accounts import people
from newsroom.accounts.models import User
from newsroom.accounts.people_forms import ReasonForm


class PeopleViews:
    """The views, each a question that a POST answers, for whoever may change this person."""

    def __init__(self, model_admin):
        self.model_admin = model_admin

    def urls(self) -> list:
        """Their addresses, inside the people's; every one behind the admin's own door."""
        views = {
            "block": self.block,
            "unblock": self.unblock,
            "invite": self.invite_again,
            "second-factors": self.take_second_factors,
        }
        door = self.model_admin.admin_site.admin_view
        return [
            path(f"<int:pk>/{name}/", door(view), name=f"accounts_user_{name.replace('-', '_')}")
            for name, view in views.items()
        ]

    def block(self, request, pk) -> HttpResponse:
        person = self._admit(request, pk)
        if not person.is_active:
            return self._back(request, person, f"{person} is blocked already.", messages.INFO)
        form = ReasonForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            people.block(person, form.cleaned_data["reason"], by=request.user)
            return self._back(request, person, f"{person} is blocked, and signed out everywhere.")
        return self._ask(request, person, "block", f"Block {person}", form)

    def unblock(self, request, pk) -> HttpResponse:
        person = self._admit(request, pk)
        if person.is_active:
            return self._back(request, person, f"{person} is not blocked.", messages.INFO)
        form = ReasonForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            people.unblock(person, form.cleaned_data["reason"], by=request.user)
            return self._back(request, person, f"{person} may sign in again.")
        return self._ask(request, person, "unblock", f"Unblock {person}", form)

    def invite_again(self, request, pk) -> HttpResponse:
        person = self._admit(request, pk)
        if not person.is_active or not person.email:
            lacking = "is blocked: unblock the account first" if person.email else "has no address: write one first"
            return self._back(request, person, f"Nothing was sent. {person} {lacking}.", messages.ERROR)
        if request.method == "POST":
            people.invite_again(person, by=request.user)
            self.model_admin.send_invitation(request, person)
            return HttpResponseRedirect(_page(person))
        return self._ask(request, person, "invite", f"Invite {person} again")

    def take_second_factors(self, request, pk) -> HttpResponse:
        """For who lost the telephone and the recovery codes."""
        person = self._admit(request, pk)
        if request.method == "POST":
            people.take_second_factors(person, by=request.user)
            return self._back(request, person, f"{person} has no second factor any more, and can add a new one.")
        return self._ask(request, person, "second_factors", f"Take the second factors off {person}")

    def _admit(self, request, pk: int) -> User:
        """The person, if whoever asks may change them, and is another."""
        person = get_object_or_404(User, pk=pk)
        if person == request.user or not self.model_admin.has_change_permission(request, person):
            raise PermissionDenied
        return person

    def _ask(self, request, person: User, template: str, title: str, form=None) -> HttpResponse:
        context = self.model_admin.admin_site.each_context(request)
        context |= {"title": title, "opts": self.model_admin.opts, "person": person, "form": form}
        return render(request, f"admin/accounts/user/{template}.html", context)

    def _back(self, request, person: User, text: str, level: int = messages.SUCCESS) -> HttpResponseRedirect:
        messages.add_message(request, level, text)
        return HttpResponseRedirect(_page(person))


def _page(person: User) -> str:
    return reverse("admin:accounts_user_change", args=[person.pk])
