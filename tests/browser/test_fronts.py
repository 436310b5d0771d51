"""A front arranged in a real browser: by keyboard, by dragging, on a phone, without scripts, and by two at once."""

import pytest
from django.test import Client
from playwright.sync_api import expect

from articles import workflow
from articles.admin.front_steps import take_step
from articles.fronts.slots import pins_by_slot
from articles.models import Article
from tests.articles.admin.front_screens import HOME, LIST
from tests.articles.fronts.fronts import dressed, put
from tests.browser.accessibility import at_widths, violations, violations_by_scheme
from tests.factories import make_live, make_section, make_topic

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def stories():
    """Six stories that readers see, by their first words."""
    words = ["Ferry sails", "Gulls return", "Seals counted", "Harbour dredged", "Wreck raised", "Town floods"]
    return {headline.split()[0]: make_live(headline=headline).article for headline in words}


@pytest.fixture
def chief(django_user_model):
    """Another editor; the tests that flush the database leave no roles."""
    return django_user_model.objects.create_superuser("chief")


@pytest.fixture
def screen(signed_in, live_server, stories, complaints):
    """The screen of the home page; in the end the browser may have complained of nothing."""
    signed_in.set_viewport_size({"width": 1280, "height": 900})
    signed_in.goto(live_server.url + HOME)
    signed_in.wait_for_load_state()
    yield signed_in
    assert complaints == []


def pinned():
    """The first word of each story that is pinned, by slot, in what readers see."""
    found = workflow.in_force(None)
    names = {story.pk: str(story).split()[0] for story in Article.objects.all()}
    return {key: [names[pin.article] for pin in own] for key, own in pins_by_slot(found.content).items()}


def row(page, slot, headline):
    return page.locator(f"[data-slot={slot}] .front-row", has_text=headline)


def expect_said(page, words):
    expect(page.get_by_role("status").filter(has_text=words)).to_be_visible()


def expect_focus_in(page, slot, headline):
    expect(row(page, slot, headline).locator(":focus")).to_have_count(1)


def tab_to(page, name):
    """Walk on by Tab until the element with that name has the focus."""
    for _ in range(250):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.ariaLabel ?? document.activeElement.textContent.trim()") == name:
            return
    pytest.fail(f"Tab leads to no {name}")


def test_front_is_arranged_by_keyboard_alone(signed_in, live_server, stories, complaints):
    page = signed_in
    page.goto(f"{live_server.url}/admin/")
    for name in ("Fronts", "Arrange Home page"):
        tab_to(page, name)
        with page.expect_navigation():
            page.keyboard.press("Enter")
    tab_to(page, "Pin here: Wreck raised")
    page.keyboard.press("Enter")
    expect_said(page, "“Wreck raised” is pinned in Seconds, first.")
    expect_focus_in(page, "seconds", "Wreck raised")
    for place in ("second", "third"):
        page.keyboard.press("Alt+ArrowDown")
        expect_said(page, f"“Wreck raised” is pinned in Seconds, {place}.")
        expect_focus_in(page, "seconds", "Wreck raised")
    tab_to(page, "Slot for: Ferry sails")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect_said(page, "“Ferry sails” is pinned in Lead.")
    page.evaluate("document.querySelector('h1').tabIndex = -1; document.querySelector('h1').focus()")
    tab_to(page, "Put live now")
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist")).to_have_text("Readers see it now.")
    assert pinned() == {"lead": ["Ferry"], "seconds": ["Wreck"]}
    assert complaints == []


def test_choice_that_is_walked_by_keys_is_sent_by_enter_alone(screen):
    choice = screen.get_by_label("Slot for: Gulls return").last
    choice.focus()
    screen.keyboard.press("ArrowDown")
    screen.keyboard.press("ArrowDown")
    expect(choice).to_have_value("seconds")
    expect(screen.locator("[data-said]")).to_be_empty()
    screen.keyboard.press("Enter")
    expect_said(screen, "“Gulls return” is pinned in Seconds, first.")
    expect(screen.locator(".front-stories :focus")).to_have_attribute("aria-label", "Slot for: Gulls return")


def test_steps_that_are_pressed_faster_than_the_server_answers_are_all_made(screen):
    row(screen, "seconds", "Wreck raised").get_by_role("button", name="Pin here").click()
    expect_said(screen, "pinned in Seconds, first")
    for _ in range(3):
        screen.keyboard.press("Alt+ArrowDown")
    expect_said(screen, "“Wreck raised” is pinned in Seconds, fourth.")


