"""The enlarged view of a picture in a real browser: keys, sizes, without script, where it is not known."""

import itertools

import pytest
from playwright.sync_api import expect

from articles.photos.renditions import make_renditions
from tests.browser.accessibility import ALL, violations
from tests.factories import make_live, make_photo

SIZES = [(320, 640), (390, 844), (844, 390), (1280, 800)]
FOCUSED = "[document.activeElement.tagName, document.activeElement.className]"


@pytest.fixture
def story(live_server):
    """A story with a picture that leads and another far below, wide and tall."""
    lead, other = make_photo(width=2000, height=1300), make_photo(width=1000, height=1500, caption="The mast. " * 12)
    for photo in (lead, other):
        make_renditions(photo)
    body = "<p>One.</p>" * 40 + f'<figure data-photo="{other.pk}"></figure><p>Two.</p>'
    return make_live(headline="Boats", body=body, lead_photo=lead)


@pytest.fixture
def opened(page, live_server, story):
    """The story, with a function that opens a picture by keyboard and waits until it is drawn."""
    page.goto(live_server.url + story.path)

    def opened(number=0):
        page.locator("button.enlarge").nth(number).focus()
        page.keyboard.press("Enter")
        image = page.locator(".enlarged:popover-open img")
        page.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=image.element_handle())
        return page.locator(".enlarged:popover-open")

    return opened


def test_enter_opens_and_escape_closes_and_focus_comes_back(page, opened, complaints):
    assert page.evaluate(FOCUSED) == ["BODY", ""]
    opened()
    assert page.evaluate(FOCUSED) == ["BUTTON", "close"]
    page.keyboard.press("Escape")
    expect(page.locator(".enlarged:popover-open")).to_have_count(0)
    assert page.evaluate(FOCUSED) == ["BUTTON", "enlarge"]
    assert complaints == []


def test_close_button_is_large_and_closes(page, opened):
    box = opened().locator(".close span").bounding_box()
    assert min(box["width"], box["height"]) >= 44
    page.get_by_text("Close").first.click()
    expect(page.locator(".enlarged:popover-open")).to_have_count(0)


def test_whole_picture_and_its_words_are_in_the_window(page, opened):
    for number, (width, height) in itertools.product((0, 1), SIZES):
        page.set_viewport_size({"width": width, "height": height})
        view, which = opened(number), f"picture {number} at {width} × {height}"
        image, words = view.locator("img").bounding_box(), view.locator(".words").bounding_box()
        assert view.locator(".close span").bounding_box()["y"] + 44 <= image["y"] + 1, which
        assert image["y"] + image["height"] <= words["y"] + 1, which
        assert words["y"] + words["height"] <= height + 1, which
        assert image["x"] >= 0, which
        assert max(image["x"] + image["width"], words["x"] + words["width"]) <= width + 1, which
        assert max(image["width"] / width, image["height"] / height) > 0.5, which
        page.keyboard.press("Escape")
        expect(page.locator(".enlarged:popover-open")).to_have_count(0)


