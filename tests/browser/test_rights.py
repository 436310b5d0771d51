"""Rights in a real browser: the radar, the form, the chooser, many photos at once; by mouse, by keyboard, for axe."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from articles.photos.models import LicencePreset, Photo
from articles.photos.renditions import make_renditions
from tests.browser.accessibility import at_widths, violations, violations_by_scheme
from tests.factories import make_live, make_photo

pytestmark = pytest.mark.django_db(transaction=True)
DAY = timedelta(days=1)


def shown_photo(**fields):
    photo = make_photo(**fields)
    make_renditions(photo)
    return photo


@pytest.fixture
def ending():
    """A photo on a live page, whose right ends in three days."""
    photo = shown_photo(caption="The pier.")
    make_live(headline="On the pier", lead_photo=photo)
    Photo.objects.filter(pk=photo.pk).update(rights_until=timezone.now().replace(microsecond=0) + 3 * DAY)
    photo.refresh_from_db()
    return photo


@pytest.fixture
def handout():
    """The licence, which a flushed database has no more."""
    words = {"rights_category": "handout", "days": 30, "restrictions": "News only."}
    return LicencePreset.objects.update_or_create(name="Handout", defaults=words)[0]


@pytest.fixture
def page_of(signed_in, live_server, complaints):
    """Opens a screen; in the end the browser may have complained of nothing."""

    def opened(name, *arguments):
        signed_in.goto(live_server.url + reverse(f"admin:{name}", args=arguments))
        return signed_in

    yield opened
    assert complaints == []


def stored(photo):
    photo.refresh_from_db()
    return photo


# The radar


def test_one_click_prolongs_and_says_until_when(page_of, ending):
    page = page_of("index")
    until = ending.rights_until
    page.get_by_role("button", name="+30 days").click()
    expect(page.locator(".messagelist .success")).to_contain_text(f"Photo {ending.pk}: It may run until")
    expect(page.locator(".radar")).to_have_count(0)
    assert stored(ending).rights_until == until + 30 * DAY


def test_whole_radar_by_keyboard(page_of, ending):
    page = page_of("index")
    page.get_by_role("link", name="The pier.").focus()
    for name in ("On the pier", "+30 days", "+1 year", "Without end"):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent.trim()") == name
    page.keyboard.press("Tab")
    expect(page.get_by_label("To the end of")).to_be_focused()
    page.get_by_role("button", name="Prolong").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Replace everywhere…")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Replacement at the end…")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Let it end")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist .success")).to_contain_text("Its right ends on")
    expect(page.locator(".radar")).to_have_count(0)
    assert stored(ending).end_is_accepted


def test_day_typed_in_the_field_prolongs_to_its_end(page_of, ending):
    page = page_of("photos_photo_radar")
    page.get_by_label("To the end of").fill("2030-05-17")
    page.get_by_role("button", name="Prolong").click()
    expect(page.locator(".messagelist .success")).to_contain_text("18 May 2030, 00:00")


def test_enter_in_the_field_prolongs_to_that_day(page_of, ending):
    page = page_of("photos_photo_radar")
    page.get_by_label("To the end of").fill("2030-05-17")
    page.get_by_label("To the end of").press("Enter")
    expect(page.locator(".messagelist .success")).to_contain_text("18 May 2030, 00:00")


def test_replacement_at_the_end_leads_to_its_field(page_of, ending):
    page = page_of("index")
    page.get_by_role("link", name="Replacement at the end…").click()
    field = page.get_by_role("group", name="Replacement at the end")
    expect(field.get_by_role("button", name="Choose or upload")).to_be_focused()


def test_axe_finds_nothing_on_screens_of_rights(signed_in, visit, ending, handout):
    Photo.objects.filter(pk=shown_photo().pk).update(rights_until=timezone.now() - DAY)
    signed_in.set_viewport_size({"width": 1280, "height": 4000})
    for name, arguments in [
        ("index", []),
        ("photos_photo_radar", []),
        ("photos_photo_changelist", []),
        ("photos_photo_change", [ending.pk]),
        ("photos_licencepreset_change", [handout.pk]),
    ]:
        visit(reverse(f"admin:{name}", args=arguments))
        assert violations_by_scheme(signed_in) == [], name
    visit(reverse("admin:photos_photo_changelist"))
    set_rights(signed_in)
    assert violations_by_scheme(signed_in) == []
    signed_in.get_by_label("Fill in from").select_option(label="Handout")
    signed_in.get_by_role("button", name="See what will change").click()
    expect(signed_in.get_by_role("heading", name="What will change")).to_be_visible()
    assert violations_by_scheme(signed_in) == []


def test_radar_is_no_wider_than_the_window(page_of, ending):
    for name in ("index", "photos_photo_radar"):
        page = page_of(name)
        for width in at_widths(page, 360, 1024):
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name


# The form


@pytest.fixture
def form(page_of, handout):
    photo = shown_photo(restrictions="")
    page = page_of("photos_photo_change", photo.pk)
    page.photo = photo
    return page


def test_licence_fills_in_at_once_and_says_what(form):
    form.get_by_label("Fill in from").select_option(label="Handout")
    expect(form.locator("#id_rights_category")).to_have_value("handout")
    expect(form.locator("#id_restrictions")).to_have_value("News only.")
    expect(form.locator(".filled-line")).to_contain_text("Filled in: right, valid until and restrictions.")
    form.get_by_role("button", name="Save and continue editing").click()
    expect(form.locator(".right-state")).to_contain_text("May run until")
    assert stored(form.photo).restrictions == "News only."


def test_what_was_filled_in_is_put_back(form):
    form.get_by_label("Fill in from").select_option(label="Handout")
    form.get_by_role("button", name="Put back").click()
    expect(form.locator("#id_rights_category")).to_have_value("staff")
    expect(form.locator("#id_restrictions")).to_have_value("")
    expect(form.locator("#id_rights_until_0")).to_have_value("")


def test_words_that_were_typed_stay(form):
    form.locator("#id_restrictions").fill("Only here.")
    form.get_by_label("Fill in from").select_option(label="Handout")
    expect(form.locator("#id_restrictions")).to_have_value("Only here.")
    expect(form.locator(".filled-line")).to_contain_text("Left as it was: restrictions.")


def test_what_is_changed_after_filling_in_is_what_is_saved(form):
    form.get_by_label("Fill in from").select_option(label="Handout")
    form.locator("#id_restrictions").fill("")
    form.locator("#id_rights_until_0").fill("")
    form.locator("#id_rights_until_1").fill("")
    form.get_by_role("button", name="Save and continue editing").click()
    expect(form.locator(".right-state")).to_contain_text("May run without end.")
    assert (stored(form.photo).rights_category, form.photo.restrictions) == ("handout", "")


# The chooser and the story


@pytest.fixture
def library():
    """An ended photo and a free one."""
    ended = shown_photo(caption="The ended one.")
    Photo.objects.filter(pk=ended.pk).update(rights_until=timezone.now() - DAY)
    free = shown_photo(caption="The free one.", restrictions="No covers.", rights_until=timezone.now() + 3 * DAY)
    return {"ended": ended, "free": free}


def test_photo_that_may_not_run_is_greyed_and_says_why(surface, library):
    page = surface.open().page
    surface.after("One.")
    surface.tool("Photo")
    card = page.locator(".photo-card", has_text="The ended one.")
    expect(card).to_have_attribute("aria-disabled", "true")
    expect(card).to_contain_text("Cannot be chosen. Its right ended on")
    card.click(force=True)
    expect(page.locator("#photo-chooser")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="This picture cannot be chosen.")).to_have_count(1)


def test_keyboard_reaches_it_and_does_not_choose_it(surface, library):
    page = surface.open().page
    surface.after("One.")
    surface.tool("Photo")
    expect(page.locator(".photo-card")).to_have_count(2)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".photo-card", has_text="The ended one.")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#photo-chooser")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(surface.node("photo")).to_contain_text("Restrictions: No covers.")


def test_what_to_mind_stands_in_the_chooser_and_beside_the_picture(surface, library):
    page = surface.open().page
    surface.after("One.")
    surface.tool("Photo")
    card = page.locator(".photo-card", has_text="The free one.")
    expect(card).to_contain_text("Restrictions: No covers.")
    expect(card).to_contain_text("Its right ends on")
    card.click()
    expect(surface.node("photo").locator(".node-notes")).to_contain_text("Its right ends on")


def test_lead_picture_says_that_its_right_has_ended(surface, library):
    page = surface.open(lead_photo=library["ended"]).page
    expect(page.locator(".chosen-photo")).to_contain_text("May not run now. Its right ended on")


def test_axe_finds_nothing_in_the_chooser(signed_in, live_server, library):
    signed_in.goto(live_server.url + reverse("admin:articles_article_add"))
    signed_in.get_by_role("group", name="Photo", exact=True).get_by_role("button", name="Choose or upload").click()
    expect(signed_in.locator(".photo-card")).to_have_count(2)
    assert violations(signed_in, "#photo-chooser") == []


# Many at once


def set_rights(page):
    page.locator("#action-toggle").check()
    page.locator("select[name=action]").select_option(label="Set rights…")
    page.locator(".actions button[type=submit]").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Set the rights of")


def test_many_photos_get_their_rights(page_of, library):
    page = page_of("photos_photo_changelist")
    set_rights(page)
    page.get_by_label("Restrictions", exact=True).fill("Not in Germany.")
    expect(page.get_by_label("Change: restrictions")).to_be_checked()
    page.get_by_role("button", name="See what will change").click()
    expect(page.locator(".rights-plan")).to_contain_text("Restrictions: Not in Germany. (new for 2 of 2")
    page.get_by_role("button", name="Set the rights of 2 photos").click()
    expect(page.locator(".messagelist .success")).to_contain_text("Set the rights of 2 photos.")
    assert set(Photo.objects.values_list("restrictions", flat=True)) == {"Not in Germany."}
