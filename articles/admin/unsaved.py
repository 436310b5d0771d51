"""The screen on which somebody takes what they typed and did not save, whatever kept them from it.

It is brought together with what the story has now; where both changed the same, each such dispute is asked.
"""

from functools import cached_property

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods

from articles import restoring, roles, snapshots, workflow
from articles.admin.autosaves import EMPTY, allowed, unfit
from articles.admin.disputes import Question, homeless, questions
from articles.admin.revisions import names_in, parts_of, ticked
from articles.admin.screens import StoryViews, to_form
from articles.admin.steps import KEPT
from articles.comparison import TITLES, Part
from articles.merging import Merged, merged
from articles.models import Article, Autosave
from articles.photos.moments import in_words

BUTTONS = {"csrfmiddlewaretoken", "_later", "_keep"}


class Taking:
    """What was typed in one window, beside what the story has now; and what somebody answered, if they did."""

    def __init__(self, request, row: Autosave, article: Article | None):
        self.request, self.row, self.article = request, row, article
        self.latest = article.latest_revision() if article else None
        self.now = snapshots.capture(article) if article else EMPTY

    @cached_property
    def merged(self) -> Merged:
        coming = restoring.restorable(self.article or Article(), self.row.content)
        self.losses = coming.losses
        return merged(self.row.base.content if self.row.base else self.now, coming.content, self.now)

    @cached_property
    def answers(self) -> QueryDict:
        """What was chosen and written: as it is sent, or as it was when the screen was left."""
        return self.request.POST if self.request.method == "POST" else QueryDict(self.row.answers)

    @cached_property
    def questions(self) -> list[Question]:
        names = names_in((self.now, self.row.content), self.request.user)
        return questions(self.merged.disputes, names, self.answers)

    @property
    def homeless(self) -> list[tuple[str, str]]:
        """Words of one's own to what is not asked any more."""
        return homeless(self.questions, self.answers)

    @property
    def ticked(self) -> list[str]:
        return self.answers.getlist("field")

    @property
    def content(self) -> dict:
        """As it would be saved."""
        answers = [(question.dispute, question.answer) for question in self.questions]
        return self.merged.content(lambda dispute: next(answer for one, answer in answers if one is dispute))

    @cached_property
    def parts(self) -> list[Part]:
        """What comes into the story besides what is asked."""
        return parts_of(self.now, self.merged.content(lambda dispute: dispute.theirs), self.request.user)

    @cached_property
    def asked(self) -> set[str]:
        return {question.dispute.field for question in self.questions}

    @cached_property
    def fields(self) -> list[str]:
        """The parts that are taken: those that are ticked, and all about which something was asked."""
        if self.request.method != "POST":
            return []
        chosen = self.request.POST.getlist("field") if self.asked else ticked(self.request)
        return [name for name in TITLES if name in chosen or name in self.asked]

    @property
    def is_answered(self) -> bool:
        """Whether all that is asked was answered, about the story as it is now."""
        if not self.questions:
            return True
        if self.request.POST.get("latest", "") != str(self.latest.number):
            why = "The story was saved again meanwhile."
        elif not all(question.choice for question in self.questions):
            why = "Something is not chosen yet."
        else:
            return True
        messages.warning(self.request, f"{why} Nothing is saved yet: look at what is asked now.")
        return False

    @cached_property
    def amiss(self) -> list[str]:
        return list(unfit(self.content, self.fields))


class UnsavedViews(StoryViews):
    """The screen, for the editor whose words they are, while they may change the story."""

    def urls(self):
        door = self.model_admin.admin_site.admin_view
        return [path("unsaved/<uuid:key>/", door(self.unsaved), name="articles_article_unsaved")]

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def unsaved(self, request, key) -> HttpResponse:
        row = get_object_or_404(
            Autosave.objects.select_related("article", "base"), key=key, editor=request.user, content__isnull=False
        )
        article = self.story(request, row.article_id) if row.article_id else allowed(self, request, None)
        if "_drop" in request.POST:
            row.delete()
            messages.success(request, "What was typed and not saved is dropped.")
            return _to_form(article)
        if request.method != "POST":
            return self._ask(Taking(request, row, article))
        if article:
            roles.require_editing(request.user, article)
        return self._answered(request, row, article)

    def _answered(self, request, row: Autosave, article: Article | None) -> HttpResponse:
        """Take what was chosen; what cannot be taken yet is kept as it was answered, also on the way elsewhere."""
        if "_keep" in request.POST or "_later" in request.POST:
            _keep_answers(row, request.POST)
            return JsonResponse({}) if "_keep" in request.POST else _to_form(article)
        with transaction.atomic():
            if article:
                Article.objects.select_for_update().get(pk=article.pk)
            taking = Taking(request, row, article)
            if taking.fields and taking.is_answered and not taking.amiss:
                return to_form(self._take(taking))
        _keep_answers(row, request.POST)
        return self._ask(taking)

    def _ask(self, taking: Taking) -> HttpResponse:
        article = taking.article
        context = {"row": taking.row, "taking": taking, "questions": taking.questions, "parts": taking.parts}
        context |= {"ticked": taking.ticked, "losses": taking.losses}
        context["may_save"] = article is None or roles.may_edit(taking.request.user, article)
        return self.show(taking.request, "unsaved", "What you typed and did not save", article, context)

    def _take(self, taking: Taking) -> Article:
        """Take these parts; what is left of it stays on offer."""
        row, user = taking.row, taking.request.user
        article = row.article or self._begun(taking)
        why = row.why or f"Typed until {in_words(row.at)}, and not saved then"
        made = restoring.take_over(article, taking.content, taking.fields, user, why)
        workflow.take(article, user)
        if made:
            self.model_admin.log_change(taking.request, article, why)
            messages.success(taking.request, f"Saved as revision {made.number}.")
        else:
            messages.success(taking.request, "The story stays as it was; nothing of what you typed is left to save.")
        if row.note:
            taking.request.session[KEPT] = (article.pk, row.note)
        if {part.field for part in taking.parts} <= set(taking.fields):
            row.delete()
        else:
            rest = {"content": taking.content, "base": article.latest_revision(), "answers": ""}
            Autosave.objects.filter(pk=row.pk).update(article=article, **rest)
        return article

    def _begun(self, taking: Taking) -> Article:
        """The story that was typed and never saved; of the parts that are not taken it has what the form requires."""
        content = taking.row.content
        headline = content["headline"] or "Without a headline"
        slug = content["slug"] or slugify(headline)[:100]
        article = Article(headline=headline, slug=slug, created_by=taking.request.user)
        article.kind, article.language = content["kind"], content["language"]
        article.save()
        self.model_admin.log_addition(taking.request, article, "Typed and not saved")
        return article


def _keep_answers(row: Autosave, data: QueryDict) -> None:
    answers = data.copy()
    for name in BUTTONS & set(answers):
        del answers[name]
    Autosave.objects.filter(pk=row.pk).update(answers=answers.urlencode())


def _to_form(article: Article | None) -> HttpResponse:
    return to_form(article) if article else HttpResponseRedirect(reverse("admin:articles_article_add"))
