"""The related section of a story's form: why readers get each link or not, and what else goes with the story."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef
from django.http import JsonResponse, QueryDict
from django.template.loader import render_to_string
from django.urls import path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.formats import date_format
from django.utils.html import format_html
from django.views.decorators.http import require_GET

from articles import body as story_body
from articles import mirror, related, roles, search, suggestions, threads
from articles.admin import autosaves
from articles.admin.choosers import describable, describe
from articles.admin.screens import StoryViews
from articles.likeness import Scale
from articles.models import Article, Autosave, Edition, FollowUp, Publication, Revision
from articles.photos.chooser import numbers

PREFIX = "related_links"


@dataclass(frozen=True)
class Box:
    """What editors see of a related box: a line for each link, and the stories that are offered below them.

    A line is `{"story", "text"}`. Offers are as `choosers.describe` has stories, each with `why` it goes with this one;
    readers get those in `filling` below what was chosen.
    """

    lines: list[dict]
    filling: list[dict]
    more: list[dict]


def as_saved(user, article: Article | None, latest: Revision | None) -> Box:
    """The box of a story as it was saved last, with the suggestions that were worked out then."""
    if latest is None:
        return Box([], [], [])
    return _box(user, article, latest.content, list(article.suggestions.values("target", "weight", "why")), latest)


def as_typed(user, article: Article | None, content: dict) -> Box:
    """The box of a content that nobody has saved, with what goes with its words."""
    now = timezone.now()
    among = Edition.objects.not_over(now)
    if not roles.sees_all(user):  # asked of each, since live stories, which all may refer to, are nearly all
        among = among.filter(Exists(roles.choosable_by(user, Article.objects.filter(pk=OuterRef("article")))))
    referred = related.referred_articles(content, story_body.parse(content["body"]))
    subject = suggestions.as_typed(content, article, now, without=referred)
    found = suggestions.suggest(subject, Scale(search.Words()), among)
    rows = [{"target": one.story, "weight": one.weight, "why": one.why} for one in found]
    return _box(user, article, content, rows, article.latest_revision() if article else None)


def _box(user, article: Article | None, content: dict, suggested: list[dict], latest: Revision | None) -> Box:
    blocks = story_body.parse(content["body"])
    referred = related.referred_articles(content, blocks)
    rows = [row for row in suggested if row["target"] not in referred]
    now = timezone.now()
    follow_ups = list(FollowUp.objects.shown(now).filter(article=article.pk).values("newer")) if article else []
    found = related.targets(referred | {row["target"] for row in rows} | {row["newer"] for row in follow_ups}, now)
    stories = _described(user, (referred - found.live.keys()) | {row["target"] for row in rows})
    rows = [row for row in rows if row["target"] in stories]
    above = _above(article, content, blocks, follow_ups, found, now)
    places = list(related.places(content, blocks, found, article and article.pk, rows, _size(), above))
    pins, offers = places[: len(content["related"])], places[len(content["related"]) :]
    chosen = {link["target"] for link in content["related"] if link["target"]}
    since = mirror.linked_since(latest, chosen) if latest and chosen else {}
    return Box(
        [_line(pin, stories, since) for pin in pins],
        filling=[_offer(user, offer.entry, stories) for offer in offers if offer.card],
        more=[_offer(user, offer.entry, stories) for offer in offers if not offer.card],
    )


def _above(
    article: Article | None,
    content: dict,
    blocks: list[story_body.Block],
    follow_ups: list[dict],
    found: related.Targets,
    now: datetime,
) -> set[int]:
    """The stories to which the page leads besides the box: those of its running story, and a newer one."""
    if not (follow_ups or content["thread"]):
        return set()
    first = suggestions.published(article, now) if article else now
    edition = Edition(article=article, thread_id=content["thread"], first_published_at=first)
    threads.give_timeline(edition, now)
    timeline, newer = threads.timeline(edition), related.newer(edition, blocks, follow_ups, found)
    return (timeline.articles if timeline else set()) | ({newer.edition.article_id} if newer else set())


def _described(user, ids: set[int]) -> dict[int, dict]:
    """Those of the stories that the person may refer to."""
    choosable = list(roles.choosable_by(user, describable().filter(pk__in=ids))) if ids else []
    return {story["id"]: story for story in describe(choosable)} if choosable else {}


def _size() -> int:
    """How many stories a box has."""
    paper = Publication.objects.first() or Publication()
    return paper.related_stories


def _offer(user, row: dict, stories: dict[int, dict]) -> dict:
    """Words that both say may stand in a working copy only, which not everybody may see."""
    why = row["why"] if roles.sees_all(user) else suggestions.without_words(row["why"])
    return stories[row["target"]] | {"why": why}


def _line(place: related.Place, stories: dict[int, dict], since: dict[int, Revision]) -> dict:
    """Why readers get a link, or why not, and who chose it."""
    target = place.entry["target"]
    pinned = "" if place.why_not is related.WhyNot.STUB else _pinned(since.get(target))
    if target and target not in since:
        pinned = "Pinned, and not saved yet."
    if place.card:
        return {"story": target, "text": format_html("{}", pinned)}
    if place.why_not is related.WhyNot.UNSEEN and target in stories:
        state, why_not = stories[target]["state"], f"{stories[target]['note']}."
        label = state.capitalize()
    else:
        state, label, why_not = "draft", "Not shown", place.why_not
    form = '<span class="state state-{}">{}</span> {} <span class="pinned">{}</span>'
    return {"story": target, "text": format_html(form, state, label, why_not, pinned)}


def _pinned(since: Revision | None) -> str:
    """Who pinned it and when, as far as is known: of links to outside nothing is noted."""
    if since is None:
        return "Pinned."
    at, now = timezone.localtime(since.created_at), timezone.localtime()
    day = date_format(at, "j F" if at.year == now.year else "j F Y")
    return f"Pinned by {since.created_by}, {day}." if since.created_by else f"Pinned on {day}."


def for_form(request, article: Article | None, latest: Revision | None, formset) -> Box:
    """The box of the form that is about to be shown, whose rows get their lines; of a refused one, what was typed."""
    if formset.is_bound:
        return as_typed(request.user, article, autosaves.typed(request.POST, article))
    shown = as_saved(request.user, article, latest)
    for form, line in zip(formset.initial_forms, shown.lines, strict=False):
        form.instance.stands = line["text"]
    return shown


def with_pin(data: QueryDict) -> QueryDict:
    """The form that was sent, with the story whose button "Pin" was pressed in one more row, to be saved like any."""
    story, rows = (next(iter(numbers([data.get(name, "")])), None) for name in ("_pin", f"{PREFIX}-TOTAL_FORMS"))
    if story is None or rows is None:
        return data
    positions = numbers([data.get(f"{PREFIX}-{row}-position", "") for row in range(min(rows, 200))])
    added = {"target": story, "position": max(positions, default=-1) + 1}
    data = data.copy()
    for name, value in added.items():
        data[f"{PREFIX}-{rows}-{name}"] = str(value)
    data[f"{PREFIX}-TOTAL_FORMS"], data["_continue"] = str(rows + 1), ""
    return data


class RelatedBoxViews(StoryViews):
    """What the section shows while somebody types, for who may fill in the form."""

    def urls(self):
        door = self.model_admin.admin_site.admin_view
        return [
            path("related/", door(self.related), name="articles_article_related_new"),
            path("<int:pk>/related/", door(self.related), name="articles_article_related"),
        ]

    @method_decorator(require_GET)
    def related(self, request, pk: int | None = None) -> JsonResponse:
        """The lines of the links and the offers, of what was typed in the window `?window=`, else as saved last."""
        article = autosaves.allowed(self, request, pk)
        typed = Autosave.objects.typed_in(request.GET.get("window", ""), request.user, pk)
        if typed:
            shown = as_typed(request.user, article, typed.content)
        else:
            shown = as_saved(request.user, article, article.latest_revision() if article else None)
        offers = render_to_string("admin/articles/article/related_offers.html", {"box": shown, "may_pin": True})
        return JsonResponse({"lines": shown.lines, "offers": offers})
