"""The people who sign in, and the record of what they did."""

import zoneinfo

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from newsroom.accounts.records import Record, RecordQuerySet


def require_time_zone(name: str) -> None:
    """Refuse what is no time zone; the empty name means the site's."""
    if name and name not in zoneinfo.available_timezones():
        raise ValidationError(f"There is no time zone “{name}”. Choose one of the list, such as Europe/London.")


class User(AbstractUser):
    """Someone who works at the newsroom; readers have no account."""

    time_zone = models.CharField(max_length=64, blank=True, validators=[require_time_zone])
    mail_submitted = models.BooleanField("a story is submitted for review", default=True)
    mail_returned = models.BooleanField("a story is returned", default=True)
    mail_published = models.BooleanField("a story is published", default=True)
    mail_killed = models.BooleanField("a story is killed", default=True)
    sessions_ended = models.PositiveIntegerField(default=0, editable=False)  # how often all of them were

    class Meta(AbstractUser.Meta):
        verbose_name, verbose_name_plural = "person", "people"

    def __str__(self):
        return self.get_full_name() or self.username

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        """The person's own time zone, or the site's."""
        return zoneinfo.ZoneInfo(self.time_zone or settings.TIME_ZONE)

    def get_session_auth_hash(self):
        return self._of_this_time(super().get_session_auth_hash())

    def get_session_auth_fallback_hash(self):
        return map(self._of_this_time, super().get_session_auth_fallback_hash())

    def _of_this_time(self, session_hash: str) -> str:
        """A session begun before all were ended has another one, so it holds no longer, even if the account does."""
        return f"{session_hash}{self.sessions_ended}" if self.sessions_ended else session_hash


class RecordEntryQuerySet(RecordQuerySet):
    def about(self, thing: models.Model):
        """What was done to this one thing."""
        kind = ContentType.objects.get_for_model(thing)
        return self.filter(kind=kind, thing=str(thing.pk))


class RecordEntry(Record):
    """One line of the record: who did what to what, when and from which address. `record.note` writes it.

    The thing is named and not pointed at, since the line outlives it; `label` is what it was called then. `by` is
    NULL for a command, and for who failed to sign in. `address` is NULL where no request was behind it.
    """

    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, db_index=False, related_name="record")
    action = models.CharField(max_length=60)
    kind = models.ForeignKey(ContentType, models.PROTECT, null=True, db_index=False, related_name="+")
    thing = models.CharField(max_length=64, blank=True)
    label = models.CharField(max_length=200, blank=True)
    details = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    address = models.GenericIPAddressField(null=True)

    objects = RecordEntryQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "line of the record", "record"
        ordering = ["-at", "-id"]
        default_permissions = ["view"]
        # One for the list as it comes, with the label, for a search that finds little; one for each filter.
        indexes = [
            models.Index(fields=["-at", "-id", "label"], name="record_in_order"),
            models.Index(fields=["by", "-at", "-id"], name="record_by_person"),
            models.Index(fields=["action", "-at", "-id"], name="record_by_action"),
            models.Index(fields=["kind", "-at", "-id"], name="record_by_kind"),
            models.Index(fields=["kind", "thing", "-at", "-id"], name="record_by_thing"),
        ]

    def __str__(self):
        return f"{self.by or 'A command'} {self.action} {self.label}".strip()
