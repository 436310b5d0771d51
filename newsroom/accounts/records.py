"""Rows that are written once: what happened is not changed afterwards, nor taken out."""

from django.db import models


class RecordError(TypeError):
    """Somebody tried to change or delete what is kept for ever."""


class RecordQuerySet(models.QuerySet):
    """A queryset of records: new ones only."""

    def update(self, *args, **kwargs):
        raise RecordError(f"{self.model._meta.verbose_name_plural} are never changed")

    bulk_update = update

    def delete(self, *args):
        raise RecordError(f"{self.model._meta.verbose_name_plural} are never deleted")

    _raw_delete = delete

    def bulk_create(self, objs, *args, update_conflicts=False, **kwargs):
        """As Django's, without the writing over what is there."""
        return self.update() if update_conflicts else super().bulk_create(objs, *args, **kwargs)


class Record(models.Model):
    """A row that is written once."""

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "objects"  # else Django's own, which would change it

    def save_base(self, *args, **kwargs):
        """What every way of saving comes to."""
        if self.pk:
            raise RecordError(f"{self._meta.verbose_name_plural} are never changed")
        super().save_base(*args, **kwargs | {"force_insert": True})

    def delete(self, *args, **kwargs):
        raise RecordError(f"{self._meta.verbose_name_plural} are never deleted")
