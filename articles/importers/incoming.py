"""A story as it comes in, before anything is stored: what every importer hands to load.py. Pure."""

from dataclasses import dataclass
from datetime import date, datetime


class UnreadableStory(ValueError):
    """The file cannot be read as a story; the message is a plain sentence for the person who sent it."""


@dataclass(frozen=True)
class Paragraph:
    text: str


@dataclass(frozen=True)
class Subhead:
    text: str


@dataclass(frozen=True)
class Quote:
    """A pull quote: it stands for itself and may repeat a paragraph's words."""

    text: str


@dataclass(frozen=True)
class ListBlock:
    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True)
class IncomingPhoto:
    """A picture's words at its place in the story; ``raw`` is the line or lines they were read from.

    ``qualifiers`` are those that its caption names and its credit does not, as in ``FILE - …``.
    """

    alt: str = ""
    caption: str = ""
    credit: str = ""
    raw: str = ""
    confidence: float = 1.0
    qualifiers: tuple[str, ...] = ()


@dataclass(frozen=True)
class IncomingRelated:
    """A copied link to another story; ``truncated`` where the teaser was cut short by the page."""

    headline: str
    teaser: str = ""
    truncated: bool = False
    dateline: str = ""
    url: str = ""


@dataclass(frozen=True)
class Dropped:
    """A line that was left out, and a short reason in plain English."""

    text: str
    why: str


Block = Paragraph | Subhead | Quote | ListBlock | IncomingPhoto


@dataclass(frozen=True)
class IncomingStory:
    headline: str
    standfirst: str = ""
    byline: tuple[str, ...] = ()
    dateline: str = ""
    blocks: tuple[Block, ...] = ()
    related: tuple[IncomingRelated, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    published: datetime | date | None = None

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Body paragraphs only: no subheads, list items or pull quotes."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def photos(self) -> tuple[IncomingPhoto, ...]:
        return tuple(block for block in self.blocks if isinstance(block, IncomingPhoto))
