"""Captions to check and the suppliers' screens in a real browser: by keyboard, without script, for axe."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.photos.caption_checks import ask
from articles.photos.captions import CaptionSplit
from articles.photos.credits import parse_credit
from articles.photos.models import Agency, CaptionCheck, Photo
from articles.photos.renditions import make_renditions
from tests.browser.accessibility import at_widths, violations_by_scheme
from tests.factories import make_article, make_photo

pytestmark = pytest.mark.django_db(transaction=True)


def make_check(caption, credit="Ann Lee / AFP", **fields):
    photo = make_photo(caption=caption, credit_line=credit, creators=["Ann Lee"], agency="AFP", **fields)
    make_renditions(photo)
    make_article(body=f'<p>Before.</p><figure data-photo="{photo.pk}"></figure><p>After.</p>')
    split = CaptionSplit(True, caption, credit, 0.5, parse_credit(credit))
    return ask(photo, f"{photo.alt}\nFILE - {caption} Photo: {credit}", split)


def listed(name):
    """The house of this name, which a flushed database has no more."""
    return Agency.objects.spelt(name) or Agency.objects.create(name=name)


@pytest.fixture
def queue():
    return [make_check(f"Boats, picture {number}.") for number in (1, 2, 3)]


@pytest.fixture
def page_of(signed_in, live_server):
    def opened(name, *arguments, query=""):
        signed_in.goto(live_server.url + reverse(f"admin:{name}", args=arguments) + query)
        return signed_in

    return opened


@pytest.fixture
def screen(page_of, queue):
    page = page_of("photos_captioncheck_next")
    expect(page.locator(".left-over")).to_have_text("3 left")
    return page


def outcomes():
    return list(CaptionCheck.objects.order_by("pk").values_list("outcome", flat=True))


def expect_left(page, number):
    """The next question stands there, its script has run too: a key pressed before that is nobody's."""
    expect(page.locator(".left-over strong")).to_have_text(str(number))
    page.wait_for_load_state()


@pytest.mark.parametrize("key", ["Enter", "a"])
def test_one_key_accepts_and_the_next_one_comes(screen, key):
    screen.keyboard.press(key)
    expect(screen.locator("#id_caption")).to_have_value("Boats, picture 2.")
    assert outcomes() == ["accepted", "", ""]


def test_whole_queue_by_one_key(screen, complaints):
    for left in (2, 1, 0):
        screen.keyboard.press("a")
        expect_left(screen, left)
    expect(screen.locator(".all-done")).to_contain_text("No caption waits.")
    assert outcomes() == ["accepted"] * 3
    assert complaints == []


def test_mended_by_typing_and_ctrl_enter(screen):
    screen.locator("#id_credit").fill("Bo Ek/Reuters")
    expect(screen.locator('[data-part="agency"] dd')).to_have_text("Reuters")
    expect(screen.get_by_role("button", name="Accept")).to_be_disabled()
    screen.keyboard.press("Control+Enter")
    expect_left(screen, 2)
    photo = CaptionCheck.objects.order_by("pk").first().photo
    assert (photo.creators, photo.credit_line) == (["Bo Ek"], "Bo Ek/Reuters")


def test_letters_typed_in_a_field_decide_nothing(screen):
    screen.locator("#id_caption").press_sequentially("asnu")
    expect(screen.locator("#id_caption")).to_have_value("asnuBoats, picture 1.")
    assert outcomes() == [""] * 3


def test_held_key_decides_once(screen):
    screen.locator("body").evaluate(
        "body => body.dispatchEvent(new KeyboardEvent('keydown', {key: 'a', repeat: true, bubbles: true}))"
    )
    screen.keyboard.press("s")
    expect_left(screen, 2)
    assert outcomes() == ["skipped", "", ""]


def test_undo_by_key_shows_the_last_one_again(screen):
    screen.keyboard.press("n")
    expect_left(screen, 2)
    screen.keyboard.press("u")
    expect(screen.locator("#id_caption")).to_have_value("Boats, picture 1.")
    assert outcomes() == [""] * 3


def test_selected_words_become_the_credit(screen):
    screen.locator(".part-caption").evaluate(
        "part => getSelection().setBaseAndExtent(part.lastChild, 1, part.lastChild, 6)"
    )
    expect(screen.get_by_role("button", name="are the credit")).to_be_visible()
    screen.keyboard.press("r")
    expect(screen.locator("#id_credit")).to_have_value("Boats")


def test_every_decision_works_without_script(queue, browser, signed_in, live_server):
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(signed_in.context.cookies())
    page = context.new_page()
    page.goto(live_server.url + reverse("admin:photos_captioncheck_next"))
    expect(page.get_by_role("button", name="Accept")).to_be_focused()
    page.keyboard.press("Enter")
    expect_left(page, 2)
    page.locator("#id_caption").fill("Mended.")
    page.get_by_role("button", name="Save as mended").click()
    expect_left(page, 1)
    page.get_by_role("button", name="No caption").click()
    expect_left(page, 0)
    page.get_by_role("button", name="Undo").click()
    expect_left(page, 1)
    context.close()
    assert outcomes() == ["accepted", "mended", ""]


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_is_wider_than_the_window(screen, width):
    screen.set_viewport_size({"width": width, "height": 800})
    assert screen.evaluate("document.documentElement.scrollWidth") == width
    assert screen.get_by_role("button", name="Accept").bounding_box()["y"] < 800


def test_axe_finds_nothing(queue, page_of, signed_in):
    getty = listed("Getty Images")
    unknown = make_photo(with_file=False, agency="Gety Images", credit_line="Own words").supplier
    Photo.objects.filter(pk=queue[0].photo_id).update(caption="Changed meanwhile.")
    screens = [
        ("photos_captioncheck_next", [], ""),
        ("photos_captioncheck_changelist", [], ""),
        ("photos_agency_changelist", [], ""),
        ("photos_agency_change", [unknown.pk], ""),
        ("photos_agency_merge", [], f"?which={unknown.pk}"),
        ("photos_agency_merge", [], f"?which={unknown.pk}&into={getty}"),
        ("photos_agency_totals", [], ""),
        ("index", [], ""),
    ]
    for name, arguments, query in screens:
        page = page_of(name, *arguments, query=query)
        for width in at_widths(page, 390, 1280, height=3000):
            assert violations_by_scheme(page) == [], (name, width)
    page_of("photos_captioncheck_next")
    for _ in queue:
        signed_in.get_by_role("button", name="Skip").click()
    expect(signed_in.locator(".all-done")).to_be_visible()
    for width in at_widths(signed_in, 390, 1280, height=3000):
        assert violations_by_scheme(signed_in) == [], width


def test_merger_by_keyboard(page_of, complaints):
    listed("Getty Images")
    unknown = make_photo(with_file=False, agency="Gety Images", credit_line="").supplier
    page = page_of("photos_agency_change", unknown.pk)
    page.get_by_role("link", name="See what a merger would change").press("Enter")
    expect(page.locator(".merge-plan")).to_contain_text("1 photo moves to Getty Images.")
    page.get_by_role("button", name="Merge into Getty Images").press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("“Gety Images” is now a spelling of it.")
    assert complaints == []
