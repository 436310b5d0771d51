"""Follow-ups: offered on the desk and on the older story's form, accepted or declined with a click, and ended."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from articles import roles, workflow
from articles.admin.screens import StoryViews, to_form
from articles.follow_ups import Offer, offers
from articles.models import Article, FollowUp
from articles.photos.chooser import numbers


@dataclass(frozen=True)
class OfStory:
    """What the form of the older story shows."""

    offers: list[Offer]
    accepted: list[FollowUp]

    def __bool__(self):
        return bool(self.offers or self.accepted)


def of(user, article: Article | None) -> OfStory | None:
    """What is offered to the story, and what was accepted; for who publishes, in two queries."""
    if not (article and article.pk and roles.may_publish(user)):
        return None
    accepted = FollowUp.objects.shown().filter(article=article).select_related("newer", "decided_by")
    return OfStory(offers(timezone.now(), article), list(accepted.defer("newer__body")))


class FollowUpViews(StoryViews):
    """What the buttons do; `workflow` asks who may."""

    def views(self):
        return {"follow_up": self.decide}

    @method_decorator(require_POST)
    def decide(self, request, pk) -> HttpResponse:
        """Accept, decline or end the follow-up by the story that is named, and go back to the button's page."""
        article = self.story(request, pk, roles.may_publish(request.user))
        choice, _, number = request.POST.get("follow_up", "").partition(" ")
        if choice not in CHOICES:
            return HttpResponseBadRequest("There is no such way to decide on a follow-up.")
        newer = get_object_or_404(Article, pk__in=numbers([number]))
        try:
            messages.success(request, CHOICES[choice](article, newer, request.user))
        except workflow.NotPossible as refusal:
            messages.error(request, f"Nothing was changed. {refusal}")
        return (
            HttpResponseRedirect(f"{reverse('admin:index')}#desk-follow-ups") if "desk" in request.POST else to_form(pk)
        )


def _accept(article: Article, newer: Article, by) -> str:
    workflow.accept_follow_up(article, newer, by)
    return f"Readers of “{article}” now see above its text: “Newer: {newer}”."


def _decline(article: Article, newer: Article, by) -> str:
    workflow.decline_follow_up(article, newer, by)
    return f"“{newer}” is offered to “{article}” no more."


def _end(article: Article, newer: Article, by) -> str:
    shown = FollowUp.objects.shown().filter(article=article, newer=newer).first()
    if shown is None or not workflow.end_follow_up(shown, by):
        raise workflow.NotPossible(workflow.Problem("", "Readers are told of it no more already."))
    return f"Readers of “{article}” are told of “{newer}” no more."


CHOICES = {"accept": _accept, "decline": _decline, "end": _end}
