"""Running stories as readers see them at a moment: which have a page, and how each developed around a story of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Window

from articles.models import Article, Edition, StoryLink, Thread
from articles.models.json_rows import JSONRows, moment_of

WHOLE = 7  # a timeline of so many stories stands whole beside each of them
AROUND = 2  # of a longer one: what came just before the story and just after, besides the beginning and the newest
COLUMNS = ("article_id", "path", "headline", "kind", "language", "first_published_at")
PARTS = ("beginning", "before", "after", "newest")


@dataclass(frozen=True)
class Entry:
    """A story in a timeline; `follows_gap` where some are left out before it."""

    edition: Edition
    is_current: bool = False
    follows_gap: bool = False


@dataclass(frozen=True)
class Timeline:
    """How a running story developed, oldest first, as it stands beside one of its stories; `in_all` has as many."""

    thread: Thread
    entries: list[Entry]
    in_all: int

    @property
    def articles(self) -> set[int]:
        return {entry.edition.article_id for entry in self.entries}


def place(edition: Edition) -> tuple[datetime, int]:
    """Where a story stands in a timeline: by its first publication, of two at once that which was begun first."""
    return edition.first_published_at, edition.article_id


def shown(threads: QuerySet, at: datetime | None = None) -> QuerySet:
    """Those that have a page at `at` (default: now), since readers see a story of theirs."""
    return threads.filter(Exists(Edition.objects.live(at).filter(thread=OuterRef("pk"))))


def offered(article: Article, at: datetime | None = None) -> Edition | None:
    """The newest live story of a running story to which the working copy refers; None if it is part of one itself."""
    newest = article.revisions.order_by("-number").values("pk")[:1]
    referred = StoryLink.objects.filter(revision__in=newest).order_by().values("target")
    parts = Edition.objects.live(at).filter(article__in=referred, thread__isnull=False)
    return None if article.thread_id else parts.select_related("thread").newest_first().first()


def count(at: datetime) -> Subquery:
    """How many stories of a thread readers see at `at`, as a column of it."""
    own = Edition.objects.live(at).filter(thread=OuterRef("pk")).order_by()
    return Subquery(own.values("thread").values(in_all=Count("pk")))


def with_timeline(editions: QuerySet, at: datetime) -> QuerySet:
    """`editions`, each with what `timeline` needs, at most WHOLE rows of either side however long the story runs."""
    parts = _parts(OuterRef("thread"), OuterRef("article"), OuterRef("first_published_at"), at)
    columns = {f"timeline_{name}": JSONRows(rows) for name, rows in parts.items()}
    return editions.select_related("thread").annotate(**columns)


def give_timeline(edition: Edition, at: datetime) -> None:
    """The same for an edition that is not stored."""
    parts = _parts(edition.thread_id, edition.article_id or 0, edition.first_published_at, at)
    for name, rows in parts.items():
        setattr(edition, f"timeline_{name}", list(rows) if edition.thread_id else [])


def timeline(edition: Edition) -> Timeline | None:
    """How the edition's running story developed, as `with_timeline` found it; None where it has no other story."""
    beginning, before, after, newest = (_editions(getattr(edition, f"timeline_{name}")) for name in PARTS)
    if not newest:
        return None
    in_all = 1 + edition.timeline_newest[0]["others"]
    near = [*before, edition, *after]
    chosen = near if in_all <= WHOLE else [*beginning, *before[-AROUND:], edition, *after[:AROUND], *newest]
    return Timeline(edition.thread, list(_entries(chosen, near, edition)), in_all)


def _entries(chosen: list[Edition], near: list[Edition], current: Edition) -> Iterator[Entry]:
    """Each story once and in its place; `near` are those that are known to follow each other."""
    neighbours = set(pairwise(edition.article_id for edition in near))
    stories = {edition.article_id: edition for edition in chosen}
    before = None
    for edition in sorted(stories.values(), key=place):
        follows_gap = before is not None and (before, edition.article_id) not in neighbours
        yield Entry(edition, edition is current, follows_gap)
        before = edition.article_id


def _parts(thread, article, published, at: datetime) -> dict[str, QuerySet]:
    """Rows of the other stories: the first, those next to it, and the newest, which tells how many there are too."""
    others = Edition.objects.live(at).filter(thread=thread).exclude(article=article)
    earlier = Q(first_published_at__lte=published) & (Q(first_published_at__lt=published) | Q(article__lt=article))
    later = Q(first_published_at__gte=published) & (Q(first_published_at__gt=published) | Q(article__gt=article))
    oldest_first, newest_first = ("first_published_at", "article_id"), ("-first_published_at", "-article_id")
    return {
        "beginning": others.order_by(*oldest_first).values(*COLUMNS)[:1],
        "before": others.filter(earlier).order_by(*newest_first).values(*COLUMNS)[: WHOLE - 1],
        "after": others.filter(later).order_by(*oldest_first).values(*COLUMNS)[: WHOLE - 1],
        "newest": others.order_by(*newest_first).values(*COLUMNS, others=Window(Count("pk")))[:1],
    }


def _editions(rows: list[dict]) -> list[Edition]:
    columns = ({name: row[name] for name in COLUMNS} for row in rows)
    found = [Edition(**row | {"first_published_at": moment_of(row["first_published_at"])}) for row in columns]
    return sorted(found, key=place)
