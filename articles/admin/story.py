"""The screen on which a story is written and from which it is published."""

from django.contrib import admin
from django.urls import path
from django.utils import timezone
from js_asset import Media

from articles import snapshots
from articles.admin import bulk, choosers, publishing, saved_filters, words
from articles.admin.forms import ArticleForm
from articles.admin.inlines import BylineInline, RelatedLinkInline
from articles.admin.story_list import StoryListMixin
from articles.models import Article
from newsroom.accounts.recorded import RecordedAdmin


@admin.register(Article)
class ArticleAdmin(StoryListMixin, RecordedAdmin):
    form = ArticleForm
    change_form_template = "admin/articles/article/change_form.html"
    inlines = [BylineInline, RelatedLinkInline]
    autocomplete_fields = ["topics"]
    prepopulated_fields = {"slug": ["headline"]}
    save_on_top = True
    fieldsets = [
        (None, {"fields": ["headline", "standfirst", "body"], "classes": ["writing"]}),
        ("Lead picture", {"fields": ["lead_photo", "lead_caption", "lead_alt"], "classes": ["side"]}),
        (
            "Where it stands",
            {"fields": ["section", "kind", "topics", "dateline", "language", "slug"], "classes": ["side"]},
        ),
    ]

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else self.prepopulated_fields

    def has_delete_permission(self, request, obj=None):
        """What was ever shown to readers is withdrawn, not deleted; a draft that was recorded stays too."""
        may = super().has_delete_permission(request, obj)
        return may and (obj is None or not obj.revisions.exists())

    def get_actions(self, request):
        """None of Django's: a story that was recorded is not deleted. Ours ask first, each on a page of its own."""
        own = super().get_actions(request)
        return {name: action for name, action in own.items() if name != "delete_selected"} | bulk.actions(request.user)

    def get_urls(self):
        withdraw = self.admin_site.admin_view(publishing.withdraw_view)
        return [
            path("<int:pk>/withdraw/", withdraw, name="articles_article_withdraw"),
            *choosers.ChooserViews(self).urls(),
            *words.WordsViews(self).urls(),
            *saved_filters.SavedFilterViews(self).urls(),
            *bulk.BulkViews(self).urls(),
            *super().get_urls(),
        ]

    def save_related(self, request, form, formsets, change):
        """The last step of every save: what now stands in the database becomes a revision."""
        super().save_related(request, form, formsets, change)
        snapshots.record(form.instance, by=request.user)

    def response_add(self, request, obj, post_url_continue=None):
        saved = publishing.after_save(self, request, obj)
        return saved or self._back(request, super().response_add(request, obj, post_url_continue))

    def response_change(self, request, obj):
        return publishing.after_save(self, request, obj) or self._back(request, super().response_change(request, obj))

    def _back(self, request, response):
        """Back to the form after "Save draft", with the time for publishing that stands in it unused."""
        return publishing.with_typed_time(request, response) if "_continue" in request.POST else response

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        standing = publishing.standing(obj)
        context |= {
            "standing": standing,
            "pictures": words.pictures_of(standing.latest if standing else None),
            "may_publish": publishing.may_publish(request.user),
            "publish_at": publishing.typed_time(request),
            "zone": timezone.get_current_timezone_name(),
        }
        # The import map of the writing surface is an inline script; the page's policy asks for its nonce.
        context["media"] = Media.from_media(context["media"], nonce=str(request.csp_nonce))
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_view_on_site_url(self, obj=None):
        live = obj and obj.editions.live().first()
        return live.path if live else None
