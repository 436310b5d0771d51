"""A form's field for a moment: a day and a time on the site's clocks, and, only where they go back over it, which."""

from datetime import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.photos.moments import FIRST, SECOND, Doubled, moment_at

TYPED = "%Y-%m-%dT%H:%M"  # as browsers send a datetime-local


class MomentWidget(forms.MultiWidget):
    """The time, and beside it a choice that shows itself once it is needed."""

    template_name = "admin/moment.html"
    use_fieldset = False  # one field, as people see it; the choice beside it names itself

    def __init__(self, attrs=None):
        time = forms.DateTimeInput({"type": "datetime-local"}, format=TYPED)
        super().__init__({"": time, "which": forms.Select(choices=[("", "Which one?")])}, attrs)

    def id_for_label(self, id_):
        return f"{id_}_0" if id_ else ""

    def decompress(self, value):
        if not value:
            return [None, ""]
        local = timezone.localtime(value, timezone.get_default_timezone())
        return [local.replace(tzinfo=None, fold=0), SECOND if local.fold else FIRST]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        values = value if isinstance(value, list) else self.decompress(value)
        context["readings"] = self._readings(values[0])
        context["which"] = values[1] if len(values) > 1 else ""
        context["zone"] = timezone.get_default_timezone_name()
        context["now"] = timezone.localtime(timezone=timezone.get_default_timezone())
        return context

    @staticmethod
    def _readings(typed) -> list[tuple[str, str]]:
        """The two moments that a typed time could be, for the choice; none where it is one or none."""
        try:
            moment_at(typed if isinstance(typed, datetime) else datetime.fromisoformat(typed or ""))
        except Doubled as doubled:
            return list(zip((FIRST, SECOND), doubled.readings, strict=True))
        except (ValueError, ValidationError):
            pass
        return []


class MomentField(forms.MultiValueField):
    """A moment as typed on the site's clocks; an aware datetime, or None where it may be empty and is."""

    widget = MomentWidget

    def __init__(self, **kwargs):
        time = forms.CharField(required=False)
        super().__init__(fields=[time, forms.CharField(required=False)], require_all_fields=False, **kwargs)

    def compress(self, values):
        typed, which = (*values, "", "")[:2]
        if not typed:
            return None
        try:
            wall = datetime.fromisoformat(typed)
        except ValueError:
            raise ValidationError("Give a day and a time, such as 2026-12-24T06:00.", code="invalid") from None
        return wall if wall.tzinfo else moment_at(wall, which)
