"""The words of page furniture, as data: what furniture.py matches lines against. Pure.

Each rule matches a whole line or its imperative opening, so that a paragraph which merely speaks of
newsletters or advertising stays.
"""

import re

SHARE_WORDS_TEXT = """
share shares facebook twitter x email e-mail mail print printer whatsapp linkedin reddit copy link
copied bluesky threads telegram pinterest flipboard messenger save saved comment comments bookmark gift
tweet pocket sms mastodon instagram tumblr line url icon button post this article story via on to by or
more open in new window click opens close text size font resize google news follow us like tweets teilen
drucken merken kopieren partager imprimer compartir imprimir condividi stampa compartilhar whatsapp-icon
facebook-icon menu toggle options show a a+ a- aa send your friends shareall page republish full embed
give k fb wechat weibo xing snapchat vk viber social media sharing about panel extra through others sign
x.com link via permalink button buttons articles read later
en enlace copiar ir los las comentarios guardar leer después escuchar whatsapp enviar artículo suscríbete
zur merkliste hinzufügen kopieren feedback pdf auf per versenden verschicken speichern vorlesen artikel
offrir l'article l’article ajouter vos sélections sur envoyer par copier le lien réagir lire plus tard
commenter favoris condividere copia il commenta salva invia articolo tutti copiar salvar ouvir bewaren
delen del dela lyssna kopiera länk normal larger very smaller subscribe listen download transcript
whats app favorites favourites bookmarks list reading my to your add remove from later options
"""
SHARE_WORDS = frozenset(SHARE_WORDS_TEXT.split())
SHARE_CORE_TEXT = """
copy share shares facebook twitter email e-mail print whatsapp linkedin reddit copied bluesky threads
telegram pinterest flipboard messenger bookmark tweet mastodon tumblr teilen drucken merken partager
imprimer compartir imprimir condividi stampa compartilhar merkliste enlace copiar sharing later
guardar kopieren offrir sélections x.com download transcript delen dela favoris
copier salva reading smaller larger close panel save comment comments gift republish tweets
xing
"""
SHARE_CORE = frozenset(SHARE_CORE_TEXT.split())


def _lines(*patterns: str) -> re.Pattern:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


