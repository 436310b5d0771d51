"""Links from a story to others."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models

from articles.headlines import LONGEST, headline_key
from articles.models.article import Article


class HeadlineKeyField(models.CharField):
    """By what a stub's story is found: its headline's words, kept at every save."""

    def pre_save(self, model_instance, add):
        key = headline_key(model_instance.headline) if model_instance.is_stub else ""
        setattr(model_instance, self.attname, key)
        return key


class RelatedLinkQuerySet(models.QuerySet):
    def stubs(self):
        """Those whose story is not here, as far as anybody knows."""
        return self.filter(target=None, url="").exclude(headline="")


class RelatedLink(models.Model):
    """An ordered link from an article to another article, or to an address outside.

    A link with neither is a stub: an imported headline whose story is not here (yet). Readers see no stub,
    and of a link to an article only the live edition.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="related_links")
    position = models.PositiveSmallIntegerField(default=0)
    target = models.ForeignKey(
        Article, models.CASCADE, null=True, blank=True, related_name="pointing_links", verbose_name="story"
    )
    url = models.URLField(
        "outside address", max_length=500, blank=True, validators=[URLValidator(schemes=["http", "https"])]
    )
    headline = models.CharField(max_length=200, blank=True, help_text="Empty: the story's own live headline.")
    teaser = models.TextField(max_length=500, blank=True, help_text="Empty: the story's own standfirst.")
    dateline = models.CharField(max_length=120, blank=True, editable=False)
    teaser_is_cut = models.BooleanField("teaser is cut short", default=False, editable=False)
    headline_key = HeadlineKeyField(max_length=LONGEST, blank=True, editable=False)
    may_be = models.ForeignKey(
        Article, models.SET_NULL, null=True, editable=False, related_name="+", help_text="Of a stub: perhaps its story."
    )

    objects = RelatedLinkQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        indexes = [
            models.Index(fields=["headline_key"], name="stub_by_headline", condition=models.Q(target=None, url=""))
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(target=None) | models.Q(url=""),
                name="related_to_a_story_or_outside",
                violation_error_message="Give a story or an outside address, not both.",
            )
        ]

    def __str__(self):
        return self.headline or (str(self.target) if self.target else self.url)

    def clean(self):
        """Refuse a link that would show readers nothing, or the story they are reading."""
        if not (self.target_id or self.url or self.headline):
            raise ValidationError({"target": "Choose a story, or give an outside address."})
        if self.url and not self.headline:
            raise ValidationError({"headline": "An outside address needs a headline."})
        if self.target_id and self.target_id == self.article_id:
            raise ValidationError({"target": "A story cannot be related to itself."})

    @property
    def is_stub(self):
        return not self.target_id and not self.url
