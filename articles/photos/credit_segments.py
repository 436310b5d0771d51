"""A credit line cut into segments, each a person, a body, a house or a gift, and its qualifiers. Pure."""

import re
from dataclasses import dataclass

from articles.photos.houses import find_house, reads_like_house
from articles.photos.names import is_body, is_person, is_title_case

QUALIFIERS = ("pool", "handout", "courtesy", "stringer", "composite", "file")

_QUALIFIER_WORDS = {
    "file": "file", "files": "file", "file photo": "file", "file image": "file", "archive": "file", "archiv": "file",
    "archivo": "file", "archives": "file", "archivbild": "file", "archivfoto": "file",
    "fichier": "file",
    "pool": "pool", "pool photo": "pool", "pool photos": "pool", "pool photograph": "pool", "pool foto": "pool",
    "handout": "handout", "handout photo": "handout", "handout image": "handout", "ho": "handout",
    "hand out": "handout",
    "stringer": "stringer", "str": "stringer", "stringer photo": "stringer",
    "courtesy": "courtesy", "courtesy photo": "courtesy", "composite": "composite", "combo": "composite",
    "combination": "composite", "combination photo": "composite",
    "composite image": "composite", "montage": "composite",
}  # fmt: skip
_TRAILING = re.compile(
    r"(?P<mark>(?: [-–] |[ ,(/])+)\(?(?P<word>file photo|file|files|pool photo|pool|handout photo|handout|ho"
    r"|stringer|str|composite|combo|courtesy)\)?$",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"(?P<word>files?|file photo|pool photo|pool|handout photo|handout|stringer|composite|combination(?: of)?|"
    r"guardian composite|combo)(?:[:,]? (?:photo )?(?:by|from|of)? ?|: ?)(?=\S)",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    r"(?:photos? |images? |picture )?(?:courtesy|cortesía|cortesia|gentileza|con il permesso"
    r"|mit freundlicher genehmigung|avec l['’]aimable autorisation)"
    r"(?: (?:of|from|de|di|von|by|photo from|photo/))?[: ]+(?=\S)",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r" ?[/\\|·•+] ?| ?[–—―] ?| --? |; ?")
