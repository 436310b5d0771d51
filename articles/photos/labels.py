"""The words round a caption and a credit that are neither: labels, counters, page words, advisories.

What is left out follows the conventions of the labelled examples: `Photograph:`, `Credit...`, `Image source,`
go; `Courtesy of`, `Handout`, `file` belong to the credit and stay.
"""

import re

from articles.photos.houses import find_house
from articles.photos.label_words import BEHIND, BEHIND_IN_CHINESE, NOUNS, PHRASES, SOURCES

OPENING = ("(", "[", "（", "［", "【")
CLOSING = (")", "]", "）", "］", "】")

_MARK = r" ?[:：…=]| ?\.\.\.+| [|/](?= )|(?<=[图圖摄攝影片真])/"
LABEL = re.compile(
    rf"(?:(?:image (?:source|copyright|credit)),|(?:{PHRASES}|{NOUNS}|{SOURCES})(?:{_MARK})|(?:{PHRASES})(?=[ ])"
    rf"|[©ⓒ]️?|\(c\)(?= )|copyright(?= ))[ :]*",
    re.IGNORECASE,
)
# The same words without a mark count only where a credit is sure to start: in brackets, after a full stop.
BARE_LABEL = re.compile(
    rf"(?:(?!(?:images|illustrations?|graphics?|stills?|credits) )(?:{NOUNS})\.?[ ]+(?=\S)"
    r"|(?:CreditCredit|Credit)(?:\.{3}|…|:)?[ ]*(?=[^\W\d_a-z]))",
    re.IGNORECASE,
)
GLUED_CREDIT = re.compile(r"(?:Credit){1,3}s?(?:\.{2,}|…|:)? ?(?=[^\W\d_a-z])")

_BEHIND = re.compile(rf"(?<=\w)[ /]?{BEHIND}$")
_BEHIND_LEFT_OUT = re.compile(rf"(?<=\w)[ /]?(?!{BEHIND_IN_CHINESE}$){BEHIND}$")
ANNOUNCED_BEHIND = re.compile(rf"(?:^|[。！？.\s])(?P<credit>[^。！？\s.]{{2,16}}(?: \w{{2,8}}){{0,2}}[ /]?{BEHIND})$")
_RIGHTS = re.compile(r"[.,;] *(?:all rights reserved|alle Rechte vorbehalten|tous droits réservés)\.?$", re.IGNORECASE)
_FIRST = re.compile(r"[^/|,;:–—]*")

_COUNTER = (
    r"(?:\[\d{1,3} ?/ ?\d{1,3}\]|(?:(?:slide|photo|image|picture|foto|bild"
    r"|imagen)s? )?\(?\d{1,3} ?(?:of|/|von|sur|de|di) ?\d{1,3}\)?"
    r"(?:[.:|)]| [-–—|](?= )|(?= (?-i:[^\W\d_a-zà-ÿ]))))"
)
_OPENINGS = (
    ("counter", re.compile(_COUNTER + r" *", re.IGNORECASE)),
    (
        "file",
        re.compile(
            r"(?:(?:FILES?|ARCHIVE|ARCHIVIO|ARQUIVO|ARCHIVO|ARCHIV|ARKIV)(?: ?(?:PHOTO|IMAGE|PICTURE|BILD|FOTO))?"
            r"|(?i:(?:foto|imagen|imagem|photo) (?:de archivo|archivo|de arquivo|d['’]archives?))(?=[:.]? ?[-–—:])"
            r"|File (?:photo|image|picture)|File(?= [-–—]))"
            r"(?:\.?[ -]?[-–—:]+(?=\W) *|: *| (?=\())|\((?:FILES?|FILE PHOTO)\) ?(?:[-–—:] ?)?|FILE PHOTO[:.]? "
        ),
    ),
    (
        "caption",
        re.compile(
            r"(?:main image|main picture|image caption|photo caption|picture caption|lead image"
            r"|hero image|cover image"
            r"|top image|bildunterschrift|légende)[:,.]? *"
            r"|caption: *",
            re.IGNORECASE,
        ),
    ),
    (
        "page",
        re.compile(
            r"(?:(?:enlarge this image|enlarge image|view image in fullscreen"
            r"|view image in full screen|open image in gallery"
            r"|open image modal|click to enlarge|view (?:full ?size|gallery)|i(?:mage)? (?:toggle"
            r"|hide) caption"
            r"|toggle caption|hide caption|expand image|close image|bild vergrößern|agrandir l’image"
            r"|ampliar imagen"
            r"|ver galería)[:.,]? *)",
            re.IGNORECASE,
        ),
    ),
)
# Only at the front of a caption, never of a credit alone: the caller tries the credit first.
LEADING_IMAGE = re.compile(r"(?:image|photo|picture|pictured|foto|bild|in pictures|video)s?: +", re.IGNORECASE)

