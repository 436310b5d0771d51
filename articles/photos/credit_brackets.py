"""Whether the bracket that closes a line holds a credit, and how likely. Pure."""

import re

from articles.photos.credit_boundaries import is_sentence_end
from articles.photos.credit_grammar import read_credit
from articles.photos.credit_qualifiers import LICENCE
from articles.photos.credit_segments import cut_segments
from articles.photos.houses import find_house
from articles.photos.labels import CLOSING, OPENING, strip_credit_labels
from articles.photos.names import has_body_word, is_acronym, is_person

_LAST_WORDS = re.compile(r"(?<!\S)[^\Wa-z\d_][\w.’'-]+ (?:[^\Wa-z\d_][\w.’'-]*)$")
_POST = re.compile(
    r"\b(?:fellow|professor|director|chair(?:man|woman)?|president|spokes\w+|analyst|researcher|lecturer|secretary|chief"
    r"|captain|coach|manager|author|founder|head|minister|leader|MP)$",
    re.IGNORECASE,
)
_SUPPLIED = re.compile(
    r"[(\[](?:(?:supplied|handout|instagram|facebook|twitter|x|tiktok|youtube"
    r"|(?:viewer|reader|submitted|contributed|family|staff) (?:photo|pic|picture|image|video)): ?\S"
    r"|screen ?(?:grab|shot)s?(?:[/:] ?| via | from )\S)",
    re.IGNORECASE,
)
_GIVEN_ALONE = re.compile(
    r"[(\[](?:supplied|submitted|contributed|provided|courtesy|handout|screen ?(?:grab|shot|capture)"
    r"|(?:submitted|contributed|supplied|file|staff) (?:photo|image|picture))[)\]]",
    re.IGNORECASE,
)


def weigh_bracket(before: str, inside: str, after: str) -> tuple[str, float, float] | None:
    """The credit that the bracket holds, its score and its confidence; None where it holds none."""
    credit = strip_credit_labels(inside)
    if LICENCE.fullmatch(inside) or _says_whose(before, credit) or _belongs_to_sentence(before, credit, after):
        return None
    weights = _weights(before, inside, credit)
    return (credit, *weights) if weights else None


def _belongs_to_sentence(before: str, body: str, after: str) -> bool:
    """`The show runs until May (Hallam Museum).`: the sentence ends behind the bracket."""
    if not after.startswith(".") or is_sentence_end(before.rstrip()):
        return False
    return not read_credit(body).is_plain or (has_body_word(body) and "/" not in body)


def _weights(before: str, inside: str, credit: str) -> tuple[float, float] | None:
    quality = read_credit(credit).confidence
    labelled = strip_credit_labels(inside[1:-1]) != inside[1:-1].strip()
    if _follows_capitals(before) and find_house(credit):
        return 0.6, 0.6
    if quality >= 0.85 or (labelled and quality >= 0.3):
        return 0.97 * max(quality, 0.9 if labelled else 0), 0.95
    if before and (_SUPPLIED.match(inside) or _GIVEN_ALONE.fullmatch(inside)):
        return 0.9, 0.9
    return _weights_of_unknown(quality, is_sentence_end(before.rstrip()), inside, credit)


def _weights_of_unknown(quality: float, is_closed: bool, inside: str, credit: str) -> tuple[float, float] | None:
    """A bracket with a name that no list knows, behind a sentence or not."""
    if quality >= 0.5 and is_closed:
        return 0.6, 0.7
    if is_closed and len(credit.split()) > 1 and has_body_word(credit):
        return 0.64, 0.65
    if quality >= 0.3 and not inside[1:2].islower() and not inside[-2:-1].isdigit():
        return 0.45, 0.5
    return None


def _says_whose(before: str, body: str) -> bool:
    """`Captain Jane Doe (Hallam Rovers)`: a body in a bracket behind a name says where somebody belongs."""
    if find_house(body) or "/" in body or _is_given(body) or is_sentence_end(before.rstrip()):
        return False
    if not has_body_word(body) and not is_acronym(body) and " " in body:
        return False
    last = _LAST_WORDS.search(before.rstrip()[-60:])
    return bool(last and is_person(last.group())) or bool(_POST.search(before.rstrip()[-40:]))


def _is_given(body: str) -> bool:
    """Whether the words say that the body gave the picture: `Handout`, `Courtesy of`, `Supplied by`."""
    return bool(cut_segments(body)[1])


def _follows_capitals(before: str) -> bool:
    """`NAME NAME (House)`: two words in capitals before the bracket belong to the credit."""
    words = before[-60:].split()[-2:]
    return len(words) == 2 and all(w.isupper() and len(w) > 1 and w[-1].isalpha() for w in words)


def opening_of_last(text: str, window: int) -> int:
    """Where the bracket that closes the line was opened, or -1."""
    depth = 0
    for back, char in enumerate(reversed(text[-window:]), start=1):
        depth += (char in CLOSING) - (char in OPENING)
        if depth == 0:
            return len(text) - back
    return -1
