"""The steps of somebody who arranges a front: each changes their draft, which is kept, and can be undone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.utils import timezone

from articles import workflow
from articles.fronts import arranging
from articles.fronts.merging import Merged, merge
from articles.fronts.slots import EMPTY, slots_of
from articles.models import Arrangement, Article, Edition, FrontDraft, Section, Topic

KEPT = 50  # steps that can be undone
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


class Unclear(Exception):
    """A step that cannot be made, in a sentence."""


@dataclass
class Desk:
    """A front as one person arranges it: their draft, or, before their first step, what is in force."""

    section: Section | None
    user: object
    draft: FrontDraft | None
    at: datetime

    @classmethod
    def of(cls, section: Section | None, user, held: bool = False) -> "Desk":
        """`held` until the transaction ends, so that steps in two windows follow each other."""
        drafts = FrontDraft.objects.filter(section=section, editor=user).select_related("base__made_by")
        draft = (drafts.select_for_update(of=("self",)) if held else drafts).first()
        return cls(section, user, draft, timezone.now())

    @property
    def base(self) -> Arrangement | None:
        return self.draft.base if self.draft else workflow.in_force(self.section, self.at)

    @property
    def content(self) -> dict:
        if self.draft:
            return self.draft.content
        return self.base.content if self.base else EMPTY

    @property
    def begins(self) -> datetime | None:
        """When what is arranged is meant to begin, where it was taken up from one that is scheduled."""
        base = self.draft and self.draft.base
        return base.live_from if base and base.live_from > self.at else None

    @property
    def standing(self) -> Arrangement | None:
        """What is in force where the draft is meant to begin."""
        return workflow.in_force(self.section, self.begins or self.at)

    @property
    def is_overtaken(self) -> bool:
        """Whether somebody put another arrangement in force there since this one was begun."""
        standing = self.standing
        return bool(self.draft) and (standing and standing.pk) != self.draft.base_id

    @property
    def last_step(self) -> str:
        return self.draft.steps[-1]["said"] if self.draft and self.draft.steps else ""

    def merged(self, answers: dict[str, str] | None = None) -> Merged:
        """The draft with what was put in force meanwhile."""
        theirs = self.standing
        base = self.draft.base.content if self.draft.base else EMPTY
        return merge(base, self.draft.content, theirs.content if theirs else EMPTY, answers)

    def step(self, content: dict, said: str) -> None:
        """Take a step: the draft is `content` from now on. What changes nothing is no step."""
        if self.content == content:
            return
        if self.draft is None:
            self.draft = FrontDraft(section=self.section, editor=self.user, base=self.base, content=self.content)
        self.draft.steps = [*self.draft.steps, {"content": self.draft.content, "said": said}][-KEPT:]
        self.draft.content = content
        self.draft.save()

    def take_up(self, arrangement: Arrangement) -> None:
        """Begin anew from an arrangement that is scheduled, or was in force."""
        self.begin(arrangement.content, arrangement)

    def begin(self, content: dict, base: Arrangement | None) -> None:
        """A draft without steps to undo: of what was before nothing is left to go back to."""
        values = {"content": content, "base": base, "steps": []}
        self.draft, _ = FrontDraft.objects.update_or_create(section=self.section, editor=self.user, defaults=values)


@transaction.atomic
def take_step(section: Section | None, user, asked: str, given: dict) -> str:
    """Make the step that `asked` names as the screen's buttons do ("place 12 seconds 0"); what happened, in a sentence.

    `given` is what else the form holds. Raises Unclear.
    """
    desk = Desk.of(section, user, held=True)
    try:
        name, *words = asked.split()
        return STEPS[name](desk, given, *words)
    except (KeyError, TypeError, ValueError, ObjectDoesNotExist):
        raise Unclear("That step is not possible here. Load the page again.") from None


@transaction.atomic
def dress(section: Section | None, user, article: int, **values) -> str:
    """Give the story's pin other words, another picture or end; what happened, in a sentence. Raises Unclear."""
    desk = Desk.of(section, user, held=True)
    if arranging.pin_of(desk.content, article) is None:
        raise Unclear("That story is not pinned here any more.")
    own = values["headline"] or values["kicker"]
    values |= _written_now(article, desk.at) if own else {"written_from": "", "written_at": None}
    said = f"{_name(_story(desk, article))} has other words, picture or end here."
    desk.step(arranging.dress(desk.content, article, **values), said)
    return said


@transaction.atomic
def put_live(section: Section | None, user, at: datetime | None = None) -> int:
    """Put the person's draft in force, now or at a time: they have none any more. Raises NotPossible.

    What was taken up from a front that waits moves that one. How many pins would have been over by the time, and last
    from then on instead.
    """
    desk = Desk.of(section, user, held=True)
    if desk.draft is None:
        raise workflow.NotPossible(workflow.Problem("", "You changed nothing: there is nothing to put live."))
    base, content, prolonged = desk.base, desk.content, 0
    if desk.begins and desk.begins != at:
        workflow.cancel_front(base, user)
        base = workflow.in_force(section, at)
    if at:
        content, prolonged = arranging.lasting(content, slots_of(section), at)
    workflow.put_live(section, content, base, user, at)
    desk.draft.delete()
    return prolonged


