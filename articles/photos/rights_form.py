"""The fields of a photo's right, and the licences to fill them in from."""

import json

from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import localize_input

from articles.photos.models import LicencePreset, Photo
from articles.photos.models.licence_preset import WORDS

MOMENTS = {"rights_from": "valid from", "rights_until": "valid until"}
FILLED = "Filled in by the licence: {}. Look it over."
KEPT = "Left as they were, because words stood there already: {}."


class PresetSelect(forms.Select):
    """The licences, each with what it fills in, as static/js/admin/licence_presets.js puts it into the inputs."""

    def __init__(self, attrs=None, choices=()):
        super().__init__({"data-presets": ""} | (attrs or {}), choices)

    def create_option(self, name, value, label, selected, index, subindex=None, attrs=None):
        option = super().create_option(name, value, label, selected, index, subindex, attrs)
        if preset := getattr(value, "instance", None):
            option["attrs"]["data-fills"] = json.dumps(_as_inputs(preset.fills(timezone.now())))
        return option

    @property
    def media(self):
        return forms.Media(js=[forms.Script("js/admin/licence_presets.js", type="module")])


def _as_inputs(fills: dict) -> dict:
    """Values as the inputs of the form hold them, by the inputs' names."""
    until = fills["rights_until"] and timezone.localtime(fills["rights_until"])
    return {
        "rights_category": fills["rights_category"],
        "rights_until_0": localize_input(until.date()) if until else "",
        "rights_until_1": localize_input(until.time()) if until else "",
        "uses_allowed": str(fills["uses_allowed"] or ""),
        "may_syndicate": ["on"] if fills["may_syndicate"] else [],
    } | {name: fills[name] for name in WORDS if name in fills}


class PresetField(forms.ModelChoiceField):
    def __init__(self, **options):
        words = "Fills in what that licence usually says. Look it over: nothing is kept before you save."
        options = {"label": "Fill in from", "required": False, "help_text": words, "widget": PresetSelect} | options
        super().__init__(LicencePreset.objects.all(), empty_label="Choose a licence…", **options)


def name_moments(form: forms.Form) -> None:
    """Give the two inputs of each moment their names, and say in which zone it is read."""
    zone = timezone.get_current_timezone_name()
    for name, words in MOMENTS.items():
        if name not in form.fields:
            continue
        field = form.fields[name]
        for part, input_ in zip(("Date", "Time"), field.widget.widgets, strict=True):
            input_.attrs["aria-label"] = f"{part}, {words}"
        open_words = "from its coming in" if name == "rights_from" else "without end"
        now = timezone.localtime()
        field.help_text = f"Empty: {open_words}. In {zone} time; there it is {now:%H:%M} now."


def fill_in(form: forms.Form, preset: LicencePreset, typed: set[str]) -> tuple[list[str], list[str]]:
    """Put what `preset` says into the form's cleaned data: the names filled in, and those left as they were.

    What was typed this time stays, and so do words that stand there from before.
    """
    cleaned, filled, kept = form.cleaned_data, [], []
    for name, value in preset.fills(timezone.now()).items():
        if name not in form.fields or name in typed or cleaned.get(name) == value:
            continue
        if name in WORDS and cleaned.get(name):
            kept.append(name)
            continue
        cleaned[name] = value
        filled.append(name)
    return filled, kept


def in_labels(names: list[str]) -> str:
    """The fields' names as the form has them, in a row."""
    return ", ".join(str(Photo._meta.get_field(name).verbose_name) for name in names)


class ManyRightsForm(forms.ModelForm):
    """What is to change in the rights of several photos at once: only the fields that are ticked, as `set_` and a name.

    An empty field that is ticked takes away what stands there. It is bound to no photo.
    """

    preset = PresetField(
        widget=forms.Select,
        help_text="Sets all that this licence usually says. The next page tells what will change, before it does.",
    )

    class Meta:
        model = Photo
        fields = [
            "rights_category", "rights_from", "rights_until", "uses_allowed", "restrictions", "may_syndicate",
            "usage_terms", "web_statement", "cost",
        ]  # fmt: skip
        field_classes = dict.fromkeys(MOMENTS, forms.SplitDateTimeField)
        widgets = {
            **dict.fromkeys(MOMENTS, AdminSplitDateTime),
            **{name: forms.Textarea(attrs={"rows": 2}) for name in ("restrictions", "usage_terms")},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
        name_moments(self)
        for name in self._meta.fields:
            words = f"Change: {self.fields[name].label.lower()}"
            self.fields[f"set_{name}"] = forms.BooleanField(label=words, required=False)

    @property
    def rows(self) -> list[tuple]:
        """Each field with its tick."""
        return [(self[f"set_{name}"], self[name]) for name in self._meta.fields]

    @property
    def values(self) -> dict:
        """What is to be set, by field."""
        return {name: self.cleaned_data[name] for name in self._meta.fields if self.cleaned_data[f"set_{name}"]}

    def clean(self):
        cleaned = super().clean()
        if (preset := cleaned.get("preset")) and not self.errors:
            fills = preset.fills(timezone.now())
            for name in [name for name in fills if not cleaned[f"set_{name}"]]:
                cleaned |= {name: fills[name], f"set_{name}": True}
        if not self.errors and not self.values:
            raise ValidationError("Tick what is to change, or fill in from a licence.")
        if cleaned.get("set_rights_category") and not cleaned.get("rights_category"):
            self.add_error("rights_category", "Choose by which right they may run.")
        return cleaned

    def spelt(self) -> list[tuple[str, str]]:
        """What would be sent to have the same done again, as names and texts of inputs."""
        sent = []
        for name, value in self.values.items():
            sent.append((f"set_{name}", "on"))
            widget = self.fields[name].widget
            if isinstance(widget, forms.MultiWidget):
                parts = zip(widget.widgets, widget.decompress(value), (0, 1), strict=True)
                sent += [(f"{name}_{at}", part.format_value(text) or "") for part, text, at in parts]
            elif isinstance(value, bool):
                sent += [(name, "on")] if value else []
            else:
                sent.append((name, "" if value is None else str(value)))
        return sent
