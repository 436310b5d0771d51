"""The paper itself: its name and statements, its sections, topics and authors."""

from django.contrib import admin

from articles.models import Author, Publication, Section, Topic


@admin.register(Publication)
class PublicationAdmin(admin.ModelAdmin):
    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Section)
class SectionAdmin(admin.ModelAdmin):
    list_display = ["name", "slug", "position", "colour"]
    prepopulated_fields = {"slug": ["name"]}
    search_fields = ["name"]


@admin.register(Topic)
class TopicAdmin(admin.ModelAdmin):
    list_display = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    search_fields = ["name"]


@admin.register(Author)
class AuthorAdmin(admin.ModelAdmin):
    list_display = ["name", "role", "email"]
    prepopulated_fields = {"slug": ["name"]}
    search_fields = ["name", "email"]
    autocomplete_fields = ["user"]

    def get_readonly_fields(self, request, obj=None):
        return ["slug"] if obj else []  # it stands in addresses that readers keep

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else self.prepopulated_fields
