"""Putting fronts live, now or at a time, and taking that back; and the breaking-news line over every page.

Of a front one arrangement is in force at a time. A new one cuts the interval of the one that is in force when it
begins, and ends where the next one that is scheduled begins. Nothing is deleted: what gave way unseen has an empty
interval.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from articles import roles
from articles.fronts.arranging import without_ended
from articles.fronts.slots import EMPTY, HEADLINE, KICKER, LEAD, LONGEST, Pin, pins, pins_by_slot, slots_of
from articles.models import FAR_FUTURE, Arrangement, Article, BreakingLine, Edition, Publication, Section, Topic
from articles.models.breaking_line import LONGEST as LONGEST_LINE
from articles.photos.models import Photo
from articles.photos.moments import in_words
from articles.workflow.intervals import require_ahead
from articles.workflow.refusals import NotPossible, Problem, refuse
from newsroom.accounts import record


class Overtaken(NotPossible):
    """Somebody put another arrangement in force meanwhile: `theirs`, None for the rule alone."""

    def __init__(self, theirs: Arrangement | None):
        self.theirs = theirs
        who = theirs.made_by if theirs and theirs.made_by else "Somebody"
        super().__init__(Problem("", f"{who} changed this front while you arranged it. Bring both together first."))


@transaction.atomic
def put_live(
    section: Section | None, content: dict, base: Arrangement | None, by=None, at: datetime | None = None, why: str = ""
) -> Arrangement:
    """Put the content in force on the front of the section (None: the home page), now or `at` a time.

    `base` is what it was made of. Raises Overtaken if that is not in force then, and NotPossible for what is to be
    mended; pins that are over by then are left out.
    """
    roles.require_arranger(by)
    _hold(section)
    now = timezone.now()
    if at is not None:
        require_ahead(at, now, "at")
    start = at or now
    before = in_force(section, start)
    if (before and before.pk) != (base and base.pk):
        raise Overtaken(before)
    content = without_ended(content, start)
    if found := _problems(section, content, start):
        raise NotPossible(*found)
    following = Arrangement.objects.of(section).ahead(start).first()
    if before:
        _end(before, start)
    arrangement = Arrangement.objects.create(
        section=section, content=content, topic=Topic.objects.filter(pk=content["topic"]).first(), live_from=start,
        live_until=following.live_from if following else FAR_FUTURE, made_by=by, why=why,
    )  # fmt: skip
    record.note("scheduled a front" if at else "put a front live", arrangement, by, at=in_words(start), why=why)
    return arrangement


def in_force(section: Section | None, at: datetime | None = None) -> Arrangement | None:
    """The arrangement of the front that holds at `at` (default: now); None where the rule alone does."""
    return Arrangement.objects.of(section).live(at).select_related("made_by", "section").first()


@transaction.atomic
def cancel_front(arrangement: Arrangement, by=None) -> None:
    """Take back an arrangement that is scheduled: what it would end goes on. Raises NotPossible if it began."""
    roles.require_arranger(by)
    _hold(arrangement.section)
    now = timezone.now()
    held = Arrangement.objects.get(pk=arrangement.pk)
    if not (held.live_from > now and held.was_seen):
        refuse("That front is not waiting any more: it began, or somebody took it back.")
    before = Arrangement.objects.of(held.section).filter(live_until=held.live_from, live_from__lt=held.live_from)
    before.update(live_until=held.live_until)
    _end(held, held.live_from)
    record.note("cancelled a front", held, by, at=in_words(held.live_from))


def undo_front(section: Section | None, seen: Arrangement | None, by=None) -> Arrangement:
    """Bring back what was in force before `seen`, which is in force now; Overtaken if it is not."""
    if seen is None:
        refuse("Nothing was arranged here: there is nothing to undo.")
    return bring_back(section, _before(seen), seen, by)


def bring_back(section: Section | None, earlier: Arrangement | None, seen: Arrangement | None, by=None) -> Arrangement:
    """Put an earlier arrangement in force again (None: the rule alone), in place of `seen`."""
    why = f"Brought back the front of {in_words(earlier.live_from)}" if earlier else "Left the front to the rule"
    return put_live(section, earlier.content if earlier else EMPTY, seen, by, why=why)


def _before(arrangement: Arrangement) -> Arrangement | None:
    """What readers saw until it began; None where that was the rule's alone."""
    seen = Arrangement.objects.of(arrangement.section).filter(live_until=arrangement.live_from)
    return seen.filter(live_from__lt=arrangement.live_from).order_by("-pk").first()


