"""The authority list's screen: the houses, their spellings, and merging two that are one."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.views.main import ORDER_VAR, ChangeList
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce, Lower
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode

from articles.photos.agencies import Merger, merge, plan, twins
from articles.photos.chooser import numbers
from articles.photos.houses import house_key
from articles.photos.models import Agency, Photo
from articles.photos.models.agency import taken
from newsroom.accounts.recorded import RecordedAdmin, log_changes

FEW = 4  # spellings shown in the list
NAMED = 20  # photos named on the page that asks before a merger


class SpellingsField(forms.CharField):
    """Spellings, one a line; those that differ only as no house does (case, points, hyphens) are one."""

    widget = forms.Textarea(attrs={"rows": 8})

    def to_python(self, value):
        lines = (" ".join(line.split()) for line in super().to_python(value).splitlines())
        return list({house_key(line): line for line in lines if line}.values())


class AgencyForm(forms.ModelForm):
    """A house with its spellings."""

    spellings = SpellingsField(
        label="Other spellings",
        required=False,
        help_text="One a line: short forms, services, misspellings. Case, points, hyphens, a leading “the” and a "
        "closing “Photo” make no difference. A photo credited with any of them is one of this house's.",
    )

    class Meta:
        model = Agency
        fields = ["name", "kind", "credit_style", "is_checked", "note"]
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["spellings"] = "\n".join(self.instance.aliases)

    def clean_spellings(self):
        """Each spelling is this house's alone; all that are not are named at once."""
        spellings = self.cleaned_data["spellings"]
        too_long = [f"“{spelling[:40]}…” is too long for a name." for spelling in spellings if len(spelling) > 200]
        if problems := too_long or [problem for one in spellings if (problem := taken(one, self.instance))]:
            raise ValidationError(problems)
        return spellings

    def save_spellings(self) -> None:
        """Know the saved house by its name and by what is written in the field, and by nothing else."""
        wanted = {house_key(spelling): spelling for spelling in self.cleaned_data["spellings"]}
        wanted.pop(house_key(self.instance.name), None)
        names = self.instance.names
        names.exclude(key__in=[*wanted, house_key(self.instance.name)]).delete()
        known = set(names.values_list("key", flat=True))
        for key, spelling in wanted.items():
            if key not in known:
                names.create(spelling=spelling)


class CheckedFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "checked"

    def lookups(self, request, model_admin):
        return [("no", "not checked"), ("yes", "checked")]

    def queryset(self, request, queryset):
        wanted = {"no": False, "yes": True}
        return queryset.filter(is_checked=wanted[self.value()]) if self.value() in wanted else queryset


class AgencyList(ChangeList):
    """A page of houses; the unchecked ones with the house that each is likely meant for, as `twin`."""

    def get_ordering(self, request, queryset):
        """What needs a decision first, then what supplies most, unless a column was clicked."""
        ordering = super().get_ordering(request, queryset)
        return ordering if ORDER_VAR in self.params else ["is_checked", "-photo_count", *ordering]

    def get_results(self, request):
        super().get_results(request)
        self.result_list = list(self.result_list)
        found = twins(self.result_list)
        for agency in self.result_list:
            agency.twin = found.get(agency.pk)


