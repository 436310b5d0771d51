"""What the paper says of itself."""

from django.core.validators import MaxValueValidator
from django.db import models


class Publication(models.Model):
    """The one row that holds the paper's name and its statements; every page shows the name."""

    name = models.CharField(max_length=80, default="Newsroom")
    tagline = models.CharField(max_length=160, blank=True)
    about = models.TextField("about us", blank=True)
    ethics = models.TextField("ethics policy", blank=True)
    corrections_policy = models.TextField(blank=True)
    ownership = models.TextField("ownership and funding", blank=True)
    contact = models.TextField(blank=True)
    related_stories = models.PositiveSmallIntegerField(
        "stories in a related box",
        default=4,
        validators=[MaxValueValidator(8)],
        help_text="What editors chose comes first; suggestions fill it up to this. 0: only what editors chose.",
    )

    STATEMENTS = ("about", "ethics", "corrections_policy", "ownership", "contact")

    class Meta:
        verbose_name_plural = "publication"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pk=1),
                name="one_publication",
                violation_error_message="There is one publication; change the one that is there.",
            )
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        self.pk = 1
        super().save(*args, **kwargs)
