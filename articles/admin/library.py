"""The picture library with what only the newsroom knows: the stories in which each photo runs."""

from django.contrib import admin, messages
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from articles import mirror
from articles.admin.killing import KillViews, may_kill
from articles.admin.radar_screen import RadarViews
from articles.admin.set_rights import SetRightsViews
from articles.models import Edition, PhotoUse
from articles.photos.admin import PhotoAdmin
from articles.photos.models import Photo
from articles.photos.moments import in_words
from articles.sponsors.models import Placement


def unused(photos: QuerySet) -> QuerySet:
    """Those that readers see in no story or advertisement, now or as scheduled, and no working copy holds."""
    own = PhotoUse.objects.filter(photo=OuterRef("pk"))
    in_sight = own.filter(Exists(Edition.objects.not_over().filter(revision=OuterRef("revision"))))
    in_work = mirror.in_working_copies().filter(photo=OuterRef("pk"))
    advertised = Placement.objects.not_over().filter(picture=OuterRef("pk"))
    return photos.filter(~Exists(in_sight), ~Exists(in_work), ~Exists(advertised))


class UnusedFilter(admin.SimpleListFilter):
    title = "use"
    parameter_name = "unused"

    def lookups(self, request, model_admin):
        return [("yes", "in no story and no advertisement")]

    def queryset(self, request, queryset):
        return unused(queryset) if self.value() == "yes" else queryset


@admin.register(Photo)
class LibraryAdmin(PhotoAdmin):
    list_filter = [*PhotoAdmin.list_filter, UnusedFilter]
    actions = ["set_rights", "kill_selected"]
    readonly_fields = [*PhotoAdmin.readonly_fields, "where_used"]
    fieldsets = [*PhotoAdmin.fieldsets, ("Where used", {"fields": ["where_used"]})]

    def get_urls(self):
        screens = [KillViews(self), RadarViews(self), SetRightsViews(self)]
        return [*(url for screen in screens for url in screen.urls()), *super().get_urls()]

    @admin.action(description="Set rights…", permissions=["change"])
    def set_rights(self, request, queryset):
        return SetRightsViews(self).ask(request, queryset)

    def has_kill_permission(self, request):
        return may_kill(request.user)

    @admin.action(description="Kill selected photos…", permissions=["kill"])
    def kill_selected(self, request, queryset):
        """Ask first: the next page says what will happen."""
        return KillViews(self).ask(queryset)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """The form; of a killed photo with when, why and where it stood."""
        kill = obj.kills.in_force().select_related("by").first() if obj and obj.killed_at else None
        context |= {"kill": kill, "may_kill": may_kill(request.user)}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change):
        """Save, and say where readers do not see the picture any more because of what it lacks now."""
        super().save_model(request, obj, form, change)
        if hidden := list(_hidden_in(obj)) if change and obj.shortcomings() else []:
            stories = format_html_join(", ", '<a href="{}">{}</a>', hidden)
            lacking = " and ".join(obj.shortcomings())
            text = format_html("Readers do not see this picture any more, for want of {}, in: {}.", lacking, stories)
            self.message_user(request, text, messages.WARNING)

    @admin.display(description="used in")
    def where_used(self, photo):
        """The stories readers see it in and those they will, the working copies that hold it, the advertisements."""
        return in_stories(photo, *_advertisements(photo)) if photo.pk else "In no story."


def in_stories(photo: Photo, *others: tuple[str, str, str]) -> str:
    """The stories that the photo is in, as a list of links, and `others`: where, address and name of each."""
    items = format_html_join("", '<li>{}: <a href="{}">{}</a></li>', [*_uses(photo), *others])
    return format_html("<ul>{}</ul>", items) if items else "In no story."


def _uses(photo: Photo):
    editions = mirror.editions_with(photo).not_over().order_by("live_from")
    for edition in editions:
        yield f"Readers, from {in_words(edition.live_from)}", _link(edition.article_id), edition.headline
    for article in mirror.working_copies(photo):
        yield "Working copy", _link(article.pk), article.headline


def _hidden_in(photo: Photo):
    """The live stories that place the photo in a use which cannot be shown."""
    for edition in mirror.editions_with(photo).live().select_related("revision"):
        uses = (use for use in mirror.photo_uses(edition.revision.content) if use.photo == photo.pk)
        if any(photo.shortcomings(use.alt) for use in uses):
            yield _link(edition.article_id), edition.headline


def _advertisements(photo: Photo):
    for placement in Placement.objects.not_over().filter(picture=photo).order_by("starts_at"):
        address = reverse("admin:sponsors_placement_change", args=[placement.pk])
        yield f"Advertisement, from {in_words(placement.starts_at)}", address, str(placement)


def _link(article_id: int) -> str:
    return reverse("admin:articles_article_change", args=[article_id])
