"""What an article was at each save: numbered, whole and never changed."""

from django.conf import settings
from django.db import models

from articles.models.article import Article
from articles.models.content import ContentField
from articles.models.own_words import Words
from articles.photos.models import Photo
from newsroom.accounts.records import Record


class Revision(Record):
    """A snapshot of an article's whole content; `articles.snapshots` says what `content` holds."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    content = ContentField()
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True)
    why = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="revision_number_once")]

    def __str__(self):
        return f"Revision {self.number}"


class PhotoUse(models.Model):
    """The mirror of a photo's place in a revision, with the words of that use; `articles.mirror` keeps it.

    `position` 0 is the lead; the pictures of the text follow as they stand. A photo that ever ran cannot be deleted.
    `caption_from` and `alt_from` are the library's texts that own words were written from; NULL where there are none,
    or where nobody noted it.
    """

    revision = models.ForeignKey(Revision, models.CASCADE, related_name="photo_uses", db_index=False)
    position = models.PositiveSmallIntegerField()
    photo = models.ForeignKey(Photo, models.PROTECT, related_name="uses")
    caption = models.TextField(blank=True)
    alt = models.TextField(blank=True)
    caption_from = models.TextField(null=True)  # noqa: DJ001 an empty text is one too
    alt_from = models.TextField(null=True)  # noqa: DJ001

    class Meta:
        ordering = ["revision", "position"]
        constraints = [models.UniqueConstraint(fields=["revision", "position"], name="one_photo_a_place")]

    def __str__(self):
        return f"Photo {self.photo_id} in revision {self.revision_id}"

    @property
    def words(self) -> list[Words]:
        """Caption and alt text, each beside the library's."""
        return [
            Words("caption", self.caption, self.photo.caption, self.caption_from),
            Words("alt", self.alt, self.photo.alt, self.alt_from),
        ]

    @property
    def place(self) -> str:
        return f"Picture {self.position} in the text" if self.position else "Lead picture"


class StoryLink(models.Model):
    """The mirror of a link from a revision to another story, with its own words; `articles.mirror` keeps it.

    The related box comes first, in its order, then what stands in the text. A revision may name a story that is gone.
    `headline_from` and `teaser_from` are what the target said when own words were written, and `correction_from` is its
    newest correction then, 0 for none; NULL as in PhotoUse.
    """

    revision = models.ForeignKey(Revision, models.CASCADE, related_name="story_links", db_index=False)
    position = models.PositiveSmallIntegerField()
    in_text = models.BooleanField()
    target = models.ForeignKey(Article, models.DO_NOTHING, related_name="links_here", db_constraint=False)
    headline = models.TextField(blank=True)
    teaser = models.TextField(blank=True)
    headline_from = models.TextField(null=True)  # noqa: DJ001 an empty text is one too
    teaser_from = models.TextField(null=True)  # noqa: DJ001
    correction_from = models.BigIntegerField(null=True)

    class Meta:
        ordering = ["revision", "position"]
        constraints = [models.UniqueConstraint(fields=["revision", "position"], name="one_link_a_place")]
        indexes = [
            models.Index(
                fields=["target"],
                condition=models.Q(headline_from__isnull=False) | models.Q(teaser_from__isnull=False),
                name="link_with_own_words",
            )
        ]

    def __str__(self):
        return f"Link from revision {self.revision_id} to story {self.target_id}"
