"""Finding stories by their words: one small door to SQLite's FTS5 and PostgreSQL's text search.

Text is folded and taken apart here, so both databases hold and are asked for the same words, whatever the language: no
stems, no stop words, no case, no accents. Chinese and Japanese letters are words of their own, found as phrases.
What is indexed is the working copy, which readers never search.
"""

import json
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from django.db import DatabaseError, connection, transaction
from django.db.models import F, QuerySet
from django.db.models.expressions import RawSQL

from articles import body as story_body
from articles.models import Article, SearchText
from articles.photos.search_text import fold

LONGEST = 100_000  # characters of a story that are indexed; PostgreSQL takes no more than a megabyte of words
MAX_TERMS = 12
SAMPLE = 2000  # stories by which is told how rare words are: the newest
SAMPLE_HOLDS = 600  # seconds
COMMON = 0.01  # of the stories have a word that is common
ASKED_EXACTLY = 500  # words: as many as one story has
FEW = (
    1000  # stories that are looked up one by one; of more, the database walks its list of all and looks which are found
)
WITHOUT_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
NO_LETTER = re.compile(r"[\W_]")


def split(text: str) -> list[str]:
    """The words of the text, folded."""
    return WITHOUT_SPACES.sub(r" \g<0> ", NO_LETTER.sub(_mark_or_space, fold(text))).split()


def _mark_or_space(found: re.Match[str]) -> str:
    """Signs of vowels belong to their word, though Python takes them for no letters."""
    return found[0] if unicodedata.category(found[0]).startswith("M") else " "


def texts(article: Article) -> dict[str, str]:
    """What the index holds of a story, for the columns of SearchText."""
    blocks = story_body.parse(article.body)
    words = split(f"{article.standfirst} {story_body.plain_text(blocks)} {article.slug}")
    return {"headline": " ".join(split(article.headline)), "words": " ".join(words)[:LONGEST]}


def index(*articles: Article) -> None:
    """Note the words of stories as they stand, in the transaction that changed them."""
    SearchText.objects.bulk_create(
        [SearchText(article=article, **texts(article)) for article in articles],
        update_conflicts=True,
        unique_fields=["article"],
        update_fields=["headline", "words"],
    )


@dataclass(frozen=True)
class Term:
    """One thing to be found: a word, or a phrase of several; the last word may be the beginning of a longer one."""

    words: list[str]
    is_prefix: bool = False


def asked_for(text: str) -> list[Term]:
    """What somebody typed, at most MAX_TERMS: words, and phrases between quotation marks. No other sign counts."""
    parts = re.split(r'["“”„«»]', text[:400])
    terms = []
    for place, part in enumerate(parts):
        pieces = [part] if place % 2 else part.split()
        terms += [Term(words) for piece in pieces if (words := split(piece))]
    is_open = len(parts) % 2 == 1 and parts[-1].strip()  # the last thing typed is no phrase
    if is_open and terms and len(terms[-1].words[-1]) > 1:
        terms[-1] = Term(terms[-1].words, is_prefix=True)
    return terms[:MAX_TERMS]


def matching(stories: QuerySet, text: str, only_headline: bool = False) -> QuerySet:
    """Those that have everything that `text` asks for, in their headline alone or anywhere; all where it is blank."""
    if not text.strip():
        return stories
    terms = asked_for(text)
    if not terms:
        return stories.none()
    sql, asked = _found(terms, only_headline)
    few = [key for (key,) in _rows(f"{sql} LIMIT {FEW + 1}", asked)]
    if len(few) <= FEW:
        return stories.filter(pk__in=few)
    return stories.alias(number=F("pk") + 0).filter(number__in=RawSQL(sql, [asked]))


def _found(terms: list[Term], only_headline: bool) -> tuple[str, str]:
    """The question for the numbers of stories with all terms, and what it asks for."""
    if connection.vendor == "postgresql":
        table = "SELECT article_id FROM articles_searchtext WHERE vector @@ to_tsquery('simple', %s)"
        return table, _for_postgresql(terms, only_headline)
    return "SELECT rowid FROM articles_search WHERE articles_search MATCH %s", _for_sqlite(terms, only_headline)


def _for_sqlite(terms: list[Term], only_headline: bool) -> str:
    """In FTS5's own language; words hold nothing that means something in it."""
    asked = " AND ".join(f'"{" ".join(term.words)}"{"*" * term.is_prefix}' for term in terms)
    return f"{{headline}} : ({asked})" if only_headline else asked


