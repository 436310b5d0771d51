"""What files say of themselves: the three blocks, their order, and hostile ones."""

import io
import random

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from articles.photos.metadata import Licensor, iso_date, read_metadata
from tests.articles.photos.blocks import XMP_HEAD, dataset, exif, jpeg, packet, segment

ALT = '<{0}><rdf:Alt><rdf:li xml:lang="x-default">{1}</rdf:li><rdf:li xml:lang="de">{2}</rdf:li></rdf:Alt></{0}>'


def words(**blocks):
    return read_metadata(jpeg(**blocks))


def test_xmp_goes_before_iim_and_iim_before_exif():
    three = {
        "xmp": packet("<photoshop:Credit>From XMP</photoshop:Credit>"),
        "iim": dataset(110, "From IIM") + dataset(120, "Caption of IIM") + dataset(116, "Right of IIM"),
        "exif": exif(description="Caption of EXIF", copyright="Right of EXIF", artist="Ann Lee; Bo Kim"),
    }
    found = words(**three)
    assert (found.credit_line, found.description, found.copyright_notice, found.creators) == (
        "From XMP",
        "Caption of IIM",
        "Right of IIM",
        ("Ann Lee", "Bo Kim"),
    )


def test_attributes_and_elements_say_the_same():
    as_attribute = words(xmp=packet(attributes='photoshop:Headline="Boats" photoshop:City="Oslo"'))
    as_element = words(
        xmp=packet("<photoshop:Headline>Boats</photoshop:Headline><photoshop:City>Oslo</photoshop:City>")
    )
    assert as_attribute == as_element
    assert as_element.headline == "Boats"


def test_namespaces_decide_not_prefixes():
    odd = {"z": "http://purl.org/dc/elements/1.1/", "dc": "http://example.org/"}
    found = words(
        xmp=packet("<z:creator><rdf:Seq><rdf:li>Ann</rdf:li></rdf:Seq></z:creator><dc:creator>No</dc:creator>", "", odd)
    )
    assert found.creators == ("Ann",)


@pytest.mark.parametrize(
    ("language", "said"), [("", "A boat"), ("de", "Ein Boot"), ("de-ch", "Ein Boot"), ("fr", "A boat")]
)
def test_language_is_chosen(language, said):
    file = jpeg(xmp=packet(ALT.format("dc:description", "A boat", "Ein Boot")))
    assert read_metadata(file, language).description == said


def test_every_language_is_kept():
    raw = words(xmp=packet(ALT.format("dc:description", "A boat", "Ein Boot"))).raw
    assert raw["xmp"]["dc:description"] == {"x-default": "A boat", "de": "Ein Boot"}


@pytest.mark.parametrize(
    "written",
    [
        '<plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource"><plus:LicensorName>L</plus:LicensorName>'
        "<plus:LicensorURL>https://l.example</plus:LicensorURL></rdf:li></rdf:Seq></plus:Licensor>",
        "<plus:Licensor><rdf:Bag><rdf:li><rdf:Description><plus:LicensorName>L</plus:LicensorName>"
        "<plus:LicensorURL>https://l.example</plus:LicensorURL></rdf:Description></rdf:li></rdf:Bag></plus:Licensor>",
        '<plus:Licensor><rdf:Seq><rdf:li plus:LicensorName="L" plus:LicensorURL="https://l.example"/>'
        "</rdf:Seq></plus:Licensor>",
        '<plus:Licensor plus:LicensorName="L" plus:LicensorURL="https://l.example"/>',
    ],
)
def test_licensor_in_each_form_of_rdf(written):
    assert words(xmp=packet(written)).licensors == (Licensor("L", "https://l.example"),)


def test_address_as_a_resource():
    stated = '<xmpRights:WebStatement rdf:resource="https://example.org/rights"/>'
    assert words(xmp=packet(stated)).web_statement == "https://example.org/rights"


def test_contact_of_the_creator():
    stated = (
        '<Iptc4xmpCore:CreatorContactInfo rdf:parseType="Resource">'
        "<Iptc4xmpCore:CiEmailWork>ann@example.org</Iptc4xmpCore:CiEmailWork></Iptc4xmpCore:CreatorContactInfo>"
    )
    assert words(xmp=packet(stated)).contact == {"CiEmailWork": "ann@example.org"}


def test_city_of_where_it_was_made():
    made = (
        "<Iptc4xmpExt:LocationCreated><rdf:Bag><rdf:li><rdf:Description Iptc4xmpExt:City='Oslo'/></rdf:li></rdf:Bag>"
        "</Iptc4xmpExt:LocationCreated>"
    )
    assert words(xmp=packet(made)).city == "Oslo"


def test_packet_that_goes_on_in_further_segments():
    digest = b"0123456789ABCDEF0123456789ABCDEF"
    spaces = {"photoshop": "http://ns.adobe.com/photoshop/1.0/", "xmpNote": "http://ns.adobe.com/xmp/note/"}
    pointer = f'xmpNote:HasExtendedXMP="{digest.decode()}"'
    main = packet("<photoshop:Headline>Main</photoshop:Headline>", pointer, spaces)
    rest = packet("<photoshop:Source>Continued</photoshop:Source>")
    parts = [(0, rest[:200]), (200, rest[200:])]
    head = b"http://ns.adobe.com/xmp/extension/\0" + digest + len(rest).to_bytes(4, "big")
    more = [segment(0xE1, head + at.to_bytes(4, "big") + data) for at, data in reversed(parts)]
    found = words(xmp=b"", more=[segment(0xE1, XMP_HEAD + main), *more])
    assert (found.headline, found.source) == ("Main", "Continued")


