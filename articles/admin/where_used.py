"""Where a photo is used: on its page the first few of each kind, on a page of its own all of them, and how many."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, F, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe

from articles import mirror, roles
from articles.models import Article, Edition, PhotoUse, Words
from articles.photos.models import Photo
from articles.sponsors.models import Placement

FEW, MANY = 5, 50
KINDS = {
    "live": "In live stories",
    "scheduled": "Scheduled",
    "working": "Working copies",
    "advertisements": "Advertisements",
    "past": "In earlier editions",
}
EDITIONS = ("live", "scheduled", "past")


@dataclass
class Place:
    """A story or an advertisement that has the photo, and the words it has there."""

    name: str
    address: str
    edition: Edition | None = None
    article: int | None = None
    revision: int | None = None
    advertisement: Placement | None = None
    uses: tuple[PhotoUse, ...] = ()
    words: tuple[Words, ...] = ()

    @property
    def has_own(self) -> bool:
        return any(words.is_own for words in self.words)


@dataclass
class Group:
    """The places of one kind: some of them, and how many there are."""

    kind: str
    places: list[Place]
    count: int

    @property
    def title(self) -> str:
        return KINDS[self.kind]

    @property
    def more(self) -> int:
        return self.count - len(self.places)


def _few(rows: QuerySet) -> QuerySet:
    return rows.annotate(in_all=Window(Count("pk")))[:FEW]


class WhereUsed:
    """The uses of one photo, by the mirror alone, as `user` may know of them."""

    def __init__(self, photo: Photo, user):
        self.photo, self.user, self.now = photo, user, timezone.now()

    @cached_property
    def groups(self) -> list[Group]:
        """The first few of each kind and their number, in as many queries for one use as for a thousand."""
        editions = self._few_editions()
        rows = {kind: [edition for edition in editions if edition.kind_of_use == kind] for kind in EDITIONS}
        rows |= {kind: list(_few(self.rows(kind))) for kind in ("working", "advertisements")}
        found = [self._group(kind, rows[kind]) for kind in KINDS if rows[kind]]
        self.add_words(place for group in found for place in group.places)
        for group in found:
            self.veil(group.kind, group.places)
        return found

    def _few_editions(self) -> list[Edition]:
        kind = Case(
            When(live_from__gt=self.now, then=Value("scheduled")),
            When(live_until__lte=self.now, then=Value("past")),
            default=Value("live"),
        )
        newest = [F("live_from").desc(), F("pk").desc()]
        numbered = mirror.editions_with(self.photo).annotate(
            kind_of_use=kind,
            place=Window(RowNumber(), partition_by=kind, order_by=newest),
            in_all=Window(Count("pk"), partition_by=kind),
        )
        return list(numbered.filter(place__lte=FEW).order_by("place"))

    def _group(self, kind: str, rows: list) -> Group:
        return Group(kind, [self._place(kind, row) for row in rows], rows[0].in_all)

    def page(self, kind: str, number: str) -> Page:
        """A page of one kind, with the words of the uses on it."""
        page = Paginator(self.rows(kind), MANY).get_page(number)
        page.object_list = [self._place(kind, row) for row in page.object_list]
        self.add_words(page.object_list)
        self.veil(kind, page.object_list)
        return page

    def rows(self, kind: str) -> QuerySet:
        """Everything of one kind, in its order."""
        if kind == "working":
            return mirror.working_copies(self.photo).only("headline").order_by("-updated_at", "-pk")
        if kind == "advertisements":
            return Placement.objects.not_over(self.now).filter(picture=self.photo).order_by("starts_at", "pk")
        editions = mirror.editions_with(self.photo)
        by_kind = {
            "live": editions.live(self.now),
            "scheduled": editions.filter(live_from__gt=self.now),
            "past": editions.filter(live_until__lte=self.now),
        }
        return by_kind[kind].order_by("-live_from", "-pk")

    def _place(self, kind: str, row) -> Place:
        if kind == "advertisements":
            return Place(str(row), reverse("admin:sponsors_placement_change", args=[row.pk]), advertisement=row)
        if kind == "working":
            return Place(row.headline, story_address(row.pk), article=row.pk)
        return Place(row.headline, story_address(row.article_id), row, article=row.article_id, revision=row.revision_id)

    def add_words(self, places: Iterable[Place]) -> None:
        """Give each place its uses' words. What was kept in the working copy is kept in what readers see, too."""
        places = list(places)
        stories = {place.article for place in places if place.article}
        newest = mirror.in_working_copies().filter(photo=self.photo, revision__article__in=stories)
        working: dict[int, list[PhotoUse]] = {}
        for use in newest.select_related("revision").defer("revision__content").order_by("position"):
            working.setdefault(use.revision.article_id, []).append(use)
        shown: dict[int, list[PhotoUse]] = {}
        revisions = {place.revision for place in places if place.revision}
        for use in PhotoUse.objects.filter(photo=self.photo, revision__in=revisions).order_by("position"):
            shown.setdefault(use.revision_id, []).append(use)
        for place in places:
            own = working.get(place.article, [])
            place.uses = tuple(shown.get(place.revision, []) if place.revision else own)
            place.words = tuple(self._words(place.uses, own))

    def veil(self, kind: str, places: list[Place]) -> None:
        """Tell of the stories that the user may not see only what readers know."""
        if roles.sees_all(self.user):
            return
        stories = Article.objects.filter(pk__in={place.article for place in places if place.article})
        seen = set(roles.visible_to(self.user, stories).values_list("pk", flat=True))
        for place in places:
            if place.article and place.article not in seen:
                place.address, place.words, place.uses = "", (), ()
                place.name = place.name if kind in ("live", "past") else "A story of a colleague’s"

    def _words(self, uses: Iterable[PhotoUse], working: list[PhotoUse]) -> list[Words]:
        kept = {(words.field, words.own): words for use in working for words in self._of(use)}
        found = [words for use in uses for words in self._of(use)]
        return list(dict.fromkeys(_kept(words, kept.get((words.field, words.own))) for words in found))

    def _of(self, use: PhotoUse) -> list[Words]:
        use.photo = self.photo
        return use.words


def _kept(words: Words, in_working_copy: Words | None) -> Words:
    return replace(words, written_from=in_working_copy.written_from) if in_working_copy else words


def permissions(user) -> dict:
    """What somebody may do about the uses of a photo: change words in a story, replace it in what readers see."""
    may_change = user.has_perm("articles.change_article")
    return {"may_change_stories": may_change, "may_replace": roles.edits_all(user) and roles.may_publish(user)}


def story_address(pk: int) -> str:
    return reverse("admin:articles_article_change", args=[pk])


def in_short(photo: Photo) -> str:
    """How many stories and advertisements have the photo, in words; "" for none."""
    counts = {
        ("story", "stories"): PhotoUse.objects.filter(photo=photo).values("revision__article").distinct().count(),
        ("advertisement", "advertisements"): photo.placements.count(),
        ("picture for which it stands in", "pictures for which it stands in"): photo.replaces.count(),
    }
    return " and ".join(f"{count} {names[count > 1]}" for names, count in counts.items() if count)


class WhereUsedViews:
    """The page with all uses, under the permissions of the library's own screen."""

    def __init__(self, model_admin):
        self.model_admin = model_admin

    def urls(self) -> list:
        view = self.model_admin.admin_site.admin_view(self.uses)
        return [path("<int:pk>/uses/", view, name="photos_photo_uses")]

    @method_decorator(require_safe)
    def uses(self, request, pk):
        """All uses: some of each kind, or page by page those of one `kind`."""
        photo = get_object_or_404(Photo, pk=pk)
        if not self.model_admin.has_view_or_change_permission(request, photo):
            raise PermissionDenied
        kind = request.GET.get("kind")
        used = WhereUsed(photo, request.user)
        context = self.model_admin.admin_site.each_context(request) | {
            "title": f"Where photo {pk} is used",
            "opts": self.model_admin.opts,
            "photo": photo,
            "used": used,
            "kind": kind if kind in KINDS else "",
            "kind_title": KINDS.get(kind),
            "page": used.page(kind, request.GET.get("page", "1")) if kind in KINDS else None,
            **permissions(request.user),
        }
        return render(request, "admin/photos/photo/uses.html", context)


def overriding(photo: Photo, field: str) -> int:
    """How many stories have a use with its own words in this field, in work, live or scheduled."""
    uses = mirror.current(photo, timezone.now()).exclude(**{field: ""})
    return uses.aggregate(stories=Count("revision__article", distinct=True))["stories"]
