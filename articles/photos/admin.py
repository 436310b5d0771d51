"""The picture library's screens: the grid, and each photo's page."""

from django import forms
from django.contrib import admin, messages
from django.urls import reverse
from django.utils.html import format_html

from articles.photos.adding import AddingViews
from articles.photos.agencies import edited_list
from articles.photos.alt_texts import REPEATS_SAYS, repeats
from articles.photos.chooser import ChooserViews, PhotoField
from articles.photos.credit_grammar import QUALIFIERS
from articles.photos.library_list import (
    EndFilter,
    KilledFilter,
    LibraryList,
    MadeFilter,
    MissingFilter,
    OrientationFilter,
    RightFilter,
)
from articles.photos.models import CREDIT_PARTS, Photo
from articles.photos.photo_page import PhotoPage, picture_and_crops, right_in_words
from articles.photos.renditions import make_renditions_after_commit
from articles.photos.rights_form import FILLED, KEPT, PresetField, fill_in, in_labels, name_moments
from articles.photos.search_text import SEARCHED
from articles.photos.uploads import attach, read_picture, refuse_known
from newsroom.accounts.recorded import RecordedAdmin

FEW_LINES = ("alt", "extended_description", "usage_terms", "instructions", "restrictions")
FRACTION = {"min": 0, "max": 1, "step": 0.01}


class NamesField(forms.CharField):
    """A list of names, written one a line."""

    widget = forms.Textarea(attrs={"rows": 2})

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        return [" ".join(line.split()) for line in super().to_python(value).splitlines() if line.strip()]

    def has_changed(self, initial, data):
        return (initial or []) != self.to_python(data)


