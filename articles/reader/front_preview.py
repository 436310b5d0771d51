"""A front as somebody is arranging it, as readers would see it: for them alone, before it goes live."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.utils import timezone

from articles import roles
from articles.fronts.page import arranged_as
from articles.models import FrontDraft, Section
from articles.reader.fronts import show_home, show_section
from articles.reader.page import seen_at
from articles.reader.preview import for_editors


@for_editors
def front(request, slug=None):
    """The front of the section (none: the home page) of the person's draft; without one, as readers see it.

    A draft that is meant for a time is shown as it would be then.
    """
    if not roles.may_arrange(request.user):
        raise PermissionDenied
    section = get_object_or_404(Section, slug=slug) if slug else None
    draft = FrontDraft.objects.filter(section=section, editor=request.user).select_related("base").first()
    begins = draft.base.live_from if draft and draft.base else None
    arranged = arranged_as(draft.content) if draft else None
    now = timezone.now()
    with seen_at(begins if begins and begins > now else now):
        return show_section(request, slug, arranged) if slug else show_home(request, arranged)
