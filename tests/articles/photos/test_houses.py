"""The authority list of houses."""

from collections import Counter

import pytest

from articles.photos.captions import split_caption
from articles.photos.credits import parse_credit
from articles.photos.houses import HOUSES, Authority, House, find_house, house_key, reads_like_house, same_house, using


@pytest.mark.parametrize("spelling", ["AP", "ap", "AP Photo", "the Associated Press", "A.P.", "Associate Press"])
def test_every_spelling_finds_the_house(spelling):
    assert find_house(spelling).name == "Associated Press"


def test_unknown_house_is_not_found():
    assert find_house("Nobody in Particular") is None


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


TIDEWORK = House("Tidework", "agency", ("Tidewerk Bilder",))
LINE = "The basin at low tide. Jane Doe Tidewerk Bilder"


def test_another_list_is_in_force_inside_its_block_only():
    with using(Authority.of((*HOUSES, TIDEWORK))):
        assert find_house("Tidewerk Bilder") == TIDEWORK
    assert find_house("Tidewerk Bilder") is None


def test_added_spelling_changes_how_a_credit_is_read():
    plain = parse_credit("Tidewerk Bilder via AP")
    with using(Authority.of((*HOUSES, TIDEWORK))):
        assert parse_credit("Tidewerk Bilder via AP").agency == "Tidewerk Bilder"
    assert parse_credit("Tidewerk Bilder via AP") == plain


def test_caption_read_before_is_read_anew_by_another_list():
    plain = split_caption(LINE)
    with using(Authority.of((*HOUSES, TIDEWORK))):
        assert split_caption(LINE).credit == "Jane Doe Tidewerk Bilder"
    assert split_caption(LINE) == plain


def test_house_taken_off_the_list_is_no_house():
    with using(Authority.of(tuple(house for house in HOUSES if house.name != "Reuters"))):
        assert find_house("Reuters") is None


def test_same_list_is_the_same_authority():
    assert Authority.of(HOUSES) is Authority.of(tuple(HOUSES))


def test_no_spelling_is_of_two_houses():
    owners = Counter(key for house in HOUSES for key in {house_key(name) for name in (house.name, *house.aliases)})
    assert [key for key, number in owners.items() if number > 1] == []