_ADVISORY = re.compile(
    r"(?:ATTENTION (?:ALL )?EDITORS|TPX IMAGES|EDITORIAL USE ONLY|NO RESALES?\b|NO ARCHIVES?\b"
    r"|FOR EDITORIAL USE|EDITORS?['’]? NOTE"
    r"|RESTRICTED TO EDITORIAL|NO (?:COMMERCIAL|SALES)|THIS (?:IMAGE|PICTURE|PHOTO) (?:WAS|HAS BEEN)"
    r"|MANDATORY CREDIT\b(?! ?:)"
    r"|REFILE\b|-----+ ?EDITORS|ALTERNATIVE CROP|BEST QUALITY AVAILABLE|/?RESTRICTED TO )"
)
_PAGE_TAIL = re.compile(
    r"(?:hide caption|toggle caption|enlarge this image|view image in fullscreen"
    r"|open image in gallery|buy this photo"
    r"|(?:purchase|acquire) licensing rights(?:,? opens (?:in )?(?:a )?new (?:tab|window))?"
    r"|order reprint|purchase image|share this image|show caption|show more|read more)",
    re.IGNORECASE,
)


def strip_openings(text: str) -> tuple[str, set[str]]:
    """The line without what stands before its caption, and the kinds of what was taken away."""
    kinds: set[str] = set()
    for _ in range(6):
        for kind, pattern in _OPENINGS:
            found = pattern.match(text)
            if found and found.end() < len(text):
                kinds.add(kind)
                text = text[found.end() :].lstrip()
                break
        else:
            break
    return text, kinds


def cut_advisory(text: str) -> tuple[str, bool]:
    """The line without an agency's notes to editors (upper case, from their first words on)."""
    found = _ADVISORY.search(text)
    if not found:
        return text, False
    if found.start() > 0:
        return text[: found.start()].rstrip(" -–—/."), True
    return _after_advisory(text), True


def _after_advisory(text: str) -> str:
    """What follows a note that stands first: the first word that is not in capitals ends the note's run."""
    for word in re.finditer(r"(?<=[.:] )\S+", text):
        if word.group() != word.group().upper():
            return text[word.start() :]
    return ""


def split_page_words(text: str) -> tuple[str, str]:
    """The line before the first `hide caption` or the like, and what follows it (a page often says it twice)."""
    found = _PAGE_TAIL.search(text)
    if not found or found.start() == 0:
        return text, ""
    return text[: found.start()].rstrip(), _PAGE_TAIL.sub(" ", text[found.end() :]).strip()


def strip_credit_labels(text: str) -> str:
    """A credit as it is to be printed: without labels, ©, brackets all round, and the stop after them."""
    for _ in range(6):
        before, text = text, _strip_once(text)
        if text == before:
            break
    return text


def without_label_behind(credit: str) -> str:
    """A credit without the word behind the name that says what she did: `李明 摄`."""
    return _BEHIND.sub("", credit)


def _strip_once(text: str) -> str:
    text = text.strip(" \t\n\r\u00a0|·•*,;:–—" + ("" if text.endswith("/-") else "-"))
    if text[:1] in OPENING and _closes_at_end(text.rstrip(".")):
        return text.rstrip(".")[1:-1]
    opened = sum(map(text.count, OPENING)) - sum(map(text.count, CLOSING))
    if text[:1] and text[0] in OPENING and opened > 0:
        return text[1:]
    if text[-1:] and text[-1] in CLOSING and opened < 0:
        return text[:-1]
    found = LABEL.match(text) or GLUED_CREDIT.match(text) or BARE_LABEL.match(text)
    if found and found.end() < len(text) and not _opens_house(text, found.end()):
        return text[found.end() :]
    return _strip_stop(_BEHIND_LEFT_OUT.sub("", _RIGHTS.sub("", text)))


def _opens_house(text: str, label_end: int) -> bool:
    """Whether the label is the first word of a house's name: `Picture Alliance/Jane Doe`, `Photo 12`."""
    name = _FIRST.match(text).group().strip()
    return len(name) > label_end and bool(find_house(name))


def _strip_stop(text: str) -> str:
    """Without a closing full stop, unless it belongs to a short word (`Inc.`, `Jr.`, `U.S.`)."""
    if not text.endswith(".") or text.endswith(".."):
        return text
    last = text.rsplit(None, 1)[-1][:-1]
    keep = last.casefold() in {"inc", "co", "corp", "ltd", "jr", "sr", "bros"} or "." in last or len(last) == 1
    return text if keep else text[:-1]


def _closes_at_end(text: str) -> bool:
    """Whether the bracket that opens the text is the one that closes it."""
    depth = 0
    for place, char in enumerate(text):
        depth += (char in OPENING) - (char in CLOSING)
        if depth == 0:
            return place == len(text) - 1
    return False
