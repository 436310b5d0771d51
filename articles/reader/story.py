"""A story as readers see it: its edition, its blocks with their pictures, its related box."""

from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urljoin

from django.conf import settings
from django.db.models import OuterRef

from articles import body as story_body
from articles import keys, outside_links, related, threads
from articles.leads import lead_of
from articles.models import Author, Correction, Edition, Figure, FollowUp, Suggestion, Topic, figure
from articles.models.json_rows import JSONRows, moment_of
from articles.photos.models import Photo
from articles.photos.renditions import SHARE, Rendition, renditions
from articles.reader.page import Page

PARAGRAPHS_BEFORE_ADVERTISEMENT = 4


@dataclass(frozen=True)
class StoryBlock:
    """One block of the page; `kind` names the template that shows it."""

    kind: str
    content: object


@dataclass(frozen=True)
class Told:
    """A correction, as readers are told it."""

    at: datetime
    wrong: str
    right: str
    place: str


@dataclass(frozen=True)
class Update:
    """What was new in an edition."""

    at: datetime
    note: str


@dataclass(frozen=True)
class Story:
    """All that the article page shows."""

    edition: Edition
    lead: Figure | None
    blocks: list[StoryBlock]
    timeline: threads.Timeline | None
    related: list[related.RelatedCard]
    topics: list[dict]
    corrections: list[Told]
    updates: list[Update]
    newer: related.RelatedCard | None = None
    advertiser: str = ""

    @property
    def corrections_above(self) -> list[Told]:
        return [correction for correction in self.corrections if correction.place == Correction.Place.TOP]

    @property
    def corrections_below(self) -> list[Told]:
        return [correction for correction in self.corrections if correction.place == Correction.Place.FOOT]

    @property
    def figures(self) -> list[Figure]:
        """Every picture of the story, in its order, each once."""
        lead = [self.lead] if self.lead else []
        return lead + [block.content for block in self.blocks if block.kind == "figure"]

    @property
    def travelling(self) -> list[Figure]:
        """The pictures that may be syndicated: what feeds, exports and search engines get of `figures`."""
        return [figure for figure in self.figures if figure.photo.may_syndicate]

    @property
    def outside_rel(self) -> str:
        """What its links to other sites say to search engines."""
        return outside_links.rel(self.edition.is_sponsored)

    @property
    def share_image(self) -> Rendition | None:
        """The cut of the lead picture that other sites show beside a link to the story."""
        return renditions(self.lead.photo, SHARE, "jpg")[0] if self.lead else None

    @property
    def share_address(self) -> str:
        """Where the share image is, with its host, whichever storage holds it."""
        return urljoin(settings.SITE_URL, self.share_image.url) if self.lead else ""


def readable(at: datetime):
    """The live editions with what an article page needs of the database before it knows the story."""
    topics = Topic.objects.filter(editions=OuterRef("pk")).order_by().values("id", "name", "slug")
    authors = Author.objects.filter(editions=OuterRef("pk")).order_by().values("id")
    live = Edition.objects.live(at).select_related("section", "lead_photo__replacement", "revision")
    corrections = Correction.objects.standing(at).filter(article=OuterRef("article")).order_by()
    updates = Edition.objects.filter(article=OuterRef("article"), live_from__lte=at).exclude(update_note="").order_by()
    suggestions = Suggestion.objects.filter(article=OuterRef("article")).order_by()
    follow_ups = FollowUp.objects.shown(at).filter(article=OuterRef("article")).order_by()
    return threads.with_timeline(live, at).annotate(
        page_topics=JSONRows(topics),
        page_authors=JSONRows(authors),
        page_corrections=JSONRows(corrections.values("at", "wrong", "right", "place")),
        page_updates=JSONRows(updates.values("live_from", "update_note")),
        page_follow_ups=JSONRows(follow_ups.values("newer")),
        page_suggestions=JSONRows(suggestions.values("target", "weight", "why")),
    )


