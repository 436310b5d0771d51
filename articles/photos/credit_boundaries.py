"""Where in a line a credit may begin, and how well, by what stands round the place. Pure."""

import re
from collections.abc import Iterator

from articles.photos.houses import find_house, is_house
from articles.photos.names import is_person

_STOP = re.compile(r"(?:[.!?…。！？।۔؟]|\.\.\.)[”\"’'»)\]]*\s*$|[”\"»][.,]?\s*$|[.!?…]\s*[”\"»’)\]]+\s*$")
_NAME_HEADS_TEXT = "Mc Mac De Di Du Del La Le Van Von Fitz San Des Da El Al Ben Abu Ó"
_NAME_HEADS = frozenset(_NAME_HEADS_TEXT.split())
DASH = re.compile(r"(?:\s|[.!?”\"’)])[-–—|•·*]+\s*$|[|•·＝]\s*$|[)）]\s*$")
_SMALL_WORDS = """
by of from at in on to with the a an and or for via told near as than through between is are was over into against
outside inside under before after during like named called including since amid beside behind
von bei im am um mit für nach aus und der die das den dem zu zum zur auf an
de di del della dei delle da do dos das la le les el los las il lo gli un une una y e et ou o u por para con sin según
com em no na nos nas segundo pour par avec dans sur sous chez selon à au aux du des per secondo nel nella dal dalla
van voor met bij het een volgens och med av från för i på til fra og ja z w na do od dla według i a u s v se od pro
ve ile dan di ke dari oleh và của từ на в от из и с со для по
"""
_SMALL_BEFORE = re.compile(rf"\b(?:{'|'.join(set(_SMALL_WORDS.split()))})\s*$", re.IGNORECASE)
_GIVEN = re.compile(
    r"(?:Photos? c|Image c|Picture c|C)ourtesy(?: of| from|:)? (?:the )?[^\Wa-z]"
    r"|(?:Handout|Pool|Stringer)(?: [Pp]hoto)? via [^\Wa-z]"
)
_MONTH = re.compile(r"(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b")
_GLUED_INITIAL = re.compile(r"[^\W\d_A-Z]\.[^\W\d_a-z]\.$")
_POINTED = re.compile(r"[A-Z]\.[A-Z]\.$")
_SHORT_FORM = re.compile(r"(?:Inc|Jr|Sr|Co|Corp|Ltd|Bros)\.")
_INITIALS_BEHIND = re.compile(r"(?<=[^\W\d_A-Z]\.)(?:[^\W\d_a-z]\.)+$")
_TITLES_TEXT = """
mr mrs ms dr prof gov sen rep gen col lt sgt capt maj adm rev hon pres sec supt insp det fr msgr cmdr
cpl pvt mme
"""
_TITLES = frozenset(_TITLES_TEXT.split())
_ENDERS_TEXT = """
st ave rd blvd sq inc co corp ltd bros jr sr etc no vs jan feb mar apr aug sept sep oct nov dec mt ft
dept est approx a.m p.m d.c u.s u.k u.n e.u n.y l.a b.c a.d calif fla mass pa va ga ill ind wis minn
conn ariz colo tenn
"""
_ENDERS = frozenset(_ENDERS_TEXT.split())


def starts(text: str, floor: int) -> Iterator[int]:
    """Each place a word or a capital begins."""
    for place in range(floor, len(text)):
        char = text[place]
        if not (char.isalpha() or char in "@©"):
            continue
        before = text[place - 1] if place else " "
        glued = char.isupper() and (before.islower() or before.isdigit() or before in ".!?…)”\"’»'")
        if glued and (_is_inside_name(text, place) if before.islower() else _follows_initial(text, place)):
            continue
        if (
            place == 0
            or glued
            or before.isspace()
            or before in "|([（［【—–＝"
            or text[place - 2 : place] == " /"
            or (before in ".!?…”" and not (char.islower() and text[place - 2].isdigit()))
        ):
            yield place


def _is_inside_name(text: str, place: int) -> bool:
    """Whether the capital stands within one name (`McDonald`, `LaPresse`) or behind a slash (`Doe / WireImage`)."""
    begin = max((text.rfind(mark, 0, place) for mark in " /|(\u00a0"), default=-1) + 1
    if text[begin:place] in _NAME_HEADS or text[max(0, begin - 3) : begin].rstrip().endswith("/"):
        return True
    word = re.match(r"[\w.]*", text[begin : begin + 40]).group()
    return bool(find_house(word)) or bool(find_house(word.rstrip(".")))


def _follows_initial(text: str, place: int) -> bool:
    """Whether it is the second of two initials that stand glued behind a short form (`Inc.T.J. Doe`)."""
    return bool(_GLUED_INITIAL.search(text[max(0, place - 6) : place])) and text[place + 1 : place + 2] == "."


