"""A running story: what groups the articles that tell how something developed."""

from django.db import models
from django.urls import reverse


class Thread(models.Model):
    """A running story. It has a page as soon as readers see one of its articles, and none before."""

    name = models.CharField(max_length=80, unique=True, help_text="As readers know it, such as “The harbour bridge”.")
    slug = models.SlugField(max_length=80, unique=True)
    standfirst = models.TextField(
        max_length=300, blank=True, help_text="What it is about, in a sentence or two; it stands on its own page."
    )

    class Meta:
        verbose_name, verbose_name_plural = "running story", "running stories"
        ordering = ["name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("thread", args=[self.slug])
