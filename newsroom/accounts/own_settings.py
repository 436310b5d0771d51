"""Each person's own settings, as a screen of the admin."""

import zoneinfo

from django import forms
from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render

from newsroom.accounts import people
from newsroom.accounts.mail import ASKED
from newsroom.accounts.models import User
from newsroom.accounts.record import note

LETTERS = [f"mail_{what}" for what in ASKED]


class OwnSettingsForm(forms.ModelForm):
    name = forms.CharField(max_length=150, help_text="As colleagues read it.")

    class Meta:
        model = User
        fields = ["time_zone", *LETTERS]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["name"] = self.instance.get_full_name()
        zone = self.fields["time_zone"]
        zone.widget.attrs |= {"list": "zones", "autocomplete": "off", "placeholder": settings.TIME_ZONE}
        zone.help_text = f"Type a city, such as Lisbon, and choose. Empty: the paper's own, {settings.TIME_ZONE}."

    @property
    def zones(self) -> list[str]:
        """What the browser offers as one types: every zone with a place in its name."""
        return sorted(zone for zone in zoneinfo.available_timezones() if "/" in zone or zone == "UTC")

    @property
    def about_you(self):
        return [self["name"], self["time_zone"]]

    @property
    def letters(self):
        return [self[name] for name in LETTERS]

    def clean_time_zone(self):
        """A zone typed by hand may differ by case, or have a blank for the underscore."""
        typed = self.cleaned_data["time_zone"].strip().replace(" ", "_")
        return {zone.lower(): zone for zone in zoneinfo.available_timezones()}.get(typed.lower(), typed)

    def save(self, commit=True):
        people.set_name(self.instance, self.cleaned_data["name"])
        self.instance.save(update_fields=["first_name", "last_name", *self.Meta.fields])
        return self.instance


def view(request, site):
    """Show them; a POST saves them."""
    person = User.objects.get(pk=request.user.pk)  # another than the page's own, which shows the name that is saved
    form = OwnSettingsForm(request.POST or None, instance=person)
    if request.method == "POST" and form.is_valid():
        if form.changed_data:
            form.save()
            note("changed", person, by=request.user, fields=form.changed_data)
        messages.success(request, "Your settings are saved.")
        return redirect("admin:own_settings")
    context = site.each_context(request) | {"title": "Your settings", "form": form}
    return render(request, "admin/own_settings.html", context)
