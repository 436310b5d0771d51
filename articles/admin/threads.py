"""A running story's screen: what it is called, and its stories in order, with what readers see of each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db import models
from django.db.models import Q
from django.utils import timezone

from articles import roles, threads
from articles.admin.paper import PageAdmin
from articles.admin.screens import form_of
from articles.models import Article, Edition, Thread

MOST = 100  # stories that the screen names; the stories' list has all


@dataclass(frozen=True)
class Line:
    """A story with its state for readers; `note` says what differs from it in the working copy."""

    headline: str
    state: str
    words: str
    at: datetime | None = None
    address: str = ""
    note: str = ""


def lines(thread: Thread, user, at: datetime) -> list[Line]:
    """The newest MOST that readers see at `at`, oldest first, then those to come; of others', what readers know."""
    editions = Edition.objects.not_over(at).filter(thread=thread).order_by("-first_published_at", "-pk")[: 2 * MOST]
    live = [edition for edition in editions if edition.live_from <= at][:MOST]
    shown = {edition.article_id for edition in live}
    ahead = {edition.article_id: edition for edition in editions if edition.article_id not in shown}
    stories = Article.objects.filter(Q(thread=thread) | Q(pk__in=shown)).only("headline", "thread", "stage")
    working = {story.pk: story for story in roles.visible_to(user, stories).order_by("-updated_at")[: 2 * MOST]}
    told = [_live(edition, thread, working.get(edition.article_id)) for edition in sorted(live, key=threads.place)]
    return told + list(_to_come(thread, [working[pk] for pk in working if pk not in shown], ahead, at))


def _live(edition: Edition, thread: Thread, story: Article | None) -> Line:
    note = "Taken out; readers see that once the change is published." if story and story.thread_id != thread.pk else ""
    address = form_of(story) if story else ""
    return Line(edition.headline, "live", "Live", edition.first_published_at, address, note)


def _to_come(thread: Thread, stories: list[Article], ahead: dict[int, Edition], at: datetime) -> Iterator[Line]:
    elsewhere = set(Edition.objects.live(at).filter(article__in=stories).values_list("article", flat=True))
    for story in stories:
        if story.pk in ahead:
            yield Line(story.headline, "scheduled", "Scheduled", ahead[story.pk].live_from, form_of(story))
        elif story.pk in elsewhere:
            note = "Put in; readers see that once the change is published."
            yield Line(story.headline, "draft", "Not yet", None, form_of(story), note)
        else:
            yield Line(story.headline, "draft", story.get_stage_display(), None, form_of(story))


@admin.register(Thread)
class ThreadAdmin(PageAdmin):
    fields = ["name", "slug", "standfirst"]
    list_display = ["name", "stories_live", "slug"]
    search_fields = ["name"]
    formfield_overrides = {models.TextField: {"widget": AdminTextareaWidget({"rows": 3})}}
    change_form_template = "admin/articles/thread/change_form.html"

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(in_all=threads.count(timezone.now()))

    @admin.display(description="stories that readers see", ordering="in_all")
    def stories_live(self, thread):
        return thread.in_all or 0

    def get_view_on_site_url(self, obj=None):
        """Its page, which is there as soon as readers see a story of it."""
        return obj.get_absolute_url() if obj and obj.in_all else None

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["lines"] = lines(obj, request.user, timezone.now()) if obj else []
        return super().render_change_form(request, context, add, change, form_url, obj)
