"""The stories' list: what stands in it, and how a page of it is fetched in the same few queries at any number."""

from functools import cached_property

from django.contrib import admin
from django.contrib.admin.views.main import ORDER_VAR, ChangeList
from django.contrib.auth import get_user_model
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Subquery
from django.template.defaultfilters import truncatechars
from django.utils import timezone
from django.utils.html import format_html

from articles import search
from articles.admin import saved_filters
from articles.admin.story_filters import (
    AuthorFilter,
    DateFilter,
    PhotoFilter,
    ReadersStateFilter,
    SectionFilter,
    StageFilter,
    ThreadFilter,
    author_field,
)
from articles.models import Article, Byline, Edition, Revision, Withdrawal
from articles.photos.moments import in_words

MOST_COUNTED = 10_000
NOTED = 110  # characters of the standfirst


class BoundedPaginator(Paginator):
    """Counts no further than MOST_COUNTED: nobody turns that many pages, and counting costs more than the page."""

    @cached_property
    def count(self) -> int:
        return min(self._counted, MOST_COUNTED)

    @cached_property
    def _counted(self) -> int:
        return self.object_list.order_by().values("pk")[: MOST_COUNTED + 1].count()

    @property
    def has_more(self) -> bool:
        """Whether there are more than are counted."""
        return self._counted > MOST_COUNTED


class StoryList(ChangeList):
    """A page of the list: an index names its stories, then the rows of these are read, without their texts."""

    def get_results(self, request):
        super().get_results(request)
        keys = self._keys()
        found = for_list(Article.objects.filter(pk__in=keys)).in_bulk()
        self.result_list = [found[key] for key in keys if key in found]
        people = get_user_model().objects.in_bulk({story.changed_by for story in self.result_list})
        for story in self.result_list:
            story.last_hand = people.get(story.changed_by)

    def _keys(self) -> list[int]:
        """The numbers of the page's stories, in order."""
        if not self._is_by_relevance:
            return list(self.result_list.values_list("pk", flat=True))
        size = self.list_max_show_all if self.show_all and self.can_show_all else self.list_per_page
        start = (self.page_num - 1) * size
        first = search.matching(self.queryset, self.query, only_headline=True)
        others = self.queryset.exclude(pk__in=first.order_by().values("pk"))
        return _slice(first, others, start, start + size)

    @property
    def _is_by_relevance(self) -> bool:
        """Whether those with all that is searched in their headline come first: unless another order was asked for."""
        return bool(self.query.strip()) and ORDER_VAR not in self.params

    @property
    def counted(self) -> str:
        """How many stories there are, in words."""
        if self.paginator.has_more:
            return f"More than {MOST_COUNTED:,} stories"
        return "1 story" if self.result_count == 1 else f"{self.result_count:,} stories"


def _slice(first: QuerySet, others: QuerySet, start: int, stop: int) -> list[int]:
    """What stands from `start` to `stop` in the one after the other. Sorting both together would read all of both."""
    keys = list(first.values_list("pk", flat=True)[start:stop])
    if len(keys) == stop - start:
        return keys
    before = start + len(keys) if keys else first.order_by().count()
    return keys + list(others.values_list("pk", flat=True)[max(start - before, 0) : stop - before])


def for_list(stories: QuerySet) -> QuerySet:
    """With what a line of the list says."""
    now = timezone.now()
    own = Edition.objects.filter(article=OuterRef("pk"))
    gone = Withdrawal.objects.filter(article=OuterRef("pk")).order_by()
    latest = Revision.objects.filter(article=OuterRef("pk")).order_by("-number")
    return (
        stories.select_related("section", "holder")
        .defer("body")
        .annotate(
            is_live=Exists(own.live(now)),
            is_scheduled=Exists(own.filter(live_from__gt=now)),
            is_withdrawn=Exists(gone.done(now)),
            is_killed=Exists(gone.in_force()),
            changed_by=Subquery(latest.values("created_by")[:1]),
        )
        .prefetch_related(Prefetch("bylines", Byline.objects.select_related("author")))
    )


class StoryListMixin:
    """The list's part of the stories' admin."""

    list_display = ["story", "section", "written_by", "how_far", "readers_state", "changed"]
    list_display_links = ["story"]
    list_filter = [
        ReadersStateFilter,
        StageFilter,
        ("section", SectionFilter),
        "kind",
        ThreadFilter,
        AuthorFilter,
        DateFilter,
        PhotoFilter,
    ]
    list_per_page = 50
    list_max_show_all = 200
    sortable_by = ["changed"]
    search_fields = ["headline"]  # what is searched is `articles.search`'s to say; without any there is no search box
    search_help_text = (
        "Headlines, standfirsts, texts and slugs. All words must be there; “quotation marks” keep them together."
    )
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    paginator = BoundedPaginator

    def get_changelist(self, request, **kwargs):
        return StoryList

    def changelist_view(self, request, extra_context=None):
        """With the scripts by which an author is found, and the reader's own saved filters."""
        media = self.media + author_field(self.admin_site).widget.media
        own = {"media": media} | saved_filters.context(request)
        return super().changelist_view(request, own | (extra_context or {}))

    def get_search_results(self, request, queryset, search_term):
        """Those that match; the list itself sets those in whose headline it stands before the others."""
        return search.matching(queryset, search_term), False

    @admin.display(description="story")
    def story(self, article):
        """The headline, and under it the kind where it is not plain news, and how the story begins."""
        kind = "" if article.kind == Article.Kind.NEWS else f"{article.get_kind_display()}. "
        note = kind + (truncatechars(article.standfirst, NOTED) or article.slug)
        return format_html('{}<span class="story-note">{}</span>', article.headline, note)

    @admin.display(description="by")
    def written_by(self, article):
        return ", ".join(byline.author.name for byline in article.bylines.all())

    @admin.display(description="stage", empty_value="")
    def how_far(self, article):
        """The stage, and who has the story; nothing of one that nobody is working on."""
        if article.stage == Article.Stage.DRAFT and not article.holder:
            return ""
        holder = format_html('<span class="story-note">with {}</span>', article.holder) if article.holder else ""
        return format_html("{}{}", article.get_stage_display(), holder)

    @admin.display(description="readers see")
    def readers_state(self, article):
        if article.is_live:
            return "live; an update is scheduled" if article.is_scheduled else "live"
        if article.is_killed:
            return "killed"
        state = "withdrawn" if article.is_withdrawn else "nothing yet"
        return f"{state}; scheduled" if article.is_scheduled else state

    @admin.display(description="last changed", ordering="updated_at")
    def changed(self, article):
        """When, and by whom; nobody where a command did it."""
        by = format_html('<span class="story-note">by {}</span>', article.last_hand) if article.last_hand else ""
        return format_html("{}{}", in_words(article.updated_at), by)
