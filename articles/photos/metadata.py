"""What a picture's file says of itself, by IPTC Photo Metadata 2025.1. Pure: no Django, no database.

XMP goes before IIM (which cuts credit, by-line, source and city at 32 characters), and IIM before EXIF. What is
read here is what the file says, not what the library makes of it: that is `proposals.py`.
"""

import json
import re
from dataclasses import asdict, dataclass, field
from typing import BinaryIO

from articles.photos.metadata_blocks import Blocks, find_blocks
from articles.photos.metadata_exif import BadTags, read_tags, tags_of
from articles.photos.metadata_iim import read_iim
from articles.photos.metadata_text import clean
from articles.photos.metadata_xmp import many_texts, one_text, read_xmp, structures

MAX_RAW = 200_000  # characters of JSON kept of each block
MAX_ITEMS = 500
_DATE = re.compile(r"(\d{4})[-:]?(\d\d)?[-:]?(\d\d)?")
_TIME = re.compile(r"(\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?")


@dataclass(frozen=True)
class Licensor:
    """Who gives licences for the picture (PLUS, Licensor)."""

    name: str = ""
    url: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class FileWords:
    """Every field that a picture's file was found to state; "" and () where it says nothing.

    `date_created` is ISO 8601 as precise as the file is: a year, a month, a day, or a time, with a zone only if
    the file names one. `raw` has the three blocks whole, `xmp`, `iim` and `exif`, by their standards' own names.
    """

    description: str = ""
    creators: tuple[str, ...] = ()
    creators_jobtitle: str = ""
    contact: dict[str, str] = field(default_factory=dict)
    credit_line: str = ""
    source: str = ""
    copyright_notice: str = ""
    usage_terms: str = ""
    web_statement: str = ""
    licensors: tuple[Licensor, ...] = ()
    headline: str = ""
    title: str = ""
    event: str = ""
    date_created: str = ""
    sublocation: str = ""
    city: str = ""
    state: str = ""
    country: str = ""
    country_code: str = ""
    keywords: tuple[str, ...] = ()
    supplier_reference: str = ""
    instructions: str = ""
    description_writer: str = ""
    alt_text: str = ""
    extended_description: str = ""
    digital_source_type: str = ""
    raw: dict[str, dict] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def as_json(self) -> dict:
        """All of it as plain values."""
        return json.loads(json.dumps(asdict(self)))

    @classmethod
    def from_json(cls, kept: dict) -> "FileWords":
        """What `as_json` gave, of whatever day; names that are not known any more are passed over."""
        known = {name: value for name, value in kept.items() if name in cls.__dataclass_fields__}
        lists = {name: tuple(value) for name, value in known.items() if isinstance(value, list)}
        licensors = tuple(Licensor(**licensor) for licensor in known.get("licensors", ()))
        return cls(**known | lists | {"licensors": licensors})


def read_metadata(file: BinaryIO, language: str = "") -> FileWords:
    """What `file` says of itself; where it says it in several languages, in `language` if that is among them.

    Never raises for what the file holds: what could not be read is told in `notes`. Leaves `file` anywhere.
    """
    blocks = find_blocks(file)
    xmp, notes = read_xmp(blocks.xmp)
    iim = read_iim(blocks.iim)
    exif, exif_notes = _exif(file, blocks)
    said = _Said(xmp, iim, exif, language)
    notes = [*blocks.notes, *notes, *exif_notes]
    raw = {name: _bounded(name, found, notes) for name, found in (("xmp", xmp), ("iim", iim), ("exif", exif))}
    return FileWords(**said.words(), raw=raw, notes=tuple(clean(note) for note in notes))


def _exif(file: BinaryIO, blocks: Blocks) -> tuple[dict, list[str]]:
    if not (blocks.exif or blocks.is_tiff):
        return {}, []
    try:
        return (read_tags(file) if blocks.is_tiff else tags_of(blocks.exif)), []
    except (BadTags, OSError, ValueError, OverflowError) as error:
        return {}, [f"The EXIF block cannot be read: {error}"]


def _bounded(name: str, found: dict, notes: list[str]) -> dict:
    """The block's values in their order, as many as MAX_RAW holds."""
    kept, left = {}, MAX_RAW
    for key, value in found.items():
        left -= len(json.dumps(value)) + len(key)
        if left < 0:
            notes.append(f"The {name.upper()} block says more than is kept; it ends before {key}")
            break
        kept[key] = value
    return kept


