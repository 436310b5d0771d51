"""Pictures of the river and the moor: flood, sunrise, fire."""

import math

from articles.demo.pictures.built import church, rooftops
from articles.demo.pictures.figures import person
from articles.demo.pictures.paint import At, Sheet, curve, mix
from articles.demo.pictures.scenery import bare_tree, bush, clouds, grass, gulls, land, ridge, ripples, stars, streaks


def river_flood(key):
    """The Ouzel spread over its meadows, the old bridge standing in it: a panorama."""
    s = Sheet(key, 1600, 686, "#8a948f")
    s.wash([(0, "#667681"), (0.45, "#b3b9b0"), (1, "#f6e6bf")], (0, 0, 1600, 360))
    clouds(s, [(300, 90, 900, 110), (1000, 70, 900, 120), (1450, 170, 700, 80)], "#6f7c84", "#c3c7bb", 0.55, 12)
    s.glow(1080, 340, 420, "#fbeec9", 0.75, ry=150)
    land(s, ridge(s, 320, 46, 1.2, 0.42), [(0, "#7d8a88"), (1, "#98a19a")], 372)
    land(s, ridge(s, 348, 18, 2.3, 0.4), [(0, "#65736c"), (1, "#7d8a80")], 374)
    rooftops(s, 366, 60, 380, "#5a6260", 38, "#f6d58c", 0.12)
    church(s, 210, 366, 130, "#545c5b")
    for x in (30, 420, 470, 520, 1330, 1390, 1470, 1560):
        bush(s, x, 352, s.rng.uniform(18, 34), "#4d5a50", "#77806a", 12)
    for x, tall in ((1240, 150), (1290, 190), (1430, 140)):
        bare_tree(s, x, 368, tall, "#49504e")
    _bridge(s)
    s.mirror(372, 314, "#8c958f", 0.34, 1.6, 7, 4)
    s.shade([(0, 372), (1600, 372), (1600, 686), (0, 686)], "#4f5f5f", 0.0, 0.5)
    ripples(s, 376, 686, ["#e9e3cd", "#b9bdb0", "#5d6d6c"], 380, 0.45)
    ripples(s, 376, 686, ["#fff3d2"], 120, 0.6, 1080, 0.5)
    _drowned_field(s)
    for x, y, tall in ((140, 560, 330), (1480, 600, 380)):
        s.rect(x - tall * 0.03, y - 4, x + tall * 0.03, y + tall * 0.16, "#2f3535", 0.35)
        bare_tree(s, x, y, tall, "#2b3232", depth=7)
        ripples(s, y - 2, y + 16, ["#dcdac8"], 7, 0.6, x, 0.06)
    gulls(s, (440, 120, 900, 250), 7, "#f0ecdd", 14, 28)
    return s.finish(vignette=0.2)


def _bridge(s):
    stone, dark = "#8f8674", "#4a4a48"
    deck = curve([(520, 330), (680, 300), (860, 288), (1040, 300), (1200, 332)])
    s.wash_poly([*deck, (1200, 374), (520, 374)], [(0, "#b5aa92"), (1, "#6b675e")])
    for k in range(5):
        x, w = 586 + k * 137, 98
        rise = (34, 52, 60, 52, 34)[k]
        arch = [(x - w / 2 + w * i / 16, 374 - rise * math.sin(math.pi * i / 16)) for i in range(17)]
        s.wash_poly(arch, [(0, "#3d4444"), (1, "#6d7673")])
        s.line(arch, "#c9bda2", 3)
    for k in range(4):
        x = 655 + k * 137
        s.poly([(x - 12, 374), (x - 9, 330), (x, 320), (x + 9, 330), (x + 12, 374)], stone)
    s.line([(x, y - 3) for x, y in deck], "#d9cdb2", 5)
    s.line([(x, y + 12) for x, y in deck], dark, 2, 0.5)
    for x in (780, 806, 930):
        s.rect(x - 2, 274, x + 2, 292, "#2d3335")
        s.disc(x, 271, 3, "#2d3335")


def _drowned_field(s):
    for k in range(17):
        x, y, t = 1120 - k * 62, 424 + k * 11.5, 0.5 + k * 0.075
        s.rect(x - 3 * t, y - 26 * t, x + 3 * t, y + 4, "#38403f")
        s.rect(x - 3 * t, y + 4, x + 2 * t, y + 22 * t, "#38403f", 0.3)
    for off in (20, 12):
        s.line([(1120 - k * 62, 424 + k * 11.5 - off * (0.5 + k * 0.075)) for k in range(17)], "#38403f", 1.4, 0.8)
    s.wash_poly([(860, 520), (980, 506), (1120, 510), (1200, 528), (1040, 538)], [(0, "#7d8a58"), (1, "#5a6648")])
    for k in range(9):
        x, y = 900 + k * 31, 514 + (k * 7) % 13
        g = At(x, y, 0.62, k % 3 == 0)
        s.blob(g.all((-18, -8), (-16, -22), (0, -26), (16, -22), (18, -8), (0, -4)), "#efe9d6")
        s.blob(g.all((14, -22), (24, -26), (28, -18), (20, -13)), "#3d3d3a")
        for m in (-10, 8):
            s.line([g(m, -8), g(m, 4)], "#3d3d3a", 1.8)
    g = At(560, 590, 1)
    s.line([g(0, 8), g(0, -92)], "#38403f", 6)
    s.poly(g.all((-46, -94), (52, -94), (52, -62), (-46, -62)), "#f3ecd6")
    s.text(*g(3, -78), "THORNBY", 17, "#2d3335", "mm")
    s.line([g(0, 10), g(3, 60)], "#38403f", 5, 0.3)
    ripples(s, 588, 606, ["#e9e3cd"], 8, 0.6, 560, 0.1)


