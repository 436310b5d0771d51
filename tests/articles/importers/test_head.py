"""A story's head: headline, standfirst, byline, date, and the dateline under them."""

import pytest

from articles.importers.text import parse_text
from tests.articles.importers.samples import BODY


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe and John Roe, Staff Writers", ("Jane Doe", "John Roe")),
        ("By JANE O’DOE | Associated Press", ("Jane O’Doe",)),
        ("ByJane Doe", ("Jane Doe",)),
        ("By\u00a0Jane Doe", ("Jane Doe",)),
        ("By\u00a0 JANE DOE and JOHN ROE", ("Jane Doe", "John Roe")),
        ("By Jane Doe, John Roe and Ama Boateng", ("Jane Doe", "John Roe", "Ama Boateng")),
        ("Words by Jane Doe", ("Jane Doe",)),
        ("Jane Doe in London", ("Jane Doe",)),
        ("Jane Doe and John Roe", ("Jane Doe", "John Roe")),
        ("JANE MCDOE", ("Jane McDoe",)),
        ("Von Jürgen Müller, Berlin", ("Jürgen Müller",)),
        ("Par Élodie d’Arc", ("Élodie d’Arc",)),
        ("Por José Ortega y Ana Ruiz", ("José Ortega", "Ana Ruiz")),
        ("By Jane Doe (jane@paper.example)", ("Jane Doe",)),
        ("By Jane Doe for The Velmora Courier", ("Jane Doe",)),
        ("By Jane van der Berg, Political Correspondent", ("Jane van der Berg",)),
    ],
)
def test_byline_gives_bare_names(line, names):
    assert parse_text(f"Board closes basin in Velmora\n\n{line}\n\n{BODY}").byline == names


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("LONDON (AP) — ", "LONDON"),
        ("BERLIN, May 3 (Reuters) - ", "BERLIN"),
        ("SAN PEDRO SULA, Honduras — ", "SAN PEDRO SULA, Honduras"),
        ("VELMORA, Wash. (AP) — ", "VELMORA, Wash."),
        ("Paris (AFP) – ", "Paris"),
        ("WASHINGTON — ", "WASHINGTON"),
        ("(CNN) — ", ""),
        ("VELMORA, Mich. − ", "VELMORA, Mich."),
        ("BRUSSELS/PARIS, May 3 (Reuters) -", "BRUSSELS/PARIS"),
        ("NEW DELHI: ", "NEW DELHI"),
    ],
)
def test_dateline_is_the_place_and_leaves_the_paragraph(opening, place):
    story = parse_text(f"Board closes basin in Velmora\n\n{opening}{BODY}")
    assert story.dateline == place
    assert story.paragraphs[0].text.startswith("The harbour board")


def test_dateline_under_a_summary_is_the_story_s():
    over = "A bear that has bathed here for years got in and folded the cover on its way out."
    points = "A bear spent 40 minutes in a tub.\nThe keeper filmed it."
    story = parse_text(f"Bear takes a nap\n\n{over}\n\nThe Brief\n{points}\n\nVELMORA, Wash. - {BODY}")
    assert story.dateline == "VELMORA, Wash."


def test_names_by_the_caption_s_button_are_no_byline():
    credit = "Ama Boateng for NPR"
    picture = f"A snail on a pupil's thumb. It is small.\n{credit}\nhide caption\ntoggle caption\n{credit}"
    story = parse_text(f"Snail turns up\nMarch 3, 2025\nJane Doe\n{picture}\n\n{BODY}")
    assert story.byline == ("Jane Doe",)
    assert [p.credit for p in story.photos] == ["Ama Boateng for NPR"]


def test_edition_s_name_is_no_headline():
    headline = "In Velmora, the last keepers teach the robots"
    deck = "The board has bought two machines to do a job that takes ten years to learn. The men will train them."
    over = "Le Monde in English\nInternational\nNorland"
    assert parse_text(f"{over}\n{headline}\n{deck}\nBy Jane Doe\n\n{BODY}").headline == headline


def test_reporters_sign_a_story_without_a_byline():
    story = parse_text(f"Board closes basin\n\n{BODY}\nReporting by Jane Doe in Velmora; Editing by John Roe")
    assert story.byline == ("Jane Doe",)


def test_byline_wins_over_the_contribution_line():
    story = parse_text(f"Board closes basin\n\nBy Ama Boateng\n\n{BODY}\nReporting by Jane Doe; Editing by John Roe")
    assert story.byline == ("Ama Boateng",)


def test_date_of_publication_is_read():
    story = parse_text(f"Board closes basin\n\nUpdated 10:14 AM EST, Mon May 5, 2025\n\n{BODY}")
    assert story.published.isoformat() == "2025-05-05T10:14:00-05:00"


def test_every_date_line_is_reported_as_left_out():
    dates = ["Published 12 October 2026, 08:15", "Updated 12 October 2026, 11:40"]
    story = parse_text("Board closes basin\n\n" + "\n".join(dates) + f"\n\n{BODY}")
    assert [dropped.text for dropped in story.dropped] == dates


@pytest.mark.parametrize(
    "over", ["MSN", "Velmora News Logo", "NATION", "Music", "Culture\n\nNorland", "Eels Never Sleep"]
)
def test_site_furniture_over_the_headline_is_passed_over(over):
    headline = "Board of Velmora closes its inner basin for the winter"
    story = parse_text(
        f"{over}\n\n{headline}\n\nNobody on the board would say who pays for it.\n\nBy Jane Doe\n\n{BODY}"
    )
    assert story.headline == headline


