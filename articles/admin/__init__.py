"""The newsroom's screens, one file a screen."""

from articles.admin import (
    advertising,
    agencies,
    caption_checks,
    fronts,
    library,
    paper,
    people,
    presets,
    redirects,
    story,
    threads,
)

__all__ = [
    "advertising",
    "agencies",
    "caption_checks",
    "fronts",
    "library",
    "paper",
    "people",
    "presets",
    "redirects",
    "story",
    "threads",
]
