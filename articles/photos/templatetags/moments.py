"""Moments in templates, with the site's zone and, where it differs, the editor's own."""

from django import template

from articles.photos.moments import in_words

register = template.Library()


@register.simple_tag(takes_context=True)
def moment(context, when) -> str:
    """The moment in words, for whoever is signed in."""
    return in_words(when, getattr(context.get("user"), "time_zone", ""))
