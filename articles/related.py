"""Related stories: the one place that decides which links readers see, for every box that shows them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from django.db.models import Min, Q
from django.db.models.fields.json import KeyTextTransform

from articles import body as story_body
from articles.models import Article, Edition, Revision

SEARCHED = 5000  # editions of which `pointing_at` asks whether they refer to a story


@dataclass(frozen=True)
class RelatedCard:
    """A link as readers see it."""

    url: str
    headline: str
    teaser: str = ""
    edition: Edition | None = None

    @property
    def domain(self) -> str:
        """Where an outside link leads; "" for a story of ours."""
        return "" if self.edition else (urlsplit(self.url).hostname or "").removeprefix("www.")


@dataclass
class Targets:
    """The live editions of the stories a page points at, and when that is known to change."""

    live: dict[int, Edition] = field(default_factory=dict)
    changes: list[datetime] = field(default_factory=list)
    wanted: set[int] = field(default_factory=set)

    def card(self, article: int, headline: str = "", teaser: str = "") -> RelatedCard | None:
        """The link to a story with the editor's own words or the live ones; None if readers may not see it."""
        edition = self.live.get(article)
        if edition is None:
            return None
        return RelatedCard(edition.path, headline or edition.headline, teaser or edition.standfirst, edition)


def targets(article_ids: Iterable[int], at: datetime) -> Targets:
    """What readers may see of these articles at `at`, in one query; none where no article is asked for."""
    found = Targets(wanted=set(article_ids))
    if not found.wanted:
        return found
    for edition in Edition.objects.not_over(at).filter(article__in=found.wanted).for_cards():
        if edition.live_from <= at:
            found.live[edition.article_id] = edition
            found.changes += [edition.ends] if edition.ends else []
        else:
            found.changes.append(edition.live_from)
    return found


def referred_articles(content: dict, blocks: list[story_body.Block]) -> set[int]:
    """The ids of all articles that a revision points at, in its text or its related links."""
    pinned = {link["target"] for link in content["related"] if link["target"]}
    return pinned | {story.article for story in story_body.related_stories(blocks)}


def pointing_at(*articles: Article, at: datetime | None = None) -> tuple[list[Edition], bool]:
    """The live editions of others that refer to any of the articles, and whether all that could were looked through.

    A revision older than their own first cannot know them, so for a story of today few are read. For one with a long
    archive after it, the newest SEARCHED are; the database picks out of them, and what it picks is read in full.
    """
    keys = {article.pk for article in articles}
    first = Revision.objects.filter(article__in=keys).aggregate(first=Min("pk"))["first"] or 0
    live = Edition.objects.live(at).exclude(article__in=keys)
    newer = live.filter(revision__pk__gte=first).order_by("-revision_id")
    any_of = "|".join(map(str, keys))
    picked = (
        Edition.objects.filter(pk__in=newer.values("pk")[:SEARCHED])
        .annotate(pins=_part("related"), text=_part("body"))
        .filter(Q(pins__regex=rf'"target": ?({any_of})[,}}]') | Q(text__regex=rf'data-related="({any_of})"'))
    )
    found = [edition for edition in picked.select_related("revision") if _refers(edition.revision.content, keys)]
    return found, not newer[SEARCHED : SEARCHED + 1].exists()


def _part(name: str) -> KeyTextTransform:
    """One entry of an edition's content as the database has it in text."""
    return KeyTextTransform(name, "revision__content")


def _refers(content: dict, articles: set[int]) -> bool:
    return not articles.isdisjoint(referred_articles(content, story_body.parse(content["body"])))


def related_cards(content: dict, blocks: list[story_body.Block], found: Targets, story: int) -> list[RelatedCard]:
    """The related box of a story: its pins in order, without itself, a repeat, or what stands in the text."""
    shown = {story} | {nearby.article for nearby in story_body.related_stories(blocks)}
    cards = []
    for link in content["related"]:
        if link["target"] in shown:
            continue
        card = _card(link, found)
        if card:
            cards.append(card)
            shown |= {link["target"]} - {None}
    return cards


def _card(link: dict, found: Targets) -> RelatedCard | None:
    if link["target"]:
        return found.card(link["target"], link["headline"], link["teaser"])
    if link["url"]:
        return RelatedCard(link["url"], link["headline"], link["teaser"])
    return None  # a stub: its story is not here
