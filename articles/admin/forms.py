"""The forms of the story's screen."""

from django import forms
from django.conf import settings

from articles.models import Article, Byline, RelatedLink
from articles.photos.chooser import PhotoField


class ArticleForm(forms.ModelForm):
    """The story, with its language chosen by name and its lead picture by sight."""

    lead_photo = PhotoField(label="Photo", required=False)
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

    def clean_headline(self):
        """One line, whatever was pasted."""
        return " ".join(self.cleaned_data["headline"].split())


class BylineForm(forms.ModelForm):
    class Meta:
        model = Byline
        fields = ["author", "position"]
        widgets = {"position": forms.HiddenInput(attrs={"class": "position"})}


class RelatedLinkForm(forms.ModelForm):
    class Meta:
        model = RelatedLink
        fields = ["target", "url", "headline", "teaser", "position"]
        widgets = {
            "position": forms.HiddenInput(attrs={"class": "position"}),
            "teaser": forms.Textarea(attrs={"rows": 2}),
        }
