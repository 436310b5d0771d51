"""How alike stories are by their words."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from articles.likeness import FOUND, Scale, alike

FERRY = ["ferry", "island", "contract", "sails", "harbour", "council"]
FLOOD = ["river", "flood", "homes", "rain", "level", "council"]
MATCH = ["league", "goal", "match", "crowd", "winner", "council"]


class Words:
    """An index of a few stories, which counts how often it is asked how rare words are."""

    def __init__(self, **stories):
        self.stories = stories
        self.asked = Counter()

    def frequencies(self, words):
        self.asked.update(words)
        counts = Counter(word for those in self.stories.values() for word in set(those))
        return {word: counts[word] for word in words if word in counts}, len(self.stories)

    def holding(self, words, count):
        common = {key: len(set(words) & set(those)) for key, those in self.stories.items()}
        best = sorted(filter(common.get, common), key=common.get, reverse=True)
        return {key: self.stories[key] for key in best[:count]}


def likes(words, without=frozenset(), **stories):
    return alike(words, Scale(Words(**stories)), without)


def test_who_shares_rare_words_comes_first():
    found = likes(["ferry", "island", "council"], ferry=FERRY, flood=FLOOD, match=MATCH)
    assert next(like.story for like in found) == "ferry"


def test_word_that_everybody_has_makes_nobody_alike():
    found = {
        like.story: like.as_it_stands for like in likes(["council", "ferry"], ferry=FERRY, flood=FLOOD, match=MATCH)
    }
    assert found["ferry"] > 2 * found.get("flood", 0)


def test_story_is_not_like_itself():
    assert [like.story for like in likes(FERRY, {"ferry"}, ferry=FERRY, flood=FLOOD)] != ["ferry"]


def test_telling_words_are_the_shared_ones_that_weigh_most():
    [first, *_] = likes(["ferry", "sails", "council", "x1"], ferry=FERRY, flood=FLOOD, match=MATCH)
    assert set(first.words[:2]) == {"ferry", "sails"}


def test_story_without_a_shared_word_is_found_by_those_between():
    """Its own words name the ship, the other's name the island; one that has both joins them."""
    joined = ["ferry", "skerry", "isle", "bread", "gale"]
    found = likes(["ferry", "ship"], between=joined, far=["skerry", "isle", "bread", "shop"], match=MATCH, flood=FLOOD)
    assert [like.story for like in found][:2] == ["between", "far"]


def test_words_are_asked_for_once():
    index = Words(ferry=FERRY, flood=FLOOD)
    scale = Scale(index)
    for words in (FERRY, FLOOD, FERRY):
        alike(words, scale)
    assert set(index.asked.values()) == {1}


def test_nothing_to_go_by():
    assert likes([], ferry=FERRY) == []
    assert likes(["unknown"], ferry=FERRY) == []


few_words = st.lists(st.sampled_from("abcdefgh"), max_size=12)


@given(few_words, st.dictionaries(st.text("xyz", min_size=1), few_words, max_size=6))
def test_likeness_is_a_share_and_falls(words, stories):
    found = likes(words, **stories)
    assert all(0 <= like.as_it_stands <= 1.000001 and 0 <= like.likeness <= 1.000001 for like in found)
    assert [like.likeness for like in found] == sorted((like.likeness for like in found), reverse=True)
    assert len(found) <= 2 * FOUND