_VIA = re.compile(r",? ?\bvia (?=\S)| / via ", re.IGNORECASE)
_FOR = re.compile(
    r",? (?:for|pour|para|für|per|voor|for:) (?=\S)|,? ?special to (?=\S)|, (?:staff )?special (?:for|to) ",
    re.IGNORECASE,
)
_LEADING_FOR = re.compile(r"(?:special )?(?:for|to) (?=\S)", re.IGNORECASE)
_GIVERS = ("supplied", "handout", "source")
_NO_NAMES_TEXT = (
    "supplied,staff,provided,divulgação,contributed,submitted,archive photo,illustration,photo illustration,"
    "photo,screenshot,screengrab,screen grab,video still,still image"
)
_NO_NAMES = frozenset(_NO_NAMES_TEXT.split(","))
_PHOTO_BY = re.compile(r" (?:photos?|photograph|pictures?|images?) by ", re.IGNORECASE)
_AND = re.compile(r" (?:and|und|et|y|e|och|og|en|i|и|&) |, ")
_STAFF = re.compile(
    r"[,/ ]+\(?(?:staff(?: photographer| photo| writer)?|photographer|fotograf|correspondent"
    r"|contributor)\)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Segment:
    """A piece between two marks; ``join`` is what stands before it: "", "/", ";", "via", "for" or ","."""

    text: str
    kind: str  # person, body, house, courtesy or other
    join: str = ""


def cut_segments(core: str) -> tuple[list[Segment], list[str]]:
    """The segments of a bare credit, each with its kind, and the qualifiers found among them."""
    qualifiers: list[str] = []
    segments: list[Segment] = []
    for join, text in _pieces(core):
        text = _take_qualifiers(text, qualifiers)
        if text:
            segments += _refine(text, join, first=not segments)
    return segments, [q for q in QUALIFIERS if q in qualifiers]


def _pieces(core: str) -> list[tuple[str, str]]:
    """The line cut at slashes, dashes and "via"; a house that holds such a mark itself stays whole."""
    pieces: list[tuple[str, str]] = []
    for number, supplied in enumerate(_VIA.split(core)):
        join = "via" if number else ""
        for text, mark in _cut_marks(supplied):
            if text:
                pieces.append((join or mark, text))
                join = ""
    return pieces


def _cut_marks(text: str) -> list[tuple[str, str]]:
    if find_house(text):
        return [(text.strip(), "")]
    found, start, mark = [], 0, ""
    for place in _SEPARATOR.finditer(text):
        found.append((text[start : place.start()].strip(" ,"), mark))
        start, mark = place.end(), ";" if ";" in place.group() else "/"
    found.append((text[start:].strip(" ,"), mark))
    return found


def _take_qualifiers(text: str, qualifiers: list[str]) -> str:
    """The text without the qualifiers at its edges, which are added to the list."""
    for _ in range(4):
        whole = _QUALIFIER_WORDS.get(text.casefold().strip("(). "))
        if whole:
            qualifiers.append(whole)
            return ""
        found = _LEADING.match(text) or _TRAILING.search(text)
        if not found:
            break
        rest = (text[found.end() :] if found.start() == 0 else text[: found.start()]).strip(" ,(")
        if not _may_drop(found["word"], rest, found.groupdict().get("mark", "")):
            break
        qualifiers.append(_QUALIFIER_WORDS[found["word"].casefold().removeprefix("guardian ").removesuffix(" of")])
        text = rest
    if _COURTESY.match(text) or re.search(r",? courtesy (?:of )?\S", text, re.IGNORECASE):
        qualifiers.append("courtesy")
    return text


def _may_drop(word: str, rest: str, mark: str) -> bool:
    """Whether an edge word is a qualifier: not the second half of a name (`Jane Pool`, `Ka Wing Ho`)."""
    if not rest or word.casefold().startswith("file"):
        return bool(rest)
    if mark == " " and word[0].isupper() and " " not in word:
        return _is_house(rest)
    return len(rest.split()) > 1 or _is_house(rest)


def _is_house(text: str) -> bool:
    return bool(find_house(text)) or reads_like_house(text)


def _refine(text: str, join: str, first: bool) -> list[Segment]:
    """One piece cut further where a lesser mark parts a name from a house."""
    text = _without_staff(text, first)
    if text.casefold() in _NO_NAMES:
        return []
    text = text if first else text[_leading_for(text) :]
    if find_house(text):
        return [Segment(_without_the(text), "house", join)]
    for cut in (
        _cut_courtesy,
        _cut_photo_by,
        _cut_for,
        _cut_bracket,
        _cut_colon,
        _cut_comma,
        _cut_stop,
        _cut_hyphen,
        _cut_space,
    ):
        found = cut(text, join, first)
        if found:
            return found
    names = [] if reads_like_house(text) else _names(text)
    if names:
        return [Segment(name, "person", join if not n else "&") for n, name in enumerate(names)]
    return [Segment(_without_the(text), _kind(text, first), join)]


def _without_staff(text: str, first: bool) -> str:
    """Without `, Staff photographer`; a paper's own `Globe Staff` after the name stays whole."""
    rest = _STAFF.sub("", text)
    return text if not rest or (not first and " " not in rest and not _is_house(rest)) else rest


def _leading_for(text: str) -> int:
    """How long the `For ` before a house is, as in `Jane Doe/For The Paper`."""
    found = _LEADING_FOR.match(text)
    return found.end() if found else 0


def _cut_courtesy(text: str, join: str, first: bool) -> list[Segment]:
    found = _COURTESY.search(text)
    if not found:
        return []
    before, giver = text[: found.start()].strip(" ,"), text[found.end() :]
    head = _refine(before, join, first) if before else []
    return [*head, Segment(_without_the(giver), "courtesy", join if not head else ",")]


def _cut_photo_by(text: str, join: str, first: bool) -> list[Segment]:
    found = _PHOTO_BY.search(text)
    if not found or not is_title_case(text[: found.start()]):
        return []
    body, names = text[: found.start()], _names(text[found.end() :])
    return [*(Segment(n, "person", join) for n in names), Segment(body, "house", "for")] if names else []


def _cut_for(text: str, join: str, first: bool) -> list[Segment]:
    found = _FOR.search(text)
    if not found:
        return []
    names, house = _names(text[: found.start()]), text[found.end() :].strip('«»“”" ')
    if not names or not (is_title_case(house) or _is_house(house)):
        return []
    return [
        *(Segment(n, "person", join if not i else "&") for i, n in enumerate(names)),
        *_refine_house(house, "for"),
    ]


def _refine_house(text: str, join: str) -> list[Segment]:
    return [Segment(_without_the(text), "house", join)]


def _cut_bracket(text: str, join: str, first: bool) -> list[Segment]:
    """`Name (House)`."""
    if not text.endswith(")") or text.count("(") != 1:
        return []
    before, inside = text[:-1].split("(")
    if not (_is_house(inside.strip()) and before.strip()):
        return []
    return [*_refine(before.strip(), join, first), *_refine_house(inside.strip(), "/")]


def _cut_colon(text: str, join: str, first: bool) -> list[Segment]:
    """`House: Name`, `Supplied: Body`, the Australian broadcaster's form."""
    left, colon, right = text.partition(": ")
    if not colon or not right.strip():
        return []
    if left.casefold() in _GIVERS:
        return _refine(right, join, first)
    if _is_branch(left):
        return [Segment(left, "house", join), *_refine(right, "/", first)]
    return [*_refine_house(left, join), *_refine(right, "/", first)] if _is_house(left) else []


def _is_branch(text: str) -> bool:
    """A house's local station or desk: `ABC Sunshine Coast`, a listed broadcaster with its place."""
    house = find_house(text.partition(" ")[0])
    kinds = ("broadcaster", "newspaper")
    return bool(house) and house.kind in kinds and is_title_case(text) and len(text.split()) <= 4


def _cut_comma(text: str, join: str, first: bool) -> list[Segment]:
    """`Name, House` and `Name, Name / House`, but not `Jane Doe, Jr.`."""
    left, comma, right = text.rpartition(", ")
    if not comma or right.rstrip(".").casefold() in ("jr", "sr", "inc", "ltd", "llc"):
        return []
    is_house = _is_house(right) or (is_body(right) and not is_person(right))
    if not is_house:
        return []
    return [
        *_refine(left, join, first),
        Segment(_without_the(right), "house" if _is_house(right) else "body", "/"),
    ]


def _cut_stop(text: str, join: str, first: bool) -> list[Segment]:
    """`Name. House`, as French papers write it."""
    left, stop, right = text.rpartition(". ")
    return (
        [*_refine(left, join, first), *_refine_house(right, "/")]
        if stop and find_house(right) and is_person(left)
        else []
    )


def _cut_hyphen(text: str, join: str, first: bool) -> list[Segment]:
    """`Name-House` without spaces, as in American sports pictures."""
    left, hyphen, right = text.rpartition("-")
    return (
        [*_refine(left, join, first), *_refine_house(right, "/")]
        if hyphen and find_house(right) and is_person(left)
        else []
    )


def _cut_space(text: str, join: str, first: bool) -> list[Segment]:
    """`Name House` and `House Name` with no mark at all: a listed house of up to three words at either end."""
    words = text.split()
    for size in (3, 2, 1):
        if len(words) - size < 2:
            continue
        left, right = " ".join(words[:-size]), " ".join(words[-size:])
        if find_house(right) and (right.isupper() or size > 1) and is_person(left):
            return [*_refine(left, join, first), *_refine_house(right, "/")]
    return []


def _names(text: str) -> list[str]:
    """The persons a piece names, or an empty list; `José Ortega y Gasset` stays one."""
    if is_person(text) and not _AND.search(text):
        return [text]
    parts = [part.strip() for part in _AND.split(text)]
    suffixes = {"jr", "sr", "jr.", "sr."}
    if all(is_person(p) and p.casefold() not in suffixes and len(p.split()) > 1 for p in parts):
        return parts
    if " and " in text and len(parts) > 1 and all(is_person(p) for p in parts):
        return parts
    return [text] if is_person(text.replace(",", "")) else []


def _without_the(text: str) -> str:
    return text.removeprefix("the ").strip(" ,")


def _kind(text: str, first: bool) -> str:
    if _is_house(text):
        return "house"
    if is_body(text) or (not first and is_title_case(text)):
        return "body"
    return "body" if is_title_case(text) else "other"
