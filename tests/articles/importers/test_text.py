"""The text importer: stories in the page furniture of many outlets, and files that are no story."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.importers.incoming import IncomingPhoto, IncomingStory, ListBlock, Paragraph, Quote, Subhead
from articles.importers.text import UnreadableStory, parse_text

ROOT = Path(__file__).resolve().parents[3]
STORIES = ROOT / "tests" / "data" / "stories"
SEED = ROOT.parent / "shared" / "seeds" / "story.txt"

BODY = (
    "The harbour board of Velmora voted on Tuesday night to close the inner basin for the winter.\n\n"
    "Two firms have offered to do the work before the spring tides, and both ask for more than there is.\n"
)


def report(story: IncomingStory) -> dict:
    return {
        "headline": story.headline,
        "standfirst": story.standfirst,
        "byline": list(story.byline),
        "dateline": story.dateline,
        "paragraphs": len(story.paragraphs),
        "photos": [{"alt": p.alt, "caption": p.caption, "credit": p.credit} for p in story.photos],
        "related": [{"headline": r.headline, "teaser": r.teaser, "truncated": r.truncated} for r in story.related],
        "dropped": [line.text for line in story.dropped],
    }


@pytest.mark.parametrize("path", sorted(STORIES.glob("*.txt")), ids=lambda path: path.stem)
def test_story_is_read_as_expected(path):
    assert report(parse_text(path.read_bytes())) == json.loads(path.with_suffix(".json").read_text())


@pytest.fixture(scope="module")
def seed() -> IncomingStory:
    if not SEED.exists():
        pytest.skip("the shared seed is not here")
    return parse_text(SEED.read_bytes())


def test_seed_has_24_paragraphs(seed):
    assert len(seed.paragraphs) == 24


def test_seed_has_three_photos_with_alt_caption_and_credit(seed):
    assert len(seed.photos) == 3
    assert all(photo.alt and photo.caption and photo.credit for photo in seed.photos)


def test_seed_photos_stand_at_their_places(seed):
    places = [place for place, block in enumerate(seed.blocks) if isinstance(block, IncomingPhoto)]
    assert places == [3, 12, 18]


def test_seed_paragraphs_stand_as_they_were(seed):
    text = SEED.read_text()
    assert all(paragraph.text in text for paragraph in seed.paragraphs)


def test_seed_related_story_is_a_cut_stub(seed):
    (related,) = seed.related
    assert (related.dateline, related.truncated) == ("SAN PEDRO SULA, Honduras", True)
    assert not related.teaser.endswith(("…", "."))


def test_seed_drops_two_advertisements_and_a_disclosure(seed):
    assert [line.why for line in seed.dropped] == ["advertisement", "advertisement", "affiliate disclosure"]


@pytest.mark.parametrize("data", [b"", b"  \n\r\n ", "", "\ufeff", b"\xef\xbb\xbf\n"])
def test_empty_file_is_refused(data):
    with pytest.raises(UnreadableStory, match="empty"):
        parse_text(data)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n", b"a story\x00with a hole", bytes(range(32)) * 9, b"%PDF-1.7 x"])
def test_binary_file_is_refused(data):
    with pytest.raises(UnreadableStory, match="binary"):
        parse_text(data)


@pytest.mark.parametrize("data", ["A headline alone", "Share\n\nFacebook\n\nTwitter", "Advertisement"])
def test_text_without_a_story_is_refused(data):
    with pytest.raises(UnreadableStory, match="No story"):
        parse_text(data)


def test_truncated_utf16_is_refused():
    with pytest.raises(UnreadableStory, match="damaged"):
        parse_text("Hélène".encode("utf-16")[:-1])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_make_no_difference(encoding, newline):
    text = "Chloé’s harbour – shut for “a winter”\n\n" + BODY
    assert parse_text(text.replace("\n", newline).encode(encoding)) == parse_text(text)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe and John Roe, Staff Writers", ("Jane Doe", "John Roe")),
        ("By JANE O’DOE | Associated Press", ("Jane O’Doe",)),
        ("ByJane Doe", ("Jane Doe",)),
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
        ("BRUSSELS/PARIS, May 3 (Reuters) -", "BRUSSELS/PARIS"),
        ("NEW DELHI: ", "NEW DELHI"),
    ],
)
def test_dateline_is_the_place_and_leaves_the_paragraph(opening, place):
    story = parse_text(f"Board closes basin in Velmora\n\n{opening}{BODY}")
    assert story.dateline == place
    assert story.paragraphs[0].text.startswith("The harbour board")


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


@pytest.mark.parametrize("label", ["Read more: ", "Related: ", "See also: ", "READ MORE: ", "Also read | "])
def test_link_in_one_line_becomes_related(label):
    story = parse_text(f"Board closes basin\n\n{BODY}\n{label}Eels in trouble again\n\n{BODY}")
    assert [related.headline for related in story.related] == ["Eels in trouble again"]


def test_subhead_between_paragraphs_is_no_paragraph():
    first, second = BODY.strip().split("\n\n")
    story = parse_text(f"Board closes basin\n\n{first}\n\nWho is to pay\n\n{second}")
    assert [type(block) for block in story.blocks] == [Paragraph, Subhead, Paragraph]


def test_bullets_become_one_list():
    story = parse_text(f"Board closes basin\n\n{BODY}\n• one thing\n• another thing\n\n{BODY}")
    assert ListBlock(("one thing", "another thing")) in story.blocks


def test_words_set_off_from_the_text_are_a_quote():
    said = "“You could see daylight through the gate,”"
    story = parse_text(f"Board closes basin\n\n{BODY}\n{said}\n\nShe said: {said} and left.\n\n{BODY}")
    assert Quote(said) in story.blocks


def test_correction_is_kept_as_a_paragraph():
    correction = "Correction: An earlier version of this story gave the wrong year."
    assert Paragraph(correction) in parse_text(f"Board closes basin\n\n{BODY}\n{correction}").blocks


def test_reporters_sign_a_story_without_a_byline():
    story = parse_text(f"Board closes basin\n\n{BODY}\nReporting by Jane Doe in Velmora; Editing by John Roe")
    assert story.byline == ("Jane Doe",)


def test_byline_wins_over_the_contribution_line():
    story = parse_text(f"Board closes basin\n\nBy Ama Boateng\n\n{BODY}\nReporting by Jane Doe; Editing by John Roe")
    assert story.byline == ("Ama Boateng",)


def test_date_of_publication_is_read():
    story = parse_text(f"Board closes basin\n\nUpdated 10:14 AM EST, Mon May 5, 2025\n\n{BODY}")
    assert story.published.isoformat() == "2025-05-05T10:14:00-05:00"


def test_wrapped_lines_are_joined():
    wrapped = (
        "Board closes basin\n\n"
        "The harbour board of Velmora voted on Tuesday night\nto close the inner basin for the winter, a long-\n"
        "feared step that none of the fishermen had thought\npossible before the spring tides came and went and\n"
        "left the gate in ruins.\n\nNobody on the board would say who was going to pay\nfor it.\n"
    )
    first = parse_text(wrapped).paragraphs[0].text
    assert "winter, a long-feared step" in first
    assert "\n" not in first


HEADED = "Board of Velmora closes its inner basin\n\nBy Jane Doe\n\n" + BODY


def first_and_second() -> tuple[str, str]:
    first, second = BODY.strip().split("\n\n")
    return first, second


@pytest.mark.parametrize(
    "sentence",
    [
        "Ottilie Lindqvist wrote in green ink that nobody would ever mend the gate.",
        "Wanjiru Kamau reported from the quay that the boats were already gone.",
        "Written in 1911, the rules of the harbour say nothing about eels.",
        "Reporting by the harbour’s own engineers had found the cracks two years before.",
        "»Ich habe dreimal gezählt«, sagt Petersen, 57. »Dann war es still.«",
        "« On verra bien », dit le maire de Velmora.",
        "“It lasted eleven years.”",
        "The eels came back.",
    ],
)
def test_sentence_of_the_story_stays_a_paragraph(sentence):
    story = parse_text(f"{HEADED}\n{sentence}\n\n{BODY}")
    assert Paragraph(sentence) in story.blocks


@pytest.mark.parametrize(
    "line",
    [
        "Wanjiru Kamau reported from Velmora and Li Na from Tarn End.",
        "Jane Doe wrote from Velmora.",
        "Additional reporting by Li Na in Tarn End",
        "© Provided by The Velmora Courier",
        "© RIPRODUZIONE RISERVATA",
        "Source: The Velmora Courier",
        "Jane Doe is a reporter covering harbours for the Courier.",
    ],
)
def test_note_at_the_foot_is_left_out(line):
    story = parse_text(f"{HEADED}\n{line}")
    assert len(story.paragraphs) == 2
    assert not story.photos
    assert line in [dropped.text for dropped in story.dropped]


@pytest.mark.parametrize(
    "over", ["MSN", "Velmora News Logo", "NATION", "Music", "Culture\n\nNorland", "Eels Never Sleep"]
)
def test_site_furniture_over_the_headline_is_passed_over(over):
    headline = "Board of Velmora closes its inner basin for the winter"
    story = parse_text(
        f"{over}\n\n{headline}\n\nNobody on the board would say who pays for it.\n\nBy Jane Doe\n\n{BODY}"
    )
    assert story.headline == headline


def test_headline_is_no_picture_s_alt():
    caption = "The basin at low tide. (Jane Doe/AP)"
    story = parse_text(f"Basin at Velmora is closed at low tide\n{caption}\n\n{BODY}")
    assert (story.headline, story.photos[0].alt) == ("Basin at Velmora is closed at low tide", "")


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


def test_dateline_over_three_lines_is_read():
    story = parse_text(f"Board closes basin\n\nBy Jane Doe\n\nVelmora, Norland\nCNN\n — \n{BODY}")
    assert (story.dateline, len(story.paragraphs)) == ("Velmora, Norland", 2)


def test_place_in_mixed_case_before_a_dash_is_a_dateline():
    story = parse_text(f"Board closes basin\n\nBy Jane Doe\n\nVelmora, Norland – {BODY}")
    assert story.dateline == "Velmora, Norland"


def test_aside_between_dashes_is_no_dateline():
    opening = "Velmora – The town that closed its basin – is to open it again."
    assert parse_text(f"Board closes basin\n\nBy Jane Doe\n\n{opening}\n\n{BODY}").dateline == ""


def test_label_under_a_headline_makes_it_related():
    first, second = first_and_second()
    story = parse_text(
        f"Board closes basin\n\n{first}\n\nHe fixed the last sluice. Then it broke.\nRead more\n\n{second}"
    )
    assert [related.headline for related in story.related] == ["He fixed the last sluice. Then it broke."]


def test_long_line_in_capitals_is_a_link():
    first, second = first_and_second()
    story = parse_text(f"Board closes basin\n\n{first}\n\nEELS CRASH WEDDING AND EAT THE CAKE\n\n{second}")
    assert [related.headline for related in story.related] == ["EELS CRASH WEDDING AND EAT THE CAKE"]


@pytest.mark.parametrize(
    "end", ["Edited by: Wesley Doe", "Send us your feedback", "Related Internet Links\nVelmora Port"]
)
def test_related_box_ends_at_furniture(end):
    story = parse_text(f"{HEADED}\nRead more:\nEels in trouble again this year\n{end}")
    assert [related.headline for related in story.related] == ["Eels in trouble again this year"]


def test_category_over_a_headline_in_a_box_is_left_out():
    story = parse_text(f"{HEADED}\nRecommended\n\nU.S. News\nEels in trouble again this year\n\n{BODY}")
    assert [related.headline for related in story.related] == ["Eels in trouble again this year"]


def test_counted_list_of_links_is_a_box():
    box = "Recommended Stories\nlist of 2 items\nlist 1 of 2Eels in trouble\nlist 2 of 2Who owns the tide\nend of list"
    assert [r.headline for r in parse_text(f"{HEADED}\n{box}\n\n{BODY}").related] == [
        "Eels in trouble",
        "Who owns the tide",
    ]


def test_all_that_a_page_offers_to_skip_is_left_out():
    promised = "The week in Velmora, told by those who were there."
    block = f"skip past newsletter promotion\n\n{promised}\n\nafter newsletter promotion"
    assert len(parse_text(f"{HEADED}\n{block}\n\n{BODY}").paragraphs) == 4


def test_readers_comments_are_left_out():
    comments = (
        "3 Comments\nRiverRat52 says:\nMarch 4, 2025 at 8:02 am\nThat goose did more than the whole council.\nReply"
    )
    assert len(parse_text(f"{HEADED}\n{comments}").paragraphs) == 2


def test_two_short_lines_in_a_row_make_one_subhead():
    first, second = first_and_second()
    story = parse_text(f"Board closes basin\n\n{first}\n\nHarbour matters\n\nWho is to pay\n\n{second}")
    assert [block.text for block in story.blocks if isinstance(block, Subhead)] == ["Who is to pay"]


def test_unmarked_lines_under_summary_are_a_list():
    story = parse_text(
        f"Board closes basin\n\nBy Jane Doe\n\nSummary\nBoard votes to close\nRepair costs millions\n\n{BODY}"
    )
    assert story.blocks[0] == ListBlock(("Board votes to close", "Repair costs millions"))


def test_soft_hyphens_are_taken_out():
    assert parse_text(f"Board clo\u00adses ba\u00adsin\n\n{BODY}").headline == "Board closes basin"


@pytest.mark.parametrize(
    "text",
    [
        BODY * 2 + "Some Title Like This\n" * 4_000,
        BODY * 2 + "Image caption\n" * 4_000,
        BODY + "Read more\n" * 4_000,
        BODY * 2 + "A man walks by. (AP Photo/Jane Doe)\n" * 4_000,
        BODY + "call a." * 140_000,
    ],
    ids=["titles", "labels", "boxes", "captions", "long line"],
)
def test_hostile_text_is_read_to_its_end(text):
    """A reader of quadratic time would not come back from these."""
    assert parse_text(text).paragraphs


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60)
LINES = st.lists(
    st.one_of(WORDS, st.sampled_from([*BODY.split("\n"), "Advertisement", "Read more", "By Jane Doe", "• a"]))
)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_bytes_never_crash(data):
    try:
        parse_text(data)
    except UnreadableStory as error:
        assert str(error)


def everything_in(story: IncomingStory) -> str:
    return repr(story).replace("\\n", " ")


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [f"word{n:03} stood in the town and was seen by all of them." for n in range(40)]
            + [f"Mark{n:03} of the town" for n in range(40)]
            + ["Advertisement", "Related", "• listed", "By Jane Doe", "Photo: Jane Doe/AP"]
        ),
        min_size=2,
    ),
    st.sampled_from(["\n", "\n\n"]),
)
def test_no_line_is_lost(lines, joiner):
    try:
        kept = everything_in(parse_text(joiner.join(lines)))
    except UnreadableStory:
        return
    assert all(line.split()[0] in kept for line in lines if line.startswith(("word", "Mark")))


@settings(max_examples=100, deadline=None)
@given(LINES)
def test_free_lines_never_crash(lines):
    try:
        parse_text("\n".join(lines))
    except UnreadableStory as error:
        assert str(error)


@pytest.mark.parametrize(
    "question",
    ["But is it enough?", "Was there ever a deadline?", "What will she do with it?", "Who would change that?"],
)
def test_a_question_that_leans_on_the_text_is_a_paragraph(question):
    story = parse_text(f"A crane comes to the harbour\n\n{BODY}\n{question}\n\n{BODY}")
    assert Paragraph(question) in story.blocks


@pytest.mark.parametrize("question", ["What happens next?", "Why does the tide matter?"])
def test_a_question_that_stands_alone_is_a_subhead(question):
    story = parse_text(f"A crane comes to the harbour\n\n{BODY}\n{question}\n\n{BODY}")
    assert Subhead(question) in story.blocks
