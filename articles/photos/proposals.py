"""What the library would make of a file's words: a caption without its credit, a credit in parts. Pure.

Proposals only: an editor's words are never replaced by them.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo
from urllib.parse import urlsplit

from articles.photos.captions import CaptionSplit, split_caption
from articles.photos.credits import Credit, parse_credit
from articles.photos.labels import cut_advisory
from articles.photos.metadata import FileWords
from articles.photos.source_types import source_type

# What cameras write where a caption belongs.
_CAMERAS_OWN = re.compile(
    r"(?:OLYMPUS|MINOLTA|KONICA MINOLTA|SONY|SAMSUNG|KODAK|PENTAX|VIVITAR|EPSON|CASIO|HP|Exif)?[ _]*"
    r"(?:DIGITAL (?:STILL )?CAMERA|DSC|DCIM|DC|JPEG PICTURE|PICTURE|IMAGE|screenshot|untitled)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Proposal:
    """Values for a photo's fields, named as those are; empty where the file says nothing."""

    caption: str = ""
    alt: str = ""
    credit: Credit = field(default_factory=Credit)
    keywords: tuple[str, ...] = ()
    taken_at: datetime | None = None
    city: str = ""
    country: str = ""
    copyright_notice: str = ""
    usage_terms: str = ""
    web_statement: str = ""
    licensor: str = ""
    licensor_url: str = ""
    supplier_reference: str = ""
    instructions: str = ""
    extended_description: str = ""
    digital_source_type: str = ""


def propose(words: FileWords, zone: tzinfo) -> Proposal:
    """Read `words` as the library would keep them; a time without a zone is taken to be in `zone`."""
    caption, in_caption = _caption(words.description)
    stated = file_credit(words)
    licensor = words.licensors[0] if words.licensors else None
    return Proposal(
        caption=caption,
        alt=_one_line(words.alt_text),
        credit=stated or in_caption,
        keywords=tuple(dict.fromkeys(_one_line(word)[:100] for word in words.keywords)),
        taken_at=moment(words.date_created, zone),
        city=_one_line(words.city),
        country=_one_line(words.country),
        copyright_notice=_one_line(words.copyright_notice),
        usage_terms=words.usage_terms,
        web_statement=web_address(words.web_statement),
        licensor=_one_line(licensor.name) if licensor else "",
        licensor_url=web_address(licensor.url) if licensor else "",
        supplier_reference=_one_line(words.supplier_reference),
        instructions=words.instructions,
        extended_description=words.extended_description,
        digital_source_type=source_type(words.digital_source_type),
    )


def doubt(words: FileWords) -> CaptionSplit | None:
    """The split of a description that may hold a credit, where it is not sure enough to be made."""
    split = split_caption(_one_line(words.description), expected=True)
    return split if split.credit and not split.is_sure else None


def _caption(description: str) -> tuple[str, Credit]:
    """The caption without the credit and the editors' advisories in it, and that credit."""
    if _CAMERAS_OWN.fullmatch(description):
        return "", Credit()
    text = _one_line(description)
    split = split_caption(text, expected=True)
    if split.is_caption and split.is_sure and split.credit and split.caption:
        return split.caption, split.parts
    return cut_advisory(text)[0].strip() or text, Credit()


def file_credit(words: FileWords) -> Credit:
    """Creators, credit line and source as one credit in parts (IPTC 2025.1: Creator, Credit Line, Source).

    The line that prints is house style, unless the credit line says it all by itself.
    """
    creators = [_one_line(name)[:100] for name in words.creators[:20]]
    line = _one_line(words.credit_line or words.source)[:300]
    named = [name for name in creators if name and name.casefold() not in line.casefold()]
    if not named:
        return parse_credit(line) if line else Credit()
    joined = parse_credit(" / ".join(filter(None, [" and ".join(_names(named)), line])))
    if joined.is_sure and len(joined.creators) >= len(named):
        return replace(joined, raw="")
    stated = parse_credit(line)
    if stated.is_sure and not stated.creators:
        return replace(stated, creators=_names(creators), raw="")
    raw = " / ".join(filter(None, [", ".join(_names(creators)), line]))
    return Credit(_names(creators), source=line, raw=raw)  # a body that no list knows


def _names(creators: list[str]) -> tuple[str, ...]:
    """Names as people write them: a file in capitals does not shout in print."""
    return tuple(name.title() if name.isupper() and " " in name else name for name in creators if name)


def moment(date: str, zone: tzinfo) -> datetime | None:
    """An ISO date or time as a moment; a year or a month alone is none, a day is its first moment."""
    if len(date) < 10:
        return None
    try:
        found = datetime.fromisoformat(date)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=zone)


def web_address(text: str) -> str:
    """The text if it is an http or https address; anything else, `javascript:` above all, is dropped."""
    text = text.strip()
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    is_address = parts.scheme in ("http", "https") and parts.netloc and not re.search(r"\s", text)
    return text if is_address and len(text) <= 500 else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
