"""What readers see, and when: the one definition of public."""

from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils import timezone

from articles.models.article import Article
from articles.models.people import Author
from articles.models.revision import Revision
from articles.models.taxonomy import Section, Topic
from articles.models.thread import Thread
from articles.models.withdrawal import Withdrawal
from articles.photos.models import Photo
from articles.photos.moments import FAR_FUTURE

# Languages written from right to left, by their first subtag (IANA's registry, Suppress-Script Arab, Hebr, Thaa).
RIGHT_TO_LEFT = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}
_looks_back: ContextVar[bool] = ContextVar("looks_back", default=False)


@contextmanager
def without_killed():
    """Within, no moment shows a story that is killed: readers saw it once, and whoever looks back sees it no more."""
    token = _looks_back.set(True)
    try:
        yield
    finally:
        _looks_back.reset(token)


class EditionQuerySet(models.QuerySet):
    def live(self, at=None):
        """The editions that readers see at the moment `at` (default: now)."""
        at = at or timezone.now()
        return self._spared().filter(live_from__lte=at, live_until__gt=at)

    def not_over(self, at=None):
        """Those that are live at `at` or will be."""
        at = at or timezone.now()
        return self._spared().filter(live_until__gt=at)

    def _spared(self):
        """For who looks back: without the stories that were killed since."""
        if not _looks_back.get():
            return self
        return self.exclude(article__in=Withdrawal.objects.in_force().values("article"))

    def newest_first(self):
        """In the order of lists: by first publication."""
        return self.order_by("-first_published_at", "-id")

    def in_list_of(self, subject):
        """Those of a section, thread, topic, author or the paper, with their places in it: `listed_at`, `listed_id`.

        Lists are ordered and paged by these two, which an index holds in order for each kind of subject.
        """
        own = {Topic: "topic_places", Author: "author_places"}.get(type(subject))
        if own:  # one named relation, so that the order and the page are asked of the subject's own row
            mine = models.Q(**{f"{own}__{subject._meta.model_name}": subject})
            placed = self.alias(place=models.FilteredRelation(own, condition=mine)).filter(place__isnull=False)
            return placed.alias(listed_at=F("place__first_published_at"), listed_id=F("place__edition_id"))
        column = {Section: "section", Thread: "thread"}.get(type(subject))
        editions = self.filter(**{column: subject}) if column else self
        return editions.alias(listed_at=F("first_published_at"), listed_id=F("pk"))

    def editorial(self):
        """Without what somebody paid for."""
        return self.exclude(kind=Article.Kind.SPONSORED)

    def for_cards(self):
        """With what a card shows, and without the content of the story; `leads.settle` gives each its picture."""
        return self.select_related("section", "lead_photo__replacement")


class Edition(models.Model):
    """A revision as published to readers from `live_from` until just before `live_until`.

    Written by `articles.workflow` only. The columns are what lists need; the rest is in the revision.
    """

    article = models.ForeignKey(Article, models.PROTECT, related_name="editions")
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="editions")
    live_from = models.DateTimeField()
    live_until = models.DateTimeField(default=FAR_FUTURE)
    first_published_at = models.DateTimeField()
    path = models.CharField(max_length=120)
    slug = models.SlugField(max_length=100)
    headline = models.CharField(max_length=200)
    standfirst = models.TextField(blank=True)
    teaser = models.TextField(blank=True, help_text="What lists and boxes say of it.")
    kind = models.CharField(max_length=10, choices=Article.Kind)
    language = models.CharField(max_length=10)
    dateline = models.CharField(max_length=120, blank=True)
    byline = models.JSONField(default=list, help_text="Names and slugs of the authors, in order.")
    section = models.ForeignKey(Section, models.PROTECT, null=True, related_name="editions")
    thread = models.ForeignKey(Thread, models.PROTECT, null=True, related_name="editions", db_index=False)
    topics = models.ManyToManyField(Topic, through="TopicPlace", related_name="editions")
    authors = models.ManyToManyField(Author, through="AuthorPlace", related_name="editions")
    lead_photo = models.ForeignKey(Photo, models.PROTECT, null=True, related_name="led_editions")
    lead_caption = models.TextField(blank=True)
    lead_alt = models.TextField(blank=True)
    update_note = models.CharField(max_length=300, blank=True, help_text="What is new in it, as readers are told.")
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["-live_from", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "live_from"], name="one_edition_a_moment"),
            models.CheckConstraint(
                condition=models.Q(live_until__gt=models.F("live_from")), name="edition_ends_after_start"
            ),
        ]
        indexes = [
            models.Index(fields=["path"], name="edition_by_path"),
            models.Index(fields=["-first_published_at", "-id"], name="edition_newest"),
            models.Index(fields=["section", "-first_published_at", "-id"], name="edition_newest_in_section"),
            models.Index(fields=["kind", "-first_published_at", "-id"], name="edition_newest_of_kind"),
            models.Index(
                fields=["thread", "-first_published_at", "-id"],
                name="edition_newest_in_thread",
                condition=models.Q(thread__isnull=False),
            ),
            models.Index(fields=["live_from"], name="edition_by_start"),
            models.Index(fields=["live_until"], name="edition_by_end"),
        ]

    def __str__(self):
        return f"{self.headline} ({self.live_from:%Y-%m-%d %H:%M})"

    def get_absolute_url(self):
        return self.path

    # What leads it on the page that is being made, and which photos were looked at for it: set by `articles.leads`.
    lead_figure = None
    looked_at = None

    @property
    def ends(self):
        """When the edition stops being live; None while no end is known."""
        return None if self.live_until >= FAR_FUTURE else self.live_until

    @property
    def direction(self):
        """Which way the story's language is written, as HTML's `dir` has it."""
        return "rtl" if self.language.lower().partition("-")[0] in RIGHT_TO_LEFT else "ltr"

    @property
    def is_sponsored(self):
        """Whether somebody paid for it: its label stands wherever readers see it."""
        return self.kind == Article.Kind.SPONSORED

    @property
    def kind_label(self):
        """The kind in words where readers should know it; plain news needs none; what was paid for has its label."""
        return "" if self.kind == Article.Kind.NEWS or self.is_sponsored else self.get_kind_display()


class TopicPlace(models.Model):
    """An edition's place in the list of a topic.

    It repeats the edition's first publication, because no index spans two tables: with it, a page of the list
    is read in order from its start, however many stories the topic has.
    """

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="topic_places", db_index=False)
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="places", db_index=False)
    first_published_at = models.DateTimeField()

    class Meta:
        unique_together = [("edition", "topic")]
        indexes = [models.Index(fields=["topic", "-first_published_at", "-edition"], name="topic_newest")]

    def __str__(self):
        return f"{self.edition} in {self.topic}"


class AuthorPlace(models.Model):
    """An edition's place in the list of an author; see TopicPlace."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="author_places", db_index=False)
    author = models.ForeignKey(Author, models.CASCADE, related_name="places", db_index=False)
    first_published_at = models.DateTimeField()

    class Meta:
        unique_together = [("edition", "author")]
        indexes = [models.Index(fields=["author", "-first_published_at", "-edition"], name="author_newest")]

    def __str__(self):
        return f"{self.edition} by {self.author}"
