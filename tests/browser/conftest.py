"""A real Chromium against a real server. Where there is none, every test here says so and is skipped."""

import os
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import expect

from articles.photos.renditions import make_renditions
from tests.articles.photos.blocks import jpeg
from tests.articles.photos.bringing import WORDS
from tests.articles.photos.pictures import encoded, scene
from tests.browser.get_chromium import find
from tests.browser.surface import TWO_FRAMES, Surface
from tests.factories import make_photo

CHROMIUM = find()
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--process-per-site",
]

# Five seconds, Playwright's own, are few where several suites share two cores; what is there is seen at once anyway.
expect.set_options(timeout=15_000)

# Playwright's synchronous API runs inside an event loop, which Django would take for an asynchronous view.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if not CHROMIUM:
                item.add_marker(pytest.mark.skip(reason="NO CHROMIUM: this browser test did not run"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return browser_type_launch_args | {"executable_path": CHROMIUM, "args": ARGUMENTS}


@pytest.fixture(scope="session")
def kept_contexts():
    return {}


@pytest.fixture
def context(browser, browser_context_args, kept_contexts, live_server):
    """One context for all tests that want the same of it, since each new one would load all sheets and scripts anew.

    What a test leaves behind, cookies, permissions and stored choices, goes with it. A page of the site stays open
    in it: with it stays the process that the next test's pages would otherwise wait for.
    """
    wanted = repr(browser_context_args)
    if wanted not in kept_contexts:
        kept_contexts[wanted] = browser.new_context(**browser_context_args)
        kept_contexts[wanted].new_page().goto(f"{live_server.url}/static/css/base.css")
    context = kept_contexts[wanted]
    yield context
    for page in context.pages[1:]:
        _forget(context, page)
    context.clear_cookies()
    context.clear_permissions()


def _forget(context, page):
    origin = page.evaluate("location.origin")
    if origin.startswith("http"):
        storages = {"origin": origin, "storageTypes": "local_storage,indexeddb"}
        context.new_cdp_session(page).send("Storage.clearDataForOrigin", storages)
    page.close()


@pytest.fixture(autouse=True)
def _readers_ask_anew(settings):
    """Stories of different tests may have the same address."""
    settings.READER_MAX_AGE = 0


@pytest.fixture
def complaints(page):
    """What the browser complained of: violations of a policy, errors of scripts, failed requests."""
    found = []
    page.on("console", lambda message: found.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("requestfailed", lambda request: found.append(f"failed: {request.url}") if _matters(request) else None)
    return found


def _matters(request) -> bool:
    """A request that the page itself gave up when it was left is no failure."""
    return request.failure != "net::ERR_ABORTED"


@pytest.fixture
def visit(page, live_server):
    """Opens a page and waits until it has everything that it and its scripts asked for.

    Playwright's own "networkidle" is half a second of silence more, on each of a hundred pages.
    """
    pending = set()
    page.on("request", lambda request: pending.add(request))
    for end in ("requestfinished", "requestfailed"):
        page.on(end, lambda request: pending.discard(request))

    def visited(path):
        pending.clear()
        page.goto(live_server.url + path)
        for _ in range(1000):
            page.evaluate(TWO_FRAMES)
            if not pending:
                return page
        return pytest.fail(f"{path} waits for {[request.url for request in pending]}")

    return visited


@pytest.fixture
def signed_in(page, live_server, editor):
    """The browser with the editor's session."""
    client = Client()
    client.force_login(editor)
    session = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    return page


@pytest.fixture
def surface(signed_in, live_server, complaints):
    """The story's screen; in the end the browser may have complained of what was expected only."""
    surface = Surface(signed_in, live_server)
    yield surface
    assert [complaint for complaint in complaints if complaint not in surface.expected] == []


@pytest.fixture
def photo():
    """A photo that may run, with its renditions."""
    photo = make_photo(caption="The ferry leaves.", alt="A ferry", creators=["Ann Lee"], agency="AFP")
    make_renditions(photo)
    return photo


@pytest.fixture
def pictures(tmp_path):
    """The paths of files by name: one with words, two without, a copy, a smaller one, one that breaks off."""
    files = {
        "boats.jpg": jpeg(xmp=WORDS).read(),
        "quay.jpg": encoded(scene(1)),
        "gulls.png": encoded(scene(2), "PNG"),
        "copy.jpg": encoded(scene(1)),
        "small.jpg": encoded(scene(1, 450, 300)),
        "torn.jpg": encoded(scene(3))[:-4000],
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    return lambda *names: [tmp_path / name for name in names]
