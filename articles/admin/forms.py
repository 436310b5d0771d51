"""The forms of the story's screen."""

from django import forms
from django.conf import settings
from django.contrib.admin.widgets import AdminURLFieldWidget
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from articles import body as story_body
from articles import mirror, workflow
from articles.admin.joining import hint
from articles.admin.lengths import counted
from articles.models import Article, Byline, RelatedLink
from articles.photos.chooser import PhotoChooser, PhotoField, refusal
from articles.photos.models import Photo
from articles.photos.moment_field import MomentField
from articles.workflow.intervals import require_ahead


class ArticleForm(forms.ModelForm):
    """The story, with its language chosen by name and its lead picture by sight, and its embargo.

    `user` is who fills it in, as the story's screen tells it.
    """

    user = None

    lead_photo = PhotoField(label="Photo", required=False, widget=PhotoChooser({"data-alt-field": "id_lead_alt"}))
    embargo = MomentField(
        label="Embargo until", required=False, help_text="Until then nobody can publish the story, whoever decides."
    )
    why = forms.CharField(
        required=False, max_length=200, help_text="What you changed, or why; colleagues find it with the revision."
    )
    language = forms.ChoiceField(choices=lambda: sorted(settings.LANGUAGES, key=lambda language: language[1]))

    class Meta:
        model = Article
        fields = [
            "headline", "standfirst", "body", "section", "kind", "advertiser", "thread", "topics", "dateline",
            "language", "slug", "lead_photo", "lead_caption", "lead_alt",
        ]  # fmt: skip
        widgets = {
            "headline": forms.Textarea(counted("headline", rows=2, maxlength=200)),
            "standfirst": forms.Textarea(counted("standfirst", rows=3)),
            "lead_caption": forms.Textarea(attrs={"rows": 2}),
            "lead_alt": forms.Textarea(counted("lead_alt", rows=2)),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "language" in self.fields and not self.instance.pk:
            self.initial.setdefault("language", settings.LANGUAGE_CODE)
        if "embargo" in self.fields:
            self.initial.setdefault("embargo", self.instance.embargo_until)
        if "thread" in self.fields and (offer := hint(self.instance)):
            self.fields["thread"].help_text = offer
        if "slug" in self.fields:
            self.fields["slug"].required = False  # asked for in clean()
            if self._has_proposed_slug():
                self.fields["slug"].widget.attrs["data-follows"] = "headline"

    def _has_proposed_slug(self) -> bool:
        """Whether the slug goes on following the headline: nobody wrote it otherwise, and readers never saw it."""
        story = self.instance
        return bool(story.pk) and story.slug == slugify(story.headline)[:100] and not story.editions.exists()

    def clean(self):
        """The slug makes itself of the headline: only where that is there is an empty one a thing to mend."""
        cleaned = super().clean()
        if cleaned.get("headline") and not cleaned.get("slug") and "slug" not in self.errors:
            self.add_error("slug", "Give the story a slug: the last part of its address, such as ferry-sails-again.")
        self._refuse_barred_photos(cleaned)
        return cleaned

    def _refuse_barred_photos(self, cleaned: dict) -> None:
        """A picture that may not run is not taken anew; one that the story has already blocks its publication only."""
        lead, body = cleaned.get("lead_photo"), cleaned.get("body") or ""
        chosen = {use.photo for use in story_body.photo_uses(story_body.parse(body))}
        held = self._held(chosen | {lead.pk} if lead else chosen)
        if lead and (problem := refusal(lead, held)):
            self.add_error("lead_photo", f"{problem} Choose another.")
        for photo in Photo.objects.filter(pk__in=chosen - held).order_by("pk"):
            if problem := refusal(photo):
                self.add_error("body", f"{problem} Take it out of the text, or choose another.")

    def clean_embargo(self):
        """Nothing is saved with an embargo that will be refused: it is tried, and undone."""
        until = self.cleaned_data["embargo"]
        if not self.moves_embargo(until):
            return self.instance.embargo_until
        try:
            self._try_embargo(until)
        except workflow.NotPossible as refusal:
            raise forms.ValidationError([str(problem) for problem in refusal.problems]) from None
        except PermissionDenied:
            text = "Only who publishes may lift an embargo or bring it forward. Leave it as it was, or ask an editor."
            raise forms.ValidationError(text) from None
        return until

    def moves_embargo(self, until) -> bool:
        """Whether another moment is given; the field knows no seconds."""
        before = self.instance.embargo_until
        return until != (before and before.replace(second=0, microsecond=0)) and until != before

    def _try_embargo(self, until) -> None:
        if not self.instance.pk:
            require_ahead(until, timezone.now(), "embargo_until")
            return
        story = Article.objects.get(pk=self.instance.pk)
        with transaction.atomic():
            workflow.set_embargo(story, until, by=self.user)
            transaction.set_rollback(True)

    def _held(self, chosen: set[int]) -> set[int]:
        """Those that stand in the story as it is stored, or in whose number of uses it is counted."""
        if not chosen or not self.instance.pk:
            return set()
        stored = {use.photo for use in story_body.photo_uses(story_body.parse(self.instance.body))}
        return stored | {self.instance.lead_photo_id} | mirror.counted(self.instance.pk)

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
            "url": AdminURLFieldWidget(attrs={"placeholder": "https://"}),
            "teaser": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args, **kwargs):
        known_as = getattr(kwargs.get("instance"), "target_known_as", None)
        if known_as:
            kwargs["instance"].target.known_as = known_as
        super().__init__(*args, **kwargs)
        if self.instance.dateline:
            self.fields["headline"].help_text = f"Copied from a page, where it is dated from {self.instance.dateline}."
        if self.instance.teaser_is_cut:
            self.fields["teaser"].help_text = "Cut short where it was copied: finish it, or choose the story above."
