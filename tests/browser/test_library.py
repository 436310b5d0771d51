"""The library's grid and a photo's page in a real browser: by keyboard, by mouse, by touch, for axe."""

import io

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from articles.photos.models import Photo
from articles.photos.renditions import SHAPES, crop_box, make_renditions
from articles.photos.uploads import attach, read_picture
from tests.articles.photos.blocks import packet
from tests.browser.accessibility import at_widths, violations_by_scheme
from tests.factories import make_image, make_photo

pytestmark = pytest.mark.django_db(transaction=True)
SHOWN = ("wide", "classic", "square", "card", "share")


WORDS = {
    "inside": "<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>Gulls circle over the pier on Sunday. "
    "(Photo by Maren Holt / AFP)</rdf:li></rdf:Alt></dc:description>"
    "<dc:creator><rdf:Seq><rdf:li>Maren Holt</rdf:li></rdf:Seq></dc:creator>",
    "attributes": 'photoshop:Credit="AFP via Getty Images" photoshop:City="Saltmere" photoshop:Headline="Gulls"',
}


def talkative(**options):
    """The bytes of a picture whose file says much."""
    return make_image(xmp=packet(**WORDS), **options)


@pytest.fixture
def page_of(signed_in, visit):
    def opened(name, *arguments):
        return visit(reverse(f"admin:photos_photo_{name}", args=arguments))

    return opened


@pytest.fixture
def screen(photo, page_of, complaints):
    """A photo's page; in the end the browser may have complained of nothing."""
    yield page_of("change", photo.pk)
    assert complaints == []


def point(page):
    return page.input_value("#id_focal_x"), page.input_value("#id_focal_y")


def positions(page):
    """Where the crops lie, by their shapes: two shares of what is cut away."""
    places = {}
    for name in SHOWN:
        style = page.locator(f".crop-{name} img").evaluate("image => image.style.objectPosition")
        places[name] = tuple(float(part.rstrip("%")) / 100 for part in style.split())
    return places


def made(photo):
    """Where `renditions` cuts, as such shares; half where nothing is cut away that way."""
    places = {}
    for name in SHOWN:
        left, top, right, bottom = crop_box(photo, SHAPES[name])
        spare = photo.width - (right - left), photo.height - (bottom - top)
        places[name] = tuple(at / room if room else 0.5 for at, room in zip((left, top), spare, strict=True))
    return places


# The focal point


def test_arrow_keys_move_the_focal_point(screen):
    ring = screen.get_by_role("slider", name="Focal point")
    ring.focus()
    for key in ["ArrowRight", "Shift+ArrowRight", "ArrowUp", "Shift+ArrowDown", "Shift+ArrowDown"]:
        screen.keyboard.press(key)
    assert point(screen) == ("0.61", "0.69")
    assert ring.get_attribute("aria-valuetext") == "61% from the left, 69% from the top"


def test_arrow_keys_stop_at_the_edge(screen):
    screen.get_by_role("slider", name="Focal point").focus()
    for _ in range(7):
        screen.keyboard.press("Shift+ArrowLeft")
    assert point(screen) == ("0.00", "0.50")


def test_tab_leads_to_the_ring_and_its_fields(screen):
    ring = screen.get_by_role("slider", name="Focal point")
    ring.focus()
    screen.keyboard.press("Tab")
    expect(screen.get_by_role("link", name="Open at")).to_be_focused()
    screen.keyboard.press("Tab")
    expect(screen.get_by_label("Focal point, from the left")).to_be_focused()


def test_click_in_the_picture_sets_the_point(screen):
    box = screen.locator(".focal").bounding_box()
    screen.locator(".focal").click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.75})
    assert point(screen) == ("0.25", "0.75")


def test_drag_moves_the_point_and_ends_with_the_button(screen):
    box = screen.locator(".focal").bounding_box()
    at = lambda x, y: (box["x"] + x * box["width"], box["y"] + y * box["height"])  # noqa: E731
    screen.mouse.move(*at(0.5, 0.5))
    screen.mouse.down()
    screen.mouse.move(*at(0.2, 0.4), steps=4)
    screen.mouse.move(*at(0.1, 0.2), steps=4)
    assert point(screen) == ("0.10", "0.20")
    screen.mouse.up()
    screen.mouse.move(*at(0.9, 0.9))
    assert point(screen) == ("0.10", "0.20")


