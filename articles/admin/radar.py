"""The rights radar: photos whose right runs out, or has, with the pages they are on and what can be done."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value, When, Window
from django.db.models.functions import Coalesce, RowNumber
from django.urls import reverse
from django.utils import timezone

from articles import mirror
from articles.models import FAR_FUTURE, Edition, PhotoUse
from articles.photos.models import Photo
from articles.photos.moments import in_words
from articles.photos.prolonging import seen
from articles.photos.renditions import CARD, Rendition, renditions
from articles.photos.rights import SOON
from articles.sponsors.models import Placement

ON_THE_DESK = 10
NAMED = 3  # pages named of each photo; of the others their number is told


@dataclass(frozen=True)
class Page:
    """Where a photo stands: how, what it is called, and its address."""

    how: str
    name: str
    address: str


@dataclass
class Blip:
    """One photo on the radar. `pages` are the first that readers see or will, `number` is how many there are."""

    photo: Photo
    at: datetime
    pages: list[Page] = field(default_factory=list)
    number: int = 0
    others: list[Page] = field(default_factory=list)

    @property
    def has_ended(self) -> bool:
        return bool(self.photo.rights_until and self.photo.rights_until <= self.at)

    @property
    def ends(self) -> bool:
        """Whether it is its end that brought it here, and not its last use."""
        return bool(self.photo.rights_until and self.photo.rights_until <= self.at + SOON)

    @property
    def is_last_use(self) -> bool:
        return self.photo.uses_allowed == self.photo.uses_made + 1

    @property
    def seen(self) -> str:
        """What the buttons send back, so that nobody decides on what was changed meanwhile."""
        return seen(self.photo)

    @property
    def when(self) -> str:
        """What is near or over, in a sentence."""
        photo, sentences = self.photo, []
        if self.has_ended:
            sentences.append(f"Its right ended on {in_words(photo.rights_until)}.")
        elif self.ends:
            sentences.append(f"Its right ends on {in_words(photo.rights_until)}.")
        if self.is_last_use:
            sentences.append(f"One use left of {photo.uses_allowed}.")
        return " ".join(sentences)

    @property
    def then(self) -> str:
        """What readers get in its place."""
        if self.photo.replacement_id:
            return f"Photo {self.photo.replacement_id} stands in for it{'' if self.has_ended else ' then'}."
        if not (self.ends and self.number):
            return ""
        return "Its places are closed up." if self.has_ended else "Then its places close up."

    @property
    def more(self) -> int:
        return max(self.number - len(self.pages), 0)

    @property
    def thumbnail(self) -> Rendition | None:
        return renditions(self.photo, CARD, "webp")[0] if self.photo.has_files else None

    @property
    def library(self) -> str:
        return reverse("admin:photos_photo_change", args=[self.photo.pk])

    @property
    def replace(self) -> str:
        """Where it is replaced in every story."""
        return reverse("admin:photos_photo_replace", args=[self.photo.pk])


def on_radar(at: datetime) -> QuerySet:
    """The photos that somebody should decide on, the most urgent first.

    That is: what has ended before what will, by its end; then what has one use left. Of those, what stands anywhere
    comes before what only lies in the library. An end that was accepted is no matter any more, nor is a killed photo.
    """
    near = Q(rights_until__gt=at, rights_until__lte=at + SOON)
    over = Q(rights_until__lte=at)
    last_use = Q(uses_allowed=F("uses_made") + 1) & (Q(rights_until=None) | Q(rights_until__gt=at))
    accepted = Q(end_accepted__isnull=False, end_accepted=Coalesce("rights_until", Value(FAR_FUTURE)))
    urgency = Case(
        When((near | over) & Q(stands=True), then=0),
        When(near, then=1),
        When(stands=True, then=2),
        default=3,
        output_field=IntegerField(),
    )
    return (
        Photo.objects.filter(killed_at=None)
        .exclude(accepted)
        .alias(stands=_stands(at))
        .filter(near | last_use | over & Q(stands=True))
        .alias(urgency=urgency)
        .order_by("urgency", F("rights_until").asc(nulls_last=True), "pk")
    )


def _stands(at: datetime) -> Q:
    """That a photo is in a live or scheduled story, in a running advertisement, or in a working copy."""
    own = PhotoUse.objects.filter(photo=OuterRef("pk"))
    seen = own.filter(Exists(Edition.objects.not_over(at).filter(revision=OuterRef("revision"))))
    written = mirror.in_working_copies().filter(photo=OuterRef("pk"))
    return Exists(seen) | Exists(written) | Exists(Placement.objects.running(at).filter(picture=OuterRef("pk")))


def blips(photos: list[Photo], at: datetime) -> list[Blip]:
    """These photos with where they stand, in three queries however many they are."""
    found = {photo.pk: Blip(photo, at) for photo in photos}
    for photo, number, page in _published(found, at):
        found[photo].number = number
        found[photo].pages.append(page)
    for photo, article, headline in _written(found, at):
        found[photo].others.append(Page("Working copy", headline, _story(article)))
    for placement in Placement.objects.running(at).filter(picture__in=found).order_by("starts_at", "pk"):
        address = reverse("admin:sponsors_placement_change", args=[placement.pk])
        found[placement.picture_id].others.append(Page("Advertisement", str(placement), address))
    return list(found.values())


def _published(photos, at: datetime) -> Iterator[tuple[int, int, Page]]:
    """The first pages of each photo that readers see, then those they will, with the number of them all."""
    edition = "revision__editions__"
    fields = [f"{edition}{name}" for name in ("live_from", "headline", "path", "article")]
    uses = PhotoUse.objects.filter(**{f"{edition}live_until__gt": at})
    is_ahead = Case(When(**{f"{edition}live_from__gt": at}, then=1), default=0)
    rows = _first_of_each(uses, photos, is_ahead.asc(), F(f"{edition}live_from").desc(), F(f"{edition}pk").desc())
    for photo, number, live_from, headline, path, article in rows.values_list("photo", "number", *fields):
        if live_from > at:
            yield photo, number, Page(f"From {in_words(live_from)}", headline, _story(article))
        else:
            yield photo, number, Page("", headline, path)


def _written(photos, at: datetime) -> QuerySet:
    """Photo, story and headline of working copies that are not what readers see, or will as scheduled."""
    published = Edition.objects.not_over(at).filter(revision=OuterRef("revision"))
    uses = mirror.in_working_copies().filter(~Exists(published))
    rows = _first_of_each(uses, photos, F("revision__article").desc())
    return rows.values_list("photo", "revision__article", "revision__article__headline")


def _first_of_each(uses: QuerySet, photos, *order) -> QuerySet:
    """The first of the uses of each photo, one of each revision, with the number of all that there are."""
    earlier = PhotoUse.objects.filter(
        revision=OuterRef("revision"), photo=OuterRef("photo"), position__lt=OuterRef("position")
    )
    by_photo = {"partition_by": F("photo")}
    return (
        uses.filter(~Exists(earlier), photo__in=photos)
        .annotate(rank=Window(RowNumber(), order_by=order, **by_photo), number=Window(Count("pk"), **by_photo))
        .filter(rank__lte=NAMED)
        .order_by("photo", "rank")
    )


def _story(article: int) -> str:
    return reverse("admin:articles_article_change", args=[article])


def panel() -> dict:
    """What the desk shows: the first few, and how many there are."""
    at = timezone.now()
    photos = on_radar(at)
    first = list(photos[: ON_THE_DESK + 1])
    number = len(first) if len(first) <= ON_THE_DESK else photos.count()
    return {"blips": blips(first[:ON_THE_DESK], at), "number": number, "more": max(number - ON_THE_DESK, 0)}