WHOLE = (
    (
        "advertisement",
        _lines(
            r"\W*(?:advertisements?|advertising|adverts?|ads?|publicité|publicidad|publicidade"
            r"|pubblicità|anzeige|werbung|annonce|reklam[ea]?)\W*",
            r"(?:skip )?(?:advertisement|ad|advert)s? *(?:feedback|·|•|[-–—|]) *(?:scroll to continue|skip)?\W*"
            r"|sponsor(?:ed)? messages?|skip advertisements?|(?:end|start) of (?:advertisement|ad)",
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
            r"back to (?:top|home(?: ?page)?|all stories)|home(?: ?page)?|close|open menu"
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
            r"listen to (?:this|the) (?:article|story|episode).{0,40}|(?:new ?)?you can (?:now )?listen to .{2,40}"
            r"|(?:artikel|beitrag|text) (?:an)?hören.{0,20}|artikel vorlesen.{0,20}|écouter l['’]article.{0,20}"
            r"|escuchar (?:el |este )?artículo.{0,20}|escucha (?:la noticia|este artículo).{0,20}"
            r"|ascolta (?:l['’]|questo )articolo.{0,20}|ouvir (?:o )?artigo.{0,20}|luister naar dit artikel.{0,20}"
            r"|lyssna på artikeln.{0,20}"
            r"|(?:this )?audio (?:is )?(?:auto-?generated|not available).{0,60}|hear this story.{0,20}",
            r"(?:play|pause|mute|unmute|watch|stop|replay)(?: (?:the )?(?:video|audio|now|live"
            r"|again))?\W*(?:\d+:\d+\W*)*|now playing\W*|up next\W*\d*",
            r"getting your .{3,30} (?:audio )?player ready\W*|(?:video|audio) player.{0,40}"
            r"|this video (?:can ?not|can't) be played"
            r"|media playback is .{0,40}|(?:\d{1,2}:\d{2}\W*){1,3}"
            r"|error loading player.{0,30}|your browser does not support .{0,40}"
            r"|(?:video )?duration:? ?[\d:]+|loading(?: the player)?\W*",
            r"to (?:play|view|watch) this (?:video|content|audio),? (?:you need to |please )?enable javascript.*"
            r"|(?:javascript|cookies) (?:is|are|must|need).{0,80}|please enable javascript.{0,60}"
            r"|please use .{2,40} browser\b.{0,80}|(?:this )?(?:video|content) is (?:not|no longer) available.{0,60}"
            r"|this (?:article|text) (?:is|was) (?:read|narrated) by .{0,60}",
        ),
    ),
    (
        "gallery words",
        _lines(
            r"(?:view|open|see|launch|start|show)(?: (?:the|full|all|photo|image|more"
            r"|\d+))* (?:gallery|slideshow|photos|images|pictures|fullscreen|full screen)\W*(?:\(\d+\))?",
            r"(?:photo|image|picture) gallery\W*(?:\d+.{0,12})?|\d{1,3} (?:photos?|images?|pictures)"
            r"|gallery\W*|(?:enlarge|expand|view)(?: this)? (?:image|photo|picture)(?: in fullscreen)?",
            r"\W*(?:(?:hide|toggle|show|close|view) captions?\W*)+|\(?\d{1,3} ?(?:of|/) ?\d{1,3}\)?"
            r"|open image in (?:gallery|new tab)|close image|bild (?:vergrößern|in detailansicht öffnen|anzeigen)"
            r"|agrandir (?:l['’])?image|ampliar (?:imagen|foto)|ingrandisci(?: immagine)?"
            r"|bildergalerie.{0,20}|vergrößern"
            r"|zobacz galerię|diaporama.{0,20}|image (?:unavailable|not available)|(?:ver )?galería.{0,20}"
            r"|click to enlarge|swipe (?:left|right).{0,20}|tap to .{0,25}"
            r"|(?:image|photo|picture)s?\W*|\+\d{1,3}",
        ),
    ),
    (
        "copyright line",
        _lines(
            r"©? ?(?:provided|supplied) by .{2,60}|\W*riproduzione riservata\W*|.{0,80}droits? de reproduction.{0,60}"
            r"|\W*(?:copyright|©).{0,60}(?:riservat|reserved|réservés|reservados|vorbehalten).{0,60}",
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
            r"(?:reuse|republish|license|licence|réutiliser|reutilizar|licenciar) (?:this|ce|este) .{2,30}"
            r"|.{0,60}not responsible for the content of .{2,60}|si está interesado en licenciar.{0,80}"
            r"|(?:send|give) us (?:your )?feedback.{0,20}|feedback|reader'?s? feedback"
            r"|our standards\b.{0,80}|the .{2,30} trust principles.{0,40}|trust project.{0,40}"
            r"|(?:purchase|acquire) licensing rights\b.{0,40}"
            r"|(?:article|contenu|artículo|articolo) (?:réservé|exclusivo|reservado|riservato)\b.{0,40}"
            r"|(?:this article is|exclusive) (?:for|to) subscribers.{0,40}"
            r"|für abonnenten.{0,40}|nur für abonnenten.{0,40}",
            r"(?:heard|aired|broadcast) on [A-Z].{2,50}|our standards: .{5,80}"
            r"|a version of this (?:article|story) (?:appear(?:s|ed)|ran|was published) (?:in"
            r"|on) .{5,400}|this (?:article|story) appear(?:s|ed) in .{5,100}(?:edition|issue).{0,30}",
            r"(?:transcript|download|licensing rights|purchase licensing rights.{0,20}"
            r"|acquire licensing rights.{0,20}|request (?:reprint|permission).{0,60}"
            r"|order reprints?.{0,60}|why you can trust .{2,40}|read our (?:standards|ethics"
            r"|policy).{0,60})\W*",
        ),
    ),
    (
        "page words",
        _lines(
            r"https?://\S+|www\.\S+|loading\W*|continue reading\W*|lire la suite\W*|seguir leyendo\W*|weiterlesen\W*"
            r"|\(?(?:continued|continues|turn|see .{2,30},?) (?:on|from|to)? ?page .{1,12}"
            r"|share or comment on this article\b.{0,200}|opens? in (?:a )?new (?:tab|window)"
            r"|(?:end )?of list|list of \d+ items?|(?:begin|start) of .{2,30}",
            r"(?:very )?(?:normal|larger?|small(?:er)?|medium|default) (?:text|font)(?: size)?|(?:text|font) size\W*"
            r"|(?:increase|decrease|reset|change) (?:text|font)(?: size)?|font resizer.{0,20}",
            r"get (?:more|the latest|all the) (?:news|updates|stories|headlines|from) .{2,60}",
            r"click here (?:for|to)\b.{3,80}|prev(?:ious)?\W*next\W*",
            r"be the first to (?:get|hear|know|read)\b.{0,60}",
            r"(?:install|download|get|open|try|read (?:it|this|more) in)"
            r" (?:the|our) (?:[\w&.'’-]+ ){0,4}app\b.{0,60}",
            r"(?:click to )?(?:share|email|print|send) (?:this |a link |on |via |to |in ).{0,40}\(opens in new window\)"
            r"|click (?:here )?to (?:share|print|email|copy|tweet|follow)\b.{0,60}|(?:share|like) this\s*:",
            r"(?:log|sign) ?in,? (?:register|or|to|and)\b.{0,100}|(?:register|subscribe) or (?:log|sign) ?in\b.{0,60}"
            r"|please (?:log|sign) ?in.{0,80}",
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
            r"(?:see|read|find) more on\s*:.*|(?:archivado en|filed under|temas relacionados|mots[- ]clés)\s*:?",
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
            r"(?:reach|contact|email|e-mail|write to|tips?|follow|send|call|have)\b[^@]{0,120}"
            r"\b[\w.+-]+@[\w-]+\.[\w.-]+.{0,140}",
            r"follow\b.{0,60}\b(?:coverage|news|stories)(?: at \S+| of .{2,40} at \S+| here)?"
            r"|find more .{2,80} at https?://\S+",
            r".{2,60} (?:can|may) be (?:reached|contacted|followed|emailed) (?:at|on|by|via|through) .{3,140}",
            r"follow\b.{0,40}@\w+.{0,60}|@[\w.]+|(?:twitter|x|bluesky|instagram)\s*:?\s*@\w+"
            r"|follow(?:ing)?|view (?:bio|profile|all posts by .{2,40})|(?:more|all) (?:stories"
            r"|articles|posts|from|by) (?:by|from) .{2,40}|see (?:full )?bio",
        ),
    ),
)

