"""Every screen of the admin in a real browser: its policy, its accessibility, and what only scripts do there."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from articles.models import Article, RelatedLink
from articles.photos.models import Photo
from articles.photos.renditions import make_renditions
from articles.sponsors.models import Placement
from tests.browser.accessibility import at_widths, violations_by_scheme
from tests.factories import (
    make_article,
    make_author,
    make_image,
    make_live,
    make_photo,
    make_section,
    make_thread,
    make_topic,
)

pytestmark = pytest.mark.django_db(transaction=True)
HIGH = {"width": 1280, "height": 3000}  # so that the bar of buttons covers nothing


@pytest.fixture
def paper(live_server):
    """One of everything."""
    photo = make_photo()
    make_renditions(photo)
    section, author, topic = make_section("Harbour"), make_author("Ann Lee"), make_topic("Ferry")
    thread = make_thread("The ferry")
    other = make_live(headline="Another story").article
    body = (
        f'<p>One.</p><figure data-photo="{photo.pk}"></figure><aside data-pull-quote data-by="A"><p>Said</p></aside>'
        f'<aside data-related="{other.pk}"></aside><aside data-embed="https://vimeo.com/12345678"></aside>'
    )
    fields = {"section": section, "thread": thread, "authors": [author], "topics": [topic], "lead_photo": photo}
    article = make_live(
        headline="The whole story under a headline as long as those of any morning", body=body, **fields
    ).article
    article.related_links.create(target=other)
    now = timezone.now()
    placement = Placement.objects.create(
        slot=Placement.Slot.values[0], label="Advertisement", advertiser="Ropes", text="Ropes.",
        link="https://example.org/", disclosure="Paid for.", starts_at=now, ends_at=now + timedelta(days=1),
    )  # fmt: skip
    return {
        "photo": photo,
        "section": section,
        "author": author,
        "thread": thread,
        "topic": topic,
        "article": article,
        "placement": placement,
    }


@pytest.fixture
def screen(signed_in, visit, complaints):
    """Opens a screen by the name of its address; in the end nothing may have been complained of."""

    def opened(name, *arguments):
        return visit(reverse(f"admin:{name}", args=arguments))

    yield opened
    assert [complaint for complaint in complaints if "ERR_ABORTED" not in complaint] == []


def addresses(paper):
    """The name and the arguments of every screen that one can walk to."""
    yield "index", []
    yield "own_settings", []
    yield "photos_photo_bring", []
    yield "articles_article_calendar", []
    for name in ("publish", "correct", "withdraw", "kill", "lift", "changes", "revisions"):
        yield f"articles_article_{name}", [paper["article"].pk]
    for one in paper.values():
        model = f"{one._meta.app_label}_{one._meta.model_name}"
        yield f"{model}_changelist", []
        yield f"{model}_add", []
        yield f"{model}_change", [one.pk]
        yield f"{model}_history", [one.pk]
    for model in ("section", "thread", "topic", "author"):
        yield f"articles_{model}_delete", [paper[model].pk]


# The main screens, which axe looks at, and the part of each that it looks at if not at all of it.
OF_A_STORY = ("publish", "correct", "withdraw", "kill", "lift", "revisions")
FOR_AXE = {f"articles_article_{name}": "#content" for name in (*OF_A_STORY, "calendar")}
FOR_AXE |= dict.fromkeys(["index", "articles_article_changelist", "photos_photo_changelist", "photos_photo_change"])


def test_no_screen_breaks_the_policy_and_axe_finds_nothing_on_the_main_ones(paper, screen, complaints, signed_in):
    signed_in.set_viewport_size(HIGH)
    for name, arguments in addresses(paper):
        page = screen(name, *arguments)
        assert page.locator("#content").count() == 1, name
        assert complaints == [], name
        if name in FOR_AXE:
            assert axe(page, FOR_AXE[name]) == [], name
            complaints.clear()  # axe itself offends the policy


def axe(page, part=None):
    found = violations_by_scheme(page, part)
    return [
        line for line in found if '<ul class="select2-selection__rendered' not in line
    ]  # Django's own widget's list


def test_axe_finds_nothing_in_the_story_form_and_its_choosers(paper, signed_in, visit):
    signed_in.set_viewport_size(HIGH)
    page = visit(reverse("admin:articles_article_change", args=[paper["article"].pk]))
    expect(page.locator(".story-node-photo img")).to_be_visible()
    expect(page.locator(".story-node-embed")).to_contain_text("Vimeo")
    assert axe(page) == []
    tool = page.get_by_role("toolbar", name="Writing").get_by_role("button", name="Photo", exact=True)
    tool.click()
    expect(page.locator(".photo-card")).to_have_count(1)
    assert axe(page, "#photo-chooser") == []
    page.get_by_role("button", name="Add new pictures").click()
    assert axe(page, "#photo-chooser") == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Related story", exact=True).click()
    expect(page.locator(".story-card")).to_have_count(1)
    assert axe(page, "#story-chooser") == []


def test_nothing_is_wider_than_the_window(paper, screen):
    for name, arguments in [
        ("articles_article_change", [paper["article"].pk]),
        ("photos_photo_change", [paper["photo"].pk]),
        ("index", []),
    ]:
        page = screen(name, *arguments)
        for width in at_widths(page, 360, 1024, 1440):
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name


def test_the_lead_picture_is_chosen_by_sight_and_removed(paper, screen):
    page = screen("articles_article_add")
    field = page.get_by_role("group", name="Photo", exact=True)
    field.get_by_role("button", name="Choose or upload").click()
    page.locator(".photo-card").click()
    expect(field.locator("img")).to_be_visible()
    expect(field.get_by_role("button", name="Change")).to_be_focused()
    assert page.input_value("#id_lead_photo") == str(paper["photo"].pk)
    assert page.get_attribute("#id_lead_caption", "placeholder") == paper["photo"].caption
    field.get_by_role("button", name="Remove").click()
    assert page.input_value("#id_lead_photo") == ""


def test_closing_the_dialog_gives_the_focus_back(paper, screen):
    page = screen("articles_article_add")
    opener = page.get_by_role("button", name="Choose or upload")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Search captions")).to_be_focused()
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()


def test_related_links_are_put_in_order_by_buttons_and_keep_it(screen, editor):
    article = make_article()
    for number in range(3):
        article.related_links.create(url=f"https://example.org/{number}", headline=f"Link {number}", position=number)
    page = screen("articles_article_change", article.pk)
    rows = page.locator("#related_links-group .inline-related:not(.empty-form)")
    rows.nth(2).get_by_role("button", name="Move up").click()
    page.keyboard.press("Enter")
    page.locator("#related_links-group .add-row a").click()
    rows.nth(3).get_by_label("Outside address").fill("https://example.org/new")
    rows.nth(3).get_by_label("Headline").fill("New")
    page.locator("#related_links-group .add-row a").click()  # an empty row is no error
    with page.expect_navigation():
        page.keyboard.press("Control+s")
    expect(page.locator(".messagelist .success")).to_be_visible()
    links = article.related_links.values_list("headline", flat=True)
    assert list(links) == ["Link 2", "Link 0", "Link 1", "New"]


def test_the_byline_is_put_in_order_by_drag(screen):
    article = make_article(authors=[make_author("Ann"), make_author("Bob")])
    page = screen("articles_article_change", article.pk)
    page.set_viewport_size({"width": 1280, "height": 1600})
    rows = page.locator("#bylines-group tr.has_original")
    rows.nth(1).locator(".drag-handle").drag_to(rows.nth(0), target_position={"x": 40, "y": 4})
    with page.expect_navigation():
        page.keyboard.press("Control+s")
    assert [byline.author.name for byline in article.bylines.all()] == ["Bob", "Ann"]


def test_select2_and_the_date_pickers_keep_to_the_policy(paper, screen):
    page = screen("articles_article_change", paper["article"].pk)
    page.locator("#bylines-group .select2-selection").first.click()
    page.keyboard.type("Ann")
    expect(page.locator(".select2-results__option", has_text="Ann Lee")).to_be_visible()
    page.keyboard.press("Escape")
    page = screen("sponsors_placement_change", paper["placement"].pk)
    shortcuts = page.locator(".datetimeshortcuts a:has(.date-icon)")
    if shortcuts.count():
        shortcuts.first.click()
        expect(page.locator(".calendarbox").first).to_be_visible()


def test_the_photos_screen_shows_the_credit_the_focal_point_and_the_file(paper, screen, tmp_path):
    page = screen("photos_photo_change", paper["photo"].pk)
    line = page.locator(".credit-preview")
    expect(line).to_have_text("Will print as: Maren Holt / Coastline")
    page.get_by_label("Distributor").fill("Getty Images")
    expect(line).to_have_text("Will print as: Maren Holt / Coastline via Getty Images")
    box = page.locator(".focal").bounding_box()
    page.locator(".focal").click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.75})
    assert (page.input_value("#id_focal_x"), page.input_value("#id_focal_y")) == ("0.25", "0.75")
    file = tmp_path / "new.jpg"
    file.write_bytes(make_image())
    page.locator("#id_upload").set_input_files(file)
    expect(page.locator("#photo_form .file-preview")).to_be_visible()
    with page.expect_navigation():
        page.keyboard.press("Control+s")
    photo = Photo.objects.get(pk=paper["photo"].pk)
    assert (photo.credit_line, photo.focal_x, photo.focal_y) == ("Maren Holt / Coastline via Getty Images", 0.25, 0.75)
    assert photo.sha256 != paper["photo"].sha256


def test_a_story_from_nothing_to_its_readers(paper, screen, signed_in):
    page = screen("articles_article_add")
    page.get_by_label("Headline:").first.fill("Ferry sails again")
    page.keyboard.press("Enter")
    page.get_by_label("Standfirst").fill("At eight.")
    page.locator(".ProseMirror").click()
    page.keyboard.type("It left the quay.")
    page.get_by_label("Section").select_option("Harbour")
    assert page.input_value("#id_slug") == "ferry-sails-again"
    page.get_by_role("button", name="Save draft").click()
    expect(page.locator(".standing")).to_contain_text("Not published")
    page.get_by_role("button", name="Publish…").click()
    page.get_by_role("button", name="Publish now").click()
    expect(page.locator(".standing")).to_contain_text("Live")
    article = Article.objects.get(slug="ferry-sails-again")
    assert article.editions.live().get().revision.content["body"] == "<p>It left the quay.</p>"


def test_story_that_one_may_only_read_has_nothing_to_move(signed_in, visit, editor, complaints):
    article = make_article("Ferry")
    for place in (0, 1):
        RelatedLink.objects.create(
            article=article, url=f"https://example.org/{place}", headline="Boats", position=place
        )
    editor.is_superuser = False
    editor.save()
    editor.user_permissions.set(Permission.objects.filter(codename__in=["view_article", "view_any_article"]))
    page = visit(reverse("admin:articles_article_change", args=[article.pk]))
    expect(page.locator(".reading-only")).to_be_visible()
    assert page.locator(".row-order").count() == 0
    assert complaints == []
