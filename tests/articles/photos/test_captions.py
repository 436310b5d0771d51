"""The caption splitter: forms met in print, traps, and lines that are no captions."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.photos.captions import split_caption
from articles.photos.houses import same_house

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = ROOT.parent / "shared" / "examples" / "captions.jsonl"
CAPTION = "A dredger clears silt from the basin at Port Hallam."
LINES = [json.loads(line) for line in EXAMPLES.read_text().splitlines()] if EXAMPLES.exists() else []


@pytest.mark.parametrize("line", LINES, ids=[line["id"] for line in LINES])
def test_worked_example_is_split_as_its_editor_split_it(line):
    split = split_caption(line["raw"])
    parts = split.parts
    assert split.is_caption == line["is_caption"]
    assert (split.caption, split.credit) == (line["caption"] or "", line["credit"] or "")
    assert (list(parts.creators), parts.source) == (line["creators"], line["source"] or "")
    assert same_house(parts.agency, line["agency"] or "")
    assert same_house(parts.distributor, line["distributor"] or "")
    assert set(parts.qualifiers) == set(line["qualifiers"])


FORMS = [
    ("{}Jane Doe / AFP – Getty Images", "Jane Doe / AFP – Getty Images"),
    ("{}Jane Doe / AFP via Getty Images file", "Jane Doe / AFP via Getty Images file"),
    ("{} Jane Doe/Getty Images", "Jane Doe/Getty Images"),
    ("{}Credit...Jane Doe for The New York Times", "Jane Doe for The New York Times"),
    ("{}CreditCreditJane Doe/The New York Times", "Jane Doe/The New York Times"),
    ("{} Credit Jane Doe/The New York Times", "Jane Doe/The New York Times"),
    ("{} (Jane Doe/AFP/Getty Images)", "Jane Doe/AFP/Getty Images"),
    ("{} (Photo by Jane Doe/Getty Images)", "Jane Doe/Getty Images"),
    ("{} Photograph: Jane Doe/The Guardian", "Jane Doe/The Guardian"),
    ("Main image: {} Photograph: Jane Doe/EPA", "Jane Doe/EPA"),
    ("Image source, Getty Images Image caption, {}", "Getty Images"),
    ("Image caption, {} Image source, Velmora Council", "Velmora Council"),
    ("{} (AP Photo/Jane Doe)", "AP Photo/Jane Doe"),
    ("FILE - {} (AP Photo/Jane Doe, File)", "AP Photo/Jane Doe, File"),
    ("{} REUTERS/Jane Doe", "REUTERS/Jane Doe"),
    ("[1/3] {} REUTERS/Jane Doe", "REUTERS/Jane Doe"),
    ("{} Credit: Reuters/Jane Doe/Files", "Reuters/Jane Doe/Files"),
    ("{}Jane Doe—Getty Images", "Jane Doe—Getty Images"),
    ("{} | Jane Doe/AP", "Jane Doe/AP"),
    ("{} Jane Doe/NPR hide caption", "Jane Doe/NPR"),
    ("{} Jane Doe/NPR hide caption toggle caption Jane Doe/NPR", "Jane Doe/NPR"),
    ("3 of 7. {} Jane Doe/AP", "Jane Doe/AP"),
    ("{} © Jane Doe", "Jane Doe"),
    ("{} Courtesy of the Velmora Boat Club", "Courtesy of the Velmora Boat Club"),
    ("{}Handout via REUTERS", "Handout via REUTERS"),
    ("{} Jane Doe/Pool via REUTERS", "Jane Doe/Pool via REUTERS"),
    ("{} Stringer/Anadolu via Getty Images", "Stringer/Anadolu via Getty Images"),
    ("{} [File: Jane Doe/Reuters]", "File: Jane Doe/Reuters"),
    ("{} (Foto: Jürgen Groß/dpa)", "Jürgen Groß/dpa"),
    ("{} (Photo Jane Doe. AFP)", "Jane Doe. AFP"),
    ("{} Foto: José Núñez / EFE", "José Núñez / EFE"),
    ("{} (Foto Ugo Rossi/ANSA)", "Ugo Rossi/ANSA"),
    ("{} — Foto: João Lima/Agência Brasil", "João Lima/Agência Brasil"),
    ("{} JANE DOE / AFP", "JANE DOE / AFP"),
    ("{} JANE DOE (EFE)", "JANE DOE (EFE)"),
    ("{} (AP: Jane Doe)", "AP: Jane Doe"),
    ("{} (Pool Photo via AP)", "Pool Photo via AP"),
    ("{} Photo courtesy of Velmora Boat Club", "courtesy of Velmora Boat Club"),
    ("{} NASA/ESA", "NASA/ESA"),
    ("{} Jane Doe/For The Washington Post", "Jane Doe/For The Washington Post"),
    ("{} Jane Doe/AP ATTENTION EDITORS - THIS IMAGE HAS BEEN SUPPLIED BY A THIRD PARTY", "Jane Doe/AP"),
    ("{} (Photo by Jane Doe / AFP) (Photo by JANE DOE/AFP via Getty Images)", "Jane Doe / AFP"),
    ("{} (AP Photo/J.D. Doe, File)", "AP Photo/J.D. Doe, File"),
    ("{} (Jane Doe/AP)© Provided by The Associated Press {} (Jane Doe/AP)", "Jane Doe/AP"),
]
TRAPS = [
    CAPTION,
    "Commuters reach Port Hallam via Brackwater while the line is closed.",
    "Fans wait outside the AC/DC tribute night in Velmora.",
    "A Reuters cameraman films the crowd at the boat race.",
    "A mural reads “Nobody swims alone.”",
    "The choir rehearses “Via Crucis” in the crypt of St. Brendan's.",
    "Workers repair a roof in Washington, D.C.",
    "A screen shows the logo of Getty Images at a trade fair.",
    "The 2023/24 season opens with a parade.",
    "Mayor Odette Lindqvist, left, meets residents in Brackwater, Wash., on Tuesday.",
]


@pytest.mark.parametrize("caption", TRAPS)
@pytest.mark.parametrize(("form", "credit"), FORMS)
def test_caption_and_credit_come_apart(form, credit, caption):
    split = split_caption(form.replace("{}", caption))
    assert (split.caption, split.credit) == (caption, credit)


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("JANE DOE / AFP via Getty Images", "JANE DOE / AFP via Getty Images"),
        ("Photo: Jane Doe/Reuters", "Jane Doe/Reuters"),
        ("(AP Photo/Jane Doe)", "AP Photo/Jane Doe"),
        ("Getty Images", "Getty Images"),
        ("© Jane Doe", "Jane Doe"),
    ],
)
def test_credit_alone_has_no_caption(line, credit):
    split = split_caption(line)
    assert (split.is_caption, split.caption, split.credit) == (True, "", credit)


@pytest.mark.parametrize(
    "line",
    [
        "He sold the negatives to Getty Images.",
        "“Nobody called us,” the harbour master told Reuters.",
        "They came via Brackwater and left via Tarn End.",
        "The fee was set at £30/hour, according to a notice seen by AFP.",
        "Reporting by Jane Doe; Editing by John Roe",
        "The letter was first reported by The Washington Post.",
        "BRACKWATER (Reuters) - The ferry company said on Monday it would cut fares.",
        "The prize went to a photograph by Li Na for The New York Times.",
        "Photo by photo, the archivist rebuilt the album.",
        "Credit for the rescue belongs to the night porter.",
        "The Associated Press contributed to this report.",
        "",
    ],
)
def test_paragraph_is_no_caption(line):
    assert not split_caption(line).is_caption


def test_leading_file_counts_as_a_qualifier():
    assert split_caption(f"FILE - {CAPTION} (Jane Doe/AP)").parts.qualifiers == ("file",)


def test_expected_caption_needs_no_credit():
    line = "The crew took the boat out for the last time."
    assert split_caption(line, expected=True).is_caption


def test_guess_is_not_called_sure():
    assert not split_caption("A ferry in the fog at Tarn End Jane Doe/AP").is_sure


@given(st.text(max_size=300), st.booleans())
def test_free_text_never_crashes(text, expected):
    split_caption(text, expected)


@given(st.text(max_size=300))
def test_caption_and_credit_stand_in_the_line(text):
    split = split_caption(text)
    assert split.caption in text
    assert split.credit in text


HOSTILE = [
    "(",
    ")",
    "[(",
    "Photo: ",
    "Credit",
    "FILE - ",
    "A. ",
    "a.A",
    "Image source, ",
    "hide caption ",
    "| ",
    "/",
    "“",
    " ",
    "1 of 2. ",
    "Getty Images ",
    "Aa",
]


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("size", [3_900, 1_000_000])
def test_hostile_line_is_read_to_its_end(piece, size):
    """A splitter of quadratic time would not come back from a megabyte."""
    assert 0 <= split_caption(piece * (size // len(piece))).confidence <= 1


@pytest.mark.parametrize(
    ("credit", "line"),
    [
        ("Hallam Police Department", "A bison stands in an aisle in Hallam, Wyo. (Hallam Police Department)"),
        ("ABC Sunshine Coast: Jane Doe", "The pelican boarded the ferry in January. (ABC Sunshine Coast: Jane Doe)"),
        ("Supplied: Noosa Ferries", "The pelican boarded the ferry in January. (Supplied: Noosa Ferries)"),
        ("AFP via Getty Images", "The ferry left Hallam on time AFP via Getty Images"),
        ("White House Photo by Jane Doe", "The helicopter lands at dawn. (White House Photo by Jane Doe)"),
        ("Jane Doe/AP", "Ann Lee of Hallam F.C. Jane Doe/AP"),
        ("Jane Doe", "File picture of the quay. Photo: Jane Doe"),
        ("Jane Doe/Reuters", "The quay at dawn CreditJane Doe/Reuters"),
        ("Hallam Council", "The quay, at dawn. | Hallam Council"),
        ("BACKGRID", "The couple arrives in Hallam BACKGRID"),
        ("Jane Doe/Tarn Moor Films", "The crew in fog / Jane Doe/Tarn Moor Films"),
        ("ANTARA/Jane Doe", "Hallam Bridge. ANTARA/Jane Doe"),
        ("APA/JANE DOE", "Lotsen in Hallam am 2/3. Mai APA/JANE DOE"),
        ("REUTERS/Jane Doe", "[1/2]The yard, May 3, 2025. REUTERS/Jane Doe Purchase Licensing Rights, opens new tab"),
    ],
)
def test_credit_of_a_caption_is_cut_off(credit, line):
    assert split_caption(line).credit == credit


@pytest.mark.parametrize("credit", ["JANE DOE/STUFF", "AFP", "Jane Doe/Reuters"])
def test_credit_may_stand_before_its_caption(credit):
    label = "" if credit.isupper() and "/" in credit else "Credit: "
    split = split_caption(f"{label}{credit} The mayor opens the quay at Hallam.")
    assert (split.caption, split.credit) == ("The mayor opens the quay at Hallam.", credit)


@pytest.mark.parametrize(
    "headline",
    ["Ferry Aground in Hallam – What We Know", "FERRY RUNS AGROUND - HALLAM MAYOR", "Hallam United 3 - 2 Tarn Rovers"],
)
def test_headline_with_a_dash_is_no_credit(headline):
    assert not split_caption(headline).credit


def test_headline_that_ends_in_a_house_is_not_called_sure():
    assert not split_caption("Storm Hits Hallam — Reuters").is_sure


@pytest.mark.parametrize("opening", ["FOTO DE ARCHIVO: ", "ARCHIVBILD - ", "ARCHIVO.- ", "Photo d’archives - "])
def test_file_word_of_another_language_opens_a_caption(opening):
    split = split_caption(f"{opening}{CAPTION} (Jane Doe/AP)")
    assert (split.caption, split.parts.qualifiers) == (CAPTION, ("file",))


def test_courtesy_of_nobody_is_no_credit():
    assert not split_caption("Courtesy is free in Hallam.").credit


def test_year_in_brackets_is_no_credit():
    assert not split_caption("Fog over Hallam (May 2023).").credit


def test_institution_after_reported_speech_is_no_credit():
    assert not split_caption("The fire was out by noon, officials said. (Ministry of the Interior)").credit


def test_name_glued_to_a_full_stop_is_a_credit_under_words_that_tell_a_little():
    split = split_caption("The only dredger to have called at the port, in August 2023.Velmora Havn")
    assert split.credit == "Velmora Havn"
