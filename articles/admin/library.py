"""The picture library with what only the newsroom knows: the stories in which each photo runs."""

from django.contrib import admin, messages
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join

from articles import mirror
from articles.admin.killing import KillViews, may_kill
from articles.admin.radar_screen import RadarViews
from articles.admin.replacing import ReplacingViews
from articles.admin.set_rights import SetRightsViews
from articles.admin.where_used import (
    FEW,
    WhereUsed,
    WhereUsedViews,
    in_short,
    overriding,
    permissions,
    story_address,
)
from articles.models import Edition, PhotoUse
from articles.models.own_words import FIELDS
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
    delete_confirmation_template = "admin/photos/photo/delete_confirmation.html"
    delete_selected_confirmation_template = "admin/photos/photo/delete_selected_confirmation.html"

    def get_urls(self):
        screens = [
            WhereUsedViews(self), ReplacingViews(self), KillViews(self), RadarViews(self), SetRightsViews(self),
        ]  # fmt: skip
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
        """The form, with where the photo is used; of a killed one with when, why and where it stood."""
        kill = obj.kills.in_force().select_related("by").first() if obj and obj.killed_at else None
        context |= {"kill": kill, "may_kill": may_kill(request.user)}
        if obj:
            context |= {"photo": obj, "used": WhereUsed(obj, request.user), **permissions(request.user)}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change):
        """Save, and say where readers do not see the picture any more, and which stories have words of their own."""
        super().save_model(request, obj, form, change)
        if change and obj.shortcomings() and (hidden := _hidden_in(obj)):
            self.message_user(request, _not_seen_any_more(obj, hidden), messages.WARNING)
        for field in [name for name in FIELDS if change and name in form.changed_data]:
            if count := overriding(obj, field):
                self.message_user(request, _own_words_stay(obj, field, count), messages.WARNING)

    def get_deleted_objects(self, objs, request):
        """A photo that is used anywhere, or was, stays: for each of them a sentence that says what to do instead."""
        used = _used(objs)
        if not used:
            return super().get_deleted_objects(objs, request)
        more = [f"And {len(used) - SAID} more that are used."] if len(used) > SAID else []
        return [], {}, set(), [*map(_why_it_stays, used[:SAID]), *more]


SAID = 20  # photos or stories named in a message; the others are counted


def _used(photos) -> list[Photo]:
    """Those that a story ever had, that an advertisement has, or that stand in for another photo."""
    in_story = Exists(PhotoUse.objects.filter(photo=OuterRef("pk")))
    advertised = Exists(Placement.objects.filter(picture=OuterRef("pk")))
    stands_in = Exists(Photo.objects.filter(replacement=OuterRef("pk")))
    is_used = in_story | advertised | stands_in
    return list(Photo.objects.filter(is_used, pk__in=[photo.pk for photo in photos]))


def _not_seen_any_more(photo: Photo, hidden: QuerySet) -> str:
    named = ((story_address(edition.article_id), edition.headline) for edition in hidden[:SAID])
    stories = format_html_join(", ", '<a href="{}">{}</a>', named)
    more = f" and {len(hidden) - SAID} more" if len(hidden) > SAID else ""
    lacking = " and ".join(photo.shortcomings())
    return format_html("Readers do not see this picture any more, for want of {}, in: {}{}.", lacking, stories, more)


def _own_words_stay(photo: Photo, field: str, count: int) -> str:
    stories = "1 story has" if count == 1 else f"{count} stories have"
    article = "an" if field == "alt" else "a"
    text = '{} {} {} of their own and did not change with this: <a href="{}">see where it is used</a>.'
    if count == 1:
        text = text.replace("their", "its")
    return format_html(text, stories, article, FIELDS[field], reverse("admin:photos_photo_uses", args=[photo.pk]))


def _why_it_stays(photo: Photo) -> str:
    now = timezone.now()
    link, uses = (reverse(f"admin:photos_photo_{name}", args=[photo.pk]) for name in ("change", "uses"))
    in_sight = mirror.stories(photo, now) or photo.placements.not_over(now).exists()
    instead = (
        "Replace it everywhere, or take it out of them, if it should not be seen any more."
        if in_sight
        else "Nobody sees it now; the record of what readers saw keeps it."
    )
    text = 'Photo {} <a href="{}">“{}”</a> is used in <a href="{}">{}</a>, so it cannot be deleted. {}'
    return format_html(text, photo.pk, link, photo, uses, in_short(photo), instead)


def in_stories(photo: Photo) -> str:
    """Some stories that the photo is in, what readers see or will see first, as a short list of links."""
    editions = mirror.editions_with(photo).not_over().order_by("live_from").only("article", "headline", "live_from")
    places = [
        (f"Readers, from {in_words(edition.live_from)}", story_address(edition.article_id), edition.headline)
        for edition in editions[: FEW + 1]
    ]
    working = mirror.working_copies(photo).only("headline")[: FEW + 1]
    places += [("Working copy", story_address(article.pk), article.headline) for article in working]
    if len(places) > FEW:
        uses = reverse("admin:photos_photo_uses", args=[photo.pk])
        places = [*places[:FEW], ("And more", uses, "see where it is used")]
    items = format_html_join("", '<li>{}: <a href="{}">{}</a></li>', places)
    return format_html("<ul>{}</ul>", items) if items else "In no story."


def _hidden_in(photo: Photo) -> QuerySet:
    """The live editions with a use of the photo that cannot be shown: each, or where only alt text lacks, those
    without one of their own."""
    uses = photo.uses.all() if photo.shortcomings("an alt text of the use") else photo.uses.filter(alt="")
    return Edition.objects.live().filter(revision__in=uses.values("revision")).order_by("pk")
