"""What stands in the way of publishing, in sentences for the person who pressed the button."""

from dataclasses import dataclass

from articles import body as story_body
from articles import snapshots
from articles.models import Article
from articles.photos.models import Photo


@dataclass(frozen=True)
class Problem:
    """One thing to mend: the form's field where it is mended, and a sentence."""

    field: str
    text: str
    photo: int | None = None

    def __str__(self):
        return self.text


def problems(content: dict) -> list[Problem]:
    """Why a revision with this content may not be published; empty if it may."""
    blocks = story_body.parse(content["body"])
    found = []
    if not content["headline"].strip():
        found.append(Problem("headline", "The story has no headline."))
    if not story_body.plain_text(blocks).strip():
        found.append(Problem("body", "The story has no text."))
    if not content["slug"]:
        found.append(Problem("slug", "The story has no slug, so it has no address."))
    return found + _photo_problems(content) + _unknown_stories(blocks)


def advice(content: dict) -> list[Problem]:
    """What readers would miss in a revision with this content, although nothing stands in its way."""
    blocks = story_body.parse(content["body"])
    found = []
    if not content["lead"] and story_body.photo_uses(blocks):
        text = "The story has pictures but no lead picture, so the front and the lists show it without one."
        found.append(Problem("lead_photo", text))
    if any(not embed.title for embed in story_body.embeds(blocks)):
        found.append(Problem("body", "An embed has no description, so readers cannot tell what they would load."))
    return found


def _photo_problems(content: dict) -> list[Problem]:
    uses = snapshots.photo_uses(content)
    photos = Photo.objects.in_bulk({use.photo for use in uses})
    found = []
    for use in uses:
        field = "lead_photo" if content["lead"] and use.photo == content["lead"]["photo"] else "body"
        photo = photos.get(use.photo)
        if photo is None:
            found.append(Problem(field, f"Photo {use.photo} is not in the library any more. Choose another."))
        elif missing := photo.shortcomings(alt=use.alt):
            which = "The lead picture" if field == "lead_photo" else f"Photo {photo.pk}"
            found.append(Problem(field, f"{which} (“{photo}”) has {_none_of(missing)}.", photo.pk))
    return list(dict.fromkeys(found))


def _none_of(missing: list[str]) -> str:
    """`no file, no credit and no alt text` of what is missing, each with its article."""
    *others, last = [f"no {what.removeprefix('a ')}" for what in missing]
    return f"{', '.join(others)} and {last}" if others else last


def _unknown_stories(blocks: list[story_body.Block]) -> list[Problem]:
    wanted = {story.article for story in story_body.related_stories(blocks)}
    missing = wanted - set(Article.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    return [Problem("body", f"The text refers to story {pk}, which is not here.") for pk in sorted(missing)]
