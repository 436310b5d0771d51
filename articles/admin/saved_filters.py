"""Saved filters: the stories' list as an editor narrowed it, under a name, as links above their own list."""

from urllib.parse import parse_qsl, urlencode

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from articles.models import SavedFilter

MOST = 30  # of one editor
# What the list knows; anything else is dropped, the page's number with it.
KNOWN = {
    "q", "o", "readers", "section__id__exact", "section__isnull", "kind__exact", "thread", "author", "photo",
    "changed_from", "changed_until", "published_from", "published_until", "stage__exact",
}  # fmt: skip


def narrowing(query: str) -> str:
    """What of a query string narrows or orders the list, in one order; "" for nothing."""
    try:
        given = parse_qsl(query, max_num_fields=50)
    except ValueError:
        return ""
    return urlencode(sorted((name, value.replace("\0", "")) for name, value in dict(given).items() if name in KNOWN))


class SavedFilterForm(forms.ModelForm):
    """A name for what the list shows now. `instance.user` is whose it is."""

    class Meta:
        model = SavedFilter
        fields = ["name", "query"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["query"]  # another name, the same list
        else:
            self.fields["query"].required = False  # `clean_query` says what to do

    def clean_name(self):
        name = " ".join(self.cleaned_data["name"].split())
        others = self.instance.user.saved_filters.exclude(pk=self.instance.pk)
        if others.filter(name=name).exists():
            raise ValidationError(f"You have a saved filter called “{name}” already. Give another name.")
        if not self.instance.pk and others.count() >= MOST:
            raise ValidationError(f"You have {MOST} saved filters, which is as many as there can be. Remove one first.")
        return name

    def clean_query(self):
        query = narrowing(self.cleaned_data["query"])
        if not query:
            raise ValidationError("The list is not narrowed. Choose a filter or search first, then save it.")
        return query


def context(request) -> dict:
    """What the list's template shows: the reader's saved filters, and whether what is shown now may become one."""
    now = narrowing(request.META.get("QUERY_STRING", ""))
    own = list(request.user.saved_filters.all())
    return {"saved_filters": own, "narrowing": now, "is_saved": now in {saved.query for saved in own}}


class SavedFilterViews:
    """The views, for who may see the list; everybody's reach their own filters only."""

    def __init__(self, model_admin):
        self.model_admin = model_admin

    def urls(self) -> list:
        door = self.model_admin.admin_site.admin_view
        return [
            path("filters/save/", door(self.save), name="articles_savedfilter_save"),
            path("filters/<int:pk>/rename/", door(self.rename), name="articles_savedfilter_rename"),
            path("filters/<int:pk>/remove/", door(self.remove), name="articles_savedfilter_remove"),
        ]

    @method_decorator(require_POST)
    def save(self, request):
        self._admit(request)
        form = SavedFilterForm(request.POST, instance=SavedFilter(user=request.user))
        return self._store(request, form, narrowing(request.POST.get("query", "")))

    @method_decorator(require_POST)
    def rename(self, request, pk: int):
        saved = self._own(request, pk)
        return self._store(request, SavedFilterForm(request.POST, instance=saved), saved.query)

    @method_decorator(require_POST)
    def remove(self, request, pk: int):
        saved = self._own(request, pk)
        saved.delete()
        messages.success(request, f"The saved filter “{saved.name}” is removed. The list stays as it is.")
        return _to_list(saved.query)

    def _store(self, request, form: SavedFilterForm, query: str) -> HttpResponseRedirect:
        if form.is_valid():
            saved = form.save()
            messages.success(request, f"Saved as “{saved.name}”. It stands above the list.")
        else:
            messages.error(request, " ".join(sentence for errors in form.errors.values() for sentence in errors))
        return _to_list(query)

    def _own(self, request, pk: int) -> SavedFilter:
        self._admit(request)
        return get_object_or_404(request.user.saved_filters, pk=pk)

    def _admit(self, request) -> None:
        if not self.model_admin.has_view_permission(request):
            raise PermissionDenied


def _to_list(query: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('admin:articles_article_changelist')}{f'?{query}' if query else ''}")
