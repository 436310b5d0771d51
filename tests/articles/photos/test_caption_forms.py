"""The caption splitter: how the daily lines of many papers come apart, and which of them nobody can be sure of."""

import pytest

from articles.photos.captions import split_caption

CAPTION = "A dredger clears silt from the basin at Port Hallam."


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("The yard of Tarn Bros. Inc.J.D. Doe / AP", "The yard of Tarn Bros. Inc.", "J.D. Doe / AP"),
        ("Ann Lee and Hal Roe Sr.Jane Doe / AP", "Ann Lee and Hal Roe Sr.", "Jane Doe / AP"),
        ("Image Credits: Jane Doe / Getty Images", "", "Jane Doe / Getty Images"),
        ("Credit...Illustration by Jane Doe", "", "Jane Doe"),
        ("Photo-Illustration: Jane Doe; Getty Images", "", "Jane Doe; Getty Images"),
        ("Visitors in Tarn. (Reuters)", "Visitors in Tarn.", "Reuters"),
        ("Visitors in Tarn. Courtesy of Velmora Boats", "Visitors in Tarn.", "Courtesy of Velmora Boats"),
        ("Ann Lee and Hal Roe. SIPA/Rex", "Ann Lee and Hal Roe.", "SIPA/Rex"),
        ("ハラム市長の湯本氏＝共同", "ハラム市長の湯本氏", "共同"),
        ("孩子们在公园玩耍。（新华社记者 李明 摄）", "孩子们在公园玩耍。", "新华社记者 李明 摄"),
        (f"{CAPTION} Fot. Jan Nowak / Agencja Gazeta", CAPTION, "Jan Nowak / Agencja Gazeta"),
        (f"{CAPTION} [Screengrab/Telegram]", CAPTION, "Screengrab/Telegram"),
        (f"{CAPTION} (Screengrab)", CAPTION, "Screengrab"),
        (f"{CAPTION} File pic: PA", CAPTION, "File pic: PA"),
        ("The minister in Tarn PHOTO JANE DOE, LA PRESSE", "The minister in Tarn", "JANE DOE, LA PRESSE"),
        (
            f"{CAPTION} (Satellite image ©2024 Maxar Technologies via AP)",
            CAPTION,
            "Satellite image ©2024 Maxar Technologies via AP",
        ),
        (
            f"Enlarge this image {CAPTION} Jane Doe/Tarn Radio hide caption toggle caption Jane Doe/Tarn Radio",
            CAPTION,
            "Jane Doe/Tarn Radio",
        ),
        (
            "O prefeito no porto - Ana Reis - 5.mai.25/Folhapress",
            "O prefeito no porto",
            "Ana Reis - 5.mai.25/Folhapress",
        ),
    ],
)
def test_form_comes_apart(line, caption, credit):
    split = split_caption(line)
    assert (split.caption, split.credit) == (caption, credit)


@pytest.mark.parametrize(
    "line",
    [
        "Captain Jane Doe (Hallam Rovers Football Club)",
        "Dr. Jane Doe, senior fellow (Reuters Institute)",
        "Minister Hal Roe (SPD)",
        "The show runs until May 5 (Hallam Museum).",
    ],
)
def test_bracket_that_says_whose_or_where_is_no_credit(line):
    assert not split_caption(line).credit


@pytest.mark.parametrize(
    "line",
    [
        "Die Feuerwehr sucht nach der Ursache. (dpa/lno)",
        "With files from Jane Doe and The Canadian Press",
        "— With files from CBC News",
        "Avec des informations de La Presse canadienne",
        "Follow Jane Doe on Instagram",
        "Picture: it is 1974 and the lights are about to go out, as they did every night.",
    ],
)
def test_line_of_the_story_is_no_caption(line):
    assert not split_caption(line).is_caption


def test_long_line_without_a_full_stop_is_a_caption():
    line = "Only two of the old boat sheds are still owned by the families who built them"
    assert split_caption(line).is_caption


def test_file_word_behind_the_caption_is_a_qualifier():
    split = split_caption(f"{CAPTION} File | Photo Credit: ANI")
    assert (split.caption, split.parts.qualifiers) == (CAPTION, ("file",))


@pytest.mark.parametrize(
    "line",
    [
        "Der Hafen bleibt wegen der Flut bis zum Abend gesperrt. (AFP)",
        "The council voted against the plan on Monday. (Reuters)",
        "Jane Doe, Reuters",
        "(AP)",
        "© 2025 AFP",
        "Source: Hallam Statistics Office",
        f"{CAPTION} Composite: Getty Images",
        f"{CAPTION} [Photo/Xinhua]",
        f"{CAPTION} Photo: AP-Yonhap",
        f"{CAPTION} Photo: Jane Doe, Hallam Star",
        f"{CAPTION} Photo: Hallam SES",
        f"{CAPTION} Photo: Hallam Live",
        f"{CAPTION} Photo: Imago/Tarn-Moments",
        f"{CAPTION} Photo: Imago/Sven Simon",
        f"{CAPTION} Photo: Tarn/Alamy",
        f"{CAPTION} Photo: Tarn Media/Alamy",
        f"{CAPTION} Photo: NASA, ESA, CSA",
        f"{CAPTION} Photo: Jane Doe and the Dent Choir",
        f"{CAPTION} Photo: Mayor Jane Doe/Telegram",
        f"{CAPTION} Photo: Courtesy of the artist",
        "Photo illustration: Jane Doe/Axios. Photos: Getty Images",
        "Ann Lee at her stall in the U.S.A.J. Doe/AP",
    ],
)
def test_line_that_can_be_read_twice_is_not_called_sure(line):
    assert not split_caption(line).is_sure


@pytest.mark.parametrize(
    "unit", ["Inc.T.J. ", "PHOTO DOE, ", "UN/UN0637/", "(Dent Choir) ", "Satellite image ©", "; Photo: "]
)
def test_repeated_form_is_read_to_its_end(unit):
    assert 0 <= split_caption(unit * (3_900 // len(unit))).confidence <= 1
