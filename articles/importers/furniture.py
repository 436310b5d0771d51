"""Page furniture: lines that a news page prints round its story and that are no part of it. Pure.

`why_furniture` gives the reason a line is left out, or "". Each rule matches a whole line or its imperative
opening, so that a paragraph which merely speaks of newsletters or advertising stays.
"""

import re

MAX_LENGTH = 600

_SHARE_WORDS_TEXT = """
share shares facebook twitter x email e-mail mail print printer whatsapp linkedin reddit copy link
copied bluesky threads telegram pinterest flipboard messenger save saved comment comments bookmark gift
tweet pocket sms mastodon instagram tumblr line url icon button post this article story via on to by or
more open in new window click opens close text size font resize google news follow us like tweets teilen
drucken merken kopieren partager imprimer compartir imprimir condividi stampa compartilhar whatsapp-icon
facebook-icon menu toggle options show a a+ a- aa send your friends shareall page republish full embed
give k fb wechat weibo xing snapchat vk viber
"""
_SHARE_WORDS = frozenset(_SHARE_WORDS_TEXT.split())
_SHARE_CORE_TEXT = """
copy share shares facebook twitter email e-mail print whatsapp linkedin reddit copied bluesky threads
telegram pinterest flipboard messenger bookmark tweet mastodon tumblr teilen drucken merken partager
imprimer compartir imprimir condividi stampa compartilhar save comment comments gift republish tweets
xing
"""
_SHARE_CORE = frozenset(_SHARE_CORE_TEXT.split())