def moor_sunrise(key):
    """Ridge behind ridge in the mist at sunrise, a wall and two sheep in front."""
    s = Sheet(key, 1600, 1066, "#c9a08c")
    s.wash([(0, "#6f8fb0"), (0.4, "#c9b3bd"), (0.7, "#f6c9a0"), (1, "#fde6b5")], (0, 0, 1600, 620))
    streaks(s, 80, 380, ["#fbdcc0", "#d99f9c", "#a9a3bd"], 30, 0.4)
    s.glow(1060, 440, 620, "#fff3cf", 0.9, ry=420)
    s.disc(1060, 420, 46, "#fffbea")
    tones = ["#d9b3a6", "#c2949a", "#a37a8a", "#7d6078", "#564764"]
    for k, tone in enumerate(tones):
        y = 470 + k * 86
        line = ridge(s, y, 34 + k * 8, 0.55 + k * 0.12, 0.36)
        land(s, line, [(0, tone), (0.55, mix(tone, "#fbdcb8", 0.55)), (1, mix(tone, "#fbe3c4", 0.75))], y + 190)
        mist = [
            (s.rng.uniform(0, 1600), y + s.rng.uniform(70, 118), s.rng.uniform(140, 420), s.rng.uniform(9, 22))
            for _ in range(9)
        ]
        s.soft(mist, "#fdeacb", 14, 0.6, 0.25)
    line = curve([(-10, 900), (260, 862), (620, 880), (1000, 930), (1300, 925), (1610, 880)])
    land(s, line, [(0, "#5c4456"), (1, "#241f33")])
    grass(s, 880, 1060, ["#7d5a5c", "#3a2c42", "#a3705f", "#2c2438"], 1500, 30, 0.7)
    _tor(s)
    _wall(s, [(-20, 1010), (300, 950), (640, 934), (930, 952), (1180, 940)])
    for x, y, size, flip in (
        (880, 915, 1.0, False),
        (985, 932, 1.15, True),
        (1240, 925, 0.9, False),
        (700, 905, 0.8, True),
    ):
        sheep(s, x, y, size, flip)
    grass(s, 980, 1070, ["#b5785c", "#2a2236", "#8f5f58", "#1d192b"], 700, 46, 0.8)
    return s.finish(vignette=0.3)


def _tor(s):
    rocks = [
        (1400, 890, 150, 70),
        (1440, 830, 120, 62),
        (1380, 838, 80, 50),
        (1425, 778, 96, 52),
        (1500, 880, 110, 90),
        (1434, 736, 64, 36),
    ]
    for x, y, w, h in rocks:
        points = [
            (x - w / 2, y),
            (x - w * 0.46, y - h * 0.8),
            (x - w * 0.1, y - h),
            (x + w * 0.4, y - h * 0.9),
            (x + w / 2, y - h * 0.2),
            (x + w * 0.45, y + 8),
        ]
        s.poly(points, "#3a2d42")
        s.poly([points[1], points[2], (x - w * 0.14, y - h * 0.7), (x - w * 0.3, y + 2), points[0]], "#c98f7d", 0.75)


def _wall(s, path):
    for x, y in curve(path, steps=16):
        for row in range(3):
            w, h = s.rng.uniform(13, 24), 13
            tone = s.rng.choice(["#33283c", "#4a3a4c", "#5f4a55", "#281f33"])
            s.blob(
                [
                    (x - w, y - row * h),
                    (x - w * 0.8, y - row * h - h),
                    (x + w * 0.7, y - row * h - h * 1.1),
                    (x + w, y - row * h),
                ],
                tone,
            )
        s.line([(x - 8, y - 43), (x + 8, y - 44)], "#e0a98a", 3, 0.8)


def sheep(s, x, y, k, flip=False):
    """Stand a sheep, its feet at (x, y)."""
    g = At(x, y, k, flip)
    for m in (-20, -12, 13, 20):
        s.line([g(m, -18), g(m, 0)], "#1d1726", 4 * k)
    s.blob(
        g.all((-31, -24), (-33, -44), (-18, -54), (4, -53), (24, -54), (33, -42), (30, -22), (8, -16), (-14, -16)),
        "#f9d3ae",
    )
    s.blob(
        g.all((-29, -22), (-31, -40), (-18, -49), (4, -48), (22, -49), (30, -38), (28, -20), (8, -14), (-14, -14)),
        "#8f7077",
    )
    s.blob(g.all((26, -46), (34, -53), (46, -46), (49, -36), (42, -33), (32, -36)), "#1d1726")


