"""Which stories go with a story by what they say: worked out when it changes, never while a reader waits."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import exp

from asgiref.local import Local
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

_waiting = Local()


@dataclass(frozen=True)
class Suggested:
    """A story that goes with another, how well, and why in words: the other way round too."""

    story: int
    weight: float
    why: str
    why_back: str


def later(article: Article) -> None:
    """Work out what goes with the story once what is being done to it is stored; however often it is asked for."""
    if not hasattr(_waiting, "stories"):
        _waiting.stories = set()
    _waiting.stories.add(article.pk)
    transaction.on_commit(_work_out_waiting, robust=True)


def _work_out_waiting() -> None:
    stories, _waiting.stories = _waiting.stories, set()
    if stories:
        work_out(stories)


def work_out(stories: Collection[int]) -> None:
    """Work out anew what goes with these stories, and offer those that readers see beside what goes with them."""
    scale, now = Scale(search.Words()), timezone.now()
    for article in Article.objects.filter(pk__in=stories).select_related("search_text").defer("body"):
        found = suggest(article, scale, now)
        is_seen = Edition.objects.not_over(now).editorial().filter(article=article).exists()
        _keep(article.pk, found, offers_back=is_seen)


def suggest(article: Article, scale: Scale, at: datetime) -> list[Suggested]:
    """The stories that readers see at `at`, or will, and that go with this one as it was saved last, the best first;
    none that somebody paid for."""
    text = getattr(article, "search_text", None)
    if text is None:
        return []
    near = {like.story: like for like in alike(search.words_of(text), scale, without={article.pk})}
    own_time = _published(article, at)
    topics = set(article.topics.values_list("pk", flat=True))
    editions = Edition.objects.not_over(at).editorial().filter(article__in=near).prefetch_related("topics")
    newest = {edition.article_id: edition for edition in editions.order_by("live_from")}
    found = [_weighed(near[key], edition, article, topics, own_time) for key, edition in newest.items()]
    return sorted(filter(None, found), key=lambda one: (-one.weight, one.story))[:KEPT]


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
    reasons = [f"same topic {shared[0]}"] if shared else ["same section"] * in_section
    why, why_back = (_why(reasons, age, like.words) for age in (apart, -apart))
    return Suggested(edition.article_id, weight, why, why_back)


def _why(reasons: list[str], apart: timedelta, words: list[str]) -> str:
    """As editors read it: "Same topic Ports, 2 days newer, both say quay, ferry"."""
    why = ", ".join([*reasons, _age(apart), *([f"both say {', '.join(words)}"] if words else [])])
    return (why[0].upper() + why[1:])[:200]


def _age(apart: timedelta) -> str:
    """How much newer or older, in the largest unit that says something."""
    days = abs(apart).days
    for size, unit in ((365, "year"), (30, "month"), (7, "week"), (1, "day")):
        if count := days // size:
            return f"{count} {unit}{'s' * (count > 1)} {'newer' if apart > timedelta() else 'older'}"
    return "of the same day"


@transaction.atomic
def _keep(story: int, found: list[Suggested], offers_back: bool) -> None:
    Suggestion.objects.filter(article=story).exclude(target__in=[one.story for one in found]).delete()
    rows = [Suggestion(article_id=story, target_id=one.story, weight=one.weight, why=one.why) for one in found]
    if offers_back:
        rows += _back(story, found)
    Suggestion.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["article", "target"], update_fields=["weight", "why"]
    )


def _back(story: int, found: list[Suggested]) -> Iterator[Suggestion]:
    for one in found:
        yield Suggestion(article_id=one.story, target_id=story, weight=one.weight, why=one.why_back)
