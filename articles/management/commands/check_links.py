"""`manage.py check_links`: whether the pages of other sites that stories link to are still there.

It reaches out to the internet, so it is off unless the setting CHECK_LINKS is on. What was asked longest ago is asked
first, so a paper with more links than a run has time for is gone through in turns.
"""

import json
from collections import Counter
from collections.abc import Iterable

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from rich.console import Console
from rich.progress import track

from articles import link_checks
from articles.models import Edition, OutsideLink
from articles.public_web import Answer

State = OutsideLink.State
OFF = (
    "It asks other sites, so it is off. Set CHECK_LINKS=on in the environment or in .env where this server may reach "
    "out, then run it again."
)


class Command(BaseCommand):
    help = "Ask other sites whether the pages that stories link to are still there, and fail if any is dead."

    def add_arguments(self, parser: CommandParser):
        parser.add_argument("--minutes", type=float, default=10, help="begin no question after so many (default: 10)")
        parser.add_argument("--hosts", type=int, default=500, help="ask at most so many hosts (default: 500)")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, **options):
        if not settings.CHECK_LINKS:
            raise CommandError(OFF)
        now = timezone.now()
        total = Edition.objects.not_over(now).count()
        link_checks.note_places(link_checks.standing(_track(link_checks.contents(now), "Reading", total, options)))
        links = link_checks.due(options["hosts"])
        found = link_checks.answers(links, options["minutes"] * 60)
        asked = self._note(_track(found, "Asking", len(links), options))
        self._report(asked, options["json"])

    def _note(self, found: Iterable[tuple[OutsideLink, Answer]]) -> Counter:
        """Store what came of asking; that there is no such host only where some site answered at all."""
        asked, without_host = Counter(), []
        for link, answer in found:
            if answer.is_no_host:
                without_host.append((link, answer))
                continue
            asked["answered"] += answer.status is not None
            self._store(link, answer, asked)
        if without_host and not asked["answered"]:
            raise CommandError("No site answered, so nothing was noted. Can this server reach the internet?")
        for link, answer in without_host:
            self._store(link, answer, asked)
        return asked

    def _store(self, link: OutsideLink, answer: Answer, asked: Counter) -> None:
        state = link_checks.state_of(answer)
        link.note(state, answer.said, timezone.now())
        asked[state] += 1

    def _report(self, asked: Counter, as_json: bool) -> None:
        counts = {state: asked[state] for state in (State.ALIVE, State.UNSURE, State.DEAD)}
        dead = [
            {"address": edition.path, "link": link.url, "said": link.said, "since": link.dead_since.isoformat()}
            for link, edition in link_checks.places(OutsideLink.objects.dead(), timezone.now())
        ]
        if as_json:
            self.stdout.write(json.dumps({"asked": counts, "dead": dead}, ensure_ascii=False))
        for line in [] if as_json else dead:
            self.stdout.write(f"{line['address']}: {line['link']}: {line['said']}")
        if not as_json:
            told = ", ".join(f"{count} {state.label.lower()}" for state, count in counts.items())
            self.stdout.write(f"{sum(counts.values())} links asked: {told}")
        if dead:
            raise CommandError(f"{len(dead)} links in stories lead to no page, as was found on two days")


def _track(steps: Iterable, name: str, total: int, options: dict) -> Iterable:
    bar = {"console": Console(stderr=True), "transient": True, "disable": options["json"]}
    return track(steps, name, total=total, **bar)
