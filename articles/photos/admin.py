"""The picture library's screen, first form."""

from django import forms
from django.contrib import admin, messages
from django.utils.html import format_html

from articles.photos.adding import AddingViews
from articles.photos.agencies import edited_list
from articles.photos.alt_texts import REPEATS_SAYS, repeats
from articles.photos.chooser import ChooserViews
from articles.photos.credit_grammar import QUALIFIERS
from articles.photos.models import CREDIT_PARTS, Photo
from articles.photos.renditions import CARD, NATURAL, Shape, make_renditions_after_commit, renditions
from articles.photos.uploads import HaveAlready, attach, find_same, read_picture


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
    """A photo: its file, its words, and its credit in parts."""

    creators = NamesField(label="Photographers", required=False, help_text="One a line.")
    qualifiers = forms.MultipleChoiceField(
        choices=[(name, name) for name in QUALIFIERS], widget=forms.CheckboxSelectMultiple, required=False
    )
    upload = forms.FileField(label="File", required=False)

    class Meta:
        model = Photo
        fields = ["caption", "alt", "is_decorative", *CREDIT_PARTS, "credit_line", "focal_x", "focal_y"]
        widgets = {
            "caption": forms.Textarea(attrs={"rows": 3}),
            "alt": forms.Textarea(attrs={"rows": 2}),
            "credit_line": forms.TextInput(attrs={"size": 80}),
        }

    def clean_upload(self):
        """The file looked into; a picture that the library has already is refused, with its number."""
        upload = self.cleaned_data["upload"]
        if not upload:
            return None
        picture = read_picture(upload)
        if same := find_same(picture, besides=self.instance):
            raise HaveAlready(same)
        return picture

    def clean(self):
        """A line that was written from other parts is written anew, unless the editor wrote it this time."""
        cleaned = super().clean()
        parts_changed = set(CREDIT_PARTS) & set(self.changed_data)
        if parts_changed and "credit_line" not in self.changed_data:
            cleaned["credit_line"] = ""
        return cleaned


class MissingFilter(admin.SimpleListFilter):
    title = "what is missing"
    parameter_name = "missing"

    def lookups(self, request, model_admin):
        return [("file", "file"), ("credit", "credit"), ("alt", "alt text")]

    def queryset(self, request, queryset):
        wanted = {
            "file": {"file": ""},
            "credit": {"credit_line": ""},
            "alt": {"alt": "", "is_decorative": False},
        }
        return queryset.filter(**wanted.get(self.value(), {}))


class PhotoAdmin(admin.ModelAdmin):
    """The library. `articles.admin.library` adds where each photo runs, which this app does not know."""

    form = PhotoForm
    list_display = ["thumbnail", "words", "credit_line", "lacks", "created_at"]
    list_display_links = ["thumbnail", "words"]
    list_filter = [MissingFilter, ("supplier", admin.RelatedOnlyFieldListFilter)]
    list_per_page = 40
    search_fields = ["caption", "alt", "credit_line"]
    show_full_result_count = False
    readonly_fields = ["preview"]
    fieldsets = [
        ("Picture", {"fields": ["preview", "upload", ("focal_x", "focal_y")]}),
        ("Words", {"fields": ["caption", "alt", "is_decorative"]}),
        ("Credit", {"fields": [*CREDIT_PARTS, "credit_line"]}),
    ]

    class Media:
        js = [forms.Script(f"js/admin/{name}.js", type="module") for name in ("photo_form", "alt_text")]

    def get_urls(self):
        return [*ChooserViews(self).urls(), *AddingViews(self).urls(), *super().get_urls()]

    @edited_list()
    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by = request.user
        picture = form.cleaned_data["upload"]
        if picture:
            attach(obj, picture)
        else:
            super().save_model(request, obj, form, change)
            make_renditions_after_commit(obj)
        if repeats(obj.alt, obj.caption):
            messages.warning(request, REPEATS_SAYS)

    @admin.display(description="caption")
    def words(self, photo):
        return str(photo)

    @admin.display(description="lacks")
    def lacks(self, photo):
        return ", ".join(photo.shortcomings()) or "—"

    @admin.display(description="picture")
    def thumbnail(self, photo):
        return _image(photo, "Placeholder: no file yet")

    @admin.display(description="as it is")
    def preview(self, photo):
        if not photo.file:
            return "A placeholder: it keeps its words and credit until it gets a file below."
        size = f"{photo.width} × {photo.height} pixels"
        return format_html('<span class="focal">{}</span><br>{}', _image(photo, "", NATURAL, 640), size)


def _image(photo: Photo, instead: str, shape: Shape = CARD, width: int = 0) -> str:
    if not photo.file:
        return instead
    made = renditions(photo, shape, "jpg")
    fit = next((rendition for rendition in made if rendition.width >= width), made[-1])
    return format_html(
        '<img src="{}" width="{}" height="{}" alt="{}" loading="lazy" class="thumbnail">',
        fit.url, fit.width, fit.height, photo.alt,
    )  # fmt: skip
