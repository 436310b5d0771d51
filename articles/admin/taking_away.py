"""Withdrawing, killing, and lifting a kill: what will happen is said first, with all that points to the story."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.utils import timezone

from articles import related, roles, whereabouts, workflow
from articles.admin.publishing import add_refusal
from articles.admin.screens import StoryViews, to_form
from articles.admin.standing import Standing, standing
from articles.admin.when import LATER, NOW, WhenForm
from articles.models import Article
from articles.photos.moments import in_words

AREA = {"rows": 2}


class ReasonForm(forms.Form):
    reason = forms.CharField(
        max_length=2000,
        widget=forms.Textarea(attrs=AREA | {"autofocus": True}),
        help_text="For the record; readers do not see it.",
    )


class NoticeForm(ReasonForm):
    notice = forms.CharField(
        label="What readers are told",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs=AREA),
        help_text="Stands in the story's place. Empty: only that the story was withdrawn.",
    )


class WithdrawForm(NoticeForm, WhenForm):
    field_order = ["reason", "notice", "when", "at"]


class TakingAwayViews(StoryViews):
    """The screens: to withdraw for those who publish, to kill and to lift for those who may kill."""

    def views(self):
        return {"withdraw": self.withdraw, "kill": self.kill, "lift": self.lift}

    def withdraw(self, request, pk) -> HttpResponse:
        article = self.story(request, pk, roles.may_publish(request.user))
        now = standing(article)
        form = WithdrawForm(request.POST or None, initial=_initial(request, now))
        context = {"form": form, "standing": now, "may": bool(now.live or now.ahead)}
        return self._ask(request, article, form, _withdraw, context, "withdraw", "Withdraw the story")

    def kill(self, request, pk) -> HttpResponse:
        article = self.story(request, pk, roles.may_kill(request.user))
        form = NoticeForm(request.POST or None)
        return self._ask(request, article, form, _kill, {"form": form}, "kill", "Kill the story")

    def lift(self, request, pk) -> HttpResponse:
        article = self.story(request, pk, roles.may_kill(request.user))
        form = ReasonForm(request.POST or None)
        return self._ask(request, article, form, _lift, {"form": form}, "lift", "Lift the kill")

    def _ask(self, request, article: Article, form, act, context: dict, name: str, title: str) -> HttpResponse:
        """Do it where a valid form asks for it; else the screen, with what was refused."""
        if request.method == "POST" and form.is_valid():
            try:
                messages.success(request, act(article, form, request.user))
                return to_form(article)
            except workflow.NotPossible as refusal:
                context["others"] = add_refusal(form, refusal)
        return self.show(request, name, title, article, context | pointing(article))


def _initial(request, now: Standing) -> dict:
    """Now; or, to change a withdrawal that is planned, what was said of it."""
    if planned := now.planned:
        return {"when": LATER, "at": planned.at, "reason": planned.reason, "notice": planned.notice}
    return {"when": NOW if now.live else LATER}


def pointing(*articles: Article) -> dict:
    """The live stories and the fronts that lead to them, as the screens list them."""
    now = timezone.now()
    return {"pointing": related.pointing_at(*articles, at=now), "fronts": whereabouts.fronts(articles, now)}


def _withdraw(article: Article, form: WithdrawForm, by) -> str:
    reason, notice = form.cleaned_data["reason"], form.cleaned_data["notice"]
    if form.moment:
        workflow.schedule_withdrawal(article, form.moment, reason, notice, by)
        moment = in_words(form.moment, by.time_zone)
        return f"The story is to be withdrawn on {moment}; its address will say so from then on."
    workflow.withdraw(article, reason, notice, by)
    return "The story is withdrawn; its address now says so."


def _kill(article: Article, form: NoticeForm, by) -> str:
    workflow.kill(article, form.cleaned_data["reason"], by, form.cleaned_data["notice"])
    return "The story is killed: readers see nothing of it, and it cannot be published until the kill is lifted."


def _lift(article: Article, form: ReasonForm, by) -> str:
    workflow.lift(article, form.cleaned_data["reason"], by)
    return "The kill is lifted. Readers see the story again when somebody publishes it."
