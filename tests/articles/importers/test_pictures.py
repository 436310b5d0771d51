"""Alt texts, captions and credits that stand in the text as stray lines."""

import pytest

from articles.importers.text import parse_text
from tests.articles.importers.samples import BODY, HEADED, first_and_second


def test_headline_is_no_picture_s_alt():
    caption = "The basin at low tide. (Jane Doe/AP)"
    story = parse_text(f"Basin at Velmora is closed at low tide\n{caption}\n\n{BODY}")
    assert (story.headline, story.photos[0].alt) == ("Basin at Velmora is closed at low tide", "")


def test_credit_over_its_caption_is_its_own():
    first, second = first_and_second()
    story = parse_text(
        f"Board closes basin\nBy Jane Doe\n{first}\nGetty Images\nThe basin lies empty at low tide\n{second}"
    )
    assert [(p.caption, p.credit) for p in story.photos] == [("The basin lies empty at low tide", "Getty Images")]


@pytest.mark.parametrize("words", ["Bild vergrößern", "View image in fullscreen", "https://velmora.example/p/4xY"])
def test_page_words_are_no_alt(words):
    story = parse_text(f"{HEADED}\n{words}\nThe basin at low tide. Photograph: Jane Doe/AP\n\n{BODY}")
    assert story.photos[0].alt == ""
