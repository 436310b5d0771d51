"""What is pasted into the writing surface: from other programs, from elsewhere in the story, a file, an address."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.surface import VIDEO
from tests.factories import make_image, make_live

pytestmark = pytest.mark.django_db(transaction=True)
PASTES = Path(__file__).parent.parent / "data" / "paste"


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
    row = surface.page.locator("#photo-chooser [data-row]")
    expect(row).to_contain_text("In the library")
    expect(row.get_by_label("Alt text")).to_be_focused()


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
    expect(surface.text.locator(".story-node")).to_have_count(0)
    surface.after("Two.")
    surface.press("Control+v")
    assert surface.save() == f"<p>One.</p>\n<p>Two.</p>\n{stored}"


def test_a_related_story_that_was_clicked_is_cut_and_pasted_elsewhere(surface):
    """All its words stand in fields, so the browser finds no selection and tells the page of the cut."""
    stored = f'<aside data-related="{make_live().article_id}"></aside>'
    surface.open(f"<p>One.</p>{stored}<p>Two.</p>")
    surface.node("relatedStory").locator(".node-handle").click()
    surface.press("Control+x")
    expect(surface.node("relatedStory")).to_have_count(0)
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


@pytest.mark.parametrize(
    "program",
    ["word", "word_numbered", "word_filtered", "word_online", "google_docs", "google_numbered", "mail"],
)
def test_paste_comes_in_clean(surface, program):
    surface.open("<p>x</p>").after("x")
    surface.press("Control+a")
    surface.paste((PASTES / f"{program}.html").read_text())
    assert surface.save() == (PASTES / f"{program}.expected.html").read_text().strip()
