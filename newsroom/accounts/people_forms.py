"""The forms of the people's screen."""

from django import forms
from django.contrib.auth.models import Group

from newsroom.accounts import people
from newsroom.accounts.models import User


class PersonForm(forms.ModelForm):
    """Name, address and roles; `roles_to_give` is set by the screen to what its user may give."""

    roles_to_give = Group.objects.none()

    name = forms.CharField(max_length=150, help_text="As colleagues read it: Maren Holt.")
    email = forms.EmailField(label="E-mail address", help_text="The person signs in with it, and letters go there.")
    groups = forms.ModelMultipleChoiceField(
        Group.objects.none(),
        label="Roles",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="What the person may do. Without a role: sign in, and nothing else.",
    )

    class Meta:
        model = User
        fields = ["email", "groups"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and "name" in self.fields:
            self.initial["name"] = self.instance.get_full_name()
        if "groups" in self.fields:
            self.fields["groups"].queryset = self.roles_to_give

    def clean_email(self):
        email = self.cleaned_data["email"]
        if not self.instance.pk or email.lower() != self.initial["email"].lower():
            people.require_unknown(email, besides=self.instance if self.instance.pk else None)
        return email


class ChangeForm(PersonForm):
    class Meta(PersonForm.Meta):
        fields = ["username", "email", "groups"]


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label="Why",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Stands in the record.",
        error_messages={"required": "Say why, for those who ask later."},
    )
