"""The pictures that a page shows, as its HTML has them, and what they lack. No database."""

import json
from dataclasses import dataclass
from datetime import datetime

from selectolax.lexbor import LexborHTMLParser, LexborNode

from articles.photos.metadata_text import is_visible
from articles.photos.models import Photo


@dataclass(frozen=True)
class ShownPicture:
    """An `img` of a page; `alt` is None where it has no such attribute, `credit` "" where none stands with it."""

    src: str
    alt: str | None
    credit: str

    def lacks(self, photo: Photo | None, at: datetime) -> list[str]:
        """What it lacks, in words, on a page of the moment `at`; `photo` is the library's, which says whether an empty
        alt text was meant, and whether it may run."""
        own = photo and _plain(photo.credit_line)
        meant_empty = self.alt == "" and photo is not None and photo.is_decorative
        lacking = {
            "its credit": not is_visible(self.credit),
            f"its own credit ({own}; it shows {self.credit})": self.credit and own and self.credit != own,
            "its alt text": not (is_visible(self.alt or "") or meant_empty),
            "its right to run": photo and (not photo.rights_category or photo.barred(at)),
        }
        return [what for what, is_lacking in lacking.items() if is_lacking]


def shown_pictures(html: str) -> list[ShownPicture]:
    """Every `img` of the page in its order, those of closed enlarged views too."""
    return [_picture(image) for image in LexborHTMLParser(html).css("img")]


def told_addresses(html: str) -> tuple[set[str], set[str]]:
    """The pictures' addresses that a page tells machines: for links shared elsewhere, and for search engines."""
    tree = LexborHTMLParser(html)
    shared = {meta.attributes.get("content") or "" for meta in tree.css("meta[property='og:image']")}
    data = [json.loads(script.text()) for script in tree.css("script[type='application/ld+json']")]
    return shared, {image["contentUrl"] for one in data for image in one.get("image", [])}


def _picture(image: LexborNode) -> ShownPicture:
    attributes = image.attributes
    alt = attributes["alt"] or "" if "alt" in attributes else None  # an empty attribute is read as None
    return ShownPicture(attributes.get("src") or "", alt, _credit(image))


def _credit(image: LexborNode) -> str:
    """The credit in the caption of the picture's figure, not of one inside or round it; or in its enlarged view."""
    place = image.parent
    while place is not None and place.tag != "figure" and "popover" not in place.attributes:
        place = place.parent
    if place is None:
        return ""
    words = [child for child in place.iter() if child.tag == "figcaption"] if place.tag == "figure" else [place]
    return _plain(" ".join(credit.text() for part in words for credit in part.css(".credit")))


def _plain(text: str) -> str:
    return " ".join(text.split())