def test_drag_beyond_the_picture_stops_at_its_edge(screen):
    box = screen.locator(".focal").bounding_box()
    screen.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    screen.mouse.down()
    screen.mouse.move(box["x"] - 30, box["y"] + box["height"] + 30, steps=4)
    screen.mouse.up()
    assert point(screen) == ("0.00", "1.00")


def test_tap_sets_the_point(photo, signed_in, browser, live_server):
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    context.add_cookies(signed_in.context.cookies())
    page = context.new_page()
    page.goto(live_server.url + reverse("admin:photos_photo_change", args=[photo.pk]))
    box, before = page.locator(".focal").bounding_box(), page.input_value("#id_focal_x")
    page.locator(".focal").tap(position={"x": box["width"] * 0.2, "y": box["height"] * 0.3})
    expect(page.locator("#id_focal_x")).not_to_have_value(before)  # the browser makes a tap of touches in its own time
    x, y = map(float, point(page))
    assert (x, y) == (pytest.approx(0.2, abs=0.011), pytest.approx(0.3, abs=0.011))
    context.close()


def test_numbers_move_the_ring(screen):
    screen.get_by_label("Focal point, from the left").fill("0.3")
    screen.get_by_label("Focal point, from the top").fill("7")
    ring = screen.get_by_role("slider", name="Focal point")
    assert ring.get_attribute("aria-valuetext") == "30% from the left, 100% from the top"


@pytest.mark.parametrize(("width", "height"), [(901, 600), (601, 900), (640, 640), (1999, 333)])
def test_crops_are_shown_as_they_are_made(page_of, width, height):
    photo = make_photo(width=width, height=height)
    make_renditions(photo)
    page = page_of("change", photo.pk)
    for x, y in [(0.5, 0.5), (0, 0), (1, 1), (0.31, 0.83), (0.125, 0.375)]:
        page.locator("#id_focal_x").fill(str(x))
        page.locator("#id_focal_y").fill(str(y))
        photo.focal_x, photo.focal_y = x, y
        shown, cut = positions(page), made(photo)
        for name in SHOWN:
            assert shown[name] == pytest.approx(cut[name], abs=1e-6), (name, x, y)


def test_chosen_point_is_saved_by_keyboard_alone(screen, photo):
    screen.get_by_role("slider", name="Focal point").focus()
    screen.keyboard.press("Shift+ArrowUp")
    with screen.expect_navigation():
        screen.keyboard.press("Control+s")
    photo.refresh_from_db()
    assert (photo.focal_x, photo.focal_y) == (0.5, 0.4)


def test_who_may_only_look_sees_the_point_and_the_crops(photo, page, live_server, django_user_model, complaints):
    user = django_user_model.objects.create_user("reader", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="view_photo"))
    client = Client()
    client.force_login(user)
    session = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page.goto(live_server.url + reverse("admin:photos_photo_change", args=[photo.pk]))
    expect(page.locator(".crop").first).to_be_visible()
    expect(page.get_by_role("slider")).to_have_count(0)
    assert positions(page) == made(photo)
    assert complaints == []


# What the file said


@pytest.fixture
def talking(page_of, complaints):
    """The page of a photo whose file says more than an editor did."""
    photo = Photo(caption="Gulls.", alt="Gulls", creators=["Ann Lee"], agency="Reuters", city="Saltmere")
    attach(photo, read_picture(io.BytesIO(talkative())))
    make_renditions(photo)
    yield page_of("change", photo.pk)
    assert complaints == []


def row(page, label):
    return page.locator(".file-said tbody tr", has=page.get_by_role("rowheader", name=label, exact=True))


def test_word_of_the_file_is_taken_over_and_put_back(talking):
    caption = talking.get_by_label("Caption:", exact=True)
    taken = row(talking, "Caption")
    expect(taken.locator("[data-mark]")).to_have_text("Differs")
    taken.get_by_role("button", name="Take this").click()
    expect(caption).to_have_value("Gulls circle over the pier on Sunday.")
    expect(taken.locator("[data-mark]")).to_have_text("Taken, not saved yet")
    taken.get_by_role("button", name="Put back").click()
    expect(caption).to_have_value("Gulls.")
    expect(taken.locator("[data-mark]")).to_have_text("Differs")


def test_credit_of_the_file_is_taken_over_in_all_its_parts(talking):
    row(talking, "Credit").get_by_role("button").press("Enter")
    expect(talking.get_by_label("Photographers")).to_have_value("Maren Holt")
    expect(talking.get_by_label("Distributor")).to_have_value("Getty Images")
    expect(talking.locator(".credit-preview")).to_have_text("Will print as: Maren Holt / AFP via Getty Images")
    with talking.expect_navigation():
        talking.keyboard.press("Control+s")
    assert Photo.objects.get().credit_line == "Maren Holt / AFP via Getty Images"


