"""Links from a story's text to pages of ours, and which of them lead nowhere."""

from datetime import datetime
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db.models import Q

from articles import body as story_body
from articles.addresses import is_page
from articles.models import Address, Edition


def dead_links(html: str, at: datetime) -> list[str]:
    """The links of a body that lead to no page which readers see at `at`, in their order, each once."""
    paths = {href: path for href in story_body.links(html) if (path := _path(href))}
    leading = _leading(set(paths.values()), at) if paths else set()
    return [href for href, path in paths.items() if path not in leading and not is_page(path, at)]


def _leading(paths: set[str], at: datetime) -> set[str]:
    """Those that lead readers to a story at `at`, directly or by a redirect, or to another page by one."""
    live = Edition.objects.live(at).values("article")
    leading = Address.objects.filter(Q(article__in=live) | ~Q(target=""), path__in=paths)
    return set(leading.values_list("path", flat=True))


def _path(href: str) -> str:
    """The path of a link that stays on this site; "" for any other."""
    parts = urlsplit(href)
    if parts.netloc and parts.netloc != urlsplit(settings.SITE_URL).netloc:
        return ""
    return unquote(parts.path) if parts.scheme in ("", "http", "https") else ""
