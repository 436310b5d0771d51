"""From an incoming story to an article: written once, found again, and never over an editor's work."""

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path

from django.db import transaction
from django.utils.html import escape
from django.utils.text import slugify

from articles import body as story_body
from articles import mirror, snapshots, workflow
from articles.importers.incoming import (
    IncomingPhoto,
    IncomingStory,
    ListBlock,
    Paragraph,
    Quote,
    Subhead,
)
from articles.importers.photo_files import PhotoFile, attach_files
from articles.models import Article, Author, Byline, RelatedLink
from articles.photos.caption_checks import ask
from articles.photos.captions import CaptionSplit
from articles.photos.credits import parse_credit
from articles.photos.models import Photo
from articles.photos.rights import Category

SLUG_LENGTH = 80


@dataclass
class Outcome:
    """What became of one incoming story.

    `status` is created, updated, unchanged, or skipped: its text changed, and an editor's work was there first.
    """

    status: str
    article: Article
    files: list[PhotoFile] = field(default_factory=list)


@transaction.atomic
def load_story(incoming: IncomingStory, source: str, photo_files: list[Path] | None = None) -> Outcome:
    """Make a draft of `incoming`, or bring the draft made of it before up to date; all of it or nothing.

    `source` names where the text came from and stays the same from run to run. An article that an editor has
    saved since its import is left as it is.
    """
    digest = hashlib.sha256(repr(incoming).encode()).hexdigest()
    outcome = _write(incoming, source, digest)
    if outcome.status in {"created", "updated"}:
        workflow.match_stubs(list(RelatedLink.objects.stubs().filter(article=outcome.article)))
    if photo_files and outcome.status != "skipped":
        outcome.files = attach_files(_photos_in(outcome.article), photo_files)
    return outcome


def _write(incoming: IncomingStory, source: str, digest: str) -> Outcome:
    if same := Article.objects.filter(source_digest=digest).first():
        return Outcome("unchanged", same)
    known = Article.objects.filter(source=source).first()
    if known and not _resembles(known, incoming):
        Article.objects.filter(pk=known.pk).update(source=None)  # another story stands in that file now
        known = None
    if known and known.latest_revision().number != known.source_revision:
        return Outcome("skipped", known)
    article = known or Article(source=source, slug=_free_slug(incoming.headline, digest))
    _fill(article, incoming, source)
    _record(article, digest)
    return Outcome("updated" if known else "created", article)


def _resembles(article: Article, incoming: IncomingStory) -> bool:
    """Whether the incoming text is a newer state of what the article was made of, and not another story."""
    imported = article.revisions.get(number=article.source_revision).content
    if imported["headline"] == incoming.headline[:200]:
        return True
    had = set(story_body.plain_text(story_body.parse(imported["body"])).splitlines())
    has = {" ".join(paragraph.text.split()) for paragraph in incoming.paragraphs}
    return len(had & has) * 2 >= max(len(had), len(has), 1)


def _fill(article: Article, incoming: IncomingStory, source: str) -> None:
    blocks = list(incoming.blocks)
    lead = blocks.pop(0) if blocks and isinstance(blocks[0], IncomingPhoto) else None
    article.headline = incoming.headline[:200]
    article.standfirst = incoming.standfirst[:500]
    article.dateline = incoming.dateline[:120]
    article.lead_photo = _photo(lead, source) if lead else None
    article.body = "\n".join(_html(block, source) for block in blocks)
    article.save()
    article.bylines.all().delete()
    for position, name in enumerate(dict.fromkeys(incoming.byline)):
        Byline.objects.get_or_create(article=article, author=_author(name), defaults={"position": position})
    article.related_links.all().delete()
    for position, link in enumerate(incoming.related):
        RelatedLink.objects.create(
            article=article,
            position=position,
            url=link.url or "",
            headline=link.headline[:200],
            teaser=link.teaser[:500],
            dateline=link.dateline[:120],
            teaser_is_cut=link.truncated,
        )


def _record(article: Article, digest: str) -> None:
    snapshots.record(article, why="Imported")
    number = article.latest_revision().number
    article.source_digest, article.source_revision = digest, number
    article.save(update_fields=["source_digest", "source_revision"])


def _html(block, source: str) -> str:
    match block:
        case Paragraph(text):
            return f"<p>{escape(text)}</p>"
        case Subhead(text):
            return f"<h2>{escape(text)}</h2>"
        case Quote(text):
            return f"<blockquote><p>{escape(text)}</p></blockquote>"
        case ListBlock(items):
            return f"<ul>{''.join(f'<li><p>{escape(item)}</p></li>' for item in items)}</ul>"
        case IncomingPhoto():
            return story_body.to_html(story_body.PhotoUse(_photo(block, source).pk))


def _photo(incoming: IncomingPhoto, source: str) -> Photo:
    """The placeholder for a picture of the text, or the photo that an earlier run made of it, as it is now."""
    words = hashlib.sha256(repr((incoming.alt, incoming.caption, incoming.credit)).encode()).hexdigest()[:16]
    photo, is_new = Photo.objects.get_or_create(
        reference=f"{source}#{words}",
        defaults={"alt": (incoming.alt or "")[:1000], "caption": (incoming.caption or "")[:2000]},
    )
    if is_new and incoming.credit:
        credit = parse_credit(incoming.credit)
        photo.set_credit(replace(credit, qualifiers=credit.qualifiers + incoming.qualifiers))
        photo.save()
        _own_where_nobody_is_named(photo)
    if is_new:
        split = CaptionSplit(True, photo.caption, photo.credit_line, incoming.confidence, photo.credit)
        ask(photo, incoming.raw or "\n".join(filter(None, (photo.caption, photo.credit_line))), split)
    return photo


def _own_where_nobody_is_named(photo: Photo) -> None:
    """A picture of the paper's own archive that is credited to a name, and to no house, is by its own people."""
    if not photo.rights_category:
        photo.rights_category = Category.STAFF
        photo.save(update_fields=["rights_category"])


def _photos_in(article: Article) -> list[Photo]:
    uses = mirror.photo_uses(snapshots.capture(article))
    photos = Photo.objects.in_bulk({use.photo for use in uses})
    return [photos[pk] for pk in dict.fromkeys(use.photo for use in uses)]


def _author(name: str) -> Author:
    found = Author.objects.filter(name__iexact=name).first()
    return found or Author.objects.create(name=name[:120], slug=_free(Author, slugify(name)[:100] or "author"))


def _free_slug(headline: str, digest: str) -> str:
    words = slugify(headline)
    if len(words) > SLUG_LENGTH:
        words = words[: SLUG_LENGTH + 1].rpartition("-")[0] or words[:SLUG_LENGTH]
    return _free(Article, words or f"story-{digest[:8]}")


def _free(model: type[Article] | type[Author], slug: str) -> str:
    """`slug`, with a number behind it if it is taken."""
    number, candidate = 1, slug
    while model.objects.filter(slug=candidate).exists():
        number += 1
        candidate = f"{slug}-{number}"
    return candidate
