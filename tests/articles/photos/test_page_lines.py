"""Lines of a page that belong to no picture."""

import pytest

from articles.photos.captions import split_caption
from articles.photos.page_lines import is_page_line

NO_CAPTIONS = [
    "Tarn End (dpa/abc) - Die Fähre fährt wieder.",
    "Tarn End, 3 may (EFE).- El barco volvió al puerto.",
    "(ANSA) - TARN END, 03 MAG - Il traghetto torna.",
    "TARN END, 3 мая. /ТАСС/. Паром вернулся.",
    "ХАЛЛАМ, 3 мая — РИА Новости. Паром вернулся.",
    "【共同】フェリーが戻った。",
    "Sud Ouest avec AFP",
    "mit dpa",
    "Con información de EFE",
    "By JANE DOE Associated Press",
    "Von Anna Berg, dpa",
    "Lire aussi : Le bac de Tarn End en images",
    "Leia também: A balsa de Hallam",
    "Читайте также: Паром в Халламе",
    "READ MORE: The ferry in pictures",
    "Photos: See more of the regatta in our gallery",
    "Published 3 May 2023",
    "4 min read",
    "Copyright 2023 The Hallam Herald. All rights reserved.",
    "Das teilte der Hafen am Freitag mit.",
    "Об этом сообщил порт Халлама.",
    "Liman yetkilileri feribotun döndüğünü söyledi.",
    "Według portu prom wrócił do Hallam.",
]


@pytest.mark.parametrize("line", NO_CAPTIONS)
def test_line_of_the_page_is_no_caption(line):
    assert not split_caption(line).is_caption


@pytest.mark.parametrize(
    "caption",
    [
        "Fog over Hallam (Reuters).",
        "By the quay at Tarn End, a heron waits.",
        "Von links nach rechts: die drei Lotsen von Hallam.",
        "Watch repairers at work in Tarn End.",
        "Жители Казани на набережной.",
        "AFP/Getty Images",
        "JANE DOE / AFP / GETTY IMAGES",
    ],
)
def test_caption_is_no_line_of_the_page(caption):
    assert not is_page_line(caption, caption)


def test_story_that_tells_of_a_place_in_brackets_is_no_dateline():
    assert not is_page_line("The ferry (a catamaran) - built in Hallam - at its pier", "")
