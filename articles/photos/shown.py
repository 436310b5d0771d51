"""The pictures that a page shows, as its HTML has them, and what they lack. No database."""

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from articles.photos.models import Photo


@dataclass(frozen=True)
class ShownPicture:
    """An `img` of a page; `alt` is None where it has no such attribute, `credit` "" where none stands with it."""

    src: str
    alt: str | None
    credit: str

    def lacks(self, photo: Photo | None) -> list[str]:
        """What it lacks, in words; `photo` is the library's, which says whether an empty alt text was meant."""
        own = photo and _plain(photo.credit_line)
        meant_empty = self.alt == "" and photo is not None and photo.is_decorative
        lacking = {
            "its credit": not self.credit,
            f"its own credit ({own}; it shows {self.credit})": self.credit and own and self.credit != own,
            "its alt text": not ((self.alt or "").strip() or meant_empty),
        }
        return [what for what, is_lacking in lacking.items() if is_lacking]


def shown_pictures(html: str) -> list[ShownPicture]:
    """Every `img` of the page in its order, those of closed enlarged views too."""
    return [_picture(image) for image in LexborHTMLParser(html).css("img")]


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