def boundary(text: str, start: int) -> tuple[float, bool]:
    """How well a credit may begin here, and whether that can be called sure."""
    before = text[:start]
    if not before:  # a whole line in a script without case could be any words
        return (0.99, True) if text.lower() != text.upper() else (0.5, False)
    if _SHORT_FORM.match(text, start):
        return 0.0, False
    spaced = before[-1].isspace()
    head = before.rstrip()
    if is_sentence_end(before):
        return _closed_weight(text, start, head, spaced)
    if DASH.search(before[-20:]):
        return (0.9, True) if not _ends_in_name(head) or _opens_with_maker(text[start:]) else (0.3, False)
    if head.endswith(" /") and (_opens_with_maker(text[start:]) or (not spaced and find_house(text[start:]))):
        return 0.9, True
    if not spaced:
        return (0.86, True) if head[-1].islower() or head[-1].isdigit() else (0.3, False)
    if "\n" in before[len(head) :] or len(before) - len(head) > 1:
        return 0.9, True
    if _SMALL_BEFORE.search(before[-20:]):
        return 0.0, False
    return _space_weight(text, start, head)


def _closed_weight(text: str, start: int, head: str, spaced: bool) -> tuple[float, bool]:
    """Behind a full stop, which may belong to a short form."""
    if _is_day(head, text[start:]):
        return 0.0, False
    weight, is_sure = _stop_weight(head)
    if _POINTED.search(head[-8:]) and text[start + 1 : start + 2] == ".":
        return weight, False  # `U.S.A.J. Doe` may be cut in two places
    return (0.93, True) if is_sure and not spaced and weight < 0.93 else (weight, is_sure)


def _space_weight(text: str, start: int, head: str) -> tuple[float, bool]:
    """A mere space: only `REUTERS/Name`, capitals after small letters, or else a guess."""
    tail = text[start : start + 40]
    if head.endswith("/") and not is_sentence_end(head[:-1].rstrip()):
        return 0.4, False
    if head.endswith(","):  # the house belongs to the words before it
        return 0.4, False
    if _GIVEN.match(tail) or _opens_with_agency(tail):
        return 0.88, True
    last = head.rsplit(None, 1)[-1]
    first = tail.split(None, 1)[0].strip(",/")
    if first.isupper() and len(first) > 2 and not last.isupper():
        return 0.7, False
    return 0.4, False


def _opens_with_agency(tail: str) -> bool:
    """`EFE/Name`, `AFP via Getty Images`, or a house in capitals and nothing else (`BACKGRID`)."""
    name, mark, after = re.match(r"([^/]*?)(/| (?i:via) |$)(.*)", tail, re.DOTALL).groups()
    house = find_house(name.strip())
    if not house or house.kind not in ("agency", "library"):
        return False
    if not mark:
        return name.isupper() and len(name) > 4
    return (
        bool(find_house(after.strip())) if mark != "/" else house.kind == "agency" and not after.lstrip()[:1].islower()
    )


def _is_day(head: str, rest: str) -> bool:
    """`am 16. Mai`: the full stop makes an ordinal."""
    return head[-1] == "." and head[-2:-1].isdigit() and bool(_MONTH.match(rest))


def is_sentence_end(before: str) -> bool:
    return bool(_STOP.search(before[-12:]))


def _ends_in_name(head: str) -> bool:
    """Whether two capitalised words stand before the dash: then the credit began earlier."""
    words = head.rstrip(" -–—|•·*").split()[-2:]
    return len(words) == 2 and all(w[0].isupper() for w in words) and not is_sentence_end(words[-1])


def _opens_with_maker(rest: str) -> bool:
    """`Name/House` after a dash: there the credit begins, and the words before it are a place."""
    name, slash, _ = rest[:80].partition("/")
    return bool(slash) and len(name.split()) > 1 and is_person(name.strip()) and not is_house(name.strip())


def _stop_weight(head: str) -> tuple[float, bool]:
    """A full stop after a short form may be no end: `Dr.`, `J.`, `St.`"""
    last = re.split(r"\s|(?<=\.)(?=\w\w)", head[-30:])[-1].lstrip("(“\"'")
    bare = last.rstrip(".").casefold()
    if not last.endswith("."):
        return 0.97, True
    if _INITIALS_BEHIND.search(last):
        return 0.3, False
    if bare in _TITLES:
        return 0.2, False
    if bare in _ENDERS:
        return 0.8, bare not in ("st", "mt", "no", "ft")
    if len(bare) == 1 and last[0].isalpha():
        return 0.36, False
    if re.fullmatch(r"(?:[a-z]\.)+[a-z]", bare):
        return 0.75, False
    return 0.97, True
