"""XMP packets (ISO 16684-1) as plain values: texts, lists, choices of language, structures. Pure.

Namespaces decide, never prefixes. A document type is refused, and with it every entity.
"""

import re
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from articles.photos.metadata_text import clean

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MAX_DEPTH = 12
MAX_ITEMS = 500
PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/rights/": "xmpRights",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://ns.adobe.com/xap/1.0/bj/": "xmpBJ",
    "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#": "stEvt",
    "http://ns.adobe.com/xap/1.0/sType/ResourceRef#": "stRef",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
    "http://ns.adobe.com/exif/1.0/": "exif",
    "http://ns.adobe.com/exif/1.0/aux/": "aux",
    "http://cipa.jp/exif/1.0/": "exifEX",
    "http://ns.adobe.com/tiff/1.0/": "tiff",
    "http://ns.adobe.com/camera-raw-settings/1.0/": "crs",
    "http://ns.adobe.com/lightroom/1.0/": "lr",
    "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "Iptc4xmpCore",
    "http://iptc.org/std/Iptc4xmpExt/2008-02-29/": "Iptc4xmpExt",
    "http://ns.useplus.org/ldf/xmp/1.0/": "plus",
    "http://prismstandard.org/namespaces/basic/2.0/": "prism",
    "http://ns.adobe.com/xmp/note/": "xmpNote",
    "http://creativecommons.org/ns#": "cc",
    "http://xmp.gettyimages.com/gift/1.0/": "GettyImagesGIFT",
}
_UNFIT_BYTES = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_UNFIT_REFERENCE = re.compile(rb"&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));", re.IGNORECASE)

Value = str | list | dict


def read_xmp(packets: list[bytes]) -> tuple[dict[str, Value], list[str]]:
    """The properties by name (`dc:creator`), and a note for each packet that cannot be read.

    A choice of languages is a dict of texts by language; a structure is a dict by names with a prefix.
    """
    found: dict[str, Value] = {}
    notes = []
    for packet in packets:
        try:
            found = _properties(_parse(packet)) | found  # the first packet that has a property keeps it
        except DefusedXmlException:
            notes.append("The XMP block declares a document type; it was left out")
        except (ParseError, ValueError, LookupError) as error:
            notes.append(f"The XMP block cannot be read: {str(error)[:150]}")
    return found, notes


def _parse(packet: bytes) -> Element:
    """The document in a packet, without what stands round it; with what XML forbids taken out if need be."""
    start, end = packet.find(b"<"), packet.rfind(b">")
    packet = packet if packet[:2] in (b"\xff\xfe", b"\xfe\xff") else packet[max(start, 0) : end + 2]
    if packet[1:2] != b"\0" and packet[:1] != b"\0":
        packet = packet.rstrip(b"\0")
    try:
        return fromstring(packet, forbid_dtd=True)
    except ParseError:
        text = _UNFIT_REFERENCE.sub(b"", _UNFIT_BYTES.sub(b"", packet)).decode("utf-8", "replace")
        return fromstring(re.sub(r"^<\?xml[^>]{0,200}\?>", "", text), forbid_dtd=True)


def _properties(root: Element) -> dict[str, Value]:
    found: dict[str, Value] = {}
    rdf = root if root.tag == f"{RDF}RDF" else root.find(f".//{RDF}RDF")
    for description in () if rdf is None else list(rdf)[:MAX_ITEMS]:
        for name, value in _members(description, 0).items():
            found.setdefault(name, value)
    return found


def _members(node: Element, depth: int) -> dict[str, Value]:
    """The properties of a node: its attributes, then its elements."""
    found: dict[str, Value] = {}
    for name, text in list(node.attrib.items())[:MAX_ITEMS]:
        if not name.startswith(RDF) and name != XML_LANG and clean(text):
            found[standard_name(name)] = clean(text)
    for child in list(node)[:MAX_ITEMS]:
        value = _value(child, depth + 1)
        if value:
            found.setdefault(standard_name(child.tag), value)
    return found


def _value(node: Element, depth: int) -> Value:
    """What a property or an item holds, in whichever of RDF's forms it is written."""
    if depth > MAX_DEPTH:
        return ""
    if resource := node.get(f"{RDF}resource"):
        return clean(resource)
    first = node[0] if len(node) else None
    if first is None:
        return _members(node, depth) or clean(node.text or "")
    if first.tag == f"{RDF}Alt":
        return _choices(first, depth)
    if first.tag in (f"{RDF}Bag", f"{RDF}Seq"):
        items = (_value(item, depth + 1) for item in list(first)[:MAX_ITEMS] if item.tag == f"{RDF}li")
        return [item for item in items if item]
    members = _members(first if first.tag == f"{RDF}Description" else node, depth)
    return members.get("rdf:value", members)


def _choices(alt: Element, depth: int) -> Value:
    """Texts by language; choices without a language (thumbnails) are a list."""
    items = [item for item in list(alt)[:MAX_ITEMS] if item.tag == f"{RDF}li"]
    if any(item.get(XML_LANG) for item in items):
        texts = {(item.get(XML_LANG) or "x-default").lower()[:40]: clean(item.text or "") for item in reversed(items)}
        return {language: text for language, text in reversed(texts.items()) if text}
    return [value for item in items if (value := _value(item, depth + 1))]


def standard_name(tag: str) -> str:
    """`{http://purl.org/dc/elements/1.1/}title` as `dc:title`; an unknown namespace stays whole."""
    if not tag.startswith("{"):
        return tag[:200]
    namespace, _, name = tag[1:].partition("}")
    if f"{{{namespace}}}" == RDF:
        return f"rdf:{name}"[:200]
    return f"{PREFIXES.get(namespace, f'{{{namespace}}}')}:{name}"[:400]


def one_text(value: Value | None, language: str = "") -> str:
    """A value where one text is wanted: a choice of languages gives that of `language`, its relative, the default."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return next((text for item in value if (text := one_text(item, language))), "")
    return _in_language(value, language.lower()) if value and _is_choice(value) else ""


def _is_choice(value: dict) -> bool:
    return not any(":" in key for key in value)


def _in_language(texts: dict[str, str], language: str) -> str:
    if language in texts:
        return texts[language]
    family = language.partition("-")[0]
    relative = next((key for key in texts if family and key.partition("-")[0] == family), "x-default")
    return texts.get(relative) or next(iter(texts.values()), "")


def many_texts(value: Value | None, language: str = "") -> list[str]:
    """A value where a list of texts is wanted; what is written as one text is one."""
    if isinstance(value, list):
        return [text for item in value if (text := one_text(item, language))]
    text = one_text(value, language)
    return [text] if text else []


def structures(value: Value | None) -> list[dict]:
    """A value where structures are wanted, one or a list of them."""
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, dict) and not _is_choice(item)]
