"""News houses as a credit names them: known by every spelling of a list, or by how their names are built. Pure.

The list is an `Authority`: the built-in one of houses.txt, or within `using` another, such as the editors' own.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

# Words that end the names of papers and libraries the list does not know.
_PRESS_WORDS_TEXT = """
times herald gazette tribune chronicle dispatch courier examiner sentinel images pictures photos
newspapers observer telegraph journal inquirer bugle advertiser echo argus zeitung tageblatt anzeiger
nachrichten newspaper press news newspapers newswire photography pix reporter mercury bulletin
live online today standard mail register independent review weekly daily advocate
"""
_OWN_PICTURES = re.compile(
    r"[A-Z]{2,6} (?i:photos?|pics?)|.{2,40} (?:(?:News|Press|Photo) Agency|Picture Library|News Service|Media Group)"
)
_PRESS_WORDS = frozenset(_PRESS_WORDS_TEXT.split())
_SMALL_WORDS = frozenset(("of", "the", "and", "&", "de", "la", "du", "der", "die", "del"))
_KINDS_AFTER = re.compile(r" (photos?|fotos?|pictures|news agency|stock photo|images?)$")
_MARKS = str.maketrans({"-": " ", "–": " ", "—": " ", ".": "", "’": "'", "«": "", "»": "", "“": "", "”": ""})


@dataclass(frozen=True)
class House:
    """A news house; ``kind`` is agency, library, newspaper or broadcaster; ``style`` its own credit form."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    style: str = ""


def _house(line: str) -> House:
    name, kind, aliases, style = [part.strip() for part in f"{line}|||".split("|")][:4]
    return House(name, kind, tuple(a.strip() for a in aliases.split(",") if a.strip()), style)


def house_key(text: str) -> str:
    """The form in which two spellings of a house are equal: no case, points, leading "the", "Photo"."""
    key = " ".join(text.translate(_MARKS).casefold().split()).removeprefix("the ")
    return _KINDS_AFTER.sub("", key) or key


_LINES = Path(__file__).with_name("houses.txt").read_text(encoding="utf-8").splitlines()
HOUSES: tuple[House, ...] = tuple(_house(line) for line in _LINES if line and not line.startswith("#"))


# American stations go by their call signs: W east of the Mississippi, K west of it, then three letters.
_CALL_SIGN = re.compile(
    r"(?!(?:WALK|WALL|WANT|WARM|WARN|WEEK|WELL|WENT|WERE|WEST|WHAT|WHEN|WIDE|WIFE|WILD|WILL|WIND|WINS|WITH|WORD|WORK"
    r"|WRAP|KEEP|KEPT|KEYS|KICK|KIDS|KILL|KIND|KING|KNEW|KNOW)\b)[KW][A-Z]{3}(?:-(?:TV|DT|LD|FM|AM))?"
)


class Authority:
    """A list of houses by every spelling. `Authority.of` gives one object for one list, so readings can be cached."""

    def __init__(self, houses: tuple[House, ...]):
        self._index: dict[str, House] = {}
        for house in houses:
            self._index.setdefault(house_key(house.name), house)
        for house in houses:
            for alias in house.aliases:
                self._index.setdefault(house_key(alias), house)

    @staticmethod
    @lru_cache(maxsize=8)
    def of(houses: tuple[House, ...]) -> "Authority":
        """The authority of these houses; the last few lists are kept."""
        return Authority(houses)

    def find(self, text: str) -> House | None:
        return self._index.get(house_key(text))


_BUILT_IN = Authority.of(HOUSES)
_in_force: ContextVar[Authority | None] = ContextVar("authority", default=None)


def authority_in_force() -> Authority:
    """The list by which credits are read here and now: the built-in table, or the one that `using` brought."""
    return _in_force.get() or _BUILT_IN


@contextmanager
def using(authority: Authority) -> Iterator[None]:
    """Credits and captions inside the block are read by `authority`."""
    token = _in_force.set(authority)
    try:
        yield
    finally:
        _in_force.reset(token)


def find_house(text: str) -> House | None:
    """The house of this spelling, or None. Exact but for case, points, hyphens, "the" and "Photo".

    A call sign is a house that no list needs to know: `KNXV`.
    """
    return _find(text, authority_in_force())


@lru_cache(maxsize=4096)
def _find(text: str, authority: Authority) -> House | None:
    if len(text) > 60:
        return None
    site = text[:-4] if text.casefold().endswith(".com") else ""
    listed = authority.find(text) or (authority.find(site) if site else None)
    return listed or (House(text, "broadcaster") if _CALL_SIGN.fullmatch(text) else None)


def same_house(one: str, other: str) -> bool:
    """Whether two spellings name one house: `AP Photo` and `AP`; unknown ones are compared as text."""
    first, second = find_house(one), find_house(other)
    return first == second if first and second else house_key(one) == house_key(other)


def reads_like_house(text: str) -> bool:
    """Whether an unlisted name is built as the names of papers and libraries are (`Ebersfeld Herald`)."""
    words = text.split()
    if _OWN_PICTURES.fullmatch(text):
        return text[0].isupper()
    if "," in text or not 2 <= len(words) <= 6 or words[-1].strip(".,").casefold() not in _PRESS_WORDS:
        return False
    return all(word[0].isupper() or word in _SMALL_WORDS for word in words)


def is_house(text: str) -> bool:
    """Whether it is a house of the list or named as houses are."""
    return bool(find_house(text)) or reads_like_house(text)
