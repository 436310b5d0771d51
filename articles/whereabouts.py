"""Where readers see a photo at a moment: every story, first page of a list and advertisement that shows it.

The mirror says where a photo was placed; this asks what is shown there, by the rules of the pages themselves: a photo
may stand in for another one, lead a story whose own lead may not run, or not run at all.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Q
from django.urls import reverse

from articles.fronts.page import front_of
from articles.models import (
    Arrangement,
    Article,
    Author,
    Edition,
    Figure,
    PhotoUse,
    Publication,
    Section,
    Thread,
    Topic,
    figure,
)
from articles.photos.models import Photo
from articles.sponsors.models import Placement

LEAD, TEXT = "lead picture", "in the text"


def places(photo: Photo, at: datetime) -> list[dict]:
    """Each page on which it stands at `at`, as plain values to be kept: lists first, then stories, then advertisements.

    All have a `kind`, a `title` and an `address` (an advertisement none, for it runs on many pages); a story has its
    `article` and as what it shows the photo, an advertisement its `placement`.
    """
    own = [photo.pk, *photo.replaces.values_list("pk", flat=True)]
    stories = list(_stories(photo, own, at))
    leading = {edition.pk for edition, shown_as in stories if LEAD in shown_as}
    return [*_lists(photo, leading, at), *(_story(*one) for one in stories), *_advertisements(photo, own, at)]


def fronts(articles: Iterable[Article], at: datetime) -> list[dict]:
    """The fronts that show any of the stories at `at`: the paper's and its sections', as `places` tells of lists."""
    editions = list(Edition.objects.live(at).filter(article__in=articles).only("pk", "section"))
    if not editions:
        return []
    keys = {edition.pk for edition in editions}
    own = {edition.section_id for edition in editions}
    pages = ((section, _shown_on(section, at)) for section in _arranged_pages(own, at))
    return [_named(section) for section, shown in pages if keys & {edition.pk for edition in shown.everything}]


@dataclass(frozen=True)
class _Shown:
    """The stories on a front's page, and those of them that stand there with their pictures."""

    everything: list[Edition]
    pictured: list[Edition]

    def shows(self, photo: Photo) -> bool:
        return any(one.lead_figure and one.lead_figure.photo.pk == photo.pk for one in self.pictured)


def _arranged_pages(sections: set[int | None], at: datetime) -> list[Section | None]:
    """The home page (None), these sections, and every one whose front editors arranged: any story may stand there."""
    arranged = Arrangement.objects.live(at).exclude(section=None).order_by().values("section")
    return [None, *Section.objects.filter(Q(pk__in=sections - {None}) | Q(pk__in=arranged)).order_by("name")]


def _shown_on(section: Section | None, at: datetime) -> _Shown:
    """What the home page, or the first page of a section, shows: as the page itself composes it."""
    front, rest = front_of(section, at)
    return _Shown(front.editions + rest, front.pictured + rest)


def _named(section: Section | None) -> dict:
    return _list(f"Section {section}", section.get_absolute_url()) if section else _list("The front", reverse("home"))


def _story(edition: Edition, shown_as: list[str]) -> dict:
    return {
        "kind": "story",
        "title": edition.headline,
        "address": edition.path,
        "article": edition.article_id,
        "as": shown_as,
    }


def _stories(photo: Photo, own: list[int], at: datetime) -> Iterator[tuple[Edition, list[str]]]:
    """The live editions that show it, the newest first, in three queries."""
    placed = PhotoUse.objects.filter(photo__in=own).order_by().values("revision")
    editions = Edition.objects.live(at).filter(revision__in=placed)
    uses = defaultdict(list)
    for use in PhotoUse.objects.filter(revision__in=editions.order_by().values("revision")):
        uses[use.revision_id].append(use)
    wanted = {use.photo_id for those in uses.values() for use in those}
    photos = Photo.objects.select_related("replacement").in_bulk(wanted)
    for edition in editions.newest_first().only("headline", "path", "article", "revision"):
        if shown_as := _shown_as(photo, uses[edition.revision_id], photos, at):
            yield edition, shown_as


def _shown_as(photo: Photo, uses: list[PhotoUse], photos: dict[int, Photo], at: datetime) -> list[str]:
    """As what a story with these uses, in their order, shows the photo: no page shows it twice."""
    shown = [figure(photos[use.photo_id], use.caption, use.alt, at=at) for use in uses]
    pictures = [found.photo.pk for found in shown if found]
    if uses and uses[0].position == 0 and pictures[:1] == [photo.pk]:  # a lead that may not run takes the next
        return [LEAD]
    return [TEXT] if photo.pk in pictures else []


def _lists(photo: Photo, leading: set[int], at: datetime) -> Iterator[dict]:
    """The fronts that show the photo, and the lists whose first page has one of the editions that it leads."""
    own = set(Edition.objects.filter(pk__in=leading).values_list("section", flat=True))
    yield from (_named(page) for page in _arranged_pages(own, at) if _shown_on(page, at).shows(photo))
    if leading and _is_on_first_page(Publication.objects.first(), leading, at):
        yield _list("Latest", reverse("latest"))
    for kind in (Thread, Topic, Author):
        for subject in kind.objects.filter(pk__in=_subjects(kind, leading)):
            if _is_on_first_page(subject, leading, at):
                yield _list(f"{kind._meta.verbose_name.capitalize()} {subject}", subject.get_absolute_url())


def _subjects(kind: type, leading: set[int]):
    """The threads, topics or authors of these editions."""
    name = {Thread: "thread", Topic: "topics", Author: "authors"}[kind]
    return Edition.objects.filter(pk__in=leading).exclude(**{name: None}).order_by().values(name)


def _is_on_first_page(subject, leading: set[int], at: datetime) -> bool:
    listed = Edition.objects.live(at).in_list_of(subject).order_by("-listed_at", "-listed_id")
    return bool(leading & set(listed.values_list("pk", flat=True)[: settings.PAGE_SIZE]))


def _list(title: str, address: str) -> dict:
    return {"kind": "list", "title": title, "address": address}


def _advertisements(photo: Photo, own: list[int], at: datetime) -> Iterator[dict]:
    for placement in Placement.objects.running(at).filter(picture__in=own).select_related("picture__replacement"):
        shown: Figure | None = figure(placement.picture, at=at)
        if shown and shown.photo.pk == photo.pk:
            where = placement.get_slot_display()
            yield {
                "kind": "advertisement",
                "title": str(placement),
                "address": "",
                "placement": placement.pk,
                "as": [where],
            }
