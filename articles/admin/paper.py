"""The paper itself: its name and statements, its sections, topics and authors; `PageAdmin` is for all with a page."""

from django.contrib import admin

from articles.models import Author, Publication, Section, Topic
from newsroom.accounts.recorded import RecordedAdmin


@admin.register(Publication)
class PublicationAdmin(RecordedAdmin):
    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class PageAdmin(RecordedAdmin):
    """Something with a page of its own: its address stays, and so does itself while anything refers to it."""

    prepopulated_fields = {"slug": ["name"]}
    delete_confirmation_template = "admin/articles/delete_confirmation.html"
    uses = {
        "articles": ("story", "stories"),
        "editions": ("published state of a story", "published states of stories"),
        "placements": ("advertisement", "advertisements"),
    }

    def get_readonly_fields(self, request, obj=None):
        return ["slug"] if obj else []  # it stands in addresses that readers keep

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else self.prepopulated_fields

    def get_deleted_objects(self, objs, request):
        """What is in use is not deleted, even where the database would only drop the connection without a word."""
        if in_use := [line for one in objs for line in self._in_use(one)]:
            return [], {}, set(), in_use
        return super().get_deleted_objects(objs, request)

    def _in_use(self, one):
        counts = {words: getattr(one, name).count() for name, words in self.uses.items() if hasattr(one, name)}
        return [f"{one}: {count} {words[count > 1]}" for words, count in counts.items() if count]


@admin.register(Section)
class SectionAdmin(PageAdmin):
    list_display = ["name", "slug", "position", "colour"]
    search_fields = ["name"]


@admin.register(Topic)
class TopicAdmin(PageAdmin):
    list_display = ["name", "slug"]
    search_fields = ["name"]


@admin.register(Author)
class AuthorAdmin(PageAdmin):
    list_display = ["name", "role", "email"]
    search_fields = ["name", "email"]
    autocomplete_fields = ["user"]

    def get_readonly_fields(self, request, obj=None):
        """Whose account an author's is decides whose stories are whose, so it is for those who manage accounts."""
        fields = super().get_readonly_fields(request, obj)
        return fields if request.user.has_perm("accounts.change_user") else [*fields, "user"]
