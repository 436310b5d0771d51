"""Names of persons, bodies and accounts."""

import pytest

from articles.photos.names import is_acronym, is_body, is_handle, is_person


@pytest.mark.parametrize(
    "name", ["@tarn.end", "tarnend77", "Jane Doe", "山田花子", "محمد العلي", "김민수", "J. D. Roe"]
)
def test_name_of_a_person_or_an_account(name):
    assert is_person(name)


@pytest.mark.parametrize(
    "text",
    [
        "LPD Hallam",
        "The Star",
        "Instagram",
        "X",
        "ハラム市",
        "할람시청",
        "ハラム埠頭の朝",
        "MoD",
        "Humas Hallam",
        "NASA",
    ],
)
def test_no_person(text):
    assert not is_person(text)


@pytest.mark.parametrize("name", ["KIM Min-su", "NG Li Na", "Jane DOE"])
def test_name_with_a_word_in_capitals_is_a_persons(name):
    assert is_person(name)


def test_initial_ends_no_title():
    assert is_body("J. Paul Doe Trust")


def test_word_is_no_account():
    assert not is_handle("harbour")


@pytest.mark.parametrize("text", ["MoD", "U.S.", "NASA"])
def test_acronym(text):
    assert is_acronym(text)
