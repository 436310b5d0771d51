"""Advertisers' own lines: slogans that stand alone, as hosting companies and shops put them on free pages. Pure.

No list of slogans: a line is one when it sells. Three marks are weighed: what it asks (an imperative, "!"),
how it praises (superlatives, prices, speeds) and what it sells (a product word). News headlines name
products too, so product words alone are never enough.
"""

import re

from articles.importers.incoming import Dropped
from articles.importers.lines import Line
from articles.importers.sentences import is_paragraph_like

_ASKS = re.compile(
    r"(?:load|get|buy|shop|save|try|start|build|create|launch|boost|grow|discover|upgrade|switch"
    r"|claim|grab|order|host|make|speed|power|protect"
    r"|secure|unlock|earn|find|enjoy|join|download|install|meet|click|sign up|learn|book|compare"
    r"|transform|supercharge|experience|go|upgrade|stop|don['’]t miss|tired of"
    r"|looking for|need|want|ready to|hurry|act now|introducing|turn|rank|scale|run|choose)\b(?![-’'])",
    re.IGNORECASE,
)
_PRAISES = re.compile(
    r"\b(?:ultimate|fastest|fast|faster|easiest|easy|cheapest|cheap|best|better|#1|no\. ?1"
    r"|number one|premium|powerful|unbeatable|amazing|unlimited"
    r"|free|off|discount|deals?|sale|today|now|guarantee[d]?|risk[- ]free|trusted|reliable|managed"
    r"|all[- ]in[- ]one|award[- ]winning|professional|secure|affordable"
    r"|world['’]s|leading|perfect|exclusive|limited|smart|seamless|effortless|blazing|lightning"
    r"|speed|deserves?|dream|simple|simply|made easy|no coding|scale|beautiful|made simple|higher"
    r"|you|your|one|next[- ]level|hassle[- ]free|high[- ]performance|optimi[sz]ed|instant(?:ly)?"
    r"|as low as|only|from|just|ever|in minutes|in seconds|one click)\b"
    r"|[$€£] ?\d|\d+ ?%|\b\d+ ?(?:ms|x|gb|tb|mbps)\b|\b\d+x\b|/mo\b|24/7",
    re.IGNORECASE,
)
_SELLS = re.compile(
    r"\b(?:hosting|host|wordpress|websites?|web ?sites?|sites?|domains?|vpn|servers?|cloud|plugins?"
    r"|themes?|seo|software|apps?|platform|plans?|pricing"
    r"|trial|subscription|solutions?|tools?|builder|store|shop|e-?commerce|crm|ai|marketing|traffic"
    r"|insurance|loans?|credit card|mattress|supplements?|casino|bets?|betting|bonus"
    r"|coupons?|promo|code|antivirus|backup|email|templates?|business|broadband|phone|deals?|gifts?"
    r"|shipping|delivery|courses?|tickets|windows|solar|cruise|flights|hotels)\b",
    re.IGNORECASE,
)
# What hosting companies sell: on a news page these words are an advertiser's more often than a headline's.
_SELLS_STRONGLY = re.compile(
    r"\b(?:hosting|wordpress|websites?|web ?sites?|vpn|seo|uptime|blog|domains?|online store"
    r"|website builder|plugins?)\b(?! the\b)",
    re.IGNORECASE,
)
_SMALL_TEXT = """
a an the of for in on at to and or as with by your you from is so than
"""
_SMALL = frozenset(_SMALL_TEXT.split())


def is_slogan(text: str) -> bool:
    """Whether a short line that stands alone sells something."""
    words = text.split()
    ends = (".", "?", "…", ":", ",")
    if not 2 <= len(words) <= 16 or re.search(r"[“”\"]", text) or (text.endswith(ends) and not _is_chant(text)):
        return False
    asks = bool(_ASKS.match(text)) + text.endswith("!")
    praises = min(2, len(_PRAISES.findall(text)))
    sells = 2 if _SELLS_STRONGLY.search(text) else min(2, len(_SELLS.findall(text)))
    return sells > 0 and praises > 0 and asks + praises + sells >= (3 if _is_title_case(words) else 4)


def names_goods(text: str) -> bool:
    """Whether the line names something that advertisers sell."""
    return bool(_SELLS.search(text))


def _is_chant(text: str) -> bool:
    """`Unlimited Sites. One Low Price.`: nothing but bits of a few words, each with its stop and its capitals."""
    bits = [bit for bit in text.split(".") if bit.strip()]
    return (
        len(bits) > 1
        and text.endswith(".")
        and all(len(bit.split()) <= 4 and _is_title_case(bit.split()) for bit in bits)
    )


def _is_title_case(words: list[str]) -> bool:
    """Each word but the small ones with a capital, as slogans (and American headlines) are set."""
    return all(w[0].isupper() or not w[0].isalpha() or w.casefold() in _SMALL for w in words)


def drop_slogans(items: list, blanks: bool) -> list:
    """Advertisers' slogans before the headline and behind the last paragraph, or alone between blank lines."""
    places = [n for n, item in enumerate(items) if isinstance(item, Line)]
    sold = {n for n in places if is_slogan(items[n].text)}
    head = _leading(places, sold)
    if head and _is_paragraph(items, places, head):
        head, sold = set(), sold - set(places[:1])  # the headline itself sounds like a slogan
    inside = sold if blanks else _leading(places[::-1], sold)
    if len(places) - len(head | inside) < 2 and len(head | inside) >= len(places) - 1:
        inside = head
    doomed = head | {n for n in inside if n not in places[:1]} - _likely_headline(places, head)
    return [Dropped(item.text, "advertisement") if n in doomed else item for n, item in enumerate(items)]


def _is_paragraph(items: list, places: list[int], head: set[int]) -> bool:
    """Whether running text follows the leading slogans, so that the last of them must be the headline."""
    return any(is_paragraph_like(items[place].text) for place in [p for p in places if p not in head][:1])


def _leading(places: list[int], sold: set[int]) -> set[int]:
    """The slogans that stand before anything else; never all there is."""
    found: set[int] = set()
    for place in places[:-1]:
        if place not in sold:
            break
        found.add(place)
    return found


def _likely_headline(places: list[int], head: set[int]) -> set[int]:
    """The first line that is left: a headline may well name a price and a product."""
    rest = [place for place in places if place not in head]
    return set(rest[:1])
