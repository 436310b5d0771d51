"""Lines that say when: dates of publication and update, ages, reading times. Pure."""

import re
from datetime import date, datetime, timedelta, timezone

from articles.photos.houses import find_house

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero gennaio janeiro januari",
            "february feb februar février fevrier febrero febbraio fevereiro februari",
            "march mar märz maerz mars marzo março maart",
            "april apr avril abril aprile",
            "may mai mayo maggio maio mei",
            "june jun juni juin junio giugno junho",
            "july jul juli juillet julio luglio julho",
            "august aug août aout agosto augustus",
            "september sep sept septembre septiembre settembre setembro",
            "october oct oktober octobre octubre ottobre outubro",
            "november nov novembre noviembre novembro",
            "december dec dezember décembre decembre diciembre dicembre dezembro",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?"
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?")
_MONTH_FIRST = re.compile(rf"\b({_MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b", re.IGNORECASE)
_DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?(?: de)? ({_MONTH})\.?,?(?: de)? (\d{{4}})\b", re.IGNORECASE
)
_NUMBERS = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b")
_CLOCK = re.compile(r"\b(\d{1,2})[:.h](\d{2})(?::\d{2})?\s*(a\.?m\.?|p\.?m\.?)?(?=\W|$)", re.IGNORECASE)
_HOUR = re.compile(r"\b(\d{1,2})() ?(a\.?m\.?|p\.?m\.?)(?=\W|$)", re.IGNORECASE)
# Where two fields of a page were copied without the space between them: `2025March`, `20255:00 AM`, `+1Updated`.
_GLUED = re.compile(r"(?<=\d)(?=[^\W\d_a-z][a-z])|(?<=\b20\d\d)(?=\d{1,2}:\d\d)|(?<=[AP]M)(?=[A-Z][a-z])")
_ZONES = {
    "est": -5,
    "edt": -4,
    "cst": -6,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pst": -8,
    "pdt": -7,
    "gmt": 0,
    "utc": 0,
    "bst": 1,
    "cet": 1,
    "cest": 2,
    "ist": 5.5,
    "aest": 10,
    "aedt": 11,
}
_WORDS = re.compile(
    rf"(?:(?:first )?(?:published|updated|posted|modified|created|filed|issued|publication date|date"
    rf"|stand|aktualisiert|veröffentlicht"
    rf"|erschienen|publié|mis à jour|modifié|publicado|actualizado|atualizado|pubblicato|aggiornato"
    rf"|gepubliceerd|gepost|last updated|modifica(?:to|do)?|modificato|dernière mise à jour|última actualización"
    rf"|last modified|last edited|originally published|first published)"
    rf"|on|at|in|ist|uk|gmt[+-]\d|utc[+-]\d|le|à|el|em|il|am|um|uhr|ore|alle|às|a las|the|and|{_DAY}|{_MONTH}|montag"
    rf"|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
    rf"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes"
    rf"|sábado|domingo"
    rf"|[ap]\.?m\.?|et|ct|mt|pt|{'|'.join(_ZONES)}|local time|eastern|noon|midnight|de|hrs?|z|t|st|nd"
    rf"|rd|th)(?=[\W\d]|$)",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"(?:(?:published|updated|posted|last updated)[:,]? )?(?:about |over )?(?:\d{1,3}|an?|one|two"
    r"|three)\+? ?(?:seconds?|secs?|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|months?|years?)"
    r" ago\.?|(?:updated )?(?:just now|yesterday|today)(?:,? (?:at )?[\d:.apm ]+(?:[a-z]{2,4})?)?"
    r"|\d{1,2} ?(?:m|hrs?|h|d|w)|vor (?:\d+|einer|einem) (?:minuten?|stunden?|tag(?:en)?)|il y a \d+ \w+"
    r"|hace \d+ \w+|há \d+ \w+|\d+ \w+ fa",
    re.IGNORECASE,
)
_READING = re.compile(
    r"(?:(?:estimated )?(?:read(?:ing)? time|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura"
    r"|lesedauer|lesezeit|leestijd|lästid)\W*)?"
    r"(?:about )?\d{1,3}[ -]?(?:min(?:ute|uten|uti|utos)?s?\.?)(?:[ -](?:read(?:ing)?|listen|watch|video)(?: time)?"
    r"| de lecture| lesezeit| de lectura| (?:di )?lettura| de leitura)?"
    r"|(?:estimated )?read(?:ing)? time:? ?\d{1,3} ?(?:min(?:ute)?s?)|lesezeit:? \d+ min(?:uten)?\.?"
    r"|(?:time to read|read in):? \d+ min\w*|lecture \d+ min\.?",
    re.IGNORECASE,
)


_AGE_INSIDE = re.compile(r"\b\d{1,3} (?:minutes?|mins?|hours?|hrs?|days?) ago\b", re.IGNORECASE)
_PLACE = re.compile(r"[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,2}")


