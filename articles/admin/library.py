"""The picture library with what only the newsroom knows: the stories in which each photo runs."""

from django.contrib import admin, messages
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from articles import snapshots
from articles.admin.paragraphs import working_uses
from articles.admin.publishing import in_words
from articles.models import Edition
from articles.photos.admin import PhotoAdmin
from articles.photos.models import Photo


@admin.register(Photo)
class LibraryAdmin(PhotoAdmin):
    readonly_fields = [*PhotoAdmin.readonly_fields, "where_used"]
    fieldsets = [*PhotoAdmin.fieldsets, ("Where used", {"fields": ["where_used"]})]

    def save_model(self, request, obj, form, change):
        """Save, and say where readers do not see the picture any more because of what it lacks now."""
        super().save_model(request, obj, form, change)
        if hidden := list(_hidden_in(obj)) if change and obj.shortcomings() else []:
            stories = format_html_join(", ", '<a href="{}">{}</a>', hidden)
            lacking = " and ".join(obj.shortcomings())
            text = format_html("Readers do not see this picture any more, for want of {}, in: {}.", lacking, stories)
            self.message_user(request, text, messages.WARNING)

    @admin.display(description="stories")
    def where_used(self, photo):
        """The stories readers see it in, those they will, then the working copies that hold it."""
        items = format_html_join("", '<li>{}: <a href="{}">{}</a></li>', _uses(photo)) if photo.pk else ""
        return format_html("<ul>{}</ul>", items) if items else "In no story."


def _uses(photo: Photo):
    editions = Edition.objects.not_over().filter(revision__photo_uses__photo=photo).order_by("live_from")
    for edition in editions:
        yield f"Readers, from {in_words(edition.live_from)}", _link(edition.article_id), edition.headline
    for use in working_uses(photo):
        yield "Working copy", _link(use.revision.article_id), use.revision.article.headline


def _hidden_in(photo: Photo):
    """The live stories that place the photo in a use which cannot be shown."""
    editions = Edition.objects.live().filter(revision__photo_uses__photo=photo).select_related("revision")
    for edition in editions:
        uses = (use for use in snapshots.photo_uses(edition.revision.content) if use.photo == photo.pk)
        if any(photo.shortcomings(use.alt) for use in uses):
            yield _link(edition.article_id), edition.headline


def _link(article_id: int) -> str:
    return reverse("admin:articles_article_change", args=[article_id])
