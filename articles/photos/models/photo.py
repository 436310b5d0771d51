"""The picture library: each photo with its file, its words and its credit."""

from datetime import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, URLValidator
from django.db import models

from articles.photos.credit_grammar import QUALIFIERS
from articles.photos.credits import Credit, format_credit
from articles.photos.metadata_text import is_visible
from articles.photos.models.agency import Agency
from articles.photos.models.rights import Rights, RightsQuerySet
from articles.photos.rights import proposed_category
from articles.photos.search_text import SEARCHED, asked_for, words_of
from articles.photos.source_types import GENERATED, SOURCE_TYPES

WEB_ADDRESS = [URLValidator(["http", "https"])]
CREDIT_PARTS = ("creators", "source", "agency", "distributor", "qualifiers")
# What else writes these, and writes them alone: a photo that was read before and is saved now would put them back.
WRITTEN_ELSEWHERE = {"killed_at", "uses_made"}
FOCAL = [MinValueValidator(0), MaxValueValidator(1)]


def validate_names(value: object) -> None:
    """Refuse anything that is not a list of non-empty texts."""
    if not isinstance(value, list) or not all(isinstance(name, str) and name.strip() for name in value):
        raise ValidationError("Give the names one a line.")


def validate_qualifiers(value: object) -> None:
    """Refuse qualifiers that a credit does not know."""
    if not isinstance(value, list) or set(value) - set(QUALIFIERS):
        raise ValidationError(f"A qualifier is one of: {', '.join(QUALIFIERS)}.")


class PhotoQuerySet(RightsQuerySet):
    def matching(self, words: str):
        """Those that hold every one of the words, in whole or in part, in any of the fields of SEARCHED."""
        found = models.Q()
        for word in asked_for(words):
            found &= models.Q(search_text__contains=word)
        return self.filter(found)

    def newest_first(self):
        return self.order_by("-created_at", "-id")


