"""The publish check: what stands in the way of a story, and what a colleague would point out, in sentences."""

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urldefrag

from django.utils import timezone

from articles import body as story_body
from articles.inside_links import dead_links
from articles.link_checks import known_dead
from articles.models import Article, Revision
from articles.photos.moments import in_words
from articles.picture_guards import photo_advice, photo_problems
from articles.problem import Problem
from articles.sponsors.models import Placement

LONG_HEADLINE = 90  # characters: what cards and search results show of one, at most


def barriers(article: Article, at: datetime) -> list[Problem]:
    """Why nothing of the story may be shown from `at` on, whatever its text: a kill, an embargo."""
    found = []
    if kill := article.withdrawals.in_force().first():
        text = f"The story was killed on {in_words(kill.at)}: “{kill.reason}” Lift the kill before you publish it."
        found.append(Problem("kill", text))
    if article.embargo_until and article.embargo_until > at:
        text = f"The story is under embargo until {in_words(article.embargo_until)}. Nobody can publish it before."
        found.append(Problem("embargo_until", text))
    return found + _unlabelled(article, at)


def _unlabelled(article: Article, at: datetime) -> list[Problem]:
    """The advertisements beside the story that do not say what they are; no form makes one."""
    beside = Placement.objects.not_over(at).beside(article.section_id)
    without = beside.exclude(label__in=Placement.Label.values)
    text = "The advertisement “{}” has no label. Give it one, or end it."
    return [Problem("placement", text.format(one), placement=one.pk) for one in without]


def problems(revision: Revision, at: datetime) -> list[Problem]:
    """Why readers may not be shown this revision from `at` on; empty if they may."""
    content = revision.content
    blocks = story_body.parse(content["body"])
    found = []
    if not content["headline"].strip():
        found.append(Problem("headline", "The story has no headline."))
    if not story_body.plain_text(blocks).strip():
        found.append(Problem("body", "The story has no text."))
    if not content["slug"]:
        found.append(Problem("slug", "The story has no slug, so it has no address."))
    if content["kind"] == Article.Kind.SPONSORED and not content["advertiser"].strip():
        found.append(Problem("advertiser", "Nobody is named who paid for this advertisement feature."))
    return found + photo_problems(revision, at) + _unknown_stories(blocks)


def _unknown_stories(blocks: list[story_body.Block]) -> list[Problem]:
    wanted = {story.article for story in story_body.related_stories(blocks)}
    missing = wanted - set(Article.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    return [Problem("body", f"The text refers to story {pk}, which is not here.") for pk in sorted(missing)]


def advice(revision: Revision, at: datetime | None = None) -> list[Problem]:
    """What is odd about this revision, shown from `at` (default: now) on, although nothing stands in its way."""
    at = at or timezone.now()
    return [*_text_advice(revision.content, at), *photo_advice(revision, at)]


def _text_advice(content: dict, at: datetime) -> Iterator[Problem]:
    blocks = story_body.parse(content["body"])
    if not content["standfirst"].strip():
        yield Problem("standfirst", "The story has no standfirst, so cards and search results show the headline alone.")
    if (length := len(content["headline"])) > LONG_HEADLINE:
        text = f"The headline has {length} characters; search results and phones cut it after about {LONG_HEADLINE}."
        yield Problem("headline", text)
    if not content["section"]:
        yield Problem("section", "The story stands in no section, so it is on the front and in “Latest” only.")
    if content["advertiser"] and content["kind"] != Article.Kind.SPONSORED:
        text = "The story names who paid for it, and is no advertisement feature, so readers are not told."
        yield Problem("kind", text)
    if not (content["related"] or story_body.related_stories(blocks)):
        yield Problem("related_links", "The story has no related story.")
    for href in dead_links(content["body"], at):
        yield Problem("body", f"The link to {href} leads to no page that readers see. Mend it, or take it out.")
    for url, said in known_dead(content).items():
        field = "related_links" if url in {urldefrag(link["url"])[0] for link in content["related"]} else "body"
        yield Problem(field, f"The link to {url} led to no page on two days: {said}. Mend it, or take it out.")
    if any(not embed.title for embed in story_body.embeds(blocks)):
        yield Problem("body", "An embed has no description, so readers cannot tell what they would load.")
