"""Bylines: who wrote a story, as bare names. Pure."""

import re

from articles.photos.houses import find_house, reads_like_house
from articles.photos.labels import LABEL
from articles.photos.names import has_body_word, is_person

_BY = re.compile(
    r"(?:(?:words|story|written|text|report|analysis|reported|opinion|commentary|review|interview"
    r"|article|posted|published|exclusive)(?: and (?:photos|photographs|pictures))? by|by|von|vom"
    r"|par|por|di|door|av|af|text|autor(?:in)?|autore|auteur|author)s?[: ]\s*",
    re.IGNORECASE,
)
_GLUED = re.compile(r"\ABy(?=[A-ZÀ-ÖØ-Þ][a-zß-ÿ]+ [A-ZÀ-ÖØ-Þ])")
_ROLE_TEXT = """
writer reporter correspondent editor staff columnist journalist producer contributor chief bureau critic
news desk fellow freelance redakteur redakteurin korrespondent korrespondentin journaliste correspondant
correspondante redactor redactora corresponsal corrispondente inviato inviata redação repórter enviado
enviada especial commentator analyst photographer team network agency agencies wire professor lecturer
senior political business health science environment education sports transport economics crime courts
affairs local national international diplomatic defence security deputy assistant managing executive
special guest media culture arts city hall investigations investigative data weather features general
assignment digital online multimedia technology world politics contributing opinion associate redaktion
reporterin envoyée envoyé spéciale spécial redazione rédaction
"""
_ROLE = frozenset(_ROLE_TEXT.split())
_ROLE_NOUN_TEXT = """
writer reporter correspondent editor columnist journalist producer contributor critic desk fellow
redakteur redakteurin korrespondent korrespondentin journaliste correspondant correspondante redactor
redactora corresponsal corrispondente inviato inviata repórter analyst photographer commentator staff
team professor lecturer bureau network reporterin rédaction redacción redazione redaktion
"""
_ROLE_NOUN = frozenset(_ROLE_NOUN_TEXT.split())
_CUTS = re.compile(
    r"\s*(?:\||•|·|\s[—–-]\s|\b(?:last |first )?(?:published|updated|posted|modified)\b|\t)\s*", re.IGNORECASE
)
# `Posted on 6 August 2025 by Jane Doe`, as blogs sign.
_DATED_BY = re.compile(
    r"(?:posted|published|updated|written)(?: on|:)? [^.]{4,40}? (?:by|von):? (?=(?-i:[A-ZÀ-ÖØ-Þ]))", re.IGNORECASE
)
PLACE = re.compile(
    r"\s+(?:in|at|from|aus|à|en|da|em|and agencies|und agenturen|for|für|pour|para)\s+.+$", re.IGNORECASE
)
_AND = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bog\b|\boch\b|\ben\b|\bwith\b|/)\s*", re.IGNORECASE)
_EMAIL = re.compile(r"\(?\S+@\S+\)?|@\w+")
_BRACKETS = re.compile(r"\([^()]{0,80}\)")


def read_byline(text: str) -> tuple[str, ...]:
    """The names in a line that begins with "By" or a like word; empty where the line is no byline."""
    text = _GLUED.sub("By ", text)
    found = _DATED_BY.match(text) or _BY.match(text)
    if not found or len(text) > 200:
        return ()
    return _names(text[found.end() :])


def read_bare_byline(text: str) -> tuple[str, ...]:
    """The names in a line that is only names, a place or a role: believed only between headline and story."""
    if len(text) > 140 or text.endswith((".", "!", "?", ":")) or LABEL.match(text) or is_role(text):
        return ()
    names = _names(text)
    return names if all(2 <= len(name.split()) <= 5 for name in names) else ()


def _names(text: str) -> tuple[str, ...]:
    bare = _BRACKETS.sub(" ", _EMAIL.sub(" ", text)).rstrip(" ,")
    pieces = [p for p in _CUTS.split(bare) if p and p.strip()]
    if not pieces:
        return ()
    return tuple(map(_in_mixed_case, people(PLACE.sub("", pieces[0].strip(" .,")))))