class AgencyAdmin(RecordedAdmin):
    """The list. `articles.admin.agencies` adds the totals of what was published, which this app does not know."""

    form = AgencyForm
    change_form_template = "admin/photos/agency/change_form.html"
    list_display = ["name", "photos", "checked", "kind", "spellings"]
    ordering = [Lower("name")]
    list_filter = [CheckedFilter, "kind"]
    list_per_page = 50
    search_fields = ["names__spelling"]
    search_help_text = "Any spelling of the house"
    show_full_result_count = False
    actions = ["mark_checked", "merge_selected"]
    fieldsets = [
        (None, {"fields": ["name", "kind", "is_checked", "spellings"]}),
        ("For the desk", {"fields": ["credit_style", "note"]}),
    ]

    def get_queryset(self, request):
        own = Photo.objects.filter(supplier=OuterRef("pk")).order_by().values("supplier")
        counted = Subquery(own.annotate(number=Count("pk")).values("number"))
        return super().get_queryset(request).annotate(photo_count=Coalesce(counted, 0)).prefetch_related("names")

    def get_changelist(self, request, **kwargs):
        return AgencyList

    @admin.display(description="photos", ordering="photo_count")
    def photos(self, agency):
        if not agency.photo_count:
            return "—"
        found = f"{reverse('admin:photos_photo_changelist')}?supplier__id__exact={agency.pk}"
        return format_html('<a href="{}">{}</a>', found, agency.photo_count)

    @admin.display(description="other spellings")
    def spellings(self, agency):
        shown = ", ".join(agency.aliases[:FEW])
        more = len(agency.aliases) - FEW
        return f"{shown} and {more} more" if more > 0 else shown or "—"

    @admin.display(description="checked", ordering="is_checked")
    def checked(self, agency):
        if agency.is_checked:
            return "checked"
        if not agency.twin:
            return "not checked"
        link = merge_address([agency], agency.twin)
        return format_html('not checked; <a href="{}">is it {}?</a>', link, agency.twin)

    def has_delete_permission(self, request, obj=None):
        """A house that supplied pictures stays: it is merged, or kept."""
        return super().has_delete_permission(request, obj) and (obj is None or not obj.photos.exists())

    def has_merge_permission(self, request):
        """Merging changes houses and the credits of photos."""
        return self.has_change_permission(request) and request.user.has_perm("photos.change_photo")

    def get_actions(self, request):
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}

    @admin.action(description="Mark as checked", permissions=["change"])
    def mark_checked(self, request, queryset):
        houses = list(queryset)
        number = queryset.update(is_checked=True)
        log_changes(request.user, houses, "Marked as checked.")
        messages.success(request, f"{number} house{'s' if number > 1 else ''} marked as checked.")

    @admin.action(description="Merge into one house…", permissions=["merge"])
    def merge_selected(self, request, queryset):
        return HttpResponseRedirect(merge_address(queryset))

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        form.save_spellings()

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and self.has_merge_permission(request):
            context |= {"merge_address": merge_address([obj]), "twin": twins([obj]).get(obj.pk)}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_urls(self):
        view = self.admin_site.admin_view(self.merge_view)
        return [path("merge/", view, name="photos_agency_merge"), *super().get_urls()]

    def merge_view(self, request):
        """Ask into which house, say what will happen, then do it."""
        if not self.has_merge_permission(request):
            raise PermissionDenied
        asked = request.POST if request.method == "POST" else request.GET
        merged = list(Agency.objects.filter(pk__in=numbers(asked.getlist("which"))).prefetch_related("names"))
        if not merged:
            messages.warning(request, "Nothing to merge: choose a house first. It may be merged already.")
            return HttpResponseRedirect(reverse("admin:photos_agency_changelist"))
        form = MergeForm(merged, asked if "into" in asked else None)
        if form.is_bound and form.is_valid() and request.method == "POST":
            return self._merge(request, form)
        return render(request, "admin/photos/agency/merge.html", self._question(request, form))

    def _question(self, request, form) -> dict:
        merged = form.merged
        into = form.cleaned_data.get("into") if form.is_bound and form.is_valid() else None
        return self.admin_site.each_context(request) | {
            "title": f"Merge {_names(merged)} into another house",
            "opts": self.opts,
            "form": form,
            "merged": merged,
            "twins": dict.fromkeys(twins(merged).values()),
            "houses": Agency.objects.exclude(pk__in=[agency.pk for agency in merged]).values_list("name", flat=True),
            "into": into,
            "plans": [plan(agency, into) for agency in merged] if into else [],
            "named": NAMED,
        }

    def _merge(self, request, form) -> HttpResponseRedirect:
        into = form.cleaned_data["into"]
        try:
            with transaction.atomic():
                for agency in form.merged:
                    self._report(request, merge(agency, into))
        except Agency.DoesNotExist as gone:
            messages.error(request, f"{gone} Nothing was merged.")
            return HttpResponseRedirect(reverse("admin:photos_agency_changelist"))
        return HttpResponseRedirect(reverse("admin:photos_agency_change", args=[into.pk]))

    def _report(self, request, done: Merger) -> None:
        """Into the history of the house and of each photo, and to the person who did it."""
        text = f"Merged {done.agency} into {done.into}."
        self.log_change(request, done.into, text)
        if done.changed:
            log_changes(request.user, done.changed, text)
        moved = f"{done.moving} photo{'' if done.moving == 1 else 's'} moved to {done.into}"
        messages.success(request, f"{moved}; “{done.agency}” is now a spelling of it.")
        if done.kept:
            links = format_html_join(", ", '<a href="{}">{}</a>', map(_link, done.kept[:NAMED]))
            more = f" and {len(done.kept) - NAMED} more" if len(done.kept) > NAMED else ""
            kept = "These credits were not in house style, so their line was kept as it is: {}{}"
            messages.warning(request, format_html(kept, links, more))


class MergeForm(forms.Form):
    """The house to merge into, by any of its spellings."""

    into = forms.CharField(
        label="Into which house?",
        error_messages={"required": "Name the house that is right."},
        widget=forms.TextInput(attrs={"list": "houses", "autocomplete": "off"}),
    )

    def __init__(self, merged: list[Agency], *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.merged = merged

    def clean_into(self) -> Agency:
        name = self.cleaned_data["into"]
        found = Agency.objects.spelt(name)
        if not found:
            raise ValidationError(f"No house is known as “{name}”. Choose one of the list, or add it first.")
        if found in self.merged:
            raise ValidationError(f"{found} is what you are merging. Name another house.")
        return found


def merge_address(agencies, into: Agency | None = None) -> str:
    """Where these houses are merged."""
    which = [("which", agency.pk) for agency in agencies]
    return f"{reverse('admin:photos_agency_merge')}?{urlencode([*which, *([('into', into.name)] if into else [])])}"


def _names(agencies: list[Agency]) -> str:
    names = [f"“{agency}”" for agency in agencies]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _link(photo: Photo) -> tuple[str, str]:
    return reverse("admin:photos_photo_change", args=[photo.pk]), photo.credit_line
