"""Credits: who made and supplied a picture, in parts. Pure: no Django, no database.

The grammar is that of STANDARDS.md ("Photo metadata", credit forms met in print): a name or a body, then the
house it works for, then the house that passes the picture on, with qualifiers anywhere.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from articles.photos.credit_grammar import QUALIFIERS, read_credit

SURE = 0.8


@dataclass(frozen=True)
class Credit:
    """A credit in parts; an empty string says there is none. Two credits are equal when their parts are."""

    creators: tuple[str, ...] = ()
    source: str = ""
    agency: str = ""
    distributor: str = ""
    qualifiers: tuple[str, ...] = ()
    raw: str = field(default="", compare=False)
    confidence: float = field(default=1.0, compare=False)
    is_plain: bool = field(default=True, compare=False)  # each part has one possible role

    def __post_init__(self):
        """Qualifiers are a set that prints in one order."""
        known = [q for q in QUALIFIERS if q in self.qualifiers]
        object.__setattr__(self, "creators", tuple(self.creators))
        object.__setattr__(self, "qualifiers", tuple(known))

    def __bool__(self) -> bool:
        return bool(self.creators or self.source or self.agency or self.distributor or self.qualifiers)

    @property
    def is_sure(self) -> bool:
        return self.confidence >= SURE and self.is_plain


def parse_credit(text: str) -> Credit:
    """The parts of a credit line, however it is written; never raises, a doubtful line has a low confidence."""
    parts = read_credit(text)
    return Credit(
        tuple(parts.creators),
        parts.source,
        parts.agency,
        parts.distributor,
        tuple(parts.qualifiers),
        raw=text,
        confidence=parts.confidence,
        is_plain=parts.is_plain,
    )


def _join_names(names: tuple[str, ...]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _credited(credit: Credit) -> list[str]:
    """The segments of a credit before its distributor, in the order that reads back the same."""
    source = f"Courtesy of {credit.source}" if credit.source and "courtesy" in credit.qualifiers else credit.source
    bare = ["Courtesy"] if "courtesy" in credit.qualifiers and not credit.source else []
    marks = [q.capitalize() for q in credit.qualifiers if q not in ("file", "courtesy")]
    return [part for part in (source, _join_names(credit.creators), credit.agency, *bare, *marks) if part]


def _house_style(credit: Credit, slash: str = " / ", via: str = " via ") -> str:
    line = slash.join(_credited(credit))
    if credit.distributor:
        line = f"{line}{via}{credit.distributor}" if line else f"via {credit.distributor}"
    file = " file" if line else "File"
    return line + (file if "file" in credit.qualifiers else "")


def _compact(credit: Credit) -> str:
    return _house_style(credit, slash="/")


def _dashed(credit: Credit) -> str:
    return _house_style(credit, via=" – ")


def _bracketed(credit: Credit) -> str:
    return f"({_compact(credit)})"


def _labelled(credit: Credit) -> str:
    return f"Photograph: {_compact(credit)}"


def _spelt_out(credit: Credit) -> str:
    """Each part named: how a credit is written that no print style would read back."""
    parts = [("photographer", name) for name in credit.creators]
    parts += [("source", credit.source), ("agency", credit.agency), ("distributor", credit.distributor)]
    parts += [("note", qualifier) for qualifier in credit.qualifiers]
    return "; ".join(f"{label}: {text}" for label, text in parts if text)


STYLES: dict[str, Callable[[Credit], str]] = {
    "house": _house_style,
    "compact": _compact,
    "dash": _dashed,
    "brackets": _bracketed,
    "label": _labelled,
}


def format_credit(credit: Credit, style: str = "house") -> str:
    """The line to print, in a style of STYLES. What is printed can be parsed again into the same parts:
    where the style's own form would be read otherwise (an agency no list knows, say), the parts are named."""
    if not credit:
        return ""
    line = STYLES[style](credit)
    return line if parse_credit(line) == credit else _reading_back(credit)


def _reading_back(credit: Credit) -> str:
    line = _house_style(credit)
    return line if parse_credit(line) == credit else _spelt_out(credit)


__all__ = ["QUALIFIERS", "STYLES", "SURE", "Credit", "format_credit", "parse_credit"]