class _Said:
    """The three blocks, asked field by field in the order XMP, IIM, EXIF."""

    def __init__(self, xmp: dict, iim: dict, exif: dict, language: str):
        self.xmp, self.iim, self.exif, self.language = xmp, iim, exif, language
        self.core = next(iter(structures(xmp.get("Iptc4xmpCore:CreatorContactInfo"))), {})
        created = structures(xmp.get("Iptc4xmpExt:LocationCreated"))
        self.places = [*created, *structures(xmp.get("Iptc4xmpExt:LocationShown"))]

    def one(self, *names: str, iim: str = "", exif: str = "") -> str:
        for name in names:
            if text := one_text(self.xmp.get(name), self.language):
                return text
        return (self.iim.get(iim) or [""])[0] or self._tag(exif)

    def many(self, name: str, iim: str) -> tuple[str, ...]:
        found = many_texts(self.xmp.get(name), self.language) or self.iim.get(iim, [])
        return tuple(dict.fromkeys(found[:MAX_ITEMS]))

    def _tag(self, name: str) -> str:
        value = self.exif.get(name, "")
        return value if isinstance(value, str) else ""

    def place(self, *names: str, iim: str, member: str) -> str:
        """A place as it stands alone, else in the structure of where the picture was made, then of what it shows."""
        alone = self.one(*names, iim=iim)
        inside = (one_text(place.get(f"Iptc4xmpExt:{member}"), self.language) for place in self.places)
        return alone or next(filter(None, inside), "")

    def words(self) -> dict:
        return self._about() | self._rights() | self._place() | {"date_created": self._date()}

    def _about(self) -> dict:
        caption = self.one("dc:description", iim="Caption-Abstract", exif="ImageDescription")
        return {
            "description": caption or self._tag("UserComment"),
            "headline": self.one("photoshop:Headline", iim="Headline"),
            "title": self.one("dc:title", iim="ObjectName"),
            "event": self.one("Iptc4xmpExt:Event"),
            "keywords": self.many("dc:subject", "Keywords"),
            "supplier_reference": self.one(
                "photoshop:TransmissionReference", "plus:ImageSupplierImageID", iim="OriginalTransmissionReference"
            ),
            "instructions": self.one("photoshop:Instructions", iim="SpecialInstructions"),
            "description_writer": self.one("photoshop:CaptionWriter", iim="Writer-Editor"),
            "alt_text": self.one("Iptc4xmpCore:AltTextAccessibility"),
            "extended_description": self.one("Iptc4xmpCore:ExtDescrAccessibility"),
            "digital_source_type": self.one("Iptc4xmpExt:DigitalSourceType"),
        }

    def _rights(self) -> dict:
        artists = (part.strip() for part in self._tag("Artist").split(";"))
        return {
            "creators": self.many("dc:creator", "By-line") or tuple(filter(None, artists)),
            "creators_jobtitle": self.one("photoshop:AuthorsPosition", iim="By-lineTitle"),
            "contact": {key.partition(":")[2]: text for key, value in self.core.items() if (text := one_text(value))},
            "credit_line": self.one("photoshop:Credit", iim="Credit"),
            "source": self.one("photoshop:Source", iim="Source"),
            "copyright_notice": self.one("dc:rights", iim="CopyrightNotice", exif="Copyright"),
            "usage_terms": self.one("xmpRights:UsageTerms"),
            "web_statement": self.one("xmpRights:WebStatement"),
            "licensors": tuple(map(_licensor, structures(self.xmp.get("plus:Licensor"))))[:3],
        }

    def _place(self) -> dict:
        return {
            "sublocation": self.place("Iptc4xmpCore:Location", iim="Sub-location", member="Sublocation"),
            "city": self.place("photoshop:City", iim="City", member="City"),
            "state": self.place("photoshop:State", iim="Province-State", member="ProvinceState"),
            "country": self.place("photoshop:Country", iim="Country-PrimaryLocationName", member="CountryName"),
            "country_code": self.place(
                "Iptc4xmpCore:CountryCode", iim="Country-PrimaryLocationCode", member="CountryCode"
            ),
        }

    def _date(self) -> str:
        in_iim = self.one(iim="DateCreated")
        time = self.one(iim="TimeCreated")
        in_exif = self._tag("DateTimeOriginal")
        offers = (
            self.one("photoshop:DateCreated", "exif:DateTimeOriginal"),
            f"{in_iim} {time}" if in_iim else "",
            f"{in_exif}{self._tag('OffsetTimeOriginal')}" if in_exif else "",
        )
        return next(filter(None, map(iso_date, offers)), "")


def _licensor(structure: dict) -> Licensor:
    def said(*names: str) -> str:
        return next(filter(None, (one_text(structure.get(f"plus:Licensor{name}")) for name in names)), "")

    return Licensor(said("Name"), said("URL"), said("Email"), said("Telephone1", "Telephone2"))


def iso_date(text: str) -> str:
    """A date as XMP, IIM or EXIF write it in ISO 8601, no more precise than it was; "" if it is none.

    Years alone and months are kept as such; a time without a zone stays without one. Hundredths of seconds go.
    """
    date = _DATE.match(text.strip()[:40])
    if not date or date[1] == "0000":
        return ""
    year, month, day = date.groups()
    if not _is_month(month):
        return year
    if not day or not 1 <= int(day) <= 31:
        return f"{year}-{month}"
    time = _TIME.match(text.strip()[date.end() : 60].lstrip("T "))
    if not time or int(time[1]) > 23 or int(time[2]) > 59:
        return f"{year}-{month}-{day}"
    hours, minutes, seconds, zone = time.groups()
    zone = (zone or "").replace("Z", "+00:00").replace(":", "")
    return f"{year}-{month}-{day}T{hours}:{minutes}:{seconds or '00'}{zone[:3]}{':' if zone else ''}{zone[3:]}"


def _is_month(month: str | None) -> bool:
    return month is not None and 1 <= int(month) <= 12
