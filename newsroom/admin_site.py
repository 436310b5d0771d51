"""The admin site: the newsroom's working place, under a content security policy of its own."""

from allauth.account.decorators import secure_admin_login
from csp.decorators import csp_replace
from django.conf import settings
from django.contrib import admin
from django.shortcuts import redirect
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from newsroom.accounts import own_settings, second_factor

admin_csp = csp_replace(settings.ADMIN_CONTENT_SECURITY_POLICY)


# What is used all day stands first; the rest follows by name.
DESK_ORDER = ["articles", "photos", "sponsors"]


class NewsroomAdminSite(admin.AdminSite):
    site_header = "Newsroom"
    site_title = "Newsroom"
    index_title = "Desk"

    def get_app_list(self, request, app_label=None):
        """The desk's groups: stories, pictures, advertising, then what administrators need."""
        groups = super().get_app_list(request, app_label)
        return sorted(groups, key=lambda group: [group["app_label"] != label for label in DESK_ORDER])

    def admin_view(self, view, cacheable=False):
        """Every admin view, under the admin's own policy, and for who has the second factor that is asked of them."""
        door = view if view == self.logout else second_factor.asked(view)
        return admin_csp(super().admin_view(door, cacheable))

    def get_urls(self):
        own = self.admin_view(own_settings.view)
        return [path("settings/", own, {"site": self}, name="own_settings"), *super().get_urls()]

    def password_change(self, request, extra_context=None):
        """As allauth changes it, which tells the record."""
        return redirect("account_change_password")

    @method_decorator(never_cache)
    def login(self, request, extra_context=None):
        """Sign-in is allauth's, with its lock-out and second factor."""
        return secure_admin_login(super().login)(request, extra_context)
