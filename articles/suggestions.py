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
from articles.models import Article, Edition, SearchText, Suggestion
from articles.models.edition import EditionQuerySet

KEPT = 8  # a box shows fewer, but some of them may be withdrawn by then
LEAST = 0.13  # likeness as both stand, with those gains: below it stories share no more than any two of a paper do
SAME_SECTION, SAME_TOPIC, SAME_THREAD = 1.15, 1.3, 1.5  # what a story gains by each; by two topics at most
MOST = SAME_SECTION * SAME_TOPIC**2 * SAME_THREAD
OLD = timedelta(days=200)  # by then a story has lost most of what age takes
BOTH_SAY = ", both say "
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
        subject = as_saved(article, now)
        found = suggest(subject, scale, Edition.objects.not_over(now)) if subject else []
        is_seen = Edition.objects.not_over(now).editorial().filter(article=article).exists()
        _keep(article.pk, found, offers_back=is_seen)


@dataclass(frozen=True)
class Subject:
    """A story for which others are sought: its words, and what else tells whether they go with it.

    `at` is when readers got it first, now where they have not; those in `without` are not sought.
    """

    words: list[str]
    section: int | None
    thread: int | None
    topics: set[int]
    at: datetime
    without: frozenset[int] = frozenset()


def as_saved(article: Article, now: datetime) -> Subject | None:
    """What the story said when it was saved last; None where the index has nothing of it."""
    text = getattr(article, "search_text", None)
    if text is None:
        return None
    topics = set(article.topics.values_list("pk", flat=True))
    words, first = search.words_of(text), published(article, now)
    return Subject(words, article.section_id, article.thread_id, topics, first, frozenset({article.pk}))


def as_typed(content: dict, article: Article | None, now: datetime, without: Collection[int] = ()) -> Subject:
    """What a content says that nobody has saved, of a story or of none yet."""
    text = {name: content[name] for name in ("headline", "standfirst", "body", "slug")}
    words = search.words_of(SearchText(**search.texts(Article(**text))))
    own = {article.pk} if article else set()
    at = published(article, now) if article else now
    return Subject(
        words, content["section"], content["thread"], set(content["topics"]), at, frozenset(own.union(without))
    )


def suggest(subject: Subject, scale: Scale, among: EditionQuerySet) -> list[Suggested]:
    """The stories that go with this one, the best first: those of the editions `among` which they are sought.

    None that somebody paid for: what fills a box by itself is the paper's own judgement.
    """
    likes = alike(subject.words, scale, subject.without)
    near = {like.story: like for like in likes if like.as_it_stands * MOST >= LEAST}
    editions = among.editorial().filter(article__in=near).select_related("thread").prefetch_related("topics")
    newest = {edition.article_id: edition for edition in editions.order_by("live_from")}
    found = [_weighed(near[key], edition, subject) for key, edition in newest.items()]
    return sorted(filter(None, found), key=lambda one: (-one.weight, one.story))[:KEPT]


def published(article: Article, at: datetime) -> datetime:
    """When readers got the story first; `at` where they have not."""
    first = article.editions.order_by("first_published_at").values_list("first_published_at", flat=True).first()
    return first or at


def _weighed(like: Like, edition: Edition, subject: Subject) -> Suggested | None:
    shared = [topic for topic in edition.topics.all() if topic.pk in subject.topics]
    in_section = edition.section_id is not None and edition.section_id == subject.section
    in_thread = edition.thread_id is not None and edition.thread_id == subject.thread
    gain = SAME_TOPIC ** min(len(shared), 2) * SAME_SECTION**in_section * SAME_THREAD**in_thread
    if like.as_it_stands * gain < LEAST:
        return None
    apart = edition.first_published_at - subject.at
    weight = like.likeness * gain * (1 - AGE_TAKES * (1 - exp(-abs(apart) / OLD)))
    reasons = [f"same running story {edition.thread}"] if in_thread else []
    reasons = reasons or [f"same topic {topic}" for topic in shared[:1]] or ["same section"] * in_section
    why, why_back = (_why(reasons, age, like.words) for age in (apart, -apart))
    return Suggested(edition.article_id, weight, why, why_back)


def without_words(why: str) -> str:
    """The reason without the words that both stories say."""
    return why.partition(BOTH_SAY)[0]


def _why(reasons: list[str], apart: timedelta, words: list[str]) -> str:
    """As editors read it: "Same topic Ports, 2 days newer, both say quay, ferry"."""
    why = ", ".join([*reasons, _age(apart)]) + (BOTH_SAY + ", ".join(words) if words else "")
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
