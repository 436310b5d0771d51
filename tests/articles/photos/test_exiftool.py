"""What exiftool writes, we read: every field, in every block and every format."""

import io
import shutil
import subprocess

import pytest
from PIL import Image

from articles.photos.metadata import Licensor, read_metadata

pytestmark = pytest.mark.skipif(not shutil.which("exiftool"), reason="exiftool is not there")

KINDS = {"JPEG": "jpg", "TIFF": "tif", "PNG": "png", "WEBP": "webp", "AVIF": "avif"}
SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
XMP = {
    "description": (["XMP-dc:Description=Boote in Łódź, ‘früh’"], "Boote in Łódź, ‘früh’"),
    "creators": ([f"XMP-dc:Creator={name}" for name in ("Ann Lee", "Zoë Kim", "李明")], ("Ann Lee", "Zoë Kim", "李明")),
    "creators_jobtitle": (["XMP-photoshop:AuthorsPosition=Staff"], "Staff"),
    "credit_line": (["XMP-photoshop:Credit=A very long credit line that IIM would have cut short"],
                    "A very long credit line that IIM would have cut short"),
    "source": (["XMP-photoshop:Source=Coastline"], "Coastline"),
    "copyright_notice": (["XMP-dc:Rights=© 2026 Coastline"], "© 2026 Coastline"),
    "usage_terms": (["XMP-xmpRights:UsageTerms=Editorial use only"], "Editorial use only"),
    "web_statement": (["XMP-xmpRights:WebStatement=https://c.example/rights"], "https://c.example/rights"),
    "licensors": (["XMP-plus:LicensorName=Coastline Sales", "XMP-plus:LicensorURL=https://c.example/buy"],
                  (Licensor("Coastline Sales", "https://c.example/buy"),)),
    "headline": (["XMP-photoshop:Headline=Boats"], "Boats"),
    "title": (["XMP-dc:Title=BOATS-1"], "BOATS-1"),
    "event": (["XMP-iptcExt:Event=Regatta"], "Regatta"),
    "date_created": (["XMP-photoshop:DateCreated=2026:11:02 07:08:09+01:00"], "2026-11-02T07:08:09+01:00"),
    "sublocation": (["XMP-iptcCore:Location=Pier 3"], "Pier 3"),
    "city": (["XMP-photoshop:City=Llanfairpwllgwyngyllgogerychwyrndrobwll"], "Llanfairpwllgwyngyllgogerychwyrndrobwll"),
    "state": (["XMP-photoshop:State=Anglesey"], "Anglesey"),
    "country": (["XMP-photoshop:Country=Wales"], "Wales"),
    "country_code": (["XMP-iptcCore:CountryCode=GBR"], "GBR"),
    "keywords": (["XMP-dc:Subject=boats", "XMP-dc:Subject=sea"], ("boats", "sea")),
    "supplier_reference": (["XMP-photoshop:TransmissionReference=CL-77"], "CL-77"),
    "instructions": (["XMP-photoshop:Instructions=No archive"], "No archive"),
    "description_writer": (["XMP-photoshop:CaptionWriter=bk"], "bk"),
    "alt_text": (["XMP-iptcCore:AltTextAccessibility=Three boats"], "Three boats"),
    "extended_description": (["XMP-iptcCore:ExtDescrAccessibility=Three boats, one red"], "Three boats, one red"),
    "digital_source_type": ([f"XMP-iptcExt:DigitalSourceType={SOURCE_TYPE}"], SOURCE_TYPE),
}  # fmt: skip
IIM = {
    "description": (["IPTC:Caption-Abstract=Bateaux à l’aube"], "Bateaux à l’aube"),
    "creators": ([f"IPTC:By-line={name}" for name in ("Ann Lee", "Zoë Kim", "Bo")], ("Ann Lee", "Zoë Kim", "Bo")),
    "credit_line": (["IPTC:Credit=Coastline"], "Coastline"),
    "source": (["IPTC:Source=CL"], "CL"),
    "copyright_notice": (["IPTC:CopyrightNotice=© CL"], "© CL"),
    "headline": (["IPTC:Headline=Boats"], "Boats"),
    "title": (["IPTC:ObjectName=B1"], "B1"),
    "date_created": (["IPTC:DateCreated=2026:11:02", "IPTC:TimeCreated=07:08:09+01:00"], "2026-11-02T07:08:09+01:00"),
    "city": (["IPTC:City=Málaga"], "Málaga"),
    "country": (["IPTC:Country-PrimaryLocationName=Spain"], "Spain"),
    "keywords": (["IPTC:Keywords=boats", "IPTC:Keywords=sea"], ("boats", "sea")),
    "supplier_reference": (["IPTC:OriginalTransmissionReference=CL-77"], "CL-77"),
    "instructions": (["IPTC:SpecialInstructions=No archive"], "No archive"),
}
EXIF = {
    "description": (["EXIF:ImageDescription=Barcos al alba, sueño"], "Barcos al alba, sueño"),
    "creators": (["EXIF:Artist=Ann Lee; Zoë Kim; Bo"], ("Ann Lee", "Zoë Kim", "Bo")),
    "copyright_notice": (["EXIF:Copyright=© CL"], "© CL"),
    "date_created": (["EXIF:DateTimeOriginal=2026:11:02 07:08:09", "EXIF:OffsetTimeOriginal=+01:00"],
                     "2026-11-02T07:08:09+01:00"),
}  # fmt: skip


