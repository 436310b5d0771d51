"""Words that a story has of its own for a photo or for another story, and how they stand to what that says itself."""

from dataclasses import dataclass
from functools import cached_property

from articles.words_compared import Run, compare, same_words

FIELDS = {"caption": "caption", "alt": "alt text"}
LINK_FIELDS = {"headline": "headline", "teaser": "teaser"}


@dataclass(frozen=True)
class Words:
    """What a use shows in one field: `own` words, or, where it has none, those of the `library` as they are now.

    Of a link to a story the library is that story. `written_from` is the library's text from which the own words were
    written, or against which an editor kept them; None where that is not known.
    """

    field: str
    own: str
    library: str
    written_from: str | None = None

    @property
    def name(self) -> str:
        return (FIELDS | LINK_FIELDS)[self.field]

    @property
    def shown(self) -> str:
        return self.own or self.library

    @property
    def is_own(self) -> bool:
        return bool(self.own)

    @property
    def library_changed(self) -> bool:
        """Whether the library says something else since the own words were written; not where that is not known."""
        known = self.is_own and self.written_from is not None
        return known and not same_words(self.written_from, self.library)

    @cached_property
    def change_in_library(self) -> list[Run]:
        return compare(self.written_from or "", self.library)

    @cached_property
    def own_beside_library(self) -> list[Run]:
        return compare(self.own, self.library)