@pytest.mark.parametrize(
    ("headline", "before", "place"),
    [("Town floods", "Wreck raised", "first"), ("Ferry sails", "Seals counted", "third")],
)
def test_story_is_dragged_to_its_place(screen, headline, before, place):
    source = screen.locator(".front-stories .front-row", has_text=headline)
    source.drag_to(row(screen, "seconds", before), target_position={"x": 40, "y": 4})
    expect_said(screen, f"“{headline}” is pinned in Seconds, {place}.")


def test_story_is_dragged_from_slot_to_slot(screen):
    screen.set_viewport_size({"width": 1280, "height": 1600})
    row(screen, "river", "Ferry sails").drag_to(row(screen, "lead", "Town floods"), target_position={"x": 40, "y": 4})
    expect_said(screen, "“Ferry sails” is pinned in Lead.")
    expect(screen.locator("[data-slot=lead] .is-pinned")).to_contain_text("Ferry sails")


def test_choice_of_the_mouse_is_sent_at_once(screen):
    choice = row(screen, "river", "Ferry sails").get_by_label("Slot for: Ferry sails")
    choice.click()
    choice.select_option("lead")
    expect_said(screen, "“Ferry sails” is pinned in Lead.")


def test_preview_follows_each_step(screen):
    screen.get_by_role("button", name="Preview", exact=True).click()
    page = screen.frame_locator("iframe[title='The front as on a desk']")
    expect(page.locator(".lead")).to_contain_text("Town floods")
    row(screen, "seconds", "Wreck raised").get_by_role("button", name="Pin here").press("Enter")
    screen.get_by_label("Slot for: Wreck raised").first.focus()
    screen.keyboard.press("ArrowDown")
    screen.keyboard.press("Enter")
    expect(page.locator(".lead")).to_contain_text("Wreck raised")


def test_what_is_typed_stays_when_a_step_is_made(screen):
    row(screen, "seconds", "Wreck raised").get_by_role("button", name="Pin here").click()
    screen.get_by_text("More…").click()
    screen.get_by_label("At a time:").fill("2031-01-02T03:04")
    screen.get_by_label("Words of the headline").fill("ferry")
    screen.get_by_role("button", name="Close River").click()
    expect_said(screen, "River is closed")
    expect(screen.get_by_label("At a time:")).to_have_value("2031-01-02T03:04")
    expect(screen.get_by_label("Words of the headline")).to_have_value("ferry")


def test_step_that_did_not_reach_the_server_says_so_and_can_be_made_again(signed_in, live_server, stories):
    signed_in.goto(live_server.url + HOME)
    signed_in.route(f"**{HOME}", lambda route: route.abort())
    pin = row(signed_in, "seconds", "Wreck raised").get_by_role("button", name="Pin here")
    pin.click()
    expect_said(signed_in, "The server does not answer, and this step is not made.")
    signed_in.unroute(f"**{HOME}")
    pin.click()
    expect_said(signed_in, "“Wreck raised” is pinned in Seconds, first.")


def test_who_was_signed_out_is_told(screen):
    screen.context.clear_cookies(name="sessionid")
    row(screen, "seconds", "Wreck raised").get_by_role("button", name="Pin here").click()
    expect_said(screen, "You are signed out. Sign in in another tab, then try again here.")


def test_steps_after_a_refusal_put_nothing_live(screen):
    row(screen, "seconds", "Wreck raised").get_by_role("button", name="Pin here").click()
    screen.get_by_text("More…").click()
    screen.get_by_role("button", name="Schedule").click()
    expect(screen.locator(".errorlist")).to_contain_text("Give the time at which it is to go live.")
    screen.get_by_role("button", name="Close River").click()
    expect_said(screen, "River is closed")
    assert workflow.in_force(None) is None
    screen.reload()
    expect(screen.locator("[data-slot=river]")).to_contain_text("Closed: readers do not see it.")


