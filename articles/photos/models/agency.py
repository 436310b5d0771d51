"""The authority list: the houses that supply pictures, and every spelling under which each is met."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from articles.photos.credits import Credit
from articles.photos.houses import HOUSES, House, house_key


def validate_style(value: str) -> None:
    """Refuse a credit form that says nowhere where the photographer's name stands."""
    if "{name}" not in value:
        raise ValidationError("Write {name} where the photographer's name stands, as in REUTERS/{name}.")


class AgencyQuerySet(models.QuerySet):
    def spelt(self, spelling: str):
        """The house that is written so, or None; case, points, hyphens, "the" and "Photo" make no difference."""
        return self.filter(names__key=house_key(spelling)).first()

    def supplier(self, credit: Credit):
        """The house that a picture with this credit came from: its distributor, else its agency, else None.

        A house that the list does not know is added to it, unchecked, so that a misspelling shows up there.
        """
        spelling = " ".join((credit.distributor or credit.agency).split())
        if not house_key(spelling):
            return None
        return self.spelt(spelling) or self._met(spelling)

    def kind_of(self, credit: Credit) -> str:
        """Of which kind `supplier` would be, without adding it to the list; "" where the credit names none."""
        spelling = credit.distributor or credit.agency
        if not house_key(spelling):
            return ""
        known = self.spelt(spelling)
        return known.kind if known else Agency.Kind.AGENCY

    def _met(self, spelling: str):
        try:
            with transaction.atomic():
                return self.create(name=spelling, is_checked=False)
        except IntegrityError:  # somebody else met it in the same moment
            return self.get(names__key=house_key(spelling))

    def authority(self) -> tuple[House, ...]:
        """The checked houses as the credit grammar takes them, in one query; the built-in table if there are none.

        Unchecked ones stay out: a name that was taken for a house once would prove itself at every later reading.
        """
        fields = ("agency__name", "agency__kind", "agency__credit_style", "agency", "spelling")
        houses: dict[int, House] = {}
        for name, kind, style, pk, spelling in (
            AgencyName.objects.filter(agency__in=self.filter(is_checked=True))
            .order_by("agency", "pk")
            .values_list(*fields)
        ):
            known = houses.get(pk) or House(name, kind, style=style)
            others = known.aliases if spelling == name else (*known.aliases, spelling)
            houses[pk] = House(name, kind, others, style)
        return tuple(houses.values()) or HOUSES


class Agency(models.Model):
    """A house that supplies pictures. Unchecked: the word of a credit, which no editor has looked at yet."""

    class Kind(models.TextChoices):
        AGENCY = "agency", "Agency"
        LIBRARY = "library", "Picture library"
        NEWSPAPER = "newspaper", "Newspaper or magazine"
        BROADCASTER = "broadcaster", "Broadcaster"

    name = models.CharField(max_length=200, help_text="The name in full, as the house writes it.")
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.AGENCY)
    credit_style = models.CharField(
        "credit form of its own",
        max_length=200,
        blank=True,
        validators=[validate_style],
        help_text="How the house itself writes its credits, with {name} for the photographer: REUTERS/{name}",
    )
    note = models.TextField(blank=True, help_text="Contract, contact, what to look out for; readers do not see it.")
    is_checked = models.BooleanField(
        "checked",
        default=True,
        help_text="An editor has seen that this is a house, rightly spelt. Only checked houses help to read credits.",
    )

    objects = AgencyQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        verbose_name_plural = "agencies"

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        """A house is known under its own name; one that is renamed stays known under the old one."""
        with transaction.atomic():
            super().save(*args, **kwargs)
            AgencyName.objects.get_or_create(key=house_key(self.name), agency=self, defaults={"spelling": self.name})

    def clean(self):
        """Refuse a name under which another house is known."""
        self.name = " ".join(self.name.split())
        if problem := taken(self.name, besides=self):
            raise ValidationError({"name": problem})

    @property
    def aliases(self) -> list[str]:
        """Its other spellings."""
        own = house_key(self.name)
        return [name.spelling for name in self.names.all() if name.key != own]


class AgencyName(models.Model):
    """A spelling under which a house is known; two that have one key are one spelling, and belong to one house."""

    agency = models.ForeignKey(Agency, models.CASCADE, related_name="names")
    spelling = models.CharField(max_length=200)
    key = models.CharField(max_length=600, unique=True, editable=False)  # folding case can make a text longer

    class Meta:
        ordering = ["id"]
        verbose_name = "spelling"

    def __str__(self):
        return self.spelling

    def save(self, *args, **kwargs):
        self.key = house_key(self.spelling)
        super().save(*args, **kwargs)


def taken(spelling: str, besides: Agency) -> str:
    """Why `besides` may not be known under this spelling, in a sentence; "" if it may."""
    if not house_key(spelling):
        return f"“{spelling}” has no letters to know a house by. Write its name."
    other = Agency.objects.exclude(pk=besides.pk).spelt(spelling)
    if not other:
        return ""
    if house_key(other.name) == house_key(spelling):
        return f"“{other.name}” is on the list as a house of its own. If both are one house, merge them."
    return f"“{spelling}” is a spelling of {other.name}. Take it out there first, or merge the two."
