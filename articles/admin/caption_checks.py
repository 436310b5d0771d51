"""The screen on which captions are checked, one after the other, and the record of what was decided."""

from dataclasses import dataclass

from django import forms
from django.contrib import admin, messages
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from articles import roles
from articles.admin import paragraphs
from articles.admin.library import in_stories
from articles.photos import caption_checks
from articles.photos.agencies import edited_list
from articles.photos.caption_checks import ChangedSince, DecidedBefore, Words
from articles.photos.credits import Credit
from articles.photos.models import CaptionCheck
from articles.photos.raw_line import mark
from newsroom.accounts.recorded import RecordedAdmin

HELD = 120  # seconds for which a caption that one editor has open is not given to another
AHEAD = 50  # waiting captions looked through for one that nobody has open
WORDLESS = {"skip", "no caption"}  # decisions that need nothing of what stands in the fields


class WordsForm(forms.Form):
    """Caption and credit as they will be stored."""

    caption = forms.CharField(max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 4}))
    credit = forms.CharField(max_length=500, required=False)
    qualifiers = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, check: CaptionCheck, *args, **kwargs):
        """Offers what is proposed; where the library was changed since, what the library has."""
        self.proposed = caption_checks.proposal(check)
        was_changed = caption_checks.was_changed(check)
        words = caption_checks.in_library(check.photo) if was_changed else self.proposed
        initial = {"caption": words.caption, "credit": words.credit, "qualifiers": words.qualifiers}
        initial["seen"] = caption_checks.fingerprint(check.photo)
        super().__init__(*args, initial=initial, **kwargs)
        self.offered = words
        self.fields["qualifiers"].choices = [(name, name) for name in words.qualifiers]

    def clean_caption(self):
        return self.cleaned_data["caption"].replace("\r\n", "\n")

    @property
    def words(self) -> Words:
        given = self.cleaned_data
        return Words(given["caption"], given["credit"], tuple(given["qualifiers"]))


@dataclass(frozen=True)
class Question:
    """One caption to check with all that its screen shows."""

    check: CaptionCheck
    form: WordsForm
    held_by: str = ""

    @property
    def was_changed(self) -> bool:
        return caption_checks.was_changed(self.check)

    @property
    def proposal(self) -> Words:
        return caption_checks.proposal(self.check)

    @property
    def segments(self):
        return mark(self.check.raw, self.check.caption, self.check.credit, self.check.photo.alt)

    @property
    def parts(self) -> Credit:
        """As they will be stored: those of a credit that the library has already stay, however they came there."""
        offered, photo = self.form.offered, self.check.photo
        return photo.credit if caption_checks.in_library(photo) == offered else offered.parts

    @property
    def is_guess(self) -> bool:
        """Whether the parts are what was read from the line, and were not read with certainty."""
        read = self.form.offered.parts
        return bool(read.raw) and not read.is_sure and self.parts == read


