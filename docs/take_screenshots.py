"""Takes the pictures of the documentation from a running demonstration site.

make run                                                  # in one terminal
.venv/bin/python docs/take_screenshots.py                 # in another
"""

import os
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from tests.browser.get_chromium import find  # noqa: E402

SITE = os.environ.get("SITE_URL", f"http://127.0.0.1:{os.environ.get('PORT', '8000')}")
PASSWORD_FILE = Path(os.environ.get("DATA_DIR", ROOT / "data")) / "first_password"
STORY, PHOTO = "skerry-ferry-award", "starlings"
STANDFIRST = "The yard has the council’s order. It says that it will hire 40 people before spring."

PICTURES_IN_SIGHT = """() => [...document.images].every(image =>
    image.complete || !image.getClientRects().length || image.getBoundingClientRect().top > innerHeight)"""


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1280, "height": 900}, color_scheme="light")
        take(page, "/", "front")
        page.get_by_role("link", name="Northquay wins").first.click()
        save(page, "story")
        sign_in(page)
        take(page, "/admin/", "desk")
        take(page, "/admin/articles/article/", "stories")
        take(page, f"/admin/articles/article/?q={STORY}", None)
        page.locator("#result_list tbody th a, #result_list tbody td a").first.click()
        save(page, "story-form")
        page.get_by_role("button", name="Publish changes…").click()
        save(page, "publish")
        page.go_back()
        page.get_by_role("toolbar", name="Writing").get_by_role("button", name="Photo", exact=True).click()
        save(page, "photo-chooser")
        take(page, "/admin/articles/arrangement/home/", "arrange")
        take(page, "/admin/photos/photo/", "library")
        take(page, f"/admin/photos/photo/?q={PHOTO}", None)
        page.locator(".tile-link").first.click()
        save(page, "photo-form")
        page.get_by_role("heading", name="What the file said").evaluate("heading => heading.scrollIntoView()")
        save(page, "photo-file")
        take(page, "/admin/photos/photo/radar/", "rights-radar")
        take(page, f"/admin/articles/article/?q={STORY}", None)
        page.locator("#result_list tbody th a, #result_list tbody td a").first.click()
        page.fill("#id_headline", "Northquay yard wins the order for Skerry Isle’s ferry")
        page.fill("#id_standfirst", STANDFIRST)
        page.get_by_role("button", name="Save without publishing").click()
        page.get_by_role("link", name="See the difference").click()
        page.get_by_role("link", name="Side by side").click()
        save(page, "compare")
        page.set_viewport_size({"width": 1440, "height": 900})
        take(page, f"/admin/articles/article/?q={STORY}", None)
        page.locator("#result_list tbody th a, #result_list tbody td a").first.click()
        page.get_by_role("button", name="Preview", exact=True).click()
        page.frame_locator('[data-frame="phone"] iframe').locator("h1").wait_for()
        save(page, "preview")
        browser.close()


def sign_in(page: Page) -> None:
    page.goto(f"{SITE}/admin/")
    page.fill("input[name=login]", "editor")
    page.fill("input[name=password]", PASSWORD_FILE.read_text())
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/")


def take(page: Page, path: str, name: str | None) -> None:
    page.goto(SITE + path)
    if name:
        save(page, name)


def save(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.wait_for_function(PICTURES_IN_SIGHT)
    page.screenshot(path=ROOT / "docs" / "images" / f"{name}.png")


if __name__ == "__main__":
    main()
