"""A photo's rights, as columns of the photo: by which right it runs, how long, how often, how far."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone

from articles.photos.moments import in_words
from articles.photos.rights import Category, runs_at

NO_MONEY = [MinValueValidator(0)]


class Rights(models.Model):
    """What the paper may do with a picture. An open beginning or end is NULL: few photos have either.

    `uses_made` counts the stories that ran it or are scheduled to, for `uses_allowed`; `articles.mirror` keeps it.
    `end_accepted` is the end that an editor chose to let come, so that nobody is reminded of it again.
    `killed_at` is set by `articles.kills` only, and the story of the kill is in `Kill`.
    """

    rights_category = models.CharField("right", max_length=20, choices=Category, blank=True)
    rights_from = models.DateTimeField("valid from", null=True, blank=True)
    rights_until = models.DateTimeField("valid until", null=True, blank=True)
    uses_allowed = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1)], help_text="Stories it may run in. Empty: any number."
    )
    uses_made = models.PositiveIntegerField(default=0, editable=False)
    restrictions = models.TextField(
        blank=True, max_length=2000, help_text="What the licence forbids, in words: no covers, not in Germany, no crop."
    )
    may_syndicate = models.BooleanField(
        "may be syndicated",
        default=True,
        help_text="It may travel: in feeds, exports, and what search engines are told of a story.",
    )
    cost = models.DecimalField(
        max_digits=10, decimal_places=2, null=True, blank=True, validators=NO_MONEY, help_text="What a use of it costs."
    )
    replacement = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replaces",
        help_text="Stands in for it when its right has ended. None: its place closes up.",
    )
    end_accepted = models.DateTimeField(null=True, editable=False)
    killed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        abstract = True

    def clean(self):
        """Refuse a right that ends before it begins, and a replacement that could not stand in."""
        errors = {}
        if self.rights_from and self.rights_until and self.rights_from >= self.rights_until:
            errors["rights_until"] = "The end must come after the beginning."
        if self.replacement and (problem := self._unfit(self.replacement)):
            errors["replacement"] = problem
        if errors:
            raise ValidationError(errors)

    def _unfit(self, other) -> str:
        """Why `other` may not be the replacement; "" if it may."""
        if other.pk == self.pk:
            return "A picture cannot stand in for itself. Choose another."
        if other.uses_allowed is not None:
            return "The number of its uses is limited, so it cannot stand in wherever this one is. Choose another."
        if missing := other.shortcomings():
            return f"It cannot run itself: it lacks {', '.join(missing)}. Choose another, or complete it first."
        return other.barred()

    def barred(self, at: datetime | None = None) -> str:
        """Why it may not run at `at` (default: now) although nothing is missing, in a sentence; "" if it may."""
        at = at or timezone.now()
        if self.killed_at:
            return f"It was killed on {in_words(self.killed_at)}."
        if self.rights_from and self.rights_from > at:
            return f"Its right begins on {in_words(self.rights_from)}."
        if self.rights_until and self.rights_until <= at:
            return f"Its right ended on {in_words(self.rights_until)}."
        return ""

    @property
    def has_use_left(self) -> bool:
        """Whether it may go into another story."""
        return self.uses_allowed is None or self.uses_made < self.uses_allowed

    @property
    def turns(self) -> list[datetime]:
        """The moments at which it begins or ceases to run, known beforehand."""
        return [moment for moment in (self.rights_from, self.rights_until) if moment]


class RightsQuerySet(models.QuerySet):
    def usable(self, at: datetime | None = None):
        """Those that readers may see at `at` (default: now): the one rule; `Photo.may_run` asks it of one photo.

        What each use brings itself is not asked here: alt text, and room for another story (`Rights.has_use_left`).
        """
        whole = ~models.Q(file="") & ~models.Q(credit_line__regex=r"^\s*$")
        return self.filter(whole, runs_at(at or timezone.now()))
