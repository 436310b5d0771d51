"""The pictures that a page shows, as its HTML has them, and what they lack. No database."""

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from articles.photos.metadata_text import is_visible
from articles.photos.models import Photo


@dataclass(frozen=True)
class ShownPicture:
    """An `img` of a page; `alt` is None where it has no such attribute, `credit` "" where its figure shows none."""

    src: str
    alt: str | None
    credit: str

    def lacks(self, photo: Photo | None) -> list[str]:
        """What it lacks, in words; `photo` is the library's, which says whether an empty alt text was meant."""
        own = photo and _plain(photo.credit_line)
        meant_empty = self.alt == "" and photo is not None and photo.is_decorative
        lacking = {
            "its credit": not is_visible(self.credit),
            f"its own credit ({own}; it shows {self.credit})": self.credit and own and self.credit != own,
            "its alt text": not (is_visible(self.alt or "") or meant_empty),
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
    """The credit in the caption of the figure in which the picture stands, not of one inside or round it."""
    figure = image.parent
    while figure is not None and figure.tag != "figure":
        figure = figure.parent
    captions = [child for child in figure.iter() if child.tag == "figcaption"] if figure is not None else []
    return _plain(" ".join(credit.text() for caption in captions for credit in caption.css(".credit")))


def _plain(text: str) -> str:
    return " ".join(text.split())
