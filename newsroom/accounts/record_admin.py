"""The record's screen: read, narrowed down, taken away as CSV; never changed."""

from collections import defaultdict

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.urls import NoReverseMatch, path, reverse
from django.utils.functional import cached_property
from django.utils.html import format_html

from newsroom.accounts import record
from newsroom.accounts.models import RecordEntry
from newsroom.accounts.record_csv import csv_response
from newsroom.accounts.record_filters import ActionFilter, DayFilter, KindFilter, PersonFilter
from newsroom.accounts.recorded import RecordedAdmin

SHOWN = 10_000  # lines that can be paged through; a count of all would read all


class NewestOnly(Paginator):
    """The newest lines; who looks for older ones narrows the list down."""

    @cached_property
    def count(self):
        return self.object_list[:SHOWN].count()


class RecordList(ChangeList):
    """A page of the record; each line knows the address of its thing, where that is still there."""

    def get_results(self, request):
        super().get_results(request)
        self.result_list = list(self.result_list)
        links = _links(self.result_list, request)
        for entry in self.result_list:
            entry.link = links.get((entry.kind_id, entry.thing))


def _links(entries: list[RecordEntry], request) -> dict[tuple, str]:
    """The addresses of their things, by kind and key, where they are there and may be seen: one query a kind."""
    things = defaultdict(set)
    for entry in entries:
        if entry.kind:
            things[entry.kind].add(entry.thing)
    return {
        (kind.pk, key): address
        for kind, keys in things.items()
        for key, address in _addresses(kind, keys, request).items()
    }


def _addresses(kind: ContentType, keys: set[str], request) -> dict[str, str]:
    model = kind.model_class()
    if not admin.site.is_registered(model) or not admin.site.get_model_admin(model).has_view_permission(request):
        return {}
    there = model._base_manager.filter(pk__in=keys).values_list("pk", flat=True)
    try:
        return {str(key): reverse(f"admin:{kind.app_label}_{kind.model}_change", args=[key]) for key in there}
    except NoReverseMatch:
        return {}


class RecordEntryAdmin(RecordedAdmin):
    """Whoever may see the record sees all of it; nobody adds to it, changes or deletes it here."""

    change_list_template = "admin/accounts/recordentry/change_list.html"
    list_display = ["when", "who", "action", "what", "told", "address"]
    list_display_links = ["when"]
    list_filter = [DayFilter, ActionFilter, KindFilter, ("by", PersonFilter)]
    show_facets = admin.ShowFacets.NEVER  # each count would read the whole record
    list_select_related = ["by", "kind"]
    list_per_page = 100
    search_fields = ["label"]
    search_help_text = "What the thing was called: a headline, a name"
    show_full_result_count = False
    paginator = NewestOnly
    actions = None
    fields = ["when", "who", "action", "kind", "what", "told", "address"]
    readonly_fields = ["when", "who", "what", "told"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_changelist(self, request, **kwargs):
        return RecordList

    def get_object(self, request, object_id, from_field=None):
        """With the link, as in the list."""
        entry = super().get_object(request, object_id, from_field)
        if entry:
            entry.link = _links([entry], request).get((entry.kind_id, entry.thing))
        return entry

    @admin.display(description="when", ordering="at")
    def when(self, entry):
        return record.moment(entry.at)

    @admin.display(description="who")
    def who(self, entry):
        return record.who(entry)

    @admin.display(description="to what")
    def what(self, entry):
        return format_html('<a href="{}">{}</a>', entry.link, entry.label) if entry.link else entry.label

    @admin.display(description="details")
    def told(self, entry):
        return record.told(entry)

    def get_urls(self):
        view = self.admin_site.admin_view(self.export_view)
        return [path("export/", view, name="accounts_recordentry_export"), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        context = {"title": "The record", "shown": SHOWN} | (extra_context or {})
        return super().changelist_view(request, context)

    def export_view(self, request):
        """The whole list as it is narrowed down, not only the page of it that is shown."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        changelist = self.get_changelist_instance(request)
        record.note("exported the record", by=request.user, narrowed=request.GET.dict())
        return csv_response(changelist.queryset)
