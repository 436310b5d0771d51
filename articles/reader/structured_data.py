"""What search engines are told of a story: schema.org's NewsArticle and ImageObject, as JSON-LD."""

import json
from datetime import datetime
from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from articles.models import Figure
from articles.photos.models import Photo
from articles.photos.renditions import CLASSIC, NATURAL, SQUARE, WIDE, Shape, renditions
from articles.photos.source_types import SCHEME
from articles.reader.story import Story, Told
from articles.threads import Timeline

# What would end the script element, or begin a comment in it; JSON reads the escapes as the characters.
ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&"}
# Of the lead: whole, and the cuts that search engines ask for.
LEAD_SHAPES = (NATURAL, WIDE, CLASSIC, SQUARE)


def structured_data(story: Story, publisher: str) -> SafeString:
    """The story as JSON-LD, safe inside a script element; no query."""
    text = json.dumps(news_article(story, publisher), ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(ESCAPES))


def news_article(story: Story, publisher: str) -> dict:
    """The story as schema.org describes one; what it has not is left out."""
    edition = story.edition
    paper = {"@type": "NewsMediaOrganization", "name": publisher, "url": _address("/")}
    sponsor = {"@type": "Organization", "name": story.advertiser} if story.advertiser else None
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "AdvertiserContentArticle" if edition.is_sponsored else "NewsArticle",
            "mainEntityOfPage": _address(edition.path),
            "url": _address(edition.path),
            "headline": edition.headline,
            "description": edition.standfirst,
            "datePublished": _moment(edition.first_published_at),
            "dateModified": _moment(edition.live_from),
            "author": [_author(author) for author in edition.byline] or [sponsor or paper],
            "sponsor": sponsor,
            "publisher": paper,
            "dateline": edition.dateline,
            "articleSection": edition.section.name if edition.section else "",
            "isPartOf": _series(story.timeline),
            "inLanguage": edition.language,
            "isAccessibleForFree": True,
            "image": _images(story),
            "correction": [_correction(correction) for correction in story.corrections],
        }
    )


def _known(properties: dict) -> dict:
    return {name: value for name, value in properties.items() if value not in ("", [], None)}


def _address(path: str) -> str:
    """The one absolute address, whichever host was asked and whichever storage holds a file."""
    return urljoin(settings.SITE_URL, path)


def _moment(at: datetime) -> str:
    return timezone.localtime(at).isoformat(timespec="seconds")


def _author(author: dict) -> dict:
    return {"@type": "Person", "name": author["name"], "url": _address(reverse("author", args=[author["slug"]]))}


def _series(timeline: Timeline | None) -> dict | None:
    """The running story, where the page shows one."""
    if timeline is None:
        return None
    address = _address(timeline.thread.get_absolute_url())
    return {"@type": "CreativeWorkSeries", "name": timeline.thread.name, "url": address}


def _correction(correction: Told) -> dict:
    text = f"{correction.wrong} {correction.right}"
    return {"@type": "CorrectionComment", "text": text, "datePublished": _moment(correction.at)}


def _images(story: Story) -> list[dict]:
    """Every picture that may travel; the lead in its cuts too."""
    return [_image(figure, shape) for figure in story.travelling for shape in _shapes(figure, story.lead)]


def _shapes(figure: Figure, lead: Figure | None) -> tuple[Shape, ...]:
    """Files of before there were such cuts (see `renditions.py`) are the whole picture only."""
    return LEAD_SHAPES if figure is lead and figure.photo.rendered_as else (NATURAL,)


def _image(figure: Figure, shape: Shape) -> dict:
    file = renditions(figure.photo, shape, "jpg")[-1]
    address = _address(file.url)
    size = {"url": address, "contentUrl": address, "width": file.width, "height": file.height}
    return _known({"@type": "ImageObject", **size, "caption": figure.caption, **_rights(figure.photo)})


def _rights(photo: Photo) -> dict:
    """Who made the picture, as far as it is known to be a person, and on whose terms it is shown."""
    source_type = photo.digital_source_type
    return {
        "creditText": photo.credit_line,
        "creator": [{"@type": "Person", "name": name} for name in photo.creators],
        "copyrightNotice": photo.copyright_notice,
        "license": photo.web_statement,
        "acquireLicensePage": photo.licensor_url,
        "digitalSourceType": SCHEME + source_type if source_type else "",
    }
