"""The credit grammar: forms met in print into parts, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.photos.credits import QUALIFIERS, STYLES, Credit, format_credit, parse_credit

FORMS = {
    "Jane Doe / AFP via Getty Images": Credit(("Jane Doe",), "", "AFP", "Getty Images"),
    "Jane Doe / AFP – Getty Images": Credit(("Jane Doe",), "", "AFP", "Getty Images"),
    "Jane Doe/Agence France-Presse — Getty Images": Credit(("Jane Doe",), "", "Agence France-Presse", "Getty Images"),
    "Jane Doe—Getty Images": Credit(("Jane Doe",), "", "Getty Images"),
    "(AP Photo/Jane Doe, File)": Credit(("Jane Doe",), "", "AP Photo", "", ("file",)),
    "REUTERS/Jane Doe": Credit(("Jane Doe",), "", "REUTERS"),
    "Reuters/Jane Doe/Files": Credit(("Jane Doe",), "", "Reuters", "", ("file",)),
    "Handout via REUTERS": Credit((), "", "", "REUTERS", ("handout",)),
    "Velmora Police/Handout via REUTERS": Credit((), "Velmora Police", "", "REUTERS", ("handout",)),
    "Jane Doe/Pool via AP": Credit(("Jane Doe",), "", "", "AP", ("pool",)),
    "Stringer/Anadolu via Getty Images": Credit((), "", "Anadolu", "Getty Images", ("stringer",)),
    "Courtesy of the Velmora Boat Club": Credit((), "Velmora Boat Club", "", "", ("courtesy",)),
    "Photograph: Jane Doe/The Guardian": Credit(("Jane Doe",), "", "The Guardian"),
    "CreditJane Doe/The New York Times, via Redux": Credit(("Jane Doe",), "", "The New York Times", "Redux"),
    "Jane Doe for The New York Times": Credit(("Jane Doe",), "", "The New York Times"),
    "Jane Doe for The Washington Post via Getty Images": Credit(
        ("Jane Doe",), "", "The Washington Post", "Getty Images"
    ),
    "JANE DOE POUR « LE MONDE »": Credit(("JANE DOE",), "", "LE MONDE"),
    "Foto: Jürgen von der Lühe/dpa": Credit(("Jürgen von der Lühe",), "", "dpa"),
    "Foto: picture alliance/dpa/Jane Doe": Credit(("Jane Doe",), "", "picture alliance", "dpa"),
    "Photo Jane Doe. AFP": Credit(("Jane Doe",), "", "AFP"),
    "JANE DOE (EFE)": Credit(("JANE DOE",), "", "EFE"),
    "(AP: Jane Doe)": Credit(("Jane Doe",), "", "AP"),
    "© Jane Doe": Credit(("Jane Doe",)),
    "Jane Doe and John Roe/AFP": Credit(("Jane Doe", "John Roe"), "", "AFP"),
    "Jane Doe, John Roe / AP": Credit(("Jane Doe", "John Roe"), "", "AP"),
    "José Ortega y Gasset / EFE": Credit(("José Ortega y Gasset",), "", "EFE"),
    "Jane Doe-Imagn Images": Credit(("Jane Doe",), "", "Imagn Images"),
    "Jane Doe, USA TODAY": Credit(("Jane Doe",), "", "USA TODAY"),
    "Ministry of Fish / AFP – Getty Images": Credit((), "Ministry of Fish", "AFP", "Getty Images"),
    "AFP/GETTY": Credit((), "", "AFP", "GETTY"),
    "U.S. Army photo by Staff Sgt. Jane Doe": Credit(("Staff Sgt. Jane Doe",), "", "U.S. Army"),
    "Composite: AP, Getty Images": Credit((), "", "AP", "Getty Images", ("composite",)),
    "the Associated Press": Credit((), "", "Associated Press"),
    "Jane Doe/Bellweather": Credit(("Jane Doe",), "", "Bellweather"),
    "Mandatory Credit: Jane Doe/Reuters": Credit(("Jane Doe",), "", "Reuters"),
    "Tarn Boat Club / Jane Doe": Credit(("Jane Doe",), "Tarn Boat Club"),
    "Tarn Boat Club/Jane Doe/Handout": Credit(("Jane Doe",), "Tarn Boat Club", "", "", ("handout",)),
    "NASA/Jane Doe": Credit(("Jane Doe",), "", "NASA"),
    "RFE/RL": Credit((), "", "RFE/RL"),
    "Jane Doe/RFE/RL": Credit(("Jane Doe",), "", "RFE/RL"),
    "Rex/Shutterstock": Credit((), "", "Rex", "Shutterstock"),
    "Jane Doe on Unsplash": Credit(("Jane Doe",), "", "Unsplash"),
    "Jane Doe/Getty Images for Hallam Fair": Credit(("Jane Doe",), "", "Getty Images"),
    "Jane Doe/Flickr (CC BY-SA 2.0)": Credit(("Jane Doe",), "", "Flickr"),
    "Jane Doe, CC BY 4.0, via Wikimedia Commons": Credit(("Jane Doe",), "", "", "Wikimedia Commons"),
    "© 2021 Jane Doe/AP": Credit(("Jane Doe",), "", "AP"),
    "Jane Doe/Shutterstock (1234567a)": Credit(("Jane Doe",), "", "Shutterstock"),
    "@tarnend/Instagram": Credit(("@tarnend",), "", "Instagram"),
    "Instagram/@tarnend": Credit(("@tarnend",), "", "Instagram"),
    "Twitter @tarnend": Credit(("@tarnend",), "", "Twitter"),
    "@tarnend via X": Credit(("@tarnend",), "", "", "X"),
    "iStock.com/tarnend": Credit(("tarnend",), "", "iStock.com"),
    "Facebook/Tarn End Council": Credit((), "Tarn End Council", "Facebook"),
    "Tarn End Council/Facebook": Credit((), "Tarn End Council", "Facebook"),
    "Tarn End Council via Telegram/Handout via REUTERS": Credit((), "Tarn End Council", "", "REUTERS", ("handout",)),
    "Divulgação/Prefeitura de Hallam": Credit((), "Prefeitura de Hallam", "", "", ("handout",)),
    "ANTARA/HO-Humas Hallam": Credit((), "Humas Hallam", "ANTARA", "", ("handout",)),
    "Cortesía de la familia Doe": Credit((), "familia Doe", "", "", ("courtesy",)),
    "Archivo EL TIEMPO": Credit((), "", "EL TIEMPO", "", ("file",)),
    "Bettmann Archive/Getty Images": Credit((), "", "Bettmann Archive", "Getty Images"),
    "Jane Doe/AFP, John Roe/AP": Credit(("Jane Doe", "John Roe"), "", "AFP"),
    "Jane Doe, Standard": Credit(("Jane Doe",), "", "Standard"),
    "AP via AAP: Jane Doe": Credit(("Jane Doe",), "", "AP", "AAP"),
    "新华社记者李明": Credit(("李明",), "", "新华社"),
    "AFP=연합뉴스": Credit((), "", "AFP", "연합뉴스"),
    "Screenshot: Tarn End Council": Credit((), "Tarn End Council"),
    "Jane Doe/Shutterstock.com": Credit(("Jane Doe",), "", "Shutterstock.com"),
    "Bettmann / Contributor / Getty Images": Credit((), "", "Bettmann", "Getty Images"),
    "Jane Doe from Pexels": Credit(("Jane Doe",), "", "Pexels"),
    "Jane Doe. Courtesy of Tarn Gallery": Credit(("Jane Doe",), "Tarn Gallery", "", "", ("courtesy",)),
    "Jane Doe-Hallam Herald": Credit(("Jane Doe",), "", "Hallam Herald"),
    "YouTube screengrab": Credit((), "YouTube"),
    "Jane Doe/Reuters ATTENTION EDITORS - THIS IMAGE WAS PROVIDED BY A THIRD PARTY": Credit(
        ("Jane Doe",), "", "Reuters"
    ),
}


@pytest.mark.parametrize("line", FORMS)
def test_form_is_read_into_its_parts(line):
    assert parse_credit(line) == FORMS[line]


@pytest.mark.parametrize("line", FORMS)
@pytest.mark.parametrize("style", STYLES)
def test_each_form_survives_each_style(line, style):
    assert parse_credit(format_credit(FORMS[line], style)) == FORMS[line]


def test_house_style_puts_file_last():
    credit = Credit(("Jane Doe",), "", "AFP", "Getty Images", ("file",))
    assert format_credit(credit) == "Jane Doe / AFP via Getty Images file"


def test_raw_line_is_kept():
    assert parse_credit("Photo: Jane Doe/AP").raw == "Photo: Jane Doe/AP"


def test_no_credit_is_false():
    assert not parse_credit("")


def test_prose_has_low_confidence():
    assert parse_credit("the council met on Monday and went home").confidence < 0.3


def test_known_form_is_sure():
    assert parse_credit("Jane Doe / AFP via Getty Images").is_sure


@pytest.mark.parametrize("line", ["Tarn Pictures via AP", "Jane Doe/Tarn Moor", "Tarn", "AP via Tarn Moor"])
def test_part_that_could_stand_elsewhere_makes_a_reading_unsure(line):
    assert not parse_credit(line).is_plain


@pytest.mark.parametrize("line", ["Jane Doe", "Jane Doe/Tarn Moor via AP", "Ministry of Fish", "NASA/Jane Doe", "Pool"])
def test_part_that_has_one_place_makes_a_plain_reading(line):
    assert parse_credit(line).is_plain


def test_qualifiers_have_one_order():
    assert Credit(qualifiers=("file", "pool")) == Credit(qualifiers=("pool", "file"))


SCRIPTS = [
    "Jane Doe",
    "José Núñez",
    "Anne-Marie O’Neill",
    "Ludwig van der Velde",
    "Олена Шевченко",
    "Νίκος Παππάς",
    "山田 太郎",
    "김민수",
    "محمد العلي",
    "יעל כהן",
    "आशा शर्मा",
    "สมชาย ใจดี",
    "D. P. Iyer",
    "Nguyễn Văn An",
    "Þóra Ólafsdóttir",
    "李娜",
]
NAMES = st.sampled_from(SCRIPTS) | st.builds(
    "{} {}".format,
    *[
        st.text(st.characters(categories=("Lu", "Lo")), min_size=1, max_size=1).flatmap(
            lambda head: st.text(st.characters(categories=("Ll", "Lo")), min_size=2, max_size=8).map(head.__add__)
        )
    ]
    * 2,
)
HOUSE_NAMES = ["AFP", "Reuters", "AP Photo", "Getty Images", "The New York Times", "Velmora Herald", "Anadolu", "dpa"]
CREDITS = st.builds(
    Credit,
    st.lists(NAMES, max_size=3).map(tuple),
    st.sampled_from(["", "", "Ministry of Fish", "NASA", "Velmora Boat Club", "Merrowick"]),
    st.sampled_from(["", *HOUSE_NAMES, "Some Unlisted Body"]),
    st.sampled_from(["", *HOUSE_NAMES, "Some Library"]),
    st.lists(st.sampled_from(QUALIFIERS), unique=True).map(tuple),
)


@given(CREDITS, st.sampled_from(sorted(STYLES)))
def test_what_is_formatted_parses_into_the_same_parts(credit, style):
    assert parse_credit(format_credit(credit, style)) == credit


@given(st.text(max_size=200))
def test_free_text_never_crashes(text):
    format_credit(parse_credit(text))


HOSTILE = ["(", "/", " via ", "a/", "Credit", "Photo by ", "A. ", " ", "\u00a0", "-", "©", "x and ", "Courtesy of "]


@pytest.mark.parametrize("piece", HOSTILE)
def test_megabyte_of_hostile_text_is_read_to_its_end(piece):
    """A parser of quadratic time would not come back from it."""
    assert 0 <= parse_credit(piece * (1_000_000 // len(piece))).confidence <= 1


@pytest.mark.parametrize("house", ["Sacramento Bee", "Toronto Star", "Potomac Standard"])
def test_house_that_holds_the_letters_of_to_stays_whole(house):
    assert parse_credit(f"Jane Doe/{house}").agency == house
