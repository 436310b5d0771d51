"""The pages that readers see: each view chooses what stands on it, in few queries."""

from dataclasses import replace
from functools import wraps

from django.db.models import OuterRef
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from articles import addresses, keys, threads
from articles.models import Author, Correction, Edition, Publication, Thread, Topic
from articles.reader.fronts import SUBJECT, show_home, show_section
from articles.reader.furniture import with_next_change
from articles.reader.lists import correction_list, story_list
from articles.reader.moved import moved
from articles.reader.page import Page
from articles.reader.story import compose, readable
from articles.reader.structured_data import structured_data

THREAD = OuterRef(OuterRef("thread"))  # of the story that the page is about


def reader_page(view):
    """A page that can be read and nothing else: another method is refused as such, not for want of a token.

    Where the view finds nothing to show, its address may still lead somewhere.
    """

    @wraps(view)
    def page_or_way(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except Http404:
            return moved(request)

    return csrf_exempt(require_safe(page_or_way))


@reader_page
def home(request):
    """The front of the paper. Addresses such as /?p=123 are asked for here too."""
    if request.GET and addresses.find(request.path_info, request.GET):
        raise Http404("not the front")
    return show_home(request)


@reader_page
def latest(request):
    """Every story, newest first."""
    return _list(request, Publication.objects.all(), Edition.objects.all(), "articles/latest.html", keys.FRONT)


@reader_page
def section(request, slug):
    """The front of a section, and all its stories, newest first."""
    return show_section(request, slug)


@reader_page
def thread(request, slug):
    """How a running story developed: its stories day by day, on the first page the newest of them, oldest first."""
    page = Page()
    found = threads.shown(Thread.objects.filter(slug=slug), page.at).annotate(in_all=threads.count(page.at))
    subject = page.subject(with_next_change(found, page.at, Edition.objects.filter(thread=SUBJECT)))
    stories = story_list(Edition.objects.live(page.at).for_cards(), subject, request.GET)
    page.shows(stories.rows)
    page.keys.add(keys.key_of(subject))
    stories = replace(stories, rows=sorted(stories.rows, key=threads.place))
    return page.render(request, "articles/thread.html", {"subject": subject, "stories": stories})


@reader_page
def topic(request, slug):
    """The stories about a topic, newest first."""
    found = Topic.objects.filter(slug=slug)
    return _list(request, found, Edition.objects.filter(topics=SUBJECT), "articles/topic.html")


@reader_page
def author(request, slug):
    """Who an author is, and what they wrote, newest first."""
    found = Author.objects.filter(slug=slug)
    return _list(request, found, Edition.objects.filter(authors=SUBJECT), "articles/author.html")


def _list(request, subjects, editions, template, key=""):
    """A page of the stories of one subject; `editions` are those of SUBJECT."""
    page = Page()
    subject = page.subject(with_next_change(subjects, page.at, editions))
    stories = story_list(Edition.objects.live(page.at).for_cards(), subject, request.GET)
    page.shows(stories.rows)
    page.keys.add(key or keys.key_of(subject))
    return page.render(request, template, {"subject": subject, "stories": stories})


@reader_page
def corrections(request):
    """What the paper got wrong in stories that readers see, newest first."""
    page = Page()
    publication = page.subject(with_next_change(Publication.objects.all(), page.at, Edition.objects.all()))
    listed = correction_list(Correction.objects.standing(page.at).beside_story(page.at), request.GET)
    page.keys |= {keys.CORRECTIONS, *(keys.article_key(correction.article_id) for correction in listed.rows)}
    return page.render(request, "articles/corrections.html", {"publication": publication, "listed": listed})


@reader_page
def about(request):
    """What the paper says of itself."""
    page = Page()
    publication = page.subject(Publication.objects.all())
    statements = [
        (publication._meta.get_field(name).verbose_name, name, getattr(publication, name))
        for name in Publication.STATEMENTS
        if getattr(publication, name)
    ]
    return page.render(request, "articles/about.html", {"publication": publication, "statements": statements})


@reader_page
def article(request):
    """A story by its address."""
    page = Page(slots=("top", "story", "foot"))
    found = readable(page.at).filter(path=request.path_info)
    edition = with_next_change(found, page.at, Edition.objects.filter(thread=THREAD)).first()
    if edition is None:
        raise Http404("no story that readers see has this address")
    page.furnish(edition, edition.section_id)
    page.changes += [edition.next_start, edition.next_end]
    story = compose(edition, page)
    context = {"story": story, "edition": edition, "structured_data": structured_data(story, page.furniture.name)}
    return page.render(request, "articles/article.html", context)


@reader_page
def unknown(request):
    """Any other address: where it leads, if somebody said so."""
    raise Http404("no page of ours has this address")


def not_found(request, exception=None):
    """404, with the paper's frame round it."""
    page = Page()
    page.subject(Publication.objects.all())
    return page.render(request, "404.html", {}, status=404)


def bad_request(request, exception=None):
    """400, before any view has seen the request: more files or fields than one may hold, or none of our hosts."""
    return render(request, "400.html", status=400)


def server_error(request):
    """500, without a query: the database may be what failed."""
    return render(request, "500.html", status=500)
