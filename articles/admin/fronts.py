"""The fronts: arranged a step at a time, seen before they go live, put live now or at a time, undone."""

from datetime import timedelta

from django import forms
from django.contrib import admin, messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST

from articles import roles, workflow
from articles.admin.breaking import BreakingViews
from articles.admin.front_history import HistoryViews
from articles.admin.front_rows import names_of, slot_rows, stories_to_choose
from articles.admin.front_screens import FrontViews, named, require_arranging, screen_of, show, to_arranging
from articles.admin.front_steps import Desk, Unclear, put_live, take_step
from articles.admin.front_words import WordsViews
from articles.fronts.merging import TOPIC_OF_STRIP
from articles.fronts.slots import EMPTY, HOME, slots_of
from articles.models import Arrangement, BreakingLine, FrontDraft, Section, Topic
from articles.photos.chooser import numbers
from articles.photos.moment_field import MomentField
from articles.photos.moments import in_words
from newsroom.accounts.recorded import RecordedAdmin

AT_WORK = timedelta(minutes=30)  # since the last step of somebody who is still arranging


class LiveForm(forms.Form):
    """When a front is to go live."""

    at = MomentField(label="At a time", required=False)


@admin.register(Arrangement)
class FrontAdmin(RecordedAdmin):
    """All fronts, for those who may arrange; `articles.workflow` alone changes what is in force."""

    def has_module_permission(self, request):
        return roles.may_arrange(request.user)

    def has_view_permission(self, request, obj=None):
        return roles.may_arrange(request.user)

    has_change_permission = has_view_permission

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        screens = [ArrangeViews(self), WordsViews(self), HistoryViews(self), BreakingViews(self)]
        every = self.admin_site.admin_view(self.changelist_view)
        own = [path("", every, name="articles_arrangement_changelist")]
        return own + [address for screen in screens for address in screen.urls()]

    def changelist_view(self, request, extra_context=None):
        """Every front: what holds there, what is to follow, and who is arranging it."""
        require_arranging(request)
        now = timezone.now()
        arrangements = list(Arrangement.objects.not_over(now).select_related("made_by").order_by("live_from"))
        drafts = list(FrontDraft.objects.select_related("editor").order_by("-changed_at"))
        fronts = [
            {
                "name": section.name if section else "Home page",
                "address": screen_of("arrange", section),
                "page": section.get_absolute_url() if section else reverse("home"),
                "in_force": next((one for one in _of(section, arrangements) if one.live_from <= now), None),
                "ahead": [one for one in _of(section, arrangements) if one.live_from > now],
                "drafts": _of(section, drafts),
            }
            for section in [None, *Section.objects.order_by("position", "name")]
        ]
        breaking = BreakingLine.objects.running(now).first()
        return show(self, request, "fronts", "Fronts", {"fronts": fronts, "breaking": breaking})