def _lines(*patterns: str) -> re.Pattern:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_WHOLE = (
    (
        "advertisement",
        _lines(
            r"\W*(?:advertisements?|advertising|adverts?|ads?|publicité|publicidad|publicidade"
            r"|pubblicità|anzeige|werbung|annonce|reklam[ea]?)\W*",
            r"\W*(?:advertisement|ad)[ -]*(?:\d+ )?(?:seconds?|scroll to continue|skip ad"
            r"|continue reading|closes? in \d+)?\W*",
            r"(?:the )?(?:story|article|post|content|video|text) (?:continues|resumes) (?:below"
            r"|after|beneath)(?: (?:the|this|an?))?"
            r"(?: (?:advertisement|ad|advert|video|gallery|photo|image|break|newsletter promotion"
            r"|newsletter signup))?\W*",
            r"(?:continue|keep) reading(?: below| the (?:main )?(?:story|article))?(?: (?:after"
            r"|below) (?:the|this) (?:ad|advertisement))?\W*",
            r"scroll (?:down )?to continue(?: with content| reading)?\W*",
            r"(?:after|skip past|skip) (?:the )?(?:advertisement|ad|newsletter promotion|promotion"
            r"|newsletter)\W*",
            r"(?:sponsored|paid|promoted|partner|branded|commercial) ?(?:content|post|links?|stories"
            r"|story|message|feature|by)?\W*",
            r"around the web|from around the web|(?:from|by) our (?:partners?|sponsors?|advertisers?)\W*"
            r"|ads? by \w+|report this ad"
            r"|remove ads?|ad feedback|why this ad\?",
            r"der artikel wird nach der anzeige fortgesetzt\W*|la suite après (?:cette "
            r"|la )?publicité\W*|continúa después de la publicidad\W*",
            r"(?:continua dopo la pubblicità|continua após a publicidade|artikel geht (?:unten"
            r"|nach der werbung) weiter)\W*",
            r"\W*(?:sponsored|promoted|paid(?: partnership)?) (?:by|with|from) [\w .&'’-]{2,40}"
            r"|(?:a )?(?:sponsor(?:'s|ed)?|advertiser(?:'s)?) message|(?:become"
            r"|thanks to our) (?:an? )?(?:npr )?sponsors?",
        ),
    ),
    (
        "page menu",
        _lines(
            r"quick guide|skip to (?:main )?(?:content|navigation|article|footer|main)|(?:main )?menu"
            r"|search(?: this site)?|log ?(?:in|out)|sign (?:in|out)|my account",
            r"back to (?:top|home(?: ?page)?|all stories)|home ?page|close|open menu"
            r"|accessibility (?:links|help)|toggle navigation|previous|next"
            r"|previous (?:article|story)|next (?:article|story)|load more|view (?:all|more)"
            r"|see (?:all|more)|show (?:more|less|all)|expand|continue",
            r"(?:home|start|accueil|inicio|startseite)? ?(?:[>›»/|] ?[\w&' -]{2,30} ?){1,5}",
            r"(?:site|page) (?:map|index)|privacy policy|terms (?:of (?:use|service)|and conditions"
            r"|& conditions)|about us|contact us|careers|help",
        ),
    ),
    (
        "cookie notice",
        _lines(
            r"(?:we|this (?:site|website)|our (?:site"
            r"|website)) (?:and our (?:\d+ )?partners )?uses? (?:\w+ )?cookies\b.*",
            r"(?:accept|reject|allow)(?: all)?(?: cookies)?|(?:manage|cookie) (?:preferences"
            r"|settings|choices|options)|we value your privacy\W*",
            r"(?:by continuing to use (?:this|our) (?:site|website)"
            r"|we (?:and our partners )?(?:care about|respect) your privacy).*",
            r"(?:wir verwenden|diese (?:seite|website) verwendet) cookies.*"
            r"|ce site utilise des cookies.*|(?:este sitio|usamos|utilizamos) .{0,20}cookies.*",
        ),
    ),
    (
        "player",
        _lines(
            r"(?:listen|écouter|anhören|escuchar)(?: to (?:this )?(?:article|story|the article"
            r"|full article))?\W*(?:·|-|–|\()?\W*(?:\d+[: ]?\d* ?(?:min(?:ute)?s?|sec)?)?\W*",
            r"listen to (?:this|the) (?:article|story|episode).{0,40}"
            r"|(?:this )?audio (?:is )?(?:auto-?generated|not available).{0,60}|hear this story.{0,20}",
            r"(?:play|pause|mute|unmute|watch|stop|replay)(?: (?:the )?(?:video|audio|now|live"
            r"|again))?\W*(?:\d+:\d+\W*)*|now playing\W*|up next\W*\d*",
            r"getting your .{3,30} (?:audio )?player ready\W*|(?:video|audio) player.{0,40}"
            r"|this video (?:can ?not|can't) be played"
            r"|media playback is .{0,40}|(?:\d{1,2}:\d{2}\W*){1,3}"
            r"|error loading player.{0,30}|your browser does not support .{0,40}"
            r"|(?:video )?duration:? ?[\d:]+|loading(?: the player)?\W*",
            r"to play this video you need to enable javascript.*|this (?:article|text) (?:is"
            r"|was) (?:read|narrated) by .{0,60}",
        ),
    ),
    (
        "gallery words",
        _lines(
            r"(?:view|open|see|launch|start|show)(?: (?:the|full|all|photo|image|more"
            r"|\d+))* (?:gallery|slideshow|photos|images|pictures|fullscreen|full screen)\W*(?:\(\d+\))?",
            r"(?:photo|image|picture) gallery\W*(?:\d+.{0,12})?|\d{1,3} (?:photos?|images?|pictures)"
            r"|gallery\W*|(?:enlarge|expand|view)(?: this)? (?:image|photo|picture)(?: in fullscreen)?",
            r"\W*(?:(?:hide|toggle|show) caption\W*)+|\(?\d{1,3} ?(?:of|/) ?\d{1,3}\)?"
            r"|open image in gallery|close image|click to enlarge|swipe (?:left|right).{0,20}|tap to .{0,25}"
            r"|(?:image|photo|picture)s?",
        ),
    ),
    (
        "copyright line",
        _lines(
            r"(?:©|\(c\)|copyright)(?: ?©)? ?(?:copyright )?(?:(?:19|20)\d\d)\b.*"
            r"|.{0,200}\ball rights reserved\b.{0,200}|tous droits réservés.{0,80}"
            r"|alle rechte vorbehalten.{0,60}",
            r"this (?:material|article|story|content) may not be (?:published|reproduced"
            r"|copied).{0,200}|.{0,100}todos los derechos reservados.{0,60}",
            r"this (?:article|story) (?:was|is) (?:originally|first) published (?:on|in|by"
            r"|at) .{0,80}|.{0,80}is republished under .{0,120}|read the original(?: article| story)?.{0,60}",
        ),
    ),
    (
        "publisher's note",
        _lines(
            r"(?:heard|aired|broadcast) on [A-Z].{2,50}|our standards: .{5,80}"
            r"|a version of this (?:article|story) (?:appear(?:s|ed)|ran|was published) (?:in"
            r"|on) .{5,150}|this (?:article|story) appear(?:s|ed) in .{5,100}(?:edition|issue).{0,30}",
            r"(?:transcript|download|licensing rights|purchase licensing rights.{0,20}"
            r"|acquire licensing rights.{0,20}|request (?:reprint|permission).{0,60}"
            r"|order reprints?.{0,60}|why you can trust .{2,40}|read our (?:standards|ethics"
            r"|policy).{0,60})\W*",
        ),
    ),
    ("counter", _lines(r"\d[\d.,]{0,6}[kK]?")),
    ("rule", _lines(r"[\W_]+", r"(?:###|-30-|end(?:s|it)?|\(?more\)?)")),
    (
        "tags",
        _lines(
            r"(?:tags?|topics?|filed under|posted in|categor(?:y|ies)|keywords?|more on"
            r"|in this article|related topics|explore more on these topics"
            r"|schlagwörter|themen|mots[- ]clés|etiquetas|temas|argomenti|tag)\s*[:：].*",
            r"(?:tags|topics|related topics|explore more on these topics|filed under|more about"
            r"|sections|companies)",
            r"(?:#[\w-]+[ ,]*)+",
        ),
    ),
    (
        "comments",
        _lines(
            r"\(?\d[\d,.]*\)? (?:comments?|replies|reactions?|shares|likes|views)|(?:leave|post|add"
            r"|write) (?:a|your) (?:comment|reply)\W*|(?:view|read|show|hide|join|see)(?: the"
            r"| all)?(?: \d+)? (?:comments?|conversation|discussion)\W*(?:\(\d+\))?"
            r"|comments?(?: (?:are|have been) (?:closed|disabled|turned off).{0,40}|\W*\(?\d*\)?)"
            r"|be the first to comment\W*|join the (?:conversation|discussion)\W*|most (?:liked"
            r"|recent) comments",
            r"what do you think\?.{0,100}(?:comments?|tell us|let us know).{0,40}"
            r"|let us know (?:what you think )?in the comments.{0,30}|report (?:an error|a typo"
            r"|a problem|corrections?).{0,40}",
        ),
    ),
    (
        "contact line",
        _lines(
            r"(?:contact |email |e-mail |write to |reach |follow |find )?(?:[\w .'’-]{0,40}?(?:at|:"
            r"|on)? ?)?[\w.+-]+@[\w-]+\.[\w.-]+\W*(?:.{0,60})",
            r"(?:follow|find|contact|email|reach)(?: (?:him|her|them|the author|me|us"
            r"|@?[\w .'’-]{2,40}))? (?:on|at|via|through) (?:x|twitter|x/twitter|bluesky|facebook"
            r"|instagram|linkedin|threads|mastodon|whatsapp|telegram|social media)\b.{0,80}",
            r"follow\b.{0,40}@\w+.{0,60}|@[\w.]+|(?:twitter|x|bluesky|instagram)\s*:?\s*@\w+"
            r"|follow(?:ing)?|view (?:bio|profile|all posts by .{2,40})|(?:more|all) (?:stories"
            r"|articles|posts|from|by) (?:by|from) .{2,40}|see (?:full )?bio",
        ),
    ),
)

