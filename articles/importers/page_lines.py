"""The lines of page furniture, as data: each pattern matches a whole line, wherever it stands. Pure."""

import re


def any_of(*patterns: str) -> re.Pattern:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


WHOLE = (
    (
        "advertisement",
        any_of(
            r"\W*(?:advertisements?|advertising|adverts?|ads?|publicité|publicidad|publicidade"
            r"|pubblicità|anzeige|werbung|annonce|reklam[ea]?)\W*",
            r"(?:skip )?(?:video )?(?:advertisement|ad|advert)s? *(?:feedback|·|•|[-–—|])"
            r" *(?:scroll to continue|skip)?\W*"
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
        any_of(
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
        any_of(
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
        any_of(
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
            r"|media playback is .{0,40}|(?:\d{1,2}:\d{2}\W*){1,3}(?:source: ?.{2,30})?"
            r"|error loading player.{0,30}|your browser does not support .{0,40}"
            r"|(?:video )?duration:? ?[\d:]+|loading(?: the player)?\W*",
            r"to (?:play|view|watch) this (?:video|content|audio),? (?:you need to |please )?enable javascript.*"
            r"|(?:javascript|cookies) (?:is|are|must|need).{0,80}|please enable javascript.{0,60}"
            r"|please use .{2,40} browser\b.{0,80}"
            r"|.{0,60}\b(?:browser|explorer|ie \d+) (?:is|are) (?:not|no longer) supported\b.{0,120}"
            r"|for (?:an?|the) (?:optimal|best|better) (?:viewing )?experience\b.{0,120}"
            r"|(?:this )?(?:video|content) is (?:not|no longer) available.{0,60}"
            r"|this (?:article|text) (?:is|was) (?:read|narrated) by .{0,60}",
        ),
    ),
    (
        "gallery words",
        any_of(
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
        any_of(
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
        any_of(
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
        any_of(
            r"https?://\S+|www\.\S+|loading\W*|continue reading\W*|lire la suite\W*|seguir leyendo\W*|weiterlesen\W*"
            r"|\(?(?:continued|continues|turn|see .{2,30},?) (?:on|from|to)? ?page .{1,12}"
            r"|share or comment on this article\b.{0,200}|opens? in (?:a )?new (?:tab|window)"
            r"|(?:end )?of list|list of \d+ items?|(?:begin|start) of .{2,30}",
            r"(?:very )?(?:normal|larger?|small(?:er)?|medium|default) (?:text|font)(?: size)?|(?:text|font) size\W*"
            r"|(?:increase|decrease|reset|change) (?:text|font)(?: size)?|font resizer.{0,20}",
            r"(?:toggle|show|see|hide) more options|embed",
            r"24/7 (?:coverage|news|live)\b.{0,60}",
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
    ("counter", any_of(r"\d[\d.,]{0,6}[kK]?")),
    ("rule", any_of(r"[\W_]+", r"(?:###|-30-|end(?:s|it)?|\(?more\)?)")),
    (
        "tags",
        any_of(
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
        any_of(
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
        any_of(
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
            r"|follow(?:ing)?|(?:view|read|see) (?:full |author )?(?:bio|profile)|view all posts by .{2,40}"
            r"|(?:more|all) (?:stories"
            r"|articles|posts|from|by) (?:by|from) .{2,40}",
        ),
    ),
)
