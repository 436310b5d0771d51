"""What axe finds on a page, by the success criteria of WCAG 2.2 up to AA."""

from functools import cache

from axe_playwright_python.sync_playwright import Axe

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Readers' pages keep to axe's advice beyond WCAG too; what passed is not told, which takes axe half its time.
ALL, ADMIN = {"resultTypes": ["violations"]}, {"runOnly": WCAG, "resultTypes": ["violations"]}


@cache
def _axe() -> Axe:
    return Axe()


def violations(page, part=None, rules=ADMIN) -> list[str]:
    """A line a violation on the page, or in the part of it that a selector names."""
    found = _axe().run(page, context=part, options=rules).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]
