"""Datelines: the place a story was filed from, at the start of its first paragraph (AP and Reuters style). Pure."""

import re

from articles.photos.houses import find_house

_MONTH = (
    r"(?i:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|ene|abr|ago|dic|mag|giu|lug|set|ott|gen"
    r"|fév|avr|aoû|déc)"
)
_DASH = r"(?:\s*(?:—|–|−|--|―)\s*|\s+-\s+|\.-\s+|\s-\s*|-\s+)"
_AGENCY = r"\((?P<agency>[^()\d]{2,45})\)"
_CAPS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’/-]*"
_CAPS_PLACE = rf"{_CAPS}(?: (?:{_CAPS}|of|de|del|la|the)){{0,4}}"
_TITLE = r"(?:[A-ZÀ-ÖØ-Þ][\w.'’/-]*|(?:a[dlnrsz]|ash|el)-[A-Z][\w’'-]*|of|the|de|del|and)"
_TITLE_PLACE = rf"[A-ZÀ-ÖØ-Þ][\w.'’/-]*(?: {_TITLE}){{0,4}}"
_REGION = rf"(?:, (?:{_TITLE}(?: {_TITLE}){{0,3}}))?"
_DATE = rf"(?:,? (?:(?:{_MONTH})\w*\.? \d{{1,2}}|\d{{1,2}}\.? (?:{_MONTH})\w*\.?)(?:,? \d{{4}})?)?"
PLACE = rf"{_TITLE_PLACE}{_REGION}"
_FORMS = (
    re.compile(rf"(?P<place>{_CAPS_PLACE}{_REGION}){_DATE},? ?(?:{_AGENCY})?{_DASH}"),
    re.compile(rf"(?P<place>{_TITLE_PLACE}{_REGION}){_DATE},? {_AGENCY}(?:\.?{_DASH}|: )"),
    re.compile(rf"\((?P<agency>[^()\d]{{2,30}})\){_DASH}(?:(?P<place>{_CAPS_PLACE}{_REGION}){_DATE}{_DASH})?"),
    re.compile(rf"(?P<place>{_CAPS_PLACE}{_REGION}){_DATE}(?::| [|•·]) (?=[A-ZÀ-ÖØ-Þ“\"])"),
)
# `Velmora, Norland – The mayor …`: no capitals and no agency, so only a spaced dash and a short place will do.
_MIXED = re.compile(
    rf"(?P<place>(?!The )[A-ZÀ-ÖØ-Þ][\w.'’/-]*(?: {_TITLE}){{0,2}}(?:{_REGION}|, [A-ZÀ-ÖØ-Þ]\w+ [a-z]{{4,12}}))"
    rf" [–—] (?=[“\"„«‘A-ZÀ-ÖØ-Þ])"
)
_SPOKEN = re.compile(r"(?P<place>[A-ZÀ-ÖØ-Þ][a-zß-ÿ]+(?: [A-ZÀ-ÖØ-Þ][a-zß-ÿ]+)?): (?=[“\"A-ZÀ-ÖØ-Þ])")
_ONLY_LABELS_TEXT = """
UPDATE UPDATED EXCLUSIVE BREAKING ANALYSIS OPINION NOTE WATCH READ RELATED CORRECTION LIVE Q A FILE
PHOTO PHOTOS VIDEO
"""
_ONLY_LABELS = frozenset(_ONLY_LABELS_TEXT.split())


def split_dateline(text: str) -> tuple[str, str]:
    """The place, without agency and date, and the text after it; ("", text) where there is no dateline."""
    for form in _FORMS:
        found = form.match(text[:160])
        if found and _is_place(found["place"] or "", found["agency"] if "agency" in form.groupindex else ""):
            return (found["place"] or "").rstrip(" ,"), text[found.end() :].lstrip()
    return "", text


def split_mixed_dateline(text: str) -> tuple[str, str]:
    """As split_dateline, for a place in mixed case: believed only in a story's first words, by who calls it.

    A second dash soon after makes the first one the opening of an aside.
    """
    found = _MIXED.match(text[:160])
    if not found or len(text.split()) < 8 or re.search(r" [–—] ", text[found.end() : found.end() + 120]):
        return "", text
    return _without_house(found["place"]), text[found.end() :]


def _without_house(place: str) -> str:
    """`Port Ansel, Norland CNN`: the place before the house that was copied behind it."""
    before, _, last = place.rpartition(" ")
    return before if before and last.isupper() and find_house(last) else place


def split_spoken_dateline(text: str, others: str) -> tuple[str, str]:
    """As split_dateline, for `Dubai: The airline …`: a place that the story's other paragraphs name again."""
    found = _SPOKEN.match(text)
    if not found or len(text.split()) < 10 or found["place"].upper() in _ONLY_LABELS:
        return "", text
    is_named = re.search(rf"\b{re.escape(found['place'])}\b", text[found.end() :] + " " + others)
    return (found["place"], text[found.end() :]) if is_named else ("", text)


def _is_place(place: str, agency: str | None) -> bool:
    """Two letters at least, no label (`UPDATE — …`), no acronym that is a subject (`NATO — …` has no agency)."""
    if not place:
        return bool(agency) and agency[0].isupper() and len(agency.split()) <= 3
    head = place.split(",")[0].rstrip(" .")
    return len(head) >= 3 and not set(head.split()) <= _ONLY_LABELS
