"""The questions about what two people changed: what stands to be chosen, what was answered, what becomes of it.

An answer belongs to a place, which what was typed has; so words that were written there stay while the other side
changes again. A choice belongs to the dispute: it is made anew when that is another.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from django.http import QueryDict

from articles import body as story_body
from articles.comparison import TITLES, Names, told
from articles.merging import Dispute
from articles.words_compared import ADDED, REMOVED, SAME, Run, compare

MINE, THEIRS, BOTH, OWN = "mine", "theirs", "both", "own"
WORDS = {"headline", "standfirst", "advertiser", "dateline", "slug"}  # fields that are words, which can be written anew


@dataclass(frozen=True)
class Question:
    """A dispute as it is asked, with what was answered: a choice, or words of one's own."""

    dispute: Dispute
    place: str
    runs: list[Run]
    choice: str
    own: str

    @property
    def title(self) -> str:
        return TITLES[self.dispute.field]

    @property
    def mine(self) -> list[Run]:
        """My words, those that only I have marked as put in."""
        return [run for run in self.runs if run.kind != REMOVED]

    @property
    def theirs(self) -> list[Run]:
        return [replace(run, kind=ADDED if run.kind == REMOVED else SAME) for run in self.runs if run.kind != ADDED]

    @property
    def is_text(self) -> bool:
        """Whether it is about paragraphs, whose markup is written anew with them."""
        blocks = self.dispute.mine + self.dispute.theirs if self.dispute.field == "body" else [None]
        return all(isinstance(block, story_body.Text) for block in blocks)

    @property
    def may_write(self) -> bool:
        return self.dispute.field in WORDS or self.is_text

    @property
    def versions(self) -> list[tuple[str, str]]:
        """What stands to be chosen, as the field for own words would have it."""
        ways = [MINE, THEIRS, BOTH] if self.dispute.has_both else [MINE, THEIRS]
        return [(way, _written(getattr(self.dispute, way))) for way in ways] if self.may_write else []

    @property
    def answer(self):
        """What the story gets."""
        if self.choice != OWN:
            return getattr(self.dispute, self.choice or MINE)
        own = self.own.strip()
        return story_body.parse(story_body.sanitise(own)) if self.dispute.field == "body" else " ".join(own.split())


def questions(disputes: list[Dispute], names: Names, answers: QueryDict) -> list[Question]:
    return [_question(dispute, place, names, answers) for dispute, place in _places(disputes)]


def homeless(asked: list[Question], answers: QueryDict) -> list[tuple[str, str]]:
    """Words that were written where nothing is asked any more, by their place."""
    places = {name.removeprefix("choice-") for name in answers if name.startswith("choice-")}
    left = sorted(places - {question.place for question in asked})
    return [(place, _own(place, answers)) for place in left if answers[f"choice-{place}"] == OWN]


def _places(disputes: list[Dispute]) -> Iterator[tuple[Dispute, str]]:
    """Each with its place: its field, and of several in the text, what was typed there, or what was taken out."""
    times = Counter()
    for dispute in disputes:
        place = dispute.field
        if place == "body":
            place += "-" + sha256(repr(dispute.mine or ("taken out", dispute.theirs)).encode()).hexdigest()[:12]
        times[place] += 1
        yield dispute, f"{place}-{times[place]}"


def _question(dispute: Dispute, place: str, names: Names, answers: QueryDict) -> Question:
    mine, theirs = (told(dispute.field, value, names) for value in (dispute.mine, dispute.theirs))
    ways = {OWN} | ({MINE, THEIRS} if answers.get(f"asked-{place}") == dispute.key else set())
    if dispute.has_both and THEIRS in ways:
        ways.add(BOTH)
    choice = answers.get(f"choice-{place}", "")
    choice = choice if choice in ways else ""
    own = _own(place, answers) if choice == OWN else _written(getattr(dispute, choice or MINE))
    return Question(dispute, place, compare(theirs, mine), choice, own)


def _own(place: str, answers: QueryDict) -> str:
    own = answers.get(f"own-{place}", "")
    return story_body.sanitise(own) if place.startswith("body-") else own


def _written(value) -> str:
    """A side of a dispute as it would be written anew; "" for what cannot."""
    if isinstance(value, list) and all(isinstance(block, story_body.Text) for block in value):
        return "\n".join(map(story_body.to_html, value))
    return value if isinstance(value, str) else ""
