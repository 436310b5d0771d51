"""Where photos are used: the mirror of all places, kept with each save, and counted with each publication.

What a revision places is told by its content; `PhotoUse` repeats it, so that a photo can be asked where it stands.
"""

from collections.abc import Container, Iterable, Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from articles import body as story_body
from articles.models import Article, Edition, PhotoUse, Revision
from articles.models.edition import EditionQuerySet
from articles.photos.models import Photo

WORDS = ("caption", "alt", "caption_from", "alt_from")


def photo_uses(content: dict) -> list[story_body.PhotoUse]:
    """Every use of a photo in a revision's content, the lead first."""
    return _lead(content) + story_body.photo_uses(story_body.parse(content["body"]))


def _lead(content: dict) -> list[story_body.PhotoUse]:
    return [story_body.PhotoUse(**content["lead"])] if content["lead"] else []


def places(revision: Revision) -> list[PhotoUse]:
    """What the mirror should hold of a revision, by its content; unsaved. A story without a lead has nothing at 0."""
    content = revision.content
    entries = content.get("written_from", [])
    known = {(entry["photo"], entry["field"], entry["own"]): entry["library"] for entry in entries}
    return [
        PhotoUse(
            revision=revision,
            position=position,
            photo_id=use.photo,
            caption=use.caption,
            alt=use.alt,
            caption_from=known.get((use.photo, "caption", use.caption)),
            alt_from=known.get((use.photo, "alt", use.alt)),
        )
        for position, use in enumerate(photo_uses(content), 0 if content["lead"] else 1)
    ]


def keep(*revisions: Revision) -> None:
    """Note the places of revisions that were just made."""
    PhotoUse.objects.bulk_create([place for revision in revisions for place in places(revision)], batch_size=100)


def gone(revisions: Iterable[Revision]) -> set[int]:
    """The photos that revisions name and that the library has no more; the mirror cannot hold those."""
    named = {use.photo for revision in revisions for use in photo_uses(revision.content)}
    return named - set(Photo.objects.filter(pk__in=named).values_list("pk", flat=True)) if named else set()


def disagreements(revisions: Iterable[Revision]) -> Iterator[Revision]:
    """Those of `revisions`, which come with `photo_uses` prefetched, whose mirror does not say what they place."""
    revisions = list(revisions)
    missing = gone(revisions)
    return (revision for revision in revisions if differences(revision, missing))


def differences(revision: Revision, missing: Container[int] = ()) -> list[str]:
    """What the mirror has otherwise than the revision's content, a phrase each; `missing` photos are left out."""
    wanted = {place.position: place for place in places(revision) if place.photo_id not in missing}
    held = {place.position: place for place in revision.photo_uses.all()}
    return [
        f"position {position}: {_told(wanted.get(position))}; the mirror has {_told(held.get(position))}"
        for position in sorted(wanted.keys() | held.keys())
        if _said(wanted.get(position)) != _said(held.get(position))
    ]


def _said(use: PhotoUse | None) -> tuple:
    return (use.photo_id, *(getattr(use, name) for name in WORDS)) if use else ()


def _told(use: PhotoUse | None) -> str:
    if use is None:
        return "nothing"
    words = [f"{name} {value[:60]!r}" for name in WORDS if (value := getattr(use, name))]
    return ", ".join([f"photo {use.photo_id}", *words])


@transaction.atomic
def mend(*revisions: Revision) -> None:
    """Write the mirror of some revisions anew; photos that are gone are left out."""
    missing = gone(revisions)
    PhotoUse.objects.filter(revision__in=revisions).delete()
    found = [place for revision in revisions for place in places(revision) if place.photo_id not in missing]
    PhotoUse.objects.bulk_create(found, batch_size=100)


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


def in_working_copies() -> QuerySet:
    """The places in the newest revision of each story."""
    newer = Revision.objects.filter(article=OuterRef("revision__article"), number__gt=OuterRef("revision__number"))
    return PhotoUse.objects.filter(~Exists(newer))


def newest_revisions(articles: Iterable[int]) -> QuerySet:
    """The newest revision of each of these stories: what their working copies were when they were saved last."""
    newer = Revision.objects.filter(article=OuterRef("article"), number__gt=OuterRef("number"))
    return Revision.objects.filter(~Exists(newer), article__in=articles)


def working_copies(photo: Photo) -> QuerySet:
    """The stories whose working copy has the photo, oldest first."""
    own = in_working_copies().filter(photo=photo).values("revision__article")
    return Article.objects.filter(pk__in=own).order_by("pk")


def editions_with(photo: Photo) -> EditionQuerySet:
    """The editions that place the photo, each once, whenever they are or were live."""
    return Edition.objects.filter(revision__in=PhotoUse.objects.filter(photo=photo).values("revision"))


def current(photo: Photo, at: datetime) -> QuerySet:
    """The photo's uses in working copies, in what readers see at `at`, and in what is scheduled."""
    newer = Revision.objects.filter(article=OuterRef("revision__article"), number__gt=OuterRef("revision__number"))
    shown = Edition.objects.not_over(at).filter(revision=OuterRef("revision"))
    return PhotoUse.objects.filter(~Exists(newer) | Exists(shown), photo=photo)


def stories(photo: Photo, at: datetime) -> set[int]:
    """The stories that have the photo in their working copy, in what readers see at `at`, or in what is scheduled."""
    return set(current(photo, at).values_list("revision__article", flat=True))


def staying(revision: Revision) -> QuerySet:
    """The photos of a revision that may not be syndicated."""
    return Photo.objects.filter(uses__revision=revision, may_syndicate=False).distinct()


def counted(article: int) -> set[int]:
    """The photos in whose number of uses this story is counted already."""
    published = PhotoUse.objects.filter(revision__article=article, revision__editions__isnull=False)
    return set(published.values_list("photo", flat=True))


def with_own_words(photo: Photo) -> QuerySet:
    """The uses of the photo that have a caption or an alt text of their own."""
    return PhotoUse.objects.filter(photo=photo).exclude(caption="", alt="")


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
