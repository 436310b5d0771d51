"""The content of a story as a column: what `articles.snapshots` says that it holds."""

from django.db import models
from django.db.models.fields.json import KeyTransform

# What contents came to hold after the first were stored, as those of before have it.
SINCE = {"thread": None, "advertiser": ""}


class ContentField(models.JSONField):
    """JSON that is whole whenever it was stored: nobody who reads a content asks how old it is."""

    def from_db_value(self, value, expression, connection):
        found = super().from_db_value(value, expression, connection)
        is_whole = isinstance(found, dict) and not isinstance(expression, KeyTransform)
        return SINCE | found if is_whole else found

    def deconstruct(self):
        """To the database, and so to migrations, it is what it was."""
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs
