"""What waits for a decision, for the admin's first page: a panel each, that closes up where nothing waits."""

from datetime import timedelta

from django import template
from django.urls import reverse
from django.utils import timezone

from articles.admin import dead_links as dead
from articles.admin import desk_stories as stories
from articles.admin import killed_pictures as kills
from articles.admin import radar
from articles.models import Audit

register = template.Library()

NIGHTLY = timedelta(hours=26)  # a run that is older was missed
SHOWN = 10


@register.inclusion_tag("admin/desk/stories.html", takes_context=True)
def story_panels(context) -> dict:
    """What waits for whom among the stories, what is coming, and what readers got last."""
    panels = stories.panels(context["user"])
    return {"panels": panels, "user": context["user"], "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("admin/desk/stories.html", takes_context=True)
def dead_links(context) -> dict:
    """The links to other sites' pages that are gone."""
    return {"panels": dead.panels(context["user"])}


@register.inclusion_tag("admin/desk/killed_pictures.html", takes_context=True)
def killed_pictures(context) -> dict:
    """The killed pictures that concern somebody's stories."""
    return kills.panel(context["user"])


@register.inclusion_tag("admin/desk/rights_radar.html", takes_context=True)
def rights_radar(context) -> dict:
    """The first of the photos whose right runs out, or has."""
    return radar.panel() | {"csrf_token": context.get("csrf_token"), "back": reverse("admin:index")}


@register.inclusion_tag("admin/desk/audit.html")
def audit_panel() -> dict:
    """What the last audit of all live pages found; nothing before the first one."""
    audit = Audit.objects.first()
    if audit is None:
        return {}
    return {
        "audit": audit,
        "lacking": audit.lacking[:SHOWN],
        "more": max(0, len(audit.lacking) - SHOWN),
        "is_late": audit.at < timezone.now() - NIGHTLY,
    }
