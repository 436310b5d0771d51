"""The newsroom's screens, one file a screen."""

from articles.admin import agencies, library, paper, story

__all__ = ["agencies", "library", "paper", "story"]
