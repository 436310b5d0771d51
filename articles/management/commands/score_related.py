"""`manage.py score_related FILE.jsonl [--json]`: how good the first three suggestions are, by people's ratings.

A line is `{"id": …, "text": …, "ratings": {id of another: 0 to 1}}`, or has a list of the ids that go with it, each as
good as 1. Those without ratings only lend their words to the index, as the rest of an archive does, and are never
candidates. A rating that only one of two lines has holds for both.
"""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.likeness import Scale, alike
from articles.photos.json_lines import read_lines
from articles.search import split

SHOWN = 3
# The constants of BM25 as SQLite's FTS5 ranks by it: https://sqlite.org/fts5.html#the_bm25_function
K1, B = 1.2, 0.75

Order = Callable[[str], list[str]]


class Texts:
    """An index of texts held in memory, which ranks as SQLite's does."""

    def __init__(self, words: dict[str, list[str]]):
        self.words = words
        self.standing = defaultdict(dict)
        for key, those in words.items():
            for word, count in Counter(those).items():
                self.standing[word][key] = count
        self.usual = sum(map(len, words.values())) / len(words)

    def frequencies(self, words: Collection[str]) -> tuple[dict[str, int], int]:
        return {word: len(self.standing[word]) for word in words if word in self.standing}, len(self.words)

    def holding(self, words: list[str], count: int) -> dict[str, list[str]]:
        ranks = Counter()
        for word in words:
            standing = self.standing.get(word, {})
            rarity = max(math.log((len(self.words) - len(standing) + 0.5) / (len(standing) + 0.5)), 1e-6)
            for key, times in standing.items():
                length = 1 - B + B * len(self.words[key]) / self.usual
                ranks[key] += rarity * times * (K1 + 1) / (times + K1 * length)
        return {key: self.words[key] for key, _ in ranks.most_common(count)}


class Rated:
    """The lines of a file: their texts, and how alike people found those that they rated."""

    def __init__(self, lines: list[dict]):
        self.texts = {line["id"]: line["text"] for line in lines}
        self.ratings = {line["id"]: line["ratings"] for line in lines if line["ratings"]}

    def rating(self, one: str, other: str) -> float:
        return self.ratings[one].get(other, self.ratings[other].get(one, 0))

    def others(self, story: str) -> list[str]:
        """The candidates beside a story, in the order of the file."""
        return [key for key in self.ratings if key != story]

    def mean(self, order: Order) -> float:
        """The mean rating of the first three of each story; where there are fewer, the missing ones are rated 0."""
        rated = [self.rating(story, other) for story in self.ratings for other in order(story)[:SHOWN]]
        return sum(rated) / (len(self.ratings) * min(SHOWN, len(self.ratings) - 1))

    def ideal(self, story: str) -> list[str]:
        return sorted(self.others(story), key=lambda other: self.rating(story, other), reverse=True)

    def newest(self, story: str) -> list[str]:
        """As a list of the newest has them: a file's last line is its newest."""
        return self.others(story)[::-1]

    def suggested(self) -> Order:
        words = {key: split(text) for key, text in self.texts.items()}
        scale = Scale(Texts(words))
        return lambda story: [
            like.story for like in alike(words[story], scale, without={story}) if like.story in self.ratings
        ]

    def by_trigrams(self) -> Order:
        """By the share of three-letter pieces that two have in common, as PostgreSQL's pg_trgm counts it."""
        pieces = {key: _trigrams(self.texts[key]) for key in self.ratings}

        def likeness(one: str, other: str) -> float:
            return len(pieces[one] & pieces[other]) / (len(pieces[one] | pieces[other]) or 1)

        return lambda story: sorted(self.others(story), key=lambda other: likeness(story, other), reverse=True)


def _trigrams(text: str) -> set[str]:
    padded = (f"  {word} " for word in split(text))
    return {word[at : at + 3] for word in padded for at in range(len(word) - 2)}


def report(rated: Rated) -> dict:
    """The share of the ideal that each way reaches, and the mean ratings behind the suggestions'."""
    ideal = rated.mean(rated.ideal)
    ways = {"suggestions": rated.suggested(), "trigrams": rated.by_trigrams(), "newest": rated.newest}
    means = {name: rated.mean(order) for name, order in ways.items()}
    shares = {name: round(mean / ideal, 4) for name, mean in means.items()}
    return shares | {
        "mean_rating": round(means["suggestions"], 4),
        "ideal_mean_rating": round(ideal, 4),
        "rated": len(rated.ratings),
        "lines": len(rated.texts),
    }


def _fault(line: dict) -> str:
    """What keeps a line from being one of the schema; "" if nothing does."""
    if not isinstance(line.get("id"), str | int) or not isinstance(line.get("text"), str):
        return "the line needs an id and a text."
    ratings = _ratings(line)
    if not isinstance(ratings, dict):
        return "ratings must be an object: the id of another line, and a number from 0 to 1."
    amiss = [key for key, rating in ratings.items() if not _is_rating(rating)]
    return f"the rating of {', '.join(amiss)} must be a number from 0 to 1." if amiss else ""


def _ratings(line: dict):
    ratings = line.get("ratings") or {}
    return {str(key): 1 for key in ratings} if isinstance(ratings, list) else ratings


def _is_rating(rating) -> bool:
    return isinstance(rating, int | float) and not isinstance(rating, bool) and 0 <= rating <= 1


def read(path: Path) -> Rated:
    """The rated lines of a file, or a CommandError that names the lines that are amiss."""
    places: dict[str, int] = {}
    lines = []
    for number, line in read_lines(path, _fault):
        key = str(line["id"])
        if key in places:
            raise CommandError(f"{path}:{number}: line {places[key]} has the id {key} already.")
        places[key] = number
        lines.append(line | {"id": key, "ratings": _ratings(line)})
    for line in lines:
        if unknown := line["ratings"].keys() - places.keys():
            raise CommandError(f"{path}:{places[line['id']]}: there is no line {', '.join(sorted(unknown))}.")
    rated = Rated(lines)
    if not any(rated.rating(one, other) for one in rated.ratings for other in rated.others(one)):
        raise CommandError(f"{path}: no two lines are rated above 0, so there is nothing to score by.")
    return rated


class Command(BaseCommand):
    help = "Say how good the first three suggestions beside each rated text are, as a share of the best three."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="rated texts, one JSON object a line")
        parser.add_argument("--json", action="store_true", help="print one JSON object instead of a report")

    def handle(self, **options):
        found = report(read(options["file"]))
        if options["json"]:
            self.stdout.write(json.dumps(found))
            return
        self.stdout.write(f"{found['rated']} rated texts among {found['lines']}; the first {SHOWN} beside each:")
        for name in ("suggestions", "trigrams", "newest"):
            self.stdout.write(f"  {name:12} {found[name]:.3f} of the ideal")
        means = f"mean rating {found['mean_rating']:.3f}, ideal {found['ideal_mean_rating']:.3f}"
        self.stdout.write(f"suggestions: {means}")
