"""The words that a picture carries inside its file, as blocks of XMP, IIM and EXIF. Pure.

Fields by IPTC Photo Metadata 2025.1; what is written is the library's word, never the file's own.
"""

import hashlib
import re
import struct
from dataclasses import dataclass
from xml.sax.saxutils import escape

from PIL import Image
from PIL.ExifTags import Base

from articles.photos.source_types import SCHEME

MAX_SEGMENT = 65_000  # bytes; a JPEG's segment holds 65,533
# Exif 3.0, table 27: what each JPEG's first directory must say; 72 pixels an inch where nothing better is known.
_REQUIRED = {Base.XResolution: 72.0, Base.YResolution: 72.0, Base.ResolutionUnit: 2, Base.YCbCrPositioning: 1}
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
}


@dataclass(frozen=True)
class CarriedWords:
    """What readers' files say of the picture (STANDARDS.md, Photo metadata: write into every rendition)."""

    description: str = ""
    creators: tuple[str, ...] = ()
    credit_line: str = ""
    source: str = ""
    copyright_notice: str = ""
    usage_terms: str = ""
    web_statement: str = ""
    licensor: str = ""
    licensor_url: str = ""
    alt_text: str = ""
    digital_source_type: str = ""

    @property
    def digest(self) -> str:
        """Twelve hexadecimal digits that change with any word."""
        return hashlib.sha256(self.xmp()).hexdigest()[:12]

    def xmp(self) -> bytes:
        """The packet, in UTF-8, without padding."""
        source_type = SCHEME + self.digital_source_type if self.digital_source_type else ""
        inside = "".join(
            (
                _alt("dc:description", self.description),
                _list("dc:creator", self.creators),
                _plain("photoshop:Credit", self.credit_line),
                _plain("photoshop:Source", self.source),
                _alt("dc:rights", self.copyright_notice),
                _alt("xmpRights:UsageTerms", self.usage_terms),
                _plain("xmpRights:WebStatement", self.web_statement),
                self._licensor(),
                _alt("Iptc4xmpCore:AltTextAccessibility", self.alt_text),
                _plain("Iptc4xmpExt:DigitalSourceType", source_type),
            )
        )
        used = "".join(f' xmlns:{name}="{uri}"' for name, uri in _NAMESPACES.items() if f"<{name}:" in inside)
        return (
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
            f'<rdf:Description rdf:about=""{used}>{inside}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
        ).encode()

    def _licensor(self) -> str:
        stated = _plain("plus:LicensorName", self.licensor) + _plain("plus:LicensorURL", self.licensor_url)
        item = f'<rdf:li rdf:parseType="Resource">{stated}</rdf:li>'
        return f"<plus:Licensor><rdf:Seq>{item}</rdf:Seq></plus:Licensor>" if stated else ""

    def iim(self) -> bytes:
        """Datasets in UTF-8 (1:90 says so), each cut at the length that IIM 4.2 allows; for readers of old."""
        fields = [
            (120, self.description, 2000),
            *((80, name, 32) for name in self.creators),
            (110, self.credit_line, 32),
            (115, self.source, 32),
            (116, self.copyright_notice, 128),
        ]
        found = b"".join(_dataset(2, number, _cut(text, limit)) for number, text, limit in fields if text)
        return _dataset(1, 90, b"\x1b%G") + _dataset(2, 0, b"\0\x04") + found if found else b""

    def exif(self) -> bytes:
        """A TIFF structure with Artist, Copyright and the tags Exif requires: no place, no camera, no thumbnail."""
        texts = {Base.Artist: "; ".join(self.creators), Base.Copyright: self.copyright_notice}
        stated = {tag: _UNFIT.sub("", text).encode() for tag, text in texts.items() if text}
        if not stated:
            return b""
        block = Image.Exif()
        block.update(_REQUIRED | stated)
        return block.tobytes().removeprefix(b"Exif\0\0")


def _fit(text: str) -> str:
    return escape(_UNFIT.sub("", text))


def _plain(name: str, text: str) -> str:
    return f"<{name}>{_fit(text)}</{name}>" if text else ""


def _alt(name: str, text: str) -> str:
    item = f'<rdf:Alt><rdf:li xml:lang="x-default">{_fit(text)}</rdf:li></rdf:Alt>'
    return f"<{name}>{item}</{name}>" if text else ""


def _list(name: str, texts: tuple[str, ...]) -> str:
    items = "".join(f"<rdf:li>{_fit(text)}</rdf:li>" for text in texts)
    return f"<{name}><rdf:Seq>{items}</rdf:Seq></{name}>" if items else ""


def _cut(text: str, limit: int) -> bytes:
    """At most `limit` bytes of UTF-8, no character halved."""
    return _UNFIT.sub("", text).encode()[:limit].decode("utf-8", "ignore").encode()


def _dataset(record: int, number: int, data: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, record, number, len(data)) + data
