"""The addresses outside that stories lead to, and whether a page is there."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import F

from articles.models.article import Article

SURE_AFTER = timedelta(hours=20)  # found dead once more after so long, so on another night
LONGEST = 2000  # bytes; an index of PostgreSQL holds no longer ones


class OutsideLinkQuerySet(models.QuerySet):
    def dead(self):
        """Those of which no page was there twice, on different days, the longest dead first."""
        found_again = self.filter(state=OutsideLink.State.DEAD, checked_at__gte=F("dead_since") + SURE_AFTER)
        return found_again.order_by("dead_since", "pk")


class OutsideLink(models.Model):
    """One address, in which stories that readers see or will see it stood at the last run, and what came of asking it.

    `articles.link_checks` writes it. `dead_since` is when it was found dead first, with no page there since.
    """

    class State(models.TextChoices):
        UNKNOWN = "", "Not asked yet"
        ALIVE = "alive", "There"
        UNSURE = "unsure", "Not sure"
        DEAD = "dead", "Dead"

    url = models.CharField(max_length=LONGEST, unique=True)
    stories = models.ManyToManyField(Article, related_name="outside_links")
    state = models.CharField(max_length=6, choices=State, blank=True)
    said = models.CharField(max_length=250, blank=True)
    checked_at = models.DateTimeField(null=True)
    dead_since = models.DateTimeField(null=True)

    objects = OutsideLinkQuerySet.as_manager()

    class Meta:
        default_permissions = []
        indexes = [
            models.Index(fields=["checked_at"], name="outside_link_by_check"),
            models.Index(fields=["dead_since"], name="outside_link_dead", condition=models.Q(state="dead")),
        ]

    def __str__(self):
        return self.url

    def note(self, state: str, said: str, at: datetime) -> None:
        """Store what came of asking it at `at`. What is not sure does not end a death, as a page that is there does."""
        self.state, self.said, self.checked_at = state, said[:250], at
        if state == self.State.ALIVE:
            self.dead_since = None
        elif state == self.State.DEAD:
            self.dead_since = self.dead_since or at
        self.save(update_fields=["state", "said", "checked_at", "dead_since"])
