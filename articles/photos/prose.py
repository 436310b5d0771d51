"""Is a line an ordinary paragraph of a story, or words about a picture? By how English (and a little
German, French, Spanish, Italian) news is written: stories report in the past tense and quote people; captions
describe in the present tense, name no speaker and ask nothing. Pure."""

import re

from articles.photos.page_lines import is_page_line

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
_REPORTED_ABROAD = re.compile(
    r"\b(?:sagte?n?|erklärten?|berichteten?|betonte|teilten? .{1,90} mit\b|laut (?:dpa|AFP|Polizei)|nach Angaben"
    r"|a (?:dit|indiqué|annoncé|expliqué|précisé|ajouté|rapporté)|ont (?:indiqué|annoncé)|déclare|précise|explique"
    r"|dijeron|declaró|explicó|aseguró|informó|indicó|señaló|agregó|anunció|ha (?:dicho|asegurado|explicado|anunciado)"
    r"|afirmou|disseram|informou|declarou|explicou|acrescentou|anunciou|ha (?:spiegato|dichiarato|annunciato)|spiega"
    r"|zei|zegt|volgens|meldde|meldt|liet weten|sade|säger|enligt|skriver|uppger|sagde|siger|ifølge|oplyser|opplyser"
    r"|sanoo|sanoi|kertoo|kertoi|mukaan|powiedzia[łl]a?|poinformowa[łl]a?|doda[łl]a?|według|řekla?|uvedla?|sdělila?"
    r"|povedala?|uviedla?|mondta|közölte|elmondta|szerint|a (?:spus|declarat|anunțat|precizat)|potrivit|rekao|rekla"
    r"|izjavio|kaže|prema riječima|dedi|söyledi|açıkladı|belirtti|ifade etti|bildirdi|göre|kata|ujar|mengatakan|menurut"
    r"|sinabi|ayon (?:sa|kay)|alisema|amesema|theo|cho biết|cho hay|nói rằng|каза)\b"
    r"|\b(?:сообщ|заяви|сказа[лн]|рассказа|отмети|пояснил|подчеркн|по словам|повідоми|сказав|розпові|съобщ|изјави)"
    r"|قال|وقال|قالت|أضاف|أعلن|ذكرت|بحسب|وفق|گفت|به گزارش|אמר|מסר|לדברי|कहा|बताया|मुताबिक|বলেন|জানান|กล่าว|ระบุว่า"
    r"|表示|报道称|報道称|据.{1,12}报道|据.{1,12}報道|指出，|と(?:述べ|話し|語っ|発表し)|によると|에 따르면"
    r"|고 (?:말|밝|전|설명)했|δήλωσε|είπε|ανέφερε|σύμφωνα με|ανακοίνωσε",
    re.IGNORECASE,
)
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
    r"|despite|that|those|yes|no|follow|read|sign up|subscribe|watch|listen|contact|click|download|join|see also"
    r"|related|more on|get (?:our|the)|correction|editor['’]s note|find out|like (?:most|many|us)|unlike|among|most|few"
    r"|none|as for|in an interview|in (?:19|20)\d\d|by (?:19|20)\d\d|at the time|on paper|more than half|half of)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"[;:—–](?=\s)|,|\b(?:before|after|when|while|as|that|which|who|whose|where|since|until"
    r"|because|if|than|although|though)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[^.\W]{3})[.!?][”\"’)]*\s+(?=[^\Wa-z])")