class Photo(Rights):
    """A picture in the library. Without a file it is a placeholder that keeps its words and credit.

    `width` and `height` are pixels as seen, after the file's own orientation; `focal_x` and `focal_y` are
    the point that crops keep, as fractions of width and height from the top left. `looks` is the picture's
    perceptual hash, 64 bits with a sign (see `alike.py`), and `rendered_as` says with which words, and by which
    recipe, the files that readers get were made last (see `renditions.py`). `search_text` repeats the words by which
    it is found (see `search_text.py`); `save` keeps it.
    """

    file = models.FileField(max_length=200, blank=True)
    sha256 = models.CharField(max_length=64, null=True, unique=True, editable=False)  # noqa: DJ001 unique or none
    width = models.PositiveIntegerField(default=0, editable=False)
    height = models.PositiveIntegerField(default=0, editable=False)
    looks = models.BigIntegerField(null=True, editable=False)
    rendered_as = models.CharField(max_length=24, blank=True, editable=False)
    focal_x = models.FloatField("focal point, from the left", default=0.5, validators=FOCAL)
    focal_y = models.FloatField("focal point, from the top", default=0.5, validators=FOCAL)

    caption = models.TextField(blank=True, max_length=2000, help_text="Who, what, where and when, without the credit.")
    alt = models.TextField(
        "alt text", blank=True, max_length=1000, help_text="What is to be seen, for those who do not see it."
    )
    is_decorative = models.BooleanField(
        "decorative",
        default=False,
        help_text="The picture says nothing that the text does not; it needs no alt text.",
    )

    creators = models.JSONField("photographers", default=list, blank=True, validators=[validate_names])
    source = models.CharField(max_length=200, blank=True, help_text="A body that is no news house: a ministry, a club.")
    agency = models.CharField(max_length=200, blank=True, help_text="The house the photographer works for.")
    distributor = models.CharField(max_length=200, blank=True, help_text="The house it came by: via …")
    qualifiers = models.JSONField(default=list, blank=True, validators=[validate_qualifiers])
    credit_line = models.CharField(
        "credit as it prints",
        max_length=500,
        blank=True,
        help_text="Empty: written from the parts in house style.",
    )

    keywords = models.JSONField(default=list, blank=True, validators=[validate_names])
    taken_at = models.DateTimeField("taken", null=True, blank=True)
    city = models.CharField(max_length=200, blank=True)
    country = models.CharField(max_length=200, blank=True)
    extended_description = models.TextField(
        blank=True, max_length=5000, help_text="More than alt text can say, for those who do not see the picture."
    )
    digital_source_type = models.CharField(
        "how it was made", max_length=60, blank=True, choices=SOURCE_TYPES, help_text="By IPTC's vocabulary."
    )
    copyright_notice = models.CharField(max_length=500, blank=True)
    usage_terms = models.TextField(blank=True, max_length=2000)
    web_statement = models.URLField("rights statement on the web", max_length=500, blank=True, validators=WEB_ADDRESS)
    licensor = models.CharField(max_length=200, blank=True, help_text="Who gives licences for it.")
    licensor_url = models.URLField("licensor’s page", max_length=500, blank=True, validators=WEB_ADDRESS)
    supplier_reference = models.CharField(
        "supplier’s reference", max_length=200, blank=True, help_text="The number it has with its supplier."
    )
    instructions = models.TextField(
        blank=True, max_length=2000, help_text="The supplier’s, to editors; readers do not see them."
    )

    supplier = models.ForeignKey(Agency, models.PROTECT, null=True, editable=False, related_name="photos")
    search_text = models.TextField(blank=True, editable=False)

    created_at = models.DateTimeField("added", auto_now_add=True, db_index=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False)
    reference = models.CharField("import reference", max_length=600, null=True, unique=True, editable=False)  # noqa: DJ001

    objects = PhotoQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["rights_until"], name="photo_by_end", condition=models.Q(rights_until__isnull=False))
        ]
        permissions = [("kill_photo", "Can kill photos and lift kills")]

    def __str__(self):
        words = self.caption or self.alt or self.credit_line or "Photo"
        return f"{words[:77].rstrip()}…" if len(words) > 78 else words

    def save(self, *args, **kwargs):
        """Save; a photo that was read before it was killed, or ran in another story, takes neither back."""
        if not is_visible(self.credit_line):
            self.credit_line = format_credit(self.credit)
        fields, also = kwargs.get("update_fields"), set()
        if fields is None or {"agency", "distributor"} & set(fields):
            self.supplier = Agency.objects.supplier(self.credit)
            also.add("supplier")
        if not self.rights_category and (fields is None or set(CREDIT_PARTS) & set(fields)):
            also |= self._propose_right()
        if fields is None or set(SEARCHED) & set(fields):
            self.search_text = words_of(self)
            also.add("search_text")
        if fields is not None:
            kwargs["update_fields"] = {*fields, *also}
        elif not (self._state.adding or kwargs.get("force_insert")):
            kwargs["update_fields"] = self._own_fields()
        super().save(*args, **kwargs)

    def _own_fields(self) -> set[str]:
        """What saving a photo that is there writes: all that was read of it, and nothing that is written elsewhere."""
        columns = {field.name for field in self._meta.concrete_fields if not field.primary_key}
        deferred = {self._meta.get_field(name).name for name in self.get_deferred_fields()}
        return columns - deferred - WRITTEN_ELSEWHERE

    def _propose_right(self) -> set[str]:
        """Take over the right that its words name, for an editor to mend; the names of the fields set."""
        self.take_right(self.right_by(self.credit, self.supplier.kind if self.supplier else ""))
        return {"rights_category", "may_syndicate"}

    def right_by(self, credit: Credit, house_kind: str) -> str:
        """The right that its words name with this credit, of a house of this kind; "" where they name none."""
        terms = f"{self.usage_terms} {self.copyright_notice} {self.web_statement}"
        return proposed_category(credit, terms, self.digital_source_type, house_kind)

    @property
    def credit(self) -> Credit:
        """The parts of the credit."""
        return Credit(
            creators=tuple(self.creators),
            source=self.source,
            agency=self.agency,
            distributor=self.distributor,
            qualifiers=tuple(self.qualifiers),
            raw=self.credit_line,
        )

    def set_credit(self, credit: Credit) -> None:
        """Take over the parts of `credit`, and its line as it was written; without one, in house style."""
        self.creators = list(credit.creators)
        self.source, self.agency, self.distributor = credit.source, credit.agency, credit.distributor
        self.qualifiers = list(credit.qualifiers)
        self.credit_line = credit.raw or format_credit(credit)

    @property
    def generated_label(self) -> str:
        """What readers are told beside the credit if generative software made the picture or part of it, else ""."""
        return GENERATED.get(self.digital_source_type, "")

    @property
    def file_words(self) -> dict:
        """What its present file said of itself, by `metadata.FileWords`; empty without one. Costs a query."""
        words = self.originals.filter(sha256=self.sha256).values_list("words", flat=True) if self.sha256 else ()
        return next(iter(words), {})

    @property
    def has_files(self) -> bool:
        """Whether there are readers' files of it: a placeholder has none yet, a killed photo none any more."""
        return bool(self.file) and not self.killed_at

    def shortcomings(self, alt: str = "") -> list[str]:
        """What is missing, so that it cannot run, in words; `alt` is the use's alt text, if it has its own."""
        missing = {
            "a file": not self.file,
            "a credit": not is_visible(self.credit_line),
            "alt text (or mark it decorative)": not (is_visible(alt or self.alt) or self.is_decorative),
            "a right to run": not self.rights_category,
        }
        return [what for what, is_missing in missing.items() if is_missing]

    def may_run(self, at: datetime, alt: str = "") -> bool:
        """Whether readers may see it at `at`, in a use with this alt text of its own."""
        return not (self.shortcomings(alt) or self.barred(at))