def _in_mixed_case(name: str) -> str:
    """A name that a page printed in capitals as a person writes it: JANE O’NEILL-MCKAY is Jane O’Neill-McKay."""
    if not name.isupper():
        return name
    mixed = re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name)
    return re.sub(r"\bMc([a-z])", lambda letter: f"Mc{letter[1].upper()}", mixed)


def people(text: str) -> list[str]:
    """Names parted by commas and "and"; roles and houses between them are left out, anything else spoils it."""
    names: list[str] = []
    for part in _AND.split(text):
        part = _without_house(part.strip(" .,()"))
        if not part or is_role(part) or _is_house(part) or part.casefold() in ("agencies", "agenturen"):
            continue
        part = name_before_role(part) or _without_role(part)
        if part.casefold() in ("jr", "sr", "jr.", "sr.") and names:
            names[-1] = f"{names[-1]}, {part}."
        elif names and " " not in part:
            continue  # `Jane Doe, Berlin`: the place she writes from
        elif _is_name(part):
            names.append(part)
        else:
            return names if names and part[:1].isupper() else []
    return names


def _without_role(text: str) -> str:
    """`Jane Doe Staff Writer` without its last words."""
    words = text.split()
    while len(words) > 2 and words[-1].casefold().strip(".,") in _ROLE:
        words.pop()
    return " ".join(words)


def _without_house(text: str) -> str:
    """`Jane Doe Fox News` without the outlet that was glued on; two words of a name must be left."""
    words = text.split()
    for size in (3, 2, 1):
        if len(words) - size >= 2 and find_house(" ".join(words[-size:])):
            return " ".join(words[:-size])
    return text


def _is_name(text: str) -> bool:
    return is_person(text) and 1 <= len(text.split()) <= 6 and not has_body_word(text) and not _is_house(text)


def _is_house(text: str) -> bool:
    return bool(find_house(text)) or reads_like_house(text) or text.casefold().startswith("the ")


_LINKING = ("of", "and", "in", "for", "at", "the")


def name_before_role(text: str) -> str:
    """The name in `Jane Doe North of Norland correspondent`; "" where the line is no name with its role behind it."""
    words = text.split()
    for size in (3, 2):
        name, role = words[:size], words[size:]
        if (
            not role
            or role[0] in _LINKING
            or any(word.casefold().strip(",.") in _ROLE for word in name)
            or name[-1] in _LINKING
        ):
            continue
        if is_person(" ".join(name)) and not find_house(" ".join(name)) and _names_role(" ".join(role)):
            return " ".join(name).strip(" ,")
    return ""


def _names_role(text: str) -> bool:
    """Whether the words end in what a writer is: `North of Norland correspondent`."""
    words = text.casefold().split()
    return len(words) <= 7 and words[-1].strip(".,") in _ROLE_NOUN - {"team", "network", "bureau", "staff", "desk"}


def is_role(text: str) -> bool:
    """A line of a writer's role or house: `Staff Writer`, `Political correspondent, Velmora`, `Associated Press`."""
    if len(text) > 90 or text.endswith((".", "!", "?")) or name_before_role(text):
        return False
    words = re.findall(r"[\w’'-]+", text.casefold())
    if any(word in _ROLE_NOUN for word in words) and len(words) <= 9:
        first = re.split(r"[,|•·/]| at | for | in | - | — | – ", text)[0]
        return (
            any(w in _ROLE_NOUN for w in re.findall(r"[\w’'-]+", first.casefold()))
            and not re.search(r"\b(?:is|are|was|has|says?|said|to|after|over|as)\b", text.casefold())
        ) or text.casefold().startswith(("bbc ", "the "))
    return _only_houses(text)


def _only_houses(text: str) -> bool:
    parts = [p.strip() for p in re.split(r"[,|•·/]| and | - | — | – ", text) if p.strip()]
    return bool(parts) and bool(find_house(parts[0])) and len(parts) <= 3 and all(len(p.split()) <= 5 for p in parts)
