"""The picture library with what only the newsroom knows: the stories in which each photo runs."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from articles.admin.paragraphs import working_uses
from articles.admin.publishing import in_words
from articles.models import Edition
from articles.photos.admin import PhotoAdmin
from articles.photos.models import Photo


@admin.register(Photo)
class LibraryAdmin(PhotoAdmin):
    readonly_fields = [*PhotoAdmin.readonly_fields, "where_used"]
    fieldsets = [*PhotoAdmin.fieldsets, ("Where used", {"fields": ["where_used"]})]

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


def _link(article_id: int) -> str:
    return reverse("admin:articles_article_change", args=[article_id])
