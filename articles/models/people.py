"""Those who write."""

from django.conf import settings
from django.db import models
from django.urls import reverse


class Author(models.Model):
    """A name that can stand in a byline; with or without an account here."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=120, unique=True)
    role = models.CharField(max_length=120, blank=True, help_text="Such as: Harbour correspondent")
    bio = models.TextField(blank=True)
    email = models.EmailField(blank=True, help_text="Shown to readers.")
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, verbose_name="account"
    )

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("author", args=[self.slug])
