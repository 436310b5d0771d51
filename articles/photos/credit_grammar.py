"""The reading of a credit line: its segments put in their places. Pure.

Linear: lines are cut at MAX_LENGTH, and every pattern is anchored or single-spaced.
"""

import re
from dataclasses import dataclass, field, replace

from articles.photos.credit_segments import QUALIFIERS, Segment, cut_segments
from articles.photos.houses import find_house, house_key
from articles.photos.labels import cut_advisory, strip_credit_labels, without_label_behind
from articles.photos.names import has_body_word, is_acronym, is_handle, is_network, is_person, may_be_body, name_quality

__all__ = ["MAX_LENGTH", "QUALIFIERS", "Parts", "read_credit"]

MAX_LENGTH = 400
# `Composite: House` and `Photo/House` are a label to one editor and part of the credit to another; `AP-Yonhap` is one
# house or two, a lone `Family handout` a body's name or a body with a qualifier.
_READ_TWICE = re.compile(
    r"(?:composite|combo|collage): ?|(?:photo|image)/|(?-i:[A-Z]{2,4}-[A-Z][a-z]+$)|(?:family|police) handout$"
    r"|(?:family|police) photo$|social media",
    re.IGNORECASE,
)
# Agencies called after their founders: behind another house they read as a photographer does.
_NAMED_LIKE_PEOPLE = frozenset(["sven simon", "jan huebner", "hans lucas", "martin wagner", "jan hübner"])
_NAMES_MORE = re.compile(r" and the |^[A-Z]{2,4} and |^(?:Reuters|Getty(?: Images)?|Alamy|Shutterstock) and ")
_SHORT_WORDS = re.compile(r"\b(?:St|Mt|Ft|Dr|Mr|Mrs|Bros|Co|Inc|[A-Z])\.")
_PRESS_LIKE = re.compile(
    r"\b(?:media|films?|archives?|collection|library|photography|magazine|agency|studios?|tv|radio|television"
    r"|broadcasting|publications?|publishing)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(photographer|source|agency|distributor|note): ", re.IGNORECASE)


@dataclass
class Parts:
    """What a line was found to say, and how sure the reading is (0 to 1)."""

    creators: list[str] = field(default_factory=list)
    source: str = ""
    agency: str = ""
    distributor: str = ""
    qualifiers: list[str] = field(default_factory=list)
    confidence: float = 0.0
    is_plain: bool = True  # each part has one possible role


def read_credit(text: str) -> Parts:
    """The parts of a credit line; of a line that is none, its words as the source with confidence 0."""
    text = " ".join(text[: MAX_LENGTH * 2].split())
    if _NAMED.match(text):
        return _read_named(text)
    core = without_label_behind(strip_credit_labels(cut_advisory(text)[0])[:MAX_LENGTH])
    if not core:
        return Parts()
    segments, qualifiers = cut_segments(core)
    segments = _settle_before_via(segments)
    stands_apart = " / " in core or "handout" in qualifiers
    parts = _place(segments, stands_apart)
    parts.qualifiers = qualifiers
    parts.confidence = _confidence(segments, qualifiers)
    is_read_once = _has_plain_roles(segments) and not (parts.source and parts.creators)
    parts.is_plain = is_read_once and not _READ_TWICE.match(core)
    return parts


def _read_named(text: str) -> Parts:
    """A credit whose parts are named one by one, as format_credit writes it when no print style is safe."""
    parts = Parts(confidence=1.0)
    for piece in text.split("; "):
        label, _, value = piece.partition(": ")
        if label == "photographer":
            parts.creators.append(value)
        elif label == "note":
            parts.qualifiers.append(value)
        elif label in ("source", "agency", "distributor"):
            setattr(parts, label, value)
        else:
            return Parts(source=text)
    return parts


def _place(segments: list[Segment], stands_apart: bool) -> Parts:
    """Each segment in the part that its kind and its place give it (conventions of the labelled examples)."""
    parts = Parts()
    at_via = next((n for n, s in enumerate(segments) if s.join == "via"), len(segments))
    before, after = segments[:at_via], segments[at_via:]
    houses = _place_makers(before, parts, stands_apart)
    parts.agency = houses[0] if houses else ""
    parts.distributor = houses[-1] if len(houses) > 1 else ""
    if after:
        passed_on = [s.text for s in after if s.kind != "person"] or [s.text for s in after]
        parts.creators += [s.text for s in after if s.kind == "person" and s.text not in passed_on]
        parts.distributor = passed_on[-1]
        parts.agency = parts.agency or (passed_on[0] if len(passed_on) > 1 and not is_network(passed_on[0]) else "")
    if parts.agency and house_key(parts.agency) == house_key(parts.distributor):
        parts.distributor = ""
    return parts


def _settle_before_via(segments: list[Segment]) -> list[Segment]:
    at_via = next((n for n, s in enumerate(segments) if s.join == "via"), len(segments))
    return [*_settle_second_names(_settle_accounts(segments[:at_via])), *segments[at_via:]]


def _is_single_word(text: str) -> bool:
    """One word in an alphabet of capitals and small letters: other scripts write whole names so."""
    return " " not in text and text[0] != text[0].lower()


def _settle_accounts(segments: list[Segment]) -> list[Segment]:
    """`Instagram/Tarn End`, `iStock.com/tarnend`: a network or library that stands first is the one that shows it, and
    one word behind a library is an account's name."""
    if len(segments) < 2 or segments[1].kind == "house":
        return segments
    first, second, *rest = segments
    if is_network(first.text):
        return [replace(second, join=""), *rest, replace(first, kind="house", join="/")]
    house = find_house(first.text)
    if house and house.kind == "library" and " " not in second.text and not rest:
        return [first, replace(second, kind="person")]
    return segments


