"""The tray in which pictures are brought, for tests that look at it."""

from playwright.sync_api import expect


def choose(place, files):
    place.locator("[name=pictures]").set_input_files(files)


def row(place, name):
    return place.locator("[data-row]", has=place.page.locator(f".brought-name:text-is('{name}')"))


def outcome(place, name):
    return row(place, name).locator(".outcome")


def expect_outcome(place, name, words):
    """Wait until the file has arrived: a busy machine takes its time for the files that readers get."""
    expect(outcome(place, name)).to_contain_text(words, timeout=60_000)
