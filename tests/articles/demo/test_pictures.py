"""The demonstration pictures: their sizes, their steadiness, their captions and credits."""

import tomllib

import pytest

from articles.demo import load
from articles.demo.pictures import KEYS, draw
from articles.photos.credit_grammar import QUALIFIERS
from articles.photos.credits import Credit, format_credit

ENTRIES = tomllib.loads((load.FOLDER / "pictures.toml").read_text())


def test_every_picture_has_its_words():
    assert set(ENTRIES) == set(KEYS)


@pytest.mark.parametrize("key", KEYS)
def test_picture_is_rgb_and_sixteen_hundred_long(key):
    image = draw(key)
    assert (image.mode, max(image.size)) == ("RGB", 1600)


@pytest.mark.parametrize("key", ["harbour-dawn", "starlings", "moor-fire", "chart-rents"])
def test_picture_is_the_same_each_time(key):
    assert draw(key).tobytes() == draw(key).tobytes()


@pytest.mark.parametrize("key", KEYS)
def test_entry_has_caption_alt_and_focus(key):
    entry = ENTRIES[key]
    assert entry["caption"].endswith(".")
    assert entry["alt"] != entry["caption"]
    assert bool(entry["alt"]) != entry.get("decorative", False)
    assert all(0 <= place <= 1 for place in entry["focal"])


@pytest.mark.parametrize("key", KEYS)
def test_credit_prints_in_house_style(key):
    entry = ENTRIES[key]
    parts = {name: entry[name] for name in ("source", "agency", "distributor")}
    line = format_credit(Credit(tuple(entry["creators"]), qualifiers=tuple(entry["qualifiers"]), **parts))
    assert line
    assert ";" not in line


def test_credits_take_many_forms():
    assert {word for entry in ENTRIES.values() for word in entry["qualifiers"]} == set(QUALIFIERS)
