"""The front's own words and picture for a story that is pinned there, and until when it is."""

from datetime import datetime

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods

from articles.admin.front_rows import names_of
from articles.admin.front_screens import FrontViews, screen_of, to_arranging
from articles.admin.front_steps import Desk, Unclear, dress
from articles.fronts.arranging import pin_of
from articles.fronts.slots import HEADLINE, KICKER, LONGEST
from articles.photos.chooser import PhotoField, refusal
from articles.photos.moment_field import MomentField


class WordsForm(forms.Form):
    """What the front says of the story; nothing where the story's own is shown."""

    headline = forms.CharField(
        max_length=HEADLINE,
        required=False,
        widget=forms.TextInput({"size": 80}),
        help_text="Empty: the story's own headline, as it is at each moment.",
    )
    kicker = forms.CharField(max_length=KICKER, required=False, help_text="Empty: the story's section.")
    photo = PhotoField(required=False, label="Picture", help_text="Empty: the story's own lead picture.")
    until = MomentField(label="Pinned until")

    def __init__(self, *args, begins: datetime, **kwargs):
        """`begins`: when the front is to begin."""
        super().__init__(*args, **kwargs)
        self.begins = begins

    def clean_photo(self):
        photo = self.cleaned_data["photo"]
        if photo and (why := refusal(photo, held={self.initial.get("photo")})):
            raise forms.ValidationError(why)
        return photo

    def clean_until(self):
        until = self.cleaned_data["until"]
        if until <= self.begins:
            raise forms.ValidationError("That is over before the front begins. Give a later end.")
        if until > self.begins + LONGEST:
            raise forms.ValidationError(f"A story is pinned for {LONGEST.days} days at most. Give an earlier end.")
        return until


class WordsViews(FrontViews):
    """The screen, from a row of the front's own."""

    def views(self):
        return {"words": ("words/<int:article>/", self.words)}

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def words(self, request, article: int, slug: str | None = None) -> HttpResponse:
        section = self.section(request, slug)
        desk = Desk.of(section, request.user)
        found = pin_of(desk.content, article)
        if found is None:
            messages.error(request, "That story is not pinned here any more.")
            return to_arranging(section)
        form = WordsForm(request.POST or None, initial=vars(found[1]), begins=desk.begins or desk.at)
        if request.method == "POST" and form.is_valid():
            photo = form.cleaned_data["photo"]
            values = form.cleaned_data | {"photo": photo and photo.pk}
            try:
                messages.info(request, dress(section, request.user, article, **values))
            except Unclear as unclear:
                messages.error(request, str(unclear))
            return to_arranging(section)
        stories, _ = names_of(request.user, desk.content)
        context = {"form": form, "section": section, "story": stories.get(article, "")}
        context |= {"media": self.model_admin.media + form.media, "back": screen_of("arrange", section)}
        return self.show(request, "words", "Words for the front", context)
