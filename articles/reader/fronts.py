"""The fronts as readers see them: the home page, and the first page of each section's list."""

from datetime import datetime, time, timedelta

from django.db.models import OuterRef
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from articles import keys
from articles.fronts.page import RECENT, Arranged, Front, arranged, compose, with_arrangement
from articles.fronts.slots import CORRECTIONS
from articles.models import Edition, Publication, Section
from articles.models.json_rows import moment_of
from articles.reader.furniture import with_next_change
from articles.reader.lists import Listed, story_list
from articles.reader.page import Page

SUBJECT = OuterRef(OuterRef("pk"))  # of the page, as `with_next_change` asks for its editions


def show_home(request: HttpRequest, draft: Arranged | None = None) -> HttpResponse:
    """The home page; of a `draft`: as it would be if that were in force."""
    page = Page(slots=("top", "front", "foot"))
    subjects = with_next_change(Publication.objects.all(), page.at, Edition.objects.all())
    found, publication = _found(page, with_arrangement(subjects, page.at), draft)
    front = compose(None, found, page.at, page.library, page.furniture.sections)
    page.keys.add(keys.FRONT)
    page.changes.append(next_day(page.at))
    return _render(request, page, "articles/home.html", front, found, {"publication": publication})


def show_section(request: HttpRequest, slug: str, draft: Arranged | None = None) -> HttpResponse:
    """The front of a section over the rest of its newest stories; further pages are its list alone."""
    page = Page()
    own = Edition.objects.filter(section=SUBJECT)
    subjects = with_next_change(Section.objects.filter(slug=slug), page.at, own)
    found, section = _found(page, with_arrangement(subjects, page.at, of_section=True), draft)
    stories = story_list(Edition.objects.live(page.at).for_cards(), section, request.GET)
    page.shows(stories.rows)
    page.keys.add(keys.key_of(section))
    is_first = "before" not in request.GET and "after" not in request.GET
    front = compose(section, found, page.at, page.library, listed=stories.rows) if is_first else Front({})
    shown = set(front.editions)
    rest = Listed([edition for edition in stories.rows if edition not in shown], stories.older, stories.newer)
    return _render(request, page, "articles/section.html", front, found, {"subject": section, "stories": rest})


def next_day(at: datetime) -> datetime:
    """When the date in the masthead is next wrong: midnight in the site's own time zone."""
    tomorrow = timezone.localtime(at).date() + timedelta(days=1)
    return timezone.make_aware(datetime.combine(tomorrow, time()))


def _found(page: Page, subjects, draft: Arranged | None):
    """What is arranged there, and the page's subject; the library holds the pictures that pins have of their own."""
    found = []

    def pictures(subject) -> set[int]:
        found.append(draft or arranged(subject.front_arrangements, page.at))
        return found[0].photos

    subject = page.subject(subjects, pictures)
    return found[0], subject


def _render(request, page: Page, template: str, front: Front, found: Arranged, context: dict) -> HttpResponse:
    subject = context.get("publication") or context["subject"]
    page.shows(front.editions)
    page.changes += front.changes
    if front.topic:
        page.keys.add(keys.topic_key(front.topic["id"]))
    if is_open := CORRECTIONS not in found.content["closed"]:
        page.keys |= {keys.CORRECTIONS, *(keys.article_key(row["article_id"]) for row in subject.front_corrections)}
    told = sorted(subject.front_corrections, key=lambda row: row["at"], reverse=True) if is_open else []
    for row in told:
        row["at"] = moment_of(row["at"])
        page.changes.append(row["at"] + RECENT)
    return page.render(request, template, context | {"front": front, "corrections": told})
