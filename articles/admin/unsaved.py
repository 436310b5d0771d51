"""The screen on which somebody takes what they typed and did not save, whatever kept them from it.

It is brought together with what the story has now; where both changed the same, each such dispute is asked.
"""

from dataclasses import dataclass, replace
from functools import cached_property

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods

from articles import body as story_body
from articles import restoring, snapshots, workflow
from articles.admin.autosaves import EMPTY, allowed, unfit
from articles.admin.revisions import names_in, parts_of, ticked
from articles.admin.screens import StoryViews, to_form
from articles.admin.steps import KEPT
from articles.comparison import TITLES, Part, told
from articles.merging import Dispute, Merged, merged
from articles.models import Article, Autosave
from articles.photos.moments import in_words
from articles.words_compared import ADDED, REMOVED, SAME, Run, compare

MINE, THEIRS, BOTH, OWN = "mine", "theirs", "both", "own"
WORDS = {"headline", "standfirst", "dateline", "slug"}  # fields that are words, which can be written anew


@dataclass(frozen=True)
class Question:
    """A dispute as it is asked, with what was answered: a choice, or words of one's own."""

    dispute: Dispute
    runs: list[Run]
    choice: str
    own: str

    @property
    def title(self) -> str:
        return TITLES[self.dispute.field]

    @property
    def mine(self) -> list[Run]:
        """My words, those that only I have marked as put in."""
        return [run for run in self.runs if run.kind != REMOVED]

    @property
    def theirs(self) -> list[Run]:
        return [replace(run, kind=ADDED if run.kind == REMOVED else SAME) for run in self.runs if run.kind != ADDED]

    @property
    def is_text(self) -> bool:
        """Whether it is about paragraphs, whose markup is written anew with them."""
        blocks = self.dispute.mine + self.dispute.theirs if self.dispute.field == "body" else [None]
        return all(isinstance(block, story_body.Text) for block in blocks)

    @property
    def may_write(self) -> bool:
        return self.dispute.field in WORDS or self.is_text

    @property
    def versions(self) -> list[tuple[str, str]]:
        """What stands to be chosen, as the field for own words would have it."""
        ways = [MINE, THEIRS, BOTH] if self.dispute.has_both else [MINE, THEIRS]
        return [(way, _written(getattr(self.dispute, way))) for way in ways] if self.may_write else []

    @property
    def answer(self):
        """What the story gets."""
        if self.choice != OWN:
            return getattr(self.dispute, self.choice or MINE)
        own = self.own.strip()
        return story_body.parse(story_body.sanitise(own)) if self.dispute.field == "body" else " ".join(own.split())


def _written(value) -> str:
    """A side of a dispute as it would be written anew; "" for what cannot."""
    if isinstance(value, list) and all(isinstance(block, story_body.Text) for block in value):
        return "\n".join(map(story_body.to_html, value))
    return value if isinstance(value, str) else ""


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
    def questions(self) -> list[Question]:
        disputes = self.merged.disputes
        names = names_in((self.now, self.row.content), self.request.user)
        return [self._question(dispute, names) for dispute in disputes]

    def _question(self, dispute: Dispute, names) -> Question:
        mine, theirs = (told(dispute.field, value, names) for value in (dispute.mine, dispute.theirs))
        data = self.request.POST
        choice = data.get(f"choice-{dispute.key}", "")
        is_known = choice in {MINE, THEIRS, OWN} or (choice == BOTH and dispute.has_both)
        own = data.get(f"own-{dispute.key}", _written(dispute.mine))
        own = story_body.sanitise(own) if dispute.field == "body" else own
        return Question(dispute, compare(theirs, mine), choice if is_known else "", own)

    @property
    def content(self) -> dict:
        """As it would be saved."""
        answers = {question.dispute.key: question.answer for question in self.questions}
        return self.merged.content(lambda dispute: answers[dispute.key])

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
        seen = self.request.POST.get("latest", "")
        return not self.questions or (
            seen == str(self.latest.number) and all(question.choice for question in self.questions)
        )

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
        article = allowed(self, request, row.article_id)
        if "_drop" in request.POST:
            row.delete()
            messages.success(request, "What was typed and not saved is dropped.")
            return to_form(article) if article else HttpResponseRedirect(reverse("admin:articles_article_add"))
        with transaction.atomic():
            if article:
                Article.objects.select_for_update().get(pk=article.pk)
            taking = Taking(request, row, article)
            if taking.fields and not taking.is_answered:
                text = "The story was saved again meanwhile. Nothing is saved yet: look at what is asked now."
                messages.warning(request, text)
            elif taking.fields and not taking.amiss:
                return to_form(self._take(taking))
        context = {"row": row, "taking": taking, "questions": taking.questions, "parts": taking.parts}
        context |= {"ticked": taking.fields, "losses": taking.losses}
        return self.show(request, "unsaved", "What you typed and did not save", article, context)

    def _take(self, taking: Taking) -> Article:
        """Take these parts; what is left of it stays on offer."""
        row, user = taking.row, taking.request.user
        article = row.article or self._begun(taking)
        why = f"Typed until {in_words(row.at)}, and not saved then"
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
            Autosave.objects.filter(pk=row.pk).update(article=article)
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
