"""A reader's page: what it was made of, when it next changes, and the response that says so."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from articles import keys, leads
from articles.models import Edition, Section, figure, without_killed
from articles.photos.models import Photo
from articles.reader.furniture import Furniture, furniture_of, with_furniture

LONGEST_HEADER = 16_000  # bytes; a page with more keys is not cached, because one that is dropped would never purge it
INDENTATION = re.compile(rb"\n\s+")  # of the templates; no reader needs it
_elsewhen: ContextVar[datetime | None] = ContextVar("elsewhen", default=None)


@contextmanager
def seen_at(moment: datetime) -> Iterator[None]:
    """Every page that is made within is that of the moment, and no view knows it. What was killed since is gone."""
    token = _elsewhen.set(moment)
    try:
        with without_killed():
            yield
    finally:
        _elsewhen.reset(token)


def is_elsewhen() -> bool:
    """Whether the page that is being made is for an editor who looks at another moment."""
    return _elsewhen.get() is not None


def _moment() -> datetime:
    return _elsewhen.get() or timezone.now()


@dataclass
class Page:
    """One page at one moment; `slots` are the places for advertisements that it has."""

    slots: tuple[str, ...] = ("top", "foot")
    at: datetime = field(default_factory=_moment)
    keys: set[str] = field(default_factory=set)
    changes: list[datetime | None] = field(default_factory=list)
    furniture: Furniture | None = None
    library: dict[int, Photo] = field(default_factory=dict)

    def furnish(self, subject: object, section_id: int | None = None) -> None:
        """Take the page's frame from its subject. An empty slot is part of the page too: it may be filled."""
        self.furniture = furniture_of(subject, self.at, self.slots, section_id)
        self.keys |= {keys.PUBLICATION, *(keys.slot_key(slot) for slot in self.slots)}
        self.changes += self.furniture.changes
        if self.furniture.breaking and self.furniture.breaking["article_id"]:
            self.keys.add(keys.article_key(self.furniture.breaking["article_id"]))

    def subject(self, subjects: QuerySet, pictures: Callable[[Model], set[int]] = lambda found: set()) -> Model:
        """The one row that the page is about, or Http404; the page is framed and made of it.

        `pictures` tells the ids of the photos that it needs for its subject, which are in `library` then.
        """
        if "furniture_papers" not in subjects.query.annotations:
            subjects = with_furniture(subjects, self.at)
        found = get_object_or_404(subjects)
        self.changes += [getattr(found, "next_start", None), getattr(found, "next_end", None)]
        self.furnish(found, found.pk if isinstance(found, Section) else None)
        self.library = self.photos(pictures(found))
        return found

    def shows(self, editions: list[Edition]) -> None:
        """Note the stories, and their pictures, that the page shows as cards or whole; each gets its lead picture."""
        leads.settle(editions, self.at)
        self.keys |= {keys.article_key(edition.article_id) for edition in editions}
        self.keys |= {keys.section_key(edition.section_id) for edition in editions if edition.section_id}
        for edition in editions:
            for photo in edition.looked_at:
                self.depends_on(photo)
        self.changes += [edition.ends for edition in editions]

    def photos(self, ids: set[int]) -> dict[int, Photo]:
        """These photos and the advertisements' own, in at most one query; the page is made of them."""
        advertisements = [ad for ad in self.furniture.advertisements if ad.picture_id]
        wanted = ids | {ad.picture_id for ad in advertisements}
        photos = Photo.objects.select_related("replacement").in_bulk(wanted) if wanted else {}
        for ad in advertisements:
            ad.picture = figure(photos.get(ad.picture_id), at=self.at)
        self.keys |= {keys.photo_key(pk) for pk in wanted}
        for photo in photos.values():
            self.depends_on(photo)
        return photos

    def depends_on(self, photo: Photo | None) -> None:
        """Note that the page looks different when the photo, or what stands in for it, is changed or may not run."""
        for one in (photo, photo and photo.replacement):
            if one:
                self.keys.add(keys.photo_key(one.pk))
                self.changes += one.turns

    @property
    def next_change(self) -> datetime | None:
        """The earliest moment at which the page is known to look different."""
        return min((change for change in self.changes if change and change > self.at), default=None)

    def render(self, request: HttpRequest, template: str, context: dict, status: int = 200) -> HttpResponse:
        """The response, which caches may keep until the next change and purge by key."""
        context |= {"furniture": self.furniture, "now": self.at, "site_url": settings.SITE_URL}
        response = render(request, template, context, status=status)
        response.content = INDENTATION.sub(b"\n", response.content)
        return self.sign(response)

    def sign(self, response: HttpResponse) -> HttpResponse:
        """The response with what it was made of and for how long it holds."""
        seconds = settings.READER_MAX_AGE
        if self.next_change:
            response["X-Next-Change"] = self.next_change.isoformat()
            seconds = min(seconds, int((self.next_change - self.at).total_seconds()))
        response["Cache-Control"] = f"public, max-age={seconds}"
        response["Surrogate-Key"] = " ".join(sorted(self.keys))
        if len(response["Surrogate-Key"]) > LONGEST_HEADER:
            del response["Surrogate-Key"]
            response["Cache-Control"] = "no-store"
        return response
