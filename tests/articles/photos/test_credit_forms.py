"""Credits as papers print them day by day: who is what in them."""

import pytest

from articles.photos.credits import Credit, parse_credit


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("ST PHOTO: JANE DOE", Credit(("JANE DOE",), agency="ST PHOTO")),
        ("AN Photo by Jane Doe", Credit(("Jane Doe",), agency="AN")),
        ("Staff photo by Jane Doe", Credit(("Jane Doe",))),
        ("Official White House Photo by Jane Doe", Credit(("Jane Doe",), agency="White House")),
        ("© UNICEF/UN0123/Tarn", Credit(("Tarn",), agency="UNICEF")),
        ("Jane Doe / The Seattle Times, 2019", Credit(("Jane Doe",), agency="The Seattle Times")),
        ("Rijksmuseum Velmora / Bridgeman Images", Credit(source="Rijksmuseum Velmora", agency="Bridgeman Images")),
        ("Family handout", Credit(source="Family", qualifiers=("handout",))),
        ("DALL·E / The Verge", Credit(source="DALL·E", agency="The Verge")),
        ("Land Rover", Credit(source="Land Rover")),
        ("IDF Spokesperson's Unit", Credit(source="IDF Spokesperson's Unit")),
        ("Special Arrangement", Credit()),
        ("Jane Doe/AFP via Getty Images/AFP", Credit(("Jane Doe",), agency="AFP", distributor="")),
        ("AFP or licensors", Credit(agency="AFP")),
        ("ANTARA FOTO/Jane Doe/nym", Credit(("Jane Doe",), agency="ANTARA FOTO")),
        ("JANE DOE, ARCHIVES LA PRESSE", Credit(("JANE DOE",), agency="LA PRESSE", qualifiers=("file",))),
        ("JANE DOE / TARN VALLEY TIMES", Credit(("JANE DOE",), agency="TARN VALLEY TIMES")),
        ("Jane Doe, jdoe@hallamstar.example", Credit(("Jane Doe",))),
        ("Jane Doe, Contributing Photographer", Credit(("Jane Doe",))),
        ("Jane Doe/Invision/AP", Credit(("Jane Doe",), agency="Invision", distributor="AP")),
        ("AP-Yonhap", Credit(agency="AP", distributor="Yonhap")),
        (
            "Press Service of the Emergency Service in Dent region/Handout via REUTERS",
            Credit(
                source="Press Service of the Emergency Service in Dent region",
                distributor="REUTERS",
                qualifiers=("handout",),
            ),
        ),
    ],
)
def test_each_part_finds_its_place(line, credit):
    assert parse_credit(line) == credit
