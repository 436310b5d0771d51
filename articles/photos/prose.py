"""Is a line an ordinary paragraph of a story, or words about a picture? By how English (and a little
German, French, Spanish, Italian) news is written: stories report in the past tense and quote people; captions
describe in the present tense, name no speaker and ask nothing. Pure."""

import re

_REPORTED = re.compile(
    r"\b(?:said|says|told|added|asked|replied|according to|argued|insisted|explained|recalled|wrote"
    r"|warned|conceded|noted"
    r"|admitted|testified|announced|confirmed|denied|claimed|declined to comment|spokes(?:man|woman"
    r"|person)|reported"
    r"|contributed to this report|sagte|erklärte|teilte mit|a déclaré|a affirmé|selon|dijo|según"
    r"|afirmó|ha detto|secondo"
    r"|disse|segundo)\b",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"\(?(?:additional )?(?:reporting|editing|writing|compiled|translated|edited|produced"
    r"|photo editing) (?:by|and)\b"
    r"|by [A-Z]|von [A-Z][a-z]+ [A-Z]|story by|words by",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"[A-Z][A-Z .,'’/-]{2,40}(?:, [\w. ]{2,30})? \([A-Z][\w ]{1,20}\) ?[-–—]+ ")
_PERSONAL = re.compile(
    r"\b(?:I|I’m|I'm|we|we’re|you|my|our|your|he|she|they|it|this|that|these|nobody|everyone"
    r"|everybody|no one|there|what|why"
    r"|how|others|neither|its|his|her|their)\b",
    re.IGNORECASE,
)
_OPENERS = re.compile(
    r"(?:but|and|yet|still|however|meanwhile|so|then|now|also|even|instead|perhaps|indeed|by then"
    r"|for years|for now|in fact"
    r"|asked|because|there|although|though|since|if|nor|or|of course|at first|until|once|later"
    r"|earlier|last (?:week|month|year)"
    r"|nobody|no one|not|never|only|credit for|credit to|photo by photo|image is|this year|whether"
    r"|despite|that|those|yes|no)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[;:.!?—–](?=\s)|,|\b(?:before|after|when|while|as|that|which|who|whose|where|since|until"
    r"|because|if|than)\b"
)
_PAST_TEXT = """
was were had did would could should might went came took gave made kept left found thought knew saw
began grew fell rose stood sat ran won lost sold bought paid spent brought caught taught sent built held
told felt met led heard drew flew threw drove wrote spoke broke chose froze stole wore tore swore ate
drank sang swam sank rang became overcame understood rebuilt withdrew fought sought slept wept crept
swept struck stuck shook hung dug meant dealt reopened waited died happened arrived appeared remained
returned started ended continued failed stayed lived turned changed increased declined dropped jumped
lasted talked laughed smiled resigned survived agreed voted refused decided needn't didn't wasn't
weren't hadn't couldn't wouldn't got forgot forgave laid lay lit bled fed fled bred shot slid hid rode
rewrote outgrew foresaw used bore
"""
_PAST = frozenset(_PAST_TEXT.split())
_PARTICIPLES_TEXT = """
damaged destroyed decorated covered dressed pictured photographed parked displayed painted filled loaded
lined used called named shown seen taken held built made abandoned restored crowded stacked dedicated
reserved burned burnt wrapped accused convicted involved owned founded located based created designed
planted collected recovered stored captured rescued recorded released provided obtained gathered seated
perched moored tied attached mounted converted discovered imported printed published signed worn draped
marked carried flooded shuttered armed packed surrounded escorted illuminated trapped stranded wounded
injured carved ruined hundred indeed need seed speed weed feed bleed red bed shed sled wed breed exceed
proceed succeed
"""
_PARTICIPLES = frozenset(_PARTICIPLES_TEXT.split())
_BOTH_TEXT = """
left made built held lost used lit laid found caught taught changed turned ended told sent paid bought
"""
_BOTH = frozenset(_BOTH_TEXT.split())
_OBJECTS = frozenset(["the", "a", "an", "his", "her", "its", "their", "it", "him", "them", "that"])
_RELATIVES = frozenset(("that", "which", "who", "whose", "where"))
_EDGES = "“”\"'(),.‘’;:"
_NOT_NOUNS_TEXT = """
a an the his her its their our my your this that these those some of in on at by with from to for and or
newly recently freshly half long one two three four five six seven eight nine ten is are be being been
has have having
"""
_NOT_NOUNS = frozenset(_NOT_NOUNS_TEXT.split())
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|does|do|can|will|stands?|sits?|walks?|looks?|waits?|holds?|takes?|makes?"
    r"|works?|plays?|wears?|shows?"
    r"|gets?|goes|runs?|carry|carries|waves?|rests?|lies|pass(?:es)?|cross(?:es)?|gather|gathers"
    r"|attends?|arrives?|speaks?|poses?)\b"
)
_OPINION = re.compile(
    r"\b(?:say|argue|argues|believes?|think|thinks|blames?|expects?|hopes?|wants?|fears?|insists?"
    r"|knows?|needs?|means|seems?"
    r"|would|could|should|might|not|isn['’]t|don['’]t|doesn['’]t|agree|follows|aims?|depends?"
    r"|matters?|remains? unclear)\b",
    re.IGNORECASE,
)
_ABSTRACT = re.compile(
    r"(?:the |a |an |in a |under the |that |one )?(?:\w+ )?(?:trouble|problem|reason|decision|plan"
    r"|case|figures|dispute|claims?"
    r"|argument|debate|question|costs?|money|law|ruling|statement|issue|policy|trend|evidence|result"
    r"|risk|report|idea|answer"
    r"|difference|proposal|measure|bill|deal|agreement|critics|experts|analysts|supporters|opponents)\b",
    re.IGNORECASE,
)
_LATER_PAST = re.compile(
    r", (?:(?:and|but) \w+ \w+ (?:paid|was|were|had|did|went|came|took|left)|(?:did|could|would|was"
    r"|were|had) )\b"
)
_LOCAL = re.compile(
    r"\b(?:left|right|centre|center|above|below|pictured|seen here|second from|from left|shown|undated)\b"
)


