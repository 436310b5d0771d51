"""The publish screen: what readers see, what they would, what stands in the way; then, and only here, it is done."""

from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles import guards, mirror, roles, workflow
from articles.admin.mending import told
from articles.admin.screens import StoryViews, form_of, to_form
from articles.admin.standing import Standing, standing
from articles.admin.when import LATER, NOW, WhenForm
from articles.models import Article, Edition, Revision
from articles.photos.moments import in_words
from articles.problem import Problem
from articles.workflow.intervals import lock

# Where a refusal of the workflow is shown among the fields of the screen.
FIELDS = {"publish_at": "at", "at": "at"} | {name: name for name in ("update_note", "wrong", "right", "expires_at")}


@dataclass(frozen=True)
class Check:
    """The publish check of a revision for a moment: what stands in the way, and what is worth a look."""

    at: datetime
    blockers: list[SafeString]
    warnings: list[SafeString]
    lasting: bool


def check(article: Article, revision: Revision | None, at: datetime) -> Check:
    """The check, each sentence with its links. `lasting`: what is in the way does not pass with time alone."""
    if revision is None:
        return Check(at, ["The story was never saved."], [], lasting=True)
    form = form_of(article)
    found = _blockers(article, revision, at)
    advice = guards.advice(revision, at)
    lasting = bool(found) and bool(_blockers(article, revision, _passed(article, revision, at)))
    return Check(at, told(found, form, article.pk), told(advice, form, article.pk), lasting)


def _blockers(article: Article, revision: Revision, at: datetime) -> list[Problem]:
    return [*guards.barriers(article, at), *guards.problems(revision, at)]


def _passed(article: Article, revision: Revision, at: datetime) -> datetime:
    """When all that ends by itself has: the embargo, and the time before a picture's right begins."""
    begins = revision.photo_uses.values_list("photo__rights_from", flat=True)
    return max([at, article.embargo_until or at, *(one for one in begins if one)])


def seen_revision(article: Article, seen: str) -> str:
    """Why the page that was open is not what would be published, in a sentence; "" if it is."""
    latest = article.revisions.select_related("created_by").first()
    if latest is None or seen == str(latest.number):
        return ""
    by = f" by {latest.created_by}" if latest.created_by else ""
    return f"Revision {latest.number} was saved{by} since you opened this page. Look again before you publish it."


def add_refusal(form: forms.Form, refusal: workflow.NotPossible) -> list[Problem]:
    """Put what was refused by the fields it belongs to; the others, which the check tells."""
    rest = []
    for problem in refusal.problems:
        field = FIELDS.get(problem.field)
        if field in form.fields:
            form.add_error(field, problem.text)
        else:
            rest.append(problem)
    return rest


class PublishForm(WhenForm):
    update_note = forms.CharField(
        required=False,
        max_length=300,
        label="Update note",
        help_text="What is new, as readers are told, such as: with the minister’s answer. Empty: nothing is told.",
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, is_live: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not is_live:
            del self.fields["update_note"]


class PublishViews(StoryViews):
    """The screen, for those who publish."""

    def views(self):
        return {"publish": self.publish}

    def publish(self, request, pk) -> HttpResponse:
        article = self.story(request, pk, roles.may_publish(request.user))
        now = standing(article)
        form = PublishForm(request.POST or None, initial=_initial(request, article, now), is_live=bool(now.live))
        others: list[Problem] = []
        if request.method == "POST" and form.is_valid():
            try:
                edition = _publish(article, form, request.user)
            except workflow.NotPossible as refusal:
                others = add_refusal(form, refusal)
            else:
                _tell(request, edition)
                return to_form(article)
        return self._ask(request, article, form, others)

    def _ask(self, request, article: Article, form: PublishForm, others: list[Problem]) -> HttpResponse:
        """The screen as things stand at this moment, checked for the time that was chosen."""
        now = standing(article)
        at = _chosen(form) or timezone.now()
        checked = check(article, now.latest, at)
        known = {str(problem) for problem in _blockers(article, now.latest, at)} if now.latest else set()
        first = now.live.first_published_at if now.live else at
        context = {
            "form": form,
            "standing": now,
            "check": checked,
            "others": told([one for one in others if str(one) not in known], form_of(article), article.pk),
            "address": workflow.address(first, now.latest.content["slug"]) if now.latest else "",
            "seen": now.latest.number if now.latest else "",
            "staying": staying(now.latest) if now.latest else "",
        }
        return self.show(request, "publish", "Publish", article, context)


def _initial(request, article: Article, now: Standing) -> dict:
    """Now; to change what is scheduled, its time and its note; where now is too early, the first time that is not."""
    ahead, at = now.ahead, timezone.now()
    if request.GET.get("when") == LATER:
        return {"when": LATER, "at": ahead and ahead.live_from, "update_note": ahead.update_note if ahead else ""}
    passed = _passed(article, now.latest, at) if now.latest else at
    if passed > at and not _blockers(article, now.latest, passed):
        return {"when": LATER, "at": passed}
    return {"when": NOW}


def _chosen(form: PublishForm) -> datetime | None:
    if not form.is_bound:
        return form.initial.get("at")
    return form.cleaned_data.get("at") if form.is_later else None


@transaction.atomic
def _publish(article: Article, form: PublishForm, by) -> Edition:
    """Publish what was looked at, and nothing that was saved since."""
    lock(article)
    if since := seen_revision(article, form.cleaned_data["seen"]):
        raise workflow.NotPossible(workflow.Problem("seen", since))
    note = form.cleaned_data.get("update_note", "")
    if form.moment:
        return workflow.schedule(article, form.moment, by, note)
    return workflow.publish(article, by, note)


def _tell(request, edition: Edition) -> None:
    number = edition.revision.number
    if edition.live_from > timezone.now():
        done = f"Readers will see revision {number} from {in_words(edition.live_from, request.user.time_zone)}."
    else:
        sentence = 'Readers now see revision {} at <a href="{}" data-fresh>{}</a>.'
        done = format_html(sentence, number, edition.path, edition.path)
    messages.success(request, format_html("{} {}", done, staying(edition.revision)))


def staying(revision: Revision) -> str:
    """How many of its pictures feeds and search engines do not get, in a sentence; "" for none."""
    number = mirror.staying(revision).count()
    if not number:
        return ""
    if number == 1:
        return "One of its pictures may not be syndicated: feeds and search engines do not get it."
    return f"{number} of its pictures may not be syndicated: feeds and search engines do not get them."