class ArrangeViews(FrontViews):
    """The screen on which a front is arranged, and what its buttons do."""

    def views(self):
        return {"arrange": ("", self.arrange), "live": ("live/", self.live)}

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def arrange(self, request, slug: str | None = None) -> HttpResponse:
        """The slots, and stories to put there. Each button is a step of one's own, of which readers see nothing."""
        section = self.section(request, slug)
        if request.method != "POST":
            return self._screen(request, section, LiveForm())
        try:
            messages.info(request, take_step(section, request.user, request.POST.get("step", ""), request.POST.dict()))
        except Unclear as unclear:
            messages.error(request, str(unclear))
        words = request.POST.get("q", "")
        return HttpResponseRedirect(screen_of("arrange", section) + (f"?{urlencode({'q': words})}" if words else ""))

    @method_decorator(require_POST)
    def live(self, request, slug: str | None = None) -> HttpResponse:
        """Put the draft in force, now or at the time that is given; undo what is in force; take back what waits."""
        section = self.section(request, slug)
        form = LiveForm(request.POST)
        try:
            said = self._decide(request, section, form)
        except workflow.NotPossible as refused:
            for problem in refused.problems:
                form.add_error(problem.field if problem.field in form.fields else None, problem.text)
            said = ""
        if not said:
            return self._screen(request, section, form)
        messages.success(request, said)
        return to_arranging(section)

    def _decide(self, request, section, form: LiveForm) -> str:
        """What was asked, done; "" where the form is to be mended."""
        of_front = Arrangement.objects.of(section)
        if "undo" in request.POST:
            workflow.undo_front(section, of_front.filter(pk__in=numbers([request.POST["undo"]])).first(), request.user)
            return "Undone: readers see the front of before."
        if "cancel" in request.POST:
            waiting = get_object_or_404(of_front, pk__in=numbers([request.POST["cancel"]]))
            workflow.cancel_front(waiting, request.user)
            return "The scheduled front is taken back."
        if "now" in request.POST:
            put_live(section, request.user)
            return "Readers see it now."
        if form.is_valid() and form.cleaned_data["at"] is None:
            form.add_error("at", "Give the time at which it is to go live.")
        if not form.is_valid():
            return ""
        at = form.cleaned_data["at"]
        prolonged = put_live(section, request.user, at)
        also = f" Pins that would have ended before last from then: {prolonged}." if prolonged else ""
        return f"Scheduled for {in_words(at)}.{also}"

    def _screen(self, request, section, form: LiveForm) -> HttpResponse:
        desk, words = Desk.of(section, request.user), request.GET.get("q", "")
        begins = desk.begins
        if begins and not form.is_bound:
            form = LiveForm(initial={"at": begins})
        at_work = FrontDraft.objects.filter(section=section, changed_at__gt=desk.at - AT_WORK)
        context = {
            "section": section,
            "desk": desk,
            "slots": slot_rows(section, desk.content, request.user, begins or desk.at),
            "choice": [slot for slot in slots_of(section) if slot.takes_pins],
            "stories": stories_to_choose(request.user, words, desk.at),
            "q": words,
            "topics": Topic.objects.order_by("name"),
            "others": at_work.exclude(editor=request.user).select_related("editor"),
            "ahead": Arrangement.objects.of(section).ahead(desk.at).select_related("made_by"),
            "in_force": workflow.in_force(section, desk.at),
            "form": form,
            "page": section.get_absolute_url() if section else reverse("home"),
            "preview": reverse("front_preview", args=[section.slug] if section else []),
            "arrange": screen_of("arrange", section),
            "live": screen_of("live", section),
            "history": screen_of("history", section),
        }
        context |= {"overtaken": self._overtaken(request, desk), "media": self.model_admin.media + form.media}
        return self.show(request, "arrange", f"Arrange {named(section)}", context)

    def _overtaken(self, request, desk: Desk) -> dict | None:
        """What somebody put in force meanwhile, and what each put into the slots that both changed."""
        if not desk.is_overtaken:
            return None
        theirs = desk.standing
        stories, topics = names_of(request.user, desk.content, theirs.content if theirs else EMPTY)
        disputes = [
            {
                "key": dispute.key,
                "name": NAMES.get(dispute.key, "Topic of the strip"),
                "mine": _listed(dispute.key, dispute.mine, stories, topics),
                "theirs": _listed(dispute.key, dispute.theirs, stories, topics),
            }
            for dispute in desk.merged().disputes
        ]
        return {"by": theirs, "disputes": disputes}


NAMES = {slot.key: slot.name for slot in HOME}


def _of(section: Section | None, rows: list) -> list:
    return [row for row in rows if row.section_id == (section and section.pk)]


def _listed(key: str, value, stories: dict[int, str], topics: dict[int, str]) -> list[str]:
    """What one side made of a slot, or of the strip's topic, a line each."""
    if key == TOPIC_OF_STRIP:
        return [topics.get(value, "No topic")]
    return [pin.headline or stories.get(pin.article, str(pin.article)) for pin in value]
