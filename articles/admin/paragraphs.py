"""Captions that were none: the picture of an imported story becomes again the paragraph that it was."""

from django.db import transaction
from django.utils.html import escape

from articles import body as story_body
from articles import mirror, restoring, roles, snapshots
from articles.models import Article
from articles.photos.caption_checks import ChangedSince
from articles.photos.models import Photo


@transaction.atomic
def back_to_text(photo: Photo, raw: str, by) -> list[dict]:
    """Put each line of `raw` as a paragraph where the working copies have the photo, each a new revision.

    Readers go on seeing what they see until the story is published again. Returns what `back_to_picture` needs.
    """
    lines = [" ".join(line.split()) for line in raw.splitlines() if line.strip()]
    paragraphs = [story_body.Text(f"<p>{escape(line)}</p>") for line in lines]
    return [_rewrite(article, photo, paragraphs, by) for article in mirror.working_copies(photo)]


def round_about(photo: Photo, user) -> dict | None:
    """The first story with the photo that the user may see, and the words right before and after it there; they tell
    a caption from text."""
    article = roles.visible_to(user, mirror.working_copies(photo)).first()
    if not article:
        return None
    blocks = story_body.parse(article.body)
    place = next((place for place, block in enumerate(blocks) if getattr(block, "photo", 0) == photo.pk), -1)
    before = story_body.plain_text(blocks[:place]).splitlines()[-1:] if place > 0 else []
    after = story_body.plain_text(blocks[place + 1 :]).splitlines()[:1]
    return {"article": article, "before": (before or [article.headline])[0], "after": (after or [""])[0]}


def _rewrite(article: Article, photo: Photo, paragraphs: list[story_body.Text], by) -> dict:
    article = Article.objects.select_for_update().get(pk=article.pk)
    before = article.latest_revision().number
    blocks = story_body.parse(article.body)
    if article.lead_photo_id == photo.pk:
        article.lead_photo, article.lead_caption, article.lead_alt = None, "", ""
        blocks = [*paragraphs, *_without(photo, blocks, [])]
    else:
        blocks = _without(photo, blocks, paragraphs)
    article.body = "\n".join(story_body.to_html(block) for block in blocks)
    article.save()
    after = snapshots.record(article, by=by, why=f"Photo {photo.pk} was a paragraph")
    return {"article": article.pk, "before": before, "after": after.number}


def _without(photo: Photo, blocks: list[story_body.Block], paragraphs: list[story_body.Text]):
    """The blocks with the paragraphs in the place of the photo's first use, and no other use of it."""
    kept, missing = [], True
    for block in blocks:
        if not (isinstance(block, story_body.PhotoUse) and block.photo == photo.pk):
            kept.append(block)
        elif missing:
            kept += paragraphs
            missing = False
    return kept


@transaction.atomic
def back_to_picture(stories: list[dict], by) -> None:
    """Undo what `back_to_text` did. Raises ChangedSince, and changes nothing, if a story has been saved since."""
    for story in stories:
        article = Article.objects.select_for_update().get(pk=story["article"])
        if article.latest_revision().number != story["after"]:
            raise ChangedSince(f"“{article}” was changed after that. Put the picture back in the story itself.")
        content = article.revisions.get(number=story["before"]).content
        restoring.put_back(article, {"body": content["body"], "lead": content["lead"]})
        snapshots.record(article, by=by, why="A paragraph is a photo again", restored=content)
