"""Files that are a picture and something else at once. Pure.

Nobody is served an original, so such a file could do no harm here; but no honest one is made so, and what is
passed on to others should be what it seems.
"""

import re
from typing import BinaryIO

HEAD, TAIL = 4096, 66_000  # a ZIP archive's directory ends in the last 65,557 bytes; browsers sniff the first 1,445
_MARKUP = re.compile(rb"<(?:script|html|svg|iframe|body|\?php|!doctype html)[\s>/]", re.IGNORECASE)
_OTHER_FILE = re.compile(rb"%PDF-1|PK\x05\x06|<(?:script|html|svg|iframe|\?php|!doctype html)[\s>/]", re.IGNORECASE)
_SCRIPT_AS_LENGTH = b"/*"  # a JPEG's first segment whose length opens a comment of JavaScript


def what_else(file: BinaryIO) -> str:
    """What the file is besides a picture, for a sentence ("a PDF document"); "" for an honest one."""
    file.seek(0)
    head = file.read(HEAD)
    size = file.seek(0, 2)
    file.seek(max(HEAD, size - TAIL) if size > HEAD else size)
    tail = file.read(TAIL)
    if head[:3] == b"\xff\xd8\xff" and head[4:6] == _SCRIPT_AS_LENGTH:
        return "a script"
    if b"%PDF-" in head[:1100]:
        return "a PDF document"
    if _MARKUP.search(head):
        return "a web page"
    found = _OTHER_FILE.search(tail)
    if not found:
        return ""
    return {b"PK": "an archive", b"%P": "a PDF document"}.get(found[0][:2], "a web page")