_OPENING = (
    (
        "newsletter sign-up",
        re.compile(
            r"(?:\W*)(?:sign[ -]?up|subscribe|register|get (?:the|our|your|more|breaking|all"
            r"|unlimited|a|daily|email|news)|join (?:our|us|the \d|\d|thousands|more than)"
            r"|receive (?:the|our|your)|support (?:independent|our|local|quality|the work)"
            r"|become an? (?:member|subscriber|supporter)|download (?:our|the)|never miss"
            r"|don['’]t miss|stay (?:up to date|informed|connected|on top|ahead)|keep up with"
            r"|enter your e-?mail|by (?:signing|subscribing|clicking|entering|submitting)"
            r"|your (?:daily|weekly|morning|email|e-?mail)|want (?:more|to stay|to get|the latest)"
            r"|enjoy(?:ed|ing) (?:this|unlimited)|like (?:this|what you)|thank(?:s"
            r"| you) for (?:reading|signing|subscribing)|do you have a|have a (?:tip|story|question"
            r"|news)|got a (?:tip|story|news)"
            r"|click here|make (?:us|this)|add us|follow (?:us|our)|the (?:best|latest|day['’]s"
            r"|week['’]s|stories|news) .{0,60}(?:delivered|straight|inbox)|already (?:a|have)"
            r"|to (?:read|continue) (?:this|the full|reading)|this (?:article|story"
            r"|content) is (?:for|reserved|only|available)"
            r"|you have (?:\d+|reached|read)|create (?:a|your) (?:free )?account|try (?:it|us|our"
            r"|\w+ for)|start your|read (?:this|the full|unlimited)|newsletter|jetzt (?:abonnieren"
            r"|anmelden|testen)|melden sie sich|abonnez|inscrivez|suscríbase|suscríbete|iscriviti"
            r"|assine|receba|reciba|recibe|abonnieren)\b",
            re.IGNORECASE,
        ),
    ),
)
_SIGN_UP_WORDS = re.compile(
    r"newsletter|inbox|subscri|\balerts?\b|\bapps?\b|e-?mail|free|updates|membership|whatsapp"
    r"|channel|facebook|twitter|instagram|telegram|donat"
    r"|journalism|briefing|podcast|account|unlimited|app store|google news|google|preferred source"
    r"|terms|privacy|policy|straight to you|sign ?up|article|tip|trial|abonn|abbon"
    r"|newsletters|inscri|correo|boletín|jetzt|morning|daily|headlines|follow us|log in|sign in",
    re.IGNORECASE,
)
_DISCLOSURE = _lines(
    r".*\b(?:if you (?:buy|purchase|click|sign up|shop|order|make a purchase)|when you (?:buy"
    r"|purchase|click|shop)|purchases? (?:made )?through|products? (?:bought"
    r"|purchased) through)\b.*\b(?:link|links|commission|commissions|compensat\w+|affiliate|earn)\b.*",
    r".*\baffiliate (?:links?|commission|partners?|disclosure|revenue|program(?:me)?)\b.*\b(?:may"
    r"|earn|commission|contains?|receive|uses?)\b.*",
    r".*\b(?:may|might|can|could|will) (?:earn|receive|get|collect) (?:an? )?(?:(?:small|affiliate"
    r"|sales) )*(?:commission|compensation|percentage|share of)\b.*",
    r"(?:this|the) (?:post|article|story|page|content|site) (?:contains?|includes?|may contain"
    r"|may include|has) (?:affiliate|sponsored|paid)\b.*",
    r"(?:affiliate|advertiser|advertising|commercial|commission) disclosure\b.*"
    r"|.*\b(?:as an amazon associate)\b.*",
    r"(?:this|the) (?:article|post|story|content|page|section) (?:is|was) (?:sponsored|paid for"
    r"|produced in partnership|created in partnership|brought to you|supported|a paid)\b.*",
)
_ADVERTS_SELF = re.compile(
    r"(?:paid for by|presented by|brought to you by|in partnership with|supported by)\b.{2,60}", re.IGNORECASE
)


