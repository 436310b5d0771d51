"""The licences that photos' rights are filled in from."""

from django.contrib import admin

from articles.photos.models import LicencePreset
from newsroom.accounts.recorded import RecordedAdmin


@admin.register(LicencePreset)
class LicencePresetAdmin(RecordedAdmin):
    list_display = ["name", "rights_category", "days", "uses_allowed", "may_syndicate"]
    list_filter = ["rights_category"]
    search_fields = ["name", "restrictions", "usage_terms"]