def _for_postgresql(terms: list[Term], only_headline: bool) -> str:
    weight = "A" * only_headline
    return " & ".join(f"({' <-> '.join(_lexemes(term, weight))})" for term in terms)


def _lexemes(term: Term, weight: str) -> list[str]:
    marks = [weight] * (len(term.words) - 1) + ["*" * term.is_prefix + weight]
    return [f"'{word}'{f':{mark}' if mark else ''}" for word, mark in zip(term.words, marks, strict=True)]


class Words:
    """The index as `articles.likeness` asks it."""

    def frequencies(self, words: Collection[str]) -> tuple[dict[str, float], int]:
        """In how many stories each word stands, and of how many: about, as a sample has it.

        A word that stands in none of the sample counts as standing in half of one. Of a few words SQLite says exactly
        how rare they are; that takes time for each, and for each story that has it, so common ones are not asked for.
        """
        seen, stories = sampled()
        each = max(self._total, 1) / max(stories, 1)
        known = {word: (seen.get(word, 0) + 0.5) * each - 0.5 for word in words}
        if connection.vendor == "sqlite" and len(words) <= ASKED_EXACTLY:
            rare = [word for word in words if seen.get(word, 0) < COMMON * stories]
            asked = "SELECT term, doc FROM json_each(%s) CROSS JOIN articles_search_words ON term = value"
            known |= dict.fromkeys(rare, 0) | dict(_rows(asked, json.dumps(rare)))
        return known, self._total

    def holding(self, words: list[str], count: int) -> dict[int, list[str]]:
        """The words of the stories that the database ranks first by these."""
        terms = [Term([word]) for word in words]
        if connection.vendor == "postgresql":
            asked = " | ".join(_lexemes(term, "")[0] for term in terms)
            query = """SELECT article_id FROM articles_searchtext, to_tsquery('simple', %s) AS asked
                WHERE vector @@ asked ORDER BY ts_rank(vector, asked) DESC LIMIT """
        else:
            asked = " OR ".join(f'"{word}"' for word in words)
            query = "SELECT rowid FROM articles_search WHERE articles_search MATCH %s ORDER BY rank LIMIT "
        found = SearchText.objects.in_bulk([key for (key,) in _rows(f"{query}{int(count)}", asked)])
        return {key: words_of(text) for key, text in found.items()}

    @cached_property
    def _total(self) -> int:
        return SearchText.objects.count()


_sample = None


def sampled() -> tuple[Counter, int]:
    """In how many of the newest stories each word stands, and of how many; counted once in a while by each process."""
    global _sample
    if _sample is None or _sample[0] < time.monotonic():
        stories = [set(words_of(text)) for text in SearchText.objects.order_by("-pk")[:SAMPLE]]
        counts = Counter(word for words in stories for word in words)
        _sample = time.monotonic() + SAMPLE_HOLDS, counts, len(stories)
    return _sample[1:]


def forget_sample() -> None:
    """Have words counted anew when they are asked for next."""
    global _sample
    _sample = None


def words_of(text: SearchText) -> list[str]:
    """All words of a story, those of its headline first."""
    return f"{text.headline} {text.words}".split()


def disagreeing(articles: list[Article]) -> list[Article]:
    """Those of the stories of which the index holds other words than they have."""
    held = SearchText.objects.in_bulk([article.pk for article in articles])
    return [article for article in articles if not _agrees(article, held.get(article.pk))]


def _agrees(article: Article, held: SearchText | None) -> bool:
    return held is not None and texts(article) == {"headline": held.headline, "words": held.words}


def is_sound() -> bool:
    """Whether the database's own index says what the table of words says; PostgreSQL's cannot do otherwise."""
    if connection.vendor != "sqlite":
        return True
    try:
        with transaction.atomic():
            _rows("INSERT INTO articles_search (articles_search, rank) VALUES ('integrity-check', 1)")
    except DatabaseError:
        return False
    return True


def rebuild() -> None:
    """Make SQLite's own index anew from the table of words."""
    if connection.vendor == "sqlite":
        _rows("INSERT INTO articles_search (articles_search) VALUES ('rebuild')")


def _rows(sql: str, *values: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)
        return cursor.fetchall() if cursor.description else []