def why_furniture(text: str) -> str:
    """The reason to leave a line out wherever it stands, or ""."""
    if len(text) > MAX_LENGTH:
        return ""
    for why, pattern in _WHOLE:
        if pattern.fullmatch(text):
            return why
    if is_share_bar(text):
        return "share bar"
    if _DISCLOSURE.fullmatch(text) and len(text.split()) <= 70 and not text.startswith(("“", '"')):
        return (
            "affiliate disclosure"
            if re.search("affiliate|commission|purchas|buy|earn", text, re.IGNORECASE)
            else "commercial disclosure"
        )
    if _ADVERTS_SELF.fullmatch(text):
        return "advertisement"
    return _why_sign_up(text)


def is_tag_label(text: str) -> bool:
    """A label over a column of tags: `Related topics`."""
    return bool(
        re.fullmatch(
            r"(?:related |explore more on these )?(?:tags|topics)|filed under|more about|sections", text, re.IGNORECASE
        )
    )


def _why_sign_up(text: str) -> str:
    for why, pattern in _OPENING:
        if (
            pattern.match(text)
            and _SIGN_UP_WORDS.search(text)
            and len(text.split()) <= 60
            and not re.search(r"\b(?:said|says)\b", text)
        ):
            return why
    return (
        "newsletter sign-up"
        if re.fullmatch(
            r"(?:subscribe|sign up|register|donate|newsletters?|support us|join us|e-?mail address"
            r"|your email)(?: (?:now|today|here|for free|\w+))?\W*",
            text,
            re.IGNORECASE,
        )
        else ""
    )


def is_share_bar(text: str) -> bool:
    """Only words of sharing buttons and counts, one of them unmistakable: `Facebook Twitter Email`."""
    words = [w for w in re.split(r"[^\w+@'’-]+", text.casefold()) if w and not w.isdigit()]
    return 0 < len(words) <= 40 and all(w in _SHARE_WORDS for w in words) and any(w in _SHARE_CORE for w in words)
