"""Lines of a page that belong to no picture: bylines, datelines, sign-offs, and links to other stories. Pure."""

import re

from articles.photos.houses import find_house

_SIGN_OFF = re.compile(
    r"\(?(?:additional )?(?:reporting|editing|writing|compiled|translated|edited|produced"
    r"|photo editing) (?:by|and)\b"
    r"|(?:by|von|por|par|text:|texto:|tekst:|testo di) [A-Z][\w.'’-]+ [A-Z]|story by|words by",
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
    r"|(?:related|recommended|watch|listen|advertisement|anzeige|publicité|publicidade?|pubblicità|newsletter)(?=:|$)",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"[A-Z][A-Z .,'’/-]{2,40}(?:, [\w. ]{2,30})? \([A-Z][\w ]{1,20}\) ?[-–—]+ ")
_BRACKETED_DATELINE = re.compile(r"[^\W\d_][^()]{1,60}\((?P<house>[^()]{2,40})\) ?\.? ?[-–—:.]")
_JOINED_TEXT = "with avec mit con com med met z с and und et y e og och & / , +"
_JOINED = frozenset(_JOINED_TEXT.split())
_WIRES = re.compile(r"(?:news |wire )?agenc(?:y|ies|es|ias?|ie)|agenturen|agências|wires?|staff|redaktion")


def is_page_line(text: str, opening: str) -> bool:
    """Whether the line is one of those; `opening` is the text without the quotation marks before it."""
    return bool(_SIGN_OFF.match(opening) or _READ_ON.match(opening) or _has_dateline(text) or _is_byline_of_wires(text))


def _has_dateline(text: str) -> bool:
    """`HALLAM (Reuters) - When`, `Hallam (dpa/lno) – Nach`: a place, and the wire in brackets."""
    bracketed = _BRACKETED_DATELINE.match(text)
    return bool(_DATELINE.match(text) or (bracketed and find_house(re.split("[/,]", bracketed["house"])[0])))


def _is_byline_of_wires(text: str) -> bool:
    """`Le Monde avec AFP`, `mit dpa`: houses and the words that join them, nothing else."""
    words = text[:100].strip("().").split()
    if len(words) > 8 or not _JOINED.intersection(words[:-1]):
        return False
    names = " ".join("\0" if word in _JOINED else word for word in words).split("\0")
    return all(find_house(n.strip()) or _WIRES.fullmatch(n.strip().casefold()) for n in names if n.strip())
