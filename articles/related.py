"""Related stories: the one place that decides which links readers see, for every box that shows them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings

from articles import body as story_body
from articles import outside_links
from articles.models import Article, Edition, Figure, StoryLink
from articles.teasers import Teaser, teaser_of

PINNED = "Chosen by an editor"


@dataclass(frozen=True)
class RelatedCard:
    """A link as readers see it; the teaser ends well, and where it was written from is said apart from it.

    `why` it stands there is for editors.
    """

    url: str
    headline: str
    teaser: str = ""
    edition: Edition | None = None
    dateline: str = ""
    why: str = ""
    figure: Figure | None = None

    @property
    def domain(self) -> str:
        """Where an outside link leads; "" for a story of ours."""
        return "" if self.edition else outside_links.domain(self.url)

    @property
    def is_outside(self) -> bool:
        """Whether it leads to another site; an address of ours can be given by hand."""
        return not self.edition and outside_links.is_outside(self.url)


@dataclass
class Targets:
    """The live editions of the stories a page points at, and when that is known to change."""

    live: dict[int, Edition] = field(default_factory=dict)
    changes: list[datetime] = field(default_factory=list)
    wanted: set[int] = field(default_factory=set)

    def card(self, article: int, headline: str = "", teaser: str = "", why: str = "") -> RelatedCard | None:
        """The link to a story with the editor's own words or the live ones; None if readers may not see it."""
        edition = self.live.get(article)
        if edition is None:
            return None
        own = teaser_of(teaser, "")
        said = own if own.text else Teaser(edition.dateline, edition.teaser)
        return RelatedCard(edition.path, headline or edition.headline, said.text, edition, said.dateline, why)


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


def linked_in_words(html: str, found: Targets) -> list[story_body.RelatedStory]:
    """Of the stories found, those to whose page a plain link of the text leads: no box repeats them."""
    paths = {urlsplit(href.removeprefix(settings.SITE_URL)).path for href in story_body.links(html)}
    return [story_body.RelatedStory(pk) for pk, edition in found.live.items() if edition.path in paths]


def pointing_at(*articles: Article, at: datetime | None = None) -> list[Edition]:
    """The live editions of other stories that refer to any of these, the newest revision first."""
    keys = {article.pk for article in articles}
    referring = StoryLink.objects.filter(target__in=keys).order_by().values("revision")
    return list(Edition.objects.live(at).filter(revision__in=referring).exclude(article__in=keys).order_by("-revision"))


def box(
    content: dict, blocks: list[story_body.Block], found: Targets, story: int, suggested: list[dict], size: int
) -> list[RelatedCard]:
    """The related box of a story: its pins in order, then suggestions until there are `size`.

    Never the story itself, a repeat, what stands in the text, or what readers may not see; what somebody paid for only
    where an editor chose it. `suggested` are rows of Suggestion, which need not be in order.
    """
    shown = {story} | {nearby.article for nearby in story_body.related_stories(blocks)}
    cards = []
    for link in content["related"]:
        if link["target"] not in shown and (card := _card(link, found)):
            cards.append(card)
            shown |= {link["target"]} - {None}
    for row in sorted(suggested, key=lambda row: (-row["weight"], row["target"])):
        if len(cards) < size and row["target"] not in shown and (card := found.card(row["target"], why=row["why"])):
            cards += [] if card.edition.is_sponsored else [card]
    return cards


def _card(link: dict, found: Targets) -> RelatedCard | None:
    if link["target"]:
        return found.card(link["target"], link["headline"], link["teaser"], PINNED)
    if link["url"]:
        own = teaser_of(link["teaser"], "")
        return RelatedCard(
            link["url"], link["headline"], own.text, dateline=own.dateline or link["dateline"], why=PINNED
        )
    return None  # a stub: its story is not here
