"""The steps of a story, as the buttons of its form take them: each after what was typed is saved."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from articles import roles, workflow
from articles.admin.joining import join
from articles.admin.mending import refused
from articles.admin.screens import StoryViews, screen_of, to_form
from articles.models import Article, Note, Thread
from articles.photos.chooser import numbers
from newsroom.accounts.recorded import log_changes

TO_SCREENS = {"_to_publish": "publish", "_to_correct": "correct"}  # buttons that save, then lead on
KEPT = "typed_note"


@dataclass(frozen=True)
class Steps:
    """What the form shows of a story's way: who has it, what may be done by whom, the thread of notes."""

    article: Article
    notes: list[Note]
    colleagues: list
    may_edit: bool
    may_submit: bool
    may_take_back: bool
    may_return: bool
    may_approve: bool
    may_assign: bool
    typed: str
    chosen: str

    STAGES = Article.Stage.choices


def steps(request, article: Article | None) -> Steps | None:
    """For a story that was saved: two queries, the thread and, for those who hand on, the colleagues."""
    if article is None or not article.pk:
        return None
    user, stage, Stage = request.user, article.stage, Article.Stage
    edits_all, may_edit = roles.edits_all(user), roles.may_edit(user, article)
    own = stage == Stage.REVIEW and not edits_all and user.has_perm("articles.change_article")
    return Steps(
        article,
        notes=list(article.notes.select_related("by", "to")),
        colleagues=list(_colleagues()) if edits_all else [],
        may_edit=may_edit,
        may_submit=stage == Stage.DRAFT and may_edit,
        may_take_back=own and roles.is_own(user, article),
        may_return=edits_all and stage != Stage.DRAFT,
        may_approve=edits_all and stage != Stage.READY,
        may_assign=edits_all,
        typed=_typed(request, article),
        chosen=request.POST.get("to", ""),
    )


def _colleagues() -> QuerySet:
    """Those to whom a story may be given."""
    return get_user_model().objects.with_perm("articles.change_article").order_by("first_name", "last_name", "username")


def _typed(request, article: Article) -> str:
    """The note that stands in its field: of a form that was refused, or left from before."""
    if request.method == "POST":
        return request.POST.get("note", "")
    pk, note = request.session.get(KEPT, (0, ""))
    if pk != article.pk:
        return ""
    del request.session[KEPT]
    return note


def keep_note(request, article: Article) -> None:
    """Have the typed note ready for its field, when the story's form is shown next."""
    if note := request.POST.get("note", "").strip():
        request.session[KEPT] = (article.pk, note)


def _submit(request, article: Article, note: str) -> str:
    workflow.submit(article, request.user, note)
    return "The story is with the editors. You can take it back until they have decided."


def _take_back(request, article: Article, note: str) -> str:
    workflow.take_back(article, request.user, note)
    return "The story is a draft again, and yours to change."


def _send_back(request, article: Article, note: str) -> str:
    to = workflow.send_back(article, note, request.user).to
    return f"The story is returned to {to}." if to else "The story is a draft again."


def _approve(request, article: Article, note: str) -> str:
    workflow.approve(article, request.user, note)
    return "The story is ready to be published."


def _assign(request, article: Article, note: str) -> str:
    to = get_user_model().objects.filter(pk__in=numbers([request.POST.get("to", "")])).first()
    if to is None:
        raise workflow.NotPossible(workflow.Problem("to", "Choose the colleague to whom you give the story."))
    workflow.assign(article, to, request.user, note)
    return f"{to} has the story now."


def _take(request, article: Article, note: str) -> str:
    workflow.assign(article, request.user, request.user, note)
    return "You have the story now."


def _comment(request, article: Article, note: str) -> str:
    workflow.comment(article, note, request.user)
    return "Your note stands with the story."


def _cancel_schedule(request, article: Article, note: str) -> str:
    if not workflow.cancel_schedule(article, by=request.user):
        return "Nothing was scheduled any more."
    if not workflow.live_edition(article):
        return "What was scheduled is cancelled; readers see nothing of the story."
    return "What was scheduled is cancelled; readers go on seeing what they see now."


def _cancel_withdrawal(request, article: Article, note: str) -> str:
    if not workflow.cancel_withdrawal(article, by=request.user):
        return "No withdrawal was scheduled any more."
    if not workflow.live_edition(article):
        return "The withdrawal is cancelled."
    return "The withdrawal is cancelled; readers go on seeing the story."


def _join(request, article: Article, note: str) -> str:
    thread = get_object_or_404(Thread, pk__in=numbers([request.POST["_join"]]))
    if made := join(article, thread, request.user):
        log_changes(request.user, [article], f"{made.why}.")
    return f"The story is part of “{thread}”. Readers see that once it is published."


STEPS: dict[str, Callable] = {
    "_submit": _submit,
    "_take_back": _take_back,
    "_return": _send_back,
    "_approve": _approve,
    "_assign": _assign,
    "_take": _take,
    "_comment": _comment,
    "_join": _join,
    "_cancel_schedule": _cancel_schedule,
    "_cancel_withdrawal": _cancel_withdrawal,
}
WITHOUT_NOTE = {"_join", "_cancel_schedule", "_cancel_withdrawal"}


def after_save(request, article: Article) -> HttpResponseRedirect | None:
    """Do what the pressed button asked for besides saving; None where it asked for nothing more."""
    if screen := next((TO_SCREENS[name] for name in TO_SCREENS if name in request.POST), None):
        if not roles.may_publish(request.user):
            raise PermissionDenied
        keep_note(request, article)
        return HttpResponseRedirect(screen_of(screen, article))
    name = next((name for name in STEPS if name in request.POST), None)
    if name is None:
        keep_note(request, article)
        return None
    take(request, article, name)
    return to_form(article)


def take(request, article: Article, name: str) -> None:
    """Take the step and say so, or say what stands in the way; a note that was not used stays."""
    try:
        messages.success(request, STEPS[name](request, article, request.POST.get("note", "")))
        if name in WITHOUT_NOTE:
            keep_note(request, article)
    except workflow.NotPossible as refusal:
        keep_note(request, article)
        messages.error(request, refused(refusal))


class StepViews(StoryViews):
    """The steps that one takes without saving: of a story that one may see and not change, or from a list."""

    def views(self):
        return {"step": self.step}

    @method_decorator(require_POST)
    def step(self, request, pk) -> HttpResponse:
        article = self.story(request, pk)
        name = next((name for name in STEPS if name in request.POST), None)
        if name:
            take(request, article, name)
        if day := request.POST.get("calendar"):
            return HttpResponseRedirect(f"{reverse('admin:articles_article_calendar')}?{urlencode({'from': day})}")
        return to_form(article)
