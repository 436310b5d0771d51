"""The ordered rows of the story's screen: its byline and its related links."""

from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect

from articles.admin.forms import BylineForm, RelatedLinkForm
from articles.models import Byline, RelatedLink


class KnownChoice(AutocompleteSelect):
    """Django's autocomplete asks the database for the label of each row's choice; this one has been told it."""

    known = None

    def optgroups(self, name, value, attr=None):
        if self.known is None or value != [str(self.known.pk)]:
            return super().optgroups(name, value, attr)
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        label = self.choices.field.label_from_instance(self.known)
        return [(None, [*options, self.create_option(name, self.known.pk, label, True, len(options))], 0)]


class OrderedInline:
    """Rows put in order by hand, each with one choice; all their choices come in the rows' own query."""

    choice = ""
    extra = 0
    classes = ["ordered"]

    def get_autocomplete_fields(self, request):
        return [self.choice]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related(self.choice)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == self.choice:
            kwargs["widget"] = KnownChoice(db_field, self.admin_site, using=kwargs.get("using"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class BylineInline(OrderedInline, admin.TabularInline):
    model = Byline
    form = BylineForm
    choice = "author"
    fields = ["author", "position"]
    verbose_name = "author"
    verbose_name_plural = "byline"


class RelatedLinkInline(OrderedInline, admin.StackedInline):
    model = RelatedLink
    form = RelatedLinkForm
    fk_name = "article"
    choice = "target"
    fields = ["target", "url", "headline", "teaser", "position"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("target__body")
