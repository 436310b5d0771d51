"""IPTC's older block, the Information Interchange Model (IIM 4.2): numbered datasets. Pure."""

from articles.photos.metadata_text import MAX_CHARACTERS, clean, decode

MAX_DATASETS = 2000
_ENVELOPE, _APPLICATION, _CHARACTER_SET = 1, 2, 90
_UTF8 = b"\x1b%G"
# Escapes of ISO 2022 that are met in pictures, for the character set of record 2.
_SETS = {_UTF8: "utf-8", b"\x1b%/I": "utf-8", b"\x1b.A": "latin-1", b"\x1b-A": "latin-1", b"\x1b(B": "ascii"}
# exiftool's names, which are those of the standard without spaces.
NAMES = {
    3: "ObjectTypeReference",
    4: "ObjectAttributeReference",
    5: "ObjectName",
    7: "EditStatus",
    10: "Urgency",
    12: "SubjectReference",
    15: "Category",
    20: "SupplementalCategories",
    22: "FixtureIdentifier",
    25: "Keywords",
    26: "ContentLocationCode",
    27: "ContentLocationName",
    30: "ReleaseDate",
    35: "ReleaseTime",
    37: "ExpirationDate",
    38: "ExpirationTime",
    40: "SpecialInstructions",
    42: "ActionAdvised",
    55: "DateCreated",
    60: "TimeCreated",
    62: "DigitalCreationDate",
    63: "DigitalCreationTime",
    65: "OriginatingProgram",
    70: "ProgramVersion",
    75: "ObjectCycle",
    80: "By-line",
    85: "By-lineTitle",
    90: "City",
    92: "Sub-location",
    95: "Province-State",
    100: "Country-PrimaryLocationCode",
    101: "Country-PrimaryLocationName",
    103: "OriginalTransmissionReference",
    105: "Headline",
    110: "Credit",
    115: "Source",
    116: "CopyrightNotice",
    118: "Contact",
    120: "Caption-Abstract",
    121: "LocalCaption",
    122: "Writer-Editor",
    131: "ImageOrientation",
    135: "LanguageIdentifier",
}
_NO_TEXT = {0, 200, 201, 202}  # the record's version; previews


def read_iim(block: bytes) -> dict[str, list[str]]:
    """The application record's datasets by name, each with its values in order; what follows damage is left out."""
    datasets, charset = [], None
    for record, number, data in _datasets(block):
        if (record, number) == (_ENVELOPE, _CHARACTER_SET):
            charset = _SETS.get(data.strip())
        elif record == _APPLICATION and number not in _NO_TEXT:
            datasets.append((number, data))
    found: dict[str, list[str]] = {}
    for number, data in datasets:
        if text := clean(_text(data, charset)):
            found.setdefault(NAMES.get(number, f"2:{number:03d}"), []).append(text)
    return found


def _datasets(block: bytes):
    """Record, dataset and data, as each begins with 1C, record, dataset, and a length of 2 bytes (or more)."""
    at = 0
    for _ in range(MAX_DATASETS):
        if block[at : at + 1] != b"\x1c" or at + 5 > len(block):
            return
        record, number = block[at + 1], block[at + 2]
        size = int.from_bytes(block[at + 3 : at + 5], "big")
        at += 5
        if size & 0x8000:  # an extended dataset: so many bytes hold its length
            width = min(size & 0x7FFF, 8)
            size = int.from_bytes(block[at : at + width], "big")
            at += width
        yield record, number, block[at : at + min(size, MAX_CHARACTERS * 4)]
        at += size


def _text(data: bytes, charset: str | None) -> str:
    """By the set that 1:90 names; writers lie about it, so bytes that do not fit are read as if it were missing."""
    try:
        return data.decode(charset or "utf-8")
    except UnicodeDecodeError:
        return decode(data)
