"""The screen on which a story is written and from which it is published."""

from django.contrib import admin
from django.db.models import Exists, OuterRef
from django.urls import path
from django.utils import timezone
from js_asset import Media

from articles import snapshots
from articles.admin import choosers, publishing, words
from articles.admin.forms import ArticleForm
from articles.admin.inlines import BylineInline, RelatedLinkInline
from articles.models import Article, Edition, Withdrawal
from newsroom.accounts.recorded import RecordedAdmin


class ReadersStateFilter(admin.SimpleListFilter):
    title = "what readers see"
    parameter_name = "readers"

    def lookups(self, request, model_admin):
        return [("live", "live now"), ("scheduled", "scheduled"), ("withdrawn", "withdrawn"), ("none", "nothing yet")]

    def queryset(self, request, queryset):
        wanted = {
            "live": {"is_live": True},
            "scheduled": {"is_scheduled": True},
            "withdrawn": {"is_live": False, "is_withdrawn": True},
            "none": {"is_live": False, "is_scheduled": False, "is_withdrawn": False},
        }
        return queryset.filter(**wanted.get(self.value(), {}))


@admin.register(Article)
class ArticleAdmin(RecordedAdmin):
    form = ArticleForm
    change_form_template = "admin/articles/article/change_form.html"
    list_display = ["headline", "section", "readers_state", "kind", "updated_at"]
    list_filter = [ReadersStateFilter, "section", "kind"]
    list_select_related = ["section"]
    list_per_page = 50
    search_fields = ["headline", "slug"]
    show_full_result_count = False
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

    def get_queryset(self, request):
        now = timezone.now()
        own = Edition.objects.filter(article=OuterRef("pk"))
        return (
            super()
            .get_queryset(request)
            .annotate(
                is_live=Exists(own.live(now)),
                is_scheduled=Exists(own.filter(live_from__gt=now)),
                is_withdrawn=Exists(Withdrawal.objects.done(now).filter(article=OuterRef("pk"))),
            )
        )

    @admin.display(description="readers see")
    def readers_state(self, article):
        if article.is_live:
            return "live; an update is scheduled" if article.is_scheduled else "live"
        state = "withdrawn" if article.is_withdrawn else "nothing yet"
        return f"{state}; scheduled" if article.is_scheduled else state

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else self.prepopulated_fields

    def has_delete_permission(self, request, obj=None):
        """What was ever shown to readers is withdrawn, not deleted; a draft that was recorded stays too."""
        may = super().has_delete_permission(request, obj)
        return may and (obj is None or not obj.revisions.exists())

    def get_actions(self, request):
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}

    def get_urls(self):
        withdraw = self.admin_site.admin_view(publishing.withdraw_view)
        return [
            path("<int:pk>/withdraw/", withdraw, name="articles_article_withdraw"),
            *choosers.ChooserViews(self).urls(),
            *words.WordsViews(self).urls(),
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