def test_standfirst_is_found_over_picture_share_bar_and_byline():
    deck = "Eel fishermen had feared the step since the first cracks."
    head = "The basin at low tide. (Jane Doe/AP)\n\nShare\n\n5 May 2025\n\nBy Jane Doe"
    assert parse_text(f"Board closes basin\n\n{deck}\n\n{head}\n\n{BODY}").standfirst == deck


@pytest.mark.parametrize(
    "line",
    [
        "admin May 5, 2025 World Leave a comment 12 Views",
        "Editor's note: An earlier version of this story misspelled a name.",
        "Reporting from Velmora, N.Y.",
        "Article réservé aux abonnés",
        "Gift this to a friend of yours",
    ],
)
def test_line_of_the_head_is_neither_standfirst_nor_paragraph(line):
    story = parse_text(f"Board closes basin\n\nBy Jane Doe\n\n{line}\n\n{BODY}")
    assert (story.standfirst, len(story.paragraphs)) == ("", 2)


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("Jane Doe\nJohn Roe\n5 May 2025", ("Jane Doe", "John Roe")),
        ("By Jane Doe\nand\nJohn Roe", ("Jane Doe", "John Roe")),
        ("By Jane Doe Fox News", ("Jane Doe",)),
        ("Jane Doe with dpa\n5 May 2025", ("Jane Doe",)),
        ("Par Jane Doe (Velmora [Jura], envoyée spéciale)", ("Jane Doe",)),
        ("Jane Doe & John Roe\nBBC News", ("Jane Doe", "John Roe")),
        ("VIKRAM DOE\nREAD LATER\nPRINT", ("Vikram Doe",)),
    ],
)
def test_byline_of_several_lines_gives_bare_names(lines, names):
    assert parse_text(f"Board closes its inner basin\n\n{lines}\n\n{BODY}").byline == names


@pytest.mark.parametrize(
    "line",
    [
        "Updated 9:14 AM EDT, Tue June 4, 2024",
        "March 4, 202512:15 PM GMT+1Updated 2 hours ago",
        "03/04/2025March 4, 2025",
        "4 marzo 2025 (modifica il 5 marzo 2025 | 12:30)",
        "• 2h • 3 min read",
        "May 5, 2025 / 9:14 AM EST / CBS News",
        "Temps de Lecture 3 min.",
    ],
)
def test_date_line_is_no_part_of_the_story(line):
    story = parse_text(f"Board closes its inner basin\n\nBy Jane Doe\n\n{line}\n\n{BODY}")
    assert (len(story.blocks), story.dateline) == (2, "")


@pytest.mark.parametrize(
    "line", ["Velmora - 04 MAR 2025 - 05:30 CET", "Updated - March 04, 2025 07:12 am IST - Velmora"]
)
def test_place_in_the_date_line_is_the_dateline(line):
    assert parse_text(f"Board closes its inner basin\n\n{line}\n\n{BODY}").dateline == "Velmora"


def test_zone_with_an_offset_is_read():
    story = parse_text(f"Board closes its inner basin\n\nMarch 4, 2025 12:15 PM GMT+1\n\n{BODY}")
    assert story.published.isoformat() == "2025-03-04T12:15:00+01:00"


def test_dateline_over_three_lines_is_read():
    story = parse_text(f"Board closes basin\n\nBy Jane Doe\n\nVelmora, Norland\nCNN\n — \n{BODY}")
    assert (story.dateline, len(story.paragraphs)) == ("Velmora, Norland", 2)


def test_place_in_mixed_case_before_a_dash_is_a_dateline():
    story = parse_text(f"Board closes basin\n\nBy Jane Doe\n\nVelmora, Norland – {BODY}")
    assert story.dateline == "Velmora, Norland"


def test_aside_between_dashes_is_no_dateline():
    opening = "Velmora – The town that closed its basin – is to open it again."
    assert parse_text(f"Board closes basin\n\nBy Jane Doe\n\n{opening}\n\n{BODY}").dateline == ""


TOLD = "The gate let the sea in every spring. Now it has let the money out as well."
DECK = "Two firms want to mend it, and neither of them can say what that would cost the people of Velmora."


@pytest.mark.parametrize("over", ["World", "World\n\nNorland", "Sea and coast"])
def test_headline_of_whole_sentences_stands_over_its_standfirst(over):
    story = parse_text(f"{over}\n\n{TOLD}\n\n{DECK}\n\nBy Jane Doe\n\n{BODY}")
    assert (story.headline, story.standfirst) == (TOLD, DECK)


def test_headline_of_whole_sentences_needs_no_standfirst():
    assert parse_text(f"World\n\n{TOLD}\n\nBy Jane Doe\n\n{BODY}").headline == TOLD


def test_two_words_over_a_standfirst_are_the_headline():
    story = parse_text(f"Eel money\n\n{TOLD}\n\nBy Jane Doe\n\n{BODY}")
    assert (story.headline, story.standfirst) == ("Eel money", TOLD)


def test_name_of_a_newsletter_is_no_headline():
    over = "THE VELMORA COURIER - Morning letter - plain text\nTo read this message in your browser, click here."
    headline = "Board of Velmora closes its inner basin for the winter"
    assert parse_text(f"{over}\n\n{headline}\n\n{DECK}\n\nBy Jane Doe\n\n{BODY}").headline == headline