@admin.register(CaptionCheck)
class CaptionCheckAdmin(RecordedAdmin):
    """Who may change photos may decide; what was decided is a record, and is not edited."""

    change_list_template = "admin/photos/captioncheck/change_list.html"
    list_display = ["raw_line", "outcome_in_words", "decided_by", "decided_at", "library"]
    list_display_links = None
    list_filter = ["outcome"]
    list_select_related = ["decided_by", "photo"]
    list_per_page = 50
    search_fields = ["raw"]
    show_full_result_count = False

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("photos.change_photo")

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    @admin.display(description="as it came")
    def raw_line(self, check):
        return check.raw

    @admin.display(description="outcome", ordering="outcome")
    def outcome_in_words(self, check):
        return check.get_outcome_display() or "waiting"

    @admin.display(description="in the library now")
    def library(self, check):
        link = reverse("admin:photos_photo_change", args=[check.photo_id])
        return format_html('<a href="{}">{}</a>', link, check.photo)

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"title": "What was asked and decided"} | (extra_context or {}))

    def get_urls(self):
        views = {
            "check/": ("next", self.next_view),
            "<int:pk>/check/": ("check", self.check_view),
            "undo/": ("undo", self.undo_view),
            "skipped/": ("skipped", self.skipped_view),
        }
        door = self.admin_site.admin_view
        own = [path(route, door(view), name=f"photos_captioncheck_{name}") for route, (name, view) in views.items()]
        return [*own, *super().get_urls()]

    @edited_list()
    def next_view(self, request):
        """The next caption that waits and that no other editor has open."""
        self._admit(request)
        check, held_by = _next(request.user)
        return self._show(request, Question(check, WordsForm(check), held_by) if check else None)

    @edited_list()
    def check_view(self, request, pk):
        """One caption; a POST decides it, and leads to the next."""
        self._admit(request)
        check = get_object_or_404(CaptionCheck.objects.select_related("photo", "decided_by"), pk=pk)
        form = WordsForm(check, request.POST if request.method == "POST" else None)
        if check.outcome:
            return self._too_late(request, check, form)
        decision = request.POST.get("decision", "accept")
        if request.method == "POST" and (decision in WORDLESS or form.is_valid()):
            return self._decide(request, check, form, decision)
        return self._show(request, Question(check, form))

    @method_decorator(require_POST)
    def undo_view(self, request):
        """Take back this editor's last decision, and show the caption again."""
        self._admit(request)
        last = CaptionCheck.objects.decided_by(request.user).select_related("photo").first()
        if not last:
            messages.warning(request, "There is nothing of yours to undo.")
            return HttpResponseRedirect(_address("next"))
        try:
            take_back(last, by=request.user)
        except ChangedSince as refusal:
            messages.error(request, f"Not undone. {refusal}")
            return HttpResponseRedirect(_address("next"))
        self.log_change(request, last.photo, "Took back a decision on its caption.")
        return HttpResponseRedirect(_address("check", last.pk))

    @method_decorator(require_POST)
    def skipped_view(self, request):
        """Take up again what was skipped, by whomever."""
        self._admit(request)
        caption_checks.take_up_skipped()
        return HttpResponseRedirect(_address("next"))

    def _admit(self, request) -> None:
        if not self.has_view_permission(request):
            raise PermissionDenied

    def _decide(self, request, check: CaptionCheck, form: WordsForm, decision: str) -> HttpResponseRedirect:
        photo = check.photo
        try:
            decided = decide(decision, check, form, request.user)
        except DecidedBefore as first:
            return self._too_late(request, first.check, form)
        except ChangedSince as refusal:
            messages.error(request, f"Nothing was saved. {refusal}{_typed(form)}")
            return HttpResponseRedirect(_address("check", check.pk))
        cache.delete(_hold(check))
        if decided.undo and decided.undo["before"] != decided.undo["after"]:
            self.log_change(request, photo, "Mended caption and credit in the captions to check.")
        for story in (decided.undo or {}).get("stories", []):
            link = reverse("admin:articles_article_change", args=[story["article"]])
            text = 'The line is text again in the <a href="{}">working copy of the story</a>.'
            messages.success(request, format_html(text, link))
        return HttpResponseRedirect(_address("next"))

    def _too_late(self, request, check: CaptionCheck, form: WordsForm) -> HttpResponseRedirect:
        """Say who was first; nothing that was typed here is lost without a word."""
        first = "you" if check.decided_by == request.user else check.decided_by or "somebody"
        lost = f" Nothing of yours was saved.{_typed(form)}" if form.is_bound else ""
        decided = f"“{check}” was decided already by {first} ({check.get_outcome_display()})."
        messages.warning(request, f"{decided}{lost} Here is the next.")
        return HttpResponseRedirect(_address("next"))

    def _show(self, request, question: Question | None):
        context = self.admin_site.each_context(request) | {
            "title": "Captions to check",
            "opts": self.opts,
            "question": question,
            "left": CaptionCheck.objects.waiting().count(),
            "skipped": CaptionCheck.objects.skipped().count(),
            "last": CaptionCheck.objects.decided_by(request.user).first(),
        }
        if question:
            cache.set(_hold(question.check), (request.user.pk, str(request.user)), HELD)
            photo = question.check.photo
            context |= {
                "check": question.check,
                "form": question.form,
                "photo": photo,
                "where_used": in_stories(photo),
                "story": paragraphs.round_about(photo, request.user),
                "may_change_story": roles.edits_all(request.user),
            }
        return render(request, "admin/photos/captioncheck/check.html", context)


def decide(decision: str, check: CaptionCheck, form: WordsForm, by) -> CaptionCheck:
    """Do what the pressed button says. Whoever changed a word and pressed Accept meant the changed words."""
    if decision == "skip":
        return caption_checks.skip(check, by)
    if decision == "no caption":
        return _no_caption(check, form.data.get("seen", ""), by)
    return caption_checks.settle(check, form.words, form.cleaned_data["seen"], by)


@transaction.atomic
def _no_caption(check: CaptionCheck, seen: str, by) -> CaptionCheck:
    if not roles.edits_all(by):
        raise PermissionDenied
    decided = caption_checks.no_caption(check, seen, by, stories=[])
    decided.undo["stories"] = paragraphs.back_to_text(check.photo, check.raw, by)
    decided.save(update_fields=["undo"])
    return decided


@transaction.atomic
def take_back(check: CaptionCheck, by) -> None:
    """Undo a decision, with what it did to stories."""
    paragraphs.back_to_picture((check.undo or {}).get("stories", []), by)
    caption_checks.take_back(check)


def _next(user) -> tuple[CaptionCheck | None, str]:
    """The caption to show to this editor, and who else has it open where all are taken."""
    waiting = list(CaptionCheck.objects.waiting().select_related("photo")[:AHEAD])
    held = cache.get_many([_hold(check) for check in waiting])  # by whom: id and name
    others = {pk: name for pk, (holder, name) in held.items() if holder != user.pk}
    free = next((check for check in waiting if _hold(check) not in others), None)
    if free or not waiting:
        return free, ""
    return waiting[0], others[_hold(waiting[0])]


def _hold(check: CaptionCheck) -> str:
    return f"caption-check:{check.pk}"


def _address(name: str, *arguments) -> str:
    return reverse(f"admin:photos_captioncheck_{name}", args=arguments)


def _typed(form: WordsForm) -> str:
    """What was typed and not saved, to be copied from the message."""
    if not form.is_bound or not form.is_valid() or form.words in {form.offered, form.proposed}:
        return ""
    return f" You had written: “{form.words.caption}” — “{form.words.credit}”."
