"""A story as readers would see it, before they do: beside its form, as any revision, by a link for guests.

The page is the readers' own, made of a content instead of an edition; what differs is that nobody keeps it.
"""

from dataclasses import dataclass
from functools import wraps

from csp.decorators import csp_replace
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import restoring, roles, snapshots, threads
from articles.models import (
    Article,
    Author,
    Autosave,
    Correction,
    Edition,
    FollowUp,
    PreviewLink,
    Publication,
    Revision,
    Topic,
    Withdrawal,
)
from articles.reader.page import Page
from articles.reader.story import compose
from articles.workflow.intervals import edition_of

OUR_POLICY = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
GONE = "articles/preview_gone.html"


@dataclass(frozen=True)
class Bar:
    """What stands over a preview: what it shows, and until when it may not be passed on."""

    article: Article
    revision: Revision | None = None
    link: PreviewLink | None = None

    @property
    def embargo(self):
        until = self.article.embargo_until
        return until if until and until > timezone.now() else None


def unkept(view):
    """Nobody stores the page, finds it, or learns its address from where its links lead."""

    @wraps(view)
    def answered(*args, **kwargs):
        response = view(*args, **kwargs)
        for name in ("Surrogate-Key", "X-Next-Change"):
            del response[name]
        response["Cache-Control"] = "private, no-store"
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        response["Referrer-Policy"] = "no-referrer"
        return response

    return answered


# For editors


def for_editors(view):
    """A page behind the admin's own door, yet under the policy of readers' pages."""
    return unkept(csp_replace(OUR_POLICY)(admin.site.admin_view(require_safe(view))))


@for_editors
def beside_form(request, pk=None):
    """What was typed in the window `?window=`, else the story as it was saved last, or as its revision `?revision=`.

    `?framed` leaves out the bar: the form shows the page in a frame of its own.
    """
    article = _visible(request.user, pk) if pk else Article()
    typed = Autosave.objects.typed_in(request.GET.get("window", ""), request.user, pk)
    if typed is None and pk is None:
        raise Http404("nothing was typed")
    if typed is None:
        revision = _revision(article, request.GET.get("revision", ""))
        content = revision.content
    else:
        revision, content = None, typed.content
    bar = None if "framed" in request.GET else Bar(article, revision)
    return show(request, article, content, bar)


def _visible(user, pk: int) -> Article:
    article = get_object_or_404(Article, pk=pk)
    if not roles.may_see(user, article):
        raise PermissionDenied
    return article


def _revision(article: Article, number: str) -> Revision:
    if not number:
        return article.latest_revision() or Revision(article=article, content=snapshots.capture(article))
    if not number.isdecimal():
        raise Http404("no number of a revision")
    return get_object_or_404(article.revisions, number=number[:9])


# For guests


@require_safe
@unkept
def by_link(request, token):
    """The story of a link that holds now; any other link is answered alike, whether it ever held or not."""
    link = PreviewLink.objects.filter(token=token).select_related("article", "revision", "made_by").first()
    revision = link and (link.revision or link.article.latest_revision())
    if revision is None or not holds(link):
        return render(request, GONE, status=404)
    if request.method == "GET":
        PreviewLink.objects.filter(pk=link.pk).update(views=F("views") + 1, last_viewed_at=timezone.now())
    return show(request, link.article, revision.content, Bar(link.article, revision, link))


def holds(link: PreviewLink) -> bool:
    """Neither ended nor the story killed, and who made it could still make it."""
    if link.ended or Withdrawal.objects.in_force().filter(article=link.article_id).exists():
        return False
    return link.made_by.is_active and roles.may_share(link.made_by, link.article)


# The page


def show(request: HttpRequest, article: Article, content: dict, bar: Bar | None) -> HttpResponse:
    """The page that readers would get of the content now. Of what it refers to, what is gone is left out."""
    page = Page(slots=("top", "story", "foot"))
    publication = page.subject(Publication.objects.all())
    content = restoring.restorable(article, content).content
    page.furnish(publication, content["section"])
    edition = _edition(article, content, page)
    story = compose(edition, page)
    return page.render(request, "articles/preview.html", {"story": story, "edition": edition, "bar": bar})


def _edition(article: Article, content: dict, page: Page) -> Edition:
    """The content as an edition that begins now, with what `readable` gives one; nothing is stored."""
    first = article.pk and article.editions.filter(live_from__lte=page.at).order_by("live_from").first()
    revision = Revision(article=article, content=content)
    edition = edition_of(article, revision, page.at, first.first_published_at if first else page.at)
    threads.give_timeline(edition, page.at)
    edition.page_topics = list(Topic.objects.filter(pk__in=content["topics"]).values("id", "name", "slug"))
    edition.page_authors = list(Author.objects.filter(pk__in=content["authors"]).values("id"))
    corrections = Correction.objects.standing(page.at).filter(article=article.pk)
    updates = Edition.objects.filter(article=article.pk, live_from__lte=page.at).exclude(update_note="")
    edition.page_corrections = list(corrections.values("at", "wrong", "right", "place"))
    edition.page_updates = list(updates.values("live_from", "update_note"))
    edition.page_follow_ups = list(FollowUp.objects.shown(page.at).filter(article=article.pk).values("newer"))
    edition.page_suggestions = list(article.suggestions.values("target", "weight", "why")) if article.pk else []
    return edition
