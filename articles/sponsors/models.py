"""Advertisements: labelled, dated, in named slots."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils import timezone


class PlacementQuerySet(models.QuerySet):
    def running(self, at=None):
        """The placements that readers see at the moment `at` (default: now)."""
        at = at or timezone.now()
        return self.filter(starts_at__lte=at, ends_at__gt=at)

    def not_over(self, at=None):
        """Those that run at `at` or will."""
        return self.filter(ends_at__gt=at or timezone.now())

    def beside(self, section: int | None):
        """Those that a story of the section (its id) has on its page."""
        everywhere = models.Q(sections=None) | models.Q(sections=section) if section else models.Q(sections=None)
        return self.filter(everywhere).exclude(slot="front").distinct()


class Placement(models.Model):
    """One advertisement in one slot, from `starts_at` until just before `ends_at`."""

    class Slot(models.TextChoices):
        TOP = "top", "Top of every page"
        STORY = "story", "In the story"
        FOOT = "foot", "Foot of every page"
        FRONT = "front", "On the front"

    class Label(models.TextChoices):
        ADVERTISEMENT = "Advertisement", "Advertisement"
        FEATURE = "Advertisement feature", "Advertisement feature"

    slot = models.CharField(max_length=10, choices=Slot)
    label = models.CharField(max_length=40, choices=Label, help_text="Readers see it first.")
    advertiser = models.CharField(max_length=120)
    headline = models.CharField(max_length=120, blank=True)
    text = models.TextField(max_length=400)
    link = models.URLField(max_length=500, validators=[URLValidator(schemes=["http", "https"])])
    picture = models.ForeignKey("photos.Photo", models.PROTECT, null=True, blank=True, related_name="placements")
    disclosure = models.CharField(max_length=300, help_text="Who paid, or what the paper earns, in one sentence.")
    is_affiliate = models.BooleanField(
        "affiliate link",
        default=False,
        help_text="The paper earns a commission; the disclosure stands before the link.",
    )
    starts_at = models.DateTimeField("runs from", default=timezone.now)
    ends_at = models.DateTimeField("runs until")
    sections = models.ManyToManyField(
        "articles.Section", blank=True, related_name="placements", help_text="None: on every page."
    )

    objects = PlacementQuerySet.as_manager()

    class Meta:
        ordering = ["slot", "starts_at", "id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(label=""), name="placement_has_a_label"),
            models.CheckConstraint(condition=~models.Q(disclosure=""), name="placement_has_a_disclosure"),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="placement_ends_after_start",
                violation_error_message="The end must come after the start.",
            ),
        ]

    def __str__(self):
        return f"{self.advertiser}: {self.headline or self.text[:60]}"

    def clean(self):
        """Refuse a picture that may not run; the label and disclosure are required by the fields."""
        if self.picture_id and (missing := self.picture.shortcomings()):
            raise ValidationError({"picture": f"The picture cannot run: it lacks {', '.join(missing)}."})
        if self.picture_id and self.starts_at and (barred := self.picture.barred(self.starts_at)):
            raise ValidationError({"picture": f"The picture may not run. {barred}"})
        if self.disclosure is not None and not self.disclosure.strip():
            raise ValidationError({"disclosure": "Say who paid, or what the paper earns."})
