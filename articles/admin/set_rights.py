"""Setting the rights of many photos at once: what is asked, what will change where, and the change."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from articles.models import Edition, PhotoUse
from articles.photos.models import Photo
from articles.photos.models.licence_preset import WORDS
from articles.photos.moments import in_words
from articles.photos.renditions import make_renditions_after_commit
from articles.photos.rights_form import ManyRightsForm, in_labels
from newsroom.accounts.recorded import log_changes

NAMED = 10
EMBEDDED = {"usage_terms", "web_statement"}  # they stand in readers' files too
AT_ONCE = 100  # photos whose files are made anew on the spot; of more, the nightly make_renditions sees to it


@dataclass(frozen=True)
class Change:
    """A field's new value: how many photos have another one, and how many of these have words that are lost."""

    label: str
    value: str
    differing: int
    overwritten: int = 0


@dataclass(frozen=True)
class Plan:
    """What a change of rights does to the photos, and in which stories they stand."""

    changes: list["Change"]
    stories: list[Edition]
    more: int
    warning: str


def plan(photos: QuerySet, values: dict) -> Plan:
    """What will happen to `photos`, and in which live and scheduled stories they stand."""
    changes = [_change(photos, name, value) for name, value in values.items()]
    own = PhotoUse.objects.filter(revision=OuterRef("revision"), photo__in=photos.values("pk"))
    stories = Edition.objects.not_over().filter(Exists(own)).order_by("-live_from", "-pk")
    number = stories.count()
    return Plan(changes, list(stories[:NAMED]), max(number - NAMED, 0), _warning(photos, values))


def _change(photos: QuerySet, name: str, value: object) -> Change:
    others = photos.exclude(**{name: value})
    overwritten = others.exclude(**{name: ""}).count() if name in WORDS else 0
    label = str(Photo._meta.get_field(name).verbose_name).capitalize()
    return Change(label, _in_words(name, value), others.count(), overwritten)


def _in_words(name: str, value: object) -> str:
    """The value as people read it, "" for none."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return in_words(value)
    choices = dict(Photo._meta.get_field(name).flatchoices)
    return str(choices.get(value, "" if value is None else value))


def _warning(photos: QuerySet, values: dict) -> str:
    """What readers lose by it, in a sentence; "" for nothing."""
    now = timezone.now()
    begins, ends = values.get("rights_from"), values.get("rights_until")
    if (begins and begins > now) or (ends and ends <= now):
        number = photos.usable(now).count()
        return f"{number} of them may run now, and will not any more: readers do not see them from now on." * bool(
            number
        )
    return ""


def wrong_order(photos: QuerySet, values: dict) -> int:
    """How many of the photos would have a right that ends before it begins."""
    if not {"rights_from", "rights_until"} & set(values):
        return 0
    begins = values.get("rights_from", F("rights_from"))
    ends = values.get("rights_until", F("rights_until"))
    if begins is None or ends is None:
        return 0
    if len({"rights_from", "rights_until"} & set(values)) == 2:
        return photos.count() if begins >= ends else 0
    wrong = Q(rights_from__gte=ends) if "rights_until" in values else Q(rights_until__lte=begins)
    return photos.filter(wrong).count()


@transaction.atomic
def set_rights(photos: QuerySet, values: dict, by) -> int:
    """Do it, with a line in the history of each; the number of photos that it changed."""
    changed = list(photos.exclude(**values).select_for_update().order_by("pk"))
    if "uses_allowed" in values:
        values = values | {"end_accepted": None}
    Photo.objects.filter(pk__in=[photo.pk for photo in changed]).update(**values)
    if not changed:
        return 0
    said = f"Set together with other photos: {in_labels([name for name in values if name != 'end_accepted'])}."
    log_changes(by, changed, said)
    if EMBEDDED & set(values) and len(changed) <= AT_ONCE:
        for photo in Photo.objects.filter(pk__in=[photo.pk for photo in changed]):
            make_renditions_after_commit(photo)
    return len(changed)


class SetRightsViews:
    """The page, under the permissions of the library's own screen. `ask` is what the library's action answers."""

    def __init__(self, model_admin):
        self.model_admin = model_admin

    def urls(self) -> list:
        view = self.model_admin.admin_site.admin_view(self.set_rights)
        return [path("rights/", view, name="photos_photo_set_rights")]

    def ask(self, request, photos: QuerySet):
        """What is to be set for `photos`?"""
        return self._page(request, photos, ManyRightsForm())

    @method_decorator(require_POST)
    def set_rights(self, request):
        """Say what will happen, then do it, or go back to change something."""
        if not self.model_admin.has_change_permission(request):
            raise PermissionDenied
        photos = Photo.objects.filter(pk__in=re.findall(r"\d{1,18}", request.POST.get("photos", ""), re.ASCII))
        form = ManyRightsForm(request.POST)
        if not photos:
            messages.warning(request, "None of these photos is in the library any more.")
            return HttpResponseRedirect(reverse("admin:photos_photo_changelist"))
        if not form.is_valid() or "change" in request.POST:
            return self._page(request, photos, form)
        if wrong := wrong_order(photos, form.values):
            form.add_error("rights_until", f"The end must come after the beginning, and would not for {wrong} of them.")
            return self._page(request, photos, form)
        if "do" not in request.POST:
            return self._page(request, photos, form, plan(photos, form.values))
        number = set_rights(photos, form.values, request.user)
        messages.success(request, f"Set the rights of {number} photo{'' if number == 1 else 's'}.")
        return HttpResponseRedirect(reverse("admin:photos_photo_changelist"))

    def _page(self, request, photos: QuerySet, form: ManyRightsForm, plan: Plan | None = None):
        ids = list(photos.order_by("pk").values_list("pk", flat=True))
        number = len(ids)
        context = self.model_admin.admin_site.each_context(request) | {
            "title": f"Set the rights of {number} photo{'' if number == 1 else 's'}",
            "opts": self.model_admin.opts,
            "form": form,
            "media": self.model_admin.media + form.media,
            "plan": plan,
            "number": number,
            "photos": ",".join(map(str, ids)),
            "first": photos.order_by("pk")[:NAMED],
            "others": max(number - NAMED, 0),
        }
        return render(request, "admin/photos/photo/set_rights.html", context)
