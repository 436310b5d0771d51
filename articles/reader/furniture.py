"""What stands round every page: the paper's name, the navigation and the advertisements.

It is fetched in the query of the page's subject (the edition, the section, the author…), so that it costs a
page no query of its own.
"""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Exists, F, Model, OuterRef, QuerySet, Subquery

from articles.models import FAR_FUTURE, BreakingLine, Edition, Figure, Publication, Section
from articles.models.json_rows import JSONRows, moment_of
from articles.sponsors.models import Placement

PAPER = ("name", "tagline", "related_stories")
PLACEMENT_COLUMNS = (
    "id", "slot", "label", "advertiser", "headline", "text", "link", "picture_id", "disclosure", "is_affiliate",
    "starts_at", "ends_at",
)  # fmt: skip

BREAKING_COLUMNS = ("text", "article_id", "starts_at", "ends_at", "path", "path_from", "path_until")


@dataclass
class Advertisement:
    """A placement as a page shows it."""

    slot: str
    label: str
    advertiser: str
    headline: str
    text: str
    link: str
    disclosure: str
    is_affiliate: bool
    picture_id: int | None
    picture: Figure | None = None


@dataclass
class Furniture:
    """The frame of one page at one moment."""

    name: str
    tagline: str
    related_stories: int
    sections: list[dict]
    breaking: dict | None = None
    slots: dict[str, list[Advertisement]] = field(default_factory=dict)
    changes: list[datetime] = field(default_factory=list)

    @property
    def advertisements(self) -> list[Advertisement]:
        return [advertisement for slot in self.slots.values() for advertisement in slot]


def with_furniture(subjects: QuerySet, at: datetime) -> QuerySet:
    """`subjects`, each row with all that `furniture_of` needs for a page at the moment `at`."""
    placements = Placement.objects.not_over(at)
    breaking = BreakingLine.objects.not_over(at).order_by().with_story(at)
    return subjects.annotate(
        furniture_breaking=JSONRows(breaking.values(*BREAKING_COLUMNS)),
        furniture_papers=JSONRows(Publication.objects.values(*PAPER)),
        furniture_sections=JSONRows(Section.objects.order_by().values("id", "name", "slug", "colour", "position")),
        furniture_placements=JSONRows(placements.order_by().values(*PLACEMENT_COLUMNS, section_id=F("sections"))),
    )


def with_next_change(subjects: QuerySet, at: datetime, editions: QuerySet) -> QuerySet:
    """`subjects` with furniture, each row also with the moments at which the next of its `editions` starts or ends.

    The subject is OuterRef(OuterRef("pk")) in `editions`, which are asked about each edition that is known to start
    or end: those are few, and a section's own may be many.
    """
    own = Edition.objects.filter(Exists(editions.filter(pk=OuterRef("pk"))))
    starts = own.filter(live_from__gt=at).order_by("live_from").values("live_from")[:1]
    ends = own.filter(live_until__gt=at, live_until__lt=FAR_FUTURE).order_by("live_until").values("live_until")[:1]
    return with_furniture(subjects, at).annotate(next_start=Subquery(starts), next_end=Subquery(ends))


def furniture_of(subject: Model, at: datetime, slots: tuple[str, ...], section_id: int | None = None) -> Furniture:
    """The frame of the page about `subject`, which must come from `with_furniture`; no query.

    `slots` are those that the page has, `section_id` is the section in which it stands: they decide which
    advertisements run there.
    """
    paper = (subject.furniture_papers or [{name: Publication._meta.get_field(name).get_default() for name in PAPER}])[0]
    sections = sorted(subject.furniture_sections, key=lambda section: (section["position"], section["name"]))
    found = Furniture(**paper, sections=sections)
    _break(found, subject.furniture_breaking, at)
    for row in _placements(subject.furniture_placements):
        starts_at, ends_at = moment_of(row["starts_at"]), moment_of(row["ends_at"])
        if row["slot"] not in slots or (row["sections"] and section_id not in row["sections"]):
            continue
        if starts_at > at:
            found.changes.append(starts_at)
            continue
        found.changes.append(ends_at)
        found.slots.setdefault(row["slot"], []).append(
            Advertisement(**{name: row[name] for name in Advertisement.__annotations__ if name != "picture"})
        )
    return found


def _break(found: Furniture, rows: list[dict], at: datetime) -> None:
    """The line of breaking news that runs at `at`; it, and what it leads to, may change."""
    for row in rows:
        row |= {name: moment_of(row[name]) for name in row if name.endswith(("_at", "_from", "_until")) and row[name]}
        moments = (row[name] for name in ("starts_at", "ends_at", "path_from", "path_until"))
        found.changes += [moment for moment in moments if moment and moment < FAR_FUTURE]
        if row["starts_at"] <= at:
            found.breaking = row


def _placements(rows: list[dict]) -> list[dict]:
    """One row a placement, with the set of its sections; the query gives one row a section."""
    placements: dict[int, dict] = {}
    for row in rows:
        placement = placements.setdefault(row["id"], row | {"sections": set()})
        placement["sections"] |= {row["section_id"]} - {None}
    return [placements[pk] for pk in sorted(placements)]