def dated_place(text: str) -> str:
    """The place in a line of place and date: `Velmora - 5 de mayo de 2025`, `Updated - 5 May 2025 - VELMORA`."""
    pieces = _pieces(text)
    if len(pieces) < 2 or not any(_is_date(piece) for piece in pieces):
        return ""
    edges = [n for n in (0, len(pieces) - 1) if _is_bare_place(pieces[n])]
    if len(edges) != 1 or not all(_is_date(p) or _AGE.fullmatch(p) for n, p in enumerate(pieces) if n != edges[0]):
        return ""
    return pieces[edges[0]]


def _is_bare_place(piece: str) -> bool:
    return bool(_PLACE.fullmatch(piece)) and not find_house(piece) and not _is_date(piece) and not _WORDS.match(piece)


def why_dated(text: str) -> str:
    """Why a line is about time only: "date line", "reading time", or "" where it says anything else."""
    if len(text) > 160:
        return ""
    if dated_place(text):
        return "date line"
    pieces = _pieces(text)
    pieces = [p for p in pieces if not find_house(p)] or pieces
    if not pieces or not all(_AGE.fullmatch(p) or _READING.fullmatch(p) or _is_date(p) for p in pieces):
        return ""
    return "date line" if any(_AGE.fullmatch(p) or _is_date(p) for p in pieces) else "reading time"


def has_full_date(text: str) -> bool:
    """Whether a day, month and year stand in the line, whatever else does."""
    return bool(_ISO.search(text) or _MONTH_FIRST.search(text) or _DAY_FIRST.search(text))


def _pieces(text: str) -> list[str]:
    """The line's parts: cut at bars, dots, brackets, spaced dashes and the places where fields were glued."""
    parts = re.split(r"[|•·()]| [-–—] |/(?!\d)|(?<=\d)(?=Updated\b|Published\b)", _GLUED.sub(" ", text))
    return [p.strip(" ,-–—") for p in parts if p.strip(" ,-–—")]


def _is_date(text: str) -> bool:
    """Whether nothing is left when dates, times and their words are taken away, and a number or day was there."""
    if _WORDS.fullmatch(text) and re.match(r"(?:last )?(?:published|updated|posted)", text, re.IGNORECASE):
        return True
    if not (re.search(r"\d", text) or re.fullmatch(_DAY, text, re.IGNORECASE)):
        return False
    if re.match(r"[\d,.]+$", text) and not _NUMBERS.fullmatch(text):
        return False
    rest = _AGE_INSIDE.sub(" ", text)
    for pattern in (_ISO, _MONTH_FIRST, _DAY_FIRST, _NUMBERS, _CLOCK, _HOUR):
        rest = pattern.sub(" ", rest)
    has_date = rest != text or re.search(rf"\b(?:{_MONTH})\b", text, re.IGNORECASE)
    return bool(has_date) and not re.sub(r"[\W\d_]", "", _WORDS.sub(" ", rest))


def read_moment(text: str) -> datetime | date | None:
    """The first date in a line, with its time where one stands there; aware only if the line names a zone."""
    text = _GLUED.sub(" ", text)
    iso = _ISO.search(text)
    try:
        if iso:
            return _from_iso(iso)
        day = _read_day(text)
    except ValueError:
        return None
    bare = _NUMBERS.sub(" ", text)
    clock = (_CLOCK.search(bare) or _HOUR.search(bare)) if day else None
    return _at_clock(day, clock, text) if clock else day


def _read_day(text: str) -> date | None:
    if found := _MONTH_FIRST.search(text):
        return date(int(found[3]), _MONTHS[found[1].casefold()], int(found[2]))
    if found := _DAY_FIRST.search(text):
        return date(int(found[3]), _MONTHS[found[2].casefold()], int(found[1]))
    if found := _NUMBERS.search(text):
        return date(int(found[3]), int(found[2]), int(found[1]))
    return None


def _from_iso(found: re.Match) -> datetime | date:
    day = date(int(found[1]), int(found[2]), int(found[3]))
    if not found[4]:
        return day
    return datetime.fromisoformat(f"{day}T{found[4]}:{found[5]}{(found[6] or '').replace('Z', '+00:00')}")


def _at_clock(day: date, clock: re.Match, text: str) -> datetime | date:
    hour, minute = int(clock[1]), int(clock[2] or 0)
    half = (clock[3] or "").casefold()[:1]
    hour = hour % 12 + 12 * (half == "p") if half else hour
    if hour > 23 or minute > 59:
        return day
    zone = re.search(rf"\b({'|'.join(_ZONES)})([+-]\d{{1,2}})?\b", text.casefold())
    offset = timezone(timedelta(hours=_ZONES[zone[1]] + min(int(zone[2] or 0), 12))) if zone else None
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=offset)
