"""Which picture leads a story at a moment: its lead, or what stands in where that may not run (any more)."""

from collections.abc import Iterable
from datetime import datetime

from articles.models import Edition, Figure, PhotoUse, figure


def lead_of(edition: Edition, at: datetime) -> Figure | None:
    """The lead picture of an edition from `for_cards` or `readable`, or its replacement; None where neither may run."""
    return figure(edition.lead_photo, edition.lead_caption, edition.lead_alt, at=at)


def settle(editions: Iterable[Edition], at: datetime) -> None:
    """Give each edition its `lead_figure` at `at`, None where it has none, and the photos `looked_at` for it.

    A lead that may not run falls back to the next picture of the text that may. Such are few, and cost one query
    for all of them. An edition that has its figure keeps it.
    """
    fallen: dict[int, list[Edition]] = {}
    for edition in editions:
        if edition.looked_at is not None:
            continue
        edition.lead_figure, edition.looked_at = lead_of(edition, at), [edition.lead_photo]
        if edition.lead_photo_id and not edition.lead_figure:
            fallen.setdefault(edition.revision_id, []).append(edition)
    if not fallen:
        return
    uses = PhotoUse.objects.filter(revision__in=fallen, position__gt=0).order_by("revision", "position")
    for use in uses.select_related("photo__replacement"):
        for edition in fallen[use.revision_id]:
            if not edition.lead_figure:
                edition.lead_figure = figure(use.photo, use.caption, use.alt, at=at)
                edition.looked_at.append(use.photo)
