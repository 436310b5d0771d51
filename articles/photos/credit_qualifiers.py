"""The qualifiers of a credit (`file`, `Pool`, `Handout`, `Courtesy of`) at the edges of its pieces. Pure."""

import re

from articles.photos.houses import is_house

QUALIFIERS = ("pool", "handout", "courtesy", "stringer", "composite", "file")

_QUALIFIER_WORDS = {
    "file": "file", "files": "file", "file photo": "file", "file image": "file", "archive": "file", "archiv": "file",
    "archivo": "file", "archives": "file", "archivbild": "file", "archivfoto": "file",
    "fichier": "file",
    "pool": "pool", "pool photo": "pool", "pool photos": "pool", "pool photograph": "pool", "pool foto": "pool",
    "handout": "handout", "handout photo": "handout", "handout image": "handout", "ho": "handout",
    "hand out": "handout",
    "stringer": "stringer", "str": "stringer", "stringer photo": "stringer",
    "courtesy": "courtesy", "courtesy photo": "courtesy", "composite": "composite", "combo": "composite",
    "combination": "composite", "combination photo": "composite",
    "composite image": "composite", "montage": "composite",
}  # fmt: skip
_TRAILING = re.compile(
    r"(?P<mark>(?: [-–] |[ ,(/])+)\(?(?P<word>file photo|file|files|pool photo|pool|handout photo|handout|ho"
    r"|stringer|str|composite|combo|courtesy)\)?$",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"(?P<word>files?|file photo|pool photo|pool|handout photo|handout|stringer|composite|combination(?: of)?|"
    r"guardian composite|combo)(?:[:,]? (?:photo )?(?:by|from|of)? ?|: ?)(?=\S)",
    re.IGNORECASE,
)
COURTESY = re.compile(
    r"(?:photos? |images? |picture )?(?:courtesy|cortesía|cortesia|gentileza|con il permesso"
    r"|mit freundlicher genehmigung|avec l['’]aimable autorisation)"
    r"(?: (?:of|from|de|di|von|by|photo from|photo/))?[: ]+(?=\S)",
    re.IGNORECASE,
)


def take_qualifiers(text: str, qualifiers: list[str]) -> str:
    """The text without the qualifiers at its edges, which are added to the list."""
    for _ in range(4):
        whole = _QUALIFIER_WORDS.get(text.casefold().strip("(). "))
        if whole:
            qualifiers.append(whole)
            return ""
        found = _LEADING.match(text) or _TRAILING.search(text)
        if not found:
            break
        rest = (text[found.end() :] if found.start() == 0 else text[: found.start()]).strip(" ,(")
        if not _may_drop(found["word"], rest, found.groupdict().get("mark", "")):
            break
        qualifiers.append(_QUALIFIER_WORDS[found["word"].casefold().removeprefix("guardian ").removesuffix(" of")])
        text = rest
    if COURTESY.match(text) or re.search(r",? courtesy (?:of )?\S", text, re.IGNORECASE):
        qualifiers.append("courtesy")
    return text


def _may_drop(word: str, rest: str, mark: str) -> bool:
    """Whether an edge word is a qualifier: not the second half of a name (`Jane Pool`, `Ka Wing Ho`)."""
    if not rest or word.casefold().startswith("file"):
        return bool(rest)
    if mark == " " and word[0].isupper() and " " not in word:
        return is_house(rest)
    return len(rest.split()) > 1 or is_house(rest)
