"""The people's screen with what only the newsroom knows: whose author's page is whose."""

from django import forms
from django.contrib import admin
from django.db.models import Q

from articles.models import Author
from newsroom.accounts.models import User
from newsroom.accounts.people_admin import PeopleAdmin
from newsroom.accounts.people_forms import ChangeForm, PersonForm


class WithAuthor(forms.Form):
    author = forms.ModelChoiceField(
        Author.objects.none(),
        label="Author's page",
        required=False,
        empty_label="none",
        help_text="The name in bylines that is this person's: stories with it are their own.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "author" in self.fields:
            self.fields["author"].queryset = Author.objects.filter(Q(user=None) | Q(user=self.instance.pk))
            self.initial["author"] = Author.objects.filter(user=self.instance.pk).first() if self.instance.pk else None


class InviteWithAuthor(WithAuthor, PersonForm):
    pass


class ChangeWithAuthor(WithAuthor, ChangeForm):
    pass


@admin.register(User)
class StaffAdmin(PeopleAdmin):
    form, add_form = ChangeWithAuthor, InviteWithAuthor

    def get_fieldsets(self, request, obj=None):
        """The author's page below the name; not for those who may only look."""
        (title, options), *others = super().get_fieldsets(request, obj)
        if "name" in options["fields"]:
            options = options | {"fields": [*options["fields"], "author"]}
        return [(title, options), *others]

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if "author" in form.changed_data:
            self._give_author(form.instance, form.cleaned_data["author"])

    def _give_author(self, person: User, author: Author | None) -> None:
        Author.objects.filter(user=person).update(user=None)
        if author:
            author.user = person
            author.save(update_fields=["user"])
