"""Publishing from the story's screen: what readers see now, the buttons, and the question before a withdrawal."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from articles import mirror, related, workflow
from articles.admin.mending import advised, refused
from articles.models import Article, Edition, Revision, Withdrawal
from articles.photos.moments import in_words


@dataclass(frozen=True)
class Standing:
    """How the working copy and what readers see stand to each other."""

    live: Edition | None
    ahead: Edition | None
    latest: Revision | None
    withdrawal: Withdrawal | None

    @property
    def has_changes(self) -> bool:
        """Whether the newest revision is not what readers see."""
        return bool(self.live and self.latest and self.live.revision_id != self.latest.pk)


def standing(article: Article | None) -> Standing | None:
    """Where the article stands now; None before its first save."""
    if article is None or not article.pk:
        return None
    live = article.editions.live().select_related("revision").first()
    return Standing(
        live=live,
        ahead=workflow.scheduled(article).select_related("revision").order_by("live_from").first(),
        latest=article.latest_revision(),
        withdrawal=None if live else article.withdrawals.done().first(),
    )


def may_publish(user) -> bool:
    return user.has_perm("articles.publish_article")


def after_save(model_admin, request, article: Article) -> HttpResponseRedirect | None:
    """Do what the pressed button asked for besides saving; None where it asked for nothing more."""
    actions = {"_publish": _publish, "_schedule": _schedule, "_cancel_schedule": _cancel_schedule}
    action = next((actions[name] for name in actions if name in request.POST), None)
    if action is None:
        return None
    if not may_publish(request.user):
        raise PermissionDenied
    change = reverse("admin:articles_article_change", args=[article.pk])
    try:
        action(request, article)
    except workflow.NotPossible as refusal:
        messages.error(request, refused(refusal))
        _point_out(request, article.latest_revision(), timezone.now())
        return with_typed_time(request, HttpResponseRedirect(change))
    return HttpResponseRedirect(change)


def typed_time(request) -> str:
    """The time for publishing that was typed into the form, until it is made use of."""
    return (request.POST or request.GET).get("publish_at", "")


def with_typed_time(request, to_form: HttpResponse) -> HttpResponse:
    """The redirect back to the form, carrying the typed time for its field."""
    if not typed_time(request) or not isinstance(to_form, HttpResponseRedirect):
        return to_form
    joint = "&" if "?" in to_form.url else "?"
    return HttpResponseRedirect(f"{to_form.url}{joint}{urlencode({'publish_at': typed_time(request)})}")


def _publish(request, article: Article) -> None:
    edition = workflow.publish(article, by=request.user)
    sentence = 'Readers now see revision {} at <a href="{}">{}</a>.'
    _tell(request, edition, format_html(sentence, edition.revision.number, edition.path, edition.path))


def _schedule(request, article: Article) -> None:
    edition = workflow.schedule(article, _moment(request.POST.get("publish_at", "")), by=request.user)
    sentence = f"Readers will see revision {edition.revision.number} from {in_words(edition.live_from)}."
    _tell(request, edition, sentence)


def _tell(request, edition: Edition, done: str) -> None:
    """Say what was done, and what a colleague would point out."""
    messages.success(request, format_html("{}{}", done, _staying(edition)))
    _point_out(request, edition.revision, edition.live_from)


def _point_out(request, revision: Revision, at: datetime) -> None:
    if sentences := advised(revision, at):
        messages.warning(request, sentences)


def _staying(edition: Edition) -> str:
    """How many of its pictures feeds and search engines do not get, in a sentence; "" for none."""
    number = mirror.staying(edition.revision).count()
    if not number:
        return ""
    if number == 1:
        return " One of its pictures may not be syndicated: feeds and search engines do not get it."
    return f" {number} of its pictures may not be syndicated: feeds and search engines do not get them."


def _cancel_schedule(request, article: Article) -> None:
    workflow.cancel_schedule(article, by=request.user)
    messages.success(request, "What was scheduled is cancelled; readers go on seeing what they see now.")


def _moment(text: str) -> datetime:
    try:
        naive = datetime.fromisoformat(text)
    except ValueError:
        raise workflow.NotPossible(
            workflow.Problem("publish_at", "Give the day and the time at which the story should appear.")
        ) from None
    return naive if naive.tzinfo else timezone.make_aware(naive)


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 2, "autofocus": True}), help_text="For the record; readers do not see it."
    )
    notice = forms.CharField(
        label="What readers are told",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Stands in the story's place. Empty: only that the story was withdrawn.",
    )


def withdraw_view(request, pk: int):
    """Ask why, then take the story from readers."""
    if not may_publish(request.user):
        raise PermissionDenied
    article = get_object_or_404(Article, pk=pk)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            workflow.withdraw(article, form.cleaned_data["reason"], form.cleaned_data["notice"], by=request.user)
            messages.success(request, "The story is withdrawn; its address now says so.")
        except workflow.NotPossible as refusal:
            messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))
    pointing, looked_through_all = related.pointing_at(article)
    context = admin.site.each_context(request) | {
        "title": "Withdraw the story",
        "article": article,
        "form": form,
        "standing": standing(article),
        "pointing": pointing,
        "looked_through_all": looked_through_all,
        "opts": Article._meta,
    }
    return render(request, "admin/articles/article/withdraw.html", context)