def test_comparison_follows_what_is_typed(talking):
    expect(row(talking, "City").locator("[data-mark]")).to_have_text("The same")
    talking.get_by_label("City").fill("Northquay")
    expect(row(talking, "City").locator("[data-mark]")).to_have_text("Differs")
    expect(row(talking, "City").locator("[data-kept]")).to_have_text("Northquay")


def test_raw_words_are_closed_and_searched(talking):
    find = talking.get_by_label("Find in names and values")
    expect(find).not_to_be_visible()
    talking.locator(".raw-words summary").press("Enter")
    find.fill("credit")
    expect(talking.locator(".raw-block tbody tr:visible")).to_have_count(1)
    find.press("Enter")  # looks, and sends nothing
    expect(talking.locator("[data-found]")).to_contain_text("1 of")


# The grid


@pytest.fixture
def grid(page_of, complaints):
    for number in range(6):
        photo = make_photo(caption=f"Picture {number}.", width=600 + 10 * number, alt="" if number == 5 else "Boats")
        make_renditions(photo)
    make_photo(False, caption="A placeholder.", digital_source_type="trainedAlgorithmicMedia")
    yield page_of("changelist")
    assert complaints == []


def test_arrows_walk_the_grid_and_x_selects(grid):
    links = grid.locator(".tile-link")
    links.first.focus()
    grid.keyboard.press("ArrowRight")
    expect(links.nth(1)).to_be_focused()
    grid.keyboard.press("x")
    expect(grid.locator(".action-counter")).to_have_text("1 of 7 selected")
    expect(grid.locator(".tile").nth(1)).to_have_class("tile selected")
    grid.keyboard.press("ArrowDown")
    grid.keyboard.press("ArrowLeft")
    grid.keyboard.press("Enter")
    expect(grid.locator("h1")).to_contain_text("Photo")


def test_action_for_all_on_the_page(grid):
    expect(grid.get_by_label("Action")).not_to_be_visible()
    grid.get_by_label("Select all on this page").check()
    grid.get_by_label("Action").select_option("delete_selected")
    grid.get_by_role("button", name="Go", exact=True).click()
    expect(grid.locator("h1")).to_have_text("Delete multiple objects")


def test_grid_works_without_script(grid, browser, live_server):
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(grid.context.cookies())
    page = context.new_page()
    page.goto(live_server.url + reverse("admin:photos_photo_changelist"))
    page.locator(".action-select").first.check()
    page.get_by_label("Action").select_option("delete_selected")
    page.get_by_role("button", name="Go", exact=True).click()
    expect(page.locator("h1")).to_have_text("Delete multiple objects")
    context.close()


def test_phone_shows_two_pictures_beside_each_other(grid):
    grid.set_viewport_size({"width": 390, "height": 844})
    tops = [round(grid.locator(".tile").nth(number).bounding_box()["y"]) for number in range(3)]
    assert tops[0] == tops[1] < tops[2]


def test_nothing_is_wider_than_the_window(grid, page_of):
    for width in at_widths(grid, 320, 390, 1280):
        assert grid.evaluate("document.documentElement.scrollWidth") == width
    page = page_of("change", Photo.objects.exclude(file="").first().pk)
    for width in at_widths(page, 320, 390, 1280):
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_axe_finds_nothing(page_of):
    for number in range(3):
        make_renditions(make_photo(caption=f"Picture {number}."))
    make_photo(False, alt="", digital_source_type="trainedAlgorithmicMedia", credit_line="", creators=[], agency="")
    photo = make_photo(caption="Gulls.")
    attach(photo, read_picture(io.BytesIO(talkative())))
    attach(photo, read_picture(io.BytesIO(make_image())))
    attach(photo, read_picture(io.BytesIO(talkative(colour=(9, 90, 9)))))
    make_renditions(photo)
    page = page_of("changelist")
    page.locator(".action-select").first.check()
    for width in at_widths(page, 390, 1280, height=6000):  # so high that no bar covers anything
        assert violations_by_scheme(page) == [], width
    page = page_of("change", photo.pk)
    page.locator(".raw-words summary").click()
    for width in at_widths(page, 390, 1280, height=6000):
        assert violations_by_scheme(page) == [], width
