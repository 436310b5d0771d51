"""A credit line cut into segments, each a person, a body, a house or a gift, and its qualifiers. Pure."""

import re
from dataclasses import dataclass

from articles.photos.credit_qualifiers import COURTESY, QUALIFIERS, take_qualifiers, without_archive_of, without_licence
from articles.photos.credit_words import GIVERS, NO_HOUSES, NO_NAMES
from articles.photos.houses import find_house, is_house, reads_like_house
from articles.photos.names import is_acronym, is_body, is_network, is_person, is_title_case

_SEPARATOR = re.compile(r" ?(?:[/\\|•+=]|·(?!E\b)) ?| ?[–—―] ?| --? |; ?")
_NUMBER = re.compile(r"(?<=/)[A-Z]{1,4}-?\d{3,}\w* ?/ ?(?=[^\Wa-z\d_])")
# Offices whose full names hold small words: `Press Service of the Emergency Service in Hallam region`.
_OFFICE = re.compile(
    r"(?:press (?:service|office)|(?:office|ministry|department|administration|governor|general staff|embassy) of)\b"
    r"(?!.* (?:is|was|are|were|has|had|said|says|will)\b)[^.]*$",
    re.IGNORECASE,
)
_DESK = re.compile(r"[a-z]{2,4}|-")  # the initials of who sent it: `ANTARA FOTO/Jane Doe/nym`
_VIA = re.compile(r",? ?\bvia (?=\S)| / via ", re.IGNORECASE)
_FOR = re.compile(
    r",? (?:for|pour|para|für|per|voor|for:|on|from) (?=\S)|,? ?special to (?=\S)|, (?:staff )?special (?:for|to) ",
    re.IGNORECASE,
)
_LEADING_FOR = re.compile(r"(?:special )?(?:for|to) (?=\S)", re.IGNORECASE)
_PHOTO_BY = re.compile(r" (?:photos?|photograph|pictures?|images?)(?: by|:) ", re.IGNORECASE)
_CLOSED = re.compile(r"(?<=[^\W\d_]{3})\.$")
_ARTICLE = re.compile(
    r"\A(?:(?:the|las?|el|los|les?|der|die|das|des|dem|den|il|lo|gli|het|[ao]s?) |[ld]['’](?=[^\W_]))"
)
_AND = re.compile(r" (?:and|und|et|y|e|och|og|en|i|и|&) |, ")
_COMMA_ONLY = re.compile(r"^[^,]+, (?!(?:and|und|et|y|e) )[^,]+$")
_REPORTER = re.compile(r"(?P<house>.+?) ?(?:记者|記者) ?(?P<name>\S.*)")
_STAFF = re.compile(
    r"[,/ ]+\(?(?:staff(?: photographer| photo| writer)?|(?:contributing )?photographer|photojournalist|fotograf"
    r"|correspondent|contributor|기자|記者|screenshot|screengrab|screen grab)\)?$",
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
    core = without_archive_of(without_licence(core), qualifiers)
    for join, text in _pieces(_NUMBER.sub("#", core)):
        join, text = ("number", text[1:]) if text.startswith("#") else (join, text)
        text = take_qualifiers(text, qualifiers)
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
    """The line at its marks; a house whose name holds one (`RFE/RL`) stays whole."""
    found: list[tuple[str, str]] = []
    start, between, mark = 0, "", ""
    for cut in [*_SEPARATOR.finditer(text), None]:
        piece = text[start : cut.start() if cut else len(text)].strip(" ,")
        if found and _is_half(found[-1][0], piece) and find_house(f"{found[-1][0]}{between}{piece}"):
            found[-1] = (f"{found[-1][0]}{between}{piece}", found[-1][1])
        else:
            found.append((piece, mark))
        if cut:
            start, between = cut.end(), cut.group()
            mark = ";" if ";" in between else "/"
    return found


def _is_half(one: str, other: str) -> bool:
    """Whether two pieces may be halves of one name: `Rex/Shutterstock` are two houses."""
    return not (find_house(one) and find_house(other))


def _refine(text: str, join: str, first: bool) -> list[Segment]:
    """One piece cut further where a lesser mark parts a name from a house."""
    text = _without_staff(text, first)
    if text.casefold() in NO_NAMES or (not first and _DESK.fullmatch(text) and not find_house(text)):
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
        _cut_reporter,
    ):
        found = cut(text, join, first)
        if found:
            return found
    names = [] if reads_like_house(text) else _names(text)
    if names:
        more = "," if len(names) == 2 and _COMMA_ONLY.search(text) else "&"  # the second may be a paper
        return [Segment(name, "person", more if n else join) for n, name in enumerate(names)]
    return [Segment(_without_the(text), _kind(text, first), join)]


def _without_staff(text: str, first: bool) -> str:
    """Without `, Staff photographer`; a paper's own `Globe Staff` after the name stays whole."""
    rest = _STAFF.sub("", text)
    return text if not rest or (not first and " " not in rest and not is_house(rest)) else rest


def _leading_for(text: str) -> int:
    """How long the `For ` before a house is, as in `Jane Doe/For The Paper`."""
    found = _LEADING_FOR.match(text)
    return found.end() if found else 0


