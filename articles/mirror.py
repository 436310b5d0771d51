"""Where photos are used and which stories are linked to: kept with each save, and counted with each publication.

What a revision places is told by its content; `PhotoUse` and `StoryLink` repeat it, so that a photo or a story can be
asked where it stands.
"""

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from articles import body as story_body
from articles.models import Article, Edition, PhotoUse, Revision, StoryLink
from articles.models.edition import EditionQuerySet
from articles.models.own_words import FIELDS, LINK_FIELDS
from articles.photos.models import Photo

Subject = Photo | Article  # of a use: the photo that is placed, or the story that is linked to
OWN = {PhotoUse: FIELDS, StoryLink: LINK_FIELDS}  # the words that a use may have of its own

# What each mirror says of a place, besides where it is.
SAID = {
    PhotoUse: ("photo_id", "caption", "alt", "caption_from", "alt_from"),
    StoryLink: ("target_id", "in_text", "headline", "teaser", "headline_from", "teaser_from", "correction_from"),
}


def photo_uses(content: dict) -> list[story_body.PhotoUse]:
    """Every use of a photo in a revision's content, the lead first."""
    return _lead(content) + story_body.photo_uses(story_body.parse(content["body"]))


def _lead(content: dict) -> list[story_body.PhotoUse]:
    return [story_body.PhotoUse(**content["lead"])] if content["lead"] else []


def story_links(content: dict) -> list[story_body.RelatedStory]:
    """Every link to a story in a revision's content: the related box, then the text."""
    return _box(content) + story_body.related_stories(story_body.parse(content["body"]))


def _box(content: dict) -> list[story_body.RelatedStory]:
    links = (link for link in content["related"] if link["target"])
    return [story_body.RelatedStory(link["target"], link["headline"], link["teaser"]) for link in links]


def places(revision: Revision) -> list[PhotoUse]:
    """What the mirror should hold of a revision's photos, by its content; unsaved. Without a lead, nothing is at 0."""
    content = revision.content
    known = _written_from(content, "photo")
    return [
        PhotoUse(
            revision=revision,
            position=position,
            photo_id=use.photo,
            caption=use.caption,
            alt=use.alt,
            caption_from=known.get((use.photo, "caption", use.caption), {}).get("library"),
            alt_from=known.get((use.photo, "alt", use.alt), {}).get("library"),
        )
        for position, use in enumerate(photo_uses(content), 0 if content["lead"] else 1)
    ]


def links(revision: Revision) -> list[StoryLink]:
    """What the mirror should hold of a revision's links to stories, by its content; unsaved."""
    known, in_box = _written_from(revision.content, "story"), len(_box(revision.content))
    return [
        StoryLink(
            revision=revision,
            position=position,
            in_text=position >= in_box,
            target_id=link.article,
            headline=link.headline,
            teaser=link.teaser,
            **_noted(link, known),
        )
        for position, link in enumerate(story_links(revision.content))
    ]


def linked_since(revision: Revision, targets: Collection[int]) -> dict[int, Revision]:
    """Of each of these stories in the related box of a revision, the revision since which it stands there unbroken.

    Two queries; the revisions come with their maker and without their content.
    """
    box = StoryLink.objects.filter(revision__article=revision.article_id, target__in=targets, in_text=False)
    numbers = defaultdict(set)
    for target, number in box.order_by().values_list("target", "revision__number"):
        numbers[target].add(number)
    latest = revision.number
    since = {target: _beginning(those, latest) for target, those in numbers.items() if latest in those}
    made = Revision.objects.filter(article=revision.article_id, number__in=since.values()).defer("content")
    by_number = {one.number: one for one in made.select_related("created_by")}
    return {target: by_number[number] for target, number in since.items()}


def _beginning(numbers: set[int], last: int) -> int:
    """The first of the run of numbers that ends with `last`."""
    while last - 1 in numbers:
        last -= 1
    return last


