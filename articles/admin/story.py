"""The screen on which a story is written; what readers see of it is decided on others, to which it leads."""

from django.contrib import admin, messages
from django.template.loader import render_to_string
from js_asset import Media

from articles import body as story_body
from articles import roles, snapshots, workflow
from articles.admin import (
    autosaves,
    bulk,
    choosers,
    coming,
    correcting,
    dead_links,
    follow_ups,
    pointing,
    preview_links,
    publishing,
    related_box,
    revisions,
    saved_filters,
    stale_links,
    stale_saves,
    standing,
    steps,
    taking_away,
    unsaved,
    words,
)
from articles.admin.forms import ArticleForm
from articles.admin.inlines import BylineInline, RelatedLinkInline
from articles.admin.mending import refused
from articles.admin.story_list import StoryListMixin
from articles.models import Article
from newsroom.accounts.recorded import RecordedAdmin

SCREENS = [
    publishing.PublishViews,
    correcting.CorrectViews,
    taking_away.TakingAwayViews,
    revisions.RevisionViews,
    autosaves.AutosaveViews,
    unsaved.UnsavedViews,
    preview_links.PreviewLinkViews,
    coming.CalendarView,
    dead_links.DeadLinksView,
    steps.StepViews,
    choosers.ChooserViews,
    words.WordsViews,
    related_box.RelatedBoxViews,
    stale_links.StaleLinkViews,
    follow_ups.FollowUpViews,
    saved_filters.SavedFilterViews,
    bulk.BulkViews,
]


