"""The redirects' screen: addresses that lead readers elsewhere, and how many followed them."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html

from articles.addresses import checked, is_claim, point
from articles.models import Address
from articles.photos.moments import in_words
from newsroom.accounts.recorded import RecordedAdmin

OF_STORY = Address.Origin.STORY


class AddressForm(forms.ModelForm):
    """Where an address leads; the rules are those of `articles.addresses`."""

    class Meta:
        model = Address
        fields = ["path", "article", "target"]
        labels = {"path": "Address"}
        error_messages = {"path": {"unique": "There is a redirect from this address already. Change that one."}}

    def clean(self):
        data = super().clean()
        if self.errors:
            return data
        if bool(data["article"]) == bool(data["target"]):
            raise ValidationError("Give a story or another page, one of the two.")
        typed = data.get("path") or self.instance.path
        try:
            path, _ = checked(typed, data["article"] or data["target"])
        except ValidationError as refusal:
            found = {field if field in self.fields else None: told for field, told in refusal.message_dict.items()}
            raise ValidationError(found.get(None) or found) from None
        return data | ({"path": path} if "path" in data else {})


class OriginFilter(admin.SimpleListFilter):
    """What leads elsewhere, unless the addresses under which stories stand are asked for."""

    title = "origin"
    parameter_name = "origin"

    def lookups(self, request, model_admin):
        return [
            ("slug", "changed slug"),
            ("imported", "imported"),
            ("typed", "typed"),
            ("own", "where stories stand"),
            ("all", "every address"),
        ]

    def choices(self, changelist):
        for choice in super().choices(changelist):
            yield choice | ({"display": "All redirects"} if choice["display"] == "All" else {})

    def queryset(self, request, queryset):
        match self.value():
            case "all":
                return queryset
            case "own":
                return queryset.exclude(pk__in=queryset.leading_elsewhere().values("pk"))
            case "imported" | "typed" as origin:
                return queryset.filter(origin=origin)
            case "slug":
                return queryset.leading_elsewhere().filter(origin=OF_STORY)
        return queryset.leading_elsewhere()


@admin.register(Address)
class AddressAdmin(RecordedAdmin):
    form = AddressForm
    list_display = ["path", "leads_to", "came_by", "hits", "last_hit_at", "by", "since"]
    list_filter = [OriginFilter]
    list_per_page = 50
    search_fields = ["path", "target", "article__headline"]
    search_help_text = "An address, where it leads, or a story's headline"
    show_full_result_count = False
    autocomplete_fields = ["article"]

    def get_queryset(self, request):
        addresses = super().get_queryset(request).with_newest()
        return addresses.select_related("article", "by").defer("article__body", "article__standfirst")

    def get_fieldsets(self, request, obj=None):
        told = ["came_by", "by", "since", "hits", "last_hit_at"] if obj else []
        return [(None, {"fields": ["path", "article", "target"]}), *([("So far", {"fields": told})] if told else [])]

    def get_readonly_fields(self, request, obj=None):
        return ["path", "came_by", "by", "since", "hits", "last_hit_at"] if obj else []

    @admin.display(description="leads to")
    def leads_to(self, address):
        if not address.article_id:
            return address.target
        link = reverse("admin:articles_article_change", args=[address.article_id])
        where = {address.path: "", None: "not published yet"}.get(address.newest, address.newest)
        return format_html('<div><a href="{}">{}</a></div><div>{}</div>', link, address.article, where)

    @admin.display(description="origin", ordering="origin")
    def came_by(self, address):
        if address.origin != OF_STORY:
            return address.get_origin_display()
        return "A story's own" if address.path == address.newest else "Changed slug"

    @admin.display(description="last hit", ordering="last_hit")
    def last_hit_at(self, address):
        return address.last_hit and in_words(address.last_hit)

    @admin.display(description="since", ordering="at")
    def since(self, address):
        return address.at and in_words(address.at)

    def has_change_permission(self, request, obj=None):
        """Where a story stands, or stood, publishing decides."""
        return super().has_change_permission(request, obj) and not (obj and is_claim(obj))

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and is_claim(obj))

    def get_deleted_objects(self, objs, request):
        """Of many at once too, none is deleted under which readers have found a story."""
        if claims := [f"{one}: readers have found a story there" for one in objs if is_claim(one)]:
            return [], {}, set(), claims
        return super().get_deleted_objects(objs, request)

    def save_model(self, request, obj, form, change):
        written = point(obj.path, obj.article or obj.target, by=request.user)
        obj.pk = written.pk
        obj.refresh_from_db()
