"""The writing surface in a real browser: each of our nodes, paste, undo, and what is stored in the end."""

from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import Article
from articles.photos.models import Photo
from articles.photos.renditions import make_renditions
from articles.photos.uploads import attach, read_picture
from tests.factories import make_article, make_image, make_live, make_photo

pytestmark = pytest.mark.django_db(transaction=True)
PASTES = Path(__file__).parent.parent / "data" / "paste"
REFUSED = "Failed to load resource: the server responded with a status of {}"
TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
VIDEO = "https://www.youtube.com/watch?v=abcdefghijk"


class Surface:
    """The story's screen, as an editor uses it."""

    def __init__(self, page, live_server):
        self.page, self.live_server, self.expected = page, live_server, []
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    def open(self, body="<p>One.</p>", **fields):
        self.article = make_article(body=body, **fields)
        self.page.goto(self.live_server.url + reverse("admin:articles_article_change", args=[self.article.pk]))
        self.text = self.page.locator(".ProseMirror")
        expect(self.text).to_be_visible()
        return self

    def after(self, words):
        """Put the cursor behind the paragraph with these words."""
        self.text.locator("p", has_text=words).first.click()
        self.press("End")

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
            self.page.evaluate(TWO_FRAMES)  # the browser tells the page of a new selection with the next frame

    def tool(self, name):
        self.page.get_by_role("toolbar", name="Writing").get_by_role("button", name=name, exact=True).click()

    def node(self, name):
        return self.text.locator(f".story-node-{name}")

    @property
    def html(self):
        """What would be sent, one block a line as it is stored."""
        return self.page.input_value("#id_body").replace("><figure", ">\n<figure").replace("><aside", ">\n<aside")

    def save(self):
        """Save by the keyboard, and give what is stored."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Control+s")
        expect(self.page.locator(".messagelist .success")).to_be_visible()
        return Article.objects.get(pk=self.article.pk).body

    def paste(self, html="", text=""):
        self.text.evaluate(
            """(dom, [html, text]) => {
                const clipboardData = new DataTransfer();
                if (html) clipboardData.setData("text/html", html);
                clipboardData.setData("text/plain", text);
                dom.dispatchEvent(new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true}));
            }""",
            [html, text],
        )


@pytest.fixture
def surface(signed_in, live_server, complaints):
    surface = Surface(signed_in, live_server)
    yield surface
    assert [complaint for complaint in complaints if complaint not in surface.expected] == []


@pytest.fixture
def photo():
    photo = make_photo(caption="The ferry leaves.", alt="A ferry", creators=["Ann Lee"], agency="AFP")
    make_renditions(photo)
    return photo


def test_a_photo_of_the_library_with_words_of_its_own(surface, photo):
    surface.open("<p>One.</p><p>Two.</p>").after("One.")
    surface.tool("Photo")
    surface.page.get_by_label("Search captions").fill("ferry leaves")
    expect(surface.page.locator(".photo-card")).to_have_count(1)
    surface.press("ArrowDown", "Enter")
    node = surface.node("photo")
    expect(node.locator("img")).to_be_visible()
    expect(node.locator(".credit")).to_have_text("Ann Lee / AFP")
    caption = node.get_by_label("Caption for this use")
    assert caption.get_attribute("placeholder") == "The ferry leaves."
    caption.fill("The last ferry.")
    stored = f'<p>One.</p>\n<figure data-photo="{photo.pk}" data-caption="The last ferry."></figure>\n<p>Two.</p>'
    assert surface.save() == stored
    assert surface.save() == stored
    surface.node("photo").get_by_role("button", name="Use the library’s caption").click()
    assert surface.save() == f'<p>One.</p>\n<figure data-photo="{photo.pk}"></figure>\n<p>Two.</p>'


def test_own_words_may_begin_with_the_librarys(surface, photo):
    surface.open(f'<figure data-photo="{photo.pk}"></figure><p>One.</p>')
    surface.node("photo").get_by_role("button", name="Edit for this story").first.click()
    surface.press("End")
    surface.page.keyboard.type(" Late.")
    assert (
        surface.save()
        == f'<figure data-photo="{photo.pk}" data-caption="The ferry leaves. Late."></figure>\n<p>One.</p>'
    )


def test_a_photo_uploaded_on_the_spot(surface, tmp_path):
    file = tmp_path / "boats.jpg"
    file.write_bytes(make_image())
    surface.open().after("One.")
    surface.tool("Photo")
    dialog = surface.page.locator("#photo-chooser")
    dialog.get_by_role("button", name="Upload a new one").click()
    dialog.get_by_label("File").set_input_files(file)
    expect(dialog.locator("[data-preview]")).to_be_visible()
    dialog.get_by_label("Credit, as it should print").fill("Jose Colon / Anadolu via Getty Images")
    expect(dialog.locator("[data-credit-reading]")).to_have_text(
        "Read as: by Jose Colon · agency Anadolu · via Getty Images"
    )
    dialog.get_by_role("button", name="Upload and use").click()
    expect(dialog.locator("[data-error=alt]")).to_have_text("Say what is to be seen, or tick “decorative”.")
    expect(dialog.get_by_label("Alt text", exact=True)).to_be_focused()
    surface.expected = [REFUSED.format("400 (Bad Request)")]
    surface.page.keyboard.type("Three boats")
    dialog.get_by_role("button", name="Upload and use").click()
    expect(surface.node("photo").locator("img")).to_be_visible()
    photo = Photo.objects.get()
    assert (photo.creators, photo.distributor) == (["Jose Colon"], "Getty Images")
    assert surface.save() == f'<p>One.</p>\n<figure data-photo="{photo.pk}"></figure>'


def test_a_picture_that_the_library_has_is_offered(surface, tmp_path):
    file = tmp_path / "boats.jpg"
    surface.open()
    data = make_image()
    file.write_bytes(data)
    photo = Photo(caption="Had already", alt="x", credit_line="Ann Lee")
    with file.open("rb") as opened:
        attach(photo, read_picture(opened))
    surface.after("One.")
    surface.tool("Photo")
    dialog = surface.page.locator("#photo-chooser")
    dialog.get_by_role("button", name="Upload a new one").click()
    dialog.get_by_label("File").set_input_files(file)
    with surface.page.expect_response("**/upload/"):
        dialog.get_by_role("button", name="Upload and use").click()
    dialog.get_by_role("button", name="Use that one").click()
    expect(surface.node("photo").locator("img")).to_be_visible()
    assert f'data-photo="{photo.pk}"' in surface.html
    surface.expected = [REFUSED.format("409 (Conflict)")]


def test_a_pasted_picture_goes_to_the_upload(surface):
    surface.open().after("One.")
    surface.text.evaluate(
        """async (dom, bytes) => {
            const clipboardData = new DataTransfer();
            clipboardData.items.add(new File([new Uint8Array(bytes)], "shot.png", {type: "image/png"}));
            dom.dispatchEvent(new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true}));
        }""",
        list(make_image(60, 40, kind="PNG")),
    )
    expect(surface.page.locator("#photo-chooser [data-preview]")).to_be_visible()
    expect(surface.page.locator("#photo-chooser").get_by_label("Caption", exact=True)).to_be_focused()


def test_a_pull_quote_is_written_in_place(surface):
    surface.open("<p>One.</p><p>Two.</p>").after("One.")
    surface.tool("Pull quote")
    surface.page.keyboard.type("We ran for the boats")
    surface.press("Tab")
    surface.page.keyboard.type("Maren Holt")
    surface.press("Enter")
    surface.page.keyboard.type("Before ")
    stored = (
        '<p>One.</p>\n<aside data-pull-quote="" data-by="Maren Holt"><p>We ran for the boats</p></aside>\n'
        "<p>Before Two.</p>"
    )
    assert surface.save() == stored
    surface.node("pullQuote").locator("blockquote p").click()
    surface.press("End")
    surface.page.keyboard.type("!")
    assert surface.save() == stored.replace("the boats", "the boats!")


def test_selected_words_become_the_pull_quote_and_it_goes_by_backspace_when_empty(surface):
    surface.open("<p>We ran for the boats.</p>").after("We ran")
    surface.press("Home", "Shift+End")
    surface.tool("Pull quote")
    assert surface.html.endswith('<aside data-pull-quote=""><p>We ran for the boats.</p></aside><p></p>')
    surface.node("pullQuote").locator("blockquote p").click(click_count=3)
    surface.press("Backspace")
    assert "<p></p></aside>" in surface.html
    surface.press("Backspace")
    assert surface.save() == "<p>We ran for the boats.</p>"


def test_a_related_story_shows_its_live_words(surface):
    target = make_live(headline="Tender decided", standfirst="By two votes.").article_id
    surface.open().after("One.")
    surface.tool("Related story")
    surface.page.get_by_label("Search headlines").fill("tender")
    expect(surface.page.locator(".story-card")).to_have_count(1)
    surface.press("ArrowDown", "Enter")
    node = surface.node("relatedStory")
    expect(node.locator(".state")).to_have_text("Live")
    headline = node.get_by_label("Headline for this use")
    assert headline.get_attribute("placeholder") == "Tender decided"
    headline.fill("How it was decided")
    stored = f'<p>One.</p>\n<aside data-related="{target}" data-headline="How it was decided"></aside>'
    assert surface.save() == stored
    assert surface.save() == stored


def test_a_draft_says_that_readers_see_nothing(surface):
    target = make_article(headline="Not yet").pk
    surface.open(f'<aside data-related="{target}"></aside><p>One.</p>')
    expect(surface.node("relatedStory").locator(".node-notes")).to_contain_text("Draft")
    expect(surface.node("relatedStory")).to_contain_text("readers see nothing here")


def test_an_embed_is_asked_for_until_it_is_allowed(surface):
    surface.open().after("One.")
    surface.tool("Embed")
    address = surface.page.get_by_label("Address of the video or sound")
    address.fill("https://evil.example/video")
    surface.press("Enter")
    message = surface.page.locator("#embed-message")
    expect(message).to_contain_text("YouTube, Vimeo, SoundCloud")
    address.fill(VIDEO)
    surface.press("Enter")
    node = surface.node("embed")
    expect(node).to_contain_text("Load from YouTube")
    node.get_by_label("What it is").fill("The seals")
    assert surface.save() == f'<p>One.</p>\n<aside data-embed="{VIDEO}" data-title="The seals"></aside>'
    assert surface.page.locator("iframe").count() == 0


def test_an_address_pasted_on_its_own_line_becomes_an_embed_and_undo_a_link(surface):
    surface.open().after("One.")
    surface.press("Enter")
    surface.paste(text=VIDEO)
    expect(surface.node("embed")).to_be_visible()
    surface.press("Control+z")
    expect(surface.node("embed")).to_have_count(0)
    assert VIDEO in surface.html
    surface.press("Control+z", "Enter")
    with surface.page.expect_response(lambda response: "/embed/" in response.url):
        surface.paste(text="https://example.org/other")
    assert surface.node("embed").count() == 0
    assert '<a href="https://example.org/other">' in surface.html


@pytest.mark.parametrize("by", ["key", "button"])
def test_a_node_is_moved_past_its_neighbours(surface, photo, by):
    figure = f'<figure data-photo="{photo.pk}"></figure>'
    surface.open(f"<p>One.</p>{figure}<ul><li><p>Two.</p></li></ul><p>Three.</p>")
    if by == "key":
        surface.node("photo").locator("img").click()
        surface.press("Alt+ArrowDown", "Alt+ArrowDown", "Alt+ArrowUp")
    else:
        surface.node("photo").get_by_role("button", name="Move the photo down").click()
        expect(surface.node("photo").get_by_role("button", name="Move the photo down")).to_be_focused()
        surface.press("Enter")
        surface.node("photo").get_by_role("button", name="Move the photo up").click()
    moved = f"<p>One.</p>\n<ul><li><p>Two.</p></li></ul>\n{figure}\n<p>Three.</p>"
    expect(surface.node("photo").locator("img")).to_be_visible()
    assert surface.save() == moved


def test_paragraphs_move_too_and_the_cursor_goes_with_them(surface):
    surface.open("<p>One.</p><p>Two.</p>").after("One.")
    surface.press("Alt+ArrowDown")
    surface.page.keyboard.type("!")
    assert surface.save() == "<p>Two.</p>\n<p>One.!</p>"


def test_a_node_is_dragged_by_its_handle(surface, photo):
    surface.page.set_viewport_size({"width": 1280, "height": 1600})
    surface.open(f'<p>One.</p><figure data-photo="{photo.pk}"></figure><p>Two.</p><p>Three.</p>')
    expect(surface.node("photo").locator("img")).to_be_visible()
    surface.node("photo").locator(".node-handle").drag_to(
        surface.text.locator("p", has_text="Three."), target_position={"x": 540, "y": 20}
    )
    assert surface.save() == f'<p>One.</p>\n<p>Two.</p>\n<p>Three.</p>\n<figure data-photo="{photo.pk}"></figure>'


@pytest.mark.parametrize(
    "stored",
    [
        '<figure data-photo="{photo}" data-caption="Own" data-alt="Own alt"></figure>',
        '<aside data-related="{story}" data-headline="Own" data-teaser="Own teaser"></aside>',
        f'<aside data-embed="{VIDEO}" data-title="Seals"></aside>',
    ],
)
def test_a_node_is_cut_and_pasted_elsewhere(surface, photo, stored):
    stored = stored.format(photo=photo.pk, story=make_live().article_id)
    surface.open(f"<p>One.</p>{stored}<p>Two.</p>").after("One.")
    surface.press("ArrowRight", "Control+x")
    assert surface.text.locator(".story-node").count() == 0
    surface.after("Two.")
    surface.press("Control+v")
    assert surface.save() == f"<p>One.</p>\n<p>Two.</p>\n{stored}"


def test_all_is_cut_and_pasted_unchanged(surface, photo):
    body = (
        f'<p>One.</p>\n<figure data-photo="{photo.pk}"></figure>\n'
        '<aside data-pull-quote="" data-by="Ann"><p>Said</p></aside>\n<h2>Sub</h2>\n'
        '<ul><li><p>a</p></li><li><p>b</p></li></ul>\n<p><strong>Bold</strong> <a href="https://example.org/">l</a></p>'
    )
    surface.open(body).after("One.")
    surface.press("Control+a", "Control+x")
    assert surface.html == ""
    surface.press("Control+v")
    assert surface.save() == body


def test_undo_and_redo_work_on_words_of_a_node_and_on_its_place(surface, photo):
    surface.open(f'<p>One.</p><figure data-photo="{photo.pk}"></figure><p>Two.</p>')
    caption = surface.node("photo").get_by_label("Caption for this use")
    caption.click()
    surface.page.keyboard.type("Typed in one go")
    assert 'data-caption="Typed in one go"' in surface.html
    surface.press("Control+z")
    expect(caption).to_have_value("")
    assert "data-caption" not in surface.html
    expect(caption).to_be_focused()
    surface.press("Control+Shift+z")
    expect(caption).to_have_value("Typed in one go")
    surface.node("photo").get_by_role("button", name="Move the photo up").click()
    assert surface.html.startswith("<figure")
    surface.node("photo").get_by_role("button", name="Remove the photo").click()
    assert "<figure" not in surface.html
    surface.press("Control+z", "Control+z")
    assert surface.html.startswith("<p>One.</p>")
    assert 'data-caption="Typed in one go"' in surface.html


def test_an_unknown_photo_is_said_and_refused_and_nothing_typed_is_lost(surface):
    surface.open().after("One.")
    surface.page.fill("#id_standfirst", "Typed standfirst")
    surface.paste('<p>Typed text</p><figure data-photo="4711" data-caption="Typed caption"></figure>')
    expect(surface.node("photo")).to_contain_text("There is no photo with the number 4711")
    with surface.page.expect_navigation():
        surface.page.keyboard.press("Control+s")
    expect(surface.page.locator(".field-body .errorlist")).to_contain_text("There is no photo with the number 4711")
    assert surface.page.input_value("#id_standfirst") == "Typed standfirst"
    assert "Typed text" in surface.html
    assert 'data-caption="Typed caption"' in surface.html
    surface.node("photo").get_by_role("button", name="Remove the photo").click()
    assert "Typed text" in surface.save()


@pytest.mark.parametrize("program", ["word", "google_docs", "mail"])
def test_paste_comes_in_clean(surface, program):
    surface.open("<p>x</p>").after("x")
    surface.press("Control+a")
    surface.paste((PASTES / f"{program}.html").read_text())
    assert surface.save() == (PASTES / f"{program}.expected.html").read_text().strip()


def test_the_whole_by_keyboard_alone(surface, photo):
    surface.open("<p>One.</p>")
    surface.text.focus()
    surface.press("Control+End", "Alt+F10")
    for _ in range(30):
        if surface.page.evaluate("document.activeElement.textContent").endswith("Photo"):
            break
        surface.press("ArrowRight")
    surface.press("Enter")
    expect(surface.page.locator(".photo-card")).to_have_count(1)
    surface.press("ArrowDown", "Enter")
    expect(surface.node("photo").locator("img")).to_be_visible()
    surface.press("Tab")
    surface.page.keyboard.type("By keys")
    surface.press("Tab", "Tab")
    surface.page.keyboard.type("Alt by keys")
    surface.press("Enter")
    surface.page.keyboard.type("Two.")
    figure = f'<figure data-photo="{photo.pk}" data-caption="By keys" data-alt="Alt by keys"></figure>'
    assert surface.save() == f"<p>One.</p>\n{figure}\n<p>Two.</p>"


def test_a_link_is_set_and_taken_away(surface):
    surface.open("<p>Word</p>").after("Word")
    surface.press("Home", "Shift+End", "Control+k")
    surface.page.get_by_label("Address", exact=True).fill("example.org/a")
    surface.press("Enter")
    assert surface.html == '<p><a href="https://example.org/a">Word</a></p>'
    surface.text.locator("a").click()
    surface.tool("Remove the link")
    assert surface.save() == "<p>Word</p>"


def test_leaving_with_something_unsaved_is_asked_about(surface):
    surface.open().after("One.")
    asked = []
    surface.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    surface.page.reload()
    assert asked == []
    expect(surface.text).to_be_visible()
    surface.after("One.")
    surface.page.keyboard.type("More")
    surface.page.reload()
    assert asked == ["beforeunload"]