def moor_fire(key):
    """A line of flame along the night moor, firefighters before it."""
    s = Sheet(key, 1600, 900, "#120c14")
    s.wash([(0, "#0e0d1a"), (0.5, "#2d1724"), (0.85, "#7a2f24"), (1, "#c9532a")], (0, 0, 1600, 620))
    stars(s, (0, 0, 1600, 220), 70, "#f3d9c4", 0.7)
    smoke = [
        (s.rng.gauss(900, 420), s.rng.uniform(130, 470), s.rng.uniform(80, 220), s.rng.uniform(30, 80))
        for _ in range(26)
    ]
    s.soft(smoke, "#4a2429", 46, 0.75, 0.25)
    s.soft([(x - 60, y + 40, rx * 0.6, ry * 0.5) for x, y, rx, ry in smoke[:14]], "#a8482c", 36, 0.45, 0.25)
    land(s, ridge(s, 500, 40, 1.0, 0.4), [(0, "#1c1118"), (1, "#140d14")], 640)
    front = curve(
        [(-20, 600), (200, 560), (430, 520), (680, 530), (900, 566), (1150, 560), (1400, 500), (1620, 470)], steps=22
    )
    for x, y in front[::26]:
        s.glow(x, y - 30, 230, "#ff8a35", 0.6, ry=170)
    s.poly([*front, (1620, 900), (-20, 900)], "#1a0f14")
    _fire(s, front)
    s.wash_poly(
        [*[(x, y - 3) for x, y in front], (1620, 900), (-20, 900)], [(0, "#6d2a1c"), (0.2, "#37181a"), (1, "#0c080f")]
    )
    for x, y in s.rng.sample(front, 13):  # spots the line has left behind
        down = s.rng.uniform(24, 120)
        s.glow(x, y + down, 46, "#ff8a35", 0.5, ry=24)
        _fire(s, [(x + k * 9, y + down + s.rng.uniform(-2, 2)) for k in range(s.rng.randint(3, 8))], 0.42)
    grass(s, 640, 900, ["#a3401f", "#1d0f14", "#5a2019", "#0c080f"], 900, 26, 0.75)
    for _ in range(260):
        x = s.rng.uniform(0, 1600)
        y = 540 - s.rng.expovariate(1 / 120)
        s.disc(x, y, s.rng.uniform(0.8, 2.6), s.rng.choice(["#ffd27a", "#ff9a3c", "#ff6a2a"]), 0.85)
    crew = [(250, 720, 150, "hose", False), (330, 712, 140, "stand", False), (560, 790, 220, "hose", False), (700,
        690, 120, "bend", False), (1010, 740, 170, "bend", True),
            (1130, 712, 140, "lean", False), (1290, 810, 250, "point", True), (1410, 830, 256, "hips", False), (905,
            690, 112, "lean", True)]  # fmt: skip
    for x, y, h, pose, flip in crew:
        person(
            s,
            x,
            y,
            h,
            pose,
            "#171019",
            "#120c14",
            flip=flip,
            hat=("helmet", "#2a1a20"),
            tail=0.02,
            bulk=1.2,
            rim="#ff9a45",
            lit=1 if x < 800 else -1,
            stripe="#ffc65a",
        )
        if pose in ("bend", "lean"):
            sign = -1 if flip else 1
            s.line([(x + sign * h * 0.2, y - h * 0.55), (x + sign * h * 0.62, y - h * 0.06)], "#120c14", h * 0.022)
            s.poly(
                [
                    (x + sign * h * 0.56, y - h * 0.12),
                    (x + sign * h * 0.76, y - h * 0.05),
                    (x + sign * h * 0.7, y + 4),
                    (x + sign * h * 0.54, y),
                ],
                "#120c14",
            )
    s.line([(-20, 880), (200, 850), (420, 838), (520, 800), (560, 660), (622, 652)], "#2a1a20", 9, smooth=True)
    s.shade([(620, 646), (850, 520), (900, 560), (622, 658)], "#f6d9b4", 0.75, 0.05, sideways=True, soft=4)
    return s.finish(vignette=0.4)


def _fire(s, line, size=1.0):
    for tone, k in (("#d9421f", 1.0), ("#ff8a2b", 0.72), ("#ffcf5c", 0.46), ("#fff3bd", 0.22)):
        for i, (x, y) in enumerate(line):
            h = (46 + 30 * math.sin(i * 0.37) * math.sin(i * 0.11 + 2)) * k * size * s.rng.uniform(0.5, 1.5)
            w, lean = 11 * k * size + 3, s.rng.gauss(h * 0.22, h * 0.12)
            s.poly(
                [
                    (x - w, y + 3),
                    (x - w * 0.6, y - h * 0.4),
                    (x + lean, y - h),
                    (x + w * 0.7, y - h * 0.35),
                    (x + w, y + 3),
                ],
                tone,
                0.9,
            )


SCENES = {
    "river-flood": river_flood,
    "moor-sunrise": moor_sunrise,
    "moor-fire": moor_fire,
}