def _settle_second_names(segments: list[Segment]) -> list[Segment]:
    """`Jane Doe/Maxppp`: what stands last after a photographer, joined by a mark, is the body she works for;
    a single word alone (`Google`) is more often a body than a person."""
    if len(segments) == 1 and segments[0].kind == "person" and _is_single_word(segments[0].text):
        return [replace(segments[0], kind="body")]
    if segments and segments[0].kind in ("body", "courtesy"):
        return [
            replace(s, kind="body") if s.kind == "person" and s.join != "number" and " " not in s.text else s
            for s in segments
        ]
    if len(segments) < 2 or segments[0].kind != "person":
        return segments
    segments = [
        replace(s, kind="body") if s.kind == "person" and s.join == "/" and _is_single_word(s.text) else s
        for s in segments
    ]
    last = segments[-1]
    if last.kind == "person" and last.join == "/" and not any(s.kind in ("house", "courtesy") for s in segments):
        segments = [*segments[:-1], replace(last, kind="body")]
    return segments


def _place_makers(segments: list[Segment], parts: Parts, stands_apart: bool) -> list[str]:
    """Fills in creators and source; gives back the houses, in order. The body before a photographer (`NASA/Jane Doe`)
    is the one she works for, unless it stands apart (`Boat Club / Jane Doe`); without one it stands in her place."""
    houses: list[str] = []
    sources: list[str] = []
    groups_done = False
    works_for = any(s.kind == "person" for s in segments) and not stands_apart
    for segment in segments:
        groups_done = groups_done or (segment.join == ";" and bool(houses))
        if segment.kind == "person":
            parts.creators.append(segment.text)
        elif segment.kind == "courtesy" or (segment.kind != "house" and not works_for and not parts.creators):
            sources.append(segment.text)
        elif not (groups_done and houses):
            houses.append(segment.text)
    parts.source = "/".join(sources)
    return houses


def _confidence(segments: list[Segment], qualifiers: list[str]) -> float:
    """How credit-like the line is: a maker and a listed house is surest, plain capitalised words least."""
    if any(s.kind == "other" for s in segments):
        return 0.1
    kinds = {s.kind for s in segments}
    people = [s.text for s in segments if s.kind == "person"]
    maker = min((name_quality(p) for p in people), default=0.0)
    known = any(find_house(s.text) for s in segments)
    if maker:
        is_supplied = "house" in kinds or any(has_body_word(s.text) or is_acronym(s.text) for s in segments)
        return maker if known or qualifiers else maker * (0.9 if is_supplied else 0.75 if "body" in kinds else 0.6)
    if "courtesy" in kinds or (qualifiers and (known or len(segments) == 0)):
        return 0.95
    if "body" in kinds:
        return 0.93 if known or qualifiers else 0.45 if len(segments) > 1 else 0.35
    return 0.9 if known else 0.5


def _has_plain_roles(segments: list[Segment]) -> bool:
    """Whether no segment could as well stand in another part: an unknown name may be a body's or a person's, an
    unknown body a source, an agency or a distributor."""
    around = zip([None, *segments], segments, [*segments[1:], None], strict=False)
    return all(_is_plain(before, segment, after) for before, segment, after in around)


def _is_plain(before: Segment | None, segment: Segment, after: Segment | None) -> bool:
    if segment.kind == "person":
        return segment.join != "via" and not _is_doubtful_person(before, segment)
    if segment.kind != "house" and _is_doubtful_body(before, segment):
        return False
    if before and before.kind == "house" and segment.text.casefold() in _NAMED_LIKE_PEOPLE:
        return False
    if _is_known(segment):
        return True
    if segment.join == "via":
        return False
    if before:
        return before.kind == "person" and (bool(after) or not _could_be_person(segment))
    return bool(after) and after.kind == "person"


def _is_doubtful_person(before: Segment | None, person: Segment) -> bool:
    """A name that may be a body's: behind a comma (`Jane Doe, Hallam Star`), of one word, behind a library."""
    return (
        person.join == ","
        or may_be_body(person.text)
        or _is_partner(before, person.text)
        or (_is_single_word(person.text) and not is_handle(person.text) and person.join != "number")
    )


def _is_doubtful_body(before: Segment | None, body: Segment) -> bool:
    """A body that may be several, or a news house where it stands for the photographer."""
    if re.search(r"[.:] ", _SHORT_WORDS.sub("", body.text)) or _NAMES_MORE.search(body.text):
        return True
    if body.kind == "courtesy":
        return body.text[:1].islower()
    is_maker = not before or before.kind != "person"
    return ", " in body.text or (bool(before) and before.kind == "house") or (is_maker and _is_press_like(body.text))


def _is_press_like(name: str) -> bool:
    return not find_house(name) and not is_network(name) and bool(_PRESS_LIKE.search(name))


def _is_partner(before: Segment | None, name: str) -> bool:
    """`Imago/Political-Moments`: one capitalised word behind a library is an account's name or a partner's."""
    house = find_house(before.text) if before else None
    return bool(house) and house.kind == "library" and " " not in name and name[0].isupper()


def _could_be_person(segment: Segment) -> bool:
    """`Jane Doe/Penn State`: a body by its place only, and as well a second photographer."""
    return segment.kind == "body" and segment.join == "/" and " " in segment.text and is_person(segment.text)


def _is_known(segment: Segment) -> bool:
    """A listed house, a network, or a name that says what it is."""
    text = segment.text
    return segment.kind == "courtesy" or bool(find_house(text)) or is_network(text) or has_body_word(text)
