"""The newsroom's screens, one file a screen."""

from articles.admin import library, paper, story

__all__ = ["library", "paper", "story"]
