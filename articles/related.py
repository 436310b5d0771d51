"""Related stories: the one place that decides which links readers see, for every box that shows them."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import OuterRef

from articles import body as story_body
from articles import outside_links
from articles.models import Article, Edition, Figure, StoryLink
from articles.models.json_rows import JSONRows
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


class WhyNot(StrEnum):
    """What keeps a link out of a box, as editors read it."""

    ITSELF = "It is this story itself."
    IN_TEXT = "The text has a link to it already."
    ABOVE = "It stands elsewhere on the page already."
    TWICE = "It is chosen above already."
    STUB = "Its story is not here yet: choose it when it is, or give an outside address."
    UNSEEN = "Readers do not see the story."
    PAID = "Somebody paid for it: it is shown only where an editor chooses it."
    FULL = "The box is full."


@dataclass(frozen=True)
class Place:
    """A link of a content, or a row of Suggestion: the card that readers get of it, else why they get none."""

    entry: dict
    card: RelatedCard | None = None
    why_not: WhyNot | None = None


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


def linked_in_words(html: str, found: Targets) -> set[int]:
    """Of the stories found, those to whose page a plain link of the text leads: no box repeats them."""
    paths = {urlsplit(href.removeprefix(settings.SITE_URL)).path for href in story_body.links(html)}
    return {pk for pk, edition in found.live.items() if edition.path in paths}


def pointing_at(*articles: Article, at: datetime | None = None, ahead: bool = False) -> list[Edition]:
    """The live editions of other stories that refer to any of these, with `ahead` those to come too; one query.

    The newest revision comes first. Each edition has its `pointing_links`: `in_text`, and their own words.
    """
    keys = {article.pk for article in articles}
    links = StoryLink.objects.filter(target__in=keys).order_by()
    editions = Edition.objects.not_over(at) if ahead else Edition.objects.live(at)
    own = links.filter(revision=OuterRef("revision")).values("position", "in_text", "headline", "teaser")
    referring = editions.filter(revision__in=links.values("revision")).exclude(article__in=keys)
    return list(referring.annotate(pointing_links=JSONRows(own)).order_by("-revision"))


def places(
    content: dict,
    blocks: list[story_body.Block],
    found: Targets,
    story: int | None,
    suggested: list[dict],
    size: int,
    above: Collection[int] = (),
) -> Iterator[Place]:
    """What becomes of each link of the story's box, in their order, then of each suggestion, the best first.

    Never the story itself, a repeat, what stands in the text or elsewhere on the page (`above`), or what readers may
    not see; what somebody paid for only where an editor chose it. `suggested` are rows of Suggestion, which need not
    be in order.
    """
    taken = dict.fromkeys(above, WhyNot.ABOVE) | {story: WhyNot.ITSELF}
    in_text = {nearby.article for nearby in story_body.related_stories(blocks)}
    taken |= dict.fromkeys(in_text | linked_in_words(content["body"], found), WhyNot.IN_TEXT)
    shown = 0
    for link in content["related"]:
        place = _pinned(link, found, taken)
        shown += place.card is not None
        taken.setdefault(link["target"], WhyNot.TWICE)
        yield place
    for row in sorted(suggested, key=lambda row: (-row["weight"], row["target"])):
        place = Place(row, why_not=WhyNot.FULL)
        if shown < size:
            place = _of_story(row, found.card(row["target"], why=row["why"]), taken)
            if place.card and place.card.edition.is_sponsored:
                place = Place(row, why_not=WhyNot.PAID)
            shown += place.card is not None
        yield place


def newer(
    edition: Edition, blocks: list[story_body.Block], follow_ups: list[dict], found: Targets
) -> RelatedCard | None:
    """The newest of a story's accepted follow-ups that readers see; not one that stands in its text already.

    Never the story itself, or one that was published before it. `follow_ups` are rows of FollowUp.
    """
    told = {edition.article_id} | {nearby.article for nearby in story_body.related_stories(blocks)}
    live = (found.live[row["newer"]] for row in follow_ups if row["newer"] in found.live.keys() - told)
    later = [one for one in live if one.first_published_at > edition.first_published_at]
    newest = max(later, key=lambda one: (one.first_published_at, one.pk), default=None)
    return newest and found.card(newest.article_id, why="Accepted as a follow-up")


def _pinned(link: dict, found: Targets, taken: dict[int | None, WhyNot]) -> Place:
    if link["target"]:
        return _of_story(link, found.card(link["target"], link["headline"], link["teaser"], PINNED), taken)
    if not link["url"]:
        return Place(link, why_not=WhyNot.STUB)
    own = teaser_of(link["teaser"], "")
    dateline = own.dateline or link["dateline"]
    return Place(link, RelatedCard(link["url"], link["headline"], own.text, dateline=dateline, why=PINNED))


def _of_story(entry: dict, card: RelatedCard | None, taken: dict[int | None, WhyNot]) -> Place:
    why_not = taken.get(entry["target"]) or (None if card else WhyNot.UNSEEN)
    return Place(entry, None if why_not else card, why_not)
