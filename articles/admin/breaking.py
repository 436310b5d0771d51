"""The breaking-news line: set, and ended, on one screen."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods

from articles import workflow
from articles.admin.front_screens import require_arranging, show
from articles.models import BreakingLine
from articles.models.breaking_line import LASTS
from articles.photos.chooser import numbers
from articles.photos.moment_field import MomentField


def in_two_hours():
    return timezone.now() + LASTS


class StoryChoice(AutocompleteSelect):
    """Django's own asks the database for whatever was sent; this one for numbers alone."""

    def optgroups(self, name, value, attr=None):
        return super().optgroups(name, [str(number) for number in numbers(value)], attr)


class BreakingForm(forms.ModelForm):
    """One sentence over every page, until its end."""

    ends_at = MomentField(label="Until", initial=in_two_hours)

    class Meta:
        model = BreakingLine
        fields = ["text", "article", "ends_at"]
        widgets = {"text": forms.TextInput({"size": 90})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        article = self.fields["article"]
        article.widget = StoryChoice(BreakingLine._meta.get_field("article"), admin.site)
        article.widget.choices = article.choices
        article.help_text = "Where the line leads, as soon as readers see that story. Optional."


class BreakingViews:
    """The screen, for those who may arrange fronts."""

    def __init__(self, model_admin):
        self.model_admin = model_admin

    def urls(self) -> list:
        door = self.model_admin.admin_site.admin_view
        return [path("breaking/", door(self.breaking), name="articles_front_breaking")]

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def breaking(self, request) -> HttpResponse:
        require_arranging(request)
        form = BreakingForm(request.POST or None)
        if "end" in request.POST:
            ended = workflow.end_breaking(request.user)
            messages.success(request, "The line has ended." if ended else "No line was running any more.")
            return HttpResponseRedirect(reverse("admin:articles_front_breaking"))
        if request.method == "POST" and form.is_valid() and self._is_set(request, form):
            messages.success(request, "The line stands over every page.")
            return HttpResponseRedirect(reverse("admin:articles_front_breaking"))
        running = BreakingLine.objects.running().select_related("made_by", "article").first()
        context = {"form": form, "breaking": running, "media": self.model_admin.media + form.media}
        return show(self.model_admin, request, "breaking", "Breaking news", context)

    def _is_set(self, request, form: BreakingForm) -> bool:
        answers = form.cleaned_data
        try:
            workflow.break_news(answers["text"], answers["ends_at"], request.user, answers["article"])
        except workflow.NotPossible as refused:
            for problem in refused.problems:
                form.add_error(problem.field or None, problem.text)
        return form.is_valid()
