"""The newsroom's screens, one file a screen."""

from articles.admin import advertising, library, paper, story

__all__ = ["advertising", "library", "paper", "story"]
