"""`manage.py audit_credits`: whether every picture that readers see has its credit, its alt text and its right to run.

Each page is made by the readers' own view and template, then read as HTML: whatever a picture shows is judged, not
what the database holds. Audited are
- every live story: its lead, the pictures in its text, both in their enlarged views too;
- the front, *Latest*, *About us*, and every section, topic and author: the pictures of their cards, which show their
  credit as those of a story do. Of a list this is the first page; the older ones hold the same cards of stories that
  are audited themselves;
- on all of them the advertisements' pictures.

An empty alt text is right for a photo that the library calls decorative. Of what a page tells machines (the picture
beside a shared link, structured data) the rights are audited. Not audited are captions, which not every picture has,
and the image files themselves. The result is kept, and stands on the desk.
"""

import json
from itertools import chain
from urllib.parse import urljoin

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.http import Http404
from django.test import RequestFactory
from django.urls import resolve, reverse
from django.utils import timezone
from rich.console import Console
from rich.progress import track

from articles.models import Audit, Author, Edition, Section, Topic
from articles.photos.models import Photo
from articles.photos.renditions import SHAPES, renditions
from articles.photos.shown import shown_pictures, told_addresses


class Command(BaseCommand):
    help = "Fail if any picture on any live page lacks its credit, its alt text or its right, and list those."

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
        audit = Audit(at=timezone.now())
        for address in pages:
            _audit(address, audit)
        audit.save()
        self._report(audit, options["json"])

    def _report(self, audit: Audit, as_json: bool) -> None:
        if as_json:
            said = {name: getattr(audit, name) for name in ("pages", "pictures", "withheld", "lacking")}
            self.stdout.write(json.dumps(said, ensure_ascii=False))
        for line in [] if as_json else audit.lacking:
            self.stdout.write(f"{line['address']}: {line['picture']}: {', '.join(line['missing'])}")
        if audit.lacking:
            pages = len({line["address"] for line in audit.lacking})
            raise CommandError(f"{len(audit.lacking)} pictures on {pages} of {audit.pages} pages lack something")
        if not as_json:
            self.stdout.write(f"{audit.pictures} pictures on {audit.pages} pages have their credit, alt text and right")
            self.stdout.write(
                f"{audit.withheld} of them may not be syndicated, and search engines are not told of them"
            )


def _audit(address: str, audit: Audit) -> None:
    at = timezone.now()
    response = _page(address)
    if response is None:
        return
    html = response.content.decode()
    pictures = shown_pictures(html)
    photos = _photos(response) if pictures else {}
    audit.pages += 1
    audit.pictures += len(pictures)
    audit.withheld += sum(1 for picture in pictures if picture.src in photos and not photos[picture.src].may_syndicate)
    for picture in dict.fromkeys(pictures):
        photo = photos.get(picture.src)
        audit.note(address, photo, picture.src, picture.lacks(photo, at))
    shared, data = told_addresses(html)
    for told in shared | data:
        if (photo := photos.get(told)) is None:
            continue
        lacks = ["its right to run, and other sites are told of it"] if photo.barred(at) else []
        if told in data and not photo.may_syndicate:
            lacks.append("its right to be syndicated, and search engines are told of it")
        audit.note(address, photo, told, lacks)


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
    """The library's photos on a page, by the address of the largest JPEG of each shape, with the host and without.

    A page says which it holds; one with so many that it does not is judged by itself alone.
    """
    keys = response.get("Surrogate-Key", "").split()
    photos = Photo.objects.in_bulk([int(key[1:]) for key in keys if key[0] == "p" and key[1:].isdecimal()])
    shown = [photo for photo in photos.values() if photo.file]
    files = ((renditions(photo, shape, "jpg")[-1].url, photo) for photo in shown for shape in SHAPES.values())
    return {form: photo for url, photo in files for form in (url, urljoin(settings.SITE_URL, url))}
