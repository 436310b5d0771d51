"""`manage.py audit_credits`: whether every picture that readers see has its credit and its alt text.

Each page is made by the readers' own view and template, then read as HTML: whatever a picture shows is judged, not
what the database holds. Audited are
- every live story: its lead, the pictures in its text, both in their enlarged views too;
- the front, *Latest*, *About us*, and every section, topic and author: the pictures of their cards, which show their
  credit as those of a story do. Of a list this is the first page; the older ones hold the same cards of stories that
  are audited themselves;
- on all of them the advertisements' pictures.

An empty alt text is right for a photo that the library calls decorative. Not audited are captions, which not every
picture has, and what is no page: feeds, structured data, the image files themselves.
"""

import json
from itertools import chain

from django.core.management.base import BaseCommand, CommandError
from django.http import Http404
from django.test import RequestFactory
from django.urls import resolve, reverse
from rich.console import Console
from rich.progress import track

from articles.models import Author, Edition, Section, Topic
from articles.photos.models import Photo
from articles.photos.renditions import SHAPES, renditions
from articles.photos.shown import shown_pictures


class Command(BaseCommand):
    help = "Fail if any picture on any live page lacks its credit or its alt text, and list those."

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, **options):
        live = Edition.objects.live().order_by("pk")
        lists = _lists()
        pages = track(
            chain(lists, live.values_list("path", flat=True).iterator()),
            "Auditing",
            total=len(lists) + live.count(),
            console=Console(stderr=True),
            transient=True,
            disable=options["json"],
        )
        found = {"pages": 0, "pictures": 0, "lacking": []}
        for address in pages:
            self._audit(address, found)
        self._report(found, options["json"])

    def _audit(self, address: str, found: dict) -> None:
        response = _page(address)
        if response is None:
            return
        pictures = shown_pictures(response.content.decode())
        photos = _photos(response) if pictures else {}
        found["pages"] += 1
        found["pictures"] += len(pictures)
        for picture in dict.fromkeys(pictures):
            photo = photos.get(picture.src)
            if lacks := picture.lacks(photo):
                name = f"photo {photo.pk}" if photo else picture.src or "a picture without address"
                found["lacking"].append({"address": address, "picture": name, "missing": lacks})

    def _report(self, found: dict, as_json: bool) -> None:
        lacking = found["lacking"]
        if as_json:
            self.stdout.write(json.dumps(found, ensure_ascii=False))
        for line in [] if as_json else lacking:
            self.stdout.write(f"{line['address']}: {line['picture']}: {', '.join(line['missing'])}")
        if lacking:
            pages = len({line["address"] for line in lacking})
            raise CommandError(f"{len(lacking)} pictures on {pages} of {found['pages']} pages lack something")
        if not as_json:
            self.stdout.write(f"{found['pictures']} pictures on {found['pages']} pages have their credit and alt text")


def _lists() -> list[str]:
    """The addresses of all pages that are no stories."""
    subjects = chain(*(model.objects.order_by("pk") for model in (Section, Topic, Author)))
    names = ("home", "latest", "about")
    return [*(reverse(name) for name in names), *(subject.get_absolute_url() for subject in subjects)]


def _page(address: str):
    """What the view of this address answers; None where nothing is (any more)."""
    request = RequestFactory().get(address)
    view, positional, named = resolve(request.path_info)
    try:
        response = view(request, *positional, **named)
    except Http404:
        return None
    return response if response.status_code == 200 else None


def _photos(response) -> dict[str, Photo]:
    """The library's photos on a page, by the address that it gives their `img`: the largest JPEG of a shape.

    A page says which it holds; one with so many that it does not is judged by itself alone.
    """
    keys = response.get("Surrogate-Key", "").split()
    photos = Photo.objects.in_bulk([int(key[1:]) for key in keys if key[0] == "p" and key[1:].isdecimal()])
    shown = [photo for photo in photos.values() if photo.file]
    return {renditions(photo, shape, "jpg")[-1].url: photo for photo in shown for shape in SHAPES.values()}
