"""The working copy that editors change. Readers never see it."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django_prose_editor.fields import ProseEditorField

from articles import body as story_body
from articles.models.people import Author
from articles.models.taxonomy import Section, Topic
from articles.models.thread import Thread
from articles.photos.models import Photo

MAX_BODY_CHARACTERS = 1_000_000


def site_language() -> str:
    """The paper's own language, as in LANGUAGE_CODE."""
    return settings.LANGUAGE_CODE


class BodyField(ProseEditorField):
    """A story's body, sanitised at every save, whoever saves it and by whatever way it came."""

    def pre_save(self, model_instance, add):
        clean = story_body.sanitise(getattr(model_instance, self.attname) or "")
        setattr(model_instance, self.attname, clean)
        return clean


class Article(models.Model):
    """A story as the newsroom is working on it; what readers see is its live edition."""

    class Kind(models.TextChoices):
        NEWS = "news", "News"
        ANALYSIS = "analysis", "Analysis"
        OPINION = "opinion", "Opinion"
        FEATURE = "feature", "Feature"
        SPONSORED = "sponsored", "Advertisement feature"

    class Stage(models.TextChoices):
        """How far the working copy is; whether readers see anything is asked of the editions."""

        DRAFT = "draft", "Draft"
        REVIEW = "review", "In review"
        READY = "ready", "Ready"

    headline = models.CharField(max_length=200)
    standfirst = models.TextField(
        blank=True, max_length=500, help_text="The summary under the headline, one or two sentences."
    )
    body = BodyField(
        blank=True,
        extensions=story_body.EXTENSIONS,
        sanitize=story_body.sanitise,
        validators=[MaxLengthValidator(MAX_BODY_CHARACTERS)],
    )
    section = models.ForeignKey(Section, models.PROTECT, null=True, blank=True, related_name="articles")
    topics = models.ManyToManyField(Topic, blank=True, related_name="articles")
    thread = models.ForeignKey(
        Thread, models.PROTECT, null=True, blank=True, related_name="articles", db_index=False,
        verbose_name="running story", help_text="If it is part of one: readers then get how all of it developed.",
    )  # fmt: skip
    authors = models.ManyToManyField(Author, through="Byline", blank=True, related_name="articles")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.NEWS)
    advertiser = models.CharField(
        "paid for by", max_length=120, blank=True, help_text="Of an advertisement feature; readers are told."
    )
    dateline = models.CharField(max_length=120, blank=True, help_text="The place the story was written from.")
    language = models.CharField(max_length=10, default=site_language)
    slug = models.SlugField(
        max_length=100, help_text="The last part of the story's address. A change leaves a redirect."
    )
    lead_photo = models.ForeignKey(Photo, models.PROTECT, null=True, blank=True, related_name="led_articles")
    lead_caption = models.TextField("caption for this use", blank=True, help_text="Empty: the library's caption.")
    lead_alt = models.TextField("alt text for this use", blank=True, help_text="Empty: the library's alt text.")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    # Whose it is and how far: written by `articles.workflow` alone, but for who began it.
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="begun_articles"
    )
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.DRAFT, editable=False)
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="held_articles"
    )
    held_since = models.DateTimeField(null=True, editable=False)
    embargo_until = models.DateTimeField("embargo until", null=True, editable=False)

    # Where an imported story came from: one reference a story, and the text as it was last read from there.
    source = models.CharField(max_length=500, null=True, unique=True, editable=False)  # noqa: DJ001 unique or none
    source_digest = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    source_revision = models.PositiveIntegerField(null=True, editable=False)

    class Meta:
        verbose_name, verbose_name_plural = "story", "stories"
        ordering = ["-updated_at", "-id"]
        permissions = [
            ("view_any_article", "Can see every story"),
            ("edit_any_article", "Can edit every story"),
            ("publish_article", "Can publish, schedule, correct and withdraw stories"),
            ("kill_article", "Can kill stories"),
        ]
        indexes = [
            models.Index(fields=["-updated_at", "-id"], name="article_newest_change"),
            models.Index(fields=["section", "-updated_at", "-id"], name="story_newest_in_section"),
            models.Index(fields=["kind", "-updated_at", "-id"], name="story_newest_of_kind"),
            models.Index(fields=["stage", "-updated_at", "-id"], name="story_newest_in_stage"),
            # Most stories stand alone, and are in no index of threads.
            models.Index(
                fields=["thread", "-updated_at", "-id"],
                name="story_newest_in_thread",
                condition=models.Q(thread__isnull=False),
            ),
            models.Index(fields=["stage", "held_since"], name="article_by_stage"),
            # Most are in nobody's hands: an index of all would tell the planner that a holder has as many as there are.
            models.Index(
                fields=["holder", "-held_since"], name="article_in_hand", condition=models.Q(holder__isnull=False)
            ),
            models.Index(fields=["embargo_until"], name="article_by_embargo"),
        ]

    # What it is called where its working copy may not be seen: set by `articles.roles.choosable_by`.
    known_as = ""

    def __str__(self):
        return self.known_as or self.headline

    def clean(self):
        """Refuse a body that refers to photos or stories which are not there, or to the story itself."""
        blocks = story_body.parse(story_body.sanitise(self.body or ""))
        stories = {use.article for use in story_body.related_stories(blocks)}
        errors = [
            *_unknown("photo", Photo, {use.photo for use in story_body.photo_uses(blocks)}),
            *_unknown("story", Article, stories),
        ]
        if self.pk in stories:
            errors.append("A story cannot be related to itself. Take it out of the text, or choose another.")
        if errors:
            raise ValidationError({"body": errors})

    def latest_revision(self):
        """The newest revision, None for an article that was never recorded."""
        return self.revisions.order_by("-number").first()


def _unknown(noun: str, model: type[models.Model], ids: set[int]) -> list[str]:
    found = set(model.objects.filter(pk__in=ids).values_list("pk", flat=True))
    return [
        f"There is no {noun} with the number {missing}. Take it out of the text, or choose another."
        for missing in sorted(ids - found)
    ]


class Byline(models.Model):
    """An author's place in the byline of a story."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="bylines")
    author = models.ForeignKey(Author, models.PROTECT, related_name="bylines")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["article", "author"], name="author_once_in_byline")]

    def __str__(self):
        return str(self.author)
