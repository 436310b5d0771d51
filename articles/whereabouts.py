"""Where readers see a photo at a moment: every story, first page of a list and advertisement that shows it.

The mirror says where a photo was placed; this asks what is shown there, by the rules of the pages themselves: a photo
may stand in for another one, lead a story whose own lead may not run, or not run at all.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.conf import settings
from django.urls import reverse

from articles.front import arrange
from articles.models import Article, Author, Edition, Figure, PhotoUse, Publication, Section, Topic, figure
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
    return [*_lists(leading, at), *(_story(*one) for one in stories), *_advertisements(photo, own, at)]


def fronts(articles: Iterable[Article], at: datetime) -> list[dict]:
    """The fronts that show any of the stories at `at`: the paper's and its sections', as `places` tells of lists."""
    editions = list(Edition.objects.live(at).filter(article__in=articles).select_related("section"))
    if not editions:
        return []
    front = arrange(at, list(Section.objects.order_by("position", "name").values("id", "name", "slug", "colour")))
    found = [] if set(editions).isdisjoint(front.editions) else [_list("The front", reverse("home"))]
    keys = {edition.pk for edition in editions}
    sections = sorted({edition.section for edition in editions if edition.section}, key=str)
    shown = [section for section in sections if _is_on_first_page(section, keys, at)]
    return found + [_list(f"Section {section}", section.get_absolute_url()) for section in shown]


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
    """As what a story with these uses, in their order, shows the photo."""
    shown = [figure(photos[use.photo_id], use.caption, use.alt, at=at) for use in uses]
    pictures = [found.photo.pk for found in shown if found]
    lead = pictures[:1] if uses and uses[0].position == 0 else []  # a lead that may not run takes the next
    found = {LEAD: photo.pk in lead, TEXT: photo.pk in pictures[len(lead) :]}
    return [name for name, is_so in found.items() if is_so]


def _lists(leading: set[int], at: datetime) -> Iterator[dict]:
    """The lists whose first page has a card of one of these editions with its lead picture."""
    if not leading:
        return
    front = arrange(at, list(Section.objects.order_by("position", "name").values("id", "name", "slug", "colour")))
    if leading & {edition.pk for edition in front.pictured}:
        yield _list("The front", reverse("home"))
    publication = Publication.objects.first()
    if _is_on_first_page(publication, leading, at):
        yield _list("Latest", reverse("latest"))
    for kind in (Section, Topic, Author):
        for subject in kind.objects.filter(pk__in=_subjects(kind, leading)):
            if _is_on_first_page(subject, leading, at):
                yield _list(f"{kind._meta.verbose_name.capitalize()} {subject}", subject.get_absolute_url())


def _subjects(kind: type, leading: set[int]):
    """The sections, topics or authors of these editions."""
    name = {Section: "section", Topic: "topics", Author: "authors"}[kind]
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
