"""Taking over an earlier revision, or words that were typed and not saved, whole or in parts; that is a new revision.

What they refer to may be gone since, or may not run any more: `restorable` says what does not come back.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import transaction

from articles import body as story_body
from articles import mirror, roles, snapshots
from articles.comparison import TITLES
from articles.models import Article, Author, Byline, RelatedLink, Revision, Section, Thread, Topic
from articles.photos.chooser import refusal
from articles.photos.models import Photo
from articles.problem import Problem

FIELDS = tuple(TITLES)


@dataclass(frozen=True)
class Restorable:
    """A content without what cannot come back, and a sentence for each that cannot, by its field."""

    content: dict
    losses: list[Problem]


def restorable(article: Article, content: dict) -> Restorable:
    """What of the content can be brought to the working copy now."""
    kept_all, losses = dict(content), []
    for field, kept, lost in _kept(article, content):
        kept_all[field] = kept
        losses += [Problem(field, text) for text in lost]
    return Restorable(kept_all, losses)


def restore(article: Article, revision: Revision, fields: Iterable[str] = FIELDS, by=None) -> Revision | None:
    """Bring these fields of the working copy back to the revision, as `take_over` does."""
    fields = [field for field in FIELDS if field in set(fields)]
    why = f"Restored from revision {revision.number}"
    if len(fields) < len(FIELDS):
        why += f": {', '.join(TITLES[field] for field in fields).lower()}"
    return take_over(article, revision.content, fields, by, why)


@transaction.atomic
def take_over(article: Article, content: dict, fields: Iterable[str], by=None, why: str = "") -> Revision | None:
    """Make these fields of the content the working copy's; the new revision, None where they were so already.

    Readers see nothing of it until the story is published. Raises PermissionDenied for who may not change the story.
    """
    article = Article.objects.select_for_update().get(pk=article.pk)
    roles.require_editing(by, article)
    coming = restorable(article, content).content
    put_back(article, {field: coming[field] for field in fields})
    return snapshots.record(article, by=by, why=why, restored=content)


def put_back(article: Article, content: dict) -> None:
    """Store these fields of a content as the working copy's."""
    for field in set(content) & set(snapshots.TEXTS):
        setattr(article, field, content[field])
    for field in set(content) & {"section", "thread"}:
        setattr(article, f"{field}_id", content[field])
    if "lead" in content:
        lead = content["lead"] or {"photo": None, "caption": "", "alt": ""}
        article.lead_photo_id, article.lead_caption, article.lead_alt = lead["photo"], lead["caption"], lead["alt"]
    article.save()
    if "topics" in content:
        article.topics.set(content["topics"])
    if "authors" in content:
        article.bylines.all().delete()
        rows = [Byline(article=article, author_id=pk, position=at) for at, pk in enumerate(content["authors"])]
        Byline.objects.bulk_create(rows)
    if "related" in content:
        article.related_links.all().delete()
        rows = [_link(article, entry, at) for at, entry in enumerate(content["related"])]
        RelatedLink.objects.bulk_create(rows)


def _link(article: Article, entry: dict, position: int) -> RelatedLink:
    words = {name: value for name, value in entry.items() if name != "target"}
    return RelatedLink(article=article, position=position, target_id=entry["target"], **words)


def _kept(article: Article, content: dict) -> Iterator[tuple[str, object, list[str]]]:
    """Each field that refers to something, with what is left of it and what is told of the rest."""
    barred = _barred(article, content)
    yield "body", *_body(content["body"], barred)
    yield "lead", *_lead(content["lead"], barred)
    for field, model in (("section", Section), ("thread", Thread)):
        found, lost = _there(model, [content[field]] if content[field] else [], str(model._meta.verbose_name))
        yield field, next(iter(found), None), lost
    yield "topics", *_there(Topic, content["topics"], "topic")
    yield "authors", *_there(Author, content["authors"], "author")
    yield "related", *_links(content["related"])


def _barred(article: Article, content: dict) -> dict[int, str]:
    """Of the photos that the story does not hold now, those that nobody may choose or that are gone, and why."""
    chosen = {use.photo for use in mirror.photo_uses(content)}
    held = set()
    if article.pk:
        held = {use.photo for use in mirror.photo_uses(snapshots.capture(article))} | mirror.counted(article.pk)
    photos = Photo.objects.in_bulk(chosen - held)
    gone = {pk: f"Photo {pk} is deleted." for pk in chosen - held - photos.keys()}
    return gone | {pk: reason for pk, photo in photos.items() if (reason := refusal(photo))}


def _body(html: str, barred: dict[int, str]) -> tuple[str, list[str]]:
    blocks = story_body.parse(html)
    stories, _ = _there(Article, [use.article for use in story_body.related_stories(blocks)], "story")
    kept, lost = [], []
    for block in blocks:
        match block:
            case story_body.PhotoUse(photo) if photo in barred:
                lost.append(f"{barred[photo]} It is left out of the text.")
            case story_body.RelatedStory(article) if article not in stories:
                lost.append(f"The story with the number {article} is deleted. It is left out of the text.")
            case _:
                kept.append(block)
    return ("\n".join(map(story_body.to_html, kept)) if lost else html), lost


def _lead(lead: dict | None, barred: dict[int, str]) -> tuple[dict | None, list[str]]:
    if lead and (reason := barred.get(lead["photo"])):
        return None, [f"{reason} The story has no lead picture then."]
    return lead, []


def _there(model: type, ids: list[int], noun: str) -> tuple[list[int], list[str]]:
    found = set(model.objects.filter(pk__in=ids).values_list("pk", flat=True))
    gone = [pk for pk in ids if pk not in found]
    return [pk for pk in ids if pk in found], [f"The {noun} with the number {pk} is deleted." for pk in gone]


def _links(entries: list[dict]) -> tuple[list[dict], list[str]]:
    kept, lost = _there(Article, [entry["target"] for entry in entries if entry["target"]], "related story")
    return [entry for entry in entries if not entry["target"] or entry["target"] in kept], lost
