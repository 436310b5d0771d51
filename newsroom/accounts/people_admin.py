"""The people's screen: who works here, in which roles, and whether they may sign in."""

from django.conf import settings
from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime

from newsroom.accounts import people
from newsroom.accounts.models import User
from newsroom.accounts.people_forms import ChangeForm, PersonForm
from newsroom.accounts.people_views import PeopleViews
from newsroom.accounts.recorded import RecordedAdmin
from newsroom.accounts.roles import may_give, may_manage

NO_SERVER = ("console", "locmem", "dummy", "filebased")  # Django's backends that bring a letter to nobody


class StateFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("active", "may sign in"), ("blocked", "blocked"), ("new", "never signed in")]

    def queryset(self, request, queryset):
        wanted = {"active": {"is_active": True}, "blocked": {"is_active": False}, "new": {"last_login": None}}
        return queryset.filter(**wanted.get(self.value(), {}))


class RoleFilter(admin.RelatedFieldListFilter):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.title, self.empty_value_display = "role", "none"


class PeopleAdmin(RecordedAdmin):
    """Accounts are invited and blocked. `articles.admin.people` adds the author's page."""

    form, add_form = ChangeForm, PersonForm
    change_form_template = "admin/accounts/user/change_form.html"
    change_list_template = "admin/accounts/user/change_list.html"
    list_display = ["person", "email", "roles", "state", "signed_in"]
    list_filter = [StateFilter, ("groups", RoleFilter)]
    search_fields = ["username", "first_name", "last_name", "email"]
    ordering = ["first_name", "last_name", "username"]
    list_per_page = 100
    readonly_fields = ["state", "signed_in"]
    fieldsets = [
        (None, {"fields": ["name", "email", "username"]}),
        ("What they may do", {"fields": ["groups"]}),
        ("How the account stands", {"fields": ["state", "signed_in"]}),
    ]
    add_fieldsets = [(None, {"fields": ["name", "email"]}), ("What they may do", {"fields": ["groups"]})]

    # Who may do what

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or may_manage(request.user, obj))

    def has_delete_permission(self, request, obj=None):
        """An account is blocked, not deleted, as soon as anything of its owner's stands."""
        if not super().has_delete_permission(request, obj) or obj is None:
            return super().has_delete_permission(request, obj)
        return obj != request.user and may_manage(request.user, obj) and not people.standing(obj)

    def get_actions(self, request):
        """What is chosen in the list is not deleted together: each account is looked at by itself."""
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}

    def get_readonly_fields(self, request, obj=None):
        """Nobody changes their own roles; a colleague does."""
        own = obj and obj == request.user and not request.user.is_superuser
        return [*self.readonly_fields, "groups"] if own else self.readonly_fields

    # The list

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description="name", ordering="first_name")
    def person(self, person):
        return str(person)

    @admin.display(description="roles")
    def roles(self, person):
        names = [role.name for role in person.groups.all()]
        return ", ".join(["Superuser"] * person.is_superuser + sorted(names)) or "none"

    @admin.display(description="state")
    def state(self, person):
        if not person.is_active:
            return "blocked"
        return "may sign in" if person.has_usable_password() else "invited, has not chosen a password yet"

    @admin.display(description="last signed in", ordering="last_login")
    def signed_in(self, person):
        if not person.last_login:
            return "never"
        last = localtime(person.last_login)
        return f"{date_format(last, 'j F Y, H:i')} {last.tzname()}"

    # The form

    def get_fieldsets(self, request, obj=None):
        """Whoever may only look reads the name in its two parts' sum, as the heading says it."""
        fieldsets = self.fieldsets if obj else self.add_fieldsets
        if obj and not self.has_change_permission(request, obj):
            (title, options), *others = fieldsets
            return [(title, options | {"fields": [one for one in options["fields"] if one != "name"]}), *others]
        return fieldsets

    def get_form(self, request, obj=None, change=False, **kwargs):
        if not obj:
            kwargs["form"] = self.add_form
        form = super().get_form(request, obj, change=change, **kwargs)
        form.roles_to_give = may_give(request.user)
        return form

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj:
            manages = self.has_change_permission(request, obj)
            context |= {
                "title": str(obj),
                "subtitle": None,
                "blocking": people.blocking(obj),
                "manages": manages and obj != request.user,
                "stands": people.standing(obj) if request.user.has_perm("accounts.delete_user") else [],
            }
        else:
            context |= {"title": "Invite somebody", "show_save_and_add_another": False, "show_save_and_continue": False}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change):
        if not change:
            people.invite(obj, form.cleaned_data["name"], list(form.cleaned_data["groups"]), by=request.user)
            transaction.on_commit(lambda: self.send_invitation(request, obj))
            return
        if "name" in form.changed_data:
            people.set_name(obj, form.cleaned_data["name"])
        super().save_model(request, obj, form, change)
        if "email" in form.changed_data:
            people.forget_other_addresses(obj)

    def log_addition(self, request, obj, message):
        """Into the history alone: the record has the invitation."""
        return admin.ModelAdmin.log_addition(self, request, obj, message)

    def response_add(self, request, obj, post_url_continue=None):
        """To the person's page; what became of the letter is said when it is sent."""
        return HttpResponseRedirect(reverse("admin:accounts_user_change", args=[obj.pk]))

    def get_urls(self):
        return [*PeopleViews(self).urls(), *super().get_urls()]

    def send_invitation(self, request, person: User) -> None:
        """Send the letter, and say what became of it."""
        try:
            people.send_invitation(person)
        except OSError as error:  # smtplib's own are of this kind
            text = "{} is invited, but the letter could not be sent ({}). Mend EMAIL_URL, then invite {} again."
            messages.error(request, text.format(person, error, person))
            return
        messages.success(request, f"{person} is invited: a letter with the link went to {person.email}.")
        if any(name in settings.EMAIL_BACKEND for name in NO_SERVER):
            messages.warning(request, "No mail server is set (EMAIL_URL), so the letter is in the server's own output.")
