"""Several stories at once: a page that says what will happen, and nothing before its button is pressed.

The page carries the stories and a digest of what it said. If one of them stands otherwise when the button is
pressed, nothing is done, and the page says it anew. It is done with all of them or with none.
"""

import hashlib
from dataclasses import dataclass
from functools import cached_property

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from articles import mirror, roles, workflow
from articles.admin.bulk_actions import ACTIONS, BulkAction, Chosen
from articles.admin.taking_away import pointing
from articles.models import Article, Edition
from articles.photos.chooser import numbers
from newsroom.accounts.recorded import log_changes

MOST = 200  # stories at once
LIST = "admin:articles_article_changelist"
CHANGED = "Something has changed since this page was made. Nothing is done yet; look again at what will happen."


@dataclass(frozen=True)
class Line:
    """What will happen to one story, or why it cannot be done with it."""

    article: Article
    happens: str
    obstacle: str


@dataclass(frozen=True)
class Plan:
    """What an action will do with some stories, in the order in which they were selected, as things stand now."""

    action: BulkAction
    keys: list[int]
    user: object

    @cached_property
    def lines(self) -> list[Line]:
        now = timezone.now()
        editions = Edition.objects.not_over(now).filter(article__in=self.keys).order_by("-live_from")
        live = {edition.article_id: edition for edition in editions if edition.live_from <= now}
        ahead = {edition.article_id: edition for edition in editions if edition.live_from > now}
        newest = dict(mirror.newest_revisions(self.keys).values_list("article", "pk"))
        visible = roles.visible_to(
            self.user, Article.objects.select_related("section", "thread", "holder").defer("body")
        )
        found = visible.in_bulk(self.keys)
        known = [key for key in self.keys if key in found]
        return [self._line(Chosen(found[key], live.get(key), ahead.get(key), newest.get(key))) for key in known]

    def _line(self, chosen: Chosen) -> Line:
        may = self.action.may(self.user, chosen.article)
        obstacle = self.action.obstacle(chosen) if may else "This story is not yours to change."
        return Line(chosen.article, "" if obstacle else self.action.happens(chosen), obstacle)

    @property
    def possible(self) -> list[Line]:
        return [line for line in self.lines if not line.obstacle]

    @property
    def impossible(self) -> list[Line]:
        return [line for line in self.lines if line.obstacle]

    @property
    def digest(self) -> str:
        """Of what the page says that will be done; another one means that it says something else now."""
        said = [(line.article.pk, str(line.article), line.happens) for line in self.possible]
        return hashlib.sha256(repr(said).encode()).hexdigest()

    @property
    def number(self) -> str:
        return _stories(len(self.possible))


def _stories(number: int) -> str:
    return "1 story" if number == 1 else f"{number:,} stories"


class BulkViews:
    """The page, and what the list's actions answer."""

    def __init__(self, model_admin):
        self.model_admin = model_admin

    def urls(self) -> list:
        view = self.model_admin.admin_site.admin_view(self.act)
        return [path("bulk/<slug:name>/", view, name="articles_article_bulk")]

    def ask(self, request, action: BulkAction, stories: QuerySet) -> HttpResponse:
        """Say what will happen to `stories`."""
        keys = list(stories.values_list("pk", flat=True)[: MOST + 1])
        if len(keys) > MOST:
            text = (
                f"More than {MOST} stories are selected, and at most {MOST} are changed at once. Narrow the list first."
            )
            messages.error(request, text)
            return HttpResponseRedirect(request.get_full_path())
        return self._page(request, Plan(action, keys, request.user), action.form())

    @method_decorator(require_POST)
    def act(self, request, name: str):
        """Do what the page said, or say it anew."""
        action = ACTIONS.get(name)
        if action is None:
            raise Http404
        if not action.is_offered(request.user):
            raise PermissionDenied
        keys = list(dict.fromkeys(numbers(request.POST.get("stories", "").split(",", MOST))))
        form = action.form(request.POST)
        if not form.is_valid():
            return self._page(request, Plan(action, keys, request.user), form)
        return self._do(request, action, keys, form)

    def _do(self, request, action: BulkAction, keys: list[int], form) -> HttpResponse:
        with transaction.atomic():
            stories = list(Article.objects.select_for_update().filter(pk__in=keys).order_by("pk"))
            plan = Plan(action, keys, request.user)
            if not stories or plan.impossible or request.POST.get("told") != plan.digest:
                messages.warning(request, CHANGED)
                return self._page(request, plan, form)
            changed, refused = _each(action, stories, form.cleaned_data, request.user)
            if refused:
                transaction.set_rollback(True)
        if refused:
            return self._page(request, Plan(action, keys, request.user), form, refused)
        messages.success(request, action.done(_stories(len(changed)), form.cleaned_data))
        return HttpResponseRedirect(reverse(LIST))

    def _page(self, request, plan: Plan, form, refused: list | None = None) -> HttpResponse:
        action = plan.action
        context = self.model_admin.admin_site.each_context(request) | {
            "title": f"{action.title} {plan.number}" if plan.possible else action.title,
            "opts": self.model_admin.opts,
            "action": action,
            "plan": plan,
            "form": form,
            "keys": ",".join(str(line.article.pk) for line in plan.possible),
            "refused": refused,
        }
        if action.takes_away and plan.possible:
            context |= pointing(*(line.article for line in plan.possible))
        return render(request, "admin/articles/article/bulk.html", context)


def _each(action: BulkAction, stories: list[Article], values: dict, by) -> tuple[list, list]:
    """Do it with each: those that it changed, and those that refused, each with why."""
    changed, refused = [], []
    for article in stories:
        try:
            with transaction.atomic():
                if action.do(article, values, by):
                    changed.append(article)
        except workflow.NotPossible as refusal:
            refused.append((article, refusal.problems))
    if changed:
        log_changes(by, changed, f"{action.title}: together with other stories.")
    return changed, refused


def actions(user) -> dict:
    """For Django's list of actions: those that are offered to this user."""
    return {name: (_asking(action), name, action.label) for name, action in ACTIONS.items() if action.is_offered(user)}


def _asking(action: BulkAction):
    return lambda model_admin, request, stories: BulkViews(model_admin).ask(request, action, stories)
