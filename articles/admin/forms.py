"""The forms of the story's screen."""

from django import forms
from django.conf import settings

from articles.models import Article, Byline, RelatedLink
from articles.photos.chooser import PhotoChooser, PhotoField


class ArticleForm(forms.ModelForm):
    """The story, with its language chosen by name and its lead picture by sight."""

    lead_photo = PhotoField(label="Photo", required=False, widget=PhotoChooser({"data-alt-field": "id_lead_alt"}))
    language = forms.ChoiceField(choices=lambda: sorted(settings.LANGUAGES, key=lambda language: language[1]))

    class Meta:
        model = Article
        fields = [
            "headline", "standfirst", "body", "section", "kind", "topics", "dateline", "language", "slug",
            "lead_photo", "lead_caption", "lead_alt",
        ]  # fmt: skip
        widgets = {
            "headline": forms.Textarea(attrs={"rows": 2, "maxlength": 200}),
            "standfirst": forms.Textarea(attrs={"rows": 3}),
            "lead_caption": forms.Textarea(attrs={"rows": 2}),
            "lead_alt": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "language" in self.fields and not self.instance.pk:
            self.initial.setdefault("language", settings.LANGUAGE_CODE)
        if "slug" in self.fields:
            self.fields["slug"].required = False  # asked for in clean()

    def clean(self):
        """The slug makes itself of the headline: only where that is there is an empty one a thing to mend."""
        cleaned = super().clean()
        if cleaned.get("headline") and not cleaned.get("slug") and "slug" not in self.errors:
            self.add_error("slug", "Give the story a slug: the last part of its address, such as ferry-sails-again.")
        return cleaned

    def clean_slug(self):
        """Addresses are in small letters, so that one typed from paper is right."""
        return self.cleaned_data["slug"].lower()

    def clean_headline(self):
        """One line, whatever was pasted."""
        return " ".join(self.cleaned_data["headline"].split())


class RowForm(forms.ModelForm):
    """A row of the story's screen, whose choice is told what its row holds already."""

    choice = ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.choice in self.fields and self.instance.pk:
            widget = self.fields[self.choice].widget
            getattr(widget, "widget", widget).known = getattr(self.instance, self.choice)


class BylineForm(RowForm):
    choice = "author"

    class Meta:
        model = Byline
        fields = ["author", "position"]
        widgets = {"position": forms.HiddenInput(attrs={"class": "position"})}


class RelatedLinkForm(RowForm):
    """A related link; what was copied from another page says what is known and amiss of it."""

    choice = "target"

    class Meta:
        model = RelatedLink
        fields = ["target", "url", "headline", "teaser", "position"]
        widgets = {
            "position": forms.HiddenInput(attrs={"class": "position"}),
            "teaser": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.dateline:
            self.fields["headline"].help_text = f"Copied from a page, where it is dated from {self.instance.dateline}."
        if self.instance.teaser_is_cut:
            self.fields["teaser"].help_text = "Cut short where it was copied: finish it, or choose the story above."
