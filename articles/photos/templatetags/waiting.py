"""What waits for a decision on the picture desk, for the admin's first page."""

from django import template

from articles.photos.models import CaptionCheck

register = template.Library()


@register.inclusion_tag("admin/photos/captions_waiting.html")
def captions_waiting() -> dict:
    """A line with the number of captions to check, and the way to them; nothing where none waits."""
    return {"number": CaptionCheck.objects.waiting().count()}