def _noted(link: story_body.RelatedStory, known: dict) -> dict:
    """What the target said when the link's own words were written; of its corrections the one that all of them know."""
    entries = {name: known.get((link.article, name, getattr(link, name)), {}) for name in LINK_FIELDS}
    corrections = [entry["correction"] for entry in entries.values() if "correction" in entry]
    written_from = {f"{name}_from": entry.get("library") for name, entry in entries.items()}
    return written_from | {"correction_from": min(corrections, default=None)}


def _written_from(content: dict, kind: str) -> dict[tuple[int, str, str], dict]:
    """The content's entries of this kind, by the number, the field and the own words."""
    entries = content.get("written_from", [])
    return {(entry[kind], entry["field"], entry["own"]): entry for entry in entries if kind in entry}


def keep(*revisions: Revision) -> None:
    """Note the places and links of revisions that were just made."""
    PhotoUse.objects.bulk_create([place for revision in revisions for place in places(revision)], batch_size=100)
    StoryLink.objects.bulk_create([link for revision in revisions for link in links(revision)], batch_size=100)


def gone(revisions: Iterable[Revision]) -> set[int]:
    """The photos that revisions name and that the library has no more; the mirror cannot hold those."""
    named = {use.photo for revision in revisions for use in photo_uses(revision.content)}
    return named - set(Photo.objects.filter(pk__in=named).values_list("pk", flat=True)) if named else set()


def disagreements(revisions: Iterable[Revision]) -> Iterator[Revision]:
    """Those of `revisions`, which come with their mirror prefetched, whose mirror does not say what they place."""
    revisions = list(revisions)
    missing = gone(revisions)
    return (revision for revision in revisions if differences(revision, missing))


def differences(revision: Revision, missing: Container[int] = ()) -> list[str]:
    """What the mirror has otherwise than the revision's content, a phrase each; `missing` photos are left out."""
    wanted = [place for place in places(revision) if place.photo_id not in missing]
    photos = _differences("position", wanted, revision.photo_uses.all())
    return photos + _differences("link", links(revision), revision.story_links.all())


def _differences(name: str, wanted: Iterable, held: Iterable) -> list[str]:
    wanted, held = ({place.position: place for place in places} for places in (wanted, held))
    return [
        f"{name} {position}: {_told(wanted.get(position))}; the mirror has {_told(held.get(position))}"
        for position in sorted(wanted.keys() | held.keys())
        if _said(wanted.get(position)) != _said(held.get(position))
    ]


def _said(place: PhotoUse | StoryLink | None) -> tuple:
    return tuple(getattr(place, name) for name in SAID[type(place)]) if place else ()


def _told(place: PhotoUse | StoryLink | None) -> str:
    if place is None:
        return "nothing"
    subject, *words = SAID[type(place)]
    told = [f"{name} {str(value)[:60]!r}" for name in words if (value := getattr(place, name))]
    return ", ".join([f"{'photo' if subject == 'photo_id' else 'story'} {getattr(place, subject)}", *told])


@transaction.atomic
def mend(*revisions: Revision) -> None:
    """Write the mirror of some revisions anew; photos that are gone are left out."""
    missing = gone(revisions)
    PhotoUse.objects.filter(revision__in=revisions).delete()
    found = [place for revision in revisions for place in places(revision) if place.photo_id not in missing]
    PhotoUse.objects.bulk_create(found, batch_size=100)
    StoryLink.objects.filter(revision__in=revisions).delete()
    StoryLink.objects.bulk_create([link for revision in revisions for link in links(revision)], batch_size=100)


def miscounted() -> QuerySet:
    """The photos whose number of uses is not `made`, the number that the mirror tells."""
    return Photo.objects.annotate(made=made()).exclude(uses_made=F("made")).order_by("pk")


def count(photos: Iterable[int]) -> None:
    """Write down in how many stories each of these photos has run, or is scheduled to, in one query."""
    Photo.objects.filter(pk__in=set(photos)).update(uses_made=made())


