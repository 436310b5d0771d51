"""What the paper got wrong, and what is right."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone

from articles.models.article import Article
from articles.models.edition import Edition
from newsroom.accounts.records import Record, RecordQuerySet


class CorrectionQuerySet(RecordQuerySet):
    def standing(self, at=None):
        """Those that readers are told at the moment `at` (default: now): made by then, and not said anew by then."""
        at = at or timezone.now()
        return self.filter(at__lte=at).exclude(said_anew__at__lte=at)

    def beside_story(self, at):
        """Those of stories that readers see at `at`, each with the live edition's `path`, `headline` and `kind`."""
        live = Edition.objects.live(at).filter(article=OuterRef("article"))
        said = {name: Subquery(live.values(name)[:1]) for name in ("path", "headline", "kind")}
        return self.annotate(**said).filter(Exists(live))


class Correction(Record):
    """One correction of a story, from the edition on that it came with. One that is itself wrong is said anew."""

    class Place(models.TextChoices):
        TOP = "top", "Above the text"
        FOOT = "foot", "Below the text"

    article = models.ForeignKey(Article, models.PROTECT, related_name="corrections")
    at = models.DateTimeField(db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True)
    wrong = models.TextField("what was wrong", max_length=1000)
    right = models.TextField("what is right", max_length=1000)
    place = models.CharField(max_length=4, choices=Place, default=Place.TOP)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="said_anew")

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self):
        return f"Correction of {self.article}, {self.at:%Y-%m-%d %H:%M}"
