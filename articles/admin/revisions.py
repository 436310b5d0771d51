"""The revisions of a story: which of them readers see, what differs between two, and restoring one."""

from dataclasses import dataclass, field

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods, require_safe

from articles import body as story_body
from articles import mirror, related, roles, workflow
from articles.admin.screens import StoryViews, to_form
from articles.admin.standing import Standing, standing
from articles.comparison import Names, Part, compared
from articles.models import Article, Author, Edition, Revision, Section, Thread, Topic
from articles.photos.models import Photo
from articles.restoring import FIELDS, restorable, restore

A_PAGE = 50
BESIDE_THE_FORM = 5


@dataclass
class Listed:
    """A revision with the editions that show it, by what they are to readers now."""

    revision: Revision
    seen: list[Edition] = field(default_factory=list)
    ahead: list[Edition] = field(default_factory=list)
    live: Edition | None = None


def listed(revisions: list[Revision]) -> list[Listed]:
    """The revisions with their editions, in one query."""
    now, lines = timezone.now(), {revision.pk: Listed(revision) for revision in revisions}
    shown = Edition.objects.filter(revision__in=lines).only("revision_id", "live_from", "live_until")
    for edition in shown.order_by("live_from"):
        line = lines[edition.revision_id]
        if edition.live_until <= now:
            line.seen.append(edition)
        elif edition.live_from > now:
            line.ahead.append(edition)
        else:
            line.live = edition
    return list(lines.values())


def newest(article: Article | None) -> list[Listed]:
    """The last revisions, as they stand beside the form: two queries."""
    return listed(list(_revisions(article)[:BESIDE_THE_FORM])) if article and article.pk else []


class PairForm(forms.Form):
    """The two revisions to compare, as the address has them; none: what readers see, and the newest."""

    before = forms.IntegerField(min_value=1, required=False)
    after = forms.IntegerField(min_value=1, required=False)


class RevisionViews(StoryViews):
    """The screens: to see for those who may see the story, to restore for those who may change it."""

    def views(self):
        return {"revisions": self.revisions, "changes": self.changes, "restore": self.restore}

    @method_decorator(require_safe)
    def revisions(self, request, pk) -> HttpResponse:
        article = self.story(request, pk)
        page = Paginator(_revisions(article), A_PAGE).get_page(request.GET.get("page"))
        context = {"page": page, "lines": listed(list(page)), "may_edit": roles.may_edit(request.user, article)}
        return self.show(request, "revisions", "Revisions", article, context)

    @method_decorator(require_safe)
    def changes(self, request, pk) -> HttpResponse:
        article = self.story(request, pk)
        now = standing(article)
        before, after = _pair(request, article, now)
        parts = parts_of(before.content, after.content, request.user) if before and after else []
        context = {"standing": now, "before": before, "after": after, "parts": parts}
        context |= {
            "is_side_by_side": request.GET.get("as") == "side",
            "may_edit": roles.may_edit(request.user, article),
        }
        return self.show(request, "changes", "What changed", article, context)

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def restore(self, request, pk) -> HttpResponse:
        article = self.story_to_change(request, pk)
        revision, latest = _numbered(article, request.GET.get("revision")), article.latest_revision()
        if request.method == "POST" and self._restored(request, article, revision):
            return to_form(article)
        coming = restorable(article, revision.content)
        parts = parts_of(latest.content, coming.content, request.user)
        context = {"revision": revision, "latest": latest, "losses": coming.losses, "parts": parts}
        context["ticked"] = request.POST.getlist("field")
        return self.show(request, "restore", f"Restore revision {revision.number}", article, context)

    def _restored(self, request, article: Article, revision: Revision) -> bool:
        """Restore what was ticked, or say why not; never over what was saved since the screen was looked at."""
        fields = ticked(request)
        if not fields:
            return False
        with transaction.atomic():
            Article.objects.select_for_update().get(pk=article.pk)
            if request.POST.get("latest") != str(article.latest_revision().number):
                messages.error(request, "The story was saved meanwhile, so nothing is restored yet. Look once more.")
                return False
            made = restore(article, revision, fields, by=request.user)
            workflow.take(article, request.user)
        if made:
            self.model_admin.log_change(request, article, made.why)
            messages.success(request, f"Restored from revision {revision.number}; this is revision {made.number}.")
        else:
            messages.info(request, "The story was so already, so nothing changed.")
        return True


def ticked(request) -> list[str]:
    """The parts that are ticked; where none is, that is said."""
    fields = [name for name in request.POST.getlist("field") if name in FIELDS]
    if not fields:
        messages.error(request, "Nothing is ticked. Tick what to restore.")
    return fields


def _revisions(article: Article):
    return article.revisions.defer("content").select_related("created_by")


def _pair(request, article: Article, now: Standing) -> tuple[Revision | None, Revision | None]:
    """The two that are asked for; else what readers see and the newest, where they differ."""
    asked = PairForm(request.GET)
    if not asked.is_valid():
        raise Http404
    numbers = asked.cleaned_data["before"], asked.cleaned_data["after"]
    if any(numbers):
        return tuple(_numbered(article, number) for number in numbers)
    return (now.live.revision, now.latest) if now.has_changes else (None, None)


def _numbered(article: Article, number) -> Revision:
    """The story's revision of that number; Http404 where there is none."""
    try:
        return article.revisions.select_related("created_by").get(number=number)
    except (Revision.DoesNotExist, ValueError, TypeError):
        raise Http404 from None


def parts_of(before: dict, after: dict, user) -> list[Part]:
    """What differs between two contents, with the names of what they refer to."""
    return compared(before, after, names_in((before, after), user))


def names_in(contents: tuple[dict, ...], user) -> Names:
    """What all that the contents refer to is called; of stories, those that the person may refer to."""
    stories = set().union(*(_stories(content) for content in contents))
    choosable = roles.choosable_by(user, Article.objects.filter(pk__in=stories).defer("body"))
    return Names(
        section=_names(Section, {content["section"] for content in contents} - {None}),
        thread=_names(Thread, {content["thread"] for content in contents} - {None}),
        topic=_names(Topic, {pk for content in contents for pk in content["topics"]}),
        author=_names(Author, {pk for content in contents for pk in content["authors"]}),
        story={story.pk: str(story) for story in choosable},
        photo=Photo.objects.in_bulk({use.photo for content in contents for use in mirror.photo_uses(content)}),
    )


def _stories(content: dict) -> set[int]:
    return related.referred_articles(content, story_body.parse(content["body"]))


def _names(model: type, ids: set[int]) -> dict[int, str]:
    return {one.pk: str(one) for one in model.objects.filter(pk__in=ids)} if ids else {}
