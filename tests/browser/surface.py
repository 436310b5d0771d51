"""The story's screen, as the tests of writing drive it."""

from django.urls import reverse
from playwright.sync_api import expect

from articles.models import Article
from tests.factories import make_article

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

    def select_line(self, words):
        """Select the line with the cursor, which has these words, by the keyboard.

        After a click the surface puts its caret once more, on a busy machine after the first keys: then again.
        """
        for _ in range(50):
            self.press("Home", "Shift+End")
            if self.page.evaluate("getSelection().toString()") == words:
                return
        raise AssertionError(f"{words} is not selected")

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
