"""What a kind of licence says, to be filled in at one stroke."""

from datetime import datetime, timedelta

from django.core.validators import MinValueValidator
from django.db import models

from articles.photos.models.photo import WEB_ADDRESS
from articles.photos.rights import Category

# Where a photo has words of its own under these, no preset takes their place.
WORDS = ("restrictions", "usage_terms", "web_statement")


class LicencePreset(models.Model):
    """A licence as the paper often has it, to fill in from: a photo keeps what was filled in, and not where from."""

    name = models.CharField(max_length=100, unique=True)
    rights_category = models.CharField("right", max_length=20, choices=Category)
    days = models.PositiveSmallIntegerField(
        "valid for days",
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text="From the moment it is filled in. Empty: without end.",
    )
    uses_allowed = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1)], help_text="Stories it may run in. Empty: any number."
    )
    may_syndicate = models.BooleanField("may be syndicated", default=True)
    restrictions = models.TextField(blank=True, max_length=2000, help_text="What the licence forbids, in words.")
    usage_terms = models.TextField(blank=True, max_length=2000, help_text="They travel inside the picture’s file.")
    web_statement = models.URLField("rights statement on the web", max_length=500, blank=True, validators=WEB_ADDRESS)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name

    def fills(self, at: datetime) -> dict:
        """What it gives a photo at `at`, by field: end and uses too where it has none; words only where it has some."""
        until = at.replace(second=0, microsecond=0) + timedelta(days=self.days) if self.days else None
        right = {
            "rights_category": self.rights_category,
            "rights_until": until,
            "uses_allowed": self.uses_allowed,
            "may_syndicate": self.may_syndicate,
        }
        return right | {name: getattr(self, name) for name in WORDS if getattr(self, name)}
