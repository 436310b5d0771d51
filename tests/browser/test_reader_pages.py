"""Readers' pages in a real browser: policy, accessibility, small screens, no script."""

import itertools
from datetime import timedelta

import pytest
from django.utils import timezone

from articles import snapshots, workflow
from articles.models import RelatedLink
from articles.photos.renditions import make_renditions
from articles.sponsors.models import Placement
from tests.browser.accessibility import ALL, at_widths, violations_by_scheme
from tests.factories import make_article, make_author, make_live, make_photo, make_section, make_thread, make_topic

EMBED = "https://www.youtube.com/watch?v=abcdefghijk"


@pytest.fixture
def story(live_server):
    """A story with everything that a page can show, and a front round it."""
    photos = [make_photo(caption=f"Boats number {number}.") for number in range(3)]
    for photo in photos:
        make_renditions(photo)
    section, topic, author = make_section("Harbour"), make_topic("Ferry"), make_author("Ann Lee")
    for number in range(8):
        make_live(headline=f"Older story {number}", section=section, lead_photo=photos[number % 3], authors=[author])
    now = timezone.now()
    for slot in Placement.Slot.values:
        Placement.objects.create(
            slot=slot, label="Advertisement", advertiser=f"{slot.capitalize()} Ropes Ltd", text="Good ropes.", link="https://example.org/",
            picture=photos[0], disclosure="Paid for by Ropes Ltd.", starts_at=now, ends_at=now + timedelta(days=1),
        )  # fmt: skip
    related = make_live(headline="Named in the text").article_id
    body = (
        "<p>One.</p><h2>Subhead</h2><p>Two <a href='https://example.org/'>there</a>.</p>"
        f'<figure data-photo="{photos[1].pk}"></figure><ul><li><p>a</p></li></ul><blockquote><p>b</p></blockquote>'
        f'<aside data-pull-quote data-by="Ann"><p>Said so</p></aside><aside data-related="{related}"></aside>'
        f'<aside data-embed="{EMBED}" data-title="Seals"></aside><p>Three.</p><p>Four.</p><p>Five.</p><p>Six.</p>'
    )
    fields = {"section": section, "topics": [topic], "authors": [author], "lead_photo": photos[2], "kind": "analysis"}
    fields["thread"] = _thread_of(9, "The ferry")
    return make_live(headline="The whole story", standfirst="All of it.", body=body, **fields)


def _thread_of(count, name=""):
    """A running story with so many live stories, one a day until today."""
    thread, now = make_thread(name), timezone.now()
    for days in range(count):
        make_live(at=now - timedelta(days=days), headline=f"What came {days} days before", thread=thread)
    return thread


PATHS = [
    "/",
    "/latest/",
    "/section/harbour/",
    "/thread/the-ferry/",
    "/topic/ferry/",
    "/author/ann-lee/",
    "/about/",
    "/no-such-page/",
    "/accounts/login/",
]


def test_pages_are_accessible_break_no_policy_and_never_scroll_sideways(page, live_server, story, complaints):
    """One walk for all three: a page takes longer to open than to look at."""
    for path in [*PATHS, story.path]:
        response = page.goto(live_server.url + path)
        assert violations_by_scheme(page, rules=ALL) == [], path
        assert [text for text in complaints if "404" not in text or response.status != 404] == [], path
        assert widths_at_which_it_scrolls_sideways(page) == [], path
        complaints.clear()


def widths_at_which_it_scrolls_sideways(page):
    """No script of readers' pages asks how wide the window is."""
    width_of_page = "document.documentElement.scrollWidth"
    return [width for width in at_widths(page, 320, 360, 768, 1280) if page.evaluate(width_of_page) > width]


BOXES = "elements => elements.map(element => element.getBoundingClientRect().toJSON())"
PARTS = ["standfirst", "lead_photo", "related", "topics", "authors", "section", "thread"]


