"""The base of every screen of the admin: what is added, changed and deleted there stands in the record."""

from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.utils.text import capfirst

from newsroom.accounts import record


class RecordedAdmin(admin.ModelAdmin):
    """Django's own, which also keeps the history behind a thing's History button."""

    def changelist_view(self, request, extra_context=None):
        """A list is headed by what stands in it."""
        title = {"title": capfirst(self.opts.verbose_name_plural)}
        return super().changelist_view(request, title | (extra_context or {}))

    def log_addition(self, request, obj, message):
        record.note("added", obj, by=request.user, **_said(message))
        return super().log_addition(request, obj, message)

    def log_change(self, request, obj, message):
        if message:  # a form in which nothing was changed was saved, but nothing happened
            record.note("changed", obj, by=request.user, **_said(message))
        return super().log_change(request, obj, message)

    def log_deletions(self, request, queryset):
        record.note_all("deleted", queryset, by=request.user)
        return super().log_deletions(request, queryset)


def log_changes(by, things: list, text: str) -> None:
    """A line in the history and in the record of each of many things that were changed at once."""
    LogEntry.objects.log_actions(by.pk, things, CHANGE, text)
    record.note_all("changed", things, by=by, **_said(text))


def _said(message: str | list) -> dict:
    """The names of the fields in Django's own message, and what else it tells; of a sentence, the sentence."""
    if isinstance(message, str):
        return {"said": message} if message else {}
    parts = [one if isinstance(one, dict) else {"said": str(one)} for one in message]
    told = {"fields": [], "said": []}
    for part in parts:
        told["said"] += [part["said"]] if "said" in part else []
        for act, of in part.items():
            if act != "said":
                told["fields"] += _fields(act, of)
    return {key: values for key, values in told.items() if values}


def _fields(act: str, of: dict) -> list[str]:
    """The form's own fields by their names; of a row on the form, its name and what became of it."""
    fields = of.get("fields", [])
    if "name" not in of:
        return fields
    named = f" ({', '.join(fields)})" if fields else ""
    return [f"{act} {of['name']} “{of.get('object', '')}”{named}"]
