"""The library as a grid to look at: what stands under each picture, and how the list is narrowed."""

from dataclasses import dataclass
from functools import cached_property

from django.contrib import admin
from django.contrib.admin.templatetags.admin_list import result_headers
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.contrib.admin.views.main import ChangeList
from django.db.models import F, Q
from django.utils import timezone

from articles.photos.library_dates import DateBar, date_bar
from articles.photos.models import Kill, Photo
from articles.photos.renditions import NATURAL, Rendition, renditions
from articles.photos.right_in_words import OVER, SOON, RightState, state
from articles.photos.rights import SOON as THIRTY_DAYS
from articles.photos.rights import Category
from articles.photos.source_types import GENERATED, SOURCE_TYPES

SHARP = 640  # pixels across: enough for the widest column on a screen of two pixels a point


@dataclass(frozen=True)
class Tile:
    """One photo in the grid."""

    photo: Photo
    address: str
    kill: Kill | None = None

    @cached_property
    def files(self) -> list[Rendition]:
        """The whole picture, narrowest file first; none for a placeholder or a killed photo."""
        if not self.photo.has_files:
            return []
        made = renditions(self.photo, NATURAL, "webp")
        return [rendition for rendition in made if rendition.width <= SHARP] or made[:1]

    @property
    def srcset(self) -> str:
        return ", ".join(f"{rendition.url} {rendition.width}w" for rendition in self.files)

    @property
    def lacks(self) -> list[str]:
        """What keeps it from running, each in two or three words."""
        return [f"Lacks {what.partition(' (')[0]}" for what in self.photo.shortcomings()]

    @cached_property
    def right(self) -> RightState | None:
        """How its right stands, if an editor should know before opening it; a kill is told in the picture's place."""
        if self.photo.killed_at:
            return None
        standing = state(self.photo)
        return standing if standing.kind in {OVER, SOON} and self.photo.rights_category else None


class LibraryList(ChangeList):
    """A page of the library."""

    @cached_property
    def tiles(self) -> list[Tile]:
        killed = [photo for photo in self.result_list if photo.killed_at]
        kills = {kill.photo_id: kill for kill in Kill.objects.in_force().filter(photo__in=killed)} if killed else {}
        return [Tile(photo, self._address(photo), kills.get(photo.pk)) for photo in self.result_list]

    @cached_property
    def dates(self) -> DateBar:
        return date_bar(self, self.date_hierarchy)

    @cached_property
    def orders(self) -> list[dict]:
        """What the photos can be put in order by, as Django's list has it in the heads of its columns."""
        return [header for header in result_headers(self) if header["sortable"]]

    @property
    def can_select(self) -> bool:
        """Whether there is anything that may be done with several photos at once."""
        return "action_checkbox" in self.list_display

    def _address(self, photo: Photo) -> str:
        """The photo's page, which leads back to this list as it is narrowed now."""
        context = {"preserved_filters": self.preserved_filters, "opts": self.opts}
        return add_preserved_filters(context, self.url_for_result(photo))


class ConditionFilter(admin.SimpleListFilter):
    """A filter whose every choice is a condition: `choices_by_name` has its words and its Q."""

    choices_by_name: dict[str, tuple[str, Q]] = {}

    def lookups(self, request, model_admin):
        return [(name, words) for name, (words, _) in self.choices_by_name.items()]

    def queryset(self, request, queryset):
        _, condition = self.choices_by_name.get(self.value(), ("", Q()))
        return queryset.filter(condition)


class MissingFilter(ConditionFilter):
    title = "what is missing"
    parameter_name = "missing"
    choices_by_name = {
        "file": ("file", Q(file="")),
        "credit": ("credit", Q(credit_line="")),
        "alt": ("alt text", Q(alt="", is_decorative=False)),
        "right": ("right", Q(rights_category="")),
    }


class KilledFilter(ConditionFilter):
    title = "kill"
    parameter_name = "killed"
    choices_by_name = {
        "yes": ("killed", Q(killed_at__isnull=False)),
        "lifted": ("kill lifted", Q(killed_at=None, pk__in=Kill.objects.order_by().values("photo"))),
    }


class RightFilter(ConditionFilter):
    title = "right"
    parameter_name = "right"
    choices_by_name = {
        "none": ("right not said", Q(rights_category="")),
        **{category.value: (category.label.lower(), Q(rights_category=category)) for category in Category},
    }


class EndFilter(ConditionFilter):
    title = "end of the right"
    parameter_name = "ends"

    @property
    def choices_by_name(self) -> dict[str, tuple[str, Q]]:
        now = timezone.now()
        return {
            "soon": ("ends within 30 days", Q(rights_until__gt=now, rights_until__lte=now + THIRTY_DAYS)),
            "ended": ("ended", Q(rights_until__lte=now)),
            "uses": ("no use left", Q(uses_allowed__lte=F("uses_made"))),
        }


class OrientationFilter(ConditionFilter):
    """A twentieth more one way than the other is what the eye takes for a square no longer. Whole numbers only."""

    title = "orientation"
    parameter_name = "orientation"
    _landscape = Q(width__gt=F("height") * 21 / 20)
    _portrait = Q(height__gt=F("width") * 21 / 20)
    choices_by_name = {
        "landscape": ("landscape", _landscape),
        "portrait": ("portrait", _portrait),
        "square": ("square", Q(width__gt=0) & ~_landscape & ~_portrait),
    }


class MadeFilter(admin.SimpleListFilter):
    """By digital source type, with one choice for all that generative software had a part in."""

    title = "how it was made"
    parameter_name = "made"

    def lookups(self, request, model_admin):
        """Those that the library has any of."""
        present = set(Photo.objects.order_by().values_list("digital_source_type", flat=True).distinct())
        own = [(term, words) for term, words in SOURCE_TYPES.items() if term in present]
        generated = [("generated", "with generative AI, in whole or part")] if present & set(GENERATED) else []
        return [*generated, *own, ("unknown", "not said")]

    def queryset(self, request, queryset):
        wanted = {"generated": set(GENERATED), "unknown": {""}}.get(self.value(), {self.value()})
        return queryset.filter(digital_source_type__in=wanted) if self.value() else queryset
