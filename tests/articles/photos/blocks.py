"""Metadata blocks written by hand, for tests of how they are read."""

import io
import struct

from PIL import Image

XMP_HEAD = b"http://ns.adobe.com/xap/1.0/\0"
NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
}


def packet(inside="", attributes="", namespaces=NAMESPACES):
    """An XMP packet round some properties."""
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in namespaces.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {declared} {attributes}>{inside}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def dataset(number, data, record=2):
    data = data.encode() if isinstance(data, str) else data
    return struct.pack(">BBBH", 0x1C, record, number, len(data)) + data


def photoshop(iim):
    """IIM in the resource that Photoshop keeps it in, after another one with a name of odd length."""
    other = b"8BIM" + struct.pack(">H", 1000) + b"\x03abc" + struct.pack(">I", 1) + b"x\0"
    return (
        b"Photoshop 3.0\0" + other + b"8BIM" + struct.pack(">HHI", 0x0404, 0, len(iim)) + iim + b"\0" * (len(iim) % 2)
    )


def segment(marker, data):
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(data) + 2) + data


def jpeg(xmp=b"", iim=b"", exif=None, more=()):
    """A small JPEG with these blocks; `more` are further segments, whole."""
    buffer = io.BytesIO()
    Image.new("RGB", (64, 48), (9, 80, 30)).save(buffer, "JPEG", **({"exif": exif} if exif else {}))
    data = buffer.getvalue()
    blocks = segment(0xE1, XMP_HEAD + xmp) if xmp else b""
    blocks += segment(0xED, photoshop(iim)) if iim else b""
    return io.BytesIO(data[:2] + blocks + b"".join(more) + data[2:])


def exif(**values):
    """EXIF with text tags: description, artist, copyright, date, zone."""
    made = Image.Exif()
    for name, number in (("description", 0x010E), ("artist", 0x013B), ("copyright", 0x8298)):
        if name in values:
            made[number] = values[name].encode()
    inner = made.get_ifd(0x8769)
    for name, number in (("date", 0x9003), ("zone", 0x9011), ("comment", 0x9286)):
        if name in values:
            inner[number] = values[name]
    made[0x8769] = inner
    return made
