"""Datelines that a page sets in lines of their own. Pure."""

import re

from articles.datelines import PLACE
from articles.importers.lines import Line
from articles.photos.houses import find_house

_PLACE_LINE = re.compile(rf"{PLACE}(?: and {PLACE})?")
_DASHES = ("—", "–", "-", "--")


def join_datelines(items: list) -> list:
    """CNN's dateline, copied as three lines (place, house, dash), joined with the paragraph under it."""
    joined = list(items)
    for place in range(len(items) - 3):
        lines = joined[place : place + 4]
        if not all(isinstance(line, Line) for line in lines):
            continue
        where, house, dash, opening = lines
        if dash.text in _DASHES and find_house(house.text) and _PLACE_LINE.fullmatch(where.text):
            text = f"{where.text} ({house.text}) — {opening.text}"
            joined[place : place + 4] = [None, None, None, Line(text, where.gap)]
    return [item for item in joined if item is not None]
