"""A save of a form that was opened before somebody else saved: it never writes over theirs, and is never lost."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from articles import restoring, snapshots
from articles.admin import autosaves
from articles.comparison import TITLES
from articles.merging import merged
from articles.models import Article, Revision
from articles.photos.chooser import numbers


def answer(model_admin, request, object_id: str) -> HttpResponse | None:
    """What follows a save of a form that is behind the story; None where it is not, or could not be saved anyway.

    Call it in the transaction of the save: the story is held until that ends.
    """
    article = model_admin.get_object(request, unquote(object_id))
    if article is None or not model_admin.has_change_permission(request, article):
        return None
    Article.objects.select_for_update().get(pk=article.pk)
    opened = article.revisions.filter(number__in=numbers([request.POST.get("opened", "")])).first()
    latest = article.latest_revision()
    if opened in {None, latest}:
        return None
    form = model_admin.get_form(request, article, change=True)(request.POST, request.FILES, instance=article)
    if not form.is_valid():
        return None
    return _StaleSave(model_admin, request, form, opened, latest).answer()


class _StaleSave:
    """A valid form, the revision that it was opened with, and the one that somebody saved since."""

    def __init__(self, model_admin, request, form, opened: Revision, latest: Revision):
        self.model_admin, self.request, self.form, self.latest = model_admin, request, form, latest
        self.article = form.instance = Article.objects.get(pk=latest.article_id)  # without what the form put on its own
        self.mine = autosaves.typed(request.POST, self.article)
        self.theirs = snapshots.capture(self.article)
        found = merged(opened.content, self.mine, self.theirs)
        self.disputed = list(dict.fromkeys(dispute.field for dispute in found.disputes))
        self.merged = found.content(lambda dispute: dispute.mine)
        self.fields = [name for name in TITLES if self.merged[name] != self.theirs[name]]
        changed = [TITLES[name].lower() for name in TITLES if opened.content[name] != self.theirs[name]]
        who = latest.created_by or "A command"
        self.news = f"{who} saved revision {latest.number} meanwhile ({', '.join(changed) or 'nothing that shows'})."

    def answer(self) -> HttpResponse:
        coming = restoring.restorable(self.article, self.merged)
        stands_in_the_way = coming.losses or list(autosaves.unfit(self.merged, self.fields))
        if self.disputed or stands_in_the_way:
            return self._ask()
        return self._save()

    def _save(self) -> HttpResponse:
        why = self.form.cleaned_data["why"] or f"Merged with revision {self.latest.number}"
        made = restoring.take_over(self.article, self.merged, self.fields, self.request.user, why)
        if made:
            self.model_admin.log_change(self.request, self.article, why)
            messages.warning(
                self.request, f"{self.news} Your changes and theirs stand together in revision {made.number}."
            )
        else:
            messages.warning(self.request, f"{self.news} You had changed nothing, so that is how it stands.")
        self.model_admin.saved(self.request, self.form)
        return self.model_admin.response_change(self.request, self.article)

    def _ask(self) -> HttpResponse:
        """What was typed becomes an autosave, which its editor takes over, settling what is in dispute, or drops."""
        key = autosaves.keep_form(self.request, self.article)
        both = ", ".join(TITLES[name].lower() for name in self.disputed)
        said = f" Both of you changed: {both}." if both else ""
        text = f"{self.news}{said} Nothing is saved yet: this is what you typed beside what the story has now."
        messages.warning(self.request, text)
        return HttpResponseRedirect(reverse("admin:articles_article_unsaved", args=[key]))
