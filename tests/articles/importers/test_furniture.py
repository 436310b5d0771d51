"""What a page adds to its stories: left out, and reported."""

import pytest

from articles.importers.text import parse_text
from tests.articles.importers.samples import BODY, HEADED


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Story continues below advertisement",
        "Article continues after ad",
        "Share this article",
        "Facebook Twitter Email",
        "Copy link",
        "Listen to this article",
        "Subscribe to our newsletter",
        "12 Comments",
        "We use cookies to give you the best experience.",
        "© 2025 Velmora Media. All rights reserved.",
        "Tags: harbour, eels",
        "5 min read",
        "This post contains affiliate links.",
        "When you buy through our links, we may earn a commission.",
        "Get 70% Off Managed Hosting Today!",
        "Build Your Dream Website in Minutes",
        "Sign up for our daily newsletter to get the best of Velmora",
    ],
)
def test_furniture_is_left_out_and_reported(line):
    first, second = BODY.strip().split("\n\n")
    story = parse_text(f"Board closes basin in Velmora\n\n{first}\n\n{second}\n\n{line}\n\n{first}")
    assert [dropped.text for dropped in story.dropped] == [line]
    assert len(story.paragraphs) == 3


@pytest.mark.parametrize(
    "line",
    [
        "Wanjiru Kamau reported from Velmora and Li Na from Tarn End.",
        "Jane Doe wrote from Velmora.",
        "Contributing: Jane Doe, Milwaukee Journal Sentinel; Reuters",
        "Additional reporting by Li Na in Tarn End",
        "© Provided by The Velmora Courier",
        "© RIPRODUZIONE RISERVATA",
        "Source: The Velmora Courier",
        "Jane Doe is a reporter covering harbours for the Courier.",
        "Correction: An earlier version of this story gave the wrong year.",
        "CORRECTION (May 5, 2025, 2:20 p.m. ET): The basin is 12 feet deep, not 12 metres.",
        "Clarification, May 6: The board has nine members.",
        "• This article was amended on 6 May 2025. An earlier version said that the basin was open.",
        "(An earlier version of this story misspelled “Velmora.”)",
        "This article was originally written in Norlandish.",
        "You receive this letter because you signed up for it.",
        "Email notifications are only sent once a day.",
        "Unsubscribe | Change your address | Privacy",
        "Have a story idea? Tell us about it here.",
        "Translation of an original article published in French on velmora.example.",
        "The Source: Information for this story came from the board of Velmora.",
    ],
)
def test_note_at_the_foot_is_left_out(line):
    story = parse_text(f"{HEADED}\n{line}")
    assert len(story.paragraphs) == 2
    assert not story.photos
    assert line in [dropped.text for dropped in story.dropped]


def test_all_that_a_page_offers_to_skip_is_left_out():
    promised = "The week in Velmora, told by those who were there."
    block = f"skip past newsletter promotion\n\n{promised}\n\nafter newsletter promotion"
    assert len(parse_text(f"{HEADED}\n{block}\n\n{BODY}").paragraphs) == 4


@pytest.mark.parametrize(
    "line",
    [
        "IE 11 is not supported. For an optimal experience visit our site on another browser.",
        "Video Ad Feedback",
        "02:14 • Source: CNN",
        "Read Full Bio",
    ],
)
def test_page_words_over_and_in_a_story_are_left_out(line):
    story = parse_text(f"{line}\n\n{HEADED}\n{line}\n\n{BODY}")
    assert (story.headline, story.byline) == ("Board of Velmora closes its inner basin", ("Jane Doe",))
    assert len(story.blocks) == 4


def test_form_ends_at_its_button():
    form = "Find out what's happening in Velmora with free updates.\nYour email address\nLet's go!"
    assert len(parse_text(f"{HEADED}\n{form}\n\n{BODY}\n{form}\n\n{BODY}").paragraphs) == 6


def test_partner_s_offer_is_left_out_to_its_button():
    offer = "Partner service\nLearn Norlandish with Gym\nA daily lesson and a correction in 15 minutes.\nTry for free"
    assert len(parse_text(f"{HEADED}\n{offer}\n\n{BODY}").blocks) == 4


def test_sentence_that_ends_a_story_with_us_stays():
    last = "Nobody knows what the sea will tell us next."
    assert parse_text(f"{HEADED}\n{last}").paragraphs[-1].text == last


def test_readers_comments_are_left_out():
    comments = (
        "3 Comments\nRiverRat52 says:\nMarch 4, 2025 at 8:02 am\nThat goose did more than the whole council.\nReply"
    )
    assert len(parse_text(f"{HEADED}\n{comments}").paragraphs) == 2


def test_title_of_a_video_over_its_length_is_left_out():
    story = parse_text(f"{HEADED}\nKeeper tells of the flood\n02:14 • Source: CNN\n\n{BODY}")
    assert "Keeper tells of the flood" in [dropped.text for dropped in story.dropped]


def test_title_of_a_video_that_cannot_be_shown_is_left_out():
    video = "To view this video please enable JavaScript.\nCan volunteers run a harbour?"
    story = parse_text(f"{HEADED}\n{video}\n\n{BODY}")
    assert "Can volunteers run a harbour?" in [dropped.text for dropped in story.dropped]
