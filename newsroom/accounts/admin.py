"""Administrators' screens, beside those of people and of the record: roles, and allauth's own tables."""

from allauth.account.admin import EmailAddressAdmin
from allauth.account.models import EmailAddress
from allauth.mfa.admin import AuthenticatorAdmin
from allauth.mfa.models import Authenticator
from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin
from django.contrib.auth.models import Group

from newsroom.accounts.models import RecordEntry
from newsroom.accounts.record_admin import RecordEntryAdmin
from newsroom.accounts.recorded import RecordedAdmin
from newsroom.accounts.roles import may_give, own_permissions

# Importing their screens has registered them; ours take their places.
for replaced in (Group, EmailAddress, Authenticator):
    admin.site.unregister(replaced)

admin.site.register(RecordEntry, RecordEntryAdmin)


@admin.register(Group)
class RoleAdmin(RecordedAdmin, GroupAdmin):
    """The roles. Nobody puts into one what they do not have, or changes one that holds it already."""

    list_display = ["name", "people"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("user_set")

    @admin.display(description="who has it")
    def people(self, role):
        return ", ".join(sorted(map(str, role.user_set.all()))) or "—"

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and _is_within_reach(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        """A role that somebody has stays."""
        may = super().has_delete_permission(request, obj) and _is_within_reach(request.user, obj)
        return may and (obj is None or not obj.user_set.exists())

    def get_deleted_objects(self, objs, request):
        """The same for those that are chosen in the list."""
        kept = [f"{one}: somebody has this role. Take it from them first." for one in objs if one.user_set.exists()]
        return ([], {}, set(), kept) if kept else super().get_deleted_objects(objs, request)

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if db_field.name == "permissions":
            field.queryset = own_permissions(request.user)
        return field

    def delete_queryset(self, request, queryset):
        """One by one by the rule of one, whatever was posted."""
        if kept := [role for role in queryset if not self.has_delete_permission(request, role)]:
            messages.error(request, f"Nothing was deleted: {', '.join(map(str, kept))} is not yours to delete.")
            return
        super().delete_queryset(request, queryset)


def _is_within_reach(user, role: Group | None) -> bool:
    return role is None or may_give(user).filter(pk=role.pk).exists()


class ForSuperusers(RecordedAdmin):
    """A raw table, for mending by hand: whoever changes one of its rows can take over an account."""

    def has_module_permission(self, request):
        return request.user.is_superuser

    def has_view_permission(self, request, obj=None):
        return request.user.is_superuser

    has_change_permission = has_delete_permission = has_view_permission

    def has_add_permission(self, request):
        return request.user.is_superuser


@admin.register(EmailAddress)
class AddressesAdmin(ForSuperusers, EmailAddressAdmin):
    pass


@admin.register(Authenticator)
class SecondFactorsAdmin(ForSuperusers, AuthenticatorAdmin):
    pass
