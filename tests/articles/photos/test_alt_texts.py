"""When an alt text is said to repeat its caption."""

import pytest

from articles.photos.alt_texts import repeats

CAPTION = "The last ferry leaves the quay at Oban on Friday evening."


@pytest.mark.parametrize(
    ("alt", "caption"),
    [
        (CAPTION, CAPTION),
        ("the last ferry leaves the quay at oban, on friday evening", CAPTION),
        ("THE LAST FERRY — leaves the quay…", CAPTION),
        ("The last ferry leaves the quay", CAPTION),
        (f"{CAPTION} A gull sits on its rail.", CAPTION),
        ("Die Fähre legt ab", "DIE FÄHRE LEGT AB."),
        ("港の船", "港の船、朝。"),
    ],
)
def test_alt_that_says_the_same_repeats(alt, caption):
    assert repeats(alt, caption)


@pytest.mark.parametrize(
    ("alt", "caption"),
    [
        ("A white ship with its bow door open, two people waving from the stern", CAPTION),
        ("", CAPTION),
        ("A ferry", ""),
        ("…", "…"),
        ("A ferry", "The ferry leaves."),
        ("Ann Lee at a desk under a window, reading a letter", "Ann Lee"),
        ("海に浮かぶ白い船", "港の船、朝。"),
    ],
)
def test_alt_that_says_something_of_its_own_does_not(alt, caption):
    assert not repeats(alt, caption)


def test_long_texts_take_no_time():
    assert repeats("boat " * 50_000, "boat " * 50_000)
