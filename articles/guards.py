"""What stands in the way of publishing, in sentences for the person who pressed the button."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from articles import body as story_body
from articles import mirror
from articles.models import Article, Revision
from articles.photos.models import Photo
from articles.photos.moments import in_words


@dataclass(frozen=True)
class Problem:
    """One thing to mend: the form's field where it is mended, and a sentence."""

    field: str
    text: str
    photo: int | None = None

    def __str__(self):
        return self.text


def problems(revision: Revision, at: datetime) -> list[Problem]:
    """Why readers may not be shown this revision from `at` on; empty if they may."""
    content = revision.content
    blocks = story_body.parse(content["body"])
    found = []
    if not content["headline"].strip():
        found.append(Problem("headline", "The story has no headline."))
    if not story_body.plain_text(blocks).strip():
        found.append(Problem("body", "The story has no text."))
    if not content["slug"]:
        found.append(Problem("slug", "The story has no slug, so it has no address."))
    return found + _photo_problems(revision, at) + _unknown_stories(blocks)


def advice(revision: Revision) -> list[Problem]:
    """What readers would miss in this revision, although nothing stands in its way."""
    content = revision.content
    blocks = story_body.parse(content["body"])
    found = []
    if not content["lead"] and story_body.photo_uses(blocks):
        text = "The story has pictures but no lead picture, so the front and the lists show it without one."
        found.append(Problem("lead_photo", text))
    if any(not embed.title for embed in story_body.embeds(blocks)):
        found.append(Problem("body", "An embed has no description, so readers cannot tell what they would load."))
    return found


def _photo_problems(revision: Revision, at: datetime) -> list[Problem]:
    content = revision.content
    uses = mirror.photo_uses(content)
    photos = Photo.objects.in_bulk({use.photo for use in uses})
    counted = mirror.counted(revision.article_id)
    found = []
    for use in uses:
        field = "lead_photo" if content["lead"] and use.photo == content["lead"]["photo"] else "body"
        photo = photos.get(use.photo)
        if photo is None:
            found.append(Problem(field, f"Photo {use.photo} is not in the library any more. Choose another."))
            continue
        which = f"{'The lead picture' if field == 'lead_photo' else f'Photo {photo.pk}'} (“{photo}”)"
        if missing := photo.shortcomings(alt=use.alt):
            found.append(Problem(field, f"{which} has {_none_of(missing)}.", photo.pk))
        if barred := photo.barred(at):
            found.append(Problem(field, f"{which} may not run{_then(at)}. {barred}", photo.pk))
        elif not photo.has_use_left and photo.pk not in counted:
            found.append(
                Problem(field, f"{which} has run in all {photo.uses_allowed} stories it may run in.", photo.pk)
            )
    return list(dict.fromkeys(found))


def _then(at: datetime) -> str:
    return f" on {in_words(at)}" if at > timezone.now() else ""


def _none_of(missing: list[str]) -> str:
    """`no file, no credit and no alt text` of what is missing, each with its article."""
    *others, last = [f"no {what.removeprefix('a ')}" for what in missing]
    return f"{', '.join(others)} and {last}" if others else last


def _unknown_stories(blocks: list[story_body.Block]) -> list[Problem]:
    wanted = {story.article for story in story_body.related_stories(blocks)}
    missing = wanted - set(Article.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    return [Problem("body", f"The text refers to story {pk}, which is not here.") for pk in sorted(missing)]
