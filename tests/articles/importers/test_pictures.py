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


@pytest.mark.parametrize(
    "line",
    ['alt="An empty basin behind a closed gate"', '<img src="/b.jpg" alt="An empty basin behind a closed gate">'],
)
def test_alt_text_leaves_its_markup(line):
    story = parse_text(f"{HEADED}\n{line}\n\nThe basin at low tide. (AP Photo/Jane Doe)\n\n{BODY}")
    assert [(p.alt, p.caption) for p in story.photos] == [
        ("An empty basin behind a closed gate", "The basin at low tide.")
    ]


@pytest.mark.parametrize("label", ["Image", "Photo", "Picture"])
def test_labelled_description_over_a_caption_with_its_credit_is_the_alt(label):
    line = f"{label}: The white tower of the lighthouse above a grey sea"
    story = parse_text(f"{HEADED}\n{line}\n\nIt was built in 1871.Photo by Jane Doe/Getty Images via AP\n\n{BODY}")
    assert [(p.alt, p.caption) for p in story.photos] == [
        ("The white tower of the lighthouse above a grey sea", "It was built in 1871.")
    ]


def test_labelled_line_with_a_credit_of_its_own_is_a_caption():
    line = "Photo: The white tower of the lighthouse above a grey sea. Ama Boateng/AP"
    story = parse_text(f"{HEADED}\n{line}\n\nIt was built in 1871. (AP Photo/Jane Doe)\n\n{BODY}")
    assert [p.credit for p in story.photos] == ["Ama Boateng/AP", "AP Photo/Jane Doe"]


def test_house_behind_the_story_s_last_words_is_no_picture():
    bio = "Jane Doe\nJane Doe is a reporter for NBC News.\n\nThe Associated Press\nThe Associated Press"
    assert not parse_text(f"{HEADED}\n{bio}").photos


@pytest.mark.parametrize(
    "words", ["Map", "Illustration of a gate tied with a white flag.", "A pilot walks toward a small cargo plane"]
)
def test_description_over_a_lone_credit_is_the_alt_of_a_picture_without_a_caption(words):
    story = parse_text(f"{HEADED}\n{words}\nCourtesy of Jane Doe\n\n{BODY}")
    assert [(p.alt, p.caption, p.credit) for p in story.photos] == [(words, "", "Courtesy of Jane Doe")]


def test_words_over_a_lone_credit_that_say_more_are_the_caption():
    words = "Sluice keeper Ama Boateng at the gate in Velmora on Tuesday."
    story = parse_text(f"{HEADED}\n{words}\nCourtesy of Jane Doe\n\n{BODY}")
    assert [(p.alt, p.caption) for p in story.photos] == [("", words)]


def test_file_name_over_a_lone_credit_is_no_alt():
    story = parse_text(f"{HEADED}\nIMG_4471.jpeg\nPhoto by: Jane Doe/AP\n\n{BODY}")
    assert [(p.alt, p.caption, p.credit) for p in story.photos] == [("", "", "Jane Doe/AP")]


def test_station_s_call_sign_over_its_caption_is_the_credit():
    story = parse_text(f"{HEADED}\nKVEL-TV\nThe basin lies empty at low tide\n\n{BODY}")
    assert [(p.caption, p.credit) for p in story.photos] == [("The basin lies empty at low tide", "KVEL-TV")]
