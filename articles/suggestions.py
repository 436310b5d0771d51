"""Which stories go with a story by what they say: worked out when it changes, never while a reader waits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import exp

from django.db import transaction
from django.utils import timezone

from articles import search
from articles.likeness import Like, Scale, alike
from articles.models import Article, Edition, Suggestion

KEPT = 8  # a box shows fewer, but some of them may be withdrawn by then
LEAST = 0.13  # likeness as both stand, with those gains: below it stories share no more than any two of a paper do
SAME_SECTION, SAME_TOPIC = 1.15, 1.3  # what a story gains by either; by each of two topics at most
OLD = timedelta(days=200)  # by then a story has lost most of what age takes
AGE_TAKES = 0.4  # of a story's weight at most: what is old may still be the best there is


@dataclass(frozen=True)
class Suggested:
    """A published story that goes with another, and why, in words."""

    article: int
    weight: float
    why: str


def suggest(article: Article, scale: Scale, at: datetime) -> list[Suggested]:
    """The stories that readers see at `at`, or will, and that go with this one as it was saved last, the best first."""
    text = getattr(article, "search_text", None)
    if text is None:
        return []
    near = {like.story: like for like in alike(search.words_of(text), scale, without={article.pk})}
    own_time = _published(article, at)
    topics = set(article.topics.values_list("pk", flat=True))
    editions = Edition.objects.not_over(at).filter(article__in=near).prefetch_related("topics")
    newest = {edition.article_id: edition for edition in editions.order_by("live_from")}
    found = [_weighed(near[key], edition, article, topics, own_time) for key, edition in newest.items()]
    return sorted(filter(None, found), key=lambda one: (-one.weight, one.article))[:KEPT]


def _published(article: Article, at: datetime) -> datetime:
    first = article.editions.order_by("first_published_at").values_list("first_published_at", flat=True).first()
    return first or at


def _weighed(like: Like, edition: Edition, article: Article, topics: set[int], at: datetime) -> Suggested | None:
    shared = [topic for topic in edition.topics.all() if topic.pk in topics]
    in_section = edition.section_id is not None and edition.section_id == article.section_id
    gain = SAME_TOPIC ** min(len(shared), 2) * (SAME_SECTION if in_section else 1)
    if like.as_it_stands * gain < LEAST:
        return None
    apart = edition.first_published_at - at
    weight = like.likeness * gain * (1 - AGE_TAKES * (1 - exp(-abs(apart) / OLD)))
    return Suggested(edition.article_id, weight, _why(shared, in_section, apart, like.words))


def _why(shared: list, in_section: bool, apart: timedelta, words: list[str]) -> str:
    """As editors read it: "Same topic Ports, 2 days newer, both say quay, ferry"."""
    reasons = [f"same topic {shared[0]}"] if shared else ["same section"] * in_section
    reasons += [_age(apart)] + ([f"both say {', '.join(words)}"] if words else [])
    why = ", ".join(reasons)
    return why[0].upper() + why[1:]


def _age(apart: timedelta) -> str:
    """How much newer or older, in the largest unit that says something."""
    days = abs(apart).days
    for size, unit in ((365, "year"), (30, "month"), (7, "week"), (1, "day")):
        if count := days // size:
            return f"{count} {unit}{'s' * (count > 1)} {'newer' if apart > timedelta() else 'older'}"
    return "of the same day"


@transaction.atomic
def keep(articles: Iterable[Article]) -> None:
    """Work out anew what goes with these stories."""
    scale, now = Scale(search.Words()), timezone.now()
    for article in articles:
        found = suggest(article, scale, now)
        article.suggestions.all().delete()
        Suggestion.objects.bulk_create(
            Suggestion(article=article, position=position, target_id=one.article, why=one.why[:200])
            for position, one in enumerate(found)
        )
