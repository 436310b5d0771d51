"""The qualifiers of a credit (`file`, `Pool`, `Handout`, `Courtesy of`) at the edges of its pieces. Pure."""

import re

from articles.photos.houses import find_house, is_house
from articles.photos.names import has_body_word

QUALIFIERS = ("pool", "handout", "courtesy", "stringer", "composite", "file")

_WORDS = {
    "file": "file photo, file pic, file pics, file photos, file photograph, "
    "file image, file picture, file, files, archive, archives, archive photo, archiv, archivbild, "
    "archivfoto, d'archives, archivo, foto de archivo, arquivo, archivio, foto d'archivio, fichier, photo d'archives, "
    "archief, archiefbeeld, arkiv, arkivbild, arkivfoto, arkisto, arkistokuva, archiwum, archív, архив, "
    "фото из архива, архів, arşiv, αρχείο, أرشيف, ארכיון, 资料图, 資料圖, 資料写真, 자료사진",
    "pool": "pool photo, pool photos, pool photograph, pool picture, pool foto, press pool, pool",
    "handout": "handout photo, handout image, handout picture, handout, hand out, hand-out, ho, divulgação, "
    "divulgacao, zvg, pressebild, pressbild, pressefoto",
    "stringer": "stringer photo, stringer, str",
    "courtesy": "courtesy photo, courtesy, cortesía, gentileza, courtoisie, gracieuseté",
    "composite": "guardian composite, composite image, composite, combination photo, combination of, combination, "
    "combo, photo montage, montage, photomontage, fotomontage, fotomontaje, fotomontagem, collage",
}
_QUALIFIERS = {word.strip(): name for name, words in _WORDS.items() for word in words.split(",")}
_AFTER_SPACE = frozenset(["file", "files", "pool", "handout", "stringer", "composite"])


def _any_of(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_NEVER_FIRST = ("courtesy", "str", "ho")  # `Courtesy of` is more than a word, `Ho` a name
_TRAILING = re.compile(rf"(?P<mark>(?: [-–] |[ ,(/])+)\(?(?P<word>{_any_of([*_QUALIFIERS])})\)?$", re.IGNORECASE)
_LEADING = re.compile(
    rf"(?P<word>{_any_of([w for w, name in _QUALIFIERS.items() if not {w, name} & {*_NEVER_FIRST}])})"
    r"(?:[:,]? (?:photo )?(?:by|from|of)? ?|: ?)(?=\S)|(?P<ho>(?-i:HO)-)(?=\S)",
    re.IGNORECASE,
)
COURTESY = re.compile(
    r"(?:photos? |images? |picture )?(?:courtesy|courtoisie|gracieuseté|cortesía|cortesia|(?:per )?gentile concessione"
    r"|gentileza|gentilmente cedida|cedida|con il permesso|mit freundlicher genehmigung|avec l['’]aimable autorisation)"
    r"(?:(?: (?:of|from|del?|d[aio]|von|by|por|della|dell['’]|photo from|photo/)[: ]+| ?: *| (?:d|dell)['’])(?=\S)"
    r"| +(?=(?-i:[^\Wa-z])|the ))",
    re.IGNORECASE,
)


_YEAR = re.compile(r"\A(?:19|20)\d\d,? (?=\S)")
_ARCHIVE_OF = re.compile(r"(?<=, )(?:archives?|archivio|archivo|archiv) (?=\w)", re.IGNORECASE)
_LAST_YEAR = re.compile(r"(?<=[^\W\d_])(?:, ?| ?/ ?| \()(?:19|20)\d\d\)?$")
_SATELLITE = re.compile(
    r"\Asatellite (?:image|photo|imagery|picture)s? ?(?:©|\(c\)|copyright|from|by|via|:|/) ?", re.IGNORECASE
)
LICENCE = re.compile(
    r"[ ,]*[(\[]?\b(?:CC[ -](?:BY|0)(?:[ -](?:SA|NC|ND|BY))*(?:[ -]\d(?:\.\d)?)?(?: [A-Z]{2}\b)?|CC0(?: 1\.0)?"
    r"|(?:via |under )?creative commons(?: licen[cs]e)?|public domain|domaine public|dominio público|domínio público"
    r"| or licensors|,? [\w.]+@[\w.]+\.\w+| ?[-–] ?\d{1,2}\.[a-z]{3}\.(?:19|20)?\d\d(?=/)"
    r"|gemeinfrei|crown copyright|(?:Open Government|OGL)(?: Licen[cs]e)?(?: v?\d(?:\.\d)?)?)[)\]]?"
    r"| ?\(\d{5,}\w{0,3}\)",
    re.IGNORECASE,
)


def without_licence(core: str) -> str:
    """The credit without the year of its copyright, its licence and its number in a library."""
    return _LAST_YEAR.sub("", LICENCE.sub("", _YEAR.sub("", _SATELLITE.sub("", core))))


def without_archive_of(core: str, qualifiers: list[str]) -> str:
    """`JANE DOE, ARCHIVES LA PRESSE`: the house's archive is the house, and the picture is a file picture."""
    found = _ARCHIVE_OF.search(core)
    if not found or not find_house(core[found.end() :]):
        return core
    qualifiers.append("file")
    return core[: found.start()] + core[found.end() :]


def take_qualifiers(text: str, qualifiers: list[str]) -> str:
    """The text without the qualifiers at its edges, which are added to the list."""
    text = text.replace("’", "'") if "d’archives" in text.casefold() else text
    for _ in range(4):
        whole = _QUALIFIERS.get(text.casefold().strip("(). "))
        if whole:
            qualifiers.append(whole)
            return ""
        found = None if find_house(text) else _LEADING.match(text) or _TRAILING.search(text)
        if not found:
            break
        rest = (text[found.end() :] if found.start() == 0 else text[: found.start()]).strip(" ,(")
        word = found["word"] or "ho"
        if not _may_drop(word, rest, found.groupdict().get("mark", "")):
            break
        qualifiers.append(_QUALIFIERS[word.casefold()])
        text = rest
    if COURTESY.search(text):
        qualifiers.append("courtesy")
    return text


def _may_drop(word: str, rest: str, mark: str) -> bool:
    """Whether an edge word is a qualifier: not the second half of a name (`Jane Pool`, `Hallam Archive`)."""
    if not rest or word.casefold().startswith("file"):
        return bool(rest)
    if mark == " " and word not in _AFTER_SPACE and word.casefold() != "handout":
        return is_house(rest)
    return len(rest.split()) > 1 or is_house(rest) or (word.casefold() == "handout" and has_body_word(rest))
