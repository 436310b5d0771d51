"""Lines of a page that belong to no picture: bylines, datelines, sign-offs, and links to other stories. Pure."""

import re

from articles.photos.houses import find_house

_SIGN_OFF = re.compile(
    r"\(?(?:(?:additional|with|further) )?(?:reporting|editing|writing|compiled|translated|edited|produced|photography"
    r"|photo editing) (?:by|and)\b"
    r"|(?:by|von|por|par|text:|texto:|tekst:|testo di) (?-i:[A-Z][\w.'’-]+ [A-Z])|story by|words by"
    r"|\(?with (?:additional |a )?(?:files|reporting|contributions?|reports?|notes) (?:from|by) "
    r"|avec (?:l[’']|la |des informations de )(?=[A-Z])"
    r"|\(?(?:mit|avec|con|com|with|med) (?:material|information(?:en|s)?|información|informações|agenc(?:i)?es)\b",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"(?:published|updated|last (?:modified|updated)|posted|publié|mis à jour|aktualisiert|actualizado|publicado"
    r"|atualizado|aggiornato)\b.{0,60}\d|\d+ min(?:ute)?s? read|story continues|riproduzione riservata"
    r"|(?:share|comments?|topics|tags|filed under|gallery|video)(?: \(\d+\)|:|$)|alle rechte vorbehalten"
    r"|(?:copyright|©) .{2,60}\. all rights reserved|(?:la rédaction|redaktion|redacción|agencias?|agenturen)(?: |$)",
    re.IGNORECASE,
)
_READ_ON = re.compile(
    r"(?:read (?:more|also|next|on)|also read|see (?:also|more)|more (?:on|from)|lire (?:aussi|la suite)|voir aussi"
    r"|à (?:lire|voir)|lees (?:ook|meer|verder)|lesen sie|mehr zum thema|auch interessant"
    r"|(?:lee|lea|leer|vea|ver) (?:también|más)|te puede interesar|(?:leia|veja) (?:também|mais)|saiba mais"
    r"|leggi (?:anche|tutto)|guarda anche|läs (?:mer|också|även)|les (?:også|mer)|læs (?:også|mere)|lue (?:myös|lisää)"
    r"|(?:prze)?czytaj|zobacz|čtěte|přečtěte|čítajte|olvas[sd]|cite[șş]te|čitajte|pročitajte|preberite|прочетете"
    r"|чита(?:йте|ть)|смотрите|διαβάστε|(?:bunu da )?okuyun|ilgili haber|baca (?:juga|selengkapnya)|basahin"
    r"|soma (?:pia|zaidi)|xem thêm|đọc thêm|اقرأ|شاهد|بیشتر بخوانید|קראו|यह भी पढ़ें|ये भी पढ़ें|আরও পড়ুন|阅读|延伸阅读"
    r"|関連記事|あわせて読|관련기사)(?=\W|$)"
    r"|follow (?:us\b|the \w+ (?:\w+ )?on\b|.{2,40} on (?:x"
    r"|twitter|instagram|facebook|bluesky|tiktok|threads|whatsapp)\b)"
    r"|sign up (?:for|to|here)\b|subscribe (?:to|now)\b|download (?:our|the) app\b"
    r"|(?:related|recommended|watch|listen|advertisement|anzeige|publicité|publicidade?|pubblicità|newsletter)(?=:|$)",
    re.IGNORECASE,
)
# `(dpa/lni)`: behind a German story's last words, the wire and its regional desk or the writer's initials.
_SIGNED_BY_DESK = re.compile(
    r"\((?:dpa|afp|AFP|AP|apn?|epd|KNA|kna|sid|SID|rtr|Reuters|APA|apa|sda|SDA)/[a-z]{2,4}\)\.?$"
)
_DATELINE = re.compile(r"[A-Z][A-Z .,'’/-]{2,40}(?:, [\w. ]{2,30})? \([A-Z][\w ]{1,20}\) ?[-–—]+ ")
# A place, a day, and the wire: in brackets, between slashes, or behind a dash.
_WIRE_DATELINES = tuple(
    map(
        re.compile,
        (
            r"(?:[^\W\d_][^()]{1,60})?[(（](?P<house>[^()]{2,40})[)）] ?\.? ?(?:[-–—]+|:) ?(?=\S)",
            r"[^\W\d_][^/]{1,50}\. ?/(?P<house>[^/]{2,30})/",
            r"[^\W\da-z_][^—–]{1,40} [—–-]+ (?P<house>[^.]{2,30})\. (?=\S)",
            r"【(?P<house>[^】]{2,12})】",
            r"[（(]\w{1,8}=(?P<house>\w{2,8})[)）]",
            r"(?P<house>新华社|中新社|中央社).{1,24}[电電]",
        ),
    )
)
_JOINED_TEXT = "with avec mit con com med met z с and und et y e og och & / , +"
_JOINED = frozenset(_JOINED_TEXT.split())
_WIRES = re.compile(
    r"(?:news |wire )?agenc(?:y|ies|es|ias?|ie)|agenturen|agências|wires?|staff|(?:la )?rédaction|redaktion|redacción"
)


def is_page_line(text: str, opening: str) -> bool:
    """Whether the line is one of those; `opening` is the text without the quotation marks before it."""
    return bool(
        _SIGN_OFF.match(opening.lstrip("—–- "))
        or _NOTICE.match(opening)
        or _READ_ON.match(opening)
        or _SIGNED_BY_DESK.search(text[-24:])
        or _has_dateline(text)
        or _is_byline_of_wires(text)
    )


def _has_dateline(text: str) -> bool:
    """`HALLAM (Reuters) - When`, `Hallam (dpa/lno) – Nach`, `ХАЛЛАМ, 4 мая. /ТАСС/`."""
    found = [pattern.match(text) for pattern in _WIRE_DATELINES]
    houses = [re.split("[/,]", match["house"])[0].strip() for match in found if match]
    return bool(_DATELINE.match(text)) or any(map(find_house, houses))


def _is_byline_of_wires(text: str) -> bool:
    """`Le Monde avec AFP`, `mit dpa`: houses and the words that join them, nothing else."""
    words = text[:100].strip("().").split()
    if len(words) > 8 or not _JOINED.intersection(words[:-1]):
        return False
    names = " ".join("\0" if word in _JOINED else word for word in words).split("\0")
    return all(find_house(n.strip()) or _WIRES.fullmatch(n.strip().casefold()) for n in names if n.strip())