def test_front_is_arranged_on_a_phone(screen, live_server):
    screen.set_viewport_size({"width": 360, "height": 740})
    screen.goto(live_server.url + HOME)
    screen.wait_for_load_state()
    assert screen.evaluate("document.documentElement.scrollWidth") <= 360
    screen.get_by_role("link", name="Find a story").click()
    choice = screen.locator(".front-stories").get_by_label("Slot for: Ferry sails")
    choice.click()
    choice.select_option("lead")
    expect_said(screen, "“Ferry sails” is pinned in Lead.")
    assert screen.evaluate("document.documentElement.scrollWidth") <= 360
    screen.get_by_role("button", name="Put live now").click()
    expect(screen.locator(".messagelist")).to_have_text("Readers see it now.")
    assert pinned() == {"lead": ["Ferry"]}


@pytest.fixture
def without_scripts(browser, live_server, editor, stories):
    context = browser.new_context(java_script_enabled=False)
    client = Client()
    client.force_login(editor)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    page = context.new_page()
    page.goto(live_server.url + HOME)
    yield page
    context.close()


def test_front_is_arranged_without_scripts(without_scripts):
    page = without_scripts
    row(page, "seconds", "Wreck raised").get_by_role("button", name="Pin here").click()
    expect(page.locator(".messagelist")).to_have_text("“Wreck raised” is pinned in Seconds, first.")
    row(page, "seconds", "Wreck raised").get_by_role("button", name="Down").click()
    expect(page.locator(".messagelist")).to_have_text("“Wreck raised” is pinned in Seconds, second.")
    page.get_by_label("Words of the headline").fill("ferry")
    page.get_by_role("button", name="Find", exact=True).click()
    found = page.locator(".front-stories .front-row")
    expect(found).to_have_count(1)
    found.get_by_label("Slot for: Ferry sails").select_option("lead")
    found.get_by_role("button", name="Put there: Ferry sails").click()
    expect(page.locator(".messagelist")).to_have_text("“Ferry sails” is pinned in Lead.")
    page.get_by_role("button", name="Put live now").click()
    expect(page.locator(".messagelist")).to_have_text("Readers see it now.")
    assert pinned() == {"lead": ["Ferry"], "seconds": ["Wreck"]}


def test_enter_in_a_choice_presses_no_button_without_scripts(without_scripts):
    without_scripts.locator(".front-slots select").first.press("Enter")
    expect(without_scripts.locator(".messagelist")).to_have_count(0)


def test_two_editors_at_one_front_are_brought_together(screen, stories, chief):
    row(screen, "seconds", "Wreck raised").get_by_role("button", name="Pin here").click()
    expect_said(screen, "pinned in Seconds, first")
    put(by=chief, seconds=[stories["Gulls"]], lead=[stories["Ferry"]])
    screen.get_by_role("button", name="Put live now").click()
    expect(screen.locator(".front-overtaken h2")).to_contain_text("chief changed this front while you arranged it")
    screen.get_by_role("button", name="Bring both together").click()
    expect_said(screen, "Say for each of the slots below whose it is to be.")
    screen.get_by_role("group", name="Seconds: whose is it to be?").get_by_label("Yours").check()
    screen.get_by_role("button", name="Bring both together").click()
    expect_said(screen, "Both are brought together. Look at it, then put it live.")
    screen.get_by_role("button", name="Put live now").click()
    expect(screen.locator(".messagelist")).to_have_text("Readers see it now.")
    assert pinned() == {"lead": ["Ferry"], "seconds": ["Wreck"]}


@pytest.fixture
def arranged(stories, chief):
    """A front with own words that are in doubt, where there is a topic and a section."""
    make_section("Harbour")
    make_topic("Ferries")
    put(by=chief, content=dressed(stories["Ferry"], headline="They sail", written_from="Ferry stays"))


@pytest.mark.parametrize("path", [LIST, HOME, "words", f"{HOME}history/", f"{LIST}breaking/"])
def test_screens_are_accessible_and_fit_a_phone(arranged, visit, signed_in, stories, complaints, path):
    page = visit(f"{HOME}words/{stories['Ferry'].pk}/" if path == "words" else path)
    for width in at_widths(page, 360, 768, 1280):
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert complaints == []  # before axe, which adds a style of its own
    assert violations(page) == []


def test_question_about_a_slot_is_accessible_in_both_schemes(arranged, visit, signed_in, editor, stories, chief):
    take_step(None, editor, f"place {stories['Gulls'].pk} lead 0", {})
    put(by=chief, lead=[stories["Seals"]])
    assert violations_by_scheme(visit(HOME)) == []
