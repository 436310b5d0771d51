"""Who put what on a front, and when: each arrangement with what it changed, to be brought back."""

from itertools import zip_longest

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods

from articles import workflow
from articles.admin.front_rows import names_of
from articles.admin.front_screens import FrontViews, named, screen_of
from articles.fronts.slots import EMPTY
from articles.fronts.telling import told
from articles.models import Arrangement
from articles.photos.chooser import numbers

SHOWN = 30


class HistoryViews(FrontViews):
    """The screen, newest first."""

    def views(self):
        return {"history": ("history/", self.history)}

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def history(self, request, slug: str | None = None) -> HttpResponse:
        section = self.section(request, slug)
        if request.method == "POST":
            return self._bring_back(request, section)
        rows = list(Arrangement.objects.of(section).select_related("made_by").order_by("-pk")[: SHOWN + 1])
        stories, topics = names_of(request.user, *(row.content for row in rows))
        lines = [
            {"arrangement": row, "changes": told(before.content if before else EMPTY, row.content, stories, topics)}
            for row, before in zip_longest(rows, rows[1:])
        ]
        context = {"section": section, "lines": lines[:SHOWN], "in_force": workflow.in_force(section)}
        context |= {"now": timezone.now(), "back": screen_of("arrange", section)}
        return self.show(request, "history", f"Earlier fronts of {named(section)}", context)

    def _bring_back(self, request, section) -> HttpResponse:
        of_front = Arrangement.objects.of(section)
        earlier = get_object_or_404(of_front, pk__in=numbers([request.POST.get("bring_back", "")]))
        seen = of_front.filter(pk__in=numbers([request.POST.get("seen", "")])).first()
        try:
            workflow.bring_back(section, earlier, seen, request.user)
        except workflow.NotPossible as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, "Readers see that front again.")
        return HttpResponseRedirect(screen_of("history", section))
