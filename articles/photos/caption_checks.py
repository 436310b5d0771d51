"""The queue of captions to check: asking, deciding, taking back. Nothing else writes a `CaptionCheck`.

What a decision does to the story (a caption that was none) is the newsroom's: `articles.admin.paragraphs`.
"""

import hashlib
import json
from dataclasses import dataclass, replace

from django.db import transaction
from django.utils import timezone

from articles.photos.captions import CaptionSplit
from articles.photos.credits import Credit, parse_credit
from articles.photos.models import CREDIT_PARTS, CaptionCheck, Photo
from articles.photos.renditions import make_renditions_after_commit

WORDS = ("caption", *CREDIT_PARTS, "credit_line")
Outcome = CaptionCheck.Outcome


class DecidedBefore(Exception):
    """Somebody else was first; `check` is as they left it."""

    def __init__(self, check: CaptionCheck):
        super().__init__(check.pk)
        self.check = check


class ChangedSince(Exception):
    """What would be written over is no longer what the person saw."""


@dataclass(frozen=True)
class Words:
    """A caption with its credit as an editor writes them; `qualifiers` are those that the line does not name."""

    caption: str
    credit: str
    qualifiers: tuple[str, ...] = ()

    @property
    def parts(self) -> Credit:
        """The credit's parts as they will be stored."""
        credit = parse_credit(self.credit)
        return replace(credit, qualifiers=(*credit.qualifiers, *self.qualifiers))


def ask(photo: Photo, raw: str, split: CaptionSplit) -> CaptionCheck | None:
    """Put the saved photo's line into the queue if the splitter was not sure of it; the same line only once.

    For whoever fills a photo's words from a line: the importers, and uploads whose description was split.
    """
    if split.is_sure:
        return None
    if asked := photo.caption_checks.filter(raw=raw).first():
        return asked
    return CaptionCheck.objects.create(
        photo=photo,
        raw=raw,
        caption=split.caption,
        credit=split.credit[:500],
        qualifiers=list(split.parts.qualifiers),
        confidence=split.confidence,
        found=words_of(photo),
    )


def words_of(photo: Photo) -> dict:
    """Everything that a decision may change of a photo."""
    return {name: getattr(photo, name) for name in WORDS}


def fingerprint(photo: Photo) -> str:
    """A short text that is another one when the photo's words are."""
    return hashlib.sha256(json.dumps(words_of(photo), sort_keys=True).encode()).hexdigest()[:16]


def proposal(check: CaptionCheck) -> Words:
    """What the splitter proposed."""
    return _as_words(check.caption, check.credit, check.qualifiers)


def in_library(photo: Photo) -> Words:
    """What the library has now."""
    return _as_words(photo.caption, photo.credit_line, photo.qualifiers)


def _as_words(caption: str, credit: str, qualifiers: list[str]) -> Words:
    named = parse_credit(credit).qualifiers
    return Words(caption, credit, tuple(qualifier for qualifier in qualifiers if qualifier not in named))


def was_changed(check: CaptionCheck) -> bool:
    """Whether an editor changed the photo's words in the library after the question was asked."""
    return words_of(check.photo) != check.found


@transaction.atomic
def settle(check: CaptionCheck, words: Words, seen: str, by) -> CaptionCheck:
    """Give the photo these words; accepted where they are the proposal's, else mended.

    `seen` is the fingerprint of the photo as it was shown. Raises DecidedBefore or ChangedSince, and then nothing
    is written.
    """
    outcome = Outcome.ACCEPTED if words == proposal(check) else Outcome.MENDED
    _decide(check, outcome, by)
    photo = _lock(check, seen)
    before = words_of(photo)
    _write(photo, words)
    return _remember(check, before=before, after=words_of(photo))


@transaction.atomic
def skip(check: CaptionCheck, by) -> CaptionCheck:
    """Leave it for later, or for somebody who knows more."""
    return _decide(check, Outcome.SKIPPED, by)


@transaction.atomic
def no_caption(check: CaptionCheck, seen: str, by, stories: list[dict]) -> CaptionCheck:
    """The line is no caption; `stories` says what the caller did about that, and is kept for taking it back."""
    _decide(check, Outcome.NO_CAPTION, by)
    words = words_of(_lock(check, seen))
    return _remember(check, before=words, after=words, stories=stories)


@transaction.atomic
def take_back(check: CaptionCheck) -> CaptionCheck:
    """Undo the decision: the photo's words are again what they were, and the question waits again.

    Raises ChangedSince where the photo has been changed after the decision.
    """
    if check.undo:
        photo = Photo.objects.select_for_update().get(pk=check.photo_id)
        if words_of(photo) != check.undo["after"]:
            raise ChangedSince("The photo was changed in the library after that. Mend it there.")
        for name, value in check.undo["before"].items():
            setattr(photo, name, value)
        _save(photo)
    check.outcome, check.decided_by, check.decided_at, check.undo = "", None, None, None
    check.save()
    return check


def take_up_skipped() -> int:
    """Put all that was skipped back into the queue; how many that were."""
    return CaptionCheck.objects.skipped().update(outcome="", decided_by=None, decided_at=None)


def _decide(check: CaptionCheck, outcome: str, by) -> CaptionCheck:
    """Take the decision, if nobody else has; the row's own state decides who was first."""
    waiting = CaptionCheck.objects.filter(pk=check.pk, outcome="")
    if not waiting.update(outcome=outcome, decided_by=by, decided_at=timezone.now()):
        raise DecidedBefore(CaptionCheck.objects.select_related("decided_by").get(pk=check.pk))
    check.refresh_from_db()
    return check


def _lock(check: CaptionCheck, seen: str) -> Photo:
    photo = Photo.objects.select_for_update().get(pk=check.photo_id)
    if fingerprint(photo) != seen:
        raise ChangedSince("The photo was changed in the library in the meantime. Look at it again.")
    return photo


def _write(photo: Photo, words: Words) -> None:
    """The parts of a credit that stays as it is stay too: an editor may have sorted them by hand."""
    if words == in_library(photo):
        return
    photo.caption = words.caption
    if (words.credit, words.parts.qualifiers) != (photo.credit_line, photo.credit.qualifiers):
        photo.set_credit(words.parts)
    _save(photo)


def _save(photo: Photo) -> None:
    photo.save(update_fields=WORDS)
    make_renditions_after_commit(photo)


def _remember(check: CaptionCheck, **undo) -> CaptionCheck:
    check.undo = undo
    check.save(update_fields=["undo"])
    return check