def _story_with(parts):
    """A live story that has these parts and no other."""
    makers = {
        "standfirst": lambda: "All of it.",
        "lead_photo": make_photo,
        "topics": lambda: [make_topic()],
        "authors": lambda: [make_author()],
        "section": make_section,
        "thread": lambda: _thread_of(1),
    }
    story = make_article(**{part: make() for part, make in makers.items() if part in parts})
    if "related" in parts:
        RelatedLink.objects.create(article=story, target=make_live().article)
        snapshots.record(story)
    return workflow.publish(story)


def test_parts_of_a_story_stand_one_below_another_on_a_desk(page, live_server):
    page.set_viewport_size({"width": 1280, "height": 900})
    for without in [(), *itertools.chain(*(itertools.combinations(PARTS, n) for n in (1, 2, len(PARTS))))]:
        page.goto(live_server.url + _story_with(set(PARTS) - set(without)).path)
        boxes = page.locator(".story > :not(.signed)").evaluate_all(BOXES)
        assert [below for above, below in itertools.pairwise(boxes) if below["top"] < above["bottom"]] == [], without
        signed, body = page.locator(".signed, .story-body").evaluate_all(BOXES)
        assert signed["top"] == body["top"], without


@pytest.mark.parametrize("without", [(), PARTS])
def test_corrections_stand_above_and_below_the_text_on_a_desk(page, live_server, without):
    story = _story_with(set(PARTS) - set(without)).article
    for place in ("top", "foot"):
        workflow.correct(story, f"Wrong at the {place}.", "Right.", place=place)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(live_server.url + story.editions.live().get().path)
    boxes = page.locator(".story > :not(.signed)").evaluate_all(BOXES)
    assert [below for above, below in itertools.pairwise(boxes) if below["top"] < above["bottom"]] == []
    body, foot = page.locator(".story-body, .corrections-below").evaluate_all(BOXES)
    assert foot["left"] == body["left"]


def test_picture_is_loaded(page, live_server, story):
    page.goto(live_server.url + story.path)
    lead = page.locator("article figure img").first
    lead.scroll_into_view_if_needed()
    assert page.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=lead.element_handle())


def test_embed_loads_its_provider_only_after_the_click(page, live_server, story):
    asked = []
    page.route("https://www.youtube-nocookie.com/**", lambda route: (asked.append(route.request.url), route.abort()))
    page.goto(live_server.url + story.path)
    page.wait_for_load_state("networkidle")
    assert asked == []
    page.get_by_role("button", name="Load from YouTube").click()
    page.wait_for_selector("iframe")
    assert asked == ["https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1"]


def test_everything_can_be_read_without_scripts(browser, live_server, story):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url + story.path)
    for words in ("The whole story", "Six.", "Boats number 1.", "Named in the text", "Good ropes."):
        assert page.get_by_text(words).filter(visible=True).first.is_visible()
    assert page.locator(f"a[href='{EMBED}']").is_visible()
    context.close()


def test_skip_link_is_the_first_stop_and_leads_to_the_story(page, live_server, story):
    page.goto(live_server.url + story.path)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_phone_gets_a_small_picture(browser, live_server, story):
    context = browser.new_context(viewport={"width": 360, "height": 740}, device_scale_factor=1)
    page = context.new_page()
    page.goto(live_server.url + story.path)
    source = page.locator("article figure img").first.evaluate("image => image.currentSrc")
    assert source.endswith((".avif", ".webp"))
    assert int(source.rpartition("-")[2].split(".")[0]) <= 640
    context.close()


def test_empty_site_tells_where_to_begin(page, live_server, complaints):
    page.goto(live_server.url)
    assert page.locator("main a[href^='/admin/']").first.is_visible()


def test_withdrawn_story_says_so(page, live_server):
    edition = make_live()
    workflow.withdraw(edition.article, "Wrong", "It named the wrong firm.")
    page.goto(live_server.url + edition.path)
    assert page.get_by_text("It named the wrong firm.").is_visible()


def test_draft_is_on_no_page(page, live_server):
    make_article(headline="Secret")
    page.goto(live_server.url)
    assert page.get_by_text("Secret").count() == 0