def _place(desk: Desk, given: dict, article: str, key: str, position: str = "0") -> str:
    story, slot = _story(desk, int(article)), _slot(desk, key)
    until = ((desk.begins or desk.at) + slot.lasts).replace(second=0, microsecond=0)
    content = arranging.place(desk.content, slots_of(desk.section), story.pk, key, int(position), until)
    _, pin = arranging.pin_of(content, story.pk)
    said = f"{_name(story)} is pinned in {slot.name}{f', {ORDINALS[pin.place]}' if slot.size > 1 else ''}."
    desk.step(content, said)
    return said


def _send(desk: Desk, given: dict, article: str) -> str:
    return _place(desk, given, article, given.get(f"send-{int(article)}", ""))


def _put(desk: Desk, given: dict, article: str) -> str:
    return _place(desk, given, article, given.get(f"put-{int(article)}", ""))


def _move(desk: Desk, given: dict, article: str, by: str) -> str:
    key, pin = arranging.pin_of(desk.content, int(article))
    return _place(desk, given, article, key, str(pin.place + int(by)))


def _out(desk: Desk, given: dict, article: str) -> str:
    story = Article.objects.filter(pk=article).first()
    said = f"{_name(story)} is taken out: the rule decides about it." if story else "The story is taken out."
    desk.step(arranging.take_out(desk.content, {int(article)}), said)
    return said


def _close(desk: Desk, given: dict, key: str) -> str:
    said = f"{_any_slot(desk, key).name} is closed: readers do not see it."
    desk.step(arranging.close(desk.content, key), said)
    return said


def _reopen(desk: Desk, given: dict, key: str) -> str:
    said = f"{_any_slot(desk, key).name} is open again."
    desk.step(arranging.reopen(desk.content, key), said)
    return said


def _about(desk: Desk, given: dict) -> str:
    chosen = given.get("topic", "")
    topic = Topic.objects.get(pk=chosen) if chosen.isdecimal() else None
    said = f"The topic strip is about {topic}." if topic else "The topic strip shows what is pinned there alone."
    desk.step(arranging.about(desk.content, topic and topic.pk), said)
    return said


def _refresh(desk: Desk, given: dict, article: str) -> str:
    said = "The story's own headline is shown again."
    values = {"headline": "", "kicker": "", "written_from": "", "written_at": None}
    desk.step(arranging.dress(desk.content, int(article), **values), said)
    return said


def _keep(desk: Desk, given: dict, article: str) -> str:
    said = "The front's own words stay."
    values = _written_now(int(article), desk.at)
    desk.step(arranging.dress(desk.content, int(article), **values), said)
    return said


def _undo(desk: Desk, given: dict) -> str:
    if not (desk.draft and desk.draft.steps):
        raise Unclear("There is no step to undo.")
    *steps, last = desk.draft.steps
    desk.draft.steps, desk.draft.content = steps, last["content"]
    desk.draft.save()
    return f"Undone: {last['said']}"


def _discard(desk: Desk, given: dict) -> str:
    if desk.draft:
        desk.draft.delete()
    return "Your changes are discarded: the front is shown as readers see it."


def _take_up(desk: Desk, given: dict, number: str) -> str:
    if desk.draft and desk.draft.steps:
        raise Unclear("You are arranging this front already: put that live or discard it first.")
    desk.take_up(Arrangement.objects.filter(section=desk.section).get(pk=number))
    return "Change it, then schedule it again."


def _bring_together(desk: Desk, given: dict) -> str:
    if not desk.is_overtaken:
        raise Unclear("There is nothing to bring together any more.")
    answers = {name.removeprefix("answer-"): value for name, value in given.items() if name.startswith("answer-")}
    merged = desk.merged(answers)
    if merged.unanswered(answers):
        raise Unclear("Say for each of the slots below whose it is to be.")
    desk.begin(merged.content, desk.standing)
    return "Both are brought together. Look at it, then put it live."


STEPS: dict[str, Callable] = {
    "place": _place,
    "send": _send,
    "put": _put,
    "move": _move,
    "out": _out,
    "close": _close,
    "reopen": _reopen,
    "about": _about,
    "refresh": _refresh,
    "keep": _keep,
    "undo": _undo,
    "discard": _discard,
    "take_up": _take_up,
    "bring_together": _bring_together,
}


def _written_now(article: int, at: datetime) -> dict:
    """From what the front's own words for the story are written, when that is now."""
    headline = Edition.objects.live(at).filter(article=article).values_list("headline", flat=True).first()
    return {"written_from": headline or "", "written_at": at}


def _story(desk: Desk, number: int) -> Article:
    story = Article.objects.filter(pk=number).only("headline").first()
    if story is None:
        raise Unclear("That story is not there any more.")
    return story


def _slot(desk: Desk, key: str):
    slot = _any_slot(desk, key)
    if not slot.takes_pins:
        raise Unclear(f"{slot.name} fill themselves.")
    return slot


def _any_slot(desk: Desk, key: str):
    for slot in slots_of(desk.section):
        if slot.key == key:
            return slot
    raise Unclear("Choose a slot.")


def _name(story: Article) -> str:
    live = Edition.objects.live().filter(article=story).values_list("headline", flat=True).first()
    return f"“{live or story.headline}”"
