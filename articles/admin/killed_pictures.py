"""The desk's panel of killed pictures: whose stories carried them, and which hold them still."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from articles import mirror, roles
from articles.models import Article, Edition, Revision
from articles.photos.models import Kill

RECENT = timedelta(days=14)
MOST_KILLS, MOST_NAMED = 20, 6  # shown of the kills, and of the stories or pages of each


@dataclass(frozen=True)
class Named:
    """A story or page with its title; `is_own` where it is a story that the person saved or published."""

    title: str
    article: int | None = None
    address: str = ""
    is_own: bool = False


@dataclass
class Notice:
    """One kill as the desk tells of it: own stories first, and no more than one can take in."""

    kill: Kill
    holding: list[Named] = field(default_factory=list)
    stood_on: list[Named] = field(default_factory=list)

    @property
    def first_holding(self) -> list[Named]:
        return self.holding[:MOST_NAMED]

    @property
    def more_holding(self) -> int:
        return max(0, len(self.holding) - MOST_NAMED)

    @property
    def first_stood_on(self) -> list[Named]:
        return self.stood_on[:MOST_NAMED]

    @property
    def more_stood_on(self) -> int:
        return max(0, len(self.stood_on) - MOST_NAMED)


def panel(user) -> dict:
    """What the desk shows: the kills that concern the stories now; nothing for who sees no stories."""
    if not (user.has_perm("articles.view_article") or user.has_perm("articles.change_article")):
        return {}
    found = notices(user)
    return {"notices": found[:MOST_KILLS], "is_cut": len(found) > MOST_KILLS}


def notices(user) -> list[Notice]:
    """The kills in force that are recent, or whose photo a working copy holds, the newest first; in three queries."""
    since = timezone.now() - RECENT
    held = mirror.in_working_copies().filter(photo=OuterRef("photo"))
    concerning = Kill.objects.in_force().filter(Q(at__gt=since) | Exists(held)).select_related("photo", "by")
    kills = list(concerning[: MOST_KILLS + 1])
    if not kills:
        return []
    holding = _holding([kill.photo_id for kill in kills], user)
    recent = {kill.pk: kill.places if kill.at > since else [] for kill in kills}
    own = _own(user, holding, recent)
    return [
        Notice(
            kill,
            _own_first([Named(title, pk, is_own=pk in own) for pk, title in holding[kill.photo_id].items()]),
            _own_first([_named(place, own) for place in recent[kill.pk]]),
        )
        for kill in kills
    ]


def _holding(photos: list[int], user) -> dict[int, dict[int, str]]:
    """Of each photo the stories whose working copy has it, as far as the person may see them: ids and headlines."""
    found = defaultdict(dict)
    rows = mirror.in_working_copies().filter(photo__in=photos).order_by("-revision__article")
    if not roles.sees_all(user):
        rows = rows.filter(revision__article__in=roles.visible_to(user, Article.objects.all()).values("pk"))
    for photo, article, headline in rows.values_list("photo", "revision__article", "revision__article__headline"):
        found[photo][article] = headline
    return found


def _own(user, holding: dict[int, dict[int, str]], recent: dict[int, list[dict]]) -> set[int]:
    """Those of all these stories that the person saved or published."""
    named = {pk for stories in holding.values() for pk in stories}
    named |= {place["article"] for places in recent.values() for place in places if "article" in place}
    saved = Revision.objects.filter(article=OuterRef("pk"), created_by=user)
    published = Edition.objects.filter(article=OuterRef("pk"), published_by=user)
    stories = Article.objects.filter(Exists(saved) | Exists(published), pk__in=named)
    return set(stories.order_by().values_list("pk", flat=True))


def _named(place: dict, own: set[int]) -> Named:
    return Named(place["title"], place.get("article"), place["address"], place.get("article") in own)


def _own_first(named: list[Named]) -> list[Named]:
    return sorted(named, key=lambda one: not one.is_own)
