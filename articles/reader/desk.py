"""The readers' site at another moment, for editors: every page under `/desk/at/<moment>/`, as it was or will be.

A page is made by the readers' own view; what differs is the moment that `Page` has, the addresses in it, and a bar.
"""

import re
from datetime import datetime

from csp.decorators import csp_replace
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import resolve
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.encoding import iri_to_uri
from django.utils.html import escape
from django.views.decorators.http import require_safe

from articles.keys import article_key
from articles.models import Article
from articles.reader.moments import Bar, Unclear, address, prefix, read, write
from articles.reader.page import seen_at
from articles.roles import may_publish

PAGES = "articles.reader.urls"
OUR_POLICY = csp_replace(settings.CONTENT_SECURITY_POLICY["DIRECTIVES"])  # the pages', not that of the admin
TAG = re.compile(r"""<(?:a|area|form)\s(?:[^>"']|"[^"]*"|'[^']*')*>""")
LEADING = re.compile(r'(\s(?:href|action)=")([^"]*)(")')
ELSEWHERE = ("/static/", "/media/", "/admin/", "/accounts/", "/desk/")
SKIP_LINK = re.compile(r'<a class="skip".*?</a>', re.DOTALL)


def _for_editors(view):
    """Behind the admin's own door, with all that it asks of who comes in."""

    def allowed(request, *args, **kwargs):
        if not (request.user.has_perm("articles.view_any_article") or may_publish(request.user)):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return admin.site.admin_view(require_safe(allowed))


@_for_editors
def choose(request):
    """To the moment that a form asked for, or the form."""
    path = request.GET.get("path", "")
    path = path if path.startswith("/") and not path.startswith("//") else "/"
    if "to" not in request.GET:
        return _ask(request, path)
    try:
        return HttpResponseRedirect(iri_to_uri(address(read(request.GET["to"]), path)))
    except Unclear as unclear:
        return _ask(request, path, unclear)


def _ask(request, path, unclear=None):
    now = timezone.now()
    readings = [(f"/desk/at/{way}{path}", words) for way, words in unclear.readings] if unclear else []
    context = admin.site.each_context(request) | {
        "title": "The site at a moment",
        "unclear": unclear,
        "readings": readings,
        "path": path,
        "typed": request.GET.get("to") or write(now.replace(second=0, microsecond=0)),
        "zone": timezone.get_default_timezone_name(),
    }
    return render(request, "admin/desk/moment.html", context, status=400 if unclear else 200)


def show(request, when, path=""):
    """The readers' page at `path` as it is at the moment."""
    response = _shown(request, when, path)
    return OUR_POLICY(lambda: response)() if hasattr(response, "is_at_moment") else response


@_for_editors
def _shown(request, when, path):
    try:
        moment = read(when)
    except Unclear as unclear:
        return _ask(request, path or "/", unclear)
    if not path:
        return HttpResponseRedirect(iri_to_uri(address(moment, "/")))
    asked = _as_a_reader(request, path)
    with seen_at(moment):
        found = resolve(path, PAGES)
        response = found.func(asked, *found.args, **found.kwargs)
    return _brought(response, request, asked, moment)


def _as_a_reader(request: HttpRequest, path: str) -> HttpRequest:
    """The request that a reader would have made for the page."""
    asked = HttpRequest()
    asked.method, asked.GET = request.method, request.GET
    asked.META = request.META | {"PATH_INFO": path, "HTTP_COOKIE": ""}
    asked.path = asked.path_info = path
    asked.user = AnonymousUser()
    return asked


def _brought(response: HttpResponse, request, asked: HttpRequest, moment: datetime) -> HttpResponse:
    """The page as an editor gets it: its ways stay at the moment, a bar says which that is, and nobody keeps it."""
    if response.has_header("Location"):
        response = HttpResponseRedirect(_way(response["Location"], prefix(moment)))
    elif response.get("Content-Type", "").startswith("text/html"):
        change = parse_datetime(response.get("X-Next-Change", ""))
        embargoes = _embargoes(response.get("Surrogate-Key", ""))
        bar = Bar(moment, asked.get_full_path(), getattr(request.user, "time_zone", ""), change, embargoes)
        response.content = _dressed(response.content.decode(), bar)
    del response["Surrogate-Key"]
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "same-origin"
    response.is_at_moment = True
    return response


def _embargoes(keys: str) -> list[Article]:
    """The stories that the page is made of and that nobody may publish yet, the first to be free first."""
    made_of = set(keys.split())
    barred = Article.objects.filter(embargo_until__gt=timezone.now()).only("headline", "embargo_until")
    return [story for story in barred.order_by("embargo_until") if article_key(story.pk) in made_of]


def _dressed(html: str, bar: Bar) -> str:
    start = prefix(bar.moment)
    html = TAG.sub(lambda tag: LEADING.sub(lambda way: way[1] + _way(way[2], start) + way[3], tag[0]), html)
    html = html.replace("<title>", f"<title>[{escape(bar.words)}] ", 1)
    html = html.replace("</head>", render_to_string("articles/_moment_sheet.html") + "</head>", 1)
    shown = render_to_string("articles/_moment_bar.html", {"bar": bar, "zone": timezone.get_default_timezone_name()})
    return SKIP_LINK.sub(lambda link: link[0] + shown, html, count=1)


def _way(to: str, start: str) -> str:
    """A link to a page of ours, kept at the moment; any other as it is."""
    path = to.removeprefix(settings.SITE_URL)
    is_ours = path.startswith("/") and not path.startswith(("//", *ELSEWHERE, settings.MEDIA_URL))
    return start + path if is_ours else to