OPENING = (
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
SIGN_UP_WORDS = re.compile(
    r"newsletter|inbox|subscri|\balerts?\b|\bapps?\b|e-?mail|free|updates|membership|whatsapp"
    r"|channel|facebook|twitter|instagram|telegram|donat"
    r"|journalism|briefing|podcast|account|unlimited|app store|google news|google|preferred source"
    r"|terms|privacy|policy|straight to you|sign ?up|article|tip|trial|abonn|abbon"
    r"|newsletters|inscri|correo|boletín|jetzt|morning|daily|headlines|follow us|log in|sign in",
    re.IGNORECASE,
)
DISCLOSURE = _lines(
    r".*\b(?:if you (?:buy|purchase|click|sign up|shop|order|make a purchase)|when you (?:buy"
    r"|purchase|click|shop)|purchases? (?:made )?through|products? (?:bought"
    r"|purchased) through)\b.*\b(?:link|links|commission|commissions|compensat\w+|affiliate|earn)\b.*",
    r".*\baffiliate (?:links?|commission|partners?|disclosure|revenue|program(?:me)?)\b.*\b(?:may"
    r"|earn|commission|contains?|receive|uses?)\b.*",
    r".*\b(?:may|might|can|could|will) (?:earn|receive|get|collect) (?:an? )?(?:(?:small|affiliate"
    r"|sales) )*(?:commission|compensation|percentage|share of)\b.*",
    r"(?:this|the|our) (?:site|website|page) (?:earns?|receives?|gets?|makes?)\b.*\b(?:commissions?|links?)\b.*",
    r"(?:this|the) (?:post|article|story|page|content|site) (?:contains?|includes?|may contain"
    r"|may include|has) (?:affiliate|sponsored|paid)\b.*",
    r"(?:affiliate|advertiser|advertising|commercial|commission) disclosure\b.*"
    r"|.*\b(?:as an amazon associate)\b.*",
    r"(?:this|the) (?:article|post|story|content|page|section) (?:is|was) (?:sponsored|paid for"
    r"|produced in partnership|created in partnership|brought to you|supported|a paid)\b.*",
)
ADVERTS_SELF = re.compile(
    r"(?:paid for by|presented by|brought to you by|in partnership with|supported by)\b.{2,60}", re.IGNORECASE
)
# A note that ends by asking for the reader's address, whatever it praises first.
SIGN_UP_END = re.compile(
    r"(?:^|[.!?:] )(?:sign up|subscribe|register)\b[^.!?]{0,90}[.!?]?$|^.{0,100}\bnewsletter\b.{0,40}sign up.{0,30}$",
    re.IGNORECASE,
)
POST_DETAILS = re.compile(
    r"\b(?:leave a comment|no comments?|\d+ (?:comments?|views?|reads|min(?:ute)?s? read)"
    r"|posted (?:by|in)|comments off)\b",
    re.IGNORECASE,
)
# The site's own word to its reader. A story's sentences hold such words too, so they only weigh; see headline.py.
SITE_WORDS = re.compile(
    r"\b(?:skip to|skip links|sign[ -]?in|sign[ -]?up|log[ -]?in|subscri\w+|newsletters?|cookies?|homepage|home page"
    r"|menu|navigation|accessibility|e-?paper|paywall|sponsored|advert\w*|ad choices|your advert|feedback|support us"
    r"|download (?:our|the)|our app|free trial|preview view|full article|this (?:article|story|page|site|website"
    r"|content|browser)|(?:is|was) more than \d+ (?:months?|years?) old|per month|a month|a week|terms apply"
    r"|submit (?:a|your|photos?|news|tips?)|independent journalism|breaking news|search|close icon|privacy policy"
    r"|all rights|unlimited access|zum inhalt|abonn\w+|accéder au|se connecter|iniciar sesión|saltar al|suscr\w+"
    r"|vai al contenuto|ir para o)\b|[$£€]\d+(?:[.,]\d\d)? ?(?:per|a|/) ?(?:month|week|year)|[*!]{2,}",
    re.IGNORECASE,
)