_PAST_TEXT = """
was were had did would could should might went came took gave made kept left found thought knew saw
began grew fell rose stood sat ran won lost sold bought paid spent brought caught taught sent built held
told felt met led heard drew flew threw drove wrote spoke broke chose froze stole wore tore swore ate
drank sang swam sank rang became overcame understood rebuilt withdrew fought sought slept wept crept
swept struck stuck shook hung dug meant dealt reopened waited died happened arrived appeared remained
returned started ended continued failed stayed lived turned changed increased declined dropped jumped
lasted talked laughed smiled resigned survived agreed voted refused decided needn't didn't wasn't
weren't hadn't couldn't wouldn't got forgot forgave laid lit bled fed fled bred shot slid hid rode
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
proceed succeed pitched anchored pasted toppled submerged deployed strung scattered piled arranged etched
engraved tattooed printed grouped lit illustrated embedded sprayed daubed stamped parked chained
"""
_PARTICIPLES = frozenset(_PARTICIPLES_TEXT.split())
_BOTH_TEXT = """
left made built held lost used lit laid found caught taught changed turned ended told sent paid bought sold
shot brought won kept led heard torn worn cut
"""
_BOTH = frozenset(_BOTH_TEXT.split())
_OBJECTS = frozenset(["the", "a", "an", "his", "her", "its", "their", "it", "him", "them", "that"])
_EDGES = "“”\"'(),.‘’;:"
_NOT_NOUNS_TEXT = """
a an the his her its their our my your this that these those some of in on at by with from to for and or
newly recently freshly half long one two three four five six seven eight nine ten is are be being been
has have having
"""
_NOT_NOUNS = frozenset(_NOT_NOUNS_TEXT.split())
_OPINION = re.compile(
    r"\b(?:say|argue|argues|believes?|think|thinks|blames?|expects?|hopes?|wants?|fears?|insists?"
    r"|knows?|needs?|means|seems?"
    r"|would|could|should|might|not|isn['’]t|don['’]t|doesn['’]t|agree|follows|aims?|depends?"
    r"|matters?|remains? unclear)\b",
    re.IGNORECASE,
)
_ABSTRACT = re.compile(
    r"(?:(?:the|a|an|in a|under the|that|one) (?:\w+ )?)?(?:trouble|problem|reason|decision|plan"
    r"|case|figures|dispute|claims?"
    r"|argument|debate|question|costs?|money|law|ruling|statement|issue|policy|trend|evidence|result"
    r"|risk|report|idea|answer|contract|prices?|rules?|profits?|shares|sales|tickets|talks|details|data|research"
    r"|difference|proposal|measure|bill|deal|agreement|critics|experts|analysts)\b",
    re.IGNORECASE,
)
_LATER_PAST = re.compile(
    r", (?:(?:and|but) \w+ \w+ (?:paid|was|were|had|did|went|came|took|left)|(?:did|could|would|was"
    r"|were|had) )\b"
)
_LOCAL = re.compile(
    r"\b(?:left|right|centre|center|above|below|pictured|seen (?:here|in|from|at|on|through)|second from|from left"
    r"|shown|undated|(?:aerial|general|satellite) (?:view|image))\b"
)
_SHOWN = re.compile(
    r"(?:this|these|an?|the) (?:[\w-]+ ){0,3}(?:photos?|images?|pictures?|photographs?|frame|still|combo|screenshot|map"
    r"|graphic|illustration|rendering|sketch)\b[^.]{0,90}?(?<!was )(?<!were )\b(?:shows?|depicts?"
    r"|released|provided|taken|made available|from)\b",
    re.IGNORECASE,
)
_MODAL = re.compile(r"(?<!\ba )(?<!the )\b(?:will|can|cannot|may|must)(?: \w+)")
_PERFECT = re.compile(
    r"\b(?:has|have) (?:\w+ly |not |also |now |never |already |long )?(?:\w+(?:ed|en|wn|ung|ught)|become|made|put"
    r"|won|lost|left|kept|held|had|said|begun|come|gone|done|sent|set|led|met|paid|sold|told|grown|lent|built)\b"
)
_HAVING = re.compile(r"\b(?:has|have|had) ")
_STATIVE = re.compile(
    r"\b(?:belongs?|costs?|owns?|includes?|contains?|requires?|allows?|consists?|differs?|suggests?|exists?|lacks?"
    r"|prefers?|loves?|likes?|hates?|dates? (?:from|back)|counts? as|tends?|works? as|works? for|refuses?|plans? to"
    r"|continues? to|hopes? to|earns?|employs?|supports?|represents?|involves?|provides?|offers?"
    r")\b"
)
_BEING = re.compile(
    r"\b(?:is|are) (?:an?|the|one|more|less|too|so|as|not|now|only|likely|expected|due|about|also|still|no|known"
    r"|believed|thought|considered|said|meant|supposed|worth|home to|part of|named|called) "
)
_LASTING = re.compile(
    r"\b(?:begins?|ends?|opens?|closes?|continues?|starts?|resumes?|expires?) *(?:$|[.,]|in |at |on |next |this "
    r"|later |again|until |from )"
    r"|\bruns? (?:until|from) |\b(?:takes?|lasts?|costs?|weighs?|measures?|stands?|lies|is|are|counts?) "
    r"(?:about |nearly |almost |at least |only |just |some |more than )?(?:an? (?:hour|mile|day|week|year|month)|\d)"
)
_SEEN_BY = re.compile(r"\b(?:seen|viewed|reviewed|obtained|verified|first published|first reported) by (?:the )?[A-Z]")
_FOREIGN_TENSE = re.compile(
    r"\b(?:wollten?|waren?|hatten?|wurden?|konnten?|sollten?|mussten?|gab|kam|ging|wird|soll|habe|sei"
    r"|a été|ont été|avait|avaient|était|étaient|sera|seront|devrait|pourrait|a \w+é|ont \w+é|compte"
    r"|fue|fueron|había|habían|será|serán|ha \w+do|han \w+do|\w{2,}(?:ará|erá|irá)|podría"
    r"|foi|foram|havia|è stato|è stata|erano|sarà|saranno|potrebbe|ha \w+to|hanno \w+to|werd|werden|zou)\b"
)
_SUBJECT_AFTER = re.compile(r", (?:he|she|they|it|we|I) \w+")
_SUM = re.compile(r"\d ?%|\bper ?cent\b|\b(?:million|billion)\b|[$£€]\d")
_DAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*\.? \d{1,2}, \d{4}"
)
_ADDRESS = re.compile(r"https?://|www\.|@\w+|\bon (?:X|Twitter|Instagram|Facebook|Bluesky|TikTok)\b")
_TELLING = re.compile(
    r"\b(?:that|which|who) (?:\w+ )?(?:says?|said|told|reads?|reported|announced|asked|wrote|noted|added)\b"
)
_AUXILIARIES_TEXT = "was were had did would could should might didn't wasn't weren't hadn't couldn't wouldn't"
_AUXILIARIES = frozenset(_AUXILIARIES_TEXT.split())
_AFTER_PARTICIPLE_TEXT = """
by on in at from to for with during after before near since as under over into of between and
"""
_AFTER_PARTICIPLE = frozenset(_AFTER_PARTICIPLE_TEXT.split())


