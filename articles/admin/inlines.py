"""The ordered rows of the story's screen: its byline and its related links."""

from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils.safestring import SafeString

from articles import roles
from articles.admin.forms import BylineForm, RelatedLinkForm
from articles.models import Article, Byline, RelatedLink
from articles.photos.chooser import numbers

UNSEEN = "A story that readers do not see"


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
    """Rows put in order by hand, each with one choice; all their choices come in the rows' own query.

    They are parts of the story: who may see or change it may see or change them.
    """

    choice = ""
    extra = 0
    classes = ["ordered"]

    def has_view_permission(self, request, obj=None):
        return self._story_admin.has_view_permission(request, obj)

    def has_add_permission(self, request, obj=None):
        return self.has_change_permission(request, obj) if obj else self._story_admin.has_add_permission(request)

    def has_change_permission(self, request, obj=None):
        return self._story_admin.has_change_permission(request, obj)

    has_delete_permission = has_change_permission

    @property
    def _story_admin(self):
        return self.admin_site.get_model_admin(Article)

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
    fields = ["stands", "target", "url", "headline", "teaser", "position"]
    readonly_fields = ["stands"]

    @admin.display(description="In the box")
    def stands(self, link):
        """Why readers get it, or why not, where the form has been told (`related_box.for_form`)."""
        return getattr(link, "stands", SafeString())

    def get_queryset(self, request):
        """Of stories of others the reporter gets to know what readers know."""
        rows = super().get_queryset(request).defer("target__body")
        if roles.sees_all(request.user):
            return rows
        own = Q(target__in=roles.visible_to(request.user, Article.objects.all()).values("pk"))
        known = Coalesce(roles.headline_of(OuterRef("target")), Value(UNSEEN))
        return rows.annotate(
            target_known_as=Case(When(target=None, then=None), When(own, then=F("target__headline")), default=known)
        )

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == self.choice and not roles.sees_all(request.user):
            choosable = Exists(roles.choosable_by(request.user, Article.objects.filter(pk=OuterRef("pk"))))
            story = numbers([request.resolver_match.kwargs.get("object_id", "")])
            there = RelatedLink.objects.filter(article__in=story).values("target")
            field.queryset = Article.objects.filter(Q(choosable) | Q(pk__in=there))
        return field
