"""The authority list with what only the newsroom knows: how many of each supplier's pictures were published."""

from functools import partial

from django.contrib import admin
from django.urls import path

from articles.admin import supplier_totals
from articles.photos.agency_admin import AgencyAdmin
from articles.photos.models import Agency


@admin.register(Agency)
class SuppliersAdmin(AgencyAdmin):
    change_list_template = "admin/photos/agency/change_list.html"

    def get_urls(self):
        view = self.admin_site.admin_view(partial(supplier_totals.view, self))
        return [path("totals/", view, name="photos_agency_totals"), *super().get_urls()]
