"""The authority list of houses."""

import pytest

from articles.photos.houses import HOUSES, find_house, house_key, reads_like_house, same_house


@pytest.mark.parametrize("spelling", ["AP", "ap", "AP Photo", "the Associated Press", "A.P.", "Associate Press"])
def test_every_spelling_finds_the_house(spelling):
    assert find_house(spelling).name == "Associated Press"


def test_unknown_house_is_not_found():
    assert find_house("Nobody in Particular") is None


def test_names_are_unique():
    keys = [house_key(house.name) for house in HOUSES]
    assert len(keys) == len(set(keys))


def test_each_house_finds_itself():
    assert [house.name for house in HOUSES if find_house(house.name) != house] == []


def test_ap_photo_is_ap():
    assert same_house("AP Photo", "AP")


def test_two_agencies_are_two():
    assert not same_house("AFP", "AP")


def test_unlisted_houses_are_compared_as_text():
    assert same_house("the Velmora Echo", "Velmora Echo")


def test_unlisted_paper_reads_like_a_house():
    assert reads_like_house("Velmora Herald")


def test_sentence_does_not_read_like_a_house():
    assert not reads_like_house("they read the Velmora Herald")