class PhotoForm(forms.ModelForm):
    """A photo: its file, its words, its credit in parts, and its right, which a licence may fill in."""

    creators = NamesField(label="Photographers", required=False, help_text="One a line.")
    keywords = NamesField(required=False, help_text="One a line.")
    qualifiers = forms.MultipleChoiceField(
        choices=[(name, name) for name in QUALIFIERS], widget=forms.CheckboxSelectMultiple, required=False
    )
    upload = forms.FileField(label="File", required=False)
    preset = PresetField()
    replacement = PhotoField(
        required=False, help_text=Photo._meta.get_field("replacement").help_text, label="Replacement at the end"
    )

    class Meta:
        model = Photo
        fields = [
            "caption", "alt", "is_decorative", "extended_description", *CREDIT_PARTS, "credit_line",
            "focal_x", "focal_y", "taken_at", "city", "country", "keywords", "digital_source_type",
            "copyright_notice", "usage_terms", "web_statement", "licensor", "licensor_url", "supplier_reference",
            "instructions", "rights_category", "rights_from", "rights_until", "uses_allowed", "restrictions",
            "may_syndicate", "cost", "replacement",
        ]  # fmt: skip
        widgets = {
            "caption": forms.Textarea(attrs={"rows": 3}),
            **{name: forms.Textarea(attrs={"rows": 2}) for name in FEW_LINES},
            **{name: forms.TextInput(attrs={"size": 80}) for name in ("credit_line", "copyright_notice")},
            **{name: forms.NumberInput(attrs=FRACTION) for name in ("focal_x", "focal_y")},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "taken_at" in self.fields:  # Django's two inputs have no labels of their own
            for part, name in zip(self.fields["taken_at"].widget.widgets, ("Date taken", "Time taken"), strict=True):
                part.attrs["aria-label"] = name
        name_moments(self)
        if "uses_allowed" in self.fields and self.instance.pk:
            ran = f"It ran, or is scheduled, in {self.instance.uses_made}."
            self.fields["uses_allowed"].help_text = f"{self.fields['uses_allowed'].help_text} {ran}"

    def clean_upload(self):
        """The file looked into; a picture that the library has, or that was killed, is refused with its number."""
        upload = self.cleaned_data["upload"]
        if not upload:
            return None
        picture = read_picture(upload)
        refuse_known(picture, self.instance)
        return picture

    def clean(self):
        """A line that was written from other parts is written anew, unless the editor wrote it this time."""
        cleaned = super().clean()
        parts_changed = set(CREDIT_PARTS) & set(self.changed_data)
        if parts_changed and "credit_line" not in self.changed_data:
            cleaned["credit_line"] = ""
        if preset := cleaned.get("preset"):
            self._fill_in(preset)
        return cleaned

    # What the chosen licence did, for the editor to be told; the script on the page does it before, and sends none.
    filled: tuple[list[str], list[str]] = ([], [])

    def _fill_in(self, preset) -> None:
        """Once a field is at fault nothing is saved, and the licence waits for the next time."""
        if self.errors:
            return
        self.filled = fill_in(self, preset, typed=set(self.changed_data))
        self.changed_data.remove("preset")
        self.changed_data.extend(self.filled[0])


class PhotoAdmin(RecordedAdmin):
    """The library. `articles.admin.library` adds where each photo runs, which this app does not know."""

    form = PhotoForm
    change_form_template = "admin/photos/photo/change_form.html"
    list_display = ["created_at", "taken_at", "credit"]  # what the grid can be put in order by
    list_filter = [
        MissingFilter,
        KilledFilter,
        ("supplier", admin.RelatedOnlyFieldListFilter),
        RightFilter,
        EndFilter,
        OrientationFilter,
        MadeFilter,
        ("created_at", admin.DateFieldListFilter),
        ("taken_at", admin.DateFieldListFilter),
    ]
    list_per_page = 48
    empty_value_display = "none"
    date_hierarchy = "created_at"
    search_fields = SEARCHED
    search_help_text = "Captions, alt texts, credits, keywords, places, suppliers’ numbers. Accents make no difference."
    show_full_result_count = False
    readonly_fields = ["picture", "supplied_by", "right_state"]
    fieldsets = [
        ("Picture", {"fields": ["picture", ("focal_x", "focal_y"), "upload"], "classes": ["side"]}),
        ("Words", {"fields": ["caption", "alt", "is_decorative", "extended_description"]}),
        ("Credit", {"fields": ["creators", "source", ("agency", "distributor"), "qualifiers", "credit_line"]}),
        (
            "Rights",
            {
                "fields": [
                    "right_state", ("rights_category", "preset"), ("rights_from", "rights_until"),
                    ("uses_allowed", "cost"), "restrictions", "may_syndicate", "replacement",
                ],
                "classes": ["rights"],
            },
        ),
        (
            "Supplier and terms",
            {
                "fields": [
                    ("supplied_by", "supplier_reference"), "instructions", "copyright_notice", "usage_terms",
                    "web_statement", ("licensor", "licensor_url"),
                ]
            },
        ),
        ("Taken", {"fields": ["taken_at", ("city", "country"), "keywords"]}),
        ("How it was made", {"fields": ["digital_source_type"]}),
    ]  # fmt: skip

    class Media:
        js = [forms.Script(f"js/admin/{name}.js", type="module") for name in ("photo_form", "alt_text")]

    def get_urls(self):
        return [*ChooserViews(self).urls(), *AddingViews(self).urls(), *PhotoPage(self).urls(), *super().get_urls()]

    def get_fieldsets(self, request, obj=None):
        """Where there is no picture, no point in it can be chosen; a killed photo gets no other file either.

        Nor is anything said of the right of what is not there, or filled in by who may not change it.
        """
        (name, options), *others = super().get_fieldsets(request, obj)
        if not (obj and obj.has_files):
            options = options | {"fields": ["picture"] if obj and obj.killed_at else ["picture", "upload"]}
        idle = set() if obj else {"right_state"}
        if obj and not self.has_change_permission(request, obj):
            idle.add(("rights_category", "preset"))
        kept = [
            (title, group | {"fields": [row for row in group["fields"] if row not in idle]}) for title, group in others
        ]
        return [(name, options), *kept]

    def get_changelist(self, request, **kwargs):
        return LibraryList

    def get_search_results(self, request, queryset, search_term):
        return queryset.matching(search_term), False

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """The form, with what the file said and what happened to the photo."""
        page = PhotoPage(self).context(obj) | {"title": f"Photo {obj.pk}"} if obj else {}
        return super().render_change_form(request, context | page, add, change, form_url, obj)

    @edited_list()
    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by = request.user
        if "uses_allowed" in form.changed_data:
            obj.end_accepted = None  # that its last use may go was said of another number
        picture = form.cleaned_data["upload"]
        if picture:
            attach(obj, picture)
        else:
            super().save_model(request, obj, form, change)
            make_renditions_after_commit(obj)
        if repeats(obj.alt, obj.caption):
            messages.warning(request, REPEATS_SAYS)
        for words, names in zip((FILLED, KEPT), form.filled, strict=True):
            if names:
                messages.warning(request, words.format(in_labels(names)))

    @admin.display(description="credit", ordering="credit_line")
    def credit(self, photo):
        return photo.credit_line

    @admin.display(description="the picture")
    def picture(self, photo):
        return picture_and_crops(photo)

    @admin.display(description="how it stands")
    def right_state(self, photo):
        return right_in_words(photo)

    @admin.display(description="supplier")
    def supplied_by(self, photo):
        """The house on the authority list, which follows from the credit."""
        if not photo.supplier:
            return "No house: the credit names none."
        address = reverse("admin:photos_agency_change", args=[photo.supplier_id])
        return format_html('<a href="{}">{}</a>', address, photo.supplier)