def _past_verb(clause: str) -> bool:
    """Whether the clause has a verb in the past tense that is no participle (`a house damaged by floods`)."""
    words = clause.casefold().split()
    return any(
        _is_past(before, word.strip(_EDGES), after.strip(_EDGES))
        for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False)
    )


def _is_past(before: str, word: str, after: str) -> bool:
    """One word between its neighbours: `the council approved the plan` against `the retired signalman`."""
    as_participle = before.endswith(",") or before in _NOT_NOUNS or after == "by" or not before
    if word in _BOTH:
        return not as_participle and not (word == "left" and after in ("", "and", "of"))
    if word in _PAST:
        return True
    if not word.endswith("ed") or len(word) < 5 or as_participle or "-" in word:
        return False
    return word not in _PARTICIPLES or after in _OBJECTS


_STATES = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|may|might|could|can|due|more|than|not|that|said|says)\b"
    r"|n[’']t\b|[“”\"]",
    re.IGNORECASE,
)
_DESCRIBED = 30  # words


_UNNAMED = re.compile(
    r"(?:an?|two|three|four|five|several|some|many|dozens|people|men|women|children|workers|close[- ]up|aerial)\b",
    re.IGNORECASE,
)


def describes_unnamed(text: str) -> bool:
    """As describes_picture, of somebody whom the sentence does not name: hardly ever a story's own sentence."""
    return bool(_UNNAMED.match(text)) and describes_picture(text)


def describes_picture(text: str) -> bool:
    """Whether a sentence says what is to be seen, as alt texts do: somebody does something now, and nothing is told.

    `A man in a canvas jacket kneels between two rows of bare apple trees.`
    """
    if len(text.split()) > _DESCRIBED or _STATES.search(text) or story_signs(text) >= 0.3:
        return False
    return re.search(r"[.!?;:]\s", text) is None and not _past_verb(text)


def _main_clause(text: str) -> str:
    """Up to the first mark or joining word after the third word: where a sentence's own verb stands."""
    for cut in _CLAUSE.finditer(text[:400]):
        if len(text[: cut.start()].split()) >= (2 if cut.group() in _RELATIVES else 3):
            return text[: cut.start()]
    return text[:400]


def story_signs(text: str) -> float:
    """From -1 (words about a picture) to +3 or so (a paragraph); 0.5 and more reads as a paragraph."""
    words = len(text.split())
    opening = text.lstrip("“”\"'‘«„([ ")
    signs = 0.0
    signs += 1.0 if text[:1] in '“"«„‘' else 0.0
    signs += 1.0 if _REPORTED.search(text) else 0.0
    signs += 2.0 if _SIGN_OFF.match(opening) or _DATELINE.match(text) else 0.0
    signs += 0.7 if _OPENERS.match(opening) else 0.0
    signs += 0.7 if _PERSONAL.match(opening) else 0.0
    signs += 0.8 if _past_verb(_main_clause(opening)) else 0.0
    signs += 0.5 if _OPINION.search(text) else 0.0
    signs += 0.5 if _ABSTRACT.match(opening) else 0.0
    signs += 0.6 if _LATER_PAST.search(text) else 0.0
    signs += 0.8 if text.rstrip('”" ').endswith("?") else 0.0
    signs += 0.4 * (words > 40) + 1.0 * (words > 70)
    signs += 0.3 if re.search(r"\b(?:I|we|you|don['’]t|can['’]t|won['’]t|isn['’]t)\b", text) else 0.0
    signs -= 0.4 if _LOCAL.search(text) else 0.0
    signs -= 0.4 if text[-1:].isalnum() else 0.0
    signs -= 0.2 if _PRESENT.search(_main_clause(opening)) else 0.0
    return signs
