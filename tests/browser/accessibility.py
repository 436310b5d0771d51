"""What axe finds on a page, by the success criteria of WCAG 2.2 up to AA."""

from axe_playwright_python.base import AXE_SCRIPT

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Readers' pages keep to axe's advice beyond WCAG too; what passed is not told, which takes axe half its time.
ALL, ADMIN = {"resultTypes": ["violations"]}, {"runOnly": WCAG, "resultTypes": ["violations"]}
# The rules of axe that look at colours; nothing else is otherwise in the other scheme.
COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
RUN = "([part, rules]) => axe.run(part ?? document, rules).then(({violations}) => violations)"
# A link's colour fades from one scheme's to the other's: what axe measured meanwhile would be neither.
FADED = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))).then(
    () => Promise.allSettled(document.getAnimations().map(animation => animation.finished)))"""


def violations(page, part=None, rules=ADMIN) -> list[str]:
    """A line a violation on the page, or in the part of it that a selector names."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(RUN, [part, rules])
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


def violations_by_scheme(page, part=None, rules=ADMIN) -> list[str]:
    """The same in light, and what depends on colours in dark too, of one page as it stands."""
    found = []
    for scheme, asked in (("light", rules), ("dark", COLOURS)):
        page.emulate_media(color_scheme=scheme)
        page.evaluate(FADED)
        found += [f"{scheme}: {line}" for line in violations(page, part, asked)]
    return found


def at_widths(page, *widths, height=900):
    """Each width in turn, with the page made so wide: it is opened once for all."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function("width => innerWidth === width", arg=width)
        yield width
