"""The advertisements' screen."""

from django.contrib import admin
from django.utils import timezone

from newsroom.accounts.recorded import RecordedAdmin


class PlacementAdmin(RecordedAdmin):
    """The placements. `articles.admin.advertising` adds the choice of a picture, as this app knows no library."""

    list_display = ["advertiser", "slot", "label", "starts_at", "ends_at", "is_running"]
    list_filter = ["slot", "label"]
    search_fields = ["advertiser", "headline", "text"]
    filter_horizontal = ["sections"]
    fieldsets = [
        ("Where and when", {"fields": ["slot", "sections", "starts_at", "ends_at"]}),
        ("What readers see, in this order", {"fields": ["label", "headline", "picture", "text", "link"]}),
        ("Who is behind it", {"fields": ["advertiser", "disclosure", "is_affiliate"]}),
    ]

    @admin.display(boolean=True, description="running")
    def is_running(self, placement):
        return placement.starts_at <= timezone.now() < placement.ends_at
