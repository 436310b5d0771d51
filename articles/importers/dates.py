"""Lines that say when: dates of publication and update, ages, reading times. Pure."""

import re
from datetime import date, datetime, timedelta, timezone

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
    rf"|gepubliceerd|gepost|last updated"
    rf"|last modified|last edited|originally published|first published)"
    rf"|on|at|le|à|el|em|il|am|um|uhr|ore|alle|às|a las|the|and|{_DAY}|{_MONTH}|montag|dienstag"
    rf"|mittwoch|donnerstag|freitag|samstag|sonntag"
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
    r"|vor \d+ (?:minuten|stunden|tagen)|il y a \d+ \w+|hace \d+ \w+",
    re.IGNORECASE,
)
_READING = re.compile(
    r"(?:(?:estimated )?read(?:ing)? time:? ?)?(?:about )?\d{1,3}[ -]?(?:min(?:ute)?s?\.?)(?:[ -]read(?:ing)?(?: time)?"
    r"| de lecture| lesezeit| de lectura| lettura)?"
    r"|(?:estimated )?read(?:ing)? time:? ?\d{1,3} ?(?:min(?:ute)?s?)|lesezeit:? \d+ min(?:uten)?\.?"
    r"|(?:time to read|read in):? \d+ min\w*|lecture \d+ min\.?",
    re.IGNORECASE,
)


_PLACE = re.compile(r"[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,2}")


def dated_place(text: str) -> str:
    """The place in a line of place and date: `Velmora - 5 de mayo de 2025`."""
    place, dash, moment = re.sub(r"\s[|•·–—]\s", " - ", text).partition(" - ")
    return (
        place
        if dash and _PLACE.fullmatch(place) and not _is_date(place) and not _WORDS.match(place) and _is_date(moment)
        else ""
    )


def why_dated(text: str) -> str:
    """Why a line is about time only: "date line", "reading time", or "" where it says anything else."""
    if len(text) > 160:
        return ""
    pieces = [p.strip() for p in re.split(r"[|•·]| [-–—] |/(?!\d)", text) if p.strip(" -–—")]
    if len(pieces) == 2 and _is_date(pieces[1]) and _PLACE.fullmatch(pieces[0]):
        return "date line"
    if not pieces or not all(_AGE.fullmatch(p) or _READING.fullmatch(p) or _is_date(p) for p in pieces):
        return ""
    return "date line" if any(_AGE.fullmatch(p) or _is_date(p) for p in pieces) else "reading time"


def _is_date(text: str) -> bool:
    """Whether nothing is left when dates, times and their words are taken away, and a number or day was there."""
    if _WORDS.fullmatch(text) and re.match(r"(?:last )?(?:published|updated|posted)", text, re.IGNORECASE):
        return True
    if not (re.search(r"\d", text) or re.fullmatch(_DAY, text, re.IGNORECASE)):
        return False
    rest = text
    for pattern in (_ISO, _MONTH_FIRST, _DAY_FIRST, _NUMBERS, _CLOCK):
        rest = pattern.sub(" ", rest)
    has_date = rest != text or re.search(rf"\b(?:{_MONTH})\b", text, re.IGNORECASE)
    return bool(has_date) and not re.sub(r"[\W\d_]", "", _WORDS.sub(" ", rest))


def read_moment(text: str) -> datetime | date | None:
    """The first date in a line, with its time where one stands there; aware only if the line names a zone."""
    iso = _ISO.search(text)
    try:
        if iso:
            return _from_iso(iso)
        day = _read_day(text)
    except ValueError:
        return None
    clock = _CLOCK.search(_NUMBERS.sub(" ", text)) if day else None
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
    hour, minute = int(clock[1]), int(clock[2])
    half = (clock[3] or "").casefold()[:1]
    hour = hour % 12 + 12 * (half == "p") if half else hour
    if hour > 23 or minute > 59:
        return day
    zone = re.search(rf"\b({'|'.join(_ZONES)})\b", text.casefold())
    offset = timezone(timedelta(hours=_ZONES[zone[1]])) if zone else None
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=offset)
