"""The links by which people without an account see a story: made, listed and revoked on one screen."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods

from articles import roles, workflow
from articles.admin.mending import told
from articles.admin.publishing import add_refusal
from articles.admin.screens import StoryViews, form_of, screen_of
from articles.models import Article, PreviewLink, Revision
from articles.models.preview_link import in_a_week
from articles.photos.chooser import numbers
from articles.photos.moment_field import MomentField

NEWEST, FIXED = "newest", "fixed"


class PreviewLinkForm(forms.Form):
    """Who gets the link, what it shows and until when."""

    for_whom = forms.CharField(
        max_length=120, label="For whom", help_text="A lawyer, the interviewee, a partner: shown on the preview."
    )
    shows = forms.ChoiceField(label="What it shows", widget=forms.RadioSelect, initial=NEWEST)
    expires_at = MomentField(label="Until", initial=in_a_week)

    def __init__(self, *args, latest: Revision, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["shows"].choices = [
            (NEWEST, "Always the newest version that is saved"),
            (FIXED, f"Revision {latest.number}, as it is now"),
        ]


class PreviewLinkViews(StoryViews):
    """The screen, for those who may share the story."""

    def views(self):
        return {"preview_links": self.preview_links}

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def preview_links(self, request, pk) -> HttpResponse:
        article = self.story(request, pk)
        if not roles.may_share(request.user, article):
            raise PermissionDenied
        if "revoke" in request.POST:
            return self._revoke(request, article)
        latest = article.latest_revision()
        form = PreviewLinkForm(request.POST or None, latest=latest)
        others = []
        if request.method == "POST" and form.is_valid():
            try:
                self._share(request, article, form, latest)
            except workflow.NotPossible as refusal:
                others = told(add_refusal(form, refusal), form_of(article), article.pk)
            else:
                return HttpResponseRedirect(screen_of("preview_links", article))
        context = {"form": form, "others": others, "links": _links(article)}
        return self.show(request, "preview_links", "Preview links", article, context)

    def _share(self, request, article: Article, form: PreviewLinkForm, latest: Revision) -> None:
        answers = form.cleaned_data
        revision = latest if answers["shows"] == FIXED else None
        workflow.share(article, answers["for_whom"], answers["expires_at"], request.user, revision)
        messages.success(request, f"The link for {answers['for_whom']} is made: copy it below.")

    def _revoke(self, request, article: Article) -> HttpResponse:
        chosen = next(iter(numbers([request.POST["revoke"]])), 0)
        link = get_object_or_404(article.preview_links, pk=chosen)
        if workflow.revoke(link, request.user):
            messages.success(request, f"The link for {link.for_whom} is revoked: it shows nothing any more.")
        else:
            messages.warning(request, f"The link for {link.for_whom} had ended already.")
        return HttpResponseRedirect(screen_of("preview_links", article))


def _links(article: Article) -> list[PreviewLink]:
    """Those that hold first, each the newest first; one query."""
    found = article.preview_links.select_related("revision", "made_by", "revoked_by")
    return sorted(found, key=lambda link: link.ended)
