"""The text importer: stories of many outlets, files that are no story, and text that means it harm."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.importers.incoming import IncomingPhoto, IncomingStory
from articles.importers.text import UnreadableStory, parse_text
from tests.articles.importers.samples import BODY

ROOT = Path(__file__).resolve().parents[3]


STORIES = ROOT / "tests" / "data" / "stories"


SEED = ROOT.parent / "shared" / "seeds" / "story.txt"


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


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_make_no_difference(encoding, newline):
    text = "Chloé’s harbour – shut for “a winter”\n\n" + BODY
    assert parse_text(text.replace("\n", newline).encode(encoding)) == parse_text(text)


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


def test_soft_hyphens_are_taken_out():
    assert parse_text(f"Board clo\u00adses ba\u00adsin\n\n{BODY}").headline == "Board closes basin"


def test_hard_space_after_a_number_stays_and_one_between_words_goes():
    story = parse_text(f"Board closes basin\n\n{BODY}\nIt will cost 40\u00a0million. No\u00a0one pays.")
    assert story.paragraphs[-1].text == "It will cost 40\u00a0million. No one pays."


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


@settings(max_examples=150)
@given(st.binary(max_size=300))
def test_bytes_never_crash(data):
    try:
        parse_text(data)
    except UnreadableStory as error:
        assert str(error)


def everything_in(story: IncomingStory) -> str:
    return repr(story).replace("\\n", " ")


@settings(max_examples=150)
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


@settings(max_examples=100)
@given(LINES)
def test_free_lines_never_crash(lines):
    try:
        parse_text("\n".join(lines))
    except UnreadableStory as error:
        assert str(error)