def _end(arrangement: Arrangement, at: datetime) -> None:
    Arrangement.objects.filter(pk=arrangement.pk).update(live_until=at)


def _hold(section: Section | None) -> None:
    """Hold the front until the transaction ends: one decides about it at a time."""
    if section:
        Section.objects.select_for_update().get(pk=section.pk)
    else:
        Publication.objects.select_for_update().get_or_create(pk=1)


def _problems(section: Section | None, content: dict, start: datetime) -> list[Problem]:
    """What stands in the way of the content."""
    slots = {slot.key: slot for slot in slots_of(section) if slot.takes_pins}
    pinned = [pin.article for _, pin in pins(content)]
    known = Article.objects.in_bulk(set(pinned))
    texts = [f"This front has no slot “{key}”." for key in content["pins"] if key not in slots]
    texts += [
        f"Two stories have one place in {slots[key].name}: move one of them."
        for key, found in pins_by_slot(content).items()
        if key in slots and len({pin.place for pin in found}) < len(found)
    ]
    texts += [
        f"“{known.get(article, article)}” is pinned twice: take it out of one of the slots."
        for article in sorted({pk for pk in pinned if pinned.count(pk) > 1})
    ]
    photos = Photo.objects.in_bulk({pin.photo for _, pin in pins(content) if pin.photo})
    for key, pin in pins(content):
        if key in slots and (text := _wrong_with(key, slots[key].size, pin, known.get(pin.article), photos, start)):
            texts.append(text)
    return [Problem("", text) for text in texts]


def _wrong_with(key: str, size: int, pin: Pin, story: Article | None, photos: dict[int, Photo], start: datetime) -> str:
    """What is to be mended of one pin; "" where nothing is."""
    if story is None:
        return f"There is no story {pin.article} any more: take it out."
    if pin.until > start + LONGEST:
        return f"“{story}” is pinned for more than {LONGEST.days} days: give an earlier end."
    if not 0 <= pin.place < size:
        return f"“{story}” has no place in its slot: move it."
    if len(pin.headline) > HEADLINE or len(pin.kicker) > KICKER:
        return f"The front's own words for “{story}” are too long: shorten them."
    if pin.photo and pin.photo not in photos:
        return f"The front's own picture for “{story}” is not in the library any more: choose another."
    if key == LEAD and _is_sponsored(story):
        return f"“{story}” is sponsored, and such a piece never leads a front: take it out of the lead."
    return ""


def _is_sponsored(story: Article) -> bool:
    live = Edition.objects.live().filter(article=story).values_list("kind", flat=True).first()
    return Article.Kind.SPONSORED in (live, story.kind)


# The breaking-news line


@transaction.atomic
def break_news(text: str, until: datetime, by=None, article: Article | None = None) -> BreakingLine:
    """Set the line over every page until a time; one that runs ends. NotPossible for an end that is past or far."""
    roles.require_arranger(by)
    _hold(None)
    now = timezone.now()
    require_ahead(until, now, "ends_at")
    if until > now + LONGEST_LINE:
        hours = int(LONGEST_LINE.total_seconds() // 3600)
        refuse(f"Breaking news lasts {hours} hours at most. Give an earlier end.", "ends_at")
    if not (text := " ".join(text.split())):
        refuse("Say in one sentence what happened.", "text")
    if article and _is_sponsored(article):
        refuse("Somebody paid for that story: it is no news. Choose another, or none.", "article")
    BreakingLine.objects.running(now).update(ends_at=now)
    line = BreakingLine.objects.create(text=text, article=article, starts_at=now, ends_at=until, made_by=by)
    record.note("broke news", line, by, until=in_words(until))
    return line


@transaction.atomic
def end_breaking(by=None) -> bool:
    """End the line that runs now; whether there was one."""
    roles.require_arranger(by)
    _hold(None)
    now = timezone.now()
    line = BreakingLine.objects.running(now).first()
    if line:
        BreakingLine.objects.filter(pk=line.pk).update(ends_at=now)
        record.note("ended breaking news", line, by)
    return line is not None
