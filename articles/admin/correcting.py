"""The screen on which a live story is corrected, with the corrections that it has."""

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.utils import timezone

from articles import roles, workflow
from articles.admin.mending import told
from articles.admin.publishing import add_refusal, check, seen_revision
from articles.admin.screens import StoryViews, form_of, to_form
from articles.admin.standing import Standing, standing
from articles.models import Article, Correction
from articles.photos.chooser import numbers
from articles.workflow.intervals import lock

WITH, WITHOUT = "with", "without"
AREA = forms.Textarea(attrs={"rows": 3})


class CorrectForm(forms.Form):
    """What readers are told; where the story was changed since they got it, whether they get that too."""

    wrong = forms.CharField(label="What was wrong", max_length=1000, widget=AREA)
    right = forms.CharField(label="What is right", max_length=1000, widget=AREA)
    place = forms.ChoiceField(
        label="Where it stands", choices=Correction.Place, widget=forms.RadioSelect, initial=Correction.Place.TOP
    )
    changes = forms.ChoiceField(
        label="The changes since",
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether readers get the changes too."},
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    anew = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, now: Standing, **kwargs):
        super().__init__(*args, **kwargs)
        if not now.has_changes:
            del self.fields["changes"]
            return
        number = now.latest.number
        self.fields["changes"].choices = [
            (WITH, f"Publish the changes since (revision {number}) too"),
            (WITHOUT, "Leave the text as readers see it"),
        ]

    @property
    def with_changes(self) -> bool:
        return self["changes"].value() == WITH if "changes" in self.fields else False


class CorrectViews(StoryViews):
    """The screen, for those who publish."""

    def views(self):
        return {"correct": self.correct}

    def correct(self, request, pk) -> HttpResponse:
        article = self.story(request, pk, roles.may_publish(request.user))
        now = standing(article)
        asked = request.POST if request.method == "POST" else request.GET
        earlier = article.corrections.filter(pk__in=numbers([asked.get("anew", "")])).first()
        initial = _said(earlier) if earlier else {}
        form = CorrectForm(request.POST or None, initial=initial, now=now)
        others = []
        if request.method == "POST" and form.is_valid():
            try:
                _correct(article, form, request.user)
            except workflow.NotPossible as refusal:
                others = told(add_refusal(form, refusal), form_of(article), article.pk)
            else:
                messages.success(request, "Readers are told of the correction now.")
                return to_form(article)
        context = {
            "form": form,
            "standing": now,
            "others": others,
            "earlier": earlier,
            "check": check(article, now.latest, timezone.now()) if now.live else None,
            "corrections": article.corrections.select_related("by", "replaces", "said_anew"),
        }
        return self.show(request, "correct", "Correct the story", article, context)


def _said(earlier: Correction) -> dict:
    """What is to be said anew, as the form takes it."""
    return {"anew": earlier.pk, "wrong": earlier.wrong, "right": earlier.right, "place": earlier.place}


@transaction.atomic
def _correct(article: Article, form: CorrectForm, by) -> Correction:
    """Publish the changes only if they are those that were looked at."""
    lock(article)
    given = form.cleaned_data
    if form.with_changes and (since := seen_revision(article, given["seen"])):
        raise workflow.NotPossible(workflow.Problem("seen", since))
    replaces = article.corrections.filter(pk=given["anew"]).first() if given["anew"] else None
    if given["anew"] and replaces is None:
        raise workflow.NotPossible(workflow.Problem("anew", "There is no such correction of this story to say anew."))
    return workflow.correct(
        article, given["wrong"], given["right"], by, given["place"], form.with_changes, replaces=replaces
    )
