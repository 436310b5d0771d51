"""The authority list at work: reading credits by it, likely twins, and making one house of two."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from django.db import transaction
from django.db.models import Q, QuerySet

from articles.photos.credits import STYLES, Credit, format_credit
from articles.photos.houses import Authority, house_key, using
from articles.photos.models import Agency, AgencyName, Photo
from articles.photos.search_text import words_of

LIKE = 0.8  # of two keys, as difflib has it: "gety images" is 0.96 of "getty images"
SHORTEST = 4  # letters: below, every abbreviation is like every other
PARTS = ("agency", "distributor", "credit_line")


@contextmanager
def edited_list() -> Iterator[None]:
    """Credits and captions inside the block are read by the list as editors have it now: one query a block.

    Whoever reads or prints credits for the newsroom (importers, uploads, forms) stands inside it, or under it as a
    decorator.
    """
    with using(Authority.of(Agency.objects.authority())):
        yield


def twins(agencies: list[Agency]) -> dict[int, Agency]:
    """For each of these houses that is unchecked, the checked one that it is most likely a misspelling of."""
    unchecked = [agency for agency in agencies if not agency.is_checked and len(house_key(agency.name)) >= SHORTEST]
    if not unchecked:
        return {}
    names = AgencyName.objects.filter(agency__is_checked=True).select_related("agency")
    known = {name.key: name.agency for name in names if len(name.key) >= SHORTEST}
    found = {agency.pk: _most_like(house_key(agency.name), known) for agency in unchecked}
    return {pk: twin for pk, twin in found.items() if twin}


def _most_like(key: str, known: dict[str, Agency]) -> Agency | None:
    matcher = SequenceMatcher(b=key, autojunk=False)
    best, likeness = None, LIKE
    for other, agency in known.items():
        matcher.set_seq1(other)
        if matcher.real_quick_ratio() < likeness or matcher.quick_ratio() < likeness:
            continue
        if (ratio := matcher.ratio()) >= likeness:
            best, likeness = agency, ratio
    return best


@dataclass
class Merger:
    """What making `agency` a part of `into` comes to; for a question before, and for the report after.

    `moving` photos change their supplier; `rewritten` credits print otherwise than before, `example` is one of them;
    `kept` are photos whose credit was written by hand, or prints as an import found it: their line stays.
    """

    agency: Agency
    into: Agency
    spellings: list[str] = field(default_factory=list)
    moving: int = 0
    rewritten: int = 0
    example: tuple[str, str] | None = None
    kept: list[Photo] = field(default_factory=list)
    changed: list[Photo] = field(default_factory=list)


@edited_list()
def plan(agency: Agency, into: Agency) -> Merger:
    """What `merge` would do, without doing it."""
    names = list(agency.names.all())
    merger = Merger(agency, into, [name.spelling for name in names])
    keys, own = {name.key for name in names}, {name.key for name in into.names.all()}
    for photo in _photos_of(agency, keys):
        _rename(photo, keys, own, merger)
    return merger


@transaction.atomic
def merge(agency: Agency, into: Agency) -> Merger:
    """Make `agency` a spelling of `into`: its photos, their credits and its spellings move, and its row goes.

    All of it or nothing. Raises Agency.DoesNotExist if either is gone by now, ValueError for a house with itself.
    """
    if agency.pk == into.pk:
        raise ValueError("a house cannot be merged into itself")
    locked = Agency.objects.select_for_update().prefetch_related("names").in_bulk([agency.pk, into.pk])
    if len(locked) < 2:
        raise Agency.DoesNotExist("One of the two houses is not on the list any more.")
    merger = plan(locked[agency.pk], locked[into.pk])
    for photo in merger.changed:
        photo.search_text = words_of(photo)
    Photo.objects.filter(supplier=merger.agency).update(supplier=merger.into)
    Photo.objects.bulk_update(merger.changed, [*PARTS, "search_text"], batch_size=200)
    merger.agency.names.update(agency=merger.into)
    if merger.agency.note:
        merger.into.note = f"{merger.into.note}\n\n{merger.agency.name}: {merger.agency.note}".strip()
        merger.into.save()
    merger.agency.delete()
    return merger


def _photos_of(agency: Agency, keys: set[str]) -> QuerySet:
    """The photos it supplied, and those that name it as the house behind another supplier."""
    written = Photo.objects.order_by().values_list("agency", "distributor").distinct()
    spelt = {text for pair in written for text in pair if text and house_key(text) in keys}
    return Photo.objects.filter(Q(supplier=agency) | Q(agency__in=spelt) | Q(distributor__in=spelt)).order_by("pk")


def _rename(photo: Photo, keys: set[str], own: set[str], merger: Merger) -> None:
    """Put the other house's name where the photo's credit has the merged one's."""
    before, name = photo.credit, merger.into.name
    if {house_key(photo.agency), house_key(photo.distributor)} <= keys | own:
        photo.distributor = ""  # "Getty via Gety Images" was one house all along
    photo.agency = name if house_key(photo.agency) in keys else photo.agency
    photo.distributor = name if house_key(photo.distributor) in keys else photo.distributor
    if photo.supplier_id == merger.agency.pk:
        photo.supplier = merger.into
        merger.moving += 1
    merger.changed.append(photo)
    _reprint(photo, before, merger)


def _reprint(photo: Photo, before: Credit, merger: Merger) -> None:
    written = photo.credit_line
    if photo.credit == before:
        return
    if written not in {format_credit(before), STYLES["house"](before)}:
        merger.kept.append(photo)
        return
    photo.credit_line = format_credit(photo.credit)
    if photo.credit_line != written:
        merger.rewritten += 1
        merger.example = merger.example or (written, photo.credit_line)
