"""The words of page furniture, as data: buttons for sharing, invitations to sign up, disclosures. Pure.

Each rule matches a whole line or its imperative opening, so that a paragraph which merely speaks of
newsletters or advertising stays. Lines that need no weighing are in page_lines.py.
"""

import re

from articles.importers.page_lines import any_of

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

OPENING = (
    (
        "newsletter sign-up",
        re.compile(
            r"(?:\W*)(?:sign[ -]?up|find out what(?:['’]s| is)|subscribe|register|get (?:the|our|your|more|breaking|all"
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
DISCLOSURE = any_of(
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
    r"|(?:.*[,;:.] )?as an? (?:\w+ )?(?:associate|affiliate)\b.*",
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