def _cut_courtesy(text: str, join: str, first: bool) -> list[Segment]:
    found = COURTESY.search(text)
    if not found:
        return []
    before, giver = _CLOSED.sub("", text[: found.start()].strip(" ,")), text[found.end() :]
    head = _refine(before, join, first) if before else []
    giver = giver if find_house(giver) else _ARTICLE.sub("", giver)
    return [*head, Segment(giver.strip(" ,"), "courtesy", join if not head else ",")]


def _cut_photo_by(text: str, join: str, first: bool) -> list[Segment]:
    found = _PHOTO_BY.search(text)
    body = text[: found.start()].removeprefix("Official ") if found else ""
    is_owner = (
        is_house(body) or is_acronym(body)
        if found and ":" in found.group()
        else is_title_case(body) or is_acronym(body)
    )
    if not is_owner:
        return []
    names = _names(text[found.end() :])
    if body.casefold() in NO_HOUSES:
        return [Segment(n, "person", join) for n in names]
    house = text[: found.end()].rstrip(": ") if ":" in found.group() else body  # as printed, like `AP Photo`
    return [*(Segment(n, "person", join) for n in names), Segment(house, "house", "for")] if names else []


def _cut_for(text: str, join: str, first: bool) -> list[Segment]:
    found = _FOR.search(text)
    if not found:
        return []
    maker, house = text[: found.start()], text[found.end() :].strip('«»“”" ')
    if find_house(maker):  # `Getty Images for Hallam Fair`: the client is no house
        return _refine_house(maker, join)
    names = _names(maker)
    if not names or not (
        is_house(house)
        or is_network(house)
        or (is_title_case(house) and found.group().strip(" ,").casefold() not in ("on", "from"))
    ):
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
    if not (_supplies(inside.strip()) and before.strip()):
        return []
    return [*_refine(before.strip(), join, first), *_refine_house(inside.strip(), "/")]


def _cut_colon(text: str, join: str, first: bool) -> list[Segment]:
    """`House: Name`, `Supplied: Body`, the Australian broadcaster's form."""
    left, colon, right = text.partition(": ")
    if not colon or not right.strip():
        return []
    if left.casefold() in GIVERS:
        return _refine(right, join, first)
    if _is_branch(left):
        return [Segment(left, "house", join), *_refine(right, "/", first)]
    return [*_refine_house(left, join), *_refine(right, "/", first)] if _supplies(left) else []


def _supplies(text: str) -> bool:
    return is_house(text) or is_network(text)


def _is_branch(text: str) -> bool:
    """A house's local station or desk: `ABC Sunshine Coast`, a listed broadcaster with its place."""
    house = find_house(text.partition(" ")[0])
    kinds = ("broadcaster", "newspaper")
    return bool(house) and house.kind in kinds and is_title_case(text) and len(text.split()) <= 4


def _cut_comma(text: str, join: str, first: bool) -> list[Segment]:
    """`Name, House`, `Name, Name / House` and `House, Name`, but not `Jane Doe, Jr.`"""
    left, comma, right = text.rpartition(", ")
    if not comma or right.rstrip(".").casefold() in ("jr", "sr", "inc", "ltd", "llc"):
        return []
    if find_house(left) and not is_house(right) and is_person(right):
        return [*_refine_house(left, join), Segment(right, "person", ";")]
    is_body_behind = is_body(right) and not is_person(right)
    is_word_behind = " " not in right and is_title_case(right) and " " in left and is_person(left)
    if not (is_house(right) or is_body_behind or is_word_behind):
        return []
    return [*_refine(left, join, first), Segment(_without_the(right), "house" if is_house(right) else "body", "/")]


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
    if find_house(right) and (find_house(left) or left.startswith("The ")):
        return [*_refine_house(left, join), *_refine_house(right, "/")]
    return (
        [*_refine(left, join, first), *_refine_house(right, "/")]
        if hyphen and is_house(right) and is_person(left)
        else []
    )


def _cut_space(text: str, join: str, first: bool) -> list[Segment]:
    """`Name House` and `House Name` with no mark at all: a listed house of up to three words at either end."""
    words = text.split()
    if len(words) == 2 and is_network(words[0]) and is_person(words[1]):
        return [*_refine(words[1], join, first), *_refine_house(words[0], "/")]
    for size in (3, 2, 1):
        if len(words) - size < 2:
            continue
        left, right = " ".join(words[:-size]), " ".join(words[-size:])
        if find_house(right) and is_person(left) and (size > 1 or (right.isupper() and not reads_like_house(text))):
            return [*_refine(left, join, first), *_refine_house(right, "/")]
    return []


def _cut_reporter(text: str, join: str, first: bool) -> list[Segment]:
    """`新华社记者李明`: the house, the word for its reporter, and the name."""
    found = _REPORTER.fullmatch(text)
    return [*_refine_house(found["house"], join), *_refine(found["name"], "/", first)] if found else []


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
    if is_house(text) or (is_network(text) and not first):
        return "house"
    if is_body(text) or (not first and is_title_case(text)):
        return "body"
    return "body" if is_title_case(text) or _OFFICE.match(text) else "other"