def test_enlarged_view_is_accessible(page, opened):
    opened()
    for media in ({"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}):
        page.emulate_media(**media)
        assert violations(page, rules=ALL) == [], media


def asked_for(page) -> list[str]:
    """The addresses of the picture files that the page asks for from now on."""
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "/renditions/" in request.url else None)
    return asked


def test_large_picture_is_not_fetched_before_it_is_asked_for(page, live_server):
    photo, asked = make_photo(width=2000, height=1300), asked_for(page)
    make_renditions(photo)
    page.set_viewport_size({"width": 1280, "height": 1000})
    page.goto(live_server.url + make_live(body=f'<figure data-photo="{photo.pk}"></figure><p>a</p>').path)
    page.locator(".frame > picture img").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert [url.rpartition("-")[2] for url in asked] == ["640.avif"]
    with page.expect_request("**/*-1280.avif"):
        page.locator("button.enlarge").click()


def test_opening_moves_nothing_of_the_page(page, opened):
    page.emulate_media(reduced_motion="reduce")  # or else the focus scrolls there in its own time
    whole = "[document.documentElement.scrollHeight, document.documentElement.clientWidth, scrollY]"
    page.locator("button.enlarge").first.focus()
    before = page.evaluate(whole)
    opened()
    assert page.evaluate(whole) == before


def test_paper_shows_neither_the_view_nor_its_button(page, opened):
    opened()
    page.emulate_media(media="print")
    assert not page.locator(".enlarged, .enlarge").filter(visible=True).count()
    assert page.locator(".lead-figure > .frame > picture img").is_visible()


@pytest.fixture
def without_scripts(browser):
    """A function that opens a page of a browser whose scripts are off, in a window of this size."""
    contexts = []

    def without_scripts(**options):
        contexts.append(browser.new_context(java_script_enabled=False, **options))
        return contexts[-1].new_page()

    yield without_scripts
    for context in contexts:
        context.close()


def test_picture_is_enlarged_without_scripts(without_scripts, live_server, story):
    page = without_scripts()
    page.goto(live_server.url + story.path)
    page.locator("button.enlarge").first.click()
    view = page.locator(".enlarged").first
    expect(view.locator(".caption").get_by_text("Boats in the harbour.")).to_be_visible()
    expect(view.locator(".credit").get_by_text("Maren Holt / Coastline")).to_be_visible()
    page.keyboard.press("Escape")
    expect(view).to_be_hidden()


def test_without_scripts_enlarged_views_cost_no_file(without_scripts, live_server):
    photos = [make_photo(width=2000, height=1300) for _ in range(2)]
    for photo in photos:
        make_renditions(photo)
    story = make_live(body=f'<p>a</p><figure data-photo="{photos[1].pk}"></figure>', lead_photo=photos[0])
    for width, scale in [(390, 3), (1280, 1)]:
        page = without_scripts(viewport={"width": width, "height": 800}, device_scale_factor=scale)
        asked = asked_for(page)
        page.goto(live_server.url + story.path, wait_until="networkidle")
        assert len(asked) == 2, width
        page.locator("button.enlarge").last.click()
        page.wait_for_load_state("networkidle")
        assert len(asked) == 2, width


def test_without_scripts_it_is_as_large_with_a_way_to_the_large_file(without_scripts, live_server, story):
    for (width, height), number in itertools.product([(320, 640), (1280, 800)], (0, 1)):
        page, which = without_scripts(viewport={"width": width, "height": height}), f"picture {number} at {width}"
        page.goto(live_server.url + story.path)
        page.locator("button.enlarge").nth(number).click(position={"x": 9, "y": 9})
        view = page.locator(".enlarged").nth(number)
        image, words = view.locator("img").bounding_box(), view.locator(".words").bounding_box()
        assert max(image["width"] / width, image["height"] / height) > 0.5, which
        assert image["y"] + image["height"] <= words["y"] + 1, which
        assert words["y"] + words["height"] <= height + 1, which
        view.get_by_role("link", name="See it in full size").click()
        page.wait_for_url("**/renditions/**.jpg")


def test_way_to_the_large_file_is_for_those_without_scripts(opened):
    assert not opened().get_by_role("link").count()


def test_sheets_of_paper_and_of_enlarged_views_hold_up_no_reader(page, live_server, story):
    page.goto(live_server.url + story.path, wait_until="networkidle")  # what is printed may come after all else
    sheets = page.evaluate(
        "performance.getEntriesByType('resource').filter(one => one.name.endsWith('.css'))"
        ".map(one => [one.name.split('/').at(-1), one.renderBlockingStatus])"
    )
    waited_for = {name for name, status in sheets if status == "blocking"}
    assert waited_for == {"tokens.css", "base.css", "layout.css", "article.css"}
    assert {name for name, _ in sheets} - waited_for == {"enlarged.css", "print.css"}


def test_where_popovers_are_not_known_a_link_leads_to_the_large_file(page, live_server, story):
    def without_popovers(route):
        response = route.fetch()
        text = response.text().replace(":popover-open", ":not-known").replace(" popover", " data-not-known")
        route.fulfill(response=response, body=text)

    page.route("**/*.css", without_popovers)
    page.route(live_server.url + story.path, without_popovers)
    page.goto(live_server.url + story.path)
    assert not page.locator("button.enlarge, .enlarged").filter(visible=True).count()
    page.locator("a.enlarge").first.click()
    page.wait_for_url("**/renditions/**-1920.jpg")
