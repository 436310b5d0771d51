"""The demonstration pictures, drawn afresh from code: no photograph, no network, the same bytes each time."""

from articles.demo.pictures import (
    charts,
    gardens,
    halls,
    harbour,
    kitchen,
    land,
    rooms,
    shore,
    sky,
    sport,
    stage,
    streets,
    town,
    works,
)

_SCENES = {}
for _module in (harbour, shore, sky, halls, rooms, kitchen, town, works, streets, land, gardens, sport, stage, charts):
    _SCENES |= _module.SCENES
KEYS = tuple(_SCENES)


def draw(key):
    """Draw one picture, an RGB image whose longer side measures 1600 pixels."""
    return _SCENES[key](key)
