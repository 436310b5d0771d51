"""`manage.py score_captions FILE.jsonl [--json]`: how well the splitter reads lines that an editor has labelled.

The schema and the conventions of comparison are those of the labelled examples: every field must be right for a
line to be exact, houses are compared without regard to case, and `AP Photo` is `AP`.
"""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from django.core.management.base import BaseCommand

from articles.photos.captions import split_caption
from articles.photos.json_lines import read_lines

DIFFICULTIES = ("common", "uncommon", "trap")
TEXTS = ("caption", "credit", "source", "agency", "distributor")
LISTS = ("creators", "qualifiers")
FIELDS = ("is_caption", "caption", "credit", "creators", "source", "agency", "distributor", "qualifiers")


@dataclass(frozen=True)
class Outcome:
    """One labelled line: what was wanted, what the splitter said, and the fields in which they differ."""

    number: int
    line: dict
    got: dict
    is_sure: bool
    wrong: tuple[str, ...]

    @property
    def is_exact(self) -> bool:
        return not self.wrong

    def as_miss(self) -> dict:
        wanted = {name: self.line[name] for name in self.wrong}
        got = {name: self.got[name] for name in self.wrong}
        place = {"line": self.number, "id": self.line.get("id"), "difficulty": self.line["difficulty"]}
        return place | {"raw": self.line["raw"], "confident": self.is_sure, "wanted": wanted, "got": got}


def _fault(line: dict) -> str:
    missing = [name for name in ("raw", *FIELDS, "difficulty") if name not in line]
    if missing:
        return f"the line lacks {', '.join(missing)}."
    if not isinstance(line["raw"], str) or not isinstance(line["is_caption"], bool):
        return "raw must be a text and is_caption true or false."
    for name in TEXTS:
        if line[name] is not None and not isinstance(line[name], str):
            return f"{name} must be a text or null."
    for name in LISTS:
        if not isinstance(line[name], list) or not all(isinstance(item, str) for item in line[name]):
            return f"{name} must be a list of texts."
    known = line["difficulty"] in DIFFICULTIES
    return "" if known else f"difficulty must be one of {', '.join(DIFFICULTIES)}."


def judge(number: int, line: dict) -> Outcome:
    """The splitter's answer to one line, beside the editor's."""
    split = split_caption(line["raw"])
    parts = split.parts
    got = {
        "is_caption": split.is_caption,
        "caption": split.caption or None,
        "credit": split.credit or None,
        "creators": list(parts.creators),
        "source": parts.source or None,
        "agency": parts.agency or None,
        "distributor": parts.distributor or None,
        "qualifiers": list(parts.qualifiers),
    }
    wrong = tuple(name for name in FIELDS if _comparable(name, got[name]) != _comparable(name, line[name]))
    return Outcome(number, line, got, split.is_sure, wrong)


def _comparable(name: str, value):
    if name in ("agency", "distributor"):
        house = (value or "").casefold().removeprefix("the ")
        return "ap" if house == "ap photo" else house
    if name == "qualifiers":
        return sorted(set(value))
    return value or None if name in TEXTS else value


def rate(outcomes: list[Outcome]) -> float | None:
    """The share that is exact, or None where there is no line to judge by."""
    return round(sum(o.is_exact for o in outcomes) / len(outcomes), 4) if outcomes else None


def report(outcomes: list[Outcome]) -> dict:
    """All rates in one object, and each miss with what was wanted and what came."""
    sure = [o for o in outcomes if o.is_sure]
    wrong = Counter(name for o in outcomes for name in o.wrong)
    rates = {d: rate([o for o in outcomes if o.line["difficulty"] == d]) for d in DIFFICULTIES}
    return rates | {
        "confident": rate(sure),
        "all": rate(outcomes),
        "share_confident": round(len(sure) / len(outcomes), 4),
        "lines": len(outcomes),
        "fields": {name: round(1 - wrong[name] / len(outcomes), 4) for name in FIELDS},
        "misses": [o.as_miss() for o in outcomes if not o.is_exact],
    }


class Command(BaseCommand):
    help = "Split labelled caption lines and say how many come out exactly as their editor split them."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="labelled lines, one JSON object a line")
        parser.add_argument("--json", action="store_true", help="print one JSON object instead of a report")

    def handle(self, **options):
        found = report([judge(number, line) for number, line in read_lines(options["file"], _fault)])
        if options["json"]:
            self.stdout.write(json.dumps(found))
        else:
            self._print(found)

    def _print(self, found: dict) -> None:
        for miss in found["misses"]:
            self._print_miss(miss)
        self.stdout.write(f"{found['lines']} lines, exact: {_percent(found['all'])}")
        for name in DIFFICULTIES:
            self.stdout.write(f"  {name:12} {_percent(found[name])}")
        self.stdout.write(f"called confident: {_percent(found['share_confident'])}")
        self.stdout.write(f"  of these exact: {_percent(found['confident'])}")
        self.stdout.write("by field:")
        for name, share in found["fields"].items():
            self.stdout.write(f"  {name:12} {_percent(share)}")

    def _print_miss(self, miss: dict) -> None:
        name = f" ({miss['id']})" if miss["id"] else ""
        sure = ", called confident" if miss["confident"] else ""
        self.stdout.write(f"line {miss['line']}{name}, {miss['difficulty']}{sure}: {_shown(miss['raw'])}")
        for field, wanted in miss["wanted"].items():
            self.stdout.write(f"    {field}: wanted {_shown(wanted)}, got {_shown(miss['got'][field])}")
        self.stdout.write("")


def _percent(share: float | None) -> str:
    return "no line" if share is None else f"{share:.1%}"


def _shown(value) -> str:
    """As JSON, readable; half a surrogate pair, which no terminal takes, as a question mark."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode()
