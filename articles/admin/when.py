"""Now, or at a moment that is given: how the screens that change what readers see ask when."""

from django import forms

from articles.photos.moment_field import MomentField

NOW, LATER = "now", "later"


class WhenForm(forms.Form):
    """A choice between now and later. A time beside “now” is asked about: nothing happens by accident."""

    when = forms.ChoiceField(choices=[(NOW, "Now"), (LATER, "At a time")], widget=forms.RadioSelect, initial=NOW)
    at = MomentField(required=False, label="Day and time")

    def clean(self):
        cleaned = super().clean()
        if "at" in self.errors:
            return cleaned
        if cleaned.get("when") == LATER and not cleaned.get("at"):
            self.add_error("at", "Give the day and the time.")
        if cleaned.get("when") == NOW and cleaned.get("at"):
            self.add_error("when", "You gave a time, and chose now. Choose one of them.")
        return cleaned

    @property
    def moment(self):
        """The moment that is given, in a form that is valid; None for now."""
        return self.cleaned_data["at"] if self.cleaned_data["when"] == LATER else None

    @property
    def is_later(self) -> bool:
        """Whether the time is what stands chosen as the form is shown."""
        return self["when"].value() == LATER
