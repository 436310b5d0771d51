"""How alike stories are by their words, so that one can be offered beside another. Pure.

Words weigh by tf-idf, `(1 + log tf) · log((N + 1) / (df + ½))` (Salton and Buckley, 1988), and two stories are as alike
as the cosine of their weights. Short news repeats few words of other news, so a story is first widened by those nearest
to it, each weighed by its likeness (Rocchio's relevance feedback, taken blindly).
"""

import math
from collections import Counter
from collections.abc import Collection, Mapping, Set
from dataclasses import dataclass
from typing import Protocol

READ = 500  # words of a story; what comes after them says little new of what it is about
ASKED = 40  # words by which a story's like are looked for
FOUND = 100  # stories that are looked at closely
NEAREST, SHARE = 15, 4.0  # so many of the nearest widen a story, each by this times its likeness
NAMED, TELLING = 3, 4  # words that say why two stories are alike, and how many letters they have at least

Weights = Mapping[str, float]


class Index(Protocol):
    """Where stories are looked up by their words."""

    def frequencies(self, words: Collection[str]) -> tuple[Mapping[str, int], int]:
        """In how many stories each of the words stands, and how many stories there are."""

    def holding(self, words: list[str], count: int) -> Mapping[int | str, list[str]]:
        """The words of `count` stories that have the most and the rarest of these, by their ids."""


@dataclass(frozen=True)
class Like:
    """A story that is like another, from 0 to 1: as both stand, and with those nearest to the other, by which stories
    are put in order; and the weights of both."""

    story: int | str
    as_it_stands: float
    likeness: float
    own: Weights
    other: Weights

    @property
    def words(self) -> list[str]:
        """Those that bring the two nearest together."""
        both = {word for word in self.own.keys() & self.other.keys() if word.isalpha() and len(word) >= TELLING}
        return sorted(both, key=lambda word: (-self.own[word] * self.other[word], word))[:NAMED]


def alike(words: list[str], scale: "Scale", without: Set[int | str] = frozenset()) -> list[Like]:
    """The stories that are most like one with these words, the nearest first, none of those in `without`."""
    own = scale.weights(words)
    found = scale.others(own, without)
    near = sorted(found.values(), key=lambda other: _cosine(own, other), reverse=True)
    wide = _widened(own, near[:NEAREST])
    found |= scale.others(wide, without | found.keys())
    likes = [Like(story, _cosine(own, other), _cosine(wide, other), own, other) for story, other in found.items()]
    return sorted(likes, key=lambda like: like.likeness, reverse=True)


class Scale:
    """The weights of words in one index, which is asked once for each: where many stories are weighed, keep it."""

    def __init__(self, index: Index):
        self.index = index
        self.rarity: dict[str, float] = {}

    def weights(self, words: list[str]) -> Weights:
        counts = Counter(words[:READ])
        self._look_up(counts.keys())
        return self._weigh(counts)

    def others(self, story: Weights, without: Set[int | str]) -> dict[int | str, Weights]:
        """The weights of those stories that are worth a closer look."""
        asked = sorted(story, key=lambda word: (-story[word], word))[:ASKED]
        found = self.index.holding(asked, FOUND) if asked else {}
        counted = {key: Counter(words[:READ]) for key, words in found.items() if key not in without}
        self._look_up(set().union(*counted.values()))
        return {key: self._weigh(counts) for key, counts in counted.items()}

    def _look_up(self, words: Collection[str]) -> None:
        new = set(words) - self.rarity.keys()
        known, total = self.index.frequencies(new)
        self.rarity |= {word: max(math.log((total + 1) / (known.get(word, 0) + 0.5)), 0.0) for word in new}

    def _weigh(self, counts: Counter) -> Weights:
        rarity = self.rarity
        return _one_long(
            {
                word: rarity[word] if times == 1 else (1 + math.log(times)) * rarity[word]
                for word, times in counts.items()
            }
        )


def _one_long(weights: Weights) -> Weights:
    length = math.hypot(*weights.values())
    return {word: weight / length for word, weight in weights.items() if weight} if length else {}


def _cosine(one: Weights, other: Weights) -> float:
    """Of two that are one long."""
    less, more = sorted((one, other), key=len)
    return sum(weight * more[word] for word, weight in less.items() if word in more)


def _widened(own: Weights, near: list[Weights]) -> Weights:
    """The story's words with those of the nearest to it."""
    wide = Counter(own)
    for other in near:
        share = SHARE * _cosine(own, other)
        for word, weight in other.items():
            wide[word] += share * weight
    return _one_long(wide)
