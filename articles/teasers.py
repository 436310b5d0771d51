"""What a box or a list says of a story in a sentence or two, which never ends in the middle of anything. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.datelines import split_dateline

LONGEST = 220  # characters: three lines of a card
READ = 2000  # characters of a text in which an end is looked for
TELLS_ENOUGH = 0.4  # of the longest: whole sentences shorter than this say too little

PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", "(": ")", "[": "]", "‹": "›"}
CLOSING = "”“»«」』)]›\"'’"
SENTENCE = re.compile(
    rf"[.!?…]+[{re.escape(CLOSING)}]*(?=\s+\W*[^\W\d_a-zß-ÿ])|[.!?…]+[{re.escape(CLOSING)}]*\Z|[。！？][」』）]*"
)
ABBREVIATION = re.compile(
    r"(?:\b[^\W\d_]|\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|Ste|Rev|Hon|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt|Cpl|Maj|Adm|Jr|Sr|No|Nos|Nr|vs|v"
    r"|Co|Corp|Inc|Ltd|Bros|approx|ca|cf|al|etc|Ave|Blvd|Rd|Mt|Ft|Dept|Univ|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov"
    r"|Dec|bzw|Hr|Fr|Frl|Abs|Bd|Str|usw|z\.B|u\.a|d\.h|i\.e|e\.g|a\.m|p\.m|Sra?|Dra?|Ud|Mme?|Mlle|Mgr|Sig|Dott|Ing)"
    r"|\b\d{1,2})\.\Z",
    re.IGNORECASE,
)
PIECE = re.compile(r"\S+")
LOOSE = re.compile(r"[\s,;:–—\-(\[„“«‹/]+\Z")


@dataclass(frozen=True)
class Teaser:
    """The place it was written from, "" where none is said, and the words."""

    dateline: str
    text: str


def teaser_of(standfirst: str, paragraph: str, longest: int = LONGEST) -> Teaser:
    """A story's standfirst, or its first paragraph where it has none, which ends well within `longest` characters."""
    dateline, text = split_dateline(" ".join((standfirst or paragraph).split()))
    return Teaser(dateline, shortened(text, longest))


def shortened(text: str, longest: int = LONGEST) -> str:
    """The beginning of the text: whole sentences where they say enough, else whole words and an ellipsis.

    It never ends inside a word, an abbreviation, a number, a quotation or brackets. Where even the first place that is
    left lies beyond `longest`, it goes on to there.
    """
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    text = text[:READ]
    sentences = [end for end in _sentence_ends(text) if longest * TELLS_ENOUGH <= end <= longest]
    if sentences:
        return text[: sentences[-1]]
    ends = list(_word_ends(text))
    within = [end for end in ends if end < longest and end >= longest * TELLS_ENOUGH]
    end = within[-1] if within else next((end for end in ends if end >= longest * TELLS_ENOUGH), len(text))
    return text[:end] + "…" * (end < len(text))


def _sentence_ends(text: str) -> Iterator[int]:
    for found in SENTENCE.finditer(text):
        is_short = ABBREVIATION.search(text, max(0, found.start() - 12), found.start() + 1)
        if not (is_short and text[found.start()] == ".") and _is_whole(text[: found.end()]):
            yield found.end()


def _word_ends(text: str) -> Iterator[int]:
    """Where a word ends that an ellipsis may follow, without the signs after it."""
    for found in PIECE.finditer(text):
        before = LOOSE.sub("", text[: found.end()])
        after = text[found.end() :].lstrip()
        parts_number = before[-1:].isdigit() and (after[:1].isdigit() or not after)
        counts = before[-1:].isdigit() and after[:1].isalpha()  # a number and what it counts belong together
        if before and not parts_number and not counts and not ABBREVIATION.search(before) and _is_whole(before):
            yield len(before)


def _is_whole(text: str) -> bool:
    """Whether every quotation and bracket that opens in it is closed again."""
    open_ones = []
    for sign in text:
        if open_ones and sign in PAIRS[open_ones[-1]]:
            open_ones.pop()
        elif sign in PAIRS:
            open_ones.append(sign)
    return not open_ones and text.count('"') % 2 == 0