def _past_verb(clause: str) -> bool:
    """Whether the clause has a verb in the past tense that is no participle (`a house damaged by floods`)."""
    words = clause.casefold().replace("’", "'").split()
    return any(
        _is_past(before, word.strip(_EDGES), after.strip(_EDGES))
        for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False)
    )


def _is_past(before: str, word: str, after: str) -> bool:
    """One word between its neighbours: `the council approved the plan` against `the retired signalman`."""
    if word in _AUXILIARIES:
        return True
    if before.endswith(","):
        with_object = after in _OBJECTS or (word in _BOTH and after and after not in _AFTER_PARTICIPLE)
        return (word in _PAST and word not in _BOTH) or (bool(with_object) and (word in _BOTH or word.endswith("ed")))
    if not before or before in _NOT_NOUNS or after == "by" or (word == "fell" and after in _OBJECTS):
        return False
    if word in _BOTH:
        return after not in _AFTER_PARTICIPLE and not (word == "left" and not after)
    if word in _PAST:
        return True
    if not word.endswith("ed") or len(word) < 5 or "-" in word:
        return False
    return word not in _PARTICIPLES or after in _OBJECTS


_STATES = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|may|might|could|can|due|more|than|not|that|said|says)\b"
    r"|n[’']t\b|[“”\"]",
    re.IGNORECASE,
)
_DESCRIBED = 30  # words
_UNCLOSED = 9  # so many words without a full stop behind them are a caption, fewer may be a heading or a link