def made() -> Coalesce:
    """Of a photo, in how many stories it has run or is scheduled to. A story counts once, and for ever."""
    published = PhotoUse.objects.filter(photo=OuterRef("pk"), revision__editions__isnull=False).order_by()
    stories = published.values("photo").annotate(stories=Count("revision__article", distinct=True)).values("stories")
    return Coalesce(Subquery(stories), 0)


def in_newest() -> Exists:
    """Of a use, that no newer revision of its story is there: it is in the working copy."""
    newer = Revision.objects.filter(article=OuterRef("revision__article"), number__gt=OuterRef("revision__number"))
    return ~Exists(newer)


def in_working_copies() -> QuerySet:
    """The places in the newest revision of each story."""
    return PhotoUse.objects.filter(in_newest())


def newest_revisions(articles: Iterable[int]) -> QuerySet:
    """The newest revision of each of these stories: what their working copies were when they were saved last."""
    newer = Revision.objects.filter(article=OuterRef("article"), number__gt=OuterRef("number"))
    return Revision.objects.filter(~Exists(newer), article__in=articles)


def working_copies(photo: Photo) -> QuerySet:
    """The stories whose working copy has the photo, oldest first."""
    own = in_working_copies().filter(photo=photo).values("revision__article")
    return Article.objects.filter(pk__in=own).order_by("pk")


def uses_of(subject: Subject) -> QuerySet:
    """Where the photo is placed, or the story linked to, in any revision."""
    if isinstance(subject, Photo):
        return PhotoUse.objects.filter(photo=subject)
    return StoryLink.objects.filter(target=subject)


def as_placed(use: PhotoUse | StoryLink) -> story_body.PhotoUse | story_body.RelatedStory:
    """What a content has where the mirror has `use`."""
    if isinstance(use, PhotoUse):
        return story_body.PhotoUse(use.photo_id, use.caption, use.alt)
    return story_body.RelatedStory(use.target_id, use.headline, use.teaser)


def editions_with(subject: Subject) -> EditionQuerySet:
    """The editions that have such a use, each once, whenever they are or were live."""
    return Edition.objects.filter(revision__in=uses_of(subject).order_by().values("revision"))


def current(subject: Subject, at: datetime) -> QuerySet:
    """Its uses in working copies, in what readers see at `at`, and in what is scheduled."""
    shown = Edition.objects.not_over(at).filter(revision=OuterRef("revision"))
    return uses_of(subject).filter(in_newest() | Exists(shown))


def stories(subject: Subject, at: datetime) -> set[int]:
    """The stories that have such a use in their working copy, in what readers see at `at`, or in what is scheduled."""
    return set(current(subject, at).values_list("revision__article", flat=True))


def staying(revision: Revision) -> QuerySet:
    """The photos of a revision that may not be syndicated."""
    return Photo.objects.filter(uses__revision=revision, may_syndicate=False).distinct()


def counted(article: int) -> set[int]:
    """The photos in whose number of uses this story is counted already."""
    published = PhotoUse.objects.filter(revision__article=article, revision__editions__isnull=False)
    return set(published.values_list("photo", flat=True))


def with_own_words(subject: Subject) -> QuerySet:
    """Its uses that have words of their own."""
    uses = uses_of(subject)
    return uses.exclude(**dict.fromkeys(OWN[uses.model], ""))


def stories_counted(photo: Photo) -> set[int]:
    """The stories that are in the photo's number of uses."""
    published = PhotoUse.objects.filter(photo=photo, revision__editions__isnull=False)
    return set(published.values_list("revision__article", flat=True))


def lock(content: dict) -> set[int]:
    """Hold the photos of a revision's content, in the order of their numbers, until the transaction ends; their ids.

    So none is killed, and none's last use is taken by another story, while this one is published.
    """
    ids = {use.photo for use in photo_uses(content)}
    hold(ids)
    return ids


def hold(ids: Iterable[int]) -> None:
    """Lock these photos, in the order of their numbers."""
    list(Photo.objects.select_for_update().filter(pk__in=ids).order_by("pk").values_list("pk"))
