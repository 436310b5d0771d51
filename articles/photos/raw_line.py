"""A raw line with the parts marked that were read from it. Pure."""

from dataclasses import dataclass

LEFT_OUT = "left out"


@dataclass(frozen=True)
class Segment:
    """A piece of the line and what it was taken for: caption, credit, alt text, left out; "" for mere spaces."""

    text: str
    part: str = ""


def mark(raw: str, caption: str, credit: str, alt: str = "") -> list[Segment]:
    """The whole line in pieces. A part that does not stand in the line word for word is not marked."""
    spans: list[tuple[int, int, str]] = []
    first, _, rest = raw.partition("\n")
    if alt and rest and first.strip() == alt.strip():
        spans.append((0, len(first), "alt text"))
    for part, text, find in (("caption", caption, raw.find), ("credit", credit, raw.rfind)):
        if (span := _span(text, find, spans)) is not None:
            spans.append((*span, part))
    return list(_pieces(raw, sorted(spans)))


def _span(text: str, find, taken) -> tuple[int, int] | None:
    """Where a text stands in the line, clear of what is taken; a repeated alt line is no caption."""
    start = find(text, *([taken[0][1]] if taken and taken[0][2] == "alt text" else [])) if text else -1
    end = start + len(text)
    if start < 0 or any(start < other_end and other_start < end for other_start, other_end, _ in taken):
        return None
    return start, end


def _pieces(raw: str, spans):
    place = 0
    for start, end, part in [*spans, (len(raw), len(raw), "")]:
        if between := raw[place:start]:
            yield Segment(between, LEFT_OUT if between.strip() else "")
        if end > start:
            yield Segment(raw[start:end], part)
        place = end
