"""`python -m tests.bench.stories [number]`: fill the database of DATA_DIR with stories, and time their list.

For a DATA_DIR of its own: it adds 100,000 stories with their revisions and editions, by the tables and not by the
workflow, which would take an hour. What is timed is the whole answer of the admin, the median of five.
"""

import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from datetime import timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
SYLLABLES = ["ba", "dor", "el", "fen", "gra", "hil", "jo", "kar", "lim", "mo", "nes", "pol", "rus", "ska", "tor", "ven"]
BATCH = 1000

Tell = Callable[[random.Random], list[str]]  # the words of one more story


def main(number: int) -> None:
    """Fill the database up to `number` stories, and print what each page of their list takes."""
    from articles.models import Article

    if Article.objects.count() < number:
        fill(number)
    for name, narrowed in PAGES.items():
        print(f"{name:<34} {_median(narrowed):7.1f} ms")


def few_words() -> Tell:
    """Words of a small vocabulary, so that each stands in many stories: what is hardest to search."""
    words, weights = _vocabulary(), [1 / (place + 1) for place in range(20_000)]
    return lambda chance: chance.choices(words, weights, k=320)


def _vocabulary() -> list[str]:
    chance = random.Random(5)
    return ["".join(chance.choices(SYLLABLES, k=3)) for _ in range(20_000)]


def fill(number: int, tell: Tell | None = None) -> None:
    """Sections, 400 authors of whom a few write most, and stories: of a hundred 93 live, 3 withdrawn, 3 drafts."""
    from rich.progress import track

    from articles.models import Article, Author, Section
    from newsroom.accounts.models import User
    from newsroom.management.commands.prepare import _analyse

    chance, tell = random.Random(5), tell or few_words()
    sections = list(Section.objects.all())
    names = [Author(name=f"Author {n}", slug=f"author-{n}") for n in range(400)]
    authors = Author.objects.bulk_create(names, ignore_conflicts=True) and list(Author.objects.order_by("pk"))
    editor = User.objects.first()
    for start in track(range(Article.objects.count(), number, BATCH), "Stories"):
        _batch(chance, start, tell, sections, authors, editor)
    _analyse()  # as every start of the site does


def _batch(chance, start, tell, sections, authors, editor) -> None:
    from django.db import transaction
    from django.utils import timezone

    from articles import search
    from articles.models import Article, Byline, Edition, Revision, Withdrawal

    now = timezone.now()
    stories = []
    for number in range(start, start + BATCH):
        text = tell(chance)
        stories.append(
            Article(
                headline=" ".join(text[:8]).capitalize(),
                standfirst=" ".join(text[8:30]),
                body="".join(f"<p>{' '.join(text[place : place + 40])}.</p>" for place in range(30, 320, 40)),
                section=chance.choice(sections),
                kind=chance.choices(["news", "analysis", "opinion", "feature"], [80, 5, 10, 5])[0],
                slug=f"story-{number}",
            )
        )
    with transaction.atomic():
        stories = Article.objects.bulk_create(stories)
        for story in stories:
            story.updated_at = now - timedelta(minutes=5 * (100_000 - story.pk % 100_000) + chance.randrange(600))
        Article.objects.bulk_update(stories, ["updated_at"], batch_size=200)
        search.index(*stories)
        Byline.objects.bulk_create(
            Byline(article=story, author=chance.choice(authors[:5] if chance.random() < 0.5 else authors))
            for story in stories
        )
        revisions = Revision.objects.bulk_create(
            Revision(article=story, number=1, content={"body": story.body}, created_by=editor) for story in stories
        )
        editions, withdrawals = [], []
        for story, revision in zip(stories, revisions, strict=True):
            fate = chance.random()
            if fate >= 0.97:
                continue
            at = now + timedelta(hours=chance.randrange(1, 500)) if fate < 0.01 else story.updated_at
            end = {"live_until": at + timedelta(days=1)} if 0.01 <= fate < 0.04 else {}
            if end:
                withdrawals.append(Withdrawal(article=story, at=end["live_until"], by=editor, reason="Wrong"))
            editions.append(
                Edition(
                    article=story, revision=revision, live_from=at, first_published_at=at, path=f"/{story.slug}/",
                    slug=story.slug, headline=story.headline, kind=story.kind, language="en", section=story.section,
                    **end,
                )
            )  # fmt: skip
        Edition.objects.bulk_create(editions)
        Withdrawal.objects.bulk_create(withdrawals)


PAGES = {
    "first page": {},
    "page 100": {"p": 100},
    "by section": {"section__id__exact": "section"},
    "by kind": {"kind__exact": "opinion"},
    "by author of 10,000": {"author": "busy"},
    "by author of 125": {"author": "idle"},
    "readers see: live": {"readers": "live"},
    "readers see: scheduled": {"readers": "scheduled"},
    "readers see: withdrawn": {"readers": "withdrawn"},
    "readers see: nothing yet": {"readers": "none"},
    "changed from": {"changed_from": "2026-01-01"},
    "published from, until": {"published_from": "2026-03-01", "published_until": "2026-06-01"},
    "search: the commonest word": {"q": "0"},
    "search: a word of 10,000": {"q": "100"},
    "search: a rare word": {"q": "15000"},
    "search: two common words": {"q": "0 3"},
    "search: a short beginning": {"q": "ba"},
    "search: a phrase": {"q": '"0 1"'},
    "search a common word, by section": {"q": "0", "section__id__exact": "section"},
    "search a common word, live": {"q": "0", "readers": "live"},
    "search a common word, by author": {"q": "0", "author": "busy"},
}


def _median(narrowed: dict) -> float:
    from django.test import Client

    from articles.models import Section
    from newsroom.accounts.models import User

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(User.objects.filter(is_superuser=True).first())
    names = {"section": Section.objects.first().pk, "busy": _author(3), "idle": _author(300)}
    query = {name: names.get(value, value) for name, value in narrowed.items()}
    if "q" in query:
        query["q"] = _words(query["q"])
    taken = []
    for _ in range(6):
        start = time.perf_counter()
        answer = client.get("/admin/articles/article/", query)
        taken.append(time.perf_counter() - start)
        assert answer.status_code == 200, f"{query}: {answer.status_code} {answer.headers}"
    return statistics.median(taken[1:]) * 1000


def _author(place: int) -> int:
    from articles.models import Author

    return Author.objects.order_by("pk")[place].pk


def _words(text: str) -> str:
    """Numbers stand for words of the vocabulary, the commonest first."""
    words = _vocabulary()
    quoted = text.strip('"').split()
    found = " ".join(words[int(word)] if word.isdigit() else word for word in quoted)
    return f'"{found}"' if text.startswith('"') else found


if __name__ == "__main__":
    django.setup()
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