_UNNAMED = re.compile(
    r"(?:an?|two|three|four|five|several|some|many|dozens|people|men|women|children|workers|close[- ]up|aerial"
    r"|(?:illustration|photo|photograph|image|picture|drawing|map|chart|graphic|screenshot) (?:of|showing))\b",
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


def _first_sentence(text: str) -> str:
    end = _SENTENCE_END.search(text[:500])
    return text[: end.start()] if end else text[:500]


def _main_clause(text: str) -> str:
    """The first sentence without its subordinate clauses, which run from a joining word to the next comma: in
    `Fans, who had waited all night, cheer` the verb that counts is the last."""
    kept, start, is_main = [], 0, True
    sentence = _first_sentence(text)
    for joint in _JOINT.finditer(sentence):
        if is_main:
            kept.append(sentence[start : joint.start()])
        is_main = joint.group() in ",;:—–"
        start = joint.end()
    if is_main:
        kept.append(sentence[start:])
    return " , ".join(kept)


def story_signs(text: str) -> float:
    """From -1 (words about a picture) to +3 or so (a paragraph); 0.5 and more reads as a paragraph."""
    opening = text.lstrip("“”\"'‘«„([ ")
    return _signs_of_voice(text, opening) + _signs_of_verb(_main_clause(opening)) + _signs_of_picture(text, opening)


def _signs_of_voice(text: str, opening: str) -> float:
    """Speech, a byline, an opinion, a reporter's way to begin or to ask."""
    words = len(text.split())
    signs = 0.0
    signs += 1.0 if text[:1] in '“"«„‘' else 0.0
    signs += 1.0 if _REPORTED.search(_TELLING.sub(" ", text)) or _REPORTED_ABROAD.search(text) else 0.0
    signs += 2.0 if is_page_line(text, opening) else 0.0
    signs += 0.7 if _OPENERS.match(opening) else 0.0
    signs += 0.7 if _PERSONAL.match(opening) and not _SHOWN.match(opening) else 0.0
    signs += 0.5 if _OPINION.search(_first_sentence(text)) else 0.0
    signs += 0.5 if _ABSTRACT.match(opening) else 0.0
    signs += 0.6 if _LATER_PAST.search(text) else 0.0
    signs += 0.6 if _SUBJECT_AFTER.search(_first_sentence(text)) else 0.0
    signs += 0.6 if _SEEN_BY.search(text) or _FOREIGN_TENSE.search(_first_sentence(text)) else 0.0
    signs += 0.5 if _ADDRESS.search(text) else 0.0
    signs += 0.3 if _SUM.search(text) else 0.0
    signs += 0.8 if text.rstrip('”" ').endswith("?") else 0.0
    signs += 0.4 * (words > 40) + 1.0 * (words > 70)
    signs += 0.3 if re.search(r"\b(?:I|we|you|don['’]t|can['’]t|won['’]t|isn['’]t)\b", text) else 0.0
    return signs


def _signs_of_verb(clause: str) -> float:
    """The tense and kind of the main verb: a story tells what was, will be, has been or is so."""
    signs = 0.8 if _past_verb(clause) else 0.0
    signs += 0.5 if _MODAL.search(clause) else 0.0
    signs += 0.5 if _PERFECT.search(clause) or _HAVING.search(clause) else 0.0
    signs += 0.5 if _STATIVE.search(clause) else 0.0
    signs += 0.5 if _BEING.search(clause) or _LASTING.search(clause) else 0.0
    return signs


def _signs_of_picture(text: str, opening: str) -> float:
    """Places in a picture, days, and lines without a full stop speak for a caption."""
    signs = 0.4 if _LOCAL.search(text) else 0.0
    signs += 0.5 if _SHOWN.match(opening) else 0.0
    signs += 0.2 if _DAY.search(text) else 0.0
    signs += (0.8 if len(text.split()) >= _UNCLOSED else 0.4) if text[-1:].isalnum() else 0.0
    return -signs
