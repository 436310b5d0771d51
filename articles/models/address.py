"""Addresses of ours that lead readers to a story, to another page or outside."""

from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.utils import timezone

from articles.models.article import Article
from articles.models.edition import Edition


class AddressQuerySet(models.QuerySet):
    def with_newest(self):
        """Each with `newest`, the path of its story's newest edition."""
        editions = Edition.objects.filter(article=OuterRef("article")).order_by("-live_from")
        return self.annotate(newest=Subquery(editions.values("path")[:1]))

    def leading_elsewhere(self):
        """Those that are not just where a story stands; asked of `with_newest`."""
        return self.exclude(origin=Address.Origin.STORY, path=F("newest"))

    def known(self, at):
        """Those that led somewhere at the moment `at`. A story's own tell that by their editions."""
        return self.filter(Q(origin=Address.Origin.STORY) | Q(at=None) | Q(at__lte=at))


class Address(models.Model):
    """An address of ours and where it leads: to a story, or to `target`, another page of ours or one outside.

    Under those that publishing claimed readers have found, or will find, the story; they keep leading there for ever.
    So a changed slug is a redirect of one hop, and no other story can take the address. The others were imported, or
    typed by an editor, and `articles.addresses` writes them.
    """

    class Origin(models.TextChoices):
        STORY = "story", "A story's own"
        IMPORTED = "imported", "Imported"
        TYPED = "typed", "Typed"

    path = models.CharField(max_length=500, unique=True, help_text="With its query, as in /?p=123, where it has one.")
    article = models.ForeignKey(
        Article, models.PROTECT, null=True, blank=True, related_name="addresses", verbose_name="story"
    )
    target = models.CharField(
        "or another page",
        max_length=500,
        blank=True,
        db_index=True,
        help_text="A page of ours, such as /section/harbour/, or one elsewhere, beginning with https://.",
    )
    origin = models.CharField(max_length=10, choices=Origin, default=Origin.STORY)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False)
    at = models.DateTimeField("since", null=True, default=timezone.now, editable=False)
    hits = models.PositiveIntegerField(default=0, editable=False)
    last_hit = models.DateTimeField(null=True, editable=False)

    objects = AddressQuerySet.as_manager()

    class Meta:
        ordering = ["path"]
        verbose_name = "redirect"
        constraints = [
            models.CheckConstraint(
                condition=Q(article=None) ^ Q(target=""),
                name="address_leads_one_way",
                violation_error_message="Give a story or another page, one of the two.",
            )
        ]

    def __str__(self):
        return self.path
