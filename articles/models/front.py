"""What editors put on a front, when readers see it, and what is being arranged there."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from articles.models.taxonomy import Section, Topic
from articles.photos.moments import FAR_FUTURE


class ArrangementQuerySet(models.QuerySet):
    def of(self, section: Section | None):
        """Those of a section's front; of None: the home page's."""
        return self.filter(section=section)

    def live(self, at=None):
        """The arrangements that readers see at the moment `at` (default: now)."""
        at = at or timezone.now()
        return self.filter(live_from__lte=at, live_until__gt=at)

    def not_over(self, at=None):
        """Those that are live at `at` or will be."""
        return self.filter(Q(live_until__gt=at or timezone.now()), Q(live_until__gt=F("live_from")))

    def ahead(self, at=None):
        """Those that are scheduled, the next first."""
        at = at or timezone.now()
        return self.not_over(at).filter(live_from__gt=at).order_by("live_from")


class Arrangement(models.Model):
    """A front as editors arranged it, live from `live_from` until just before `live_until`; its content never changes.

    Written by `articles.workflow` only. `articles.fronts.slots` says what a content is; `topic` repeats the topic of
    its strip. Of a front there is one at a time. One that gave way before anybody saw it has an empty interval, and
    stays on record.
    """

    section = models.ForeignKey(Section, models.CASCADE, null=True, related_name="arrangements")
    content = models.JSONField()
    topic = models.ForeignKey(Topic, models.SET_NULL, null=True, related_name="+", db_index=False)
    live_from = models.DateTimeField()
    live_until = models.DateTimeField(default=FAR_FUTURE)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False)
    why = models.CharField(max_length=200, blank=True)

    objects = ArrangementQuerySet.as_manager()

    class Meta:
        verbose_name = "front"
        ordering = ["-id"]
        default_permissions = ()
        permissions = [("arrange_front", "Can arrange the fronts and set the breaking-news line")]
        constraints = [
            models.CheckConstraint(condition=Q(live_until__gte=F("live_from")), name="arrangement_ends_after_start")
        ]
        indexes = [models.Index(fields=["section", "live_until"], name="arrangement_by_end")]

    def __str__(self):
        return f"Front of {self.section.name}" if self.section_id else "Front of the home page"

    @property
    def was_seen(self) -> bool:
        """Whether readers saw it, or will unless something changes."""
        return self.live_until > self.live_from

    @property
    def ends(self):
        """When it gives way; None while nothing is to follow."""
        return None if self.live_until >= FAR_FUTURE else self.live_until


class FrontDraft(models.Model):
    """A front that somebody is arranging: theirs alone until they put it live, and kept at every step.

    `base` is the arrangement that it was begun from (None: the front was the rule's alone); `steps` are the contents
    before each step, the newest last, so that steps can be undone.
    """

    section = models.ForeignKey(Section, models.CASCADE, null=True, related_name="+", db_index=False)
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False)
    base = models.ForeignKey(Arrangement, models.CASCADE, null=True, related_name="+", db_index=False)
    content = models.JSONField()
    steps = models.JSONField(default=list)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["section", "editor"], name="one_draft_of_a_section_front"),
            models.UniqueConstraint(fields=["editor"], condition=Q(section=None), name="one_draft_of_the_home_front"),
        ]

    def __str__(self):
        return f"Draft of {self.editor}"
