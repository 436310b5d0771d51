"""The newsroom's screens, one file a screen."""

from articles.admin import agencies, caption_checks, library, paper, story

__all__ = ["agencies", "caption_checks", "library", "paper", "story"]
