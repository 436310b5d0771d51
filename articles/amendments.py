"""Other revisions in the place of those that readers see, in many stories at once: what stands in the way of it.

`workflow.amend` carries them out.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from articles import mirror
from articles.guards import problems
from articles.models import Edition, PhotoUse, Revision
from articles.photos.models import Photo
from articles.problem import Problem


@dataclass(frozen=True)
class Amendment:
    """Another revision in the place of the one that an edition shows, or will show."""

    edition: Edition
    revision: Revision

    @cached_property
    def photos(self) -> set[int]:
        """The photos of the other revision."""
        return {use.photo for use in mirror.photo_uses(self.revision.content)}

    def problems(self, at: datetime) -> list[Problem]:
        """What the other revision brings into the way at `at`; what is amiss with the story already stops nothing."""
        at = max(self.edition.live_from, at)
        found = problems(self.revision, at)
        before = problems(self.edition.revision, at) if found else []
        return [problem for problem in found if problem not in before]


def obstacles(amendments: list[Amendment], at: datetime) -> Iterator[tuple[Amendment | None, Problem]]:
    """What stands in the way of `amend`, with the story's headline; with no amendment, what is true of all together."""
    for amendment in amendments:
        for problem in amendment.problems(at):
            text = f"“{amendment.edition.headline}”: {problem}"
            yield amendment, Problem(problem.field, text, problem.photo)
    for problem in _too_many_uses(amendments):
        yield None, problem


def _too_many_uses(amendments: list[Amendment]) -> Iterator[Problem]:
    """The photos that each of several stories might have, but not all of them."""
    stories: dict[int, set[int]] = defaultdict(set)
    for amendment in amendments:
        for photo in amendment.photos:
            stories[photo].add(amendment.edition.article_id)
    for photo in Photo.objects.filter(pk__in=stories, uses_allowed__isnull=False):
        new, left = stories[photo.pk] - mirror.stories_counted(photo), photo.uses_allowed - photo.uses_made
        if len(new) > max(left, 1):  # of a single one too many, the guards have told
            text = f"Photo {photo.pk} (“{photo}”) may run in {max(left, 0)} more stories, and these are {len(new)}."
            yield Problem("", text, photo.pk)


def exchanged(amendments: list[Amendment]) -> set[int]:
    """The photos that only one of the two revisions of an amendment has."""
    before: dict[int, set[int]] = defaultdict(set)
    shown = PhotoUse.objects.filter(revision__in={amendment.edition.revision_id for amendment in amendments})
    for revision, photo in shown.values_list("revision", "photo"):
        before[revision].add(photo)
    return set().union(*(amendment.photos ^ before[amendment.edition.revision_id] for amendment in amendments))
