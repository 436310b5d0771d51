"""What stands where on the front page."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone

from articles import leads
from articles.models import Edition

SECONDS, RIVER, STRIP = 4, 8, 4


@dataclass(frozen=True)
class Strip:
    """A few stories of one section, below."""

    section: dict
    editions: list[Edition]


@dataclass(frozen=True)
class Front:
    """The front at one moment: one lead, a few seconds, the river of the newest, a strip a section."""

    lead: Edition | None
    seconds: list[Edition]
    river: list[Edition]
    strips: list[Strip]

    @property
    def editions(self) -> list[Edition]:
        """Every story on the page, once."""
        strips = [edition for strip in self.strips for edition in strip.editions]
        return ([self.lead] if self.lead else []) + self.seconds + self.river + strips

    @property
    def pictured(self) -> list[Edition]:
        """Those that stand there with their picture: all but the river, and the first of each strip."""
        return ([self.lead] if self.lead else []) + self.seconds + [strip.editions[0] for strip in self.strips]


def arrange(at: datetime, sections: list[dict]) -> Front:
    """The front by rule, newest first, in two queries; the lead is the newest story with a picture that may run."""
    live = Edition.objects.live(at).for_cards()
    newest = list(live.newest_first()[: 1 + SECONDS + RIVER])
    leads.settle(newest, at)
    lead = next((edition for edition in newest if edition.lead_figure), None)
    lead = lead or (newest[0] if newest else None)
    rest = [edition for edition in newest if edition is not lead]
    return Front(lead, rest[:SECONDS], rest[SECONDS:], _strips(live, at, sections, {e.pk for e in newest}))


def next_day(at: datetime) -> datetime:
    """When the date in the masthead is next wrong: midnight in the site's own time zone."""
    tomorrow = timezone.localtime(at).date() + timedelta(days=1)
    return timezone.make_aware(datetime.combine(tomorrow, time()))


def _strips(live, at: datetime, sections: list[dict], shown: set[int]) -> list[Strip]:
    if not sections:
        return []
    newest = Edition.objects.live(at).exclude(pk__in=shown).newest_first().values("pk")
    ids = Edition.objects.order_by().values("pk")
    # A union, each part read from its section's index: of conditions joined by OR, PostgreSQL reads the whole table.
    parts = [ids.filter(pk__in=newest.filter(section=section["id"])[:STRIP]) for section in sections]
    wanted = parts[0].union(*parts[1:], all=True)
    by_section: dict[int, list[Edition]] = {}
    for edition in live.filter(pk__in=wanted).newest_first():
        by_section.setdefault(edition.section_id, []).append(edition)
    return [Strip(section, by_section[section["id"]]) for section in sections if section["id"] in by_section]