@pytest.mark.parametrize(
    ("charset", "data"),
    [
        (b"\x1b%G", "Zoë".encode()),
        (b"", "Zoë".encode()),
        (b"", "Zoë".encode("cp1252")),
        (b"\x1b%G", "Zoë".encode("cp1252")),
        (b"\x1b.A", "Zoë".encode("latin-1")),
    ],
)
def test_character_set_of_iim(charset, data):
    declared = dataset(90, charset, record=1) if charset else b""
    assert words(iim=declared + dataset(80, data)).creators == ("Zoë",)


def test_iim_that_breaks_off_keeps_what_stood_before():
    assert words(iim=dataset(90, "Oslo") + b"\x1c\x02\x69\xff").city == "Oslo"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024", "2024"),
        ("2024-05", "2024-05"),
        ("20240506", "2024-05-06"),
        ("20240506 070809+0200", "2024-05-06T07:08:09+02:00"),
        ("2024-05-06T07:08:09.55Z", "2024-05-06T07:08:09+00:00"),
        ("2024:05:06 07:08:09", "2024-05-06T07:08:09"),
        ("2024-05-06T07:08", "2024-05-06T07:08:00"),
        ("2024-00-00", "2024"),
        ("0000:00:00 00:00:00", ""),
        ("yesterday", ""),
    ],
)
def test_date_is_as_precise_as_it_was_written(written, read):
    assert iso_date(written) == read


def test_time_of_exif_has_a_zone_only_if_one_is_named():
    assert words(exif=exif(date="2024:05:06 07:08:09")).date_created == "2024-05-06T07:08:09"
    assert words(exif=exif(date="2024:05:06 07:08:09", zone="-03:00")).date_created == "2024-05-06T07:08:09-03:00"


@pytest.mark.parametrize("kind", ["WEBP", "AVIF", "TIFF"])
def test_xmp_of_other_formats(kind):
    buffer = io.BytesIO()
    stated = packet("<photoshop:Credit>Agency</photoshop:Credit>")
    options = {"tiffinfo": {700: stated}} if kind == "TIFF" else {"xmp": stated}
    Image.new("RGB", (64, 48)).save(buffer, kind, **options)
    assert read_metadata(buffer).credit_line == "Agency"


def test_xmp_of_png():
    buffer, chunks = io.BytesIO(), PngInfo()
    chunks.add_itxt("XML:com.adobe.xmp", packet("<photoshop:Credit>Agency</photoshop:Credit>").decode(), zip=True)
    Image.new("RGB", (64, 48)).save(buffer, "PNG", pnginfo=chunks)
    assert read_metadata(buffer).credit_line == "Agency"


# Hostile files

ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + packet(
    "<photoshop:Credit>&a;</photoshop:Credit>"
)
BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' + packet(
    "<photoshop:Credit>&b;</photoshop:Credit>"
)


@pytest.mark.parametrize("xmp", [ENTITY, BOMB])
def test_entities_are_refused(xmp):
    found = words(xmp=xmp)
    assert found.credit_line == ""
    assert "document type" in found.notes[0]


def test_characters_that_xml_forbids_cost_nothing_else():
    assert words(xmp=packet("<photoshop:Credit>A\x01g\x0be&#0;ncy</photoshop:Credit>")).credit_line == "Agency"


def test_what_no_database_takes_is_taken_out():
    assert words(iim=dataset(120, b"a\0b")).description == "ab"


def test_depth_is_bounded():
    deep = "<dc:a>" * 3000 + "</dc:a>" * 3000
    assert words(xmp=packet(f"{deep}<photoshop:Credit>Agency</photoshop:Credit>")).credit_line == "Agency"


def test_raw_is_bounded():
    many = "".join(f"<dc:x{number}>{'y' * 5000}</dc:x{number}>" for number in range(60))
    file = jpeg()
    buffer = io.BytesIO()
    Image.open(file).save(buffer, "WEBP", xmp=packet(many))
    found = read_metadata(buffer)
    assert len(str(found.raw)) < 250_000
    assert "more than is kept" in found.notes[0]


def test_no_mutation_raises():
    seed = jpeg(
        xmp=packet(ALT.format("dc:description", "A", "B")),
        iim=dataset(90, b"\x1b%G", record=1) + dataset(80, "Ann") + dataset(120, "Words"),
        exif=exif(description="x", date="2024:05:06 07:08:09", comment=b"ASCII\0\0\0hello"),
    ).getvalue()
    chance = random.Random(11)
    for _ in range(400):
        data = bytearray(seed[: chance.randrange(20, len(seed))] if chance.random() < 0.3 else seed)
        for _ in range(chance.randrange(1, 20)):
            data[chance.randrange(min(len(data), 2000))] = chance.randrange(256)
        assert read_metadata(io.BytesIO(bytes(data))).as_json()


def test_nothing_is_found_in_nothing():
    assert read_metadata(io.BytesIO(b"")).raw == {"xmp": {}, "iim": {}, "exif": {}}
