"""Where photos are used: the mirror of all places, kept with each save, and counted with each publication.

What a revision places is told by its content; `PhotoUse` repeats it, so that a photo can be asked where it stands.
"""

from collections.abc import Iterable, Iterator

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from articles import body as story_body
from articles.models import Article, Edition, PhotoUse, Revision
from articles.models.edition import EditionQuerySet
from articles.photos.models import Photo


def photo_uses(content: dict) -> list[story_body.PhotoUse]:
    """Every use of a photo in a revision's content, the lead first."""
    return _lead(content) + story_body.photo_uses(story_body.parse(content["body"]))


def _lead(content: dict) -> list[story_body.PhotoUse]:
    return [story_body.PhotoUse(**content["lead"])] if content["lead"] else []


def places(revision: Revision) -> list[PhotoUse]:
    """What the mirror should hold of a revision, by its content; unsaved. A story without a lead has nothing at 0."""
    uses = photo_uses(revision.content)
    first = 0 if revision.content["lead"] else 1
    return [
        PhotoUse(revision=revision, position=position, photo_id=use.photo, caption=use.caption, alt=use.alt)
        for position, use in enumerate(uses, first)
    ]


def keep(revision: Revision) -> None:
    """Note the places of a revision that was just made."""
    PhotoUse.objects.bulk_create(places(revision))


def disagreements(revisions: Iterable[Revision]) -> Iterator[Revision]:
    """Those of `revisions`, which come with `photo_uses` prefetched, whose mirror does not say what they place."""
    for revision in revisions:
        held = sorted(map(_said, revision.photo_uses.all()))
        if held != sorted(map(_said, places(revision))):
            yield revision


def _said(use: PhotoUse) -> tuple:
    return use.position, use.photo_id, use.caption, use.alt


@transaction.atomic
def mend(revision: Revision) -> None:
    """Write the mirror of one revision anew."""
    PhotoUse.objects.filter(revision=revision).delete()
    keep(revision)


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


def working_copies(photo: Photo) -> QuerySet:
    """The stories whose working copy has the photo, oldest first."""
    own = in_working_copies().filter(photo=photo, revision__article=OuterRef("pk"))
    return Article.objects.filter(Exists(own)).order_by("pk")


def editions_with(photo: Photo) -> EditionQuerySet:
    """The editions that place the photo, each once, whenever they are or were live."""
    own = PhotoUse.objects.filter(photo=photo, revision=OuterRef("revision"))
    return Edition.objects.filter(Exists(own))


def staying(revision: Revision) -> QuerySet:
    """The photos of a revision that may not be syndicated."""
    return Photo.objects.filter(uses__revision=revision, may_syndicate=False).distinct()


def counted(article: int) -> set[int]:
    """The photos in whose number of uses this story is counted already."""
    published = PhotoUse.objects.filter(revision__article=article, revision__editions__isnull=False)
    return set(published.values_list("photo", flat=True))


def lock(content: dict) -> set[int]:
    """Hold the photos of a revision's content, in the order of their numbers, until the transaction ends; their ids.

    So none is killed, and none's last use is taken by another story, while this one is published.
    """
    ids = {use.photo for use in photo_uses(content)}
    list(Photo.objects.select_for_update().filter(pk__in=ids).order_by("pk").values_list("pk"))
    return ids
