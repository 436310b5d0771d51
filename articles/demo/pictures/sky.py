"""Pictures that are mostly sky: the turbines at sea, the starlings over the pier."""

import math

from articles.demo.pictures.figures import person
from articles.demo.pictures.paint import At, Sheet, curve, mix
from articles.demo.pictures.scenery import clouds, gulls, lens, ripples, streaks


def turbines(key):
    """Offshore turbines in evening light, a service boat passing."""
    s = Sheet(key, 1600, 900)
    s.wash([(0, "#5f8fa8"), (0.4, "#a9c3c2"), (0.75, "#f3d9ae"), (1, "#f6b98a")], (0, 0, 1600, 610))
    s.glow(310, 600, 560, "#fff0c4", 0.75, ry=300)
    streaks(s, 240, 560, ["#fdeccb", "#e6a98a", "#8fb0b8"], 34, 0.45)
    clouds(s, [(1200, 190, 800, 60), (600, 120, 500, 40)], "#c7d2cb", "#f8ecd2", 0.6, 12)
    s.wash([(0, "#f0c79c"), (0.12, "#b9b7a6"), (0.45, "#537f8f"), (1, "#1d4358")], (0, 606, 1600, 900))
    row = [
        (1500, 612, 96),
        (1390, 613, 108),
        (1275, 614, 120),
        (1150, 615, 140),
        (1010, 616, 165),
        (850, 618, 200),
        (1460, 622, 230),
        (650, 622, 262),
        (1130, 632, 400),
    ]
    for k, (x, y, h) in enumerate(row):
        depth = h / 640
        _turbine(
            s,
            x,
            y,
            h,
            mix("#e7cdb2", "#fbf6ea", depth * 1.5),
            mix("#d6b9a4", "#8195a0", min(1, depth * 1.3)),
            0.5 + k * 0.77,
        )
    _turbine(s, 380, 660, 610, "#fffaee", "#7b8f9c", 0.32)
    ripples(s, 612, 900, ["#fff0cc", "#f7cf9f"], 260, 0.65, 310, 0.45)
    ripples(s, 612, 900, ["#2c5a70", "#7fa3a8", "#1b4156"], 420, 0.45)
    for x, y, h in ((380, 662, 610), (1130, 634, 400)):
        for _ in range(int(h / 14)):
            t = s.rng.random()
            lens(s, x + s.rng.gauss(0, 4 + 10 * t), y + t * h * 0.38, 10 + 16 * t, 2, "#f6efe0", 0.6 * (1 - t))
    _workboat(s)
    gulls(s, (700, 300, 1050, 460), 5, "#fbf4e4", 16, 34)
    return s.finish(vignette=0.25)


def _turbine(s, x, y, h, light, dark, turn):
    hub, w = y - h * 0.64, h * 0.014
    s.wash_poly(
        [(x - w * 1.5, y), (x - w * 0.8, hub), (x + w * 0.8, hub), (x + w * 1.5, y)],
        [(0, light), (1, dark)],
        sideways=True,
    )
    s.rect(x - w * 2.1, y - h * 0.07, x + w * 2.1, y + h * 0.015, mix("#e0a93a", dark, 0.25))
    s.rect(x - w * 1.2, hub - w * 1.4, x + w * 3.4, hub + w * 1.2, dark, round_=w)
    for k in range(3):
        g = At(x, hub, h * 0.36, turn=turn + k * 2 * math.pi / 3)
        s.poly(
            curve(
                g.all((0.0, -0.02), (0.16, -0.055), (0.5, -0.03), (1, 0.0), (0.5, 0.018), (0.0, 0.02)),
                closed=True,
                steps=4,
            ),
            mix(light, dark, 0.12 + k * 0.16),
        )
    s.disc(x, hub, w * 1.9, light)


def _workboat(s):
    g = At(820, 742, 1.5)
    for k in range(26):
        lens(s, 820 - 60 - k * 11, 744 + s.rng.uniform(-2, 5 + k * 0.4), 24, 2.4, "#fbf4e4", 0.75 - k * 0.025)
    s.poly(curve(g.all((-70, -22), (0, -20), (78, -34))) + g.all((62, 4), (-66, 4)), "#b5432f")
    s.poly(g.all((-10, -20), (-6, -52), (36, -52), (46, -26)), "#fbf6ea")
    s.poly(g.all((0, -36), (2, -48), (34, -48), (40, -36)), "#2a4452")
    s.line(g.all((12, -52), (12, -86)), "#2a4452", 3)
    s.line(g.all((-66, -22), (-66, -38), (-12, -38)), "#2a4452", 2.5)