@admin.register(Article)
class ArticleAdmin(StoryListMixin, RecordedAdmin):
    """Stories, under `articles.roles`: a story that one may see and not change is shown to be read."""

    form = ArticleForm
    change_form_template = "admin/articles/article/change_form.html"
    inlines = [BylineInline, RelatedLinkInline]
    autocomplete_fields = ["thread", "topics"]
    prepopulated_fields = {"slug": ["headline"]}
    save_on_top = True
    fieldsets = [
        (None, {"fields": ["headline", "standfirst", "body"], "classes": ["writing"]}),
        ("Lead picture", {"fields": ["lead_photo", "lead_caption", "lead_alt"], "classes": ["side"]}),
        ("Where it stands", {"fields": ["section", "kind", "advertiser", "thread", "topics"], "classes": ["side"]}),
        ("Address, place and language", {"fields": ["slug", "dateline", "language"], "classes": ["side", "rare"]}),
        ("When it may appear", {"fields": ["embargo"], "classes": ["side", "rare"]}),
        ("This save", {"fields": ["why"], "classes": ["side", "rare"]}),
    ]

    def get_queryset(self, request):
        if _is_choosing(request):
            return roles.choosable_by(request.user, super().get_queryset(request).defer("body"))
        return roles.visible_to(request.user, super().get_queryset(request))

    def get_search_results(self, request, queryset, search_term):
        if _is_choosing(request):
            return choosers.matching(queryset, search_term, request.user), False
        return super().get_search_results(request, queryset, search_term)

    def has_view_permission(self, request, obj=None):
        return super().has_view_permission(request, obj) and (obj is None or roles.may_see(request.user, obj))

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or roles.may_edit(request.user, obj))

    def has_delete_permission(self, request, obj=None):
        """What was ever shown to readers is withdrawn, not deleted; a draft that was recorded stays too."""
        may = super().has_delete_permission(request, obj)
        return may and (obj is None or not obj.revisions.exists())

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else self.prepopulated_fields

    def get_fieldsets(self, request, obj=None):
        """To be read only: the text as it reads, what is filled in, and no field for an embargo, which stands above."""
        if obj is None or self.has_change_permission(request, obj):
            return self.fieldsets
        writing, *sides, _, _ = self.fieldsets
        filled = [(name, options | {"fields": _filled(obj, options["fields"])}) for name, options in sides]
        text = (None, writing[1] | {"fields": [*_filled(obj, ["headline", "standfirst"]), "text_to_read"]})
        return [text, *((name, options) for name, options in filled if options["fields"])]

    @admin.display(description="text")
    def text_to_read(self, article):
        blocks = story_body.parse(article.body)
        return render_to_string("admin/articles/article/text_to_read.html", {"blocks": blocks})

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.user = request.user
        return form

    def get_actions(self, request):
        """None of Django's: a story that was recorded is not deleted. Ours ask first, each on a page of its own."""
        own = super().get_actions(request)
        return {name: action for name, action in own.items() if name != "delete_selected"} | bulk.actions(request.user)

    def get_urls(self):
        return [*(url for screen in SCREENS for url in screen(self).urls()), *super().get_urls()]

    def _changeform_view(self, request, object_id, form_url, extra_context):
        """Inside the transaction of a save, before it writes anything."""
        if "_pin" in request.POST:
            request.POST = related_box.with_pin(request.POST)
        if request.method == "POST" and object_id and (answer := stale_saves.answer(self, request, object_id)):
            return answer
        return super()._changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        """The last step of every save: what now stands in the database becomes a revision, in its editor's hands."""
        super().save_related(request, form, formsets, change)
        snapshots.record(form.instance, by=request.user, why=form.cleaned_data["why"])
        self.saved(request, form)

    def saved(self, request, form):
        """What every save does besides making a revision."""
        workflow.take(form.instance, request.user)
        self._set_embargo(request, form)
        autosaves.saved(request)

    def _set_embargo(self, request, form) -> None:
        if not form.moves_embargo(form.cleaned_data.get("embargo")):
            return
        try:
            workflow.set_embargo(form.instance, form.cleaned_data["embargo"], by=request.user)
        except workflow.NotPossible as refusal:  # of what became so since the form was looked at
            messages.error(request, refused(refusal, "Saved, but the embargo stays as it was."))

    def response_add(self, request, obj, post_url_continue=None):
        return steps.after_save(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return steps.after_save(request, obj) or super().response_change(request, obj)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        stands = standing.standing(obj)
        window = self._window(request, obj)
        context |= {
            "standing": stands,
            "steps": steps.steps(request, obj),
            "revisions": revisions.newest(obj),
            "folded": _folded(context["adminform"]),
            "window": window,
            "unsaved": autosaves.offered(request, obj),
            "opened": request.POST.get("opened") or (stands.latest.number if stands and stands.latest else ""),
            "related_box": related_box.for_form(request, obj, stands and stands.latest, _links(context)),
            "pointing": pointing.pointing(request.user, obj),
            "follow_ups": follow_ups.of(request.user, obj),
            "pictures": words.pictures_of(stands.latest if stands else None),
            "may_publish": roles.may_publish(request.user),
            "may_kill": roles.may_kill(request.user),
            "may_share": bool(obj and obj.pk) and roles.may_share(request.user, obj),
        }
        # The import map of the writing surface is an inline script; the page's policy asks for its nonce.
        context["media"] = Media.from_media(context["media"], nonce=str(request.csp_nonce))
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _window(self, request, obj):
        """The key of the window with the form; what was typed into one that is refused is kept, as after a pause."""
        if request.method != "POST":
            return autosaves.window_of(request)
        return autosaves.keep_form(request, Article.objects.filter(pk=obj.pk).first() if obj else None)

    def get_view_on_site_url(self, obj=None):
        live = obj and obj.editions.live().first()
        return live.path if live else None


def _is_choosing(request) -> bool:
    """Whether Django's autocomplete asks, for a field that refers to a story."""
    match = request.resolver_match
    return bool(match and match.view_name == "admin:autocomplete")


def _links(context: dict):
    """The formset of the related links."""
    formsets = (inline.formset for inline in context["inline_admin_formsets"])
    return next(formset for formset in formsets if formset.prefix == related_box.PREFIX)


def _folded(adminform) -> list[str]:
    """The sections that few need, unless something in them is to be mended."""
    rare = (fieldset for fieldset in adminform if "rare" in fieldset.classes)
    return [fieldset.name for fieldset in rare if not set(fieldset.fields) & set(adminform.form.errors)]


def _filled(article: Article, fields: list[str]) -> list[str]:
    """Those of the fields that say something."""
    return [name for name in fields if (article.topics.exists() if name == "topics" else getattr(article, name))]