def compose(edition: Edition, page: Page) -> Story:
    """The story of `edition` on `page`, in two queries: the stories it points at, and its pictures."""
    content = edition.revision.content
    blocks = story_body.parse(content["body"])
    suggested = edition.page_suggestions if page.furniture.related_stories else []
    offered = {row["target"] for row in suggested} | {row["newer"] for row in edition.page_follow_ups}
    referred = related.referred_articles(content, blocks) | offered
    found = related.targets(referred, page.at)
    photos = page.photos({use.photo for use in story_body.photo_uses(blocks)})
    shown = _blocks(blocks, photos, found, edition, page.at)
    edition.lead_figure, edition.looked_at = lead_of(edition, page.at), [edition.lead_photo]
    if edition.lead_photo_id and not edition.lead_figure:
        edition.lead_figure = _take_next(shown)
    shown = _each_picture_once(shown, edition.lead_figure)
    newer, timeline = related.newer(edition, blocks, edition.page_follow_ups, found), threads.timeline(edition)
    told = timeline.articles if timeline else set()
    above = told | ({newer.edition.article_id} if newer else set())
    size = page.furniture.related_stories
    places = related.places(content, blocks, found, edition.article_id, suggested, size, above)
    cards = [place.card for place in places if place.card]
    linked = [*([newer] if newer else []), *cards, *(block.content for block in shown if block.kind == "related_story")]
    page.shows([edition, *(card.edition for card in linked if card.edition)])
    page.changes += found.changes
    page.keys |= {keys.article_key(pk) for pk in found.wanted | told}
    page.keys |= {keys.thread_key(edition.thread_id)} if edition.thread_id else set()
    page.keys |= {keys.topic_key(topic["id"]) for topic in edition.page_topics}
    page.keys |= {keys.author_key(author["id"]) for author in edition.page_authors}
    return Story(
        edition=edition,
        lead=edition.lead_figure,
        blocks=_with_advertisements(shown, page),
        timeline=timeline,
        related=_pictured(cards, shown, edition),
        topics=sorted(edition.page_topics, key=lambda topic: topic["name"]),
        corrections=_newest_first(Told(**row | {"at": moment_of(row["at"])}) for row in edition.page_corrections),
        updates=_newest_first(Update(moment_of(row["live_from"]), row["update_note"]) for row in edition.page_updates),
        newer=newer,
        advertiser=content["advertiser"] if edition.is_sponsored else "",
    )


def _pictured(cards: list[related.RelatedCard], shown: list[StoryBlock], edition: Edition) -> list[related.RelatedCard]:
    """The cards with the pictures that lead their stories; none stands twice on the page."""
    figures = [edition.lead_figure, *(block.content for block in shown if block.kind == "figure")]
    seen = {figure.photo.pk for figure in figures if figure}
    pictured = []
    for card in cards:
        figure = card.edition and card.edition.lead_figure
        is_new = figure and figure.photo.pk not in seen
        pictured.append(replace(card, figure=figure if is_new else None))
        seen |= {figure.photo.pk} if figure else set()
    return pictured


def _newest_first(told) -> list:
    return sorted(told, key=lambda one: one.at, reverse=True)


def _take_next(shown: list[StoryBlock]) -> Figure | None:
    """Take the first picture out of the text, to lead the story whose own lead may not run."""
    place = next((place for place, block in enumerate(shown) if block.kind == "figure"), None)
    return None if place is None else shown.pop(place).content


def _each_picture_once(shown: list[StoryBlock], lead: Figure | None) -> list[StoryBlock]:
    """The blocks without a picture that stood before, or leads; what stands in for another counts as what it is."""
    seen, kept = {lead.photo.pk} if lead else set(), []
    for block in shown:
        photo = block.content.photo.pk if block.kind == "figure" else None
        if photo not in seen:
            kept.append(block)
            seen |= {photo} - {None}
    return kept


def _blocks(
    blocks, photos: dict[int, Photo], found: related.Targets, edition: Edition, at: datetime
) -> list[StoryBlock]:
    shown = [_block(block, photos, found, edition, at) for block in blocks]
    return _each_story_once([block for block in shown if block.content])


def _each_story_once(shown: list[StoryBlock]) -> list[StoryBlock]:
    """The blocks without a link to a story that stood before."""
    paths = [block.content.url if block.kind == "related_story" else None for block in shown]
    return [block for place, block in enumerate(shown) if paths[place] is None or paths[place] not in paths[:place]]


def _block(block, photos: dict[int, Photo], found: related.Targets, edition: Edition, at: datetime) -> StoryBlock:
    match block:
        case story_body.PhotoUse(photo, caption, alt):
            return StoryBlock("figure", figure(photos.get(photo), caption, alt, at=at))
        case story_body.PullQuote():
            return StoryBlock("pull_quote", block)
        case story_body.RelatedStory(article, headline, teaser):
            is_itself = article == edition.article_id
            return StoryBlock("related_story", None if is_itself else found.card(article, headline, teaser))
        case story_body.Embed():
            return StoryBlock("embed", block)
        case story_body.Text():
            html = outside_links.with_rel(block.html, outside_links.rel(edition.is_sponsored))
            return StoryBlock("text", replace(block, html=html))


def _with_advertisements(blocks: list[StoryBlock], page: Page) -> list[StoryBlock]:
    """The blocks with the advertisements of the story slot between two of its paragraphs, never at an end."""
    advertisements = [StoryBlock("placement", ad) for ad in page.furniture.slots.get("story", [])]
    paragraphs = [place for place, block in enumerate(blocks) if block.kind == "text" and block.content.tag == "p"]
    if not advertisements or len(paragraphs) <= PARAGRAPHS_BEFORE_ADVERTISEMENT:
        return blocks
    place = paragraphs[PARAGRAPHS_BEFORE_ADVERTISEMENT]
    while blocks[place - 1].kind == "text" and blocks[place - 1].content.tag in {"h2", "h3"}:
        place -= 1  # a subhead stays with what it stands over
    return blocks[:place] + advertisements + blocks[place:]