def starlings(key):
    """A murmuration turns over the old pier at nightfall."""
    s = Sheet(key, 1600, 1066)
    s.wash([(0, "#3d4f78"), (0.35, "#8c7c9c"), (0.68, "#e9a788"), (1, "#fbd79c")], (0, 0, 1600, 790))
    streaks(s, 480, 770, ["#f9c596", "#c5838a", "#fde3b4"], 40, 0.5)
    s.glow(430, 770, 560, "#fff0c0", 0.7, ry=280)
    s.disc(430, 752, 40, "#fff3cf")
    s.wash([(0, "#f8cf9c"), (0.3, "#b98a94"), (1, "#37406a")], (0, 788, 1600, 1066))
    ripples(s, 792, 1066, ["#fff0c8", "#fbd3a0"], 230, 0.7, 430, 0.4)
    ripples(s, 792, 1066, ["#5a5480", "#8f7490"], 240, 0.45)
    _pier(s)
    _flock(s)
    s.wash_poly(
        [(-10, 1020), (500, 1000), (1000, 1024), (1610, 1010), (1610, 1066), (-10, 1066)],
        [(0, "#332c4c"), (1, "#1c1a32")],
    )
    for x, h, pose, flip in (
        (1120, 120, "stand", False),
        (1164, 112, "point", True),
        (1330, 124, "stand", False),
        (1372, 76, "stand", False),
    ):
        person(s, x, 1034, h, pose, "#17152a", flip=flip, tail=0.05)
    return s.finish(vignette=0.3)


def _pier(s):
    tone, y = "#2c2745", 742
    s.rect(560, y, 1600, y + 15, tone)
    for k in range(15):
        x = 590 + k * 74
        s.line([(x, y), (x - 8, 830)], tone, 6)
        s.line([(x, y + 4), (x + 66, 812)], tone, 2)
        s.line([(x + 66, y + 4), (x, 812)], tone, 2)
        s.line([(x - 8, 830), (x - 10, 884)], tone, 5, 0.35)
    for x in range(560, 1600, 20):
        s.line([(x, y), (x, y - 18)], tone, 1.6)
    s.line([(560, y - 18), (1600, y - 18)], tone, 2.6)
    for x, w, h in ((640, 150, 66), (1180, 260, 92)):
        s.rect(x, y - h, x + w, y, tone)
        s.blob(
            [
                (x - 14, y - h),
                (x + w * 0.2, y - h - 30),
                (x + w / 2, y - h - 76),
                (x + w * 0.8, y - h - 30),
                (x + w + 14, y - h),
            ],
            tone,
        )
        s.line([(x + w / 2, y - h - 66), (x + w / 2, y - h - 126)], tone, 3)
        for k in range(int(w / 34)):
            s.rect(x + 14 + k * 34, y - h + 18, x + 32 + k * 34, y - 20, "#ffd98f")
    for x in range(860, 1600, 110):
        s.line([(x, y), (x, y - 56)], tone, 2.4)
        s.disc(x, y - 60, 5, "#ffe2a4")


def _flock(s):
    """Thousands of birds along a twisting ribbon, denser where it folds."""
    path = curve(
        [(300, 560), (350, 430), (470, 300), (640, 240), (800, 310), (930, 420), (1090, 430), (1220, 320), (1290, 180)]
    )
    waist = curve([(0, 10), (1, 46), (2, 120), (3, 150), (4, 84), (5, 60), (6, 96), (7, 62), (8, 12)])
    for _ in range(6800):
        k = min(len(path) - 1, int(s.rng.betavariate(1.3, 1.5) * len(path)))
        wide = waist[k][1]
        x, y = path[k][0] + s.rng.gauss(0, 0.5) * wide, path[k][1] + s.rng.gauss(0, 0.46) * wide
        r, a = s.rng.uniform(1.1, 2.9), s.rng.uniform(0.55, 0.95)
        s.poly([(x - r * 2, y - r * 0.7), (x, y - r * 0.1), (x + r * 2, y - r * 0.9), (x, y + r * 0.75)], "#241f3c", a)


SCENES = {
    "wind-turbines": turbines,
    "starlings": starlings,
}
