"""Kickers: labels over a headline that say where in the paper a story stands, and no more. Pure."""

import re

# Labels over or beside a headline that say where in the paper it stands.
_SECTIONS_TEXT = """
news world politics business sport sports opinion culture arts technology tech science health
environment climate travel lifestyle entertainment local national international us u.s. uk europe asia
africa americas middle-east economy markets education crime courts weather features investigations
analysis comment editorial exclusive breaking live video podcasts obituaries food money media society
region video-news top-stories latest breaking-news local-news world-news us-news uk-news politik
wirtschaft kultur wissen gesellschaft panorama ausland inland politique monde économie société política
economía cultura mundo deportes sociedad brasil esportes cronaca politica esteri economia explainer
fact-check long-read interview profile
"""
_SECTIONS = frozenset(_SECTIONS_TEXT.split())
_LIVE = re.compile(
    r"(?:(?:updated|live|new|exclusive|breaking|premium|subscribers? only|free|video|watch|locked"
    r"|members? only)\W*)+",
    re.IGNORECASE,
)


def why_kicker(text: str) -> str:
    """The reason to leave out a line over the headline: a section's name, a "breaking" mark."""
    parts = [p.strip().casefold() for p in re.split(r"[|/,•·»>›&]| - | and ", text) if p.strip()]
    if parts and len(text) <= 50 and all(p in _SECTIONS or p.replace(" ", "-") in _SECTIONS for p in parts):
        return "section label"
    return "section label" if _LIVE.fullmatch(text) else ""
