"""What a file said beside what the library has."""

from datetime import UTC, datetime

import pytest

from articles.photos.file_words import what_the_file_said
from articles.photos.metadata import FileWords, Licensor
from articles.photos.models import Photo

pytestmark = pytest.mark.django_db


def compare(photo=None, **words):
    return what_the_file_said(photo or Photo(), FileWords(**words).as_json())


def row(photo=None, label="Caption", **words):
    return next(row for row in compare(photo, **words).rows if row.label == label)


def test_words_kept_as_json_come_back_as_they_were():
    words = FileWords(keywords=("a", "b"), licensors=(Licensor("AFP", "https://example.org/"),), contact={"city": "X"})
    assert FileWords.from_json(words.as_json()) == words


def test_words_kept_by_another_release_are_read_as_far_as_they_are_known():
    assert FileWords.from_json({"headline": "Gulls", "of another day": 1}).headline == "Gulls"
    assert FileWords.from_json({}) == FileWords()


@pytest.mark.parametrize(
    ("caption", "state"), [("Gulls over the pier.", "same"), ("Something else.", "differs"), ("", "empty")]
)
def test_state_says_how_the_two_compare(caption, state):
    assert row(Photo(caption=caption), description="Gulls over the pier.").state == state


def test_what_the_library_cannot_take_over_says_so():
    assert row(label="Taken", date_created="2024").state == "unused"


def test_file_is_shown_as_it_is_and_read_without_its_credit():
    caption = row(description="Gulls circle over the pier on Sunday. (Photo by Maren Holt / AFP)")
    assert caption.said.endswith("(Photo by Maren Holt / AFP)")
    assert caption.reading == "Gulls circle over the pier on Sunday."
    assert caption.takes == {"caption": "Gulls circle over the pier on Sunday."}


def test_reading_that_is_what_the_file_said_is_not_said_twice():
    assert row(label="City", city="Saltmere").reading == ""


def test_credit_is_taken_over_in_its_parts():
    credit = row(label="Credit", creators=("Ann Lee",), credit_line="AFP via Getty Images", source="AFP")
    assert credit.said == "Creator: Ann Lee\nCredit line: AFP via Getty Images\nSource: AFP"
    assert credit.takes == {
        "credit_line": "Ann Lee / AFP via Getty Images",
        "creators": "Ann Lee",
        "source": "",
        "agency": "AFP",
        "distributor": "Getty Images",
        "qualifiers": [],
    }


def test_credit_found_in_the_description_only_says_where_it_stood():
    credit = row(label="Credit", description="Gulls circle over the pier on Sunday. (Photo by Maren Holt / AFP)")
    assert (credit.said, credit.takes["agency"]) == ("In the description", "AFP")


def test_time_is_taken_over_as_the_form_writes_it():
    photo = Photo(taken_at=datetime(2026, 5, 3, 13, 20, tzinfo=UTC))
    taken = row(photo, label="Taken", date_created="2026-05-03T14:20:00+01:00")
    assert taken.takes == {"taken_at_0": "03/05/2026", "taken_at_1": "13:20:00"}
    assert (taken.state, taken.reading) == ("same", "3 May 2026, 13:20")


def test_keywords_are_taken_over_one_a_line():
    keywords = row(Photo(keywords=["gulls", "pier"]), label="Keywords", keywords=("gulls", "pier"))
    assert (keywords.takes, keywords.state) == ({"keywords": "gulls\npier"}, "same")


def test_how_it_was_made_is_read_in_words():
    address = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"
    made = row(label="How it was made", digital_source_type=address)
    assert (made.said, made.reading, made.takes) == (
        address,
        "Digital capture",
        {"digital_source_type": "digitalCapture"},
    )


def test_javascript_address_is_shown_and_not_taken_over():
    statement = row(label="Rights statement on the web", web_statement="javascript:alert(1)")
    assert (statement.said, statement.state) == ("javascript:alert(1)", "unused")


def test_too_long_a_word_is_taken_over_as_far_as_the_field_holds_it():
    assert len(row(label="City", city="x" * 300).takes["city"]) == 200


def test_file_that_says_nothing_has_no_rows_and_says_under_what():
    said = compare()
    assert (said.rows, said.others, said.blocks) == ([], [], [])
    assert said.silent[:2] == ["Credit", "Caption"]


def test_what_the_library_has_no_field_for_is_told():
    said = compare(headline="Gulls", licensors=(Licensor("A", email="a@example.org"), Licensor("B")))
    assert said.others == [
        ("Headline", "Gulls"),
        ("To reach the licensor", "a@example.org"),
        ("Other licensors", "B"),
    ]


def test_raw_blocks_are_readable():
    said = compare(raw={"xmp": {"dc:title": {"x-default": "Łódź"}}, "iim": {}, "exif": {"Artist": "Ann"}})
    assert [name for name, _ in said.blocks] == ["XMP", "EXIF"]
    assert "Łódź" in dict(said.blocks[0][1])["dc:title"]
