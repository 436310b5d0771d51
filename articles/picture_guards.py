"""What stands in the way of a story's pictures, and what a colleague would point out about them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.files.storage import default_storage
from django.utils import timezone
from django.utils.formats import date_format

from articles import body as story_body
from articles import mirror
from articles.models import Revision, figure
from articles.photos.agencies import edited_list
from articles.photos.alt_texts import repeats
from articles.photos.captions import carries_credit
from articles.photos.models import Photo
from articles.photos.moments import in_words
from articles.photos.source_types import seems_generated
from articles.problem import Problem

OLD = timedelta(days=30)  # a picture taken longer ago is called a file picture
LEAD_ACROSS, TEXT_ACROSS = 992, 640  # pixels: as wide as article.css shows the lead, and a picture in the text


@dataclass(frozen=True)
class Placed:
    """A photo in its place in the story; `words` are the caption and alt text that readers get there."""

    photo: Photo
    field: str
    alt: str
    words: tuple[str, str]

    def __str__(self):
        return f"{'The lead picture' if self.field == 'lead_photo' else f'Photo {self.photo.pk}'} (“{self.photo}”)"

    def problem(self, sentence: str) -> Problem:
        """The sentence about it, which begins with its name."""
        return Problem(self.field, f"{self} {sentence}", self.photo.pk)


def _placed(content: dict, photos: dict[int, Photo]) -> list[Placed]:
    """The story's photos in their places, without those that the library does not have."""
    found = []
    for place, use in enumerate(mirror.photo_uses(content)):
        if photo := photos.get(use.photo):
            words = use.caption or photo.caption, "" if photo.is_decorative else use.alt or photo.alt
            found.append(Placed(photo, "lead_photo" if content["lead"] and place == 0 else "body", use.alt, words))
    return found


# Blockers


def photo_problems(revision: Revision, at: datetime) -> list[Problem]:
    """Why the pictures of a revision may not be shown from `at` on."""
    content = revision.content
    uses = mirror.photo_uses(content)
    photos = Photo.objects.in_bulk({use.photo for use in uses})
    counted = mirror.counted(revision.article_id)
    found = [
        Problem("body", f"Photo {pk} is not in the library any more. Choose another.")
        for pk in dict.fromkeys(use.photo for use in uses)
        if pk not in photos
    ]
    for placed in _placed(content, photos):
        found += [placed.problem(sentence) for sentence in _hindrances(placed, at, placed.photo.pk in counted)]
    return list(dict.fromkeys(found))


def _hindrances(placed: Placed, at: datetime, is_counted: bool) -> Iterator[str]:
    photo = placed.photo
    if missing := photo.shortcomings(alt=placed.alt):
        yield f"has {_none_of(missing)}."
    if photo.file and not photo.killed_at and not default_storage.exists(photo.file.name):
        yield "has lost its file: it is not in the storage. Bring the picture again."
    if barred := photo.barred(at):
        out = " Take it out, or replace it." if photo.killed_at else ""
        yield f"may not run{f' on {in_words(at)}' if at > timezone.now() else ''}. {barred}{out}"
    elif not (photo.has_use_left or is_counted):
        yield f"has run in all {photo.uses_allowed} stories that it may run in."


def _none_of(missing: list[str]) -> str:
    """`no file, no credit and no alt text` of what is missing, each with its article."""
    *others, last = [f"no {what.removeprefix('a ')}" for what in missing]
    return f"{', '.join(others)} and {last}" if others else last


# Warnings


@edited_list()
def photo_advice(revision: Revision, at: datetime) -> list[Problem]:
    """What is odd about the pictures of a revision that is shown from `at` on."""
    content = revision.content
    photos = Photo.objects.select_related("replacement").in_bulk({use.photo for use in mirror.photo_uses(content)})
    placed = _placed(content, photos)
    found = [one.problem(sentence) for one in placed for sentence in _oddities(one, at)]
    return [*_no_lead(content), *dict.fromkeys(found), *_repeated(placed, at)]


def _repeated(placed: list[Placed], at: datetime) -> Iterator[Problem]:
    """The pictures that readers get once, although they would stand in several places then."""
    places = defaultdict(list)
    for one in placed:
        if shown := figure(one.photo, alt=one.alt, at=at):
            places[shown.photo].append(one)
    for photo, ones in places.items():
        if len(ones) == 1:
            continue
        leads = ones[0].field == "lead_photo"
        stands = "leads the story and stands in its text too" if leads else "stands in the text twice"
        stood_for = "".join(f", for photo {pk}" for pk in {one.photo.pk for one in ones} - {photo.pk})
        text = f"Photo {photo.pk} (“{photo}”) {stands}{stood_for}: readers see it once, where it comes first."
        yield Problem("body", text, ones[-1].photo.pk)


def _no_lead(content: dict) -> Iterator[Problem]:
    if not content["lead"] and story_body.photo_uses(story_body.parse(content["body"])):
        text = "The story has pictures but no lead picture, so the front and the lists show it without one."
        yield Problem("lead_photo", text)


def _oddities(placed: Placed, at: datetime) -> Iterator[str]:
    photo, (caption, alt) = placed.photo, placed.words
    if photo.taken_at and photo.taken_at < at - OLD and "file" not in photo.qualifiers:
        taken = date_format(timezone.localtime(photo.taken_at), "j F Y")
        yield f"was taken on {taken}, and its credit does not say that it is a file picture."
    if seems_generated(photo.credit_line, photo.rights_category) and not photo.generated_label:
        yield "is a generated picture, and readers are not told. Say in the library how it was made."
    if carries_credit(caption):
        yield "has a credit or a note to editors in its caption. Take it out, so that readers do not get it twice."
    if repeats(alt, caption):
        yield "has an alt text that repeats the caption, so listeners hear it twice. Say what is to be seen."
    across = LEAD_ACROSS if placed.field == "lead_photo" else TEXT_ACROSS
    if 0 < photo.width < across:
        yield f"is {photo.width} pixels wide and is shown {across} wide, so it looks soft. Bring a larger file."
    if photo.restrictions:
        yield f"comes with restrictions: {photo.restrictions}"
