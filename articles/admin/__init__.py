"""The newsroom's screens, one file a screen."""

from articles.admin import advertising, agencies, caption_checks, library, paper, people, presets, story

__all__ = ["advertising", "agencies", "caption_checks", "library", "paper", "people", "presets", "story"]
