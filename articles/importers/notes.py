"""A site's own notes among a story's paragraphs: consent boxes, players, updates, house rules, ownership. Pure.

Some are plain wherever they stand. Others are sentences that a story could hold too (who owns what, who paid):
they are believed only over the story's first paragraph and behind its last.
"""

import re

_QUOTED = re.compile(r"[“”\"«»„]|\b(?:said|says|told)\b")
_LONGEST = 70  # words
_NOTE = re.compile(
    r"(?:editor(?:['’]?s)? note|editors['’] note|note|correction|clarification|update)s?\b"
    r"(?: \([^()]{3,60}\)|,? [^\W\d_]{3,9}\.? \d{1,2}(?:, \d{4})?)? ?[:–—-]",
    re.IGNORECASE,
)


def _any(*patterns: str) -> re.Pattern:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE | re.DOTALL)


_PLAIN = (
    (
        "cookie notice",
        _any(
            r".*\b(?:may be using|use of|accept|enable|allow|reject|manage) (?:all )?cookies\b.*",
            r"this (?:content|embed|video|post|article contains content) (?:is|was)? ?provided by\b.*",
            r"to (?:show|see|view) (?:you )?this (?:content|embed|post)\b.*|you can (?:allow|enable) cookies.*",
        ),
    ),
    (
        "player",
        _any(
            r".*\b(?:audio version|text[- ]to[- ]speech|(?:an )?ai(?:-based|-generated| narration| voice))\b.*"
            r"(?:article|story|narration|audio|listen|technology|voice).*",
            r"(?:produced|narrated|read) by\b.{2,80}\b(?:narration|audio|listen|app|noa)\b.*|estimated \d+ minutes?",
            r"(?:[A-Z]{2,5} )?audio:.{5,}|(?:video|watch|audio|photos?|map) (?:above|below)\b.*",
            r"(?:\w+ ){1,3}correspondent (?:[A-Z][\w.'’-]+ ){1,3}reports?\.",
        ),
    ),
    (
        "newsletter sign-up",
        _any(
            r"thank(?:s| you) for (?:signing up|subscribing|registering)\W*|(?:watch|look) for us in your inbox\W*",
            r"check your (?:inbox|e-?mail)\b.*|you(?:['’]re| are) (?:now |all )?(?:set|subscribed|signed up)\b.*",
            r".*\b(?:in|into|to) (?:your|ihrem|deinem|tu|votre) (?:inbox|postfach|correo|boîte)\b.*",
            r"you(?:['’]re| are)? (?:receiv(?:ed?|ing)|get(?:ting)?|got) this .{2,60} (?:because|since|as) you\b.*",
            r"(?:e-?mail|push|text|browser) (?:notifications?|alerts?) (?:are|is|will be|can be)\b.*|unsubscribe\b.*",
            r"(?:to (?:read|view|see)|read|view|see|open) this (?:e-?mail|message|newsletter|briefing)"
            r" (?:in|on|online)\b.*",
        ),
    ),
    (
        "page words",
        _any(
            r"add (?:this |these )?(?:articles?|stor(?:y|ies)) to your saved list\b.*|jump to\b ?:.*",
            r"(?:like )?loading\W*|contact us about this story\b.*|get in touch\b.{0,120}\b(?:us|e-?mail|whatsapp)\b.*",
            r"join (?:our|the|us)\b.*\b(?:whatsapp|facebook|telegram|community|channel|newsletters?)\b.*",
            r"(?:how we work|why you can trust|why trust)\b.*|book now\W*|yes!? i (?:agree|want|would like)\b.*",
            r".*\bbuy us a coffee\b.*|like what (?:we do|you['’]re reading)\?.*|proudly powered by\b.*",
            r"tagged\b:? ?[\w ,'’&-]+|in [\"“][\w &]{2,30}[\"”]|← ?.{3,90}|.{3,90} ?→|[A-Z]",
            r"suggested topics\W*|rückmeldung geben\W*|s['’]inscrire\W*|se connecter\W*|anmelden\W*",
            r"proudly (?:powered|made)\b.*|gift a subscription\W*|share as gift\W*|\d\.\dx",
        ),
    ),
    (
        "advertisement",
        _any(
            r"(?:paid|partner|sponsored|promoted|branded|commercial)(?: (?:content|post|story|message|by))?"
            r"\s*[:|–—]\s*\S.*",
            r"(?:ad|advert|advertisement|advertorial|promotion)\s*[:|]\s*\S.*",
            r"today['’]s best .{3,50} deals?\W*|(?:best|top) deals?(?: today)?\W*",
            r".{0,60}\b(?:deals?|offers?|content|stories) from our (?:commercial |trusted )?partners?\b.*",
            r"we (?:check|compare|test|track) (?:over |more than )?[\d,.]+\b.{0,60}\b(?:prices?|products?|deals?)\b.*",
        ),
    ),
    (
        "update note",
        _any(
            r"this is a (?:developing|breaking)(?: news)? story\b.*",
            r"(?:this|the) (?:story|article|report|page) (?:has been|was|will be|is being) (?:updated|corrected|amended"
            r"|edited)\b.*",
            r"(?:an |the )?(?:earlier|previous|original) version of this (?:story|article|page|headline|post)\b.*",
            r"when we learn of a mistake\b.*|corrections and clarifications\b.*",
            r"for (?:the latest|more|all the latest)\b.{0,90}\b(?:head to|visit|go to|download|click|follow|sign up"
            r"|watch|tune in)\b.*",
        ),
    ),
    (
        "comments",
        _any(
            r"comments? (?:have to be|must be|are (?:moderated|closed|subject)|on this)\b.*",
            r".*\b(?:community (?:guidelines|standards)|commenting (?:policy|rules|forum|guidelines)|house rules)\b.*",
            r".*\bréservée?s? aux abonnés\b.*|.*\bnur für abonnenten\b.*|.*\bsolo para suscriptores\b.*",
        ),
    ),
    ("disclosure", _any(r"(?:full )?(?:disclosure|disclaimer)s?\s*[:–—-]\s.*")),
)
_AT_AN_EDGE = (
    (
        "site note",
        _any(
            r".*\b(?:we|our|us)\b.*\b(?:sites?|websites?|stor(?:y|ies)|articles?|links?|page|newsletters?|inbox|products?"
            r"|prices?|readers?|journalism|coverage|comments?|app|channel|standards|corrections?|mistakes?)\b.*",
            r".*\b(?:inbox|newsletters?|whatsapp channel|our app|push alerts?|breaking news updates)\b.*",
            r"(?:.{3,80}[.?!:] )?(?:please )?(?:tell|e-?mail|contact|call|text|write to) us\b.*",
            r"(?:have|got) an? (?:\w+ )?(?:story|tip|idea|question|photo|comment|correction)\b.{0,40}\?.*",
            r"(?:tap|click) here\b.*|(?:follow|join|like) us\b.*|join our\b.*|listen to our\b.*",
            r"find .{3,40} on (?:whatsapp|facebook|instagram)\b.*|listen to .{3,60} on [A-Z].{2,30}",
            r"follow .{3,60}\b(?:whatsapp|facebook|instagram|telegram|channel)\b.*",
        ),
    ),
    (
        "update note",
        _any(
            r"this (?:story|article|report|piece|interview|text) (?:is|was|has been) (?:\w+ly |first |also )?(?:written"
            r"|translated|adapted|condensed|edited|published|produced|reviewed|revised|changed|co-published)\b.*",
            r"translation of (?:an?|the) (?:\w+ )?(?:story|article|report|interview|text)\b.*",
            r"the sources?\s*: .*",
            r"(?:the )?information (?:for|in) this (?:story|article|report) (?:was|came|comes|is)\b.*",
        ),
    ),
    (
        "disclosure",
        _any(
            r".*\b(?:is|are) (?:\w+ ){0,2}(?:owned|funded|published|operated|supported|listed|financed)"
            r"(?: in part| partly)? (?:by|on)\b.*",
            r".*\b(?:financial support|solely responsible for|holds? (?:an? )?(?:interest|patent|shares?|stake)"
            r"|owns? shares?|shareholder|is an advertiser|advertises? with|reader-supported)\b.*",
            r".{3,80}\b(?:lent|supplied|provided|gave) us\b.*|they have been (?:sent back|returned)\.",
        ),
    ),
    (
        "contribution line",
        _any(
            r"other authors (?:are|include)\b.*|(?:media|press) contact\b.*|\(?with (?:inputs?|\w+ \w+) from\b.*",
            r"(?:[A-Z][\w.'’-]+ ){2,4}contributed(?: \w+){0,3}\.?",
            r"\W*(?:with|mit) (?:AAP|AP|AFP|Reuters|PA|dpa|agenc\w+)\W*",
        ),
    ),
)


def is_labelled_note(text: str) -> bool:
    """`Editor's note: …`, `CORRECTION (Jan. 30, 2025): …`"""
    return bool(_NOTE.match(_unmarked(text)))


def _unmarked(text: str) -> str:
    """The note without the bullet, star or bracket that sets it off."""
    return text.lstrip("•*·–—-([ ") or text


def why_note(text: str, at_an_edge: bool = False) -> str:
    """The reason to leave a site's note out, or ""; ``at_an_edge`` says that it stands over or behind the story."""
    if at_an_edge and is_labelled_note(text):
        return "editor's note"
    text = _unmarked(text)
    if len(text.split()) > _LONGEST:
        return ""
    known = _PLAIN + (_AT_AN_EDGE if at_an_edge and not _QUOTED.search(text) else ())
    return next((why for why, pattern in known if pattern.fullmatch(text)), "")
