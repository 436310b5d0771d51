"""Pins to look at: own words whose story says something else by now, and stories that readers do not see any more."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from articles.fronts.slots import Pin
from articles.models import Article, Correction, Edition, Withdrawal
from articles.words_compared import same_words

RETITLED, CORRECTED = "retitled", "corrected"


@dataclass(frozen=True)
class Doubt:
    """What became of a pin's story: RETITLED, CORRECTED or a `Withdrawal.Kind`; and its headline as it is now."""

    pin: Pin
    what: str
    headline: str


def doubts(pinned: Iterable[Pin], at: datetime) -> list[Doubt]:
    """Those of the pins that are to be looked at, in four queries at most."""
    own = [pin for pin in pinned if pin.until > at]
    if not own:
        return []
    keys = [pin.article for pin in own]
    live = dict(Edition.objects.live(at).filter(article__in=keys).values_list("article", "headline"))
    gone = Withdrawal.objects.done(at).filter(article__in=set(keys) - set(live)).order_by("at")
    withdrawn = dict(gone.values_list("article", "kind"))
    names = dict(Article.objects.filter(pk__in=withdrawn).values_list("pk", "headline"))
    corrected = _corrected([pin for pin in own if pin.written_at], at)
    found = []
    for pin in own:
        if pin.article in withdrawn:
            found.append(Doubt(pin, withdrawn[pin.article], names.get(pin.article, "")))
        elif what := _said_otherwise(pin, live.get(pin.article), corrected):
            found.append(Doubt(pin, what, live[pin.article]))
    return found


def _said_otherwise(pin: Pin, headline: str | None, corrected: set[int]) -> str:
    if headline is None or not pin.has_own_words:
        return ""
    if pin.written_from and not same_words(pin.written_from, headline):
        return RETITLED
    return CORRECTED if pin.article in corrected else ""


def _corrected(written: Iterable[Pin], at: datetime) -> set[int]:
    """The stories that were corrected since the front's own words for them were written."""
    since = {pin.article: pin.written_at for pin in written}
    if not since:
        return set()
    told = Correction.objects.standing(at).filter(article__in=since).values_list("article", "at")
    return {article for article, moment in told if moment > since[article]}