def written(tmp_path, kind, *tables, options=()):
    """A file of this kind into which exiftool wrote the tables."""
    path = tmp_path / f"picture.{KINDS[kind]}"
    Image.new("RGB", (64, 48), (9, 80, 30)).save(path, kind)
    tags = [f"-{tag}" for table in tables for stated, _ in table.values() for tag in stated]
    command = ["exiftool", "-q", "-m", "-overwrite_original", "-charset", "iptc=utf8", *options, *tags, path]
    subprocess.run(command, check=True, capture_output=True)
    return read_metadata(io.BytesIO(path.read_bytes()))


def differing(found, table):
    return {name: getattr(found, name) for name, (_, value) in table.items() if getattr(found, name) != value}


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_xmp(tmp_path, kind):
    assert differing(written(tmp_path, kind, XMP), XMP) == {}


@pytest.mark.parametrize("kind", ["JPEG", "TIFF", "PNG"])
def test_every_field_of_iim(tmp_path, kind):
    assert differing(written(tmp_path, kind, IIM, options=["-IPTC:CodedCharacterSet=UTF8"]), IIM) == {}


def test_iim_without_its_character_set(tmp_path):
    assert differing(written(tmp_path, "JPEG", IIM), IIM) == {}


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_exif(tmp_path, kind):
    assert differing(written(tmp_path, kind, EXIF), EXIF) == {}


@pytest.mark.parametrize("kind", ["JPEG", "TIFF", "PNG"])
def test_all_three_in_disagreement(tmp_path, kind):
    found = written(tmp_path, kind, XMP, IIM, EXIF)
    assert differing(found, XMP) == {}
    assert found.raw["iim"]["City"] == ["Málaga"]
    assert found.raw["exif"]["ImageDescription"] == "Barcos al alba, sueño"


def test_several_languages(tmp_path):
    tags = ["-XMP-dc:Description=Boats", "-XMP-dc:Description-de=Boote", "-XMP-dc:Description-pt-BR=Barcos"]
    path = tmp_path / "picture.jpg"
    Image.new("RGB", (64, 48)).save(path)
    subprocess.run(["exiftool", "-q", "-overwrite_original", *tags, path], check=True)
    with path.open("rb") as file:
        found = [read_metadata(file, language).description for language in ("", "de", "pt-br", "pt", "sv")]
    assert found == ["Boats", "Boote", "Barcos", "Barcos", "Boats"]
