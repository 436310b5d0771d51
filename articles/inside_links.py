"""Links from a story's text to pages of ours, and which of them lead nowhere."""

from datetime import datetime
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve

from articles import body as story_body
from articles.models import Address, Author, Edition, Section, Topic

SUBJECTS = {"section": Section, "topic": Topic, "author": Author}


def dead_links(html: str, at: datetime) -> list[str]:
    """The links of a body that lead to no page which readers see at `at`, in their order, each once."""
    paths = {href: path for href in story_body.links(html) if (path := _path(href))}
    leading = _leading(set(paths.values()), at) if paths else set()
    return [href for href, path in paths.items() if path not in leading and not _is_page(path)]


def _leading(paths: set[str], at: datetime) -> set[str]:
    """Those that lead readers to a story at `at`, directly or by a redirect."""
    live = Edition.objects.live(at).values("article")
    return set(Address.objects.filter(path__in=paths, article__in=live).values_list("path", flat=True))


def _path(href: str) -> str:
    """The path of a link that stays on this site; "" for any other."""
    parts = urlsplit(href)
    if parts.netloc and parts.netloc != urlsplit(settings.SITE_URL).netloc:
        return ""
    return unquote(parts.path) if parts.scheme in ("", "http", "https") else ""


def _is_page(path: str) -> bool:
    """Whether a page that is no story stands at the path."""
    try:
        found = resolve(path)
    except Resolver404:
        return False
    if found.url_name in SUBJECTS:
        return SUBJECTS[found.url_name].objects.filter(slug=found.kwargs["slug"]).exists()
    return found.url_name != "article"
