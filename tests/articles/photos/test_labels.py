"""The words that announce a credit, in many languages, and what else stands round it."""

import pytest

from articles.photos.captions import split_caption
from articles.photos.labels import strip_credit_labels

LINES = {
    "Bến phà Hallam lúc bình minh. Ảnh: Reuters": ("Bến phà Hallam lúc bình minh.", "Reuters"),
    "Bến phà Hallam lúc bình minh Ảnh: Reuters": ("Bến phà Hallam lúc bình minh", "Reuters"),
    "हैलम का घाट (फोटो: पीटीआई)": ("हैलम का घाट", "पीटीआई"),
    "할람 부두의 아침 (사진=뉴시스)": ("할람 부두의 아침", "뉴시스"),
    "哈勒姆渡口的清晨。 图片来源：视觉中国": ("哈勒姆渡口的清晨。", "视觉中国"),
    "哈勒姆渡口的清晨。图/路透社": ("哈勒姆渡口的清晨。", "路透社"),
    "ハラム埠頭の朝（写真：ロイター）": ("ハラム埠頭の朝", "ロイター"),
    "ハラム埠頭の朝（山田花子撮影）": ("ハラム埠頭の朝", "山田花子"),
    "رصيف هالام عند الفجر (رويترز)": ("رصيف هالام عند الفجر", "رويترز"),
    "Το λιμάνι του Χάλαμ. Φωτογραφία: ΑΠΕ-ΜΠΕ": ("Το λιμάνι του Χάλαμ.", "ΑΠΕ-ΜΠΕ"),
    "Přístaviště v Hallamu. Autor: Jana Nová": ("Přístaviště v Hallamu.", "Jana Nová"),
    "Dermaga Hallam. Foto: Dok. Humas Hallam": ("Dermaga Hallam.", "Humas Hallam"),
    "The quay at Hallam. Photo / Jane Doe": ("The quay at Hallam.", "Jane Doe"),
    "The quay at Hallam. Photo credit should read JANE DOE/AFP": ("The quay at Hallam.", "JANE DOE/AFP"),
    "The quay at Hallam.—Reuters": ("The quay at Hallam.", "Reuters"),
    "The quay at Hallam. —JANE DOE/DAWN": ("The quay at Hallam.", "JANE DOE/DAWN"),
    "The quay at Hallam / Fot. Jane Doe": ("The quay at Hallam", "Jane Doe"),
}


@pytest.mark.parametrize("line", LINES)
def test_label_parts_caption_and_credit(line):
    split = split_caption(line)
    assert (split.caption, split.credit) == LINES[line]


@pytest.mark.parametrize("house", ["Picture Alliance", "Photo 12", "Photo News"])
def test_house_that_begins_with_a_label_stays_whole(house):
    assert strip_credit_labels(f"{house}/Jane Doe") == f"{house}/Jane Doe"


def test_rights_are_no_part_of_a_credit():
    assert strip_credit_labels("© Jane Doe. All rights reserved.") == "Jane Doe"


@pytest.mark.parametrize("owner", ["ST", "Express"])
def test_house_before_the_label_belongs_to_the_credit(owner):
    assert split_caption(f"The quay at Hallam. {owner} PHOTO: JANE DOE").credit == f"{owner} PHOTO: JANE DOE"
