"""Where a story stands and what it is about."""

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse

colour_validator = RegexValidator(r"^#[0-9a-fA-F]{6}\Z", "Give a colour as six hexadecimal digits, such as #1a4d7a.")


class Section(models.Model):
    """A part of the paper; it has a page, a place in the navigation and a colour."""

    name = models.CharField(max_length=60, unique=True)
    slug = models.SlugField(max_length=60, unique=True)
    description = models.CharField(max_length=200, blank=True)
    colour = models.CharField(max_length=7, default="#8b1e1e", validators=[colour_validator])
    position = models.PositiveSmallIntegerField(default=0, help_text="Place in the navigation, lowest first.")

    class Meta:
        ordering = ["position", "name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("section", args=[self.slug])


class Topic(models.Model):
    """A subject that stories of several sections share."""

    name = models.CharField(max_length=80, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    description = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("topic", args=[self.slug])
